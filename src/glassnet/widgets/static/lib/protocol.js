// lib/protocol.ts
var DATA_NAMES = ["moons", "circle", "xor", "gaussians", "spiral"];
var ACTIVATIONS = ["tanh", "relu", "sigmoid", "linear"];
var MOST_LAYERS = 4;
var MOST_UNITS = 8;
var Refused = class extends Error {
};
var NoReply = class extends Error {
};
function toFrame(reply) {
  const head = reply.head;
  if (head.kind === "error") throw new Refused(head.message);
  if (head.kind !== "frame") throw new Refused(`Expected a frame, got ${head.kind}.`);
  const named = new Map(head.buffers.map((name, i) => [name, reply.bufs[i]]));
  return {
    ...head,
    weights: floats(named.get("weights")) ?? new Float32Array(),
    map: bytes(named.get("map")),
    units: bytes(named.get("units")),
    points: floats(named.get("points"))
  };
}
function bytes(view) {
  return view ? new Uint8Array(view.buffer, view.byteOffset, view.byteLength) : null;
}
function floats(view) {
  return view ? new Float32Array(bytes(view).slice().buffer) : null;
}
export {
  ACTIVATIONS,
  DATA_NAMES,
  MOST_LAYERS,
  MOST_UNITS,
  NoReply,
  Refused,
  toFrame
};
