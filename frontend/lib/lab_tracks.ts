// The Lab's other runs, those that are not shown: what the page keeps of each, so that choosing one, a reload or a new
// connection lose nothing. No DOM here.
import type { TrackView } from "../wire/shared.ts";
import { History, type HistoryRecord } from "./history.ts";
import type { Frame, LabMessage } from "./protocol.ts";
import { Timeline } from "./timeline.ts";

export interface SavedTrack {
  name: string;
  checkpoint: string;
  history: HistoryRecord;
}

/** What belongs to the run that is shown. */
export interface Own {
  history: History;
  timeline: Timeline;
}

export class LabTracks {
  /** All runs, as Python last told; one unless there are branches. */
  all: readonly TrackView[] = [];
  private readonly kept = new Map<string, SavedTrack & { timeline: Timeline }>();

  /** The runs that are not shown, for the tab's storage. */
  get others(): SavedTrack[] {
    return [...this.kept.values()].map(({ name, checkpoint, history }) => ({ name, checkpoint, history }));
  }

  /** Put the run away that was shown. */
  putAway(name: string, checkpoint: string, { history, timeline }: Own): void {
    this.kept.set(name, { name, checkpoint, history: history.toRecord(), timeline });
  }

  /** Take out what was kept of the run that is shown now, and forget those that are no more. */
  takeOut({ track, tracks }: Frame): Own | null {
    const found = this.kept.get(track);
    this.kept.delete(track);
    for (const name of this.kept.keys()) if (tracks && !tracks.some((one) => one.name === name)) this.kept.delete(name);
    return found ? { history: History.from(found.history), timeline: found.timeline } : null;
  }

  clear(): void {
    this.kept.clear();
  }

  /** Make these runs again in a new session of Python, and show the one that was shown; returns its frame. */
  async revive(ask: (message: LabMessage) => Promise<Frame>, shown: SavedTrack, others: readonly SavedTrack[]): Promise<Frame> {
    this.clear();
    const [first, ...rest] = [shown, ...others].sort((one, other) => number(one.name) - number(other.name));
    let frame = await ask({ kind: "open", checkpoint: first!.checkpoint });
    const names = new Map([[first!.name, frame.track]]);
    for (const { name, checkpoint } of rest) {
      ({ track: frame.track } = await ask({ kind: "branch", step: frame.latest }));
      frame = await ask({ kind: "open", checkpoint });
      names.set(name, frame.track);
    }
    for (const other of others) this.kept.set(names.get(other.name)!, { ...other, name: names.get(other.name)!, timeline: new Timeline() });
    return ask({ kind: "choose", track: names.get(shown.name)! });
  }
}

/** 0 for the first run, then the number of each branch. */
function number(name: string): number {
  return Number(/\d+$/.exec(name)?.[0] ?? 0);
}
