// pages/lesson/patches.ts
import shadowStyles from "./shadow.css.js";
var PATCHES = [
  // marimo puts a Markdown label into aria-label as HTML: keep the text
  ["[aria-label*='<']", (element) => element.setAttribute("aria-label", textOf(element.getAttribute("aria-label")))],
  // let the keyboard scroll code, tables and formulas that overflow sideways
  ["pre:not([tabindex]), table:not([tabindex]), .katex-display:not([tabindex])", makeScrollable],
  // a slider would say a bare number, and one over given steps the number of the step
  ["[role=slider]", sayValue],
  // KaTeX keeps a symbol's name only as the colour of a dot of size zero: move it to the symbol
  [".katex:not([data-marked])", nameSymbols]
];
var CHANGES = { subtree: true, childList: true, attributes: true, attributeFilter: ["aria-label", "aria-valuenow"] };
function keepPatched() {
  window.addEventListener("resize", () => patchAll(document.body));
  document.fonts.addEventListener("loadingdone", () => patchAll(document.body));
  reachIntoShadowRoots();
  document.addEventListener("DOMContentLoaded", () => {
    watch(document.body);
    patch(document.body);
  });
}
function reachIntoShadowRoots() {
  const style = new CSSStyleSheet();
  style.replaceSync(shadowStyles);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function(options) {
    const root = attach.call(this, options);
    watch(root);
    queueMicrotask(() => root.adoptedStyleSheets = [...root.adoptedStyleSheets, style]);
    return root;
  };
}
function makeScrollable(element) {
  if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
}
function sayValue(thumb) {
  const root = thumb.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  const given = (name) => JSON.parse(root.host.getAttribute(name) || "null");
  const now = thumb.getAttribute("aria-valuenow") ?? "";
  const step = given("data-steps")?.[Number(now)];
  const unit = / \(([^()]+)\)$/.exec(textOf(String(given("data-label") ?? "")))?.[1];
  if (unit !== void 0 || (step ?? "") !== "") thumb.setAttribute("aria-valuetext", [step ?? now, unit].filter((part) => part !== void 0).join(" "));
}
function nameSymbols(formula) {
  formula.dataset["marked"] = "";
  const colors = [...formula.querySelectorAll("mstyle[mathcolor^=symbol]")].map((dot) => dot.getAttribute("mathcolor"));
  const rules = formula.querySelectorAll(".katex-html .katex-rule");
  const dots = [...rules].filter((rule) => rule.style.borderRightWidth === "0em");
  if (colors.length !== dots.length) return;
  dots.forEach((dot, place) => dot.parentElement.dataset["symbol"] = colors[place].slice("symbol".length));
}
function textOf(html) {
  return new DOMParser().parseFromString(html, "text/html").body.textContent.trim();
}
function patch(root) {
  for (const [selector, change] of PATCHES) for (const element of root.querySelectorAll(selector)) change(element);
}
function patchAll(root) {
  patch(root);
  for (const element of root.querySelectorAll("*")) if (element.shadowRoot) patchAll(element.shadowRoot);
}
function watch(root) {
  new MutationObserver(() => patch(root)).observe(root, CHANGES);
}
export {
  keepPatched
};
