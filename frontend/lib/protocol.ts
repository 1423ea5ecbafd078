// The declared messages between page and Python, with their envelope.
import type { Frame as FrameFields, Layer, LabSpec, Wire } from "../wire/lab.ts";

export type Spec = LabSpec;
export type { Layer };
export type { View } from "../wire/lab.ts";

/** Any widget's requests and replies, by kind. */
export type Kinds = Record<string, { request: object; reply: object }>;

/** Every request of the Lab. */
export type LabMessage = { [Kind in keyof Wire]: { kind: Kind } & Wire[Kind]["request"] }[keyof Wire];

/** A request of any widget. */
export interface Message {
  kind: string;
}

export interface ErrorHead {
  id: number;
  kind: "error";
  message: string;
}

export type Head = ErrorHead | { id: number; kind: string };

export interface Reply {
  head: Head;
  bufs: DataView[];
}

/** A frame with its buffers named and typed. */
export interface Frame extends FrameFields {
  weights: Float32Array;
  map: Uint8Array | null;
  /** The class of each pixel, if there are more than two. */
  map_classes: Uint8Array | null;
  /** The output along x₁, if that is what is learnt. */
  curve: Float32Array | null;
  units: Uint8Array | null;
  points: Float32Array | null;
}

/** Python rejected the request; the message says why. */
export class Rejected extends Error {}

/** There was no answer: the connection is down, or Python took too long. */
export class NoReply extends Error {}

/** The head of a reply; throws if it is an error. */
export function accepted({ head }: Reply): object {
  if (isError(head)) throw new Rejected(head.message);
  return head;
}

export function toFrame(reply: Reply): Frame {
  const head = accepted(reply) as FrameFields;
  if (head.kind !== "frame") throw new Rejected(`Expected a frame, got ${String(head.kind)}.`);
  const named = new Map(head.buffers.map((name, i) => [name, reply.bufs[i]]));
  return {
    ...head,
    weights: floats(named.get("weights")) ?? new Float32Array(),
    map: bytes(named.get("map")),
    map_classes: bytes(named.get("map_classes")),
    curve: floats(named.get("curve")),
    units: bytes(named.get("units")),
    points: floats(named.get("points")),
  };
}

function isError(head: Head): head is ErrorHead {
  return head.kind === "error";
}

function bytes(view: DataView | undefined): Uint8Array | null {
  return view ? new Uint8Array(view.buffer, view.byteOffset, view.byteLength) : null;
}

// A copy: a Float32Array needs an offset that is a multiple of four, which a message doesn't guarantee.
function floats(view: DataView | undefined): Float32Array | null {
  return view ? new Float32Array(bytes(view)!.slice().buffer) : null;
}
