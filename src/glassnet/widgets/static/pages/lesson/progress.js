// pages/lesson/progress.ts
var KEY = "glassnet-progress";
var Progress = class {
  constructor(number) {
    this.number = number;
    const saved = savedProgress(number);
    [this.read, this.last] = [saved.read, saved.last];
  }
  number;
  /** The titles of sections that have been read. */
  read;
  /** The section read last. */
  last;
  save() {
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...all(), [this.number]: { read: this.read, last: this.last } }));
    } catch {
    }
  }
};
function savedProgress(number) {
  return { read: [], last: "", ...all()[number] };
}
function all() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}
export {
  Progress,
  savedProgress
};
