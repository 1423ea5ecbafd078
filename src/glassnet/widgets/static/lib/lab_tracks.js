// lib/lab_tracks.ts
import { History } from "./history.js";
import { Timeline } from "./timeline.js";
var LabTracks = class {
  /** All runs, as Python last told; one unless there are branches. */
  all = [];
  kept = /* @__PURE__ */ new Map();
  /** The runs that are not shown, for the tab's storage. */
  get others() {
    return [...this.kept.values()].map(({ name, checkpoint, history }) => ({ name, checkpoint, history }));
  }
  /** Put the run away that was shown. */
  putAway(name, checkpoint, { history, timeline }) {
    this.kept.set(name, { name, checkpoint, history: history.toRecord(), timeline });
  }
  /** Take out what was kept of the run that is shown now, and forget those that are no more. */
  takeOut({ track, tracks }) {
    const found = this.kept.get(track);
    this.kept.delete(track);
    for (const name of this.kept.keys()) if (tracks && !tracks.some((one) => one.name === name)) this.kept.delete(name);
    return found ? { history: History.from(found.history), timeline: found.timeline } : null;
  }
  clear() {
    this.kept.clear();
  }
  /** Make these runs again in a new session of Python, and show the one that was shown; returns its frame. */
  async revive(ask, shown, others) {
    this.clear();
    const [first, ...rest] = [shown, ...others].sort((one, other) => number(one.name) - number(other.name));
    let frame = await ask({ kind: "open", checkpoint: first.checkpoint });
    const names = /* @__PURE__ */ new Map([[first.name, frame.track]]);
    for (const { name, checkpoint } of rest) {
      ({ track: frame.track } = await ask({ kind: "branch", step: frame.latest }));
      frame = await ask({ kind: "open", checkpoint });
      names.set(name, frame.track);
    }
    for (const other of others) this.kept.set(names.get(other.name), { ...other, name: names.get(other.name), timeline: new Timeline() });
    return ask({ kind: "choose", track: names.get(shown.name) });
  }
};
function number(name) {
  return Number(/\d+$/.exec(name)?.[0] ?? 0);
}
export {
  LabTracks
};
