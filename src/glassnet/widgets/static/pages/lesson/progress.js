// pages/lesson/progress.ts
var KEY = "glassnet-progress";
var Progress = class {
  constructor(number) {
    this.number = number;
    const kept = { read: [], last: "", ...all()[number] };
    [this.read, this.last] = [kept.read, kept.last];
  }
  number;
  /** The titles of the sections that have been read. */
  read;
  /** The section that was being read last. */
  last;
  keep() {
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...all(), [this.number]: { read: this.read, last: this.last } }));
    } catch {
    }
  }
};
function all() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}
export {
  Progress
};
