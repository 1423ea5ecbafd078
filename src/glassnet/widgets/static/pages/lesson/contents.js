// pages/lesson/contents.ts
import { make } from "../../dom/element.js";
import { shown } from "./marimo.js";
import { SMALL_SCREEN } from "./scrolling.js";
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
  /** Takes the reader back to where they stopped. */
  resume = make("button", { type: "button", hidden: true });
  started;
  listed = "";
  looked = false;
  scrolled = false;
  watched = /* @__PURE__ */ new WeakSet();
  watcher = new IntersectionObserver((entries) => this.see(entries));
  /** Find the headings that are on the page now. */
  update() {
    for (const heading of headings()) {
      if (this.watched.has(heading)) continue;
      this.watched.add(heading);
      this.watcher.observe(heading);
    }
    this.draw();
  }
  // A section counts as read once its heading has been scrolled past.
  see(entries) {
    const { progress } = this;
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      if (isIntersecting) {
        progress.last = textOf(target);
        if (this.scrolled) this.looked = true;
      } else if (boundingClientRect.bottom < 120 && !progress.read.includes(textOf(target))) {
        progress.read.push(textOf(target));
      }
    }
    if (this.scrolled) progress.save();
    this.draw();
  }
  draw() {
    const titles = headings().map(textOf);
    const now = JSON.stringify([titles, this.progress.read]);
    if (now === this.listed) return;
    this.listed = now;
    this.list.replaceChildren(...titles.map((title) => this.entry(title)));
    const { resume, started } = this;
    if (!resume.hidden || this.looked || !titles.includes(started) || started === titles[0]) return;
    resume.textContent = `Continue at “${started}”`;
    resume.onclick = () => this.open(started);
    resume.hidden = false;
  }
  entry(title) {
    const item = make("li", {}, make("button", { type: "button", onclick: () => this.open(title) }, title));
    if (this.progress.read.includes(title)) item.dataset["read"] = "";
    return item;
  }
  open(title) {
    this.sheet.open = false;
    this.resume.hidden = true;
    const heading = headings().find((one) => textOf(one) === title);
    if (!heading) return;
    const still = matchMedia(`(prefers-reduced-motion: reduce), ${SMALL_SCREEN}`).matches;
    heading.scrollIntoView({ behavior: still ? "auto" : "smooth", block: "start" });
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
};
function headings() {
  return [...shown().querySelectorAll("h2")];
}
function textOf(heading) {
  return heading.textContent.trim();
}
export {
  Contents
};
