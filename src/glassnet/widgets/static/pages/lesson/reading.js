// pages/lesson/reading.ts
import { firstReading, notebookPlace, notebookScroller, outputs } from "./marimo.js";
var LONGEST_SILENCE_MS = 3e4;
function giveWay() {
  const reading = firstReading();
  if (!reading) return;
  const root = notebookPlace();
  const expected = outputs(reading).length;
  let heard = performance.now();
  import(reading.dataset["typesetter"]).then(
    (module) => typeset(reading, module.default),
    () => typeset(reading, null)
    // not to be had: TeX can be read, too
  );
  const look = () => {
    const found = notebookScroller() ? outputs(root).length : 0;
    if (found < expected && !(found && performance.now() - heard > LONGEST_SILENCE_MS)) return;
    watcher.disconnect();
    clearInterval(clock);
    swap(reading, root);
  };
  const watcher = new MutationObserver(() => {
    heard = performance.now();
    look();
  });
  watcher.observe(root, { subtree: true, childList: true });
  const clock = setInterval(look, 1e3);
}
function typeset(reading, katex) {
  for (const formula of reading.querySelectorAll(".formula")) {
    const tex = formula.textContent;
    katex?.render(tex.slice(3, -3), formula, { displayMode: tex.startsWith("||["), globalGroup: true, throwOnError: false });
    formula.dataset["typeset"] = "";
  }
}
function swap(reading, root) {
  const before = outputs(reading);
  const place = Math.max(0, before.findIndex((output) => output.getBoundingClientRect().bottom > top(reading)));
  const scrolled = reading.scrollTop && top(before[place]) - top(reading);
  const focused = reading.contains(document.activeElement) ? document.activeElement : void 0;
  reading.remove();
  const [after, scroller] = [outputs(root)[place], notebookScroller()];
  if (scrolled && after && scroller) scroller.scrollTop += top(after) - top(scroller) - scrolled;
  if (focused) refocus(focused, reading, root);
}
function refocus(old, reading, root) {
  const same = [...root.querySelectorAll(old.localName)].find((one) => one.textContent === old.textContent);
  const heir = old === reading ? root : same ?? root;
  if (old.tabIndex < 0) heir.tabIndex = -1;
  heir.focus({ preventScroll: true });
}
function top(element) {
  return element.getBoundingClientRect().top;
}
export {
  giveWay
};
