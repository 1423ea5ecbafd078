// Wines by two measurements, one of them with its five nearest neighbours; scaling moves them all.
import { button, select, slider, type Control } from "../../dom/controls.ts";
import { make, makeSvg, setText } from "../../dom/element.ts";
import { Plot, type Dot, type Range } from "../../dom/plot.ts";
import type { Shell } from "../../dom/shell.ts";
import type { Answer, Channel } from "../../lib/channel.ts";
import { percent, short } from "../../lib/numbers.ts";
import { PlayLoop } from "../../lib/play.ts";
import { inkOf } from "../../lib/series.ts";
import type { Opening, Scaled, Wire } from "../../wire/feature_scaling.ts";

const GROWERS = ["first grower", "second grower", "third grower"] as const;
const SCALE = "Scale both measurements";
const BACK = "Back to the measurements";
const MOVE_MS = 900;
/** How much of the plot stays free around the points. */
const ROOM = 0.08;

interface View {
  x: Range;
  y: Range;
  /** Each wine's place as fractions of both axes: x, y, x, y … */
  fractions: Float64Array;
}

export class WinesView {
  private opening!: Opening;
  private growers: Float32Array = new Float32Array();
  private answer: Answer<Scaled> | null = null;
  private wine = 0;
  private scaling = "none";
  private from: Float64Array | null = null;
  private view: View | null = null;
  private done = 1;
  private began: number | null = null;
  private readonly scores = new Map<string, [HTMLElement, HTMLElement, HTMLElement]>();
  private readonly plot = new Plot("178 wines by two measurements; one of them with its five nearest neighbours", 320, () => this.fit());
  private readonly words = make("p", { role: "status" });
  private readonly key = make("p", { class: "gn-key" });
  private readonly list = make("dl", { class: "gn-scores", "aria-label": "Wines whose grower is named rightly by the majority of five neighbours" });
  private readonly main = button({ name: "scale", label: SCALE, text: SCALE, class: "gn-button gn-main", onClick: () => this.choose(this.scaling === "none" ? "standard" : "none") });
  private kinds!: Control<string>;
  private readonly loop = new PlayLoop({ turn: (now) => this.moveOn(now), changed: () => undefined });

  constructor(
    private readonly shell: Shell,
    private readonly channel: Channel<Wire>,
  ) {
    channel.request("open", {}, ({ head, arrays }) => {
      this.opening = head;
      this.growers = arrays[0]!;
      this.wine = head.wine;
      this.build();
    });
  }

  retheme(): void {
    this.drawKey();
    this.draw();
  }

  close(): void {
    this.loop.pause();
    this.plot.close();
  }

  private build(): void {
    const { scalings, wine } = this.opening;
    this.kinds = select({ label: "Scaling", help: "How both measurements are brought to one scale", name: "scaling", options: scalings.map(({ name, label }) => ({ value: name, label })), onInput: (name) => this.choose(name) });
    const wines = slider({ label: "Wine", help: "The wine whose neighbours are asked", name: "wine", min: 1, max: this.growers.length, step: 1, format: (number) => `${number} of ${this.growers.length}`, onInput: (number) => this.pick(number - 1) });
    wines.show(wine + 1);
    for (const { name, label } of scalings) {
      const row: [HTMLElement, HTMLElement, HTMLElement] = [make("dt", {}, label), make("dd", { class: "gn-bar", "aria-hidden": "true" }), make("dd", {}, "?")];
      this.scores.set(name, row);
      this.list.append(...row);
    }
    this.shell.root.append(
      make("div", { class: "gn-row" }, this.main, this.kinds.element, wines.element),
      this.plot.element,
      this.key,
      this.words,
      make("p", { class: "gn-note" }, "Of all 178 wines, so many are assigned to the right grower by the majority of their five nearest neighbours:"),
      this.list,
    );
    this.drawKey();
    this.ask();
  }

  private choose(scaling: string): void {
    this.scaling = scaling;
    this.ask();
  }

  private pick(wine: number): void {
    this.wine = wine;
    this.ask();
  }

  private ask(): void {
    this.channel.request("scale", { scaling: this.scaling, wine: this.wine }, (answer) => {
      const moves = this.answer !== null && this.answer.head.scaling !== answer.head.scaling;
      this.from = moves ? (this.view?.fractions ?? null) : null;
      this.answer = answer;
      this.write(answer.head);
      this.fit();
      if (moves && !matchMedia("(prefers-reduced-motion: reduce)").matches) this.start();
    });
  }

  private start(): void {
    [this.done, this.began] = [0, null];
    this.loop.play();
  }

  private moveOn(now: number): boolean {
    this.began ??= now;
    this.done = Math.min(1, (now - this.began) / MOVE_MS);
    this.draw();
    return this.done < 1;
  }

  private write({ scaling, grower, measured, votes, right }: Scaled): void {
    const label = scaling === "none" ? SCALE : BACK;
    setText(this.main.firstElementChild!, label);
    this.main.title = label;
    this.kinds.show(scaling);
    const named = GROWERS.filter((_, i) => votes[i]).map((name) => `${votes[GROWERS.indexOf(name)]} for the ${name}`);
    const verdict = votes[grower] === Math.max(...votes) ? "Right" : "Wrong";
    setText(this.words, `This wine is from the ${GROWERS[grower]}: colour ${short(measured[0])}, proline ${short(measured[1])}. Its five neighbours vote: ${named.join(", ")}. ${verdict}.`);
    for (const [name, [term, bar, number]] of this.scores) {
      term.dataset["now"] = number.dataset["now"] = String(name === scaling);
      if (name !== scaling) continue;
      bar.style.setProperty("--gn-fraction", String(right));
      setText(number, percent(right));
    }
    Object.assign(this.shell.root.dataset, { ready: "true", scaling, right: right.toFixed(4), votes: votes.join(" ") });
  }

  // One unit is as long on both axes: only so are distances on the page those that are compared.
  private fit(): void {
    if (!this.answer || this.plot.width === 0) return;
    const places = this.answer.arrays[0]!;
    const { width, height } = this.plot.area;
    const sides = [0, 1].map((side) => places.filter((_, i) => i % 2 === side)).map((values) => [Math.min(...values), Math.max(...values)] as const);
    const unit = Math.max((sides[0]![1] - sides[0]![0]) / width, (sides[1]![1] - sides[1]![0]) / height) * (1 + 2 * ROOM);
    const around = ([low, high]: Range, pixels: number): Range => [(low + high - unit * pixels) / 2, (low + high + unit * pixels) / 2];
    const [x, y] = [around(sides[0]!, width), around(sides[1]!, height)];
    const fractions = Float64Array.from(places, (value, i) => (i % 2 ? (value - y[0]) / (y[1] - y[0]) : (value - x[0]) / (x[1] - x[0])));
    this.view = { x, y, fractions };
    this.draw();
  }

  private draw(): void {
    const { view, answer, growers, from, shell } = this;
    if (!view || !answer) return;
    const ease = this.loop.playing ? 1 - (1 - this.done) ** 3 : 1;
    const { x, y, fractions } = view;
    const now = (i: number): number => (from ? from[i]! + (fractions[i]! - from[i]!) * ease : fractions[i]!);
    const at = (wine: number): [number, number] => [x[0] + now(2 * wine) * (x[1] - x[0]), y[0] + now(2 * wine + 1) * (y[1] - y[0])];
    const { wine, voters, scaling } = answer.head;
    const near = new Set(voters);
    const dots: Dot[] = [...growers.keys()].map((i) => {
      const [grower, [left, up]] = [growers[i]!, at(i)];
      return { x: left, y: up, ink: inkOf(grower, shell.theme), square: grower === 1, triangle: grower === 2, radius: i === wine ? 9 : near.has(i) ? 6 : 3.2 };
    });
    const here = at(wine);
    const links = voters.map((other) => {
      const there = at(other);
      return { xs: [here[0], there[0]], ys: [here[1], there[1]], ink: "var(--gn-ink)" };
    });
    const [xLabel, yLabel] = this.opening.features.map((name) => (scaling === "none" ? name : `${name.split(",")[0]}, scaled`)) as [string, string];
    this.plot.draw({ x, y, xLabel, yLabel }, links, dots);
  }

  private drawKey(): void {
    const marks = GROWERS.map((name, i) => {
      const fill = inkOf(i, this.shell.theme);
      const shape = [makeSvg("circle", { cx: 5, cy: 5, r: 4.5, fill }), makeSvg("rect", { x: 1, y: 1, width: 8, height: 8, fill }), makeSvg("path", { d: "M5 0l5 10h-10z", fill })][i]!;
      return make("span", {}, makeSvg("svg", { width: 10, height: 10, "aria-hidden": "true" }, shape), name);
    });
    this.key.replaceChildren(...marks, make("span", {}, "large: the chosen wine and its five neighbours"));
  }
}
