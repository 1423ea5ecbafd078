// The lesson's contents: the headings that are on the page, in their order, and which of them have been read.
import { make } from "../../dom/element.ts";
import { shown } from "./marimo.ts";
import type { Progress } from "./progress.ts";
import { makeSheet } from "./sheet.ts";

export class Contents {
  private readonly list = make("ol");
  readonly sheet = makeSheet("Contents", this.list);
  /** Leads back to where the reader was last. */
  readonly going = make("button", { type: "button", hidden: true });
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

  /** Look which headings are on the page now. */
  look(): void {
    for (const heading of headings()) {
      if (this.watched.has(heading)) continue;
      this.watched.add(heading);
      this.watcher.observe(heading);
    }
    this.draw();
  }

  // A section has been read when its heading has been on the screen and the reader has moved on from it.
  private see(entries: IntersectionObserverEntry[]): void {
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

  private draw(): void {
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

  private entry(title: string): HTMLElement {
    const item = make("li", {}, make("button", { type: "button", onclick: () => this.open(title) }, title));
    if (this.progress.read.includes(title)) item.dataset["read"] = "";
    return item;
  }

  private open(title: string): void {
    this.sheet.open = false;
    this.going.hidden = true;
    const heading = headings().find((one) => words(one) === title);
    if (!heading) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    heading.scrollIntoView({ behavior: still ? "auto" : "smooth", block: "start" });
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
}

function headings(): HTMLElement[] {
  return [...shown().querySelectorAll("h2")];
}

function words(heading: Element): string {
  return heading.textContent!.trim();
}
