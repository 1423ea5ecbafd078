// How requests reach Python, by whatever transport.
import { NoReply, type Message, type Reply } from "./protocol.ts";

export type Status = "connecting" | "open" | "lost";

export interface Transport {
  request(message: Message): Promise<Reply>;
  close(): void;
  /** Connect anew, if it is for the page to do so. */
  reconnect(): void;
  readonly status: Status;
  onStatus(listener: (status: Status) => void): void;
}

interface Waiting {
  resolve(reply: Reply): void;
  reject(error: Error): void;
  timer?: ReturnType<typeof setTimeout>;
}

/** Outstanding requests by id. A late reply is dropped. */
export class Pending {
  private readonly waiting = new Map<number, Waiting>();
  private next = 1;

  constructor(private readonly timeoutMs: number) {}

  /**
   * Pass a numbered message to `send` and return a promise of its reply. After each of `waits` (ms) but the last, the same
   * message is sent again: the first reply counts, later ones are dropped.
   */
  add(message: Message, send: (numbered: Message & { id: number }) => void, waits: Iterable<number> = [this.timeoutMs]): Promise<Reply> {
    const id = this.next++;
    const left = waits[Symbol.iterator]();
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { resolve, reject };
      this.waiting.set(id, waiting);
      const ask = (): void => {
        const wait = left.next();
        if (wait.done) return this.fail(id, "Python has not answered in time.");
        waiting.timer = setTimeout(ask, wait.value);
        try {
          send({ ...message, id });
        } catch (error) {
          this.take(id)?.reject(error as Error);
        }
      };
      ask();
    });
  }

  settle(reply: Reply): void {
    this.take(reply.head.id)?.resolve(reply);
  }

  failAll(reason: string): void {
    for (const id of [...this.waiting.keys()]) this.fail(id, reason);
  }

  private fail(id: number, reason: string): void {
    this.take(id)?.reject(new NoReply(reason));
  }

  private take(id: number): Waiting | undefined {
    const found = this.waiting.get(id);
    if (found) clearTimeout(found.timer);
    this.waiting.delete(id);
    return found;
  }
}
