// A formula that is typed: its form, the formula typeset, and a table of checks.
import { make } from "./element.ts";

/** A form with one text field; `read` is called when it is submitted. */
export function formulaForm(label: string, read: () => void): { element: HTMLElement; input: HTMLInputElement } {
  const input = make("input", { type: "text", name: "formula", spellcheck: "false", autocomplete: "off" });
  const submit = make("button", { type: "submit", name: "read", class: "gn-button" }, "Apply");
  const element = make("form", {}, make("label", {}, label, input), submit);
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    read();
  });
  return { element, input };
}

/** The box for typeset formulas. */
export function formulaBox(label: string): HTMLElement {
  return make("div", { class: "gn-formulas", tabindex: "0", role: "group", "aria-label": label });
}

/** A line of MathML, which is written by our own parser, never taken from what was typed. */
export function typeset(inside: string): HTMLElement {
  const holder = make("div", {});
  holder.innerHTML = `<math display="inline">${inside}</math>`;
  return holder;
}

/** A table that scrolls by itself if it is too wide. */
export function scrolledTable(headings: readonly string[], body: HTMLElement): HTMLElement {
  const head = make("tr", {}, ...headings.map((text) => make("th", { scope: "col" }, text)));
  const table = make("table", {}, make("thead", {}, head), body);
  return make("div", { class: "gn-scroll", tabindex: "0", role: "group", "aria-label": "Numbers" }, table);
}
