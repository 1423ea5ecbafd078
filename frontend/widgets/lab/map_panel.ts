// The decision map: the network's output everywhere, under the training and test points.
import { make, setAttribute, setText } from "../../dom/element.ts";
import { ink } from "../../dom/ink.ts";
import { Plane } from "../../dom/plane.ts";
import type { Targets } from "../../dom/points.ts";
import { asPng } from "../../lib/download.ts";
import { columnSizes } from "../../lib/network.ts";
import { decimal, short } from "../../lib/numbers.ts";
import { linearScale } from "../../lib/scales.ts";
import type { Session } from "../../lib/session.ts";
import { makeDrawTools } from "./draw_tools.ts";
import type { Drawing } from "./drawing.ts";
import { MapField, type MapMode } from "./map_field.ts";
import type { Panel, Scene } from "./scene.ts";
import { unitName } from "./words.ts";

const SNAPSHOT_SIDE = 800;
const TICKS = [-2, -1, 0, 1, 2];
const LEGEND = ["class 0", "class 1", "class 2", "class 3", "class 4", "class 5"];

export class MapPanel implements Panel {
  readonly element: HTMLElement;
  private readonly plane: Plane;
  private readonly field: MapField;
  private readonly tools: HTMLElement;
  private readonly cross = make("span", { class: "gn-cross", hidden: true });
  private readonly lit = make("span", { class: "gn-cross gn-lit-point", hidden: true });
  private readonly title = make("h2", {}, "Output");
  private readonly low = make("span");
  private readonly high = make("span");
  private readonly ramp = make("span", { class: "gn-ramp-row" }, this.low, make("span", { class: "gn-ramp" }), this.high);
  private readonly caption = make("p", { class: "gn-caption" });
  private readonly up = make("em", {}, "x₂");
  private readonly keys = LEGEND.map((name, i) => make("span", { class: `gn-key gn-key-${i}` }, name));
  private scene: Scene | null = null;

  constructor(
    session: Session,
    private readonly drawing: Drawing,
    onPoint: (index: number) => void,
    redraw: () => void,
  ) {
    this.plane = new Plane(redraw);
    this.field = new MapField({ look: (x) => session.lookAt(x), mode: () => this.mode(), choose: (place) => this.choose(place, onPoint), drawing });
    this.tools = makeDrawTools(drawing);
    this.field.element.append(this.plane.element, this.cross, this.lit);
    this.element = make(
      "section",
      { class: "gn-map" },
      make("div", { class: "gn-row" }, this.title, this.ramp),
      make("div", { class: "gn-plot" }, makeAxis("gn-up", this.up, [...TICKS].reverse()), this.field.element, makeAxis("gn-across", make("em", {}, "x₁"), TICKS)),
      make("div", { class: "gn-legend" }, ...this.keys, make("span", { class: "gn-key gn-key-train" }, "training"), make("span", { class: "gn-key gn-key-test" }, "test")),
      this.tools,
      this.caption,
    );
  }

  draw(scene: Scene): void {
    this.scene = scene;
    this.drawPicture(scene);
    this.drawMarks(scene);
    this.drawWords(scene);
  }

  close(): void {
    this.plane.close();
  }

  /** The map as a PNG file. */
  picture(): Promise<Blob> {
    return asPng(this.plane.snapshot(SNAPSHOT_SIDE, ink("page", this.scene!.look.theme)));
  }

  private mode(): MapMode {
    const scene = this.scene;
    if (scene?.level === "build" && scene.spec.data === "own") return "draw";
    return scene?.level === "look" ? "choose" : "look";
  }

  private drawPicture({ frame, focus, look, session }: Scene): void {
    const sizes = columnSizes(frame.layers);
    const points = session.points;
    const targets: Targets = frame.task.kind === "values" ? { kind: "values", scale: frame.map_scale ?? 1 } : { kind: "classes" };
    const hidden = focus?.kind === "unit" && focus.column < sizes.length - 1;
    if (hidden && frame.units) {
      const index = unitIndex(sizes, focus.column, focus.unit);
      const size = frame.units.length / frame.unit_scales.length;
      this.plane.drawPicture(frame.units.subarray(index * size, (index + 1) * size), look.signed);
      const scale = short(frame.unit_scales[index]!);
      this.describe(unitName(frame, focus.column, focus.unit), `−${scale}`, `+${scale}`);
    } else if (frame.curve) {
      if (points) this.plane.drawCurve(frame.curve, points, frame.domain, look.theme, targets);
      return this.describe("Output", "", "");
    } else if (frame.map) this.drawOutput(scene(frame), frame.map, look);
    if (points) this.plane.drawPoints(points, frame.domain, look.theme, targets);
  }

  private drawOutput({ kind, scale, classes }: ReturnType<typeof scene>, map: Uint8Array, look: Scene["look"]): void {
    if (kind === "many" && classes) this.plane.drawClasses(map, classes, look.classes);
    else this.plane.drawPicture(map, kind === "values" ? look.signed : look.map);
    if (kind === "two") this.describe("Output", "class 0", "class 1");
    else this.describe("Output", kind === "values" ? `−${scale}` : "", kind === "values" ? `+${scale}` : "");
  }

  private drawMarks({ frame }: Scene): void {
    place(this.cross, this.field.at, frame.domain);
    const row = this.mode() === "draw" ? this.drawing.points[this.drawing.row] : undefined;
    place(this.lit, row ? [row.x, row.y] : null, frame.domain);
    this.tools.hidden = this.mode() !== "draw";
    setAttribute(this.field.element, "data-mode", this.mode());
    setAttribute(this.field.element, "aria-label", this.field.label);
  }

  private drawWords({ frame, session }: Scene): void {
    const { probe } = session;
    this.keys.forEach((key, i) => (key.hidden = i >= frame.task.classes));
    setText(this.up, frame.curve ? "y" : "x₂");
    const output = probe?.activations.at(-1);
    const text = `x₁ = ${decimal(probe?.x[0] ?? 0, 2)}, x₂ = ${decimal(probe?.x[1] ?? 0, 2)}: output ${output?.map((value) => decimal(value)).join(", ") ?? ""}`;
    setText(this.caption, output ? text : this.field.hint);
  }

  private describe(title: string, low: string, high: string): void {
    setText(this.title, title);
    setText(this.low, low);
    setText(this.high, high);
    this.ramp.hidden = !low;
  }

  private choose([x, y]: readonly [number, number], onPoint: (index: number) => void): void {
    const points = this.scene?.session.points;
    if (!points) return;
    let [best, distance] = [-1, Infinity];
    for (let i = 0; i < points.length; i += 4) {
      const away = Math.hypot(points[i]! - x, points[i + 1]! - y);
      if (away < distance) [best, distance] = [i / 4, away];
    }
    if (best >= 0) onPoint(best);
  }
}

/** What the picture of the output depends on. */
function scene({ task, map_scale, map_classes }: Scene["frame"]): { kind: string; scale: string; classes: Uint8Array | null } {
  return { kind: task.kind, scale: short(map_scale ?? 1), classes: map_classes };
}

function place(mark: HTMLElement, at: readonly [number, number] | null, domain: readonly [number, number]): void {
  mark.hidden = !at;
  if (!at) return;
  const share = linearScale(domain, [0, 100]);
  setAttribute(mark, "style", `left: ${share(at[0])}%; top: ${100 - share(at[1])}%`);
}

function makeAxis(kind: string, name: HTMLElement, values: number[]): HTMLElement {
  const labels = values.map((value) => make("span", {}, short(value)));
  return make("div", { class: `gn-axis ${kind}`, "aria-hidden": "true" }, ...labels, name);
}

/** The index of a unit's image: column by column, inputs first. */
function unitIndex(columns: number[], column: number, unit: number): number {
  return columns.slice(0, column).reduce((sum, count) => sum + count, 0) + unit;
}
