// Uploads a file to Python: checked first, then sent in pieces as text, which any notebook's messages can carry.
import type { Received, Upload } from "../wire/shared.ts";

/** A channel to a widget that accepts files. */
export interface FileChannel {
  ask(kind: "upload", fields: Upload): Promise<{ head: Received }>;
}

/** Bytes per piece: three make four base64 characters, so that pieces join without padding. */
export const PIECE = 3 * 128 * 1024;

export interface Wanted {
  /** What the file must contain, for messages: "image", "sound". */
  what: string;
  /** Prefixes of media types and file extensions; either is enough. */
  types: readonly string[];
  endings: readonly string[];
  maxBytes: number;
}

interface FileLike {
  name: string;
  type: string;
  size: number;
}

/** Why a file can't be used, in one line; empty if it can. */
export function rejection(file: FileLike, { what, types, endings, maxBytes }: Wanted): string {
  const name = file.name || "The file";
  const ending = /\.([^.]*)$/.exec(file.name)?.[1]?.toLowerCase();
  const fits = types.some((type) => file.type.startsWith(type)) || (ending !== undefined && endings.includes(ending));
  if (!fits) return `${name} is not a supported ${what} file: choose a ${listed(endings.map((one) => one.toUpperCase()))} file.`;
  if (file.size === 0) return `${name} is empty (0 bytes). Choose another file.`;
  if (file.size > maxBytes) {
    return `${name} is too large: ${megabytes(file.size)} MB; the limit is ${megabytes(maxBytes)} MB.`;
  }
  return "";
}

/** Bytes as base64, in chunks small enough for one call each. */
export function base64(bytes: Uint8Array): string {
  let text = "";
  for (let begin = 0; begin < bytes.length; begin += 8192) {
    text += String.fromCharCode(...bytes.subarray(begin, begin + 8192));
  }
  return btoa(text);
}

/** Send a file piece by piece, a multiple of three bytes each; `onPart` is called with the fraction sent, 0 to 1. */
export async function sendFile(channel: FileChannel, file: File, onPart: (fraction: number) => void, bytes = PIECE): Promise<void> {
  for (let begin = 0; begin < file.size; begin += bytes) {
    const piece = new Uint8Array(await file.slice(begin, begin + bytes).arrayBuffer());
    await channel.ask("upload", { name: file.name, size: file.size, begin, data: base64(piece) });
    onPart(Math.min(1, (begin + bytes) / file.size));
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e8 ? 1 : 0).replace(/\.0$/, "");
}

function listed(names: string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
