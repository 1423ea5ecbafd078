// lib/timeline.ts
var MAX_MOMENTS = 40;
var MAX_RECENT = 10;
var Timeline = class {
  past = [];
  future = [];
  recent = [];
  /** Add the moment before something new: what had been undone can't be redone any more. */
  push(moment) {
    this.past.push(moment);
    if (this.past.length > MAX_MOMENTS) this.past.shift();
    this.future.length = 0;
  }
  /** Keep a checkpoint: the first since the last change stays, the others for a while. */
  keep(kept) {
    this.recent.push(kept);
    if (this.recent.length > MAX_RECENT) this.recent.splice(1, 1);
  }
  /** The recent checkpoint with the smallest loss. */
  best() {
    return this.recent.reduce((best, kept) => best && best.loss <= kept.loss ? best : kept, null);
  }
  /** Training continues from another state or with other settings: recent checkpoints no longer apply. */
  forgetRecent() {
    this.recent = [];
  }
};
export {
  Timeline
};
