// What the page and Python say to each other. The words are those of docs/lab-protocol.md.

export type DataName = "moons" | "circle" | "xor" | "gaussians" | "spiral";
export const DATA_NAMES: readonly DataName[] = ["moons", "circle", "xor", "gaussians", "spiral"];
export const ACTIVATIONS = ["tanh", "relu", "sigmoid", "linear"] as const;
export const MOST_LAYERS = 4;
export const MOST_UNITS = 8;

export interface Spec {
  data: DataName;
  samples: number;
  noise: number;
  test: number;
  data_seed: number;
  hidden: number[];
  activation: string;
  learning_rate: number;
  l2: number;
  batch_size: number;
  seed: number;
}

export interface View {
  map: number;
  units: number;
}

export type Message =
  | { kind: "open"; spec?: Partial<Spec>; checkpoint?: string; view?: View }
  | { kind: "advance"; budget_ms?: number; steps?: number; checkpoint?: boolean }
  | { kind: "change"; spec: Partial<Spec>; checkpoint?: boolean }
  | { kind: "restart"; seed?: number; checkpoint?: boolean }
  | { kind: "pause"; checkpoint?: boolean }
  | { kind: "probe"; x: [number, number] };

export interface Evaluation {
  loss: number;
  accuracy: number;
}

export interface Layer {
  name: string;
  inputs: number;
  units: number;
  activation: string;
}

export interface FrameHead {
  id: number;
  kind: "frame";
  spec: Spec;
  step: number;
  epoch: number;
  updates: number;
  train: Evaluation;
  test: Evaluation;
  penalty: number;
  layers: Layer[];
  unit_scales: number[];
  domain: [number, number];
  stopped: { message: string } | null;
  checkpoint?: string;
  buffers: string[];
}

export interface ProbeHead {
  id: number;
  kind: "probe";
  activations: number[][];
}

export interface ErrorHead {
  id: number;
  kind: "error";
  message: string;
}

export type Head = FrameHead | ProbeHead | ErrorHead;

export interface Reply {
  head: Head;
  bufs: DataView[];
}

/** A frame with its buffers named and typed. */
export interface Frame extends FrameHead {
  weights: Float32Array;
  map: Uint8Array | null;
  units: Uint8Array | null;
  points: Float32Array | null;
}

/** Python understood the request and says why it cannot be done. */
export class Refused extends Error {}

/** No answer came: the connection is down, or Python was silent for too long. */
export class NoReply extends Error {}

export function toFrame(reply: Reply): Frame {
  const head = reply.head;
  if (head.kind === "error") throw new Refused(head.message);
  if (head.kind !== "frame") throw new Refused(`Expected a frame, got ${head.kind}.`);
  const named = new Map(head.buffers.map((name, i) => [name, reply.bufs[i]]));
  return {
    ...head,
    weights: floats(named.get("weights")) ?? new Float32Array(),
    map: bytes(named.get("map")),
    units: bytes(named.get("units")),
    points: floats(named.get("points")),
  };
}

function bytes(view: DataView | undefined): Uint8Array | null {
  return view ? new Uint8Array(view.buffer, view.byteOffset, view.byteLength) : null;
}

// A copy: the bytes of a message need not lie at a multiple of four, as a Float32Array demands.
function floats(view: DataView | undefined): Float32Array | null {
  return view ? new Float32Array(bytes(view)!.slice().buffer) : null;
}
