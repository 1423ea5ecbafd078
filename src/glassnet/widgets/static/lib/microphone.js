// lib/microphone.ts
function microphoneTrouble(error) {
  switch (error instanceof Error || error instanceof DOMException ? error.name : "") {
    case "NotAllowedError":
    case "SecurityError":
      return "The microphone was refused. Allow it for this page in the browser's address bar, then record again.";
    case "NotFoundError":
    case "OverconstrainedError":
      return "No microphone was found. Plug one in, then record again.";
    case "NotReadableError":
    case "AbortError":
      return "The microphone is there but gives no sound: perhaps another program holds it. Close that, then record again.";
    default:
      return `Recording failed: ${error instanceof Error ? error.message : String(error)}`;
  }
}
function recordingTrouble(page) {
  if (!page.isSecureContext) {
    return "This page was not sent securely, so the browser keeps the microphone from it. Open it through https, or on the machine that serves it as http://localhost.";
  }
  return page.mediaDevices && page.mediaRecorder ? "" : "This browser cannot record. Use a newer one, or open a sound file.";
}
export {
  microphoneTrouble,
  recordingTrouble
};
