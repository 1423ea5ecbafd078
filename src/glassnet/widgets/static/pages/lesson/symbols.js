// pages/lesson/symbols.ts
import { notebookPlace, shown, symbolRoots } from "./marimo.js";
function linkSymbols() {
  const wanted = { hovered: void 0, focused: void 0, kept: void 0 };
  let lit;
  const draw = () => {
    const key = wanted.hovered ?? wanted.focused ?? wanted.kept;
    for (const mark of marks()) {
      const own = key || mark.localName === "button" ? keyOf(mark) : void 0;
      mark.toggleAttribute("data-lit", key !== void 0 && own === key);
      if (mark.localName === "button") mark.setAttribute("aria-pressed", String(own === wanted.kept));
    }
    lit = key;
  };
  const want = (how, key) => {
    if (wanted[how] === key) return;
    wanted[how] = key;
    draw();
  };
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "mouse") want("hovered", keyOf(markOf(event)));
  });
  document.addEventListener("focusin", (event) => {
    const mark = markOf(event);
    want("focused", mark?.matches(":focus-visible") ? keyOf(mark) : void 0);
  });
  document.addEventListener("focusout", () => want("focused", void 0));
  document.addEventListener("click", (event) => {
    const key = keyOf(markOf(event));
    want("kept", key === wanted.kept ? void 0 : key);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && lit) want("kept", void 0);
  });
  new MutationObserver((changes) => {
    if (lit && changes.some(bringsMarks)) draw();
  }).observe(notebookPlace(), { subtree: true, childList: true });
}
function marks() {
  return symbolRoots().flatMap((root) => [...root.querySelectorAll("[data-symbol]")]);
}
function markOf(event) {
  return event.composedPath().find((target) => Boolean(target.dataset?.["symbol"]));
}
function keyOf(mark) {
  return mark && `${sectionOf(mark)} ${mark.dataset["symbol"]}`;
}
function sectionOf(mark) {
  const root = mark.getRootNode();
  const host = root instanceof ShadowRoot ? root.host : mark;
  const isBefore = (heading) => Boolean(host.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_PRECEDING);
  return [...shown().querySelectorAll("h2")].filter(isBefore).length;
}
function bringsMarks({ addedNodes }) {
  return [...addedNodes].some((node) => node instanceof Element && node.querySelector("[data-symbol], marimo-tex"));
}
export {
  linkSymbols
};
