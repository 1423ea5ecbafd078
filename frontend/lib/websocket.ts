// The web application's transport: a plain WebSocket that reconnects by itself.
import { unpack } from "./framing.ts";
import { NoReply, type Message, type Reply } from "./protocol.ts";
import { Pending, type Status, type Transport } from "./transport.ts";

const TIMEOUT_MS = 5000;
const FIRST_DELAY_MS = 250;
const MAX_DELAY_MS = 5000;

export class SocketTransport implements Transport {
  status: Status = "connecting";
  private readonly pending = new Pending(TIMEOUT_MS);
  private readonly listeners: ((status: Status) => void)[] = [];
  private socket: WebSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
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
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
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
    socket.onmessage = (event) => this.pending.settle(unpack(event.data as ArrayBuffer));
    socket.onclose = () => this.lost();
    this.socket = socket;
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
