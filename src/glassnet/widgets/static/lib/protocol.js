// lib/protocol.ts
var Rejected = class extends Error {
};
var NoReply = class extends Error {
};
function accepted({ head }) {
  if (isError(head)) throw new Rejected(head.message);
  return head;
}
function toFrame(reply) {
  const head = accepted(reply);
  if (head.kind !== "frame") throw new Rejected(`Expected a frame, got ${String(head.kind)}.`);
  const named = new Map(head.buffers.map((name, i) => [name, reply.bufs[i]]));
  return {
    ...head,
    weights: floats(named.get("weights")) ?? new Float32Array(),
    map: bytes(named.get("map")),
    map_classes: bytes(named.get("map_classes")),
    curve: floats(named.get("curve")),
    units: bytes(named.get("units")),
    points: floats(named.get("points"))
  };
}
function isError(head) {
  return head.kind === "error";
}
function bytes(view) {
  return view ? new Uint8Array(view.buffer, view.byteOffset, view.byteLength) : null;
}
function floats(view) {
  return view ? new Float32Array(bytes(view).slice().buffer) : null;
}
export {
  NoReply,
  Rejected,
  accepted,
  toFrame
};
