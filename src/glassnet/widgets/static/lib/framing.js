// lib/framing.ts
function unpack(message) {
  const view = new DataView(message);
  const size = view.getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(message, 4, size)));
  const count = view.getUint32(4 + size, true);
  const bufs = [];
  let begin = 8 + size + 4 * count;
  for (let i = 0; i < count; i++) {
    const length = view.getUint32(8 + size + 4 * i, true);
    bufs.push(new DataView(message, begin, length));
    begin += length;
  }
  return { head, bufs };
}
export {
  unpack
};
