// lib/microphone.ts
function microphoneError(error) {
  switch (error instanceof Error || error instanceof DOMException ? error.name : "") {
    case "NotAllowedError":
    case "SecurityError":
      return "Access to the microphone was denied. Allow it for this page in the browser's address bar, then record again.";
    case "NotFoundError":
    case "OverconstrainedError":
      return "No microphone was found. Plug one in, then record again.";
    case "NotReadableError":
    case "AbortError":
      return "The microphone gives no sound; another program may be using it. Close that program, then record again.";
    default:
      return `Recording failed: ${error instanceof Error ? error.message : String(error)}`;
  }
}
function recordingError(page) {
  if (!page.isSecureContext) {
    return "Browsers allow the microphone on secure pages only. Open this page over https, or as http://localhost on the machine that serves it.";
  }
  return page.mediaDevices && page.mediaRecorder ? "" : "This browser cannot record. Use a newer one, or open a sound file.";
}
export {
  microphoneError,
  recordingError
};
