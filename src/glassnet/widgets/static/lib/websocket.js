// lib/websocket.ts
import { unpack } from "./framing.js";
import { NoReply } from "./protocol.js";
import { Pending } from "./transport.js";
var TIMEOUT_MS = 1e4;
var BEAT = "beat";
var TICK_MS = 500;
var SILENT_TICKS = 9;
var FIRST_DELAY_MS = 250;
var MAX_DELAY_MS = 5e3;
var SocketTransport = class {
  constructor(url) {
    this.url = url;
    this.connect();
  }
  url;
  status = "connecting";
  pending = new Pending(TIMEOUT_MS);
  listeners = [];
  socket = null;
  timer;
  clock = setInterval(() => this.tick(), TICK_MS);
  silentTicks = 0;
  delayMs = FIRST_DELAY_MS;
  closed = false;
  request(message) {
    if (this.status !== "open") return Promise.reject(new NoReply("Not connected to Python."));
    return this.pending.add(message, (numbered) => this.socket?.send(JSON.stringify(numbered)));
  }
  onStatus(listener) {
    this.listeners.push(listener);
  }
  reconnect() {
    clearTimeout(this.timer);
    this.delayMs = FIRST_DELAY_MS;
    this.detach();
    this.connect();
    this.notify("connecting");
  }
  close() {
    this.closed = true;
    clearTimeout(this.timer);
    clearInterval(this.clock);
    this.detach();
    this.pending.failAll("The page has closed the connection.");
  }
  connect() {
    const socket = new WebSocket(this.url);
    socket.binaryType = "arraybuffer";
    socket.onopen = () => {
      this.delayMs = FIRST_DELAY_MS;
      this.notify("open");
    };
    socket.onmessage = (event) => this.hear(socket, event.data);
    socket.onclose = () => this.lost();
    this.socket = socket;
    this.silentTicks = 0;
  }
  hear(socket, data) {
    this.silentTicks = 0;
    if (typeof data === "string") socket.send(BEAT);
    else this.pending.settle(unpack(data));
  }
  tick() {
    if (this.socket && ++this.silentTicks >= SILENT_TICKS) this.lost();
  }
  // Delays double up to five seconds, so that a returning server isn't overwhelmed by its own pages.
  lost() {
    this.detach();
    if (this.closed) return;
    this.timer = setTimeout(() => this.connect(), this.delayMs);
    this.delayMs = Math.min(2 * this.delayMs, MAX_DELAY_MS);
    this.notify("lost");
  }
  detach() {
    const socket = this.socket;
    this.socket = null;
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    }
    this.pending.failAll("The connection to Python is lost.");
  }
  notify(status) {
    this.status = status;
    for (const listener of this.listeners) listener(status);
  }
};
function socketAddress(path, location) {
  const address = new URL(path, location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  return address.href;
}
export {
  SocketTransport,
  socketAddress
};
