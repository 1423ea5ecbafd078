// widgets/sound_to_waveform/wave_view.ts
import { Plot } from "../../dom/plot.js";
import { make } from "../../dom/element.js";
import { swatch } from "../../dom/swatch.js";
import { decimal, whole } from "../../lib/numbers.js";
import { inkOf } from "../../lib/series.js";
var ORIGINAL_DASH = "5 4";
var WaveView = class {
  constructor(theme, onProbe) {
    this.theme = theme;
    this.onProbe = onProbe;
    this.plot.element.append(this.cursor);
    this.element = make("div", {}, this.plot.element, this.key);
  }
  theme;
  onProbe;
  wave = null;
  arrays = [];
  cursor = make("span", { class: "gn-cursor", hidden: true });
  key = make("p", { class: "gn-key" });
  element;
  plot = new Plot("Waveform", 230, () => this.draw());
  probe = this.plot.addHandle({
    name: "probe",
    at: [0, 0],
    words: () => this.wave ? `Sample ${whole(this.wave.at.place)} at ${decimal(this.wave.at.time, 5)} s, value ${decimal(this.wave.at.value)}` : "",
    constrain: (x) => [x, this.wave?.at.value ?? 0],
    onMove: (x) => this.onProbe(x)
  });
  show(wave, arrays) {
    this.wave = wave;
    this.arrays = arrays;
    this.plot.relabel(`Waveform of ${wave.words}, from ${decimal(wave.begin)} to ${decimal(wave.end)} seconds`);
    this.draw();
  }
  retheme(theme) {
    this.theme = theme;
    this.draw();
  }
  /** Show the playback position; null hides it. */
  playAt(time) {
    const shown = time !== null && this.wave && time >= this.wave.begin && time <= this.wave.end;
    this.cursor.hidden = !shown;
    if (shown) this.cursor.style.left = `${this.plot.x(time)}px`;
  }
  close() {
    this.plot.close();
  }
  draw() {
    const { wave, theme, arrays } = this;
    if (!wave) return;
    const ink = inkOf(0, theme);
    const [xs, ys, originalXs, originalYs] = arrays;
    const lines = [{ xs: [wave.begin, wave.end], ys: [0, 0], ink: "var(--gn-quiet)", thin: true }];
    if (originalXs) lines.push({ xs: originalXs, ys: originalYs, ink: inkOf(1, theme), dash: ORIGINAL_DASH, thin: true });
    lines.push({ xs, ys, ink, thin: true });
    const dots = wave.few ? wave.listed.map(({ time, value }) => ({ x: time, y: value, ink })) : [];
    this.showKey(originalXs !== void 0);
    this.probe.at = [wave.at.time, wave.at.value];
    this.probe.paint(inkOf(2, theme));
    this.plot.draw({ x: [wave.begin, wave.end], y: [-1.05, 1.05], xLabel: "time in seconds", yLabel: "value" }, lines, dots);
  }
  showKey(original) {
    const entry = (place, dash, words) => make("span", {}, swatch(inkOf(place, this.theme), dash), words);
    this.key.replaceChildren(
      entry(0, "", this.wave.few ? "what you hear, with its samples" : "what you hear"),
      ...original ? [entry(1, ORIGINAL_DASH, "the original")] : []
    );
  }
};
export {
  WaveView
};
