// A file on its way to Python: looked at first, then sent in pieces as text, which any notebook's messages carry.
import type { Received, Upload } from "../wire/shared.ts";

/** A channel to a widget that takes files. */
export interface TakesFiles {
  ask(kind: "upload", fields: Upload): Promise<{ head: Received }>;
}

/** Bytes in a piece; three make four letters, so that pieces join without padding. */
export const PIECE = 3 * 128 * 1024;

export interface Wanted {
  /** What the file must hold, for messages: "picture", "sound". */
  what: string;
  /** Beginnings of media types and endings of names; either is enough. */
  types: readonly string[];
  endings: readonly string[];
  mostBytes: number;
}

interface FileLike {
  name: string;
  type: string;
  size: number;
}

/** Why a file cannot be taken, in one line; nothing where it can. */
export function refusal(file: FileLike, { what, types, endings, mostBytes }: Wanted): string {
  const name = file.name || "The file";
  const ending = /\.([^.]*)$/.exec(file.name)?.[1]?.toLowerCase();
  const fits = types.some((type) => file.type.startsWith(type)) || (ending !== undefined && endings.includes(ending));
  if (!fits) return `${name} is no ${what}: choose a ${listed(endings.map((one) => one.toUpperCase()))} file.`;
  if (file.size === 0) return `${name} is empty: it holds 0 bytes. Choose another file.`;
  if (file.size > mostBytes) {
    return `${name} is too large: ${megabytes(file.size)} MB; at most ${megabytes(mostBytes)} MB can be read here.`;
  }
  return "";
}

/** Bytes as base64; small enough pieces that their letters fit into one call. */
export function base64(bytes: Uint8Array): string {
  let text = "";
  for (let begin = 0; begin < bytes.length; begin += 8192) {
    text += String.fromCharCode(...bytes.subarray(begin, begin + 8192));
  }
  return btoa(text);
}

/** Send a file, one piece after another; `onPart` hears how much has arrived, from 0 to 1. */
export async function sendFile(channel: TakesFiles, file: File, onPart: (share: number) => void): Promise<void> {
  for (let begin = 0; begin < file.size; begin += PIECE) {
    const piece = new Uint8Array(await file.slice(begin, begin + PIECE).arrayBuffer());
    await channel.ask("upload", { name: file.name, size: file.size, begin, data: base64(piece) });
    onPart(Math.min(1, (begin + PIECE) / file.size));
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e8 ? 1 : 0).replace(/\.0$/, "");
}

function listed(names: string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
