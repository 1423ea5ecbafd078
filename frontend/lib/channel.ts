// One widget's questions to its Python side: a kind and some fields out, a head and arrays of numbers back.
import { ModelTransport, type Model } from "./anywidget.ts";
import { accepted, type Kinds } from "./protocol.ts";

/** An answer may have to import a library, or wait for a cell that runs. */
const PATIENCE_MS = 30_000;
/** What a page begins with is asked again after such pauses, each twice as long as the one before. */
const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 300_000;

export interface Answer<Head> {
  head: Head;
  arrays: Float32Array[];
}

interface Wish {
  fields: object;
  use: (answer: Answer<never>) => void;
  /** Whether it is asked again while there is no answer. */
  lasting: boolean;
}

/** Typed by the declared messages of a widget: `Wire` of its file in frontend/wire. */
export class Channel<Wire extends { [Kind in keyof Wire]: Kinds[string] }> {
  private readonly transport: ModelTransport;
  private readonly waiting = new Map<string, Wish>();
  private readonly out = new Map<string, Wish>();
  /** The page is still beginning: what it asks for now was not asked for by its reader. */
  private beginning = true;
  private closed = false;

  constructor(
    model: Model,
    private readonly onTrouble: (message: string) => void,
  ) {
    this.transport = new ModelTransport(model, String(Math.random()).slice(2), PATIENCE_MS);
  }

  /** Ask once; a refusal or silence is an error. */
  ask<Kind extends keyof Wire & string>(kind: Kind, fields: Wire[Kind]["asked"]): Promise<Answer<Wire[Kind]["told"]>> {
    return this.request(kind, fields);
  }

  /**
   * Ask for what is wished now: never more than one of a kind is out, and wishes in between are passed over.
   *
   * What a page begins with (all it wishes before its first answer, and what those answers' readers wish in turn) is asked
   * again until it is answered, or the page would stay empty. Later wishes are not: asked twice, an undo would undo twice.
   */
  wish<Kind extends keyof Wire & string>(kind: Kind, fields: Wire[Kind]["asked"], use: (answer: Answer<Wire[Kind]["told"]>) => void): void {
    const lasting = this.beginning || (this.out.get(kind)?.lasting ?? false);
    this.waiting.set(kind, { fields, use: use as Wish["use"], lasting });
    if (!this.out.has(kind)) void this.pump(kind);
  }

  close(): void {
    this.closed = true;
    this.waiting.clear();
    this.transport.close();
  }

  private async request<Head>(kind: string, fields: object, waits?: Iterable<number>): Promise<Answer<Head>> {
    const reply = await this.transport.request({ kind, ...fields }, waits);
    this.beginning = false;
    return { head: accepted(reply) as Head, arrays: reply.bufs.map(floats) };
  }

  private async pump(kind: string): Promise<void> {
    for (let wish = this.take(kind); wish; wish = this.take(kind)) {
      this.out.set(kind, wish);
      try {
        const answer = await this.request<never>(kind, wish.fields, wish.lasting ? this.pauses(kind) : undefined);
        this.onTrouble("");
        this.use(wish, answer);
      } catch (error) {
        if (!this.closed) this.onTrouble(error instanceof Error ? error.message : String(error));
      }
    }
    this.out.delete(kind);
  }

  private use(wish: Wish, answer: Answer<never>): void {
    this.beginning = wish.lasting;
    try {
      wish.use(answer);
    } finally {
      this.beginning = false;
    }
  }

  /** How long to wait each time before asking again; it ends when something newer of the kind is to be asked. */
  private *pauses(kind: string): Generator<number> {
    let silent = 0;
    for (let pause = FIRST_PAUSE_MS; !this.waiting.has(kind); pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      if (silent >= PATIENCE_MS) this.onTrouble(silence(silent));
      yield pause;
      silent += pause;
    }
  }

  private take(kind: string): Wish | undefined {
    const wish = this.waiting.get(kind);
    this.waiting.delete(kind);
    return wish;
  }
}

function silence(ms: number): string {
  const told = ms < 120_000 ? `${ms / 1000} seconds` : `${Math.round(ms / 60_000)} minutes`;
  return `Python has not answered for ${told}: it may be busy, or it may have stopped. This page goes on asking.`;
}

// A copy: the bytes of a message need not lie at a multiple of four, as a Float32Array demands.
function floats(view: DataView): Float32Array {
  return new Float32Array(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength));
}
