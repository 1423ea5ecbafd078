// dom/formula.ts
import { make } from "./element.js";
function formulaForm(label, read) {
  const input = make("input", { type: "text", name: "formula", spellcheck: "false", autocomplete: "off" });
  const submit = make("button", { type: "submit", name: "read", class: "gn-button" }, "Apply");
  const element = make("form", {}, make("label", {}, label, input), submit);
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    read();
  });
  return { element, input };
}
function formulaBox(label) {
  return make("div", { class: "gn-formulas", tabindex: "0", role: "group", "aria-label": label });
}
function typeset(inside) {
  const holder = make("div", {});
  holder.innerHTML = `<math display="inline">${inside}</math>`;
  return holder;
}
function scrolledTable(headings, body) {
  const head = make("tr", {}, ...headings.map((text) => make("th", { scope: "col" }, text)));
  const table = make("table", {}, make("thead", {}, head), body);
  return make("div", { class: "gn-scroll", tabindex: "0", role: "group", "aria-label": "Numbers" }, table);
}
export {
  formulaBox,
  formulaForm,
  scrolledTable,
  typeset
};
