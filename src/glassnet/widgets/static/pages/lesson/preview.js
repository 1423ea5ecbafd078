// pages/lesson/preview.ts
import { notebookPlace, notebookScroller, outputs, previewElement } from "./marimo.js";
import { rememberHeights, reserveHeights } from "./heights.js";
var LOOK_MS = 200;
var LEAST_PX = 20;
var MAX_SILENCE_MS = 3e4;
function swapWhenReady() {
  const preview = previewElement();
  if (!preview) return;
  const root = notebookPlace();
  const expected = outputs(preview).length;
  const reserved = reserveHeights(outputs(preview));
  let lastChange = performance.now();
  import(preview.dataset["typesetter"]).then(
    (module) => typeset(preview, module.default),
    () => typeset(preview, null)
    // KaTeX failed to load: show the TeX itself
  );
  const look = () => {
    const found = notebookScroller() ? outputs(root).length : 0;
    const complete = found >= expected && isDrawn(outputs(preview), outputs(root), reserved);
    if (!complete && !(found && performance.now() - lastChange > MAX_SILENCE_MS)) return;
    watcher.disconnect();
    clearInterval(clock);
    swap(preview, root);
    rememberHeights(() => outputs(root), reserved);
  };
  const watcher = new MutationObserver(() => {
    lastChange = performance.now();
    look();
  });
  watcher.observe(root, { subtree: true, childList: true });
  const clock = setInterval(look, LOOK_MS);
}
function isDrawn(places, drawn, indices) {
  return indices.every((index) => {
    const { top: top2, bottom } = places[index].getBoundingClientRect();
    return bottom < 0 || top2 > innerHeight || drawn[index].getBoundingClientRect().height >= LEAST_PX;
  });
}
function typeset(preview, katex) {
  for (const formula of preview.querySelectorAll(".formula")) {
    const tex = formula.textContent;
    katex?.render(tex.slice(3, -3), formula, { displayMode: tex.startsWith("||["), globalGroup: true, throwOnError: false });
    formula.dataset["typeset"] = "";
  }
}
function swap(preview, root) {
  const before = outputs(preview);
  const place = Math.max(0, before.findIndex((output) => output.getBoundingClientRect().bottom > top(preview)));
  const scrolled = preview.scrollTop && top(before[place]) - top(preview);
  const focused = preview.contains(document.activeElement) ? document.activeElement : void 0;
  preview.remove();
  const [after, scroller] = [outputs(root)[place], notebookScroller()];
  if (scrolled && after && scroller) scroller.scrollTop += top(after) - top(scroller) - scrolled;
  if (focused) refocus(focused, preview, root);
}
function refocus(old, preview, root) {
  const same = [...root.querySelectorAll(old.localName)].find((one) => one.textContent === old.textContent);
  const target = old === preview ? root : same ?? root;
  if (old.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
function top(element) {
  return element.getBoundingClientRect().top;
}
export {
  swapWhenReady
};
