// The glossary: a term of the text is a link to #term-…; its card appears on hover, focus and tap, and Escape closes it.
import { make } from "../../dom/element.ts";
import type { Site } from "./site.ts";

const TERM = "a[href^='#term-']";
const HIDE_AFTER_MS = 200; // time enough to move the pointer onto the card
const GAP = 6;

export function showTerms(site: Site): void {
  const card = new TermCard(site);
  const termOf = (event: Event): HTMLAnchorElement | null => (event.target instanceof Element ? event.target.closest(TERM) : null);
  document.addEventListener("pointerover", (event) => {
    const term = termOf(event);
    if (event.pointerType !== "touch" && term) card.show(term);
    else if (event.pointerType !== "touch") card.leave(event.target);
  });
  document.addEventListener("focusin", (event) => {
    const term = termOf(event);
    if (term) card.show(term);
    else if (!card.contains(event.target)) card.hide();
  });
  document.addEventListener(
    "click",
    (event) => {
      const term = termOf(event);
      if (term) {
        event.preventDefault(); // there is no such place on the page
        event.stopPropagation();
        card.show(term);
        if (event.detail === 0) card.enter(); // pressed with the keyboard
      } else if (!card.contains(event.target)) card.hide();
    },
    true,
  );
  document.addEventListener("keydown", (event) => event.key === "Escape" && card.close());
  document.addEventListener("scroll", () => card.follow(), { capture: true, passive: true });
  window.addEventListener("resize", () => card.follow());
}

class TermCard {
  private readonly words = make("p", { id: "glassnet-term" });
  private readonly lesson = make("a", {});
  private readonly element = make("aside", { class: "term-card", popover: "manual", "aria-label": "Glossary" }, this.words, this.lesson);
  private term: HTMLAnchorElement | null = null;
  private clock = 0;

  constructor(private readonly site: Site) {
    document.body.append(this.element);
  }

  contains(target: EventTarget | null): boolean {
    return target instanceof Node && this.element.contains(target);
  }

  show(term: HTMLAnchorElement): void {
    clearTimeout(this.clock);
    if (term === this.term) return;
    this.hide();
    const known = this.site.terms[term.hash.slice("#term-".length)];
    if (!known) return;
    this.words.replaceChildren(make("strong", {}, known.name), `: ${known.definition}`);
    this.lesson.href = `${this.site.root}/lessons/${known.lesson}/`;
    this.lesson.textContent = `Explained in lesson ${known.lesson}, ${known.title}`;
    this.lesson.hidden = !known.lesson || location.pathname === this.lesson.pathname;
    this.term = term;
    term.setAttribute("aria-describedby", this.words.id);
    this.element.showPopover();
    this.follow();
  }

  /** The pointer is elsewhere: hide the card, unless it is on it, or the term has the focus. */
  leave(target: EventTarget | null): void {
    clearTimeout(this.clock);
    if (!this.term || this.contains(target) || document.activeElement === this.term) return;
    this.clock = window.setTimeout(() => this.hide(), HIDE_AFTER_MS);
  }

  /** Move the focus to the card's link, if it has one. */
  enter(): void {
    if (!this.lesson.hidden) this.lesson.focus();
  }

  /** Hide the card; the focus, if it was in it, goes back to the term. */
  close(): void {
    if (this.contains(document.activeElement)) this.term?.focus({ preventScroll: true });
    this.hide();
  }

  hide(): void {
    clearTimeout(this.clock);
    this.term?.removeAttribute("aria-describedby");
    this.term = null;
    this.element.hidePopover();
  }

  /** Stay with the term: below it if there is room, above it otherwise; go when it is gone. */
  follow(): void {
    if (!this.term) return;
    const place = this.term.getBoundingClientRect();
    if (!this.term.isConnected || place.bottom < 0 || place.top > innerHeight) return this.hide();
    const { offsetWidth, offsetHeight, style } = this.element;
    const below = place.bottom + GAP;
    const top = below + offsetHeight <= innerHeight ? below : place.top - GAP - offsetHeight;
    style.left = `${Math.max(GAP, Math.min(place.left, innerWidth - offsetWidth - GAP))}px`;
    style.top = `${Math.max(GAP, top)}px`;
  }
}
