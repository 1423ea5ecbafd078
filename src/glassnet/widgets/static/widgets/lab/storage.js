// widgets/lab/storage.ts
import { levelIn, withLevel } from "../../lib/level.js";
import { fromHash, toHash } from "../../lib/link.js";
import { SETTINGS } from "../../wire/lab.js";
var KEY = "glassnet-lab";
var STATE = "state";
function readBegin() {
  const checkpoint = stateIn(location.hash);
  if (checkpoint !== null) return { saved: { checkpoint, history: null } };
  const stored = read();
  if (stored && (location.hash === "" || isAddressOf(stored, location.hash))) return { saved: stored };
  return { spec: fromHash(SETTINGS, location.hash) };
}
function stateIn(hash) {
  return new URLSearchParams(hash.replace(/^#/, "")).get(STATE);
}
function readLevel() {
  return levelIn(location.hash);
}
function save(saved, spec) {
  const stored = { ...saved, hash: toHash(SETTINGS, spec), address: location.hash };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(stored));
  } catch {
  }
}
function linkTo(spec, level) {
  return new URL(withLevel(toHash(SETTINGS, spec), level), location.href).href;
}
function linkToState(checkpoint, level) {
  return new URL(withLevel(`#${STATE}=${checkpoint}`, level), location.href).href;
}
var AddressKeeper = class {
  timer;
  shown = "";
  keep(spec, level) {
    const hash = withLevel(toHash(SETTINGS, spec), level);
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
function isAddressOf({ hash, address = hash }, shown) {
  return [hash, address].some((known) => settingsOf(known) === settingsOf(shown));
}
function settingsOf(hash) {
  return JSON.stringify(fromHash(SETTINGS, hash));
}
function read() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  } catch {
    return null;
  }
}
export {
  AddressKeeper,
  linkTo,
  linkToState,
  readBegin,
  readLevel,
  save,
  stateIn
};
