// Plays samples, only on request.

const LOUDNESS = 0.5;

export class Speaker {
  private context: AudioContext | null = null;
  private source: AudioBufferSourceNode | null = null;
  private began = 0;

  constructor(private readonly onChange: () => void) {}

  get playing(): boolean {
    return this.source !== null;
  }

  /** Seconds of the sound that have been heard; null while nothing plays. */
  get time(): number | null {
    return this.source && this.context ? this.context.currentTime - this.began : null;
  }

  async play(samples: Float32Array, rate: number): Promise<void> {
    this.stop();
    this.context ??= new AudioContext();
    await this.context.resume();
    const buffer = this.context.createBuffer(1, samples.length, rate);
    buffer.copyToChannel(samples as Float32Array<ArrayBuffer>, 0);
    const source = new AudioBufferSourceNode(this.context, { buffer });
    source.connect(new GainNode(this.context, { gain: LOUDNESS })).connect(this.context.destination);
    source.onended = () => {
      if (this.source === source) this.stop();
    };
    this.source = source;
    this.began = this.context.currentTime;
    source.start();
    this.onChange();
  }

  stop(): void {
    const { source } = this;
    this.source = null;
    source?.stop();
    if (source) this.onChange();
  }

  close(): void {
    this.source = null;
    void this.context?.close();
    this.context = null;
  }
}
