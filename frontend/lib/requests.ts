// The Lab's requests to Python, one function for each kind of answer.
import type { Activations, Saved as FileHead, Wire } from "../wire/lab.ts";
import type { Received, Upload } from "../wire/shared.ts";
import { accepted, toFrame, type Frame, type LabMessage } from "./protocol.ts";
import type { Transport } from "./transport.ts";
import { sendFile } from "./upload.ts";

/** Bytes of a file per request: its text must fit into one of the socket. */
const SMALL_PIECE = 3 * 15_000;

export type Questions = "inspect" | "explain" | "compare";

export class Requests {
  constructor(private readonly transport: Transport) {}

  async frame(message: LabMessage): Promise<Frame> {
    return toFrame(await this.transport.request(message));
  }

  async answer<Kind extends Questions>(kind: Kind, fields: Wire[Kind]["request"]): Promise<Wire[Kind]["reply"]> {
    return accepted(await this.transport.request({ kind, ...fields })) as Wire[Kind]["reply"];
  }

  /** What every unit computes at a point. */
  async probe(x: [number, number]): Promise<Activations["activations"]> {
    const message: LabMessage = { kind: "probe", x };
    return (accepted(await this.transport.request(message)) as Activations).activations;
  }

  /** All runs as a file. */
  async file(): Promise<{ name: string; content: Blob }> {
    const reply = await this.transport.request({ kind: "save" });
    const { name } = accepted(reply) as FileHead;
    const { buffer, byteOffset, byteLength } = reply.bufs[0]!;
    return { name, content: new Blob([new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength)]) };
  }

  async upload(file: File): Promise<void> {
    const ask = async (kind: "upload", fields: Upload) => ({ head: accepted(await this.transport.request({ kind, ...fields })) as Received });
    await sendFile({ ask }, file, () => undefined, SMALL_PIECE);
  }
}
