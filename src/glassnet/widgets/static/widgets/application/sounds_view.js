// widgets/application/sounds_view.ts
import { button } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { Recorder } from "../../dom/recorder.js";
import { Speaker } from "../../dom/speaker.js";
import { byteOf, fractionTable } from "../../lib/colors.js";
import { percent } from "../../lib/numbers.js";
import { sendFile } from "../../lib/upload.js";
import { Shares } from "./shares.js";
var KINDS = [
  { which: "tone", label: "A tone" },
  { which: "chord", label: "A chord" },
  { which: "vowel", label: "A vowel" }
];
var RECORD_MS = 3e3;
var SoundsView = class {
  constructor(host) {
    this.host = host;
    const kinds = KINDS.map(({ which, label }) => button({ name: which, label, text: label, help: `${label} that nobody has heard yet`, onClick: () => this.hear(which) }));
    const figure = make("figure", {}, make("figcaption", { class: "gn-label" }, "What it sees: time to the right, frequency upwards"), this.picture);
    this.element = make("div", {}, make("div", { class: "gn-row" }, ...kinds, this.record, this.play), make("div", { class: "gn-side-by-side" }, figure, this.shares.element), this.words);
  }
  host;
  element;
  latest = null;
  timer = 0;
  speaker = new Speaker(() => this.name());
  recorder = new Recorder();
  record = button({ name: "record", label: "Record", text: "Record", help: "Record up to three seconds from the microphone: sing or whistle", onClick: () => this.toggle() });
  play = button({ name: "play", label: "Play", text: "Play", onClick: () => void this.listen() });
  picture = make("canvas", { class: "gn-spectrum", role: "img" });
  shares = new Shares("What it hears", KINDS.map(({ which }) => which));
  words = make("p", { role: "status" });
  refresh() {
    this.hear();
  }
  retheme() {
    if (this.latest) this.paint(this.latest);
  }
  close() {
    clearTimeout(this.timer);
    this.speaker.close();
    this.recorder.close();
  }
  hear(which) {
    this.host.channel.request("hear_sound", which === void 0 ? {} : { which }, (answer) => this.show(answer));
  }
  show(answer) {
    this.latest = answer;
    const { which, classes, answer: heard } = answer.head;
    const chances = answer.arrays[2];
    this.paint(answer);
    this.shares.show(chances, heard);
    const what = which === "own" ? "Your recording" : `A new ${which}`;
    setText(this.words, `${what}: it hears a ${classes[heard]}, with ${percent(chances[heard])}.`);
    Object.assign(this.host.shell.root.dataset, { which, heard: classes[heard] });
  }
  paint({ head: { windows, bands }, arrays }) {
    const context = this.picture.getContext("2d");
    Object.assign(this.picture, { width: windows, height: bands });
    const image = context.createImageData(windows, bands);
    const pixels = new Uint32Array(image.data.buffer);
    const colors = fractionTable(this.host.shell.theme);
    for (let time = 0; time < windows; time++) for (let band = 0; band < bands; band++) pixels[(bands - 1 - band) * windows + time] = colors[byteOf(arrays[1][time * bands + band])];
    context.putImageData(image, 0, 0);
    this.picture.setAttribute("aria-label", `Spectrogram: ${windows} moments, ${bands} bands of frequencies`);
  }
  async listen() {
    if (this.speaker.playing) return this.speaker.stop();
    if (!this.latest) return;
    try {
      await this.speaker.play(this.latest.arrays[0], this.latest.head.rate);
    } catch (error) {
      this.host.shell.showError(error.message);
    }
  }
  toggle() {
    if (this.recorder.recording) return this.end();
    this.speaker.stop();
    const fail = (message) => this.host.shell.showError(message);
    void this.recorder.begin((file) => void this.send(file), fail).then(() => {
      if (this.recorder.recording) this.timer = window.setTimeout(() => this.end(), RECORD_MS);
      this.name();
    });
  }
  end() {
    clearTimeout(this.timer);
    this.recorder.stop();
    this.name();
  }
  async send(file) {
    const { channel, shell } = this.host;
    try {
      await sendFile(channel, file, () => {
      });
      shell.showError("");
      this.hear("own");
    } catch (error) {
      shell.showError(error.message);
    }
  }
  name() {
    const { recording } = this.recorder;
    setText(this.record.firstElementChild, recording ? "Stop recording" : "Record");
    this.record.removeAttribute("aria-label");
    setText(this.play.firstElementChild, this.speaker.playing ? "Stop" : "Play");
    this.play.removeAttribute("aria-label");
    Object.assign(this.host.shell.root.dataset, { recording: String(recording), playing: String(this.speaker.playing) });
  }
};
export {
  SoundsView
};
