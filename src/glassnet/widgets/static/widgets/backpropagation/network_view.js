// widgets/backpropagation/network_view.ts
import { make, makeSvg } from "../../dom/element.js";
import { short, subscript } from "../../lib/numbers.js";
import { focusWithin, numberButton } from "../../dom/number.js";
var [INPUT_BOX, BOX, LOSS_BOX, PER_DIGIT] = [92, 130, 106, 8];
var [ROW, TALL_ROW] = [26, 44];
var [PAD, NAME] = [8, 24];
var ROOM = 14;
var [MIN_GAP, LOSS_GAP] = [76, 24];
var NARROW = 560;
var [BESIDE, CHIPS_PER_ROW, CHIP_ROOM] = [8, 2, 70];
var MOST_LOOSE = 6;
var STACK_ROOM = 170;
var NetworkView = class {
  canvas = make("div", { class: "gn-net" });
  element = make("div", { class: "gn-scroll", tabindex: 0, role: "group", "aria-label": "The network with its numbers" }, this.canvas);
  observer = new ResizeObserver(() => this.redraw());
  picture = null;
  width = 0;
  digits = 3;
  constructor() {
    this.observer.observe(this.element);
  }
  close() {
    this.observer.disconnect();
  }
  draw(picture) {
    this.picture = picture;
    this.digits = picture.digits;
    const focused = focusWithin(this.canvas)?.dataset["ref"];
    this.width = this.element.clientWidth;
    const narrow = this.width < NARROW;
    this.canvas.toggleAttribute("data-narrow", narrow);
    const spots = narrow ? this.below(picture.moment) : this.beside(picture.moment);
    const [edges, chips] = drawEdges(picture, spots, narrow);
    this.canvas.replaceChildren(edges, ...drawUnits(picture, spots), ...chips);
    if (focused) this.canvas.querySelector(`[data-ref="${focused}"]`)?.focus();
  }
  redraw() {
    if (this.picture && this.element.clientWidth !== this.width) this.draw(this.picture);
  }
  sizes({ x, layers, targets }, row) {
    const more = PER_DIGIT * (this.digits - 3);
    return {
      columns: [x.length, ...layers.map(({ z }) => z.length), 1],
      heights: [1, ...layers.map(() => 5), 3 + targets.length].map((rows) => NAME + rows * row + PAD),
      widths: [INPUT_BOX + more, ...layers.map(() => BOX + more), LOSS_BOX + more]
    };
  }
  resize(width, height, row) {
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    this.canvas.style.setProperty("--gn-row", `${row}px`);
  }
  // Rows: the inputs, every layer, the loss, one below the other with room for the weights' numbers between them.
  below(moment) {
    const { columns, heights, widths } = this.sizes(moment, TALL_ROW);
    const across = this.width - 4;
    let y = 0;
    const spots = columns.map((count, i) => {
      const width = Math.min(widths[i], (across - BESIDE * (count - 1)) / count);
      const [top, height] = [y, heights[i]];
      const numbers = i < moment.layers.length ? count * columns[i + 1] : 0;
      y += height + CHIP_ROOM + (numbers > MOST_LOOSE ? count : Math.ceil(numbers / CHIPS_PER_ROW)) * TALL_ROW;
      return Array.from({ length: count }, (_, unit) => ({ x: across * (unit + 0.5) / count - width / 2, y: top, width, height }));
    });
    this.resize(across, spots.at(-1)[0].y + heights.at(-1), TALL_ROW);
    return spots;
  }
  // Columns: the inputs, every layer, the loss. Boxes are evenly spaced within a column; columns are centred vertically.
  beside(moment) {
    const { layers } = moment;
    const { columns, heights, widths } = this.sizes(moment, rowHeight());
    const tall = Math.max(...columns.map((count, i) => count * (heights[i] + ROOM))) + 4;
    const taken = widths.reduce((sum, width) => sum + width) + LOSS_GAP + 4;
    const gap = Math.max(MIN_GAP, (this.width - taken) / layers.length);
    this.resize(taken - 4 + gap * layers.length, tall, rowHeight());
    let left = 0;
    return columns.map((count, i) => {
      const x = left;
      left += widths[i] + (i === layers.length ? LOSS_GAP : gap);
      return Array.from({ length: count }, (_, unit) => ({ x, y: tall * (unit + 0.5) / count - heights[i] / 2, width: widths[i], height: heights[i] }));
    });
  }
};
function rowHeight() {
  return matchMedia("(pointer: coarse)").matches ? TALL_ROW : ROW;
}
function drawUnits(picture, spots) {
  const { moment, example, player } = picture;
  const at = moment.place;
  const boxes = moment.x.map(
    (value, i) => box(spots[0][i], example.inputs[i], [number(picture, `data.x[${at}, ${i}]`, `x${subscript(i + 1)}`, value, "value")])
  );
  const last = moment.layers.length - 1;
  moment.layers.forEach((layer, l) => {
    layer.z.forEach((_, j) => {
      const name = l === last ? example.outputs[j] : `hidden ${last > 1 ? `${l + 1}.` : ""}${j + 1}`;
      boxes.push(box(spots[l + 1][j], name, unitRows(picture, l, j), layer.activation === "relu" && layer.a[j] === 0 && player.reached(`f${l}`)));
    });
  });
  boxes.push(box(spots.at(-1)[0], "loss", lossRows(picture), false));
  return boxes;
}
function unitRows(picture, l, j) {
  const { moment, player, symbols } = picture;
  const { name, bias, d_bias, bias_after, z, a, d_a, d_z } = moment.layers[l];
  const last = moment.layers.length - 1;
  const raised = symbols.layer(l);
  const mark = subscript(j + 1) + raised;
  const ref = (part) => `${name}.${part}[${moment.place}, ${j}]`;
  const forward = player.reached(`f${l}`);
  const [sees_a, sees_z] = l === last ? [player.reached("da"), player.reached("dz")] : [player.reached(`d${l}`), player.reached(`d${l}`)];
  const own = player.reached("update") ? number(picture, `${name}.bias_after[${j}]`, `b′${mark}`, bias_after[j], "value") : player.reached(`g${l}`) ? number(picture, `${name}.d_bias[${j}]`, `∂L/∂b${mark}`, d_bias[j], "gradient") : number(picture, `${name}.bias[${j}]`, `b${mark}`, bias[j], "value");
  return [
    own,
    forward ? number(picture, ref("z"), `z${mark}`, z[j], "value") : null,
    forward ? number(picture, ref("a"), `a${mark}`, a[j], "value") : null,
    sees_a ? number(picture, ref("d_a"), `∂L/∂a${mark}`, d_a[j], "gradient") : null,
    sees_z ? number(picture, ref("d_z"), `∂L/∂z${mark}`, d_z[j], "gradient") : null
  ];
}
function lossRows(picture) {
  const { moment, player } = picture;
  if (!player.reached("loss")) return [];
  const several = moment.targets.length > 1;
  const rows = [
    ...moment.targets.map(({ reference, value }, i) => number(picture, reference, several ? `t${subscript(i + 1)}` : "t", value, "", value === null ? void 0 : short(value))),
    number(picture, `loss.value[${moment.place}]`, "L", moment.sample_loss, "")
  ];
  if (moment.samples.length > 1) rows.push(number(picture, "loss.mean", "mean L", moment.loss, ""));
  if (player.reached("update")) rows.push(number(picture, "afterwards.mean", "after", moment.loss_after, ""));
  return rows;
}
function number({ digits, ask }, reference, symbol, value, sign, text) {
  return numberButton({ reference, symbol, value, digits, sign, text, onClick: ask });
}
function box({ x, y, width, height }, name, rows, off = false) {
  const style = `left:${x}px;top:${y}px;width:${width}px;height:${height}px`;
  return make("div", { class: "gn-box", style, role: "group", "aria-label": name }, make("p", { class: "gn-name" }, name, off ? " (off)" : ""), ...rows);
}
function drawEdges(picture, spots, down) {
  const { moment, player, symbols, digits, ask } = picture;
  const svg = makeSvg("svg", { class: "gn-edges", "aria-hidden": "true" });
  const chips = [];
  moment.layers.forEach((layer, l) => {
    const [graded, updated] = [player.reached(`g${l}`), player.reached("update")];
    const values = updated ? layer.weight_after : graded ? layer.d_weight : layer.weight;
    const kind = graded && !updated ? "gradient" : "value";
    const part = updated ? "weight_after" : graded ? "d_weight" : "weight";
    const most = Math.max(...values.flat().map((value) => Math.abs(value ?? 0)), 1e-12);
    const busy = player.playing && player.stage?.layer === l ? player.stage.back ? " gn-back" : " gn-forth" : "";
    const edges = values.flatMap((row, i) => row.map((value, j) => ({ i, j, value, ...ends(spots[l][i], spots[l + 1][j], down) })));
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
    if (stacked) edges.forEach(({ end }, at) => moveTo(own[at], end));
    else placeChips(edges, own, down);
  });
  const [lastColumn, loss] = [spots.at(-2), spots.at(-1)[0]];
  for (const from of lastColumn) {
    const { begin, end } = ends(from, loss, down);
    svg.prepend(makeSvg("line", { x1: begin.x, y1: begin.y, x2: end.x, y2: end.y, class: "gn-edge gn-plain" }));
  }
  return [svg, chips];
}
function ends(from, to, down) {
  if (down) return { begin: { x: from.x + from.width / 2, y: from.y + from.height }, end: { x: to.x + to.width / 2, y: to.y } };
  return { begin: { x: from.x + from.width, y: from.y + from.height / 2 }, end: { x: to.x, y: to.y + to.height / 2 } };
}
function stackedAt({ i, end }, sources, digits, down) {
  const row = down ? TALL_ROW : Math.min(rowHeight() + 2, STACK_ROOM / sources);
  if (down) return { x: end.x, y: end.y - (sources - i - 0.5) * row - 4 };
  return { x: end.x - (16 + 8 * (digits + 3)) / 2 - 3, y: end.y + (i - (sources - 1) / 2) * row };
}
function moveTo(chip, { x, y }) {
  chip.style.left = `${x}px`;
  chip.style.top = `${y}px`;
}
function placeChips(edges, chips, down) {
  const placed = [];
  const steepness = ({ begin, end }) => Math.abs(down ? end.x - begin.x : end.y - begin.y);
  for (const edge of [...edges].sort((a, b) => steepness(a) - steepness(b))) {
    const chip = chips[edges.indexOf(edge)];
    const spot = freeSpot(edge, 16 + 8 * (chip.textContent ?? "").length, placed, down);
    placed.push(spot);
    moveTo(chip, spot);
  }
}
function freeSpot({ begin, end }, width, placed, down) {
  const high = down ? TALL_ROW : rowHeight();
  const room = Math.max(0, 0.5 - (down ? (high / 2 + 2) / (end.y - begin.y) : (width / 2 + 2) / (end.x - begin.x)));
  const tries = Array.from({ length: 25 }, (_, i) => {
    const along = 0.5 + (i % 2 ? 1 : -1) * Math.ceil(i / 2) * (room / 12);
    const spot = { x: begin.x + along * (end.x - begin.x), y: begin.y + along * (end.y - begin.y), width };
    const apart = placed.map((other) => Math.max(Math.abs(spot.x - other.x) / ((width + other.width) / 2), Math.abs(spot.y - other.y) / (high + 2)));
    return { spot, apart: Math.min(1, ...apart) };
  });
  return tries.reduce((best, each) => each.apart > best.apart + 0.01 ? each : best).spot;
}
export {
  NetworkView
};
