// A walk in the fog: only the ground that has been under the walker's feet is seen, and the slope where it stands.
import { slider, type Control } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { Plot, type Line } from "../../dom/plot.ts";
import { Recording } from "../../dom/recording.ts";
import type { Channel } from "../../lib/channel.ts";
import type { Theme } from "../../lib/colors.ts";
import { decimal, short, whole } from "../../lib/numbers.ts";
import { fromLogSlider, toLogSlider } from "../../lib/scales.ts";
import { inkOf } from "../../lib/series.ts";
import type { CurveView, WalkView as Walk, Wire } from "../../wire/hillside.ts";

export interface Curve {
  head: CurveView;
  xs: Float32Array;
  ys: Float32Array;
}

/** How far a foot reaches in the fog, and the length of the tangent under it. */
const REACH = 0.16;
const TANGENT = 0.28;
const STEP_MS = 180;
const RATES = [0.001, 0.2] as const;

export class WalkView {
  private walk: Walk | null = null;
  private start: number;
  private rate: number;
  private readonly words = make("p", { class: "gn-said", role: "status" });
  private readonly fog = make("input", { type: "checkbox", name: "fog", onchange: () => this.draw() });
  private readonly plot = new Plot("The hillside, as far as it has been walked", 270, () => this.draw());
  private readonly clock = new Recording({
    label: "Step",
    place: "step",
    action: "Walk down",
    everyMs: STEP_MS,
    names: { slider: "step-slider", previous: "step-back", next: "step" },
    words: (now, last) => `${whole(now)} of ${whole(last)}`,
    onMove: () => this.draw(),
  });
  private readonly handle;
  private readonly knob: Control<number>;

  constructor(
    private readonly root: HTMLElement,
    place: HTMLElement,
    private readonly channel: Channel<Wire>,
    private readonly curve: Curve,
    private theme: Theme,
  ) {
    this.start = curve.head.start;
    this.rate = curve.head.rate;
    this.fog.checked = true;
    this.knob = slider({
      label: "Learning rate η",
      help: "How long a step is for each unit of slope",
      name: "rate",
      min: 0,
      max: 1,
      step: 0.01,
      toValue: (at) => Number(fromLogSlider(at, ...RATES).toPrecision(2)),
      toPosition: (value) => toLogSlider(value, ...RATES),
      format: short,
      onInput: (rate) => this.set({ rate }),
    });
    this.handle = this.plot.addHandle({
      name: "start",
      at: [this.start, this.heightAt(this.start)],
      ink: "var(--gn-ink)",
      words: (x) => `Start at x ${short(x)}`,
      onMove: (x) => this.set({ start: x }),
      constrain: (x) => [x, this.heightAt(x)],
    });
    const fog = make("label", { class: "gn-check" }, this.fog, "Fog");
    place.replaceChildren(
      this.clock.element,
      this.words,
      this.plot.element,
      make("div", { class: "gn-row" }, this.knob.element, fog),
      make("p", { class: "gn-note" }, "Drag the ring to start elsewhere."),
    );
    this.set({});
  }

  retheme(theme: Theme): void {
    this.theme = theme;
    this.draw();
  }

  close(): void {
    this.clock.stop();
    this.plot.close();
  }

  private heightAt(x: number): number {
    const { xs, ys } = this.curve;
    const along = Math.min(xs.length - 1.001, Math.max(0, ((x - xs[0]!) / (xs.at(-1)! - xs[0]!)) * (xs.length - 1)));
    const left = Math.floor(along);
    return ys[left]! + (along - left) * (ys[left + 1]! - ys[left]!);
  }

  private set(change: Partial<{ start: number; rate: number }>): void {
    Object.assign(this, change);
    this.knob.show(this.rate);
    this.channel.request("walk", { start: this.start, rate: this.rate, steps: this.curve.head.steps }, ({ head }) => {
      this.walk = head;
      this.clock.record(head.places.length - 1, 0);
      this.draw();
    });
  }

  private draw(): void {
    const { walk, clock, plot, theme, curve } = this;
    if (!walk || plot.width === 0) return;
    const visited = walk.places.slice(0, clock.now + 1);
    const seen = (x: number): boolean => !this.fog.checked || visited.some((place) => Math.abs(place - x) <= REACH);
    const ground: Line = { xs: curve.xs, ys: Float32Array.from(curve.ys, (y, i) => (seen(curve.xs[i]!) ? y : NaN)), ink: inkOf(0, theme) };
    const [x, y, slope] = [walk.places[clock.now]!, walk.heights[clock.now] ?? NaN, walk.slopes[clock.now] ?? NaN];
    const tangent: Line = { xs: [x - TANGENT, x + TANGENT], ys: [y - TANGENT * slope, y + TANGENT * slope], ink: inkOf(1, theme), thin: true };
    const inside = visited.flatMap((place, i) => (Math.abs(place) < 10 ? [{ x: place, y: walk.heights[i] ?? NaN, i }] : []));
    const { x_range, y_range } = curve.head;
    const dots = inside.filter((at) => at.x >= x_range[0] && at.x <= x_range[1]).map((at) => ({ x: at.x, y: at.y, ink: inkOf(1, theme), radius: at.i === clock.now ? 7 : 3.5 }));
    plot.draw({ x: x_range, y: y_range, xLabel: "x, where you stand", yLabel: "height f(x)" }, [ground, tangent], dots);
    this.handle.set([this.start, this.heightAt(this.start)]);
    setText(this.words, this.describe(x, y, slope));
    Object.assign(this.root.dataset, { ready: "true", step: clock.now, place: x.toFixed(4), playing: clock.playing });
  }

  private describe(x: number, y: number, slope: number): string {
    const { clock, rate, curve } = this;
    if (Math.abs(x) > 10) return `Step ${clock.now}: out of sight. Each step was longer than the one before.`;
    const here = `x = ${decimal(x, 2)}, height ${decimal(y, 2)}.`;
    if (Math.abs(x - curve.head.valley) < 0.01) return `${here} Level ground: this is the valley.`;
    if (Math.abs(slope) < 0.1) return `${here} The ground is nearly level (slope ${decimal(slope, 2)}), so the steps are tiny. Is this the valley?`;
    const [rises, go] = slope > 0 ? ["up", "left"] : ["down", "right"];
    return `${here} To the right the ground goes ${rises}: slope ${decimal(slope, 2)}. So the next step goes ${go}, by ${short(rate)} · ${decimal(Math.abs(slope), 2)} = ${decimal(rate * Math.abs(slope), 2)}.`;
  }
}
