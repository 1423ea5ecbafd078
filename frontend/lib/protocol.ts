// What the page and Python say to each other: the declared messages, with their envelope.
import type { Frame as FrameFields, Layer, LabSpec, Wire } from "../wire/lab.ts";

export type Spec = LabSpec;
export type { Layer };
export type { View } from "../wire/lab.ts";

/** What any widget's requests and replies look like, kind by kind. */
export type Kinds = Record<string, { asked: object; told: object }>;

/** Every request of the Lab. */
export type LabMessage = { [Kind in keyof Wire]: { kind: Kind } & Wire[Kind]["asked"] }[keyof Wire];

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
  units: Uint8Array | null;
  points: Float32Array | null;
}

/** Python understood the request and says why it cannot be done. */
export class Refused extends Error {}

/** No answer came: the connection is down, or Python was silent for too long. */
export class NoReply extends Error {}

/** The head of a reply, unless it is a refusal. */
export function accepted({ head }: Reply): object {
  if (isError(head)) throw new Refused(head.message);
  return head;
}

export function toFrame(reply: Reply): Frame {
  const head = accepted(reply) as FrameFields;
  if (head.kind !== "frame") throw new Refused(`Expected a frame, got ${String(head.kind)}.`);
  const named = new Map(head.buffers.map((name, i) => [name, reply.bufs[i]]));
  return {
    ...head,
    weights: floats(named.get("weights")) ?? new Float32Array(),
    map: bytes(named.get("map")),
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

// A copy: the bytes of a message need not lie at a multiple of four, as a Float32Array demands.
function floats(view: DataView | undefined): Float32Array | null {
  return view ? new Float32Array(bytes(view)!.slice().buffer) : null;
}
