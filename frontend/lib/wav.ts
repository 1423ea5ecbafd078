// Samples as a WAV file of 32-bit floating-point numbers: no rounding on the way to Python.

const HEADER = 44;
const FLOATS = 3;

export function wavFile(samples: Float32Array, rate: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEADER + 4 * samples.length);
  const view = new DataView(bytes.buffer);
  const word = (place: number, text: string): void => bytes.set([...text].map((letter) => letter.charCodeAt(0)), place);
  word(0, "RIFF");
  view.setUint32(4, HEADER - 8 + 4 * samples.length, true);
  word(8, "WAVE");
  word(12, "fmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, FLOATS, true);
  view.setUint16(22, 1, true); // one channel
  view.setUint32(24, rate, true);
  view.setUint32(28, 4 * rate, true); // bytes per second
  view.setUint16(32, 4, true); // bytes per sample
  view.setUint16(34, 32, true); // bits per sample
  word(36, "data");
  view.setUint32(40, 4 * samples.length, true);
  samples.forEach((sample, i) => view.setFloat32(HEADER + 4 * i, sample, true));
  return bytes;
}
