// Puts the notebook in the place of the lesson's text as soon as it holds all of it, without moving what is being read.
"use strict";
(() => {
  const reading = document.getElementById("first-reading");
  if (!reading) return;
  const root = document.getElementById("root");
  const LONGEST_SILENCE_MS = 30_000; // when a notebook that has begun says no more, what it has said is all there is
  const outputs = (page) => [...page.querySelectorAll(".output-area")].filter((output) => output.firstElementChild);
  const expected = outputs(reading).length;
  let heard = performance.now();

  // --- Formulas: marimo's page writes them as ||(…||), and as ||[…||] where they stand in a line of their own
  const typeset = (katex) => {
    for (const formula of reading.querySelectorAll(".formula")) {
      const tex = formula.textContent;
      katex?.render(tex.slice(3, -3), formula, { displayMode: tex.startsWith("||["), globalGroup: true, throwOnError: false });
      formula.dataset.typeset = "";
    }
  };
  import(reading.dataset.typesetter).then(
    (module) => typeset(module.default),
    () => typeset(), // not to be had: TeX can be read, too
  );

  // --- The notebook
  const scroller = () => document.getElementById("App");
  const swap = () => {
    watcher.disconnect();
    clearInterval(clock);
    const top = (element) => element.getBoundingClientRect().top;
    const before = outputs(reading);
    const place = Math.max(0, before.findIndex((output) => output.getBoundingClientRect().bottom > top(reading)));
    const scrolled = reading.scrollTop && top(before[place]) - top(reading);
    const focused = reading.contains(document.activeElement) ? document.activeElement : undefined;
    reading.remove();
    const after = outputs(root)[place];
    if (scrolled && after) scroller().scrollTop += top(after) - top(scroller()) - scrolled;
    if (focused) refocus(focused);
  };
  // focus stood on a heading, a piece of code, a symbol: on what says the same in the notebook
  const refocus = (old) => {
    const same = old === reading ? root : [...root.querySelectorAll(old.localName)].find((one) => one.textContent === old.textContent) ?? root;
    if (old.tabIndex < 0) same.tabIndex = -1;
    same.focus({ preventScroll: true });
  };
  const look = () => {
    const found = scroller() ? outputs(root).length : 0;
    if (found >= expected || (found && performance.now() - heard > LONGEST_SILENCE_MS)) swap();
  };
  const watcher = new MutationObserver(() => {
    heard = performance.now();
    look();
  });
  watcher.observe(root, { subtree: true, childList: true });
  const clock = setInterval(look, 1000);
})();
