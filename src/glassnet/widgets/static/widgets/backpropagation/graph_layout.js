// widgets/backpropagation/graph_layout.ts
var HIGH = 66;
var [ROW, MAX_BOX, SMALL] = [80, 74, 64];
var SHARE = 0.8;
var NARROW = 560;
var GAP = 6;
function layOut(nodes, layers, width) {
  return width < NARROW ? layOutBelow(nodes, width) : layOutBeside(nodes, layers, width);
}
function ends(from, to, box) {
  if (to.x >= from.x + box) return { begin: { x: from.x + box, y: from.y + HIGH / 2 }, end: { x: to.x, y: to.y + HIGH / 2 } };
  if (Math.abs(to.y - from.y) < HIGH) return { begin: { x: from.x, y: from.y + HIGH / 2 }, end: { x: to.x + box, y: to.y + HIGH / 2 } };
  return { begin: { x: from.x + box / 2, y: from.y + HIGH }, end: { x: to.x + box / 2, y: to.y } };
}
function layOutBeside(nodes, layers, width) {
  const pitch = (width - 4) / (4 * layers + 2 - (1 - SHARE));
  const box = Math.min(MAX_BOX, SHARE * pitch);
  const spots = nodes.map(() => ({ x: 0, y: 0 }));
  const rows = Array.from({ length: layers }, (_, layer) => nodes.filter(({ kind, place }) => place[0] === layer && (kind === "times" || kind === "bias")).length);
  const tall = Math.max(...rows) * ROW;
  const counts = Array.from({ length: layers }, () => 0);
  const x = (layer, within) => (4 * Math.max(0, layer) + within) * pitch;
  nodes.forEach((node, at) => {
    const [layer] = node.place;
    if (node.kind !== "times" && node.kind !== "bias") return;
    const y = (counts[layer]++ + 0.5) * tall / rows[layer] - HIGH / 2;
    spots[at] = { x: x(layer, 2), y };
    for (const from of node.inputs) if (nodes[from].kind === "weight") spots[from] = { x: x(layer, 1), y };
  });
  nodes.forEach((node, at) => {
    if (node.kind === "times" || node.kind === "bias" || node.kind === "weight") return;
    const among = node.inputs.map((from) => spots[from].y);
    const left = node.kind === "input" ? 0 : Math.max(...node.inputs.map((from) => spots[from].x)) + pitch;
    spots[at] = { x: left, y: among.length ? (Math.min(...among) + Math.max(...among)) / 2 : 0 };
  });
  const inputs = nodes.flatMap(({ kind }, at) => kind === "input" ? [at] : []);
  inputs.forEach((at, i) => spots[at].y = (i + 0.5) * tall / inputs.length - HIGH / 2);
  return { places: spots, box, width: width - 4, height: tall, small: box < SMALL };
}
function layOutBelow(nodes, width) {
  const most = Math.max(...nodes.map(({ kind, inputs }) => kind === "plus" ? inputs.length : 1), nodes.filter(({ kind }) => kind === "input").length);
  const pitch = (width - 4 + GAP) / most;
  const box = Math.min(MAX_BOX, pitch - GAP);
  const spots = nodes.map(() => ({ x: 0, y: 0 }));
  const column = (at) => at * pitch + (pitch - GAP - box) / 2;
  nodes.forEach(({ kind, place }, at) => kind === "input" && (spots[at] = { x: column(place[2]), y: 0 }));
  let y = ROW + GAP;
  nodes.forEach((node, at) => {
    if (node.kind === "plus") {
      node.inputs.forEach((term, i) => {
        spots[term] = { x: column(i), y: y + ROW };
        for (const from of nodes[term].inputs) if (nodes[from].kind === "weight") spots[from] = { x: column(i), y };
      });
      spots[at] = { x: column(0), y: y + 2 * ROW };
      y += 3 * ROW + GAP;
    } else if (!["input", "weight", "bias", "times"].includes(node.kind)) {
      const before = spots[node.inputs[0]];
      spots[at] = node.inputs.length === 1 && nodes[node.inputs[0]].kind === "plus" ? { x: column(1), y: before.y } : { x: column(Math.min(2, most - 1)), y: node.inputs.length === 1 ? before.y : y };
    }
  });
  return { places: spots, box, width: width - 4, height: Math.max(...spots.map((spot) => spot.y)) + HIGH + GAP, small: box < SMALL };
}
export {
  HIGH,
  ends,
  layOut
};
