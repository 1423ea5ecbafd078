// widgets/sound_to_waveform/listener.ts
import { button, slider } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { FilePicker } from "../../dom/file_picker.js";
import { decimal, whole } from "../../lib/numbers.js";
import { OWN, SoundControls } from "./controls.js";
import { Recorder } from "../../dom/recorder.js";
import { SampleTable } from "./sample_table.js";
import { Speaker } from "../../dom/speaker.js";
import { SpectrogramView } from "./spectrogram_view.js";
import { WaveView } from "./wave_view.js";
var CLOSEST = 16;
var WHOLE = { begin: 0, end: null, at: null };
var Listener = class {
  constructor(channel, shell) {
    this.channel = channel;
    this.shell = shell;
    this.waveView = new WaveView(shell.theme, (time) => this.see({ ...this.window, at: time }));
    this.spectrogram = new SpectrogramView(shell.theme);
    channel.request("sounds", {}, ({ head }) => this.build(head));
  }
  channel;
  shell;
  settings;
  controls = null;
  picker = null;
  wave = null;
  window = WHOLE;
  drawnSpectrogram = "";
  recordSeconds = 0;
  recordTimer = 0;
  waveView;
  spectrogram;
  table = new SampleTable();
  words = make("p", { role: "status" });
  speaker = new Speaker(() => this.showPlaying());
  recorder = new Recorder();
  playButton = button({ name: "play", label: "Play", text: "Play", class: "gn-button gn-main", onClick: () => this.toggle(false) });
  originalButton = button({ name: "play-original", label: "Play the original", text: "Play the original", onClick: () => this.toggle(true) });
  recordButton = button({ name: "record", label: "Record", text: "Record", class: "gn-button gn-record", help: "Record from the microphone", onClick: () => this.record() });
  zoom = slider({
    label: "Zoom",
    help: "How much of the sound is in view",
    name: "zoom",
    min: 0,
    max: 1,
    step: 5e-3,
    toValue: (place) => this.longest * (this.closest / this.longest) ** place,
    toPosition: (view) => Math.log(view / this.longest) / Math.log(this.closest / this.longest),
    format: (view) => view < 0.1 ? `${decimal(1e3 * view, 2)} ms in view` : `${decimal(view, 2)} s in view`,
    onInput: (view) => this.look(view, this.wave.at.time)
  });
  retheme(theme) {
    this.waveView.retheme(theme);
    this.spectrogram.retheme(theme);
  }
  close() {
    clearTimeout(this.recordTimer);
    for (const part of [this.picker, this.waveView, this.spectrogram, this.speaker, this.recorder]) part?.close();
  }
  get longest() {
    return this.wave?.seconds ?? 1;
  }
  get closest() {
    return Math.min(this.longest / 2, CLOSEST / (this.wave?.rate ?? 48e3));
  }
  build(view) {
    const { root, showError } = this.shell;
    this.settings = view.settings;
    this.recordSeconds = view.record_seconds;
    this.controls = new SoundControls(view, (changed) => this.change(changed));
    const wanted = { what: "sound", types: ["audio/"], endings: [...view.formats, "aif"], maxBytes: view.max_bytes };
    this.picker = new FilePicker({ channel: this.channel, wanted, root, showError, onTaken: () => this.takeOwn() });
    const step = (name, label, onClick) => button({ name, label, text: label, onClick });
    root.append(
      make("div", { class: "gn-row" }, this.controls.sound.element, this.picker.button, this.recordButton, this.picker.progress),
      this.controls.row,
      make("div", { class: "gn-row" }, this.playButton, this.originalButton),
      this.words,
      this.waveView.element,
      make(
        "div",
        { class: "gn-row" },
        this.zoom.element,
        make("div", { class: "gn-row" }, step("earlier", "Earlier", () => this.pan(-0.5)), step("later", "Later", () => this.pan(0.5)), step("whole", "Whole sound", () => this.see(WHOLE)))
      ),
      this.table.element,
      make("h3", {}, "Spectrogram"),
      this.spectrogram.element
    );
    this.ask();
  }
  change(changed) {
    this.speaker.stop();
    this.settings = { ...this.settings, ...changed };
    if (changed.sound) {
      this.window = WHOLE;
      this.settings.keep_every = 1;
    }
    this.ask();
  }
  takeOwn() {
    this.drawnSpectrogram = "";
    this.change({ sound: OWN });
  }
  see(window2) {
    this.window = window2;
    this.ask();
  }
  look(view, around) {
    const begin = Math.min(Math.max(0, around - view / 2), this.longest - view);
    this.see({ begin, end: begin + view, at: around });
  }
  pan(fraction) {
    const { begin, end, at } = this.wave;
    const view = end - begin;
    this.look(view, Math.min(this.longest, Math.max(0, Math.max(view / 2, Math.min(this.longest - view / 2, at.time)) + fraction * view)));
  }
  ask() {
    const { begin, end, at } = this.window;
    const fields = { ...this.settings, begin, ...end === null ? {} : { end }, ...at === null ? {} : { at } };
    this.channel.request("wave", fields, (answer) => this.take(answer));
  }
  take({ head, arrays }) {
    this.wave = head;
    if (head.end - head.begin < 0.99 * this.closest) return this.look(this.closest, head.at.time);
    this.controls.show(head);
    this.waveView.show(head, arrays);
    this.table.show(head);
    this.zoom.show(head.end - head.begin);
    this.spectrogram.mark(head.begin, head.end);
    const name = head.sound === OWN ? head.words : head.words.charAt(0).toUpperCase() + head.words.slice(1);
    setText(this.words, `${name}: ${whole(head.count)} samples of ${head.bits} bits = ${whole(head.bytes)} bytes.${noiseWords(head)}`);
    this.askSpectrogram();
    Object.assign(this.shell.root.dataset, {
      ready: "true",
      sound: head.sound,
      rate: head.rate,
      bits: head.bits,
      count: head.count,
      few: head.few,
      begin: head.begin,
      end: head.end,
      place: head.at.place,
      filtered: head.filter_first
    });
  }
  askSpectrogram() {
    const key = JSON.stringify(this.settings);
    if (key === this.drawnSpectrogram) return;
    this.drawnSpectrogram = key;
    this.channel.request("spectrogram", this.settings, ({ head, arrays }) => {
      this.spectrogram.show(head, arrays[0]);
      Object.assign(this.shell.root.dataset, { halfRate: head.half_rate, spectrogram: `${head.rows} × ${head.columns}` });
    });
  }
  toggle(original) {
    if (this.speaker.playing) this.speaker.stop();
    else void this.play(original);
  }
  async play(original) {
    try {
      const { head, arrays } = await this.channel.ask("listen", { ...this.settings, original });
      await this.speaker.play(arrays[0], head.rate);
      this.follow();
    } catch (error) {
      this.shell.showError(error.message);
    }
  }
  follow() {
    const { time } = this.speaker;
    this.waveView.playAt(time);
    if (time !== null) requestAnimationFrame(() => this.follow());
  }
  showPlaying() {
    const { playing } = this.speaker;
    setText(this.playButton.firstElementChild, playing ? "Stop" : "Play");
    this.shell.root.dataset["playing"] = String(playing);
    if (!playing) this.waveView.playAt(null);
  }
  record() {
    if (this.recorder.recording) return this.endRecording();
    this.speaker.stop();
    const done = (file) => void this.picker.take(file);
    void this.recorder.begin(done, (message) => this.shell.showError(message)).then(() => {
      if (!this.recorder.recording) return;
      this.shell.showError("");
      this.recordTimer = window.setTimeout(() => this.endRecording(), 1e3 * this.recordSeconds);
      this.showRecording();
    });
  }
  endRecording() {
    clearTimeout(this.recordTimer);
    this.recorder.stop();
    this.showRecording();
  }
  showRecording() {
    const { recording } = this.recorder;
    setText(this.recordButton.firstElementChild, recording ? "Stop recording" : "Record");
    this.recordButton.setAttribute("aria-label", recording ? "Stop recording" : "Record");
    setText(this.picker.progress, recording ? `Recording (up to ${this.recordSeconds} seconds)…` : "");
    this.shell.root.dataset["recording"] = String(recording);
  }
};
function noiseWords({ noise_db, bits }) {
  return noise_db === null ? "" : ` Rounding to ${bits} bits adds noise, ${decimal(noise_db, 1)} dB below the sound.`;
}
export {
  Listener
};
