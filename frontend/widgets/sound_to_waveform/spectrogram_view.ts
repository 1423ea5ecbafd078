// The spectrogram: the strength of every frequency over time.
import { make } from "../../dom/element.ts";
import { coverArea } from "../../dom/heat.ts";
import { Plot, type Line } from "../../dom/plot.ts";
import { swatch } from "../../dom/swatch.ts";
import { byteOf, fractionTable, type Theme } from "../../lib/colors.ts";
import { whole } from "../../lib/numbers.ts";
import { inkOf } from "../../lib/series.ts";
import type { SpectrogramReply } from "../../wire/sound_to_waveform.ts";

/** Hertz per kilohertz. */
const HERTZ = 1000;

export class SpectrogramView {
  readonly element: HTMLElement;
  private readonly plot = new Plot("Spectrogram", 260, () => this.draw());
  private readonly lowest = make("span", {});
  private readonly half = make("p", { class: "gn-key" });
  private shown: { head: SpectrogramReply; decibels: Float32Array } | null = null;
  private seen: [number, number] = [0, 0];

  constructor(private theme: Theme) {
    const scale = make("p", { class: "gn-note gn-decibels" }, this.lowest, make("span", { class: "gn-ramp", "aria-hidden": "true" }), "0 dB: a full-scale sine wave");
    this.element = make("div", {}, this.plot.element, this.half, scale);
  }

  show(head: SpectrogramReply, decibels: Float32Array): void {
    this.shown = { head, decibels };
    this.lowest.textContent = `${whole(head.lowest_db)} dB or less`;
    this.draw();
  }

  /** Mark the section that the waveform shows. */
  mark(begin: number, end: number): void {
    this.seen = [begin, end];
    this.drawLines();
  }

  retheme(theme: Theme): void {
    this.theme = theme;
    this.draw();
  }

  close(): void {
    this.plot.close();
  }

  private draw(): void {
    if (!this.shown || this.plot.width === 0) return;
    coverArea(this.plot);
    this.paint(this.shown.head, this.shown.decibels);
    this.drawLines();
  }

  private paint({ rows, columns, top, axis_top, lowest_db }: SpectrogramReply, decibels: Float32Array): void {
    const cells = document.createElement("canvas");
    cells.width = columns;
    cells.height = rows;
    const own = cells.getContext("2d")!;
    const image = own.createImageData(columns, rows);
    const [pixels, colors] = [new Uint32Array(image.data.buffer), fractionTable(this.theme)];
    for (let row = 0; row < rows; row++) {
      const begin = (rows - 1 - row) * columns;
      for (let column = 0; column < columns; column++) {
        pixels[begin + column] = colors[byteOf(1 - decibels[row * columns + column]! / lowest_db)]!;
      }
    }
    own.putImageData(image, 0, 0);
    const { canvas } = this.plot;
    const context = canvas.getContext("2d")!;
    const height = (top / axis_top) * canvas.height;
    context.drawImage(cells, 0, canvas.height - height, canvas.width, height);
  }

  private drawLines(): void {
    if (!this.shown) return;
    const { seconds, axis_top, half_rate } = this.shown.head;
    const top = axis_top / HERTZ;
    const lines: Line[] = [];
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
}
