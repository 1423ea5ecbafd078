// Which sections of a lesson have been read; stored in this browser only, never sent anywhere.

const KEY = "glassnet-progress";

export interface Saved {
  read: string[];
  last: string;
}

export class Progress {
  /** The titles of sections that have been read. */
  readonly read: string[];
  /** The section read last. */
  last: string;

  constructor(private readonly number: string) {
    const saved = savedProgress(number);
    [this.read, this.last] = [saved.read, saved.last];
  }

  save(): void {
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...all(), [this.number]: { read: this.read, last: this.last } }));
    } catch {
      // storage is full or forbidden: progress lasts until the page is closed
    }
  }
}

/** What this browser remembers of a lesson. */
export function savedProgress(number: string): Saved {
  return { read: [], last: "", ...all()[number] };
}

function all(): Record<string, Partial<Saved>> {
  try {
    return (JSON.parse(localStorage.getItem(KEY)!) as Record<string, Partial<Saved>> | null) ?? {};
  } catch {
    return {}; // storage is forbidden or contains something else
  }
}
