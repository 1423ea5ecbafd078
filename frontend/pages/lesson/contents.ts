// The lesson's contents: the headings on the page, in order, and which sections have been read.
import { make } from "../../dom/element.ts";
import { shown } from "./marimo.ts";
import type { Progress } from "./progress.ts";
import { SMALL_SCREEN } from "./scrolling.ts";
import { makeSheet } from "./sheet.ts";

export class Contents {
  private readonly list = make("ol");
  readonly sheet = makeSheet("Contents", this.list);
  /** Takes the reader back to where they stopped. */
  readonly resume = make("button", { type: "button", hidden: true });
  private readonly started: string;
  private listed = "";
  private looked = false;
  private scrolled = false;
  private readonly watched = new WeakSet<Element>();
  private readonly watcher = new IntersectionObserver((entries) => this.see(entries));

  constructor(private readonly progress: Progress) {
    this.started = progress.last;
    document.addEventListener("scroll", () => (this.scrolled = true), { capture: true, passive: true });
  }

  /** Find the headings that are on the page now. */
  update(): void {
    for (const heading of headings()) {
      if (this.watched.has(heading)) continue;
      this.watched.add(heading);
      this.watcher.observe(heading);
    }
    this.draw();
  }

  // A section counts as read once its heading has been scrolled past.
  private see(entries: IntersectionObserverEntry[]): void {
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

  private draw(): void {
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

  private entry(title: string): HTMLElement {
    const item = make("li", {}, make("button", { type: "button", onclick: () => this.open(title) }, title));
    if (this.progress.read.includes(title)) item.dataset["read"] = "";
    return item;
  }

  private open(title: string): void {
    this.sheet.open = false;
    this.resume.hidden = true;
    const heading = headings().find((one) => textOf(one) === title);
    if (!heading) return;
    // where the bars give way while it moves, a smooth scroll would be cut short
    const still = matchMedia(`(prefers-reduced-motion: reduce), ${SMALL_SCREEN}`).matches;
    heading.scrollIntoView({ behavior: still ? "auto" : "smooth", block: "start" });
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
}

function headings(): HTMLElement[] {
  return [...shown().querySelectorAll("h2")];
}

function textOf(heading: Element): string {
  return heading.textContent!.trim();
}
