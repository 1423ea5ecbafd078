// widgets/lab/storage.ts
import { fromHash, toHash } from "../../lib/link.js";
import { SETTINGS } from "../../wire/lab.js";
var KEY = "glassnet-lab";
function readBegin() {
  const stored = read();
  if (stored && (location.hash === "" || location.hash === stored.hash)) return { saved: stored };
  return { spec: fromHash(SETTINGS, location.hash) };
}
function save(saved, spec) {
  const stored = { ...saved, hash: toHash(SETTINGS, spec) };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(stored));
  } catch {
  }
}
var AddressKeeper = class {
  timer;
  shown = "";
  keep(spec) {
    const hash = toHash(SETTINGS, spec);
    if (hash === this.shown) return;
    this.shown = hash;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), 300);
  }
  flush() {
    clearTimeout(this.timer);
    if (this.shown && location.hash !== this.shown) history.replaceState(history.state, "", this.shown);
  }
};
function read() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  } catch {
    return null;
  }
}
export {
  AddressKeeper,
  readBegin,
  save
};
