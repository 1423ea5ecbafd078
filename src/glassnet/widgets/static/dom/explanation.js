// dom/explanation.ts
import { whole } from "../lib/numbers.js";
import { button } from "./controls.js";
import { make } from "./element.js";
import { focusWithin, numberButton, show } from "./number.js";
var MOST_TERMS = 400;
var ExplanationPanel = class {
  constructor(settings) {
    this.settings = settings;
    this.element.append(make("p", { class: "gn-note" }, "Click any number, or press Enter on it, to see what made it."));
  }
  settings;
  element = make("div", { class: "gn-why", role: "status", "aria-label": "Why this number" });
  way = [];
  /** The number that is explained now. */
  get asked() {
    return this.way.at(-1);
  }
  /** Begin with a number of the picture. */
  begin(asked) {
    this.way.length = 0;
    this.go(asked);
  }
  /** Show the answer to the last question. */
  show(explanation) {
    const { asked } = this;
    if (!asked || explanation.reference.text !== asked.reference) return;
    const focused = focusWithin(this.element);
    this.element.replaceChildren(...this.parts(asked, explanation));
    if (focused) this.element.querySelector("button")?.focus();
    this.element.scrollIntoView({ block: "nearest" });
  }
  go(asked) {
    this.way.push(asked);
    this.settings.ask(asked);
  }
  back() {
    this.way.pop();
    if (this.asked) this.settings.ask(this.asked);
  }
  parts(asked, explanation) {
    const { digits } = this.settings;
    const value = typeof explanation.value === "number" ? explanation.value : null;
    const shown = value === null ? String(explanation.value) : Number.isInteger(value) ? whole(value) : show(value, Math.max(6, digits));
    const parts = [];
    if (this.way.length > 1) {
      const before = this.way.at(-2);
      parts.push(button({ name: "why-back", label: `Back to ${before.reference}`, text: `← ${before.reference}`, onClick: () => this.back() }));
    }
    const whose = this.settings.tracks().length > 1 ? `, ${this.label(asked.track)}` : "";
    parts.push(make("h3", {}, `Why is ${asked.reference} ${shown}?`), make("p", { class: "gn-note" }, `Step ${whole(asked.step)}${whose}`));
    if (explanation.note) parts.push(make("p", {}, `It was not computed in this step: ${explanation.note}.`));
    else {
      const long = asked.terms ? { tabindex: 0, role: "region", "aria-label": "The arithmetic, at length" } : {};
      parts.push(make("div", { class: "gn-sum", ...long }, make("p", {}, explanation.formula), make("p", {}, `= ${right(explanation.numbers)}`), make("p", {}, `= ${shown}`)));
    }
    const leaves = this.leaves(asked, explanation);
    if (leaves) parts.push(leaves);
    const more = this.more(asked, explanation.expression);
    if (more) parts.push(more);
    const code = this.settings.code(asked);
    if (code) parts.push(make("p", { class: "gn-note" }, "In Python: ", make("code", {}, code)));
    return parts;
  }
  more(asked, expression) {
    let [shown, left] = [0, 0];
    const walk = ({ operands = [], folded }) => {
      if (folded && folded.terms > left) [shown, left] = [operands.length, folded.terms];
      operands.forEach(walk);
    };
    walk(expression);
    const terms = Math.min(MOST_TERMS, shown + left, Math.max(24, 4 * shown));
    if (terms <= shown) return null;
    const text = `Show ${whole(terms - shown)} more of ${whole(shown + left)} terms`;
    return button({
      name: "more-terms",
      label: text,
      text,
      onClick: () => {
        this.way.pop();
        this.go({ ...asked, terms });
      }
    });
  }
  label(track) {
    return this.settings.tracks().find(({ name }) => name === track)?.label ?? track;
  }
  leaves(asked, { expression, earlier }) {
    const found = referencesOf(expression);
    found.delete(asked.reference);
    const buttons = [...found].map(
      ([reference, { value }]) => numberButton({ reference, symbol: reference, value: typeof value === "number" ? value : null, text: Number.isInteger(value) ? whole(Number(value)) : void 0, digits: this.settings.digits, sign: "", onClick: () => this.go(this.leaf(reference, asked)) })
    );
    if (earlier) {
      const { step, reference } = earlier;
      buttons.push(make("button", { type: "button", class: "gn-num", name: "earlier-number", onclick: () => this.go({ track: asked.track, step, reference: reference.text }) }, `step ${whole(step)}, which left it`));
    }
    if (buttons.length === 0) return null;
    const words = found.size > 0 ? "made from" : "made in";
    return make("div", { class: "gn-from", role: "group", "aria-label": "Numbers that it is made from" }, make("span", { class: "gn-note" }, words), ...buttons);
  }
  // run.dense_1/weight[0, 1] is dense_1.weight[0, 1] of the run of that name.
  leaf(reference, { step, track }) {
    const asked = { step, track };
    const [owner, rest] = [reference.slice(0, reference.indexOf(".")), reference.slice(reference.indexOf(".") + 1)];
    if (!this.settings.tracks().some(({ name }) => name === owner)) return { ...asked, reference };
    return { ...asked, track: owner, reference: rest.replace("/", ".") };
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
