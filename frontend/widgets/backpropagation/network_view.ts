// The network diagram: units as boxes of numbers, edges with their weights and gradients.
import { make, makeSvg } from "../../dom/element.ts";
import { short, subscript } from "../../lib/numbers.ts";
import { focusWithin, numberButton, type Sign } from "../../dom/number.ts";
import type { StagePlayer } from "./stage_player.ts";
import type { Symbols } from "./symbols.ts";
import type { ExampleView, MomentView } from "../../wire/backpropagation.ts";

const [INPUT_BOX, BOX, LOSS_BOX, PER_DIGIT] = [92, 130, 106, 8];
const [ROW, TALL_ROW] = [26, 44];
const [PAD, NAME] = [8, 24];
const ROOM = 14;
const [MIN_GAP, LOSS_GAP] = [76, 24];
/** Narrower than this, the layers stand one below the other. */
const NARROW = 560;
const [BESIDE, CHIPS_PER_ROW, CHIP_ROOM] = [8, 2, 70];
/** With more weights than this between two layers, each number stands at the unit that it leads to, and its edge ends there. */
const MOST_LOOSE = 6;
const STACK_ROOM = 170;

export interface Picture {
  moment: MomentView;
  example: ExampleView;
  symbols: Symbols;
  digits: number;
  player: StagePlayer;
  ask: (reference: string) => void;
}

interface Spot {
  x: number;
  y: number;
  width: number;
  height: number;
}

export class NetworkView {
  private readonly canvas = make("div", { class: "gn-net" });
  readonly element = make("div", { class: "gn-scroll", tabindex: 0, role: "group", "aria-label": "The network with its numbers" }, this.canvas);
  private readonly observer = new ResizeObserver(() => this.redraw());
  private picture: Picture | null = null;
  private width = 0;
  private digits = 3;

  constructor() {
    this.observer.observe(this.element);
  }

  close(): void {
    this.observer.disconnect();
  }

  draw(picture: Picture): void {
    this.picture = picture;
    this.digits = picture.digits;
    const focused = focusWithin(this.canvas)?.dataset["ref"];
    this.width = this.element.clientWidth;
    const narrow = this.width < NARROW;
    this.canvas.toggleAttribute("data-narrow", narrow);
    const spots = narrow ? this.below(picture.moment) : this.beside(picture.moment);
    const [edges, chips] = drawEdges(picture, spots, narrow);
    this.canvas.replaceChildren(edges, ...drawUnits(picture, spots), ...chips);
    if (focused) this.canvas.querySelector<HTMLElement>(`[data-ref="${focused}"]`)?.focus();
  }

  private redraw(): void {
    if (this.picture && this.element.clientWidth !== this.width) this.draw(this.picture);
  }

  private sizes({ x, layers, targets }: MomentView, row: number): { columns: number[]; heights: number[]; widths: number[] } {
    const more = PER_DIGIT * (this.digits - 3);
    return {
      columns: [x.length, ...layers.map(({ z }) => z.length), 1],
      heights: [1, ...layers.map(() => 5), 3 + targets.length].map((rows) => NAME + rows * row + PAD),
      widths: [INPUT_BOX + more, ...layers.map(() => BOX + more), LOSS_BOX + more],
    };
  }

  private resize(width: number, height: number, row: number): void {
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    this.canvas.style.setProperty("--gn-row", `${row}px`);
  }

  // Rows: the inputs, every layer, the loss, one below the other with room for the weights' numbers between them.
  private below(moment: MomentView): Spot[][] {
    const { columns, heights, widths } = this.sizes(moment, TALL_ROW);
    const across = this.width - 4;
    let y = 0;
    const spots = columns.map((count, i) => {
      const width = Math.min(widths[i]!, (across - BESIDE * (count - 1)) / count);
      const [top, height] = [y, heights[i]!];
      const numbers = i < moment.layers.length ? count * columns[i + 1]! : 0;
      y += height + CHIP_ROOM + (numbers > MOST_LOOSE ? count : Math.ceil(numbers / CHIPS_PER_ROW)) * TALL_ROW;
      return Array.from({ length: count }, (_, unit) => ({ x: (across * (unit + 0.5)) / count - width / 2, y: top, width, height }));
    });
    this.resize(across, spots.at(-1)![0]!.y + heights.at(-1)!, TALL_ROW);
    return spots;
  }

  // Columns: the inputs, every layer, the loss. Boxes are evenly spaced within a column; columns are centred vertically.
  private beside(moment: MomentView): Spot[][] {
    const { layers } = moment;
    const { columns, heights, widths } = this.sizes(moment, rowHeight());
    const tall = Math.max(...columns.map((count, i) => count * (heights[i]! + ROOM))) + 4;
    const taken = widths.reduce((sum, width) => sum + width) + LOSS_GAP + 4;
    const gap = Math.max(MIN_GAP, (this.width - taken) / layers.length);
    this.resize(taken - 4 + gap * layers.length, tall, rowHeight());
    let left = 0;
    return columns.map((count, i) => {
      const x = left;
      left += widths[i]! + (i === layers.length ? LOSS_GAP : gap);
      return Array.from({ length: count }, (_, unit) => ({ x, y: (tall * (unit + 0.5)) / count - heights[i]! / 2, width: widths[i]!, height: heights[i]! }));
    });
  }
}

// Every number is a button, so on touch screens a row is as high as a finger needs.
function rowHeight(): number {
  return matchMedia("(pointer: coarse)").matches ? TALL_ROW : ROW;
}

function drawUnits(picture: Picture, spots: Spot[][]): HTMLElement[] {
  const { moment, example, player } = picture;
  const at = moment.place;
  const boxes = moment.x.map((value, i) =>
    box(spots[0]![i]!, example.inputs[i]!, [number(picture, `data.x[${at}, ${i}]`, `x${subscript(i + 1)}`, value, "value")]),
  );
  const last = moment.layers.length - 1;
  moment.layers.forEach((layer, l) => {
    layer.z.forEach((_, j) => {
      const name = l === last ? example.outputs[j]! : `hidden ${last > 1 ? `${l + 1}.` : ""}${j + 1}`;
      boxes.push(box(spots[l + 1]![j]!, name, unitRows(picture, l, j), layer.activation === "relu" && layer.a[j] === 0 && player.reached(`f${l}`)));
    });
  });
  boxes.push(box(spots.at(-1)![0]!, "loss", lossRows(picture), false));
  return boxes;
}

function unitRows(picture: Picture, l: number, j: number): (HTMLElement | null)[] {
  const { moment, player, symbols } = picture;
  const { name, bias, d_bias, bias_after, z, a, d_a, d_z } = moment.layers[l]!;
  const last = moment.layers.length - 1;
  const raised = symbols.layer(l);
  const mark = subscript(j + 1) + raised;
  const ref = (part: string): string => `${name}.${part}[${moment.place}, ${j}]`;
  const forward = player.reached(`f${l}`);
  const [sees_a, sees_z] = l === last ? [player.reached("da"), player.reached("dz")] : [player.reached(`d${l}`), player.reached(`d${l}`)];
  const own = player.reached("update")
    ? number(picture, `${name}.bias_after[${j}]`, `b′${mark}`, bias_after[j]!, "value")
    : player.reached(`g${l}`)
      ? number(picture, `${name}.d_bias[${j}]`, `∂L/∂b${mark}`, d_bias[j]!, "gradient")
      : number(picture, `${name}.bias[${j}]`, `b${mark}`, bias[j]!, "value");
  return [
    own,
    forward ? number(picture, ref("z"), `z${mark}`, z[j]!, "value") : null,
    forward ? number(picture, ref("a"), `a${mark}`, a[j]!, "value") : null,
    sees_a ? number(picture, ref("d_a"), `∂L/∂a${mark}`, d_a[j]!, "gradient") : null,
    sees_z ? number(picture, ref("d_z"), `∂L/∂z${mark}`, d_z[j]!, "gradient") : null,
  ];
}

function lossRows(picture: Picture): (HTMLElement | null)[] {
  const { moment, player } = picture;
  if (!player.reached("loss")) return [];
  const several = moment.targets.length > 1;
  const rows: HTMLElement[] = [
    ...moment.targets.map(({ reference, value }, i) => number(picture, reference, several ? `t${subscript(i + 1)}` : "t", value, "", value === null ? undefined : short(value))),
    number(picture, `loss.value[${moment.place}]`, "L", moment.sample_loss, ""),
  ];
  if (moment.samples.length > 1) rows.push(number(picture, "loss.mean", "mean L", moment.loss, ""));
  if (player.reached("update")) rows.push(number(picture, "afterwards.mean", "after", moment.loss_after, ""));
  return rows;
}

function number({ digits, ask }: Picture, reference: string, symbol: string, value: number | null, sign: Sign, text?: string): HTMLElement {
  return numberButton({ reference, symbol, value, digits, sign, text, onClick: ask });
}

function box({ x, y, width, height }: Spot, name: string, rows: (HTMLElement | null)[], off = false): HTMLElement {
  const style = `left:${x}px;top:${y}px;width:${width}px;height:${height}px`;
  return make("div", { class: "gn-box", style, role: "group", "aria-label": name }, make("p", { class: "gn-name" }, name, off ? " (off)" : ""), ...rows);
}

function drawEdges(picture: Picture, spots: Spot[][], down: boolean): [SVGSVGElement, HTMLElement[]] {
  const { moment, player, symbols, digits, ask } = picture;
  const svg = makeSvg("svg", { class: "gn-edges", "aria-hidden": "true" });
  const chips: HTMLElement[] = [];
  moment.layers.forEach((layer, l) => {
    const [graded, updated] = [player.reached(`g${l}`), player.reached("update")];
    const values = updated ? layer.weight_after : graded ? layer.d_weight : layer.weight;
    const kind: Sign = graded && !updated ? "gradient" : "value";
    const part = updated ? "weight_after" : graded ? "d_weight" : "weight";
    const most = Math.max(...values.flat().map((value) => Math.abs(value ?? 0)), 1e-12);
    const busy = player.playing && player.stage?.layer === l ? (player.stage.back ? " gn-back" : " gn-forth") : "";
    const edges = values.flatMap((row, i) => row.map((value, j) => ({ i, j, value, ...ends(spots[l]![i]!, spots[l + 1]![j]!, down) })));
    const stacked = edges.length > MOST_LOOSE;
    if (stacked) for (const edge of edges) edge.end = stackedAt(edge, values.length, digits, down);
    for (const { i, j, value, begin, end } of edges) {
      const sign = `${kind}${value === null || value === 0 ? "" : value < 0 ? "-minus" : "-plus"}`;
      const width = 1 + 4 * (Math.abs(value ?? 0) / most);
      svg.append(makeSvg("line", { x1: begin.x, y1: begin.y, x2: end.x, y2: end.y, class: `gn-edge${busy}`, "data-sign": sign, "stroke-width": width, "data-edge": `${l}-${i}-${j}` }));
      const reference = `${layer.name}.${part}[${i}, ${j}]`;
      chips.push(numberButton({ reference, symbol: symbols.reference(reference), value, digits, sign: kind, class: "gn-chip", onClick: ask }));
    }
    const own = chips.slice(-edges.length);
    if (stacked) edges.forEach(({ end }, at) => moveTo(own[at]!, end));
    else placeChips(edges, own, down);
  });
  const [lastColumn, loss] = [spots.at(-2)!, spots.at(-1)![0]!];
  for (const from of lastColumn) {
    const { begin, end } = ends(from, loss, down);
    svg.prepend(makeSvg("line", { x1: begin.x, y1: begin.y, x2: end.x, y2: end.y, class: "gn-edge gn-plain" }));
  }
  return [svg, chips];
}

interface Middle {
  x: number;
  y: number;
  width: number;
}

interface Ends {
  begin: { x: number; y: number };
  end: { x: number; y: number };
}

function ends(from: Spot, to: Spot, down: boolean): Ends {
  if (down) return { begin: { x: from.x + from.width / 2, y: from.y + from.height }, end: { x: to.x + to.width / 2, y: to.y } };
  return { begin: { x: from.x + from.width, y: from.y + from.height / 2 }, end: { x: to.x, y: to.y + to.height / 2 } };
}

// Where the number of the edge from unit i stands: beside or above the box of its target, in the order of the sources.
function stackedAt({ i, end }: Ends & { i: number }, sources: number, digits: number, down: boolean): { x: number; y: number } {
  const row = down ? TALL_ROW : Math.min(rowHeight() + 2, STACK_ROOM / sources);
  if (down) return { x: end.x, y: end.y - (sources - i - 0.5) * row - 4 };
  return { x: end.x - (16 + 8 * (digits + 3)) / 2 - 3, y: end.y + (i - (sources - 1) / 2) * row };
}

function moveTo(chip: HTMLElement, { x, y }: { x: number; y: number }): void {
  chip.style.left = `${x}px`;
  chip.style.top = `${y}px`;
}

// Straight edges leave the least choice of positions, so their chips are placed first.
function placeChips(edges: Ends[], chips: HTMLElement[], down: boolean): void {
  const placed: Middle[] = [];
  const steepness = ({ begin, end }: Ends): number => Math.abs(down ? end.x - begin.x : end.y - begin.y);
  for (const edge of [...edges].sort((a, b) => steepness(a) - steepness(b))) {
    const chip = chips[edges.indexOf(edge)]!;
    const spot = freeSpot(edge, 16 + 8 * (chip.textContent ?? "").length, placed, down);
    placed.push(spot);
    moveTo(chip, spot);
  }
}

// A position on an edge where its chip covers no other: tried from the middle outwards, never over the boxes at its ends.
function freeSpot({ begin, end }: Ends, width: number, placed: Middle[], down: boolean): Middle {
  const high = down ? TALL_ROW : rowHeight();
  const room = Math.max(0, 0.5 - (down ? (high / 2 + 2) / (end.y - begin.y) : (width / 2 + 2) / (end.x - begin.x)));
  const tries = Array.from({ length: 25 }, (_, i) => {
    const along = 0.5 + (i % 2 ? 1 : -1) * Math.ceil(i / 2) * (room / 12);
    const spot = { x: begin.x + along * (end.x - begin.x), y: begin.y + along * (end.y - begin.y), width };
    const apart = placed.map((other) => Math.max(Math.abs(spot.x - other.x) / ((width + other.width) / 2), Math.abs(spot.y - other.y) / (high + 2)));
    return { spot, apart: Math.min(1, ...apart) };
  });
  return tries.reduce((best, each) => (each.apart > best.apart + 0.01 ? each : best)).spot;
}
