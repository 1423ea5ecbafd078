// The web application's transport: a plain WebSocket that notices when the line is dead, and reconnects by itself.
import { unpack } from "./framing.ts";
import { NoReply, type Message, type Reply } from "./protocol.ts";
import { Pending, type Status, type Transport } from "./transport.ts";

const TIMEOUT_MS = 10_000;
/** What the server sends every second, and the page sends back: a sleeping laptop or a changed network closes nothing. */
const BEAT = "beat";
const TICK_MS = 500;
/** Counted instead of time, so that a page that was busy or asleep hears what has arrived before it judges. */
const SILENT_TICKS = 9;
const FIRST_DELAY_MS = 250;
const MAX_DELAY_MS = 5000;

export class SocketTransport implements Transport {
  status: Status = "connecting";
  private readonly pending = new Pending(TIMEOUT_MS);
  private readonly listeners: ((status: Status) => void)[] = [];
  private socket: WebSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly clock = setInterval(() => this.tick(), TICK_MS);
  private silentTicks = 0;
  private delayMs = FIRST_DELAY_MS;
  private closed = false;

  constructor(private readonly url: string) {
    this.connect();
  }

  request(message: Message): Promise<Reply> {
    if (this.status !== "open") return Promise.reject(new NoReply("Not connected to Python."));
    return this.pending.add(message, (numbered) => this.socket?.send(JSON.stringify(numbered)));
  }

  onStatus(listener: (status: Status) => void): void {
    this.listeners.push(listener);
  }

  reconnect(): void {
    clearTimeout(this.timer);
    this.delayMs = FIRST_DELAY_MS;
    this.detach();
    this.connect();
    this.notify("connecting");
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    clearInterval(this.clock);
    this.detach();
    this.pending.failAll("The page has closed the connection.");
  }

  private connect(): void {
    const socket = new WebSocket(this.url);
    socket.binaryType = "arraybuffer";
    socket.onopen = () => {
      this.delayMs = FIRST_DELAY_MS;
      this.notify("open");
    };
    socket.onmessage = (event) => this.hear(socket, event.data as ArrayBuffer | string);
    socket.onclose = () => this.lost();
    this.socket = socket;
    this.silentTicks = 0;
  }

  private hear(socket: WebSocket, data: ArrayBuffer | string): void {
    this.silentTicks = 0;
    if (typeof data === "string") socket.send(BEAT);
    else this.pending.settle(unpack(data));
  }

  private tick(): void {
    if (this.socket && ++this.silentTicks >= SILENT_TICKS) this.lost();
  }

  // Delays double up to five seconds, so that a returning server isn't overwhelmed by its own pages.
  private lost(): void {
    this.detach();
    if (this.closed) return;
    this.timer = setTimeout(() => this.connect(), this.delayMs);
    this.delayMs = Math.min(2 * this.delayMs, MAX_DELAY_MS);
    this.notify("lost");
  }

  private detach(): void {
    const socket = this.socket;
    this.socket = null;
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    }
    this.pending.failAll("The connection to Python is lost.");
  }

  private notify(status: Status): void {
    this.status = status;
    for (const listener of this.listeners) listener(status);
  }
}

/** The address of a socket on the page's own server. */
export function socketAddress(path: string, location: Location): string {
  const address = new URL(path, location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  return address.href;
}
