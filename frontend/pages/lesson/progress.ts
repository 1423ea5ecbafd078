// What has been read of a lesson, kept in this browser only: nothing of it leaves the machine.

const KEY = "glassnet-progress";

interface Kept {
  read: string[];
  last: string;
}

export class Progress {
  /** The titles of the sections that have been read. */
  readonly read: string[];
  /** The section that was being read last. */
  last: string;

  constructor(private readonly number: string) {
    const kept: Kept = { read: [], last: "", ...all()[number] };
    [this.read, this.last] = [kept.read, kept.last];
  }

  keep(): void {
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...all(), [this.number]: { read: this.read, last: this.last } }));
    } catch {
      // it is then remembered as long as the page is open
    }
  }
}

function all(): Record<string, Partial<Kept>> {
  try {
    return (JSON.parse(localStorage.getItem(KEY)!) as Record<string, Partial<Kept>> | null) ?? {};
  } catch {
    return {}; // storage may be forbidden, or hold something else
  }
}
