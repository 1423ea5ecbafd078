// lib/link.ts
import { namesOf } from "./settings.js";
function toHash(settings, values) {
  const fields = new URLSearchParams();
  for (const name of namesOf(settings)) {
    const value = values[name];
    fields.set(name, Array.isArray(value) ? value.join("-") : String(value));
  }
  return `#${fields}`;
}
function fromHash(settings, hash) {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  const values = {};
  for (const name of namesOf(settings)) {
    const text = fields.get(name);
    const value = text === null ? void 0 : read(settings[name], text);
    if (value !== void 0) values[name] = value;
  }
  return values;
}
function read({ type }, text) {
  if (type === "choice" || type === "text") return text || void 0;
  if (type === "names") return text.split("-").filter(Boolean);
  if (type === "list") return text.split("-").filter(Boolean).map(Number);
  if (type === "flag") return text === "true" || text === "false" ? text === "true" : void 0;
  const value = Number.parseFloat(text);
  return Number.isFinite(value) ? value : void 0;
}
export {
  fromHash,
  toHash
};
