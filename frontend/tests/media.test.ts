import assert from "node:assert/strict";
import { test } from "node:test";
import { contrast } from "../lib/colors.ts";
import { microphoneError, recordingError } from "../lib/microphone.ts";
import { channelColor, inkOn, pixelColor, stepFrom } from "../lib/pixels.ts";
import { base64, PIECE, rejection, sendFile } from "../lib/upload.ts";
import { wavFile } from "../lib/wav.ts";

const IMAGES = { what: "image", types: ["image/"], endings: ["png", "jpeg"], maxBytes: 20e6 };

test("a file is looked at before anything is sent", () => {
  const file = { name: "a.png", type: "image/png", size: 1000 };
  assert.equal(rejection(file, IMAGES), "");
  assert.equal(rejection({ ...file, type: "" }, IMAGES), "");
  assert.equal(rejection({ ...file, name: "A.JPEG", type: "" }, IMAGES), "");
  assert.match(rejection({ name: "notes.txt", type: "text/plain", size: 3 }, IMAGES), /notes\.txt is not a supported image file.*PNG or JPEG/);
  assert.match(rejection({ name: "folder", type: "", size: 4096 }, IMAGES), /folder is not a supported image file/);
  assert.match(rejection({ ...file, size: 0 }, IMAGES), /0 bytes/);
  assert.equal(rejection({ ...file, size: 20e6 }, IMAGES), "");
  assert.match(rejection({ ...file, size: 2e8 }, IMAGES), /200 MB; the limit is 20 MB/);
});

test("base64 of pieces joins to the base64 of the whole", () => {
  const bytes = Uint8Array.from({ length: 20_000 }, (_, i) => (i * 37) % 256);
  assert.equal(base64(bytes), Buffer.from(bytes).toString("base64"));
  assert.equal(PIECE % 3, 0);
});

test("a file goes in pieces, in order, and nothing follows a refused one", async () => {
  const bytes = Uint8Array.from({ length: PIECE + 5 }, (_, i) => i % 251);
  const asked: { begin: number; data: string; size: number }[] = [];
  const channel = { ask: async (_kind: string, fields: never) => void asked.push(fields) };
  const parts: number[] = [];
  await sendFile(channel as never, new File([bytes], "a.png"), (part) => parts.push(part));
  assert.deepEqual(asked.map(({ begin, size }) => [begin, size]), [[0, PIECE + 5], [PIECE, PIECE + 5]]);
  assert.deepEqual(Buffer.concat(asked.map(({ data }) => Buffer.from(data, "base64"))), Buffer.from(bytes));
  assert.equal(parts.at(-1), 1);
  let tries = 0;
  const refusing = { ask: async () => { tries++; throw new Error("no"); } };
  await assert.rejects(sendFile(refusing as never, new File([bytes], "a.png"), () => {}), /no/);
  assert.equal(tries, 1);
});

test("numbers can be read on every level of every channel", () => {
  const hex = (color: number[]): string => `#${color.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  for (const channel of ["grey", "red", "green", "blue"] as const) {
    for (let level = 0; level < 256; level++) {
      const color = channelColor(level, channel);
      assert.ok(contrast(hex(color), inkOn(color)) >= 4.5, `${channel} ${level}`);
    }
  }
});

test("pixels take their colour from one channel or from three", () => {
  assert.deepEqual(pixelColor([7, 9], 1, 1), [9, 9, 9]);
  assert.deepEqual(pixelColor([1, 2, 3, 4, 5, 6], 1, 3), [4, 5, 6]);
});

test("arrow keys stay on the grid", () => {
  assert.deepEqual(["ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown", "End", "x"].map((key) => stepFrom(0, 4, key)), [0, 0, 1, 4, 3, null]);
  assert.deepEqual(["ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown", "Home"].map((key) => stepFrom(15, 4, key)), [14, 11, 15, 15, 12]);
});

test("a WAV file has the header and the numbers of its samples", () => {
  const bytes = wavFile(Float32Array.of(0.5, -1), 48_000);
  const view = new DataView(bytes.buffer);
  assert.equal(bytes.length, 52);
  const text = Buffer.from(bytes).toString("latin1");
  assert.deepEqual([text.slice(0, 4), text.slice(8, 16), text.slice(36, 40)], ["RIFF", "WAVEfmt ", "data"]);
  assert.deepEqual([view.getUint32(4, true), view.getUint16(20, true), view.getUint32(24, true), view.getUint32(40, true)], [44, 3, 48_000, 8]);
  assert.deepEqual([view.getFloat32(44, true), view.getFloat32(48, true)], [0.5, -1]);
});

test("what went wrong with the microphone is said in words", () => {
  const said = (name: string): string => microphoneError(new DOMException("no", name));
  assert.match(said("NotAllowedError"), /denied/);
  assert.match(said("NotFoundError"), /No microphone was found/);
  assert.match(said("NotReadableError"), /another program/);
  assert.equal(microphoneError(new Error("odd")), "Recording failed: odd");
  const page = { isSecureContext: true, mediaDevices: {}, mediaRecorder: true };
  assert.equal(recordingError(page), "");
  assert.match(recordingError({ ...page, isSecureContext: false, mediaDevices: undefined }), /secure pages/);
  assert.match(recordingError({ ...page, mediaRecorder: false }), /cannot record/);
});
