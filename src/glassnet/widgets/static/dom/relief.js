// dom/relief.ts
import { byteOf } from "../lib/colors.js";
import { heightAt } from "../lib/grid.js";
import { short } from "../lib/numbers.js";
import { make } from "./element.js";
import { heightColors, heightLabel } from "./heat.js";
import { ink as inkOf } from "./ink.js";
import { Surface } from "./surface.js";
var TURN = 0.12;
var HEIGHT = 0.7;
var Relief = class {
  element;
  surface;
  turn = -0.6;
  tilt = 0.85;
  scene = null;
  /** The surface without trails as last painted, reused while only the trails change. */
  painted = document.createElement("canvas");
  paintedAs = [];
  constructor(label, height) {
    this.surface = new Surface(() => this.redraw());
    this.surface.canvas.style.cssText = "display: block; width: 100%; height: 100%; position: static";
    this.element = make(
      "div",
      {
        class: "gn-relief",
        role: "img",
        tabindex: "0",
        "aria-label": `${label}; arrow keys rotate it`,
        style: `height: ${height}px; touch-action: pan-y pinch-zoom; cursor: grab`,
        onpointerdown: (event) => this.element.setPointerCapture(event.pointerId),
        onpointermove: (event) => {
          if (this.element.hasPointerCapture(event.pointerId)) this.rotate(event.movementX / 120, event.movementY / 160);
        },
        onkeydown: (event) => this.press(event)
      },
      this.surface.canvas
    );
  }
  draw(scene) {
    this.scene = scene;
    this.redraw();
  }
  close() {
    this.surface.close();
  }
  press(event) {
    const turns = { ArrowLeft: [-TURN, 0], ArrowRight: [TURN, 0], ArrowUp: [0, -TURN], ArrowDown: [0, TURN] };
    const turn = turns[event.key];
    if (!turn) return;
    event.preventDefault();
    event.stopPropagation();
    this.rotate(...turn);
  }
  rotate(turn, tilt) {
    this.turn += turn;
    this.tilt = Math.min(1.45, Math.max(0.1, this.tilt + tilt));
    this.redraw();
  }
  redraw() {
    const { scene, surface } = this;
    if (!scene || surface.width === 0) return;
    const context = surface.clear();
    this.paintSurface(scene);
    context.drawImage(this.painted, 0, 0, surface.width, surface.height);
    for (const trail of scene.trails) this.drawTrail(context, scene, trail);
  }
  paintSurface(scene) {
    const { canvas, width } = this.surface;
    const as = [scene.grid, scene.shown.bend, scene.theme, this.turn, this.tilt, canvas.width, canvas.height];
    if (as.every((part, i) => part === this.paintedAs[i])) return;
    this.paintedAs = as;
    [this.painted.width, this.painted.height] = [canvas.width, canvas.height];
    const context = this.painted.getContext("2d");
    context.scale(canvas.width / width, canvas.width / width);
    this.drawSurface(context, scene);
    this.drawTicks(context, scene);
  }
  // Ticks at the two ends and the middle of each axis, along the edges that face the reader.
  drawTicks(context, { grid, shown, theme, names: [xName, yName] = ["x", "y"] }) {
    const front = Math.cos(this.turn) > 0 ? 0 : 1;
    const side = Math.sin(this.turn) > 0 ? 0 : 1;
    context.font = `12px system-ui, sans-serif`;
    context.fillStyle = inkOf("quiet", theme);
    context.textAlign = "center";
    context.textBaseline = "middle";
    const outwards = (at) => at === 0 ? -0.09 : 1.09;
    const write = (text, [x, y]) => context.fillText(text, Math.min(this.surface.width - 16, Math.max(16, x)), Math.min(this.surface.height - 8, Math.max(8, y)));
    for (const part of [0, 0.5, 1]) {
      const value = ([low, high]) => short(low + part * (high - low));
      write(part === 0.5 ? xName : value(grid.x), this.project(part, outwards(front), 0));
      write(part === 0.5 ? yName : value(grid.y), this.project(outwards(side), part, 0));
      const [x, y] = this.project(outwards(1 - side), outwards(front), part);
      write(heightLabel(shown, part), [x - 16, part === 0 ? y - 14 : y]);
    }
  }
  // From fractions of the three axes (each 0 to 1) to canvas coordinates.
  project(x, y, z) {
    const { width, height } = this.surface;
    const size = Math.min(width / 1.5, height / 1.25);
    const [sin, cos] = [Math.sin(this.turn), Math.cos(this.turn)];
    const [across, away] = [(x - 0.5) * cos - (y - 0.5) * sin, (x - 0.5) * sin + (y - 0.5) * cos];
    const up = away * Math.sin(this.tilt) + (z - 0.5) * HEIGHT * Math.cos(this.tilt);
    return [width / 2 + size * across, height / 2 - size * up];
  }
  drawSurface(context, { grid, shown, theme }) {
    const { side, values } = grid;
    const fraction = Float32Array.from(values, shown.fraction);
    const spots = Array.from(fraction, (z, i) => this.project(i % side / (side - 1), Math.floor(i / side) / (side - 1), z));
    const rows = order(side - 1, Math.cos(this.turn) > 0);
    const columns = order(side - 1, Math.sin(this.turn) > 0);
    context.lineWidth = 0.6;
    const colors = heightColors(theme);
    for (const row of rows) {
      for (const column of columns) {
        const corner = row * side + column;
        const [a, b, c, d] = [corner, corner + 1, corner + side + 1, corner + side];
        const mean = (fraction[a] + fraction[b] + fraction[c] + fraction[d]) / 4;
        const lean = Math.max(-1, Math.min(1, (fraction[b] + fraction[c] - fraction[a] - fraction[d]) * side * 0.06));
        const color = colors[byteOf(0.12 + 0.88 * mean)];
        const light = 1 - 0.16 * lean - 0.05;
        context.fillStyle = context.strokeStyle = `rgb(${(color & 255) * light} ${(color >> 8 & 255) * light} ${(color >> 16 & 255) * light})`;
        context.beginPath();
        for (const i of [a, b, c, d]) context.lineTo(...spots[i]);
        context.closePath();
        context.fill();
        context.stroke();
      }
    }
  }
  drawTrail(context, { grid, shown, theme }, { xs, ys, ink, dash = "" }) {
    const place = (x, y) => this.project(along(grid.x, x), along(grid.y, y), shown.fraction(heightAt(grid, x, y)) + 0.012);
    const inside = [];
    for (let i = 0; i < xs.length; i++) {
      if (isIn(grid.x, xs[i]) && isIn(grid.y, ys[i])) inside.push(place(xs[i], ys[i]));
    }
    const halo = inkOf("page", theme);
    for (const [stroke, width] of [[halo, 4.5], [ink, 2.2]]) {
      context.beginPath();
      for (const spot of inside) context.lineTo(...spot);
      context.strokeStyle = stroke;
      context.lineWidth = width;
      context.lineJoin = "round";
      context.setLineDash(stroke === ink && dash ? dash.split(" ").map(Number) : []);
      context.stroke();
    }
    context.setLineDash([]);
    const last = inside.at(-1);
    if (!last) return;
    context.beginPath();
    context.arc(...last, 6, 0, 2 * Math.PI);
    context.fillStyle = ink;
    context.strokeStyle = halo;
    context.lineWidth = 2;
    context.fill();
    context.stroke();
  }
};
function order(count, backwards) {
  const all = Array.from({ length: count }, (_, i) => i);
  return backwards ? all.reverse() : all;
}
function along([low, high], value) {
  return (value - low) / (high - low);
}
function isIn([low, high], value) {
  return value >= low && value <= high;
}
export {
  Relief
};
