// dom/recorder.ts
import { microphoneError, recordingError } from "../lib/microphone.js";
import { wavFile } from "../lib/wav.js";
var UNPROCESSED = { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: false };
var Recorder = class {
  recorder = null;
  stream = null;
  asking = false;
  get recording() {
    return this.recorder !== null;
  }
  /** Start; `onDone` gets the recording as a WAV file after `stop`. `onError` gets a message for the reader. */
  async begin(onDone, onError) {
    const { mediaDevices } = navigator;
    const problem = recordingError({ isSecureContext, mediaDevices, mediaRecorder: "MediaRecorder" in globalThis });
    if (problem || this.asking || this.recorder) {
      if (problem) onError(problem);
      return;
    }
    this.asking = true;
    try {
      this.stream = await mediaDevices.getUserMedia({ audio: UNPROCESSED });
      const parts = [];
      const recorder = new MediaRecorder(this.stream, { audioBitsPerSecond: 256e3 });
      recorder.ondataavailable = ({ data }) => parts.push(data);
      recorder.onstop = () => {
        this.release();
        decoded(parts).then(onDone, (error) => onError(microphoneError(error)));
      };
      recorder.start();
      this.recorder = recorder;
    } catch (error) {
      this.release();
      onError(microphoneError(error));
    } finally {
      this.asking = false;
    }
  }
  stop() {
    const { recorder } = this;
    this.recorder = null;
    if (recorder?.state === "recording") recorder.stop();
  }
  close() {
    if (this.recorder) this.recorder.onstop = null;
    this.stop();
    this.release();
  }
  release() {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = null;
  }
};
async function decoded(parts) {
  const context = new AudioContext();
  try {
    const sound = await context.decodeAudioData(await new Blob(parts).arrayBuffer());
    return new File([wavFile(sound.getChannelData(0), sound.sampleRate)], "recording.wav", { type: "audio/wav" });
  } finally {
    void context.close();
  }
}
export {
  Recorder
};
