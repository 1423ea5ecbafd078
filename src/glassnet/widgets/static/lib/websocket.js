// lib/websocket.ts
import { unpack } from "./framing.js";
import { NoReply } from "./protocol.js";
import { Pending } from "./transport.js";
var PATIENCE_MS = 5e3;
var FIRST_PAUSE_MS = 250;
var LONGEST_PAUSE_MS = 5e3;
var SocketTransport = class {
  constructor(url) {
    this.url = url;
    this.connect();
  }
  url;
  status = "connecting";
  pending = new Pending(PATIENCE_MS);
  listeners = [];
  socket = null;
  timer;
  pauseMs = FIRST_PAUSE_MS;
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
    this.pauseMs = FIRST_PAUSE_MS;
    this.detach();
    this.connect();
  }
  close() {
    this.closed = true;
    clearTimeout(this.timer);
    this.detach();
    this.pending.failAll("The page has closed the connection.");
  }
  connect() {
    const socket = new WebSocket(this.url);
    socket.binaryType = "arraybuffer";
    socket.onopen = () => {
      this.pauseMs = FIRST_PAUSE_MS;
      this.tell("open");
    };
    socket.onmessage = (event) => this.pending.settle(unpack(event.data));
    socket.onclose = () => this.lost();
    this.socket = socket;
  }
  // Pauses double up to five seconds, so that a server that comes back is not run over by its own pages.
  lost() {
    this.detach();
    if (this.closed) return;
    this.timer = setTimeout(() => this.connect(), this.pauseMs);
    this.pauseMs = Math.min(2 * this.pauseMs, LONGEST_PAUSE_MS);
    this.tell("lost");
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
  tell(status) {
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
