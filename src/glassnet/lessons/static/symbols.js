// A symbol in a formula, its number in a picture and its line of code light up together: all elements with the same
// data-symbol between two headings. Hovering and focus show it as long as they last; a click or a tap keeps it lit.
"use strict";
(() => {
  const { shown } = window.glassnet;
  const roots = () => [shown(), ...[...shown().querySelectorAll("marimo-tex")].map((tex) => tex.shadowRoot).filter(Boolean)];
  const marks = () => roots().flatMap((root) => [...root.querySelectorAll("[data-symbol]")]);
  const hostOf = (mark) => mark.getRootNode().host ?? mark; // formulas live in shadow roots
  const sectionOf = (mark) => {
    const before = (heading) => hostOf(mark).compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_PRECEDING;
    return [...shown().querySelectorAll("h2")].filter(before).length;
  };
  const keyOf = (mark) => mark && `${sectionOf(mark)} ${mark.dataset.symbol}`;
  const markOf = (event) => event.composedPath().find((element) => element.dataset?.symbol);

  const wanted = { hovered: undefined, focused: undefined, kept: undefined };
  let lit;
  const draw = () => {
    const key = wanted.hovered ?? wanted.focused ?? wanted.kept;
    for (const mark of marks()) {
      const own = key || mark.localName === "button" ? keyOf(mark) : undefined;
      mark.toggleAttribute("data-lit", key !== undefined && own === key);
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
    want("focused", mark?.matches(":focus-visible") ? keyOf(mark) : undefined);
  });
  document.addEventListener("focusout", () => want("focused", undefined));
  document.addEventListener("click", (event) => {
    const key = keyOf(markOf(event));
    want("kept", key === wanted.kept ? undefined : key);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && lit) want("kept", undefined);
  });
  // a cell that ran again has drawn its marks anew
  new MutationObserver((changes) => {
    if (lit && changes.some((change) => [...change.addedNodes].some((node) => node.querySelector?.("[data-symbol], marimo-tex")))) draw();
  }).observe(document.getElementById("root"), { subtree: true, childList: true });
})();
