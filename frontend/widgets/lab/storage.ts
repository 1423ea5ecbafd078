// What survives a reload: the latest checkpoint and its curve (in this tab), the settings (in the URL).
import { fromHash, toHash } from "../../lib/link.ts";
import type { Spec } from "../../lib/protocol.ts";
import type { Saved } from "../../lib/session.ts";
import { SETTINGS } from "../../wire/lab.ts";

const KEY = "glassnet-lab";

interface Stored extends Saved {
  hash: string;
}

export interface Begin {
  spec?: Partial<Spec>;
  saved?: Saved;
}

/** The initial state: where this tab left off, unless the URL asks for something else. */
export function readBegin(): Begin {
  const stored = read();
  if (stored && (location.hash === "" || location.hash === stored.hash)) return { saved: stored };
  return { spec: fromHash(SETTINGS, location.hash) };
}

export function save(saved: Saved, spec: Spec): void {
  const stored: Stored = { ...saved, hash: toHash(SETTINGS, spec) };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(stored));
  } catch {
    // If storage is full or forbidden, a reload starts over; nothing else is lost.
  }
}

/** Keeps the URL in sync with the settings, with a delay: browsers allow few changes per second. */
export class AddressKeeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private shown = "";

  keep(spec: Spec): void {
    const hash = toHash(SETTINGS, spec);
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

function read(): Stored | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Stored | null;
  } catch {
    return null;
  }
}
