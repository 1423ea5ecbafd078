// The loss curves: training solid, test dashed, and a marker on the time axis for every change.
import { ink } from "./ink.ts";
import { Surface } from "./surface.ts";
import type { History, Sample } from "../lib/history.ts";
import { tickLabel } from "../lib/numbers.ts";
import { TEXT_SIZES, type Theme } from "../lib/palette.ts";
import { linearScale, logScale, logTicks, ticks, type Scale } from "../lib/scales.ts";

export interface ChartSettings {
  log: boolean;
  across: "step" | "epoch";
  theme: Theme;
  /** The sample under the pointer. */
  hovered: Sample | null;
}

interface Inks {
  text: string;
  rule: string;
  train: string;
  test: string;
  mark: string;
}

const MARGIN = { left: 44, right: 10, top: 10, bottom: 22 };
const FONT = `${TEXT_SIZES.tiny}px system-ui, sans-serif`;

export class LossChart {
  readonly surface: Surface;
  private across: Scale = (value) => value;

  constructor(redraw: () => void) {
    this.surface = new Surface(redraw);
  }

  draw(history: History, settings: ChartSettings): void {
    const { samples } = history;
    const { width, height } = this.surface;
    if (samples.length === 0 || width === 0) return;
    const inks = inksOf(settings.theme);
    const context = this.surface.clear();
    const right = width - MARGIN.right;
    const bottom = height - MARGIN.bottom;
    const end = Math.max(samples.at(-1)![settings.across], settings.across === "step" ? 10 : 1);
    this.across = linearScale([0, end], [MARGIN.left, right]);
    const loss = lossScale(samples, settings.log, bottom);
    context.font = FONT;
    context.lineWidth = 1;
    this.drawGrid(context, inks, loss.ticks, loss.scale, ticks(0, end, Math.max(2, width / 90)), bottom, right);
    for (const mark of history.marks) drawMark(context, inks, this.across(mark[settings.across]), bottom);
    drawLine(context, samples, (sample) => this.across(sample[settings.across]), (sample) => loss.scale(sample.test), inks.test, [5, 3]);
    drawLine(context, samples, (sample) => this.across(sample[settings.across]), (sample) => loss.scale(sample.train), inks.train, []);
    if (settings.hovered) drawHair(context, inks, this.across(settings.hovered[settings.across]), bottom);
  }

  /** The chart as a picture on a background. */
  snapshot(background: string): HTMLCanvasElement {
    const { canvas } = this.surface;
    const copy = document.createElement("canvas");
    [copy.width, copy.height] = [canvas.width, canvas.height];
    const context = copy.getContext("2d")!;
    context.fillStyle = background;
    context.fillRect(0, 0, copy.width, copy.height);
    context.drawImage(canvas, 0, 0);
    return copy;
  }

  /** The sample nearest to a horizontal position. */
  sampleAt(history: History, x: number, across: "step" | "epoch"): Sample | null {
    let [best, distance] = [null as Sample | null, Infinity];
    for (const sample of history.samples) {
      const away = Math.abs(this.across(sample[across]) - x);
      if (away < distance) [best, distance] = [sample, away];
    }
    return best;
  }

  close(): void {
    this.surface.close();
  }

  private drawGrid(
    context: CanvasRenderingContext2D,
    inks: Inks,
    lossTicks: number[],
    loss: Scale,
    acrossTicks: number[],
    bottom: number,
    right: number,
  ): void {
    context.strokeStyle = inks.rule;
    context.fillStyle = inks.text;
    context.textAlign = "right";
    context.textBaseline = "middle";
    for (const value of lossTicks) {
      const y = Math.round(loss(value)) + 0.5;
      line(context, MARGIN.left, y, right, y);
      context.fillText(tickLabel(value), MARGIN.left - 6, y);
    }
    context.textBaseline = "top";
    for (const value of acrossTicks) {
      const x = this.across(value);
      context.textAlign = x > right - 12 ? "right" : "center";
      context.fillText(tickLabel(value), x, bottom + 7);
    }
  }
}

function inksOf(theme: Theme): Inks {
  const [text, rule, train, test, mark] = (["quiet", "line", "train", "test", "mark"] as const).map((name) => ink(name, theme));
  return { text: text!, rule: rule!, train: train!, test: test!, mark: mark! };
}

function lossScale(samples: Sample[], log: boolean, bottom: number): { scale: Scale; ticks: number[] } {
  let [low, high] = [Infinity, 0];
  for (const { train, test } of samples) {
    low = Math.min(low, train, test);
    high = Math.max(high, train, test);
  }
  if (!log) {
    const top = Math.max(high * 1.05, 1e-6);
    return { scale: linearScale([0, top], [bottom, MARGIN.top]), ticks: ticks(0, top, 4) };
  }
  const ends = [Math.max(low, 1e-9) / 1.2, Math.max(high, 1e-9) * 1.2] as const;
  return { scale: logScale(ends, [bottom, MARGIN.top]), ticks: logTicks(...ends) };
}

function drawLine(
  context: CanvasRenderingContext2D,
  samples: Sample[],
  x: (sample: Sample) => number,
  y: (sample: Sample) => number,
  ink: string,
  dashes: number[],
): void {
  context.beginPath();
  for (const sample of samples) context.lineTo(x(sample), y(sample));
  context.strokeStyle = ink;
  context.lineWidth = 1.75;
  context.setLineDash(dashes);
  context.stroke();
  context.setLineDash([]);
  context.lineWidth = 1;
}

function drawMark(context: CanvasRenderingContext2D, inks: Inks, x: number, bottom: number): void {
  context.fillStyle = inks.mark;
  context.beginPath();
  context.moveTo(x, bottom - 7);
  context.lineTo(x - 4, bottom);
  context.lineTo(x + 4, bottom);
  context.fill();
  context.globalAlpha = 0.45;
  context.fillRect(x - 0.5, MARGIN.top, 1, bottom - MARGIN.top);
  context.globalAlpha = 1;
}

function drawHair(context: CanvasRenderingContext2D, inks: Inks, x: number, bottom: number): void {
  context.strokeStyle = inks.text;
  line(context, x, MARGIN.top, x, bottom);
}

function line(context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}
