// widgets/update_rules/marked.ts
import { make, setAttribute } from "../../dom/element.js";
import { typeset } from "../../dom/formula.js";
var WORD = /[A-Za-z_][A-Za-z_0-9]*|[^A-Za-z_]+/g;
function markedFormula(target, formula, symbols) {
  const line = typeset(`<mrow>${target}<mo>←</mo>${formula}</mrow>`);
  const names = new Map(symbols.map(({ name, mathml }) => [textOf(mathml), name]));
  for (const element of line.querySelectorAll("mi, msub, mover")) {
    if (["msub", "mover"].includes(element.parentElement.tagName)) continue;
    const name = names.get(element.textContent ?? "");
    if (name) setAttribute(element, "data-symbol", name);
  }
  for (const bracket of line.querySelectorAll("mo")) if (!bracket.parentElement.querySelector("mfrac")) bracket.setAttribute("stretchy", "false");
  return line;
}
function markedCode(code, symbols) {
  const names = new Map(symbols.flatMap(({ name, words }) => words.map((word) => [word, name])));
  const pieces = (code.match(WORD) ?? []).map((piece) => {
    const name = names.get(piece);
    return name ? make("span", { "data-symbol": name }, piece) : piece;
  });
  return make("pre", { tabindex: "0", role: "group", "aria-label": "The engine's code" }, make("code", {}, ...pieces));
}
var Lights = class {
  constructor(root) {
    this.root = root;
    const over = (event) => this.light(nameAt(event.target) || this.kept);
    root.addEventListener("pointerover", over);
    root.addEventListener("focusin", over);
    root.addEventListener("pointerleave", () => this.light(this.kept));
  }
  root;
  kept = "";
  keep(name) {
    this.kept = this.kept === name ? "" : name;
    this.light(this.kept);
  }
  /** Show again what is lit, after something was drawn. */
  refresh() {
    this.light(this.kept);
  }
  light(name) {
    for (const element of this.root.querySelectorAll("[data-symbol]")) {
      element.classList.toggle("gn-lit", name !== "" && element.dataset["symbol"] === name);
      if (element.tagName === "BUTTON") setAttribute(element, "aria-pressed", String(element.dataset["symbol"] === this.kept));
    }
    this.root.dataset["lit"] = name;
  }
};
function nameAt(target) {
  return target?.closest?.("[data-symbol]")?.dataset["symbol"] ?? "";
}
function textOf(mathml) {
  return mathml.replace(/<[^>]*>/g, "");
}
export {
  Lights,
  markedCode,
  markedFormula
};
