// dom/number.ts
import { make } from "./element.js";
import { decimal } from "../lib/numbers.js";
function focusWithin(element) {
  const active = element.getRootNode().activeElement;
  return active && element.contains(active) ? active : null;
}
function keepFocus(within, replace) {
  const reference = focusWithin(within)?.dataset["ref"];
  replace();
  if (reference) within.querySelector(`[data-ref="${reference}"]`)?.focus();
}
function show(value, digits) {
  return decimal(value === null ? NaN : value === 0 ? 0 : value, digits);
}
function numberButton(settings) {
  const { reference, symbol, value, digits, sign, text } = settings;
  const shown = text ?? show(value, digits);
  return make(
    "button",
    {
      type: "button",
      class: `gn-num ${settings.class ?? ""}`,
      "data-ref": reference,
      "data-sign": sign ? `${sign}${value === null || value === 0 ? "" : value < 0 ? "-minus" : "-plus"}` : void 0,
      title: `Why is ${symbol} = ${shown}?`,
      "aria-label": `${symbol} = ${shown}`,
      onclick: () => settings.onClick(reference)
    },
    settings.class?.startsWith("gn-chip") ? null : make("span", { class: "gn-sym" }, symbol),
    make("span", {}, shown)
  );
}
export {
  focusWithin,
  keepFocus,
  numberButton,
  show
};
