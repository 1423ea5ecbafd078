// A widget's requests to its Python side: a kind and some fields out, a head and arrays of numbers back.
import { ModelTransport, type Model } from "./anywidget.ts";
import { accepted, type Kinds } from "./protocol.ts";

/** An answer may have to import a library, or wait for a running cell. */
const TIMEOUT_MS = 30_000;
/** A page's first requests are sent again after these delays, each twice as long as the one before. */
const FIRST_DELAY_MS = 10_000;
const MAX_DELAY_MS = 300_000;

export interface Answer<Head> {
  head: Head;
  arrays: Float32Array[];
}

interface Queued {
  fields: object;
  use: (answer: Answer<never>) => void;
  /** Whether it is sent again while there is no answer. */
  retried: boolean;
}

/** Typed by a widget's declared messages: `Wire` in its file in frontend/wire. */
export class Channel<Wire extends { [Kind in keyof Wire]: Kinds[string] }> {
  private readonly transport: ModelTransport;
  private readonly waiting = new Map<string, Queued>();
  private readonly out = new Map<string, Queued>();
  /** The page is still starting: its requests are not the reader's yet. */
  private starting = true;
  private closed = false;

  constructor(
    model: Model,
    private readonly onError: (message: string) => void,
  ) {
    this.transport = new ModelTransport(model, String(Math.random()).slice(2), TIMEOUT_MS);
  }

  /** Send a request once; an error reply or a missing answer throws. */
  ask<Kind extends keyof Wire & string>(kind: Kind, fields: Wire[Kind]["request"]): Promise<Answer<Wire[Kind]["reply"]>> {
    return this.send(kind, fields);
  }

  /**
   * Request the latest state: at most one request of a kind is out, and of those made meanwhile only the newest is sent.
   *
   * A page's first requests (all before its first answer, and those that its handlers then make) are repeated until they
   * are answered, or the page would stay empty. Later ones are not: sent twice, an undo would undo twice.
   */
  request<Kind extends keyof Wire & string>(kind: Kind, fields: Wire[Kind]["request"], use: (answer: Answer<Wire[Kind]["reply"]>) => void): void {
    const retried = this.starting || (this.out.get(kind)?.retried ?? false);
    this.waiting.set(kind, { fields, use: use as Queued["use"], retried });
    if (!this.out.has(kind)) void this.pump(kind);
  }

  close(): void {
    this.closed = true;
    this.waiting.clear();
    this.transport.close();
  }

  private async send<Head>(kind: string, fields: object, waits?: Iterable<number>): Promise<Answer<Head>> {
    const reply = await this.transport.request({ kind, ...fields }, waits);
    this.starting = false;
    return { head: accepted(reply) as Head, arrays: reply.bufs.map(floats) };
  }

  private async pump(kind: string): Promise<void> {
    for (let queued = this.take(kind); queued; queued = this.take(kind)) {
      this.out.set(kind, queued);
      try {
        const answer = await this.send<never>(kind, queued.fields, queued.retried ? this.delays(kind) : undefined);
        this.onError("");
        this.use(queued, answer);
      } catch (error) {
        if (!this.closed) this.onError(error instanceof Error ? error.message : String(error));
      }
    }
    this.out.delete(kind);
  }

  private use(queued: Queued, answer: Answer<never>): void {
    this.starting = queued.retried;
    try {
      queued.use(answer);
    } finally {
      this.starting = false;
    }
  }

  /** The delays before each repetition; they end when a newer request of the kind is waiting. */
  private *delays(kind: string): Generator<number> {
    let silent = 0;
    for (let delay = FIRST_DELAY_MS; !this.waiting.has(kind); delay = Math.min(2 * delay, MAX_DELAY_MS)) {
      if (silent >= TIMEOUT_MS) this.onError(silence(silent));
      yield delay;
      silent += delay;
    }
  }

  private take(kind: string): Queued | undefined {
    const queued = this.waiting.get(kind);
    this.waiting.delete(kind);
    return queued;
  }
}

function silence(ms: number): string {
  const duration = ms < 120_000 ? `${ms / 1000} seconds` : `${Math.round(ms / 60_000)} minutes`;
  return `Python has not answered for ${duration}: it may be busy, or it may have stopped. This page keeps trying.`;
}

// A copy: a Float32Array needs an offset that is a multiple of four, which a message doesn't guarantee.
function floats(view: DataView): Float32Array {
  return new Float32Array(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength));
}
