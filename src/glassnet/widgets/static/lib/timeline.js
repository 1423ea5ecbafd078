// lib/timeline.ts
var MOST_MOMENTS = 40;
var MOST_RECENT = 10;
var Timeline = class {
  past = [];
  future = [];
  recent = [];
  /** A moment before something new: what had been undone is forgotten. */
  push(moment) {
    this.past.push(moment);
    if (this.past.length > MOST_MOMENTS) this.past.shift();
    this.future.length = 0;
  }
  /** Of the checkpoints since the last change, the first is kept for good and the others for a while. */
  keep(kept) {
    this.recent.push(kept);
    if (this.recent.length > MOST_RECENT) this.recent.splice(1, 1);
  }
  /** Of these checkpoints, the one with the smallest loss. */
  best() {
    return this.recent.reduce((best, kept) => best && best.loss <= kept.loss ? best : kept, null);
  }
  /** Training goes on from another place or with other settings: what was kept lately is not its past. */
  forgetRecent() {
    this.recent = [];
  }
};
export {
  Timeline
};
