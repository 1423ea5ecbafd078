// A neuron's line on a plot: one handle moves it, another turns it, and the side where the neuron says yes is tinted.
import { COLORS, type Theme } from "../lib/palette.ts";
import { along, cornersOf, cut, movedTo, nearestOn, turnedTo, type Box, type LineOf, type Point } from "../lib/half_plane.ts";
import { short } from "../lib/numbers.ts";
import { coverArea } from "./heat.ts";
import type { Handle, Line, Plot } from "./plot.ts";

/** Where on the line the turning handle stands, as a part of the box's width. */
const ARM = 0.28;
const TINT = 0.16;

interface Settings {
  /** What the line belongs to, for the handles' names. */
  name: string;
  label: string;
  ink: string;
  dash?: string;
  onChange: (line: LineOf) => void;
}

export class LineHandles {
  private line: LineOf = { weight: [0, 0], bias: 0 };
  private box: Box = { x: [0, 1], y: [0, 1] };
  /** Where the reader has taken hold of the line. */
  private held: Point | null = null;
  private readonly mover: Handle;
  private readonly turner: Handle;

  constructor(
    plot: Plot,
    private readonly settings: Settings,
  ) {
    const { name, label, ink } = settings;
    this.mover = plot.addHandle({
      name: `${name}-move`,
      at: [0, 0],
      ink,
      words: (x, y) => `Move ${label}: through ${short(x)}, ${short(y)}`,
      onMove: (x, y) => {
        this.held = [x, y];
        this.change(movedTo(this.line, this.held));
      },
    });
    this.turner = plot.addHandle({
      name: `${name}-turn`,
      at: [0, 0],
      ink,
      words: (x, y) => `Turn ${label}: towards ${short(x)}, ${short(y)}`,
      onMove: (x, y) => this.change(turnedTo(this.line, this.middle() ?? [0, 0], [x, y])),
    });
    this.turner.button.classList.add("gn-turner");
  }

  /** Take the line to show; the plot places the handles when it is drawn. */
  set(line: LineOf, box: Box): void {
    [this.line, this.box] = [line, box];
    const middle = this.middle();
    for (const { button } of [this.mover, this.turner]) button.hidden = middle === null;
    if (!middle) return;
    const [across, up] = along(line);
    const arm = ARM * (box.x[1] - box.x[0]);
    this.mover.at = [middle[0], middle[1]];
    this.turner.at = [middle[0] + arm * across, middle[1] + arm * up];
  }

  /** The line from edge to edge of the box; nothing if there is none or it is outside. */
  get drawn(): Line[] {
    const ends = cut(cornersOf(this.box), this.line).filter((point) => this.isOn(point));
    const middle = this.middle();
    if (!middle || ends.length < 2) return [];
    const [from, to] = [ends[0]!, ends.at(-1)!];
    return [{ xs: [from[0], to[0]], ys: [from[1], to[1]], ink: this.settings.ink, ...(this.settings.dash ? { dash: this.settings.dash } : {}) }];
  }

  private isOn([x, y]: Point): boolean {
    const { weight, bias } = this.line;
    const scale = Math.hypot(...weight) * (this.box.x[1] - this.box.x[0]);
    return scale > 0 && Math.abs(weight[0] * x + weight[1] * y + bias) < 1e-6 * scale;
  }

  // Where the line is held, or its point nearest to the middle of the box, kept inside it so that it can be reached.
  private middle(): Point | null {
    const { x, y } = this.box;
    if (this.held && this.isOn(this.held)) return this.held;
    const near = nearestOn(this.line, [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2]);
    return near && [inside(near[0], x), inside(near[1], y)];
  }

  private change(line: LineOf): void {
    this.line = line;
    this.settings.onChange(line);
  }
}

/** Tint convex parts of a plot's plane in the colours of the classes; the plot must have its axes already. */
export function tintSides(plot: Plot, box: Box, parts: readonly { shape: readonly Point[]; yes: boolean }[], theme: Theme): void {
  coverArea(plot);
  const context = plot.canvas.getContext("2d")!;
  const { width, height } = plot.canvas;
  context.globalAlpha = TINT;
  for (const { shape, yes } of parts) {
    context.fillStyle = COLORS[yes ? "class-1" : "class-0"][theme];
    context.beginPath();
    for (const [x, y] of shape) context.lineTo(((x - box.x[0]) / (box.x[1] - box.x[0])) * width, (1 - (y - box.y[0]) / (box.y[1] - box.y[0])) * height);
    context.fill();
  }
  context.globalAlpha = 1;
}

function inside(value: number, [low, high]: Point): number {
  const room = 0.04 * (high - low);
  return Math.min(high - room, Math.max(low + room, value));
}
