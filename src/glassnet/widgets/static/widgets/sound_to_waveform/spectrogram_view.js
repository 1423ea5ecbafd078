// widgets/sound_to_waveform/spectrogram_view.ts
import { make } from "../../dom/element.js";
import { coverArea } from "../../dom/heat.js";
import { Plot } from "../../dom/plot.js";
import { swatch } from "../../dom/swatch.js";
import { byteOf, fractionTable } from "../../lib/colors.js";
import { whole } from "../../lib/numbers.js";
import { inkOf } from "../../lib/series.js";
var HERTZ = 1e3;
var SpectrogramView = class {
  constructor(theme) {
    this.theme = theme;
    const scale = make("p", { class: "gn-note gn-decibels" }, this.lowest, make("span", { class: "gn-ramp", "aria-hidden": "true" }), "0 dB: a full-scale sine wave");
    this.element = make("div", {}, this.plot.element, this.half, scale);
  }
  theme;
  element;
  plot = new Plot("Spectrogram", 260, () => this.draw());
  lowest = make("span", {});
  half = make("p", { class: "gn-key" });
  shown = null;
  seen = [0, 0];
  show(head, decibels) {
    this.shown = { head, decibels };
    this.lowest.textContent = `${whole(head.lowest_db)} dB or less`;
    this.draw();
  }
  /** Mark the section that the waveform shows. */
  mark(begin, end) {
    this.seen = [begin, end];
    this.drawLines();
  }
  retheme(theme) {
    this.theme = theme;
    this.draw();
  }
  close() {
    this.plot.close();
  }
  draw() {
    if (!this.shown || this.plot.width === 0) return;
    coverArea(this.plot);
    this.paint(this.shown.head, this.shown.decibels);
    this.drawLines();
  }
  paint({ rows, columns, top, axis_top, lowest_db }, decibels) {
    const cells = document.createElement("canvas");
    cells.width = columns;
    cells.height = rows;
    const own = cells.getContext("2d");
    const image = own.createImageData(columns, rows);
    const [pixels, colors] = [new Uint32Array(image.data.buffer), fractionTable(this.theme)];
    for (let row = 0; row < rows; row++) {
      const begin = (rows - 1 - row) * columns;
      for (let column = 0; column < columns; column++) {
        pixels[begin + column] = colors[byteOf(1 - decibels[row * columns + column] / lowest_db)];
      }
    }
    own.putImageData(image, 0, 0);
    const { canvas } = this.plot;
    const context = canvas.getContext("2d");
    const height = top / axis_top * canvas.height;
    context.drawImage(cells, 0, canvas.height - height, canvas.width, height);
  }
  drawLines() {
    if (!this.shown) return;
    const { seconds, axis_top, half_rate } = this.shown.head;
    const top = axis_top / HERTZ;
    const lines = [];
    const [begin, end] = this.seen;
    const ink = inkOf(2, this.theme);
    if (begin > 0 || end < seconds) {
      for (const time of this.seen) lines.push({ xs: [time, time], ys: [0, top], ink, thin: true });
    }
    const half = { xs: [0, seconds], ys: [half_rate / HERTZ, half_rate / HERTZ], ink: inkOf(1, this.theme), dash: "8 4" };
    this.half.hidden = half_rate >= axis_top;
    if (!this.half.hidden) lines.push(half);
    this.half.replaceChildren(make("span", {}, swatch(half.ink, half.dash), `half the sample rate, ${whole(half_rate)} Hz: higher frequencies are aliased to below this line`));
    this.plot.relabel(`Spectrogram up to ${whole(Math.min(half_rate, axis_top))} hertz over ${seconds.toFixed(2)} seconds`);
    this.plot.draw({ x: [0, seconds], y: [0, top], xLabel: "time in seconds", yLabel: "frequency in kHz" }, lines);
  }
};
export {
  SpectrogramView
};
