// Accessibility fixes to marimo's page. Each is applied again whenever something is drawn.
import shadowStyles from "./shadow.css";

const PATCHES: readonly [string, (element: HTMLElement) => void][] = [
  // marimo puts a Markdown label into aria-label as HTML: keep the text
  ["[aria-label*='<']", (element) => element.setAttribute("aria-label", textOf(element.getAttribute("aria-label")!))],
  // let the keyboard scroll code, tables and formulas that overflow sideways
  ["pre:not([tabindex]), table:not([tabindex]), .katex-display:not([tabindex])", makeScrollable],
  // a slider would say a bare number, and one over given steps the number of the step
  ["[role=slider]", sayValue],
  // KaTeX keeps a symbol's name only as the colour of a dot of size zero: move it to the symbol
  [".katex:not([data-marked])", nameSymbols],
];
const CHANGES = { subtree: true, childList: true, attributes: true, attributeFilter: ["aria-label", "aria-valuenow"] };

/** Patch what is on the page and whatever is added later. */
export function keepPatched(): void {
  window.addEventListener("resize", () => patchAll(document.body)); // what fitted before may now overflow
  document.fonts.addEventListener("loadingdone", () => patchAll(document.body)); // and so may text in a font that has just loaded
  reachIntoShadowRoots();
  document.addEventListener("DOMContentLoaded", () => {
    watch(document.body);
    patch(document.body);
  });
}

// marimo's controls are in shadow roots, out of reach of the page's style sheet and querySelectorAll
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

// Its unit, where it has one, stands in brackets at the end of its label: "Age (years)".
function sayValue(thumb: HTMLElement): void {
  const root = thumb.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  const given = (name: string): unknown => JSON.parse(root.host.getAttribute(name) || "null");
  const now = thumb.getAttribute("aria-valuenow") ?? "";
  const step = (given("data-steps") as unknown[] | null)?.[Number(now)];
  const unit = / \(([^()]+)\)$/.exec(textOf(String(given("data-label") ?? "")))?.[1];
  if (unit !== undefined || (step ?? "") !== "") thumb.setAttribute("aria-valuetext", [step ?? now, unit].filter((part) => part !== undefined).join(" "));
}

function nameSymbols(formula: HTMLElement): void {
  formula.dataset["marked"] = "";
  const colors = [...formula.querySelectorAll("mstyle[mathcolor^=symbol]")].map((dot) => dot.getAttribute("mathcolor")!);
  const rules = formula.querySelectorAll<HTMLElement>(".katex-html .katex-rule");
  const dots = [...rules].filter((rule) => rule.style.borderRightWidth === "0em");
  if (colors.length !== dots.length) return;
  dots.forEach((dot, place) => (dot.parentElement!.dataset["symbol"] = colors[place]!.slice("symbol".length)));
}

function textOf(html: string): string {
  return new DOMParser().parseFromString(html, "text/html").body.textContent!.trim();
}

function patch(root: ParentNode): void {
  for (const [selector, change] of PATCHES) for (const element of root.querySelectorAll<HTMLElement>(selector)) change(element);
}

function patchAll(root: ParentNode): void {
  patch(root);
  for (const element of root.querySelectorAll("*")) if (element.shadowRoot) patchAll(element.shadowRoot);
}

function watch(root: HTMLElement | ShadowRoot): void {
  new MutationObserver(() => patch(root)).observe(root, CHANGES);
}
