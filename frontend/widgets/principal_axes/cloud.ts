// A cloud of points in three dimensions, turned by hand; an axis turns until the shadows on it are spread widest.
import { button } from "../../dom/controls.ts";
import { make, makeSvg, setAttribute, setText } from "../../dom/element.ts";
import type { Shell } from "../../dom/shell.ts";
import type { Channel } from "../../lib/channel.ts";
import { minusText, percent } from "../../lib/numbers.ts";
import { PlayLoop } from "../../lib/play.ts";
import type { Cloud, Wire } from "../../wire/principal_axes.ts";
import { along, between, project, type Eye, type Vector } from "./space.ts";

const FIND = "Find the principal axis";
const SECOND = "Show the second axis";
const AGAIN = "Start again";
const TURN_MS = 150;
const KEY_TURN = 0.12;
const REACH = 3;

export class CloudView {
  private head: Cloud | null = null;
  private points: Vector[] = [];
  private axes: Vector[] = [];
  private second: Vector = [0, 0, 1];
  /** How many turns the axis has made, with a fraction while it moves. */
  private turn = 0;
  private two = false;
  private began: number | null = null;
  private eye: Eye = { turn: -0.35, tilt: 0.3 };
  private readonly svg = makeSvg("svg", { viewBox: "-200 -170 400 340", "aria-hidden": "true" });
  private readonly strip = makeSvg("svg", { viewBox: "-200 -20 400 58", role: "img" });
  private readonly stage: HTMLElement;
  private readonly words = make("p", { role: "status" });
  private readonly recipe = make("p", { class: "gn-note" });
  private readonly shadows = make("input", { type: "checkbox", name: "shadows", onchange: () => this.draw() });
  private readonly main = button({ name: "find", label: FIND, text: FIND, class: "gn-button gn-main", onClick: () => this.press() });
  private readonly loop = new PlayLoop({ turn: (now) => this.turnOn(now), changed: () => this.write() });

  constructor(
    private readonly shell: Shell,
    channel: Channel<Wire>,
  ) {
    this.stage = this.makeStage();
    this.shadows.checked = true;
    shell.root.append(
      make("div", { class: "gn-row" }, this.main, make("label", { class: "gn-check" }, this.shadows, "Lines to the axis")),
      this.stage,
      make("p", { class: "gn-label" }, "The shadows of all points on the axis"),
      make("div", { class: "gn-shadows" }, this.strip),
      this.words,
      this.recipe,
      make("p", { class: "gn-note" }, "Drag the cloud to turn it, or use the arrow keys."),
    );
    channel.request("open", {}, ({ head, arrays: [points, axes, second] }) => {
      this.head = head;
      [this.points, this.axes] = [triples(points!), triples(axes!)];
      this.second = triples(second!)[0]!;
      this.draw();
      this.write();
    });
  }

  retheme(): void {
    this.draw();
  }

  close(): void {
    this.loop.pause();
  }

  private makeStage(): HTMLElement {
    const stage = make(
      "div",
      {
        class: "gn-turning",
        role: "img",
        tabindex: "0",
        "aria-label": "A cloud of points with an axis; arrow keys turn it",
        onpointerdown: (event: PointerEvent) => stage.setPointerCapture(event.pointerId),
        onpointermove: (event: PointerEvent) => {
          if (stage.hasPointerCapture(event.pointerId)) this.rotate(event.movementX / 120, event.movementY / 160);
        },
        onkeydown: (event: KeyboardEvent) => this.pressKey(event),
      },
      this.svg,
    );
    return stage;
  }

  private pressKey(event: KeyboardEvent): void {
    const turns: Record<string, [number, number]> = { ArrowLeft: [-KEY_TURN, 0], ArrowRight: [KEY_TURN, 0], ArrowUp: [0, -KEY_TURN], ArrowDown: [0, KEY_TURN] };
    const turn = turns[event.key];
    if (!turn) return;
    event.preventDefault();
    event.stopPropagation();
    this.rotate(...turn);
  }

  private rotate(turn: number, tilt: number): void {
    this.eye = { turn: this.eye.turn + turn, tilt: Math.min(1.5, Math.max(-1.5, this.eye.tilt + tilt)) };
    this.draw();
  }

  private get last(): number {
    return this.axes.length - 1;
  }

  private press(): void {
    if (!this.head || this.loop.playing) return;
    if (this.turn < this.last) return this.start();
    this.two = !this.two;
    if (!this.two) this.turn = 0;
    this.draw();
    this.write();
  }

  private start(): void {
    this.began = null;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) this.turn = this.last;
    else this.loop.play();
    this.draw();
    this.write();
  }

  private turnOn(now: number): boolean {
    this.began ??= now;
    this.turn = Math.min(this.last, (now - this.began) / TURN_MS);
    this.draw();
    this.write();
    return this.turn < this.last;
  }

  private get axis(): Vector {
    const from = Math.floor(this.turn);
    return between(this.axes[from]!, this.axes[Math.min(from + 1, this.last)]!, this.turn - from);
  }

  private get share(): number {
    const spread = variance(this.points.map((point) => along(point, this.axis)));
    return spread / this.axes[0]!.reduce((sum, _, i) => sum + variance(this.points.map((point) => point[i]!)), 0);
  }

  private write(): void {
    const { head, axis, share } = this;
    if (!head) return;
    const found = this.turn === this.last;
    const label = !found ? FIND : this.two ? AGAIN : SECOND;
    setText(this.main.firstElementChild!, label);
    this.main.title = label;
    const kept = percent(share);
    const sum = percent(share + head.second);
    const both = `The principal axis keeps ${kept} of the variance, the second, at a right angle to it, ${percent(head.second)}: a flat sheet keeps ${sum}.`;
    setText(this.words, this.two ? both : `${found ? "The principal axis" : "This axis"} keeps ${kept} of the variance.`);
    setText(this.recipe, `Place on the axis = ${head.measurements.map((name, i) => `${minusText(axis[i]!.toFixed(2))} · ${name}`).join(" + ").replaceAll("+ −", "− ")}`);
    Object.assign(this.shell.root.dataset, { ready: "true", share: share.toFixed(4), turn: this.turn.toFixed(2), second: String(this.two) });
  }

  private draw(): void {
    if (!this.head) return;
    const { eye, axis, points } = this;
    const seen = points.map((point) => project(point, eye)).map((spot, i) => ({ spot, i }));
    seen.sort((a, b) => a.spot.depth - b.spot.depth);
    const lines = this.shadows.checked ? points.map((point) => this.shadowLine(point, axis)) : [];
    const dots = seen.map(({ spot }) => makeSvg("circle", { cx: spot.x, cy: spot.y, r: 3 + 0.5 * spot.depth, fill: "var(--gn-series-1, var(--gn-class-1))", opacity: 0.75 }));
    const bars = [this.axisLine(axis, "var(--gn-class-0)", 4), ...(this.two ? [this.axisLine(this.second, "var(--gn-test)", 3)] : [])];
    this.svg.replaceChildren(...this.frame(), ...lines, ...dots, ...bars);
    this.drawStrip(points.map((point) => along(point, axis)));
  }

  private frame(): SVGElement[] {
    return this.head!.measurements.flatMap((name, i) => {
      const end = [0, 0, 0].map((_, j) => (i === j ? REACH : 0)) as unknown as Vector;
      const [from, to] = [project(scaled(end, -1), this.eye), project(end, this.eye)];
      return [
        makeSvg("path", { d: `M${from.x} ${from.y}L${to.x} ${to.y}`, stroke: "var(--gn-line)", "stroke-width": 1.5 }),
        makeSvg("text", { x: to.x, y: to.y - 6, "text-anchor": "middle" }, name),
      ];
    });
  }

  private shadowLine(point: Vector, axis: Vector): SVGElement {
    const [from, to] = [project(point, this.eye), project(scaled(axis, along(point, axis)), this.eye)];
    return makeSvg("path", { d: `M${from.x} ${from.y}L${to.x} ${to.y}`, stroke: "var(--gn-quiet)", "stroke-width": 0.6, opacity: 0.6 });
  }

  private axisLine(axis: Vector, stroke: string, width: number): SVGElement {
    const [from, to] = [project(scaled(axis, -REACH), this.eye), project(scaled(axis, REACH), this.eye)];
    return makeSvg("path", { d: `M${from.x} ${from.y}L${to.x} ${to.y}`, stroke, "stroke-width": width, "stroke-linecap": "round" });
  }

  private drawStrip(places: readonly number[]): void {
    const step = 36;
    const marks = places.map((place) => makeSvg("path", { d: `M${place * step} -14v20`, stroke: "var(--gn-class-1)", "stroke-width": 1.5, opacity: 0.5 }));
    const ticks = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5].map((tick) => makeSvg("text", { x: tick * step, y: 26, "text-anchor": "middle" }, minusText(String(tick))));
    this.strip.replaceChildren(makeSvg("path", { d: "M-190 8H190", stroke: "var(--gn-class-0)", "stroke-width": 3 }), ...marks, ...ticks);
    const width = Math.sqrt(variance(places)).toFixed(2);
    setAttribute(this.strip, "aria-label", `The shadows on the axis, from −5 to 5; their standard deviation is ${width}`);
  }
}

function triples(values: Float32Array): Vector[] {
  return Array.from({ length: values.length / 3 }, (_, i) => [values[3 * i]!, values[3 * i + 1]!, values[3 * i + 2]!]);
}

function scaled(vector: Vector, factor: number): Vector {
  return vector.map((part) => factor * part) as unknown as Vector;
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}
