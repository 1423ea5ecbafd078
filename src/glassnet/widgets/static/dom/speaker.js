// dom/speaker.ts
var LOUDNESS = 0.5;
var Speaker = class {
  constructor(onChange) {
    this.onChange = onChange;
  }
  onChange;
  context = null;
  source = null;
  began = 0;
  get playing() {
    return this.source !== null;
  }
  /** Seconds of the sound that have been heard; null while nothing plays. */
  get time() {
    return this.source && this.context ? this.context.currentTime - this.began : null;
  }
  async play(samples, rate) {
    this.stop();
    this.context ??= new AudioContext();
    await this.context.resume();
    const buffer = this.context.createBuffer(1, samples.length, rate);
    buffer.copyToChannel(samples, 0);
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
  stop() {
    const { source } = this;
    this.source = null;
    source?.stop();
    if (source) this.onChange();
  }
  close() {
    this.source = null;
    void this.context?.close();
    this.context = null;
  }
};
export {
  Speaker
};
