// lib/wav.ts
var HEADER = 44;
var FLOATS = 3;
function wavFile(samples, rate) {
  const bytes = new Uint8Array(HEADER + 4 * samples.length);
  const view = new DataView(bytes.buffer);
  const word = (place, text) => bytes.set([...text].map((letter) => letter.charCodeAt(0)), place);
  word(0, "RIFF");
  view.setUint32(4, HEADER - 8 + 4 * samples.length, true);
  word(8, "WAVE");
  word(12, "fmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, FLOATS, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, 4 * rate, true);
  view.setUint16(32, 4, true);
  view.setUint16(34, 32, true);
  word(36, "data");
  view.setUint32(40, 4 * samples.length, true);
  samples.forEach((sample, i) => view.setFloat32(HEADER + 4 * i, sample, true));
  return bytes;
}
export {
  wavFile
};
