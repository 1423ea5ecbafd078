// dom/loss_chart.ts
import { ink } from "./ink.js";
import { Surface } from "./surface.js";
import { tickLabel } from "../lib/numbers.js";
import { TEXT_SIZES } from "../lib/palette.js";
import { linearScale, logScale, logTicks, ticks } from "../lib/scales.js";
var MARGIN = { left: 44, right: 10, top: 10, bottom: 22 };
var FONT = `${TEXT_SIZES.tiny}px system-ui, sans-serif`;
var LossChart = class {
  surface;
  across = (value) => value;
  constructor(redraw) {
    this.surface = new Surface(redraw);
  }
  draw(history, settings) {
    const { samples } = history;
    const { width, height } = this.surface;
    if (samples.length === 0 || width === 0) return;
    const inks = inksOf(settings.theme);
    const context = this.surface.clear();
    const right = width - MARGIN.right;
    const bottom = height - MARGIN.bottom;
    const end = Math.max(samples.at(-1)[settings.across], settings.across === "step" ? 10 : 1);
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
  snapshot(background) {
    const { canvas } = this.surface;
    const copy = document.createElement("canvas");
    [copy.width, copy.height] = [canvas.width, canvas.height];
    const context = copy.getContext("2d");
    context.fillStyle = background;
    context.fillRect(0, 0, copy.width, copy.height);
    context.drawImage(canvas, 0, 0);
    return copy;
  }
  /** The sample nearest to a horizontal position. */
  sampleAt(history, x, across) {
    let [best, distance] = [null, Infinity];
    for (const sample of history.samples) {
      const away = Math.abs(this.across(sample[across]) - x);
      if (away < distance) [best, distance] = [sample, away];
    }
    return best;
  }
  close() {
    this.surface.close();
  }
  drawGrid(context, inks, lossTicks, loss, acrossTicks, bottom, right) {
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
};
function inksOf(theme) {
  const [text, rule, train, test, mark] = ["quiet", "line", "train", "test", "mark"].map((name) => ink(name, theme));
  return { text, rule, train, test, mark };
}
function lossScale(samples, log, bottom) {
  let [low, high] = [Infinity, 0];
  for (const { train, test } of samples) {
    low = Math.min(low, train, test);
    high = Math.max(high, train, test);
  }
  if (!log) {
    const top = Math.max(high * 1.05, 1e-6);
    return { scale: linearScale([0, top], [bottom, MARGIN.top]), ticks: ticks(0, top, 4) };
  }
  const ends = [Math.max(low, 1e-9) / 1.2, Math.max(high, 1e-9) * 1.2];
  return { scale: logScale(ends, [bottom, MARGIN.top]), ticks: logTicks(...ends) };
}
function drawLine(context, samples, x, y, ink2, dashes) {
  context.beginPath();
  for (const sample of samples) context.lineTo(x(sample), y(sample));
  context.strokeStyle = ink2;
  context.lineWidth = 1.75;
  context.setLineDash(dashes);
  context.stroke();
  context.setLineDash([]);
  context.lineWidth = 1;
}
function drawMark(context, inks, x, bottom) {
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
function drawHair(context, inks, x, bottom) {
  context.strokeStyle = inks.text;
  line(context, x, MARGIN.top, x, bottom);
}
function line(context, x1, y1, x2, y2) {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}
export {
  LossChart
};
