// The network: 64 points, hidden neurons, ten outputs; under a cover while the box is closed.
import { digitPicture, paintDigit } from "../../dom/digit_picture.ts";
import { make, makeSvg, setAttribute, setText } from "../../dom/element.ts";
import { ink } from "../../dom/ink.ts";
import type { Answer } from "../../lib/channel.ts";
import type { Theme } from "../../lib/colors.ts";
import { percent, whole } from "../../lib/numbers.ts";
import type { Inside, Reading } from "../../wire/glass_box.ts";

export interface Neuron {
  /** 0: hidden, 1: output. */
  layer: 0 | 1;
  unit: number;
}

interface Shown {
  open: boolean;
  chosen: Neuron | null;
  theme: Theme;
}

const OUTPUTS = 10;
const POINTS = 64;
const NARROW = 420;

export class Stage {
  readonly element: HTMLElement;
  private width = 0;
  private readonly picture = digitPicture("gn-input-picture");
  private readonly edges = makeSvg("svg", { "aria-hidden": "true" });
  private readonly hidden: HTMLButtonElement[] = [];
  private readonly outputs: HTMLButtonElement[] = [];
  private readonly cover = make("div", { class: "gn-cover", "aria-hidden": "true" }, make("span", {}, "?"), make("span", { class: "gn-cover-words" }));
  private readonly walls = make("div", { class: "gn-inside" });
  private readonly observer: ResizeObserver;

  constructor(
    private readonly choose: (neuron: Neuron) => void,
    redraw: () => void,
  ) {
    this.element = make("div", { class: "gn-stage" }, this.walls, this.cover);
    this.observer = new ResizeObserver(([entry]) => {
      if (entry!.contentRect.width === this.width) return;
      this.width = entry!.contentRect.width;
      redraw();
    });
    this.observer.observe(this.element);
  }

  close(): void {
    this.observer.disconnect();
  }

  draw(inside: Answer<Inside>, reading: Answer<Reading>, { open, chosen, theme }: Shown): void {
    if (this.width === 0) return;
    if (this.hidden.length === 0) this.build(inside, theme);
    this.place(inside.head.hidden);
    const [pixels, , activations, , chances] = reading.arrays;
    paintDigit(this.picture, pixels!, theme, 1);
    this.walls.inert = !open;
    this.cover.dataset["open"] = String(open);
    setText(this.cover.lastElementChild!, `A box with ${whole(inside.head.parameters)} numbers in it`);
    this.hidden.forEach((button, i) => {
      const value = activations![i]!.toFixed(1);
      setText(button.lastElementChild!, value);
      setAttribute(button, "aria-label", `Hidden neuron ${i + 1}: ${value}`);
      setAttribute(button, "aria-pressed", String(open && chosen?.layer === 0 && chosen.unit === i));
      paintDigit(button.firstElementChild as HTMLCanvasElement, weightsOf(inside, i), theme);
    });
    this.outputs.forEach((button, digit) => {
      const share = reading.head.empty ? 0 : chances![digit]!;
      (button.children[1]!.firstElementChild as HTMLElement).style.width = `${(100 * share).toFixed(1)}%`;
      setText(button.lastElementChild!, percent(share));
      setAttribute(button, "aria-label", `${digit}: ${percent(share)}`);
      setAttribute(button, "aria-pressed", String(open && chosen?.layer === 1 && chosen.unit === digit));
      button.dataset["said"] = String(!reading.head.empty && digit === reading.head.answer);
    });
    this.drawEdges(inside, reading, chosen, theme);
  }

  private build(inside: Answer<Inside>, theme: Theme): void {
    const { hidden } = inside.head;
    for (let unit = 0; unit < hidden; unit++) {
      const canvas = digitPicture("gn-weights");
      paintDigit(canvas, weightsOf(inside, unit), theme);
      this.hidden.push(make("button", { type: "button", class: "gn-neuron", "data-unit": unit, onclick: () => this.choose({ layer: 0, unit }) }, canvas, make("span", {})));
    }
    for (let unit = 0; unit < OUTPUTS; unit++) {
      this.outputs.push(
        make(
          "button",
          { type: "button", class: "gn-output", "data-output": unit, onclick: () => this.choose({ layer: 1, unit }) },
          make("span", { class: "gn-digit" }, String(unit)),
          make("span", { class: "gn-bar-room" }, make("span", { class: "gn-bar-fill" })),
          make("span", { class: "gn-share" }),
        ),
      );
    }
    this.walls.append(this.edges, this.picture, ...this.hidden);
    this.element.append(...this.outputs);
  }

  private get high(): number {
    return this.element.clientHeight;
  }

  private get columns(): { picture: number; hidden: number; neuron: number; outputs: number } {
    const { width } = this;
    if (width < NARROW) return { picture: 56, hidden: 78, neuron: 70, outputs: width - 112 };
    return { picture: 88, hidden: 0.34 * width, neuron: 74, outputs: width - 148 };
  }

  private place(hidden: number): void {
    const { high, width } = this;
    const { picture, hidden: x, neuron, outputs } = this.columns;
    this.picture.style.cssText = `left:0;top:${(high - picture) / 2}px;width:${picture}px;height:${picture}px`;
    this.hidden.forEach((button, i) => (button.style.cssText = `left:${x}px;top:${(i * high) / hidden}px;width:${neuron}px;height:${high / hidden}px`));
    this.outputs.forEach((button, i) => (button.style.cssText = `left:${outputs}px;top:${(i * high) / OUTPUTS}px;width:${width - outputs}px;height:${high / OUTPUTS}px`));
    this.cover.style.width = `${outputs}px`;
    this.walls.style.width = `${outputs}px`;
  }

  // Blue connections say "more" to their output, orange ones "less": the neuron's activation times the weight.
  private drawEdges({ head, arrays }: Answer<Inside>, reading: Answer<Reading>, chosen: Neuron | null, theme: Theme): void {
    const { high } = this;
    const { picture, hidden: x, neuron, outputs } = this.columns;
    const [sums, activations] = [reading.arrays[1]!, reading.arrays[2]!];
    const at = (i: number, count: number): number => ((i + 0.5) * high) / count;
    const lines: { d: string; value: number; lit: boolean }[] = [];
    for (let i = 0; i < head.hidden; i++) {
      lines.push({ d: `M${picture} ${high / 2}L${x} ${at(i, head.hidden)}`, value: sums[i]! / 8, lit: chosen?.layer === 0 && chosen.unit === i });
      for (let digit = 0; digit < OUTPUTS; digit++) {
        const lit = chosen?.layer === 0 ? chosen.unit === i : chosen?.unit === digit;
        lines.push({ d: `M${x + neuron} ${at(i, head.hidden)}L${outputs} ${at(digit, OUTPUTS)}`, value: (activations[i]! * arrays[2]![i * OUTPUTS + digit]!) / 4, lit });
      }
    }
    setAttribute(this.edges, "viewBox", `0 0 ${outputs} ${high}`);
    this.edges.replaceChildren(
      ...lines
        .sort((a, b) => Number(a.lit) - Number(b.lit))
        .map(({ d, value, lit }) => {
          const size = Math.min(1, Math.abs(value));
          return makeSvg("path", { d, fill: "none", stroke: size < 0.02 ? ink("line", theme) : ink(value < 0 ? "negative" : "positive", theme), "stroke-width": 0.5 + 4 * size, "stroke-opacity": lit || !chosen ? 0.9 : 0.18 });
        }),
    );
  }
}

/** The weights of a hidden neuron, one for each point. */
export function weightsOf({ head, arrays }: Answer<Inside>, unit: number): number[] {
  return Array.from({ length: POINTS }, (_, point) => arrays[0]![point * head.hidden + unit]!);
}
