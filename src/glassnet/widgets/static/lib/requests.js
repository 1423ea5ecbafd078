// lib/requests.ts
import { accepted, toFrame } from "./protocol.js";
import { sendFile } from "./upload.js";
var SMALL_PIECE = 3 * 15e3;
var Requests = class {
  constructor(transport) {
    this.transport = transport;
  }
  transport;
  async frame(message) {
    return toFrame(await this.transport.request(message));
  }
  async answer(kind, fields) {
    return accepted(await this.transport.request({ kind, ...fields }));
  }
  /** What every unit computes at a point. */
  async probe(x) {
    const message = { kind: "probe", x };
    return accepted(await this.transport.request(message)).activations;
  }
  /** All runs as a file. */
  async file() {
    const reply = await this.transport.request({ kind: "save" });
    const { name } = accepted(reply);
    const { buffer, byteOffset, byteLength } = reply.bufs[0];
    return { name, content: new Blob([new Uint8Array(buffer, byteOffset, byteLength)]) };
  }
  async upload(file) {
    const ask = async (kind, fields) => ({ head: accepted(await this.transport.request({ kind, ...fields })) });
    await sendFile({ ask }, file, () => void 0, SMALL_PIECE);
  }
};
export {
  Requests
};
