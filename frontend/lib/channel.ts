// One widget's questions to its Python side: a kind and some fields out, a head and arrays of numbers back.
import { ModelTransport, type Model } from "./anywidget.ts";
import { Refused, type Message } from "./protocol.ts";

/** A first answer may have to import a library, or wait for a cell that runs. */
const PATIENCE_MS = 30_000;

export interface Answer<Head> {
  head: Head;
  arrays: Float32Array[];
}

interface Wish {
  fields: object;
  use: (answer: Answer<never>) => void;
}

export class Channel {
  private readonly transport: ModelTransport;
  private readonly waiting = new Map<string, Wish>();
  private readonly out = new Set<string>();

  constructor(
    model: Model,
    private readonly onTrouble: (message: string) => void,
  ) {
    this.transport = new ModelTransport(model, String(Math.random()).slice(2), PATIENCE_MS);
  }

  /** Ask once; a refusal or silence is an error. */
  async ask<Head>(kind: string, fields: object = {}): Promise<Answer<Head>> {
    const reply = await this.transport.request({ kind, ...fields } as unknown as Message);
    if (reply.head.kind === "error") throw new Refused(reply.head.message);
    return { head: reply.head as unknown as Head, arrays: reply.bufs.map(floats) };
  }

  /** Ask for what is wished now: never more than one of a kind is out, and wishes in between are passed over. */
  wish<Head>(kind: string, fields: object, use: (answer: Answer<Head>) => void): void {
    this.waiting.set(kind, { fields, use: use as Wish["use"] });
    if (!this.out.has(kind)) void this.pump(kind);
  }

  close(): void {
    this.waiting.clear();
    this.transport.close();
  }

  private async pump(kind: string): Promise<void> {
    this.out.add(kind);
    for (let wish = this.take(kind); wish; wish = this.take(kind)) {
      try {
        const answer = await this.ask<never>(kind, wish.fields);
        this.onTrouble("");
        wish.use(answer);
      } catch (error) {
        this.onTrouble(error instanceof Error ? error.message : String(error));
      }
    }
    this.out.delete(kind);
  }

  private take(kind: string): Wish | undefined {
    const wish = this.waiting.get(kind);
    this.waiting.delete(kind);
    return wish;
  }
}

// A copy: the bytes of a message need not lie at a multiple of four, as a Float32Array demands.
function floats(view: DataView): Float32Array {
  return new Float32Array(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength));
}
