// How requests reach Python, whoever carries them.
import { NoReply, type Message, type Reply } from "./protocol.ts";

export type Status = "connecting" | "open" | "lost";

export interface Transport {
  request(message: Message): Promise<Reply>;
  close(): void;
  /** Try again at once, after the page had given up. */
  reconnect(): void;
  readonly status: Status;
  onStatus(listener: (status: Status) => void): void;
}

interface Waiting {
  resolve(reply: Reply): void;
  reject(error: Error): void;
  timer: ReturnType<typeof setTimeout>;
}

/** Requests that are out, by id. A reply that comes after its time is dropped. */
export class Pending {
  private readonly waiting = new Map<number, Waiting>();
  private next = 1;

  constructor(private readonly patienceMs: number) {}

  /** Hand a numbered message to `send`, and promise its reply. */
  add(message: Message, send: (numbered: Message & { id: number }) => void): Promise<Reply> {
    const id = this.next++;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.fail(id, "Python has not answered in time."), this.patienceMs);
      this.waiting.set(id, { resolve, reject, timer });
      send({ ...message, id });
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
