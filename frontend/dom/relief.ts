// A function over the plane as a 3-D surface, rotated by dragging or with the arrow keys.
import { byteOf, type Theme } from "../lib/colors.ts";
import { heightAt, type Grid, type Heights } from "../lib/grid.ts";
import { short } from "../lib/numbers.ts";
import { make } from "./element.ts";
import { heightColors, heightLabel } from "./heat.ts";
import { ink as inkOf } from "./ink.ts";
import { Surface } from "./surface.ts";

export interface Trail {
  xs: ArrayLike<number>;
  ys: ArrayLike<number>;
  ink: string;
  dash?: string;
}

interface Scene {
  grid: Grid;
  shown: Heights;
  theme: Theme;
  trails: readonly Trail[];
  /** What the axes are called; x and y unless said. */
  names?: readonly [string, string];
}

type Spot = [number, number];

const TURN = 0.12;
const HEIGHT = 0.7;

export class Relief {
  readonly element: HTMLElement;
  private readonly surface: Surface;
  private turn = -0.6;
  private tilt = 0.85;
  private scene: Scene | null = null;
  /** The surface without trails as last painted, reused while only the trails change. */
  private readonly painted = document.createElement("canvas");
  private paintedAs: unknown[] = [];

  constructor(label: string, height: number) {
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
        onpointerdown: (event: PointerEvent) => this.element.setPointerCapture(event.pointerId),
        onpointermove: (event: PointerEvent) => {
          if (this.element.hasPointerCapture(event.pointerId)) this.rotate(event.movementX / 120, event.movementY / 160);
        },
        onkeydown: (event: KeyboardEvent) => this.press(event),
      },
      this.surface.canvas,
    );
  }

  draw(scene: Scene): void {
    this.scene = scene;
    this.redraw();
  }

  close(): void {
    this.surface.close();
  }

  private press(event: KeyboardEvent): void {
    const turns: Record<string, Spot> = { ArrowLeft: [-TURN, 0], ArrowRight: [TURN, 0], ArrowUp: [0, -TURN], ArrowDown: [0, TURN] };
    const turn = turns[event.key];
    if (!turn) return;
    event.preventDefault();
    event.stopPropagation();
    this.rotate(...turn);
  }

  private rotate(turn: number, tilt: number): void {
    this.turn += turn;
    this.tilt = Math.min(1.45, Math.max(0.1, this.tilt + tilt));
    this.redraw();
  }

  private redraw(): void {
    const { scene, surface } = this;
    if (!scene || surface.width === 0) return;
    const context = surface.clear();
    this.paintSurface(scene);
    context.drawImage(this.painted, 0, 0, surface.width, surface.height);
    for (const trail of scene.trails) this.drawTrail(context, scene, trail);
  }

  private paintSurface(scene: Scene): void {
    const { canvas, width } = this.surface;
    const as = [scene.grid, scene.shown.bend, scene.theme, this.turn, this.tilt, canvas.width, canvas.height];
    if (as.every((part, i) => part === this.paintedAs[i])) return;
    this.paintedAs = as;
    [this.painted.width, this.painted.height] = [canvas.width, canvas.height];
    const context = this.painted.getContext("2d")!;
    context.scale(canvas.width / width, canvas.width / width);
    this.drawSurface(context, scene);
    this.drawTicks(context, scene);
  }

  // Ticks at the two ends and the middle of each axis, along the edges that face the reader.
  private drawTicks(context: CanvasRenderingContext2D, { grid, shown, theme, names: [xName, yName] = ["x", "y"] }: Scene): void {
    const front = Math.cos(this.turn) > 0 ? 0 : 1;
    const side = Math.sin(this.turn) > 0 ? 0 : 1;
    context.font = `12px system-ui, sans-serif`;
    context.fillStyle = inkOf("quiet", theme);
    context.textAlign = "center";
    context.textBaseline = "middle";
    const outwards = (at: number): number => (at === 0 ? -0.09 : 1.09);
    const write = (text: string, [x, y]: Spot): void => context.fillText(text, Math.min(this.surface.width - 16, Math.max(16, x)), Math.min(this.surface.height - 8, Math.max(8, y)));
    for (const part of [0, 0.5, 1]) {
      const value = ([low, high]: readonly [number, number]): string => short(low + part * (high - low));
      write(part === 0.5 ? xName : value(grid.x), this.project(part, outwards(front), 0));
      write(part === 0.5 ? yName : value(grid.y), this.project(outwards(side), part, 0));
      const [x, y] = this.project(outwards(1 - side), outwards(front), part);
      write(heightLabel(shown, part), [x - 16, part === 0 ? y - 14 : y]); // the lowest stands above the tick of the axis that ends there
    }
  }

  // From fractions of the three axes (each 0 to 1) to canvas coordinates.
  private project(x: number, y: number, z: number): Spot {
    const { width, height } = this.surface;
    const size = Math.min(width / 1.5, height / 1.25);
    const [sin, cos] = [Math.sin(this.turn), Math.cos(this.turn)];
    const [across, away] = [(x - 0.5) * cos - (y - 0.5) * sin, (x - 0.5) * sin + (y - 0.5) * cos];
    const up = away * Math.sin(this.tilt) + (z - 0.5) * HEIGHT * Math.cos(this.tilt);
    return [width / 2 + size * across, height / 2 - size * up];
  }

  private drawSurface(context: CanvasRenderingContext2D, { grid, shown, theme }: Scene): void {
    const { side, values } = grid;
    const fraction = Float32Array.from(values, shown.fraction);
    const spots = Array.from(fraction, (z, i) => this.project((i % side) / (side - 1), Math.floor(i / side) / (side - 1), z));
    // Distant cells are painted first, so the order of rows and columns depends on the viewpoint.
    const rows = order(side - 1, Math.cos(this.turn) > 0);
    const columns = order(side - 1, Math.sin(this.turn) > 0);
    context.lineWidth = 0.6;
    const colors = heightColors(theme);
    for (const row of rows) {
      for (const column of columns) {
        const corner = row * side + column;
        const [a, b, c, d] = [corner, corner + 1, corner + side + 1, corner + side];
        const mean = (fraction[a]! + fraction[b]! + fraction[c]! + fraction[d]!) / 4;
        const lean = Math.max(-1, Math.min(1, (fraction[b]! + fraction[c]! - fraction[a]! - fraction[d]!) * side * 0.06));
        const color = colors[byteOf(0.12 + 0.88 * mean)]!; // red in the lowest byte
        const light = 1 - 0.16 * lean - 0.05;
        context.fillStyle = context.strokeStyle = `rgb(${(color & 255) * light} ${((color >> 8) & 255) * light} ${((color >> 16) & 255) * light})`;
        context.beginPath();
        for (const i of [a, b, c, d]) context.lineTo(...spots[i]!);
        context.closePath();
        context.fill();
        context.stroke();
      }
    }
  }

  private drawTrail(context: CanvasRenderingContext2D, { grid, shown, theme }: Scene, { xs, ys, ink, dash = "" }: Trail): void {
    const place = (x: number, y: number): Spot =>
      this.project(along(grid.x, x), along(grid.y, y), shown.fraction(heightAt(grid, x, y)) + 0.012);
    const inside: Spot[] = [];
    for (let i = 0; i < xs.length; i++) {
      if (isIn(grid.x, xs[i]!) && isIn(grid.y, ys[i]!)) inside.push(place(xs[i]!, ys[i]!));
    }
    const halo = inkOf("page", theme);
    for (const [stroke, width] of [[halo, 4.5], [ink, 2.2]] as const) {
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
}

function order(count: number, backwards: boolean): number[] {
  const all = Array.from({ length: count }, (_, i) => i);
  return backwards ? all.reverse() : all;
}

function along([low, high]: readonly [number, number], value: number): number {
  return (value - low) / (high - low);
}

function isIn([low, high]: readonly [number, number], value: number): boolean {
  return value >= low && value <= high;
}
