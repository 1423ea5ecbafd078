// pages/lesson/mends.ts
import shadowStyles from "./shadow.css.js";
var MENDS = [
  // a label typed as Markdown reaches aria-label as HTML: keep the words
  ["[aria-label*='<']", (element) => element.setAttribute("aria-label", words(element.getAttribute("aria-label")))],
  // code, tables and formulas that scroll sideways can be scrolled with the keyboard
  ["pre:not([tabindex]), table:not([tabindex]), .katex-display:not([tabindex])", makeScrollable],
  // a symbol of a formula carries its name where the typesetting lets it through: as the colour of a dot without extent
  [".katex:not([data-marked])", nameSymbols]
];
var CHANGES = { subtree: true, childList: true, attributes: true, attributeFilter: ["aria-label"] };
function keepMended() {
  window.addEventListener("resize", () => mendAll(document.body));
  document.fonts.addEventListener("loadingdone", () => mendAll(document.body));
  reachIntoShadowRoots();
  document.addEventListener("DOMContentLoaded", () => {
    watch(document.body);
    mend(document.body);
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
function nameSymbols(formula) {
  formula.dataset["marked"] = "";
  const colors = [...formula.querySelectorAll("mstyle[mathcolor^=symbol]")].map((dot) => dot.getAttribute("mathcolor"));
  const rules = formula.querySelectorAll(".katex-html .katex-rule");
  const dots = [...rules].filter((rule) => rule.style.borderRightWidth === "0em");
  if (colors.length !== dots.length) return;
  dots.forEach((dot, place) => dot.parentElement.dataset["symbol"] = colors[place].slice("symbol".length));
}
function words(html) {
  return new DOMParser().parseFromString(html, "text/html").body.textContent.trim();
}
function mend(root) {
  for (const [selector, change] of MENDS) for (const element of root.querySelectorAll(selector)) change(element);
}
function mendAll(root) {
  mend(root);
  for (const element of root.querySelectorAll("*")) if (element.shadowRoot) mendAll(element.shadowRoot);
}
function watch(root) {
  new MutationObserver(() => mend(root)).observe(root, CHANGES);
}
export {
  keepMended
};
