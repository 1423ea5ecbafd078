// The microphone: asked for when the reader presses Record, let go as soon as it is done.
import { microphoneTrouble, recordingTrouble } from "../../lib/microphone.ts";
import { wavFile } from "../../lib/wav.ts";

// What a telephone does to a voice would hide what the microphone hears.
const AS_IT_IS = { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: false };

export class Recorder {
  private recorder: MediaRecorder | null = null;
  private stream: MediaStream | null = null;
  private asking = false;

  get recording(): boolean {
    return this.recorder !== null;
  }

  /** Begin; `onDone` gets the recording as a WAV file when `stop` is called. An error's message is for the reader. */
  async begin(onDone: (file: File) => void, onTrouble: (words: string) => void): Promise<void> {
    const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
    const trouble = recordingTrouble({ isSecureContext, mediaDevices, mediaRecorder: "MediaRecorder" in globalThis });
    if (trouble || this.asking || this.recorder) {
      if (trouble) onTrouble(trouble);
      return;
    }
    this.asking = true;
    try {
      this.stream = await mediaDevices!.getUserMedia({ audio: AS_IT_IS });
      const parts: Blob[] = [];
      const recorder = new MediaRecorder(this.stream, { audioBitsPerSecond: 256_000 });
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

  stop(): void {
    const { recorder } = this;
    this.recorder = null;
    if (recorder?.state === "recording") recorder.stop();
  }

  close(): void {
    if (this.recorder) this.recorder.onstop = null;
    this.stop();
    this.letGo();
  }

  private letGo(): void {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = null;
  }
}

async function decoded(parts: Blob[]): Promise<File> {
  const context = new AudioContext();
  try {
    const sound = await context.decodeAudioData(await new Blob(parts).arrayBuffer());
    return new File([wavFile(sound.getChannelData(0), sound.sampleRate)], "recording.wav", { type: "audio/wav" });
  } finally {
    void context.close();
  }
}
