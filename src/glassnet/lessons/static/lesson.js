// What marimo's page lacks: the reader's choice of theme, and names and landmarks for those who do not see it.
// Runs in <head>, before marimo's own scripts, so that the first paint already has the right theme.
"use strict";
(() => {
  const KEY = "glassnet-theme";
  const QUERY = "(prefers-color-scheme: dark)";
  const CHOICES = ["auto", "light", "dark"];

  // --- Theme: marimo asks the browser which one the reader prefers; we answer with the reader's choice, if there is one.
  const system = window.matchMedia(QUERY);
  const listeners = new Set();
  const stored = () => {
    try {
      const kept = localStorage.getItem(KEY);
      return CHOICES.includes(kept) ? kept : "auto";
    } catch {
      return "auto"; // storage may be forbidden
    }
  };
  let choice = stored();
  const dark = () => (choice === "auto" ? system.matches : choice === "dark");
  const preference = {
    media: QUERY,
    get matches() {
      return dark();
    },
    onchange: null,
    addEventListener: (_, listener) => listeners.add(listener),
    removeEventListener: (_, listener) => listeners.delete(listener),
    addListener: (listener) => listeners.add(listener),
    removeListener: (listener) => listeners.delete(listener),
    dispatchEvent: () => true,
  };
  const ask = window.matchMedia.bind(window);
  window.matchMedia = (query) => (query === QUERY ? preference : ask(query));
  const show = () => {
    document.documentElement.dataset.theme = choice;
    document.documentElement.style.colorScheme = dark() ? "dark" : "light";
    document.body?.classList.toggle("dark", dark()); // marimo does it too, once it runs
    for (const listener of listeners) listener.call(preference, { matches: dark(), media: QUERY });
  };
  const choose = (next) => {
    choice = next;
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // the choice then lasts as long as the page
    }
    show();
  };
  system.addEventListener("change", show);
  window.addEventListener("storage", (event) => {
    if (event.key === KEY) {
      choice = stored();
      show();
    }
  });
  show();

  // --- Mends to marimo's page. Each is applied again whenever something is drawn.
  const mends = [
    // a label typed as Markdown reaches aria-label as HTML: keep the words
    ["[aria-label*='<']", (element) => element.setAttribute("aria-label", words(element.getAttribute("aria-label")))],
    // code, tables and formulas that scroll sideways can be scrolled with the keyboard
    ["pre:not([tabindex]), table:not([tabindex]), .katex-display:not([tabindex])", (element) => element.scrollWidth > element.clientWidth && (element.tabIndex = 0)],
    // a symbol of a formula carries its name where the typesetting lets it through: as the colour of a dot without extent
    [".katex:not([data-marked])", (formula) => nameSymbols(formula)],
  ];
  const nameSymbols = (formula) => {
    formula.dataset.marked = "";
    const names = [...formula.querySelectorAll("mstyle[mathcolor^=symbol]")].map((dot) => dot.getAttribute("mathcolor").slice("symbol".length));
    const dots = [...formula.querySelectorAll(".katex-html .katex-rule")].filter((rule) => rule.style.borderRightWidth === "0em");
    if (names.length === dots.length) dots.forEach((dot, place) => (dot.parentElement.dataset.symbol = names[place]));
  };
  const words = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent.trim();
  const mend = (root) => {
    for (const [selector, change] of mends) for (const element of root.querySelectorAll(selector)) change(element);
  };
  const CHANGES = { subtree: true, childList: true, attributes: true, attributeFilter: ["aria-label"] };
  const watch = (root) => new MutationObserver(() => mend(root)).observe(root, CHANGES);
  const mendAll = (root) => {
    mend(root);
    for (const element of root.querySelectorAll("*")) if (element.shadowRoot) mendAll(element.shadowRoot);
  };
  window.addEventListener("resize", () => mendAll(document.body)); // what fitted may scroll now
  document.fonts.addEventListener("loadingdone", () => mendAll(document.body)); // so may what was set in another font
  // marimo's controls live in shadow roots, out of reach of the page's style sheet and of querySelectorAll
  const style = new CSSStyleSheet();
  style.replaceSync(`
    .light { --input: #767f8a; }
    .dark { --input: #8d97a3; }
    [data-symbol] { display: inline-block; border-radius: 3px; cursor: pointer; box-shadow: 0 1px 0 #8b97a5; }
    [data-symbol][data-lit] { background: #ffd54a; color: #17202b; outline: 2px solid #17202b; }
    .dark [data-symbol][data-lit] { outline-color: #ffffff; }
    @media print { .dark, .dark * { color: #000000 !important; background: transparent !important; } }
    .katex-display { overflow: auto hidden; padding: 2px 0; }
    @media (pointer: coarse) {
      select, button, input:not([type="checkbox"], [type="radio"]) { min-height: 44px; }
      [role="radiogroup"] > * { min-height: 44px; align-items: center; }
    }
  `);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    watch(root);
    queueMicrotask(() => (root.adoptedStyleSheets = [...root.adoptedStyleSheets, style]));
    return root;
  };
  document.addEventListener("DOMContentLoaded", () => {
    watch(document.body);
    mend(document.body);
  });

  window.glassnet = {
    lessons: JSON.parse(document.currentScript.dataset.lessons),
    // what is being read: the text as it was sent, and once the notebook stands in its place, that
    shown: () => document.getElementById("first-reading") ?? document.getElementById("root"),
    theme: { choice: () => choice, choose, listen: (listener) => listeners.add(listener), show },
  };
})();
