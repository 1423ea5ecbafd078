// widgets/sound_to_waveform/recorder.ts
import { microphoneTrouble, recordingTrouble } from "../../lib/microphone.js";
import { wavFile } from "../../lib/wav.js";
var AS_IT_IS = { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: false };
var Recorder = class {
  recorder = null;
  stream = null;
  asking = false;
  get recording() {
    return this.recorder !== null;
  }
  /** Begin; `onDone` gets the recording as a WAV file when `stop` is called. An error's message is for the reader. */
  async begin(onDone, onTrouble) {
    const { mediaDevices } = navigator;
    const trouble = recordingTrouble({ isSecureContext, mediaDevices, mediaRecorder: "MediaRecorder" in globalThis });
    if (trouble || this.asking || this.recorder) {
      if (trouble) onTrouble(trouble);
      return;
    }
    this.asking = true;
    try {
      this.stream = await mediaDevices.getUserMedia({ audio: AS_IT_IS });
      const parts = [];
      const recorder = new MediaRecorder(this.stream, { audioBitsPerSecond: 256e3 });
      recorder.ondataavailable = ({ data }) => parts.push(data);
      recorder.onstop = () => {
        this.letGo();
        decoded(parts).then(onDone, (error) => onTrouble(microphoneTrouble(error)));
      };
      recorder.start();
      this.recorder = recorder;
    } catch (error) {
      this.letGo();
      onTrouble(microphoneTrouble(error));
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
    this.letGo();
  }
  letGo() {
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
