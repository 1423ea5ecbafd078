// One reply as one binary message: u32 length of head | head | u32 n | n × u32 lengths | buffers, little-endian.
import type { Head, Reply } from "./protocol.ts";

export function unpack(message: ArrayBuffer): Reply {
  const view = new DataView(message);
  const size = view.getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(message, 4, size))) as Head;
  const count = view.getUint32(4 + size, true);
  const bufs: DataView[] = [];
  let begin = 8 + size + 4 * count;
  for (let i = 0; i < count; i++) {
    const length = view.getUint32(8 + size + 4 * i, true);
    bufs.push(new DataView(message, begin, length));
    begin += length;
  }
  return { head, bufs };
}
