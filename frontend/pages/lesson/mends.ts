// Mends to marimo's page, for those who do not see it or use no mouse. Each is applied again whenever something is drawn.
import shadowStyles from "./shadow.css";

const MENDS: readonly [string, (element: HTMLElement) => void][] = [
  // a label typed as Markdown reaches aria-label as HTML: keep the words
  ["[aria-label*='<']", (element) => element.setAttribute("aria-label", words(element.getAttribute("aria-label")!))],
  // code, tables and formulas that scroll sideways can be scrolled with the keyboard
  ["pre:not([tabindex]), table:not([tabindex]), .katex-display:not([tabindex])", makeScrollable],
  // a symbol of a formula carries its name where the typesetting lets it through: as the colour of a dot without extent
  [".katex:not([data-marked])", nameSymbols],
];
const CHANGES = { subtree: true, childList: true, attributes: true, attributeFilter: ["aria-label"] };

/** Mend what is on the page and whatever comes to it. */
export function keepMended(): void {
  window.addEventListener("resize", () => mendAll(document.body)); // what fitted may scroll now
  document.fonts.addEventListener("loadingdone", () => mendAll(document.body)); // so may what was set in another font
  reachIntoShadowRoots();
  document.addEventListener("DOMContentLoaded", () => {
    watch(document.body);
    mend(document.body);
  });
}

// marimo's controls live in shadow roots, out of reach of the page's style sheet and of querySelectorAll
function reachIntoShadowRoots(): void {
  const style = new CSSStyleSheet();
  style.replaceSync(shadowStyles);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    watch(root);
    queueMicrotask(() => (root.adoptedStyleSheets = [...root.adoptedStyleSheets, style]));
    return root;
  };
}

function makeScrollable(element: HTMLElement): void {
  if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
}

function nameSymbols(formula: HTMLElement): void {
  formula.dataset["marked"] = "";
  const colors = [...formula.querySelectorAll("mstyle[mathcolor^=symbol]")].map((dot) => dot.getAttribute("mathcolor")!);
  const rules = formula.querySelectorAll<HTMLElement>(".katex-html .katex-rule");
  const dots = [...rules].filter((rule) => rule.style.borderRightWidth === "0em");
  if (colors.length !== dots.length) return;
  dots.forEach((dot, place) => (dot.parentElement!.dataset["symbol"] = colors[place]!.slice("symbol".length)));
}

function words(html: string): string {
  return new DOMParser().parseFromString(html, "text/html").body.textContent!.trim();
}

function mend(root: ParentNode): void {
  for (const [selector, change] of MENDS) for (const element of root.querySelectorAll<HTMLElement>(selector)) change(element);
}

function mendAll(root: ParentNode): void {
  mend(root);
  for (const element of root.querySelectorAll("*")) if (element.shadowRoot) mendAll(element.shadowRoot);
}

function watch(root: HTMLElement | ShadowRoot): void {
  new MutationObserver(() => mend(root)).observe(root, CHANGES);
}
