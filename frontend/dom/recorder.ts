// The microphone: requested when the reader presses Record, released as soon as recording ends.
import { microphoneError, recordingError } from "../lib/microphone.ts";
import { wavFile } from "../lib/wav.ts";

// Speech processing, as in telephony, would alter what the microphone records.
const UNPROCESSED = { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: false };

export class Recorder {
  private recorder: MediaRecorder | null = null;
  private stream: MediaStream | null = null;
  private asking = false;

  get recording(): boolean {
    return this.recorder !== null;
  }

  /** Start; `onDone` gets the recording as a WAV file after `stop`. `onError` gets a message for the reader. */
  async begin(onDone: (file: File) => void, onError: (message: string) => void): Promise<void> {
    const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
    const problem = recordingError({ isSecureContext, mediaDevices, mediaRecorder: "MediaRecorder" in globalThis });
    if (problem || this.asking || this.recorder) {
      if (problem) onError(problem);
      return;
    }
    this.asking = true;
    try {
      this.stream = await mediaDevices!.getUserMedia({ audio: UNPROCESSED });
      const parts: Blob[] = [];
      const recorder = new MediaRecorder(this.stream, { audioBitsPerSecond: 256_000 });
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

  stop(): void {
    const { recorder } = this;
    this.recorder = null;
    if (recorder?.state === "recording") recorder.stop();
  }

  close(): void {
    if (this.recorder) this.recorder.onstop = null;
    this.stop();
    this.release();
  }

  private release(): void {
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
