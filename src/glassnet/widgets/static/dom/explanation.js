// dom/explanation.ts
import { whole } from "../lib/numbers.js";
import { button } from "./controls.js";
import { make } from "./element.js";
import { focusWithin, numberButton, show } from "./number.js";
var MAX_TERMS = 400;
var ExplanationPanel = class {
  constructor(settings) {
    this.settings = settings;
    this.clear();
  }
  settings;
  element = make("div", { class: "gn-why", role: "status", "aria-label": "Explanation of this number" });
  trail = [];
  /** Explain nothing: what was explained is no longer shown. */
  clear() {
    this.trail.length = 0;
    this.element.replaceChildren(make("p", { class: "gn-note" }, "Click any number, or press Enter on it, to see how it was computed."));
  }
  /** The number being explained. */
  get query() {
    return this.trail.at(-1);
  }
  /** Start with a number from the figure. */
  begin(query) {
    this.trail.length = 0;
    this.go(query);
  }
  /** Show the answer to the last question. */
  show(explanation) {
    const { query } = this;
    if (!query || explanation.reference.text !== query.reference) return;
    const focused = focusWithin(this.element);
    this.element.replaceChildren(...this.parts(query, explanation));
    if (focused) this.element.querySelector("button")?.focus();
    this.element.scrollIntoView({ block: "nearest" });
  }
  go(query) {
    this.trail.push(query);
    this.settings.ask(query);
  }
  backTo(place) {
    this.trail.length = place + 1;
    this.settings.ask(this.query);
  }
  /** The numbers before the last but one, from the one in the figure on. */
  crumbs() {
    return this.trail.slice(0, -2).map(
      ({ reference }, i) => button({ name: `crumb-${i}`, label: `Back to ${reference}`, text: `${reference} ›`, onClick: () => this.backTo(i) })
    );
  }
  parts(query, explanation) {
    const { digits } = this.settings;
    const value = typeof explanation.value === "number" ? explanation.value : null;
    const shown = value === null ? String(explanation.value) : Number.isInteger(value) ? whole(value) : show(value, Math.max(6, digits));
    const parts = [];
    if (this.trail.length > 1) {
      const before = this.trail.at(-2);
      const back = button({ name: "why-back", label: `Back to ${before.reference}`, text: `← ${before.reference}`, onClick: () => this.backTo(this.trail.length - 2) });
      parts.push(make("nav", { class: "gn-row gn-crumbs", "aria-label": "How this number was reached" }, ...this.crumbs(), back));
    }
    const whose = this.settings.tracks().length > 1 ? `, ${this.label(query.track)}` : "";
    parts.push(make("h3", {}, `Why is ${query.reference} = ${shown}?`), make("p", { class: "gn-note" }, `Step ${whole(query.step)}${whose}`));
    if (explanation.note) parts.push(make("p", {}, `It was not computed in this step: ${explanation.note}.`));
    else {
      const long = query.terms ? { tabindex: 0, role: "region", "aria-label": "The full arithmetic" } : {};
      parts.push(make("div", { class: "gn-sum", ...long }, make("p", {}, explanation.formula), make("p", {}, `= ${right(explanation.numbers)}`), make("p", {}, `= ${shown}`)));
    }
    const leaves = this.leaves(query, explanation);
    if (leaves) parts.push(leaves);
    const more = this.more(query, explanation.expression);
    if (more) parts.push(more);
    const code = this.settings.code(query);
    if (code) parts.push(make("p", { class: "gn-note" }, "In Python: ", make("code", {}, code)));
    return parts;
  }
  more(query, expression) {
    let [shown, left] = [0, 0];
    const walk = ({ operands = [], folded }) => {
      if (folded && folded.terms > left) [shown, left] = [operands.length, folded.terms];
      operands.forEach(walk);
    };
    walk(expression);
    const terms = Math.min(MAX_TERMS, shown + left, Math.max(24, 4 * shown));
    if (terms <= shown) return null;
    const text = `Show ${whole(terms - shown)} more of ${whole(shown + left)} terms`;
    return button({
      name: "more-terms",
      label: text,
      text,
      onClick: () => {
        this.trail.pop();
        this.go({ ...query, terms });
      }
    });
  }
  label(track) {
    return this.settings.tracks().find(({ name }) => name === track)?.label ?? track;
  }
  leaves(query, { expression, earlier }) {
    const found = referencesOf(expression);
    found.delete(query.reference);
    const buttons = [...found].map(
      ([text, { value, reference }]) => numberButton({ reference: text, symbol: text, value: typeof value === "number" ? value : null, text: Number.isInteger(value) ? whole(Number(value)) : void 0, digits: this.settings.digits, sign: "", onClick: () => this.go(this.leaf(reference, query)) })
    );
    if (earlier) {
      const { step, reference } = earlier;
      buttons.push(make("button", { type: "button", class: "gn-num", name: "earlier-number", onclick: () => this.go({ track: query.track, step, reference: reference.text }) }, `computed in step ${whole(step)}`));
    }
    if (buttons.length === 0) return null;
    const words = found.size > 0 ? "computed from" : "see";
    return make("div", { class: "gn-from", role: "group", "aria-label": "Numbers it was computed from" }, make("span", { class: "gn-note" }, words), ...buttons);
  }
  // run.dense_1/weight[0, 1] is dense_1.weight[0, 1] of the run with that name.
  leaf({ text, layer }, { step, track, point }) {
    if (!this.settings.tracks().some(({ name }) => name === layer)) return { step, track, reference: text, ...point === void 0 ? {} : { point } };
    return { step, track: layer, reference: text.slice(layer.length + 1).replace("/", ".") };
  }
};
function referencesOf(expression) {
  const found = /* @__PURE__ */ new Map();
  const walk = (term) => {
    if (term.reference && !term.operands) found.set(term.reference.text, term);
    term.operands?.forEach(walk);
  };
  walk(expression);
  return found;
}
function right(text) {
  return text.slice(text.indexOf(" = ") + 3);
}
export {
  ExplanationPanel,
  referencesOf
};
