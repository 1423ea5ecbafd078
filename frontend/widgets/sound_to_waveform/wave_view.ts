// The waveform: what is heard, the individual samples if there are few, and the original behind them.
import { Plot, type Dot, type Line } from "../../dom/plot.ts";
import { make } from "../../dom/element.ts";
import { swatch } from "../../dom/swatch.ts";
import type { Theme } from "../../lib/colors.ts";
import { decimal, whole } from "../../lib/numbers.ts";
import { inkOf } from "../../lib/series.ts";
import type { WaveReply } from "../../wire/sound_to_waveform.ts";

const ORIGINAL_DASH = "5 4";

export class WaveView {
  private wave: WaveReply | null = null;
  private arrays: Float32Array[] = [];
  private readonly cursor = make("span", { class: "gn-cursor", hidden: true });
  private readonly key = make("p", { class: "gn-key" });
  readonly element: HTMLElement;
  private readonly plot = new Plot("Waveform", 230, () => this.draw());
  private readonly probe = this.plot.addHandle({
    name: "probe",
    at: [0, 0],
    words: () => (this.wave ? `Sample ${whole(this.wave.at.place)} at ${decimal(this.wave.at.time, 5)} s, value ${decimal(this.wave.at.value)}` : ""),
    constrain: (x) => [x, this.wave?.at.value ?? 0],
    onMove: (x) => this.onProbe(x),
  });

  constructor(
    private theme: Theme,
    private readonly onProbe: (time: number) => void,
  ) {
    this.plot.element.append(this.cursor);
    this.element = make("div", {}, this.plot.element, this.key);
  }

  show(wave: WaveReply, arrays: Float32Array[]): void {
    this.wave = wave;
    this.arrays = arrays;
    this.plot.relabel(`Waveform of ${wave.words}, from ${decimal(wave.begin)} to ${decimal(wave.end)} seconds`);
    this.draw();
  }

  retheme(theme: Theme): void {
    this.theme = theme;
    this.draw();
  }

  /** Show the playback position; null hides it. */
  playAt(time: number | null): void {
    const shown = time !== null && this.wave && time >= this.wave.begin && time <= this.wave.end;
    this.cursor.hidden = !shown;
    if (shown) this.cursor.style.left = `${this.plot.x(time)}px`;
  }

  close(): void {
    this.plot.close();
  }

  private draw(): void {
    const { wave, theme, arrays } = this;
    if (!wave) return;
    const ink = inkOf(0, theme);
    const [xs, ys, originalXs, originalYs] = arrays;
    const lines: Line[] = [{ xs: [wave.begin, wave.end], ys: [0, 0], ink: "var(--gn-quiet)", thin: true }];
    if (originalXs) lines.push({ xs: originalXs, ys: originalYs!, ink: inkOf(1, theme), dash: ORIGINAL_DASH, thin: true });
    lines.push({ xs: xs!, ys: ys!, ink, thin: true });
    const dots: Dot[] = wave.few ? wave.listed.map(({ time, value }) => ({ x: time, y: value, ink })) : [];
    this.showKey(originalXs !== undefined);
    this.probe.at = [wave.at.time, wave.at.value];
    this.probe.paint(inkOf(2, theme));
    this.plot.draw({ x: [wave.begin, wave.end], y: [-1.05, 1.05], xLabel: "time in seconds", yLabel: "value" }, lines, dots);
  }

  private showKey(original: boolean): void {
    const entry = (place: number, dash: string, words: string): HTMLElement => make("span", {}, swatch(inkOf(place, this.theme), dash), words);
    this.key.replaceChildren(
      entry(0, "", this.wave!.few ? "what you hear, with its samples" : "what you hear"),
      ...(original ? [entry(1, ORIGINAL_DASH, "the original")] : []),
    );
  }
}
