// pages/lesson/contents.ts
import { make } from "../../dom/element.js";
import { shown } from "./marimo.js";
import { makeSheet } from "./sheet.js";
var Contents = class {
  constructor(progress) {
    this.progress = progress;
    this.started = progress.last;
    document.addEventListener("scroll", () => this.scrolled = true, { capture: true, passive: true });
  }
  progress;
  list = make("ol");
  sheet = makeSheet("Contents", this.list);
  /** Leads back to where the reader was last. */
  going = make("button", { type: "button", hidden: true });
  started;
  listed = "";
  looked = false;
  scrolled = false;
  watched = /* @__PURE__ */ new WeakSet();
  watcher = new IntersectionObserver((entries) => this.see(entries));
  /** Look which headings are on the page now. */
  look() {
    for (const heading of headings()) {
      if (this.watched.has(heading)) continue;
      this.watched.add(heading);
      this.watcher.observe(heading);
    }
    this.draw();
  }
  // A section has been read when its heading has been on the screen and the reader has moved on from it.
  see(entries) {
    const { progress } = this;
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      if (isIntersecting) {
        progress.last = words(target);
        if (this.scrolled) this.looked = true;
      } else if (boundingClientRect.bottom < 120 && !progress.read.includes(words(target))) {
        progress.read.push(words(target));
      }
    }
    if (this.scrolled) progress.keep();
    this.draw();
  }
  draw() {
    const titles = headings().map(words);
    const now = JSON.stringify([titles, this.progress.read]);
    if (now === this.listed) return;
    this.listed = now;
    this.list.replaceChildren(...titles.map((title) => this.entry(title)));
    const { going, started } = this;
    if (!going.hidden || this.looked || !titles.includes(started) || started === titles[0]) return;
    going.textContent = `Go on at “${started}”`;
    going.onclick = () => this.open(started);
    going.hidden = false;
  }
  entry(title) {
    const item = make("li", {}, make("button", { type: "button", onclick: () => this.open(title) }, title));
    if (this.progress.read.includes(title)) item.dataset["read"] = "";
    return item;
  }
  open(title) {
    this.sheet.open = false;
    this.going.hidden = true;
    const heading = headings().find((one) => words(one) === title);
    if (!heading) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    heading.scrollIntoView({ behavior: still ? "auto" : "smooth", block: "start" });
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
};
function headings() {
  return [...shown().querySelectorAll("h2")];
}
function words(heading) {
  return heading.textContent.trim();
}
export {
  Contents
};
