// pages/lesson/glossary.ts
import { make } from "../../dom/element.js";
var TERM = "a[href^='#term-']";
var HIDE_AFTER_MS = 200;
var GAP = 6;
function showTerms(site) {
  const card = new TermCard(site);
  const termOf = (event) => event.target instanceof Element ? event.target.closest(TERM) : null;
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
        event.preventDefault();
        event.stopPropagation();
        card.show(term);
        if (event.detail === 0) card.enter();
      } else if (!card.contains(event.target)) card.hide();
    },
    true
  );
  document.addEventListener("keydown", (event) => event.key === "Escape" && card.close());
  document.addEventListener("scroll", () => card.follow(), { capture: true, passive: true });
  window.addEventListener("resize", () => card.follow());
}
var TermCard = class {
  constructor(site) {
    this.site = site;
    document.body.append(this.element);
  }
  site;
  words = make("p", { id: "glassnet-term" });
  lesson = make("a", {});
  element = make("aside", { class: "term-card", popover: "manual", "aria-label": "Glossary" }, this.words, this.lesson);
  term = null;
  clock = 0;
  contains(target) {
    return target instanceof Node && this.element.contains(target);
  }
  show(term) {
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
  leave(target) {
    clearTimeout(this.clock);
    if (!this.term || this.contains(target) || document.activeElement === this.term) return;
    this.clock = window.setTimeout(() => this.hide(), HIDE_AFTER_MS);
  }
  /** Move the focus to the card's link, if it has one. */
  enter() {
    if (!this.lesson.hidden) this.lesson.focus();
  }
  /** Hide the card; the focus, if it was in it, goes back to the term. */
  close() {
    if (this.contains(document.activeElement)) this.term?.focus({ preventScroll: true });
    this.hide();
  }
  hide() {
    clearTimeout(this.clock);
    this.term?.removeAttribute("aria-describedby");
    this.term = null;
    this.element.hidePopover();
  }
  /** Stay with the term: below it if there is room, above it otherwise; go when it is gone. */
  follow() {
    if (!this.term) return;
    const place = this.term.getBoundingClientRect();
    if (!this.term.isConnected || place.bottom < 0 || place.top > innerHeight) return this.hide();
    const { offsetWidth, offsetHeight, style } = this.element;
    const below = place.bottom + GAP;
    const top = below + offsetHeight <= innerHeight ? below : place.top - GAP - offsetHeight;
    style.left = `${Math.max(GAP, Math.min(place.left, innerWidth - offsetWidth - GAP))}px`;
    style.top = `${Math.max(GAP, top)}px`;
  }
};
export {
  showTerms
};
