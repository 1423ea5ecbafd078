// widgets/backpropagation/network_view.ts
import { make, makeSvg } from "../../dom/element.js";
import { short, subscript } from "../../lib/numbers.js";
import { focusWithin, numberButton } from "../../dom/number.js";
var [INPUT_BOX, BOX, LOSS_BOX] = [92, 122, 108];
var [ROW, TOUCH_ROW] = [26, 44];
var [PAD, NAME] = [8, 24];
var ROOM = 14;
var [MIN_GAP, LOSS_GAP] = [100, 24];
var NetworkView = class {
  canvas = make("div", { class: "gn-net" });
  element = make("div", { class: "gn-scroll", tabindex: 0, role: "region", "aria-label": "The network with its numbers" }, this.canvas);
  observer = new ResizeObserver(() => this.redraw());
  picture = null;
  width = 0;
  constructor() {
    this.observer.observe(this.element);
  }
  close() {
    this.observer.disconnect();
  }
  draw(picture) {
    this.picture = picture;
    const focused = focusWithin(this.canvas)?.dataset["ref"];
    const spots = this.places(picture.moment);
    const [edges, chips] = drawEdges(picture, spots);
    this.canvas.replaceChildren(edges, ...drawUnits(picture, spots), ...chips);
    if (focused) this.canvas.querySelector(`[data-ref="${focused}"]`)?.focus();
  }
  redraw() {
    if (this.picture && this.element.clientWidth !== this.width) this.draw(this.picture);
  }
  // Columns: the inputs, every layer, the loss. Boxes are evenly spaced within a column; columns are centred vertically.
  places({ x, layers, targets }) {
    const columns = [x.length, ...layers.map(({ z }) => z.length), 1];
    const heights = [1, ...layers.map(() => 5), 3 + targets.length].map((rows) => NAME + rows * rowHeight() + PAD);
    const tall = Math.max(...columns.map((count, i) => count * (heights[i] + ROOM))) + 4;
    this.width = this.element.clientWidth;
    const widths = [INPUT_BOX, ...layers.map(() => BOX), LOSS_BOX];
    const taken = widths.reduce((sum, width) => sum + width) + LOSS_GAP + 4;
    const gap = Math.max(MIN_GAP, (this.width - taken) / layers.length);
    this.canvas.style.width = `${taken - 4 + gap * layers.length}px`;
    this.canvas.style.height = `${tall}px`;
    this.canvas.style.setProperty("--gn-row", `${rowHeight()}px`);
    let left = 0;
    return columns.map((count, i) => {
      const x2 = left;
      left += widths[i] + (i === layers.length ? LOSS_GAP : gap);
      return Array.from({ length: count }, (_, unit) => ({ x: x2, y: tall * (unit + 0.5) / count - heights[i] / 2, width: widths[i], height: heights[i] }));
    });
  }
};
function rowHeight() {
  return matchMedia("(pointer: coarse)").matches ? TOUCH_ROW : ROW;
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
  const mark = subscript(j + 1);
  const ref = (part) => `${name}.${part}[${moment.place}, ${j}]`;
  const forward = player.reached(`f${l}`);
  const [sees_a, sees_z] = l === last ? [player.reached("da"), player.reached("dz")] : [player.reached(`d${l}`), player.reached(`d${l}`)];
  const raised = symbols.layer(l);
  const own = player.reached("update") ? number(picture, `${name}.bias_after[${j}]`, `b′${mark}`, bias_after[j], "value") : player.reached(`g${l}`) ? number(picture, `${name}.d_bias[${j}]`, `∂L/∂b${mark}`, d_bias[j], "gradient") : number(picture, `${name}.bias[${j}]`, `b${mark}`, bias[j], "value");
  own.setAttribute("data-layer", raised);
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
function drawEdges(picture, spots) {
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
    const edges = values.flatMap((row, i) => row.map((value, j) => ({ i, j, value, ...ends(spots[l][i], spots[l + 1][j]) })));
    for (const { i, j, value, begin, end } of edges) {
      const sign = `${kind}${value === null || value === 0 ? "" : value < 0 ? "-minus" : "-plus"}`;
      const width = 1 + 4 * (Math.abs(value ?? 0) / most);
      svg.append(makeSvg("line", { x1: begin.x, y1: begin.y, x2: end.x, y2: end.y, class: `gn-edge${busy}`, "data-sign": sign, "stroke-width": width, "data-edge": `${l}-${i}-${j}` }));
      const reference = `${layer.name}.${part}[${i}, ${j}]`;
      chips.push(numberButton({ reference, symbol: symbols.reference(reference), value, digits, sign: kind, class: "gn-chip", onClick: ask }));
    }
    placeChips(edges, chips.slice(-edges.length));
  });
  const [lastColumn, loss] = [spots.at(-2), spots.at(-1)[0]];
  for (const from of lastColumn) {
    svg.prepend(makeSvg("line", { x1: from.x + from.width, y1: from.y + from.height / 2, x2: loss.x, y2: loss.y + loss.height / 2, class: "gn-edge gn-plain" }));
  }
  return [svg, chips];
}
function ends(from, to) {
  return { begin: { x: from.x + from.width, y: from.y + from.height / 2 }, end: { x: to.x, y: to.y + to.height / 2 } };
}
function placeChips(edges, chips) {
  const placed = [];
  const steepness = ({ begin, end }) => Math.abs(end.y - begin.y);
  for (const edge of [...edges].sort((a, b) => steepness(a) - steepness(b))) {
    const chip = chips[edges.indexOf(edge)];
    const spot = freeSpot(edge, 16 + 8 * (chip.textContent ?? "").length, placed);
    placed.push(spot);
    chip.style.left = `${spot.x}px`;
    chip.style.top = `${spot.y}px`;
  }
}
function freeSpot({ begin, end }, width, placed) {
  const room = Math.max(0, 0.5 - (width / 2 + 2) / (end.x - begin.x));
  const tries = Array.from({ length: 25 }, (_, i) => {
    const along = 0.5 + (i % 2 ? 1 : -1) * Math.ceil(i / 2) * (room / 12);
    const spot = { x: begin.x + along * (end.x - begin.x), y: begin.y + along * (end.y - begin.y), width };
    const apart = placed.map((other) => Math.max(Math.abs(spot.x - other.x) / ((width + other.width) / 2), Math.abs(spot.y - other.y) / (rowHeight() + 2)));
    return { spot, apart: Math.min(1, ...apart) };
  });
  return tries.reduce((best, each) => each.apart > best.apart + 0.01 ? each : best).spot;
}
export {
  NetworkView
};
