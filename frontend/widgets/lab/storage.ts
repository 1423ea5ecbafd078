// What survives a reload: the latest checkpoint and its curve (in this tab), settings and level (in the URL).
import { levelIn, withLevel, type Level } from "../../lib/level.ts";
import { fromHash, toHash } from "../../lib/link.ts";
import type { Spec } from "../../lib/protocol.ts";
import type { Begin, Saved } from "../../lib/session_host.ts";
import { SETTINGS } from "../../wire/lab.ts";

const KEY = "glassnet-lab";
/** The part of a link that holds a whole state of training. */
const STATE = "state";

interface Stored extends Saved {
  hash: string;
  /** What the address bar showed then: it follows the settings with a delay. */
  address?: string;
}

/** The initial state: that of the link, where this tab left off, or the settings in the URL. */
export function readBegin(): Begin {
  const checkpoint = stateIn(location.hash);
  if (checkpoint !== null) return { saved: { checkpoint, history: null } };
  const stored = read();
  if (stored && (location.hash === "" || isAddressOf(stored, location.hash))) return { saved: stored };
  return { spec: fromHash(SETTINGS, location.hash) };
}

/** The state of training in a URL's hash, if there is one. */
export function stateIn(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, "")).get(STATE);
}

export function readLevel(): Level {
  return levelIn(location.hash);
}

export function save(saved: Saved, spec: Spec): void {
  const stored: Stored = { ...saved, hash: toHash(SETTINGS, spec), address: location.hash };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(stored));
  } catch {
    // If storage is full or forbidden, a reload starts over; nothing else is lost.
  }
}

/** A link to settings and level. */
export function linkTo(spec: Spec, level: Level): string {
  return new URL(withLevel(toHash(SETTINGS, spec), level), location.href).href;
}

/** A link that also holds the training so far: step, weights, and what the update rule remembers. */
export function linkToState(checkpoint: string, level: Level): string {
  return new URL(withLevel(`#${STATE}=${checkpoint}`, level), location.href).href;
}

/** Keeps the URL in sync with settings and level, with a delay: browsers allow few changes per second. */
export class AddressKeeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private shown = "";

  keep(spec: Spec, level: Level): void {
    const hash = withLevel(toHash(SETTINGS, spec), level);
    if (hash === this.shown) return;
    this.shown = hash;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), 300);
  }

  flush(): void {
    clearTimeout(this.timer);
    if (this.shown && location.hash !== this.shown) history.replaceState(history.state, "", this.shown);
  }
}

function isAddressOf({ hash, address = hash }: Stored, shown: string): boolean {
  return [hash, address].some((known) => settingsOf(known) === settingsOf(shown));
}

function settingsOf(hash: string): string {
  return JSON.stringify(fromHash(SETTINGS, hash));
}

function read(): Stored | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Stored | null;
  } catch {
    return null;
  }
}
