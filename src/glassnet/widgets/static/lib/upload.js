// lib/upload.ts
var PIECE = 3 * 128 * 1024;
function rejection(file, { what, types, endings, maxBytes }) {
  const name = file.name || "The file";
  const ending = /\.([^.]*)$/.exec(file.name)?.[1]?.toLowerCase();
  const fits = types.some((type) => file.type.startsWith(type)) || ending !== void 0 && endings.includes(ending);
  if (!fits) return `${name} is not a supported ${what} file: choose a ${listed(endings.map((one) => one.toUpperCase()))} file.`;
  if (file.size === 0) return `${name} is empty (0 bytes). Choose another file.`;
  if (file.size > maxBytes) {
    return `${name} is too large: ${megabytes(file.size)} MB; the limit is ${megabytes(maxBytes)} MB.`;
  }
  return "";
}
function base64(bytes) {
  let text = "";
  for (let begin = 0; begin < bytes.length; begin += 8192) {
    text += String.fromCharCode(...bytes.subarray(begin, begin + 8192));
  }
  return btoa(text);
}
async function sendFile(channel, file, onPart, bytes = PIECE) {
  for (let begin = 0; begin < file.size; begin += bytes) {
    const piece = new Uint8Array(await file.slice(begin, begin + bytes).arrayBuffer());
    await channel.ask("upload", { name: file.name, size: file.size, begin, data: base64(piece) });
    onPart(Math.min(1, (begin + bytes) / file.size));
  }
}
function megabytes(bytes) {
  return (bytes / 1e6).toFixed(bytes < 1e8 ? 1 : 0).replace(/\.0$/, "");
}
function listed(names) {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
export {
  PIECE,
  base64,
  rejection,
  sendFile
};
