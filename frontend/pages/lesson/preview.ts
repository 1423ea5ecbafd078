// Puts the notebook in the place of the lesson's text as soon as it holds all of it, without moving what is being read.
import { preview, notebookPlace, notebookScroller, outputs } from "./marimo.ts";

interface Typesetter {
  render(tex: string, into: HTMLElement, options: object): void;
}

const MAX_SILENCE_MS = 30_000; // when a notebook that has begun says no more, what it has said is all there is

export function swapWhenReady(): void {
  const reading = preview();
  if (!reading) return;
  const root = notebookPlace();
  const expected = outputs(reading).length;
  let heard = performance.now();
  import(reading.dataset["typesetter"]!).then(
    (module: { default: Typesetter }) => typeset(reading, module.default),
    () => typeset(reading, null), // not to be had: TeX can be read, too
  );
  const look = (): void => {
    const found = notebookScroller() ? outputs(root).length : 0;
    if (found < expected && !(found && performance.now() - heard > MAX_SILENCE_MS)) return;
    watcher.disconnect();
    clearInterval(clock);
    swap(reading, root);
  };
  const watcher = new MutationObserver(() => {
    heard = performance.now();
    look();
  });
  watcher.observe(root, { subtree: true, childList: true });
  const clock = setInterval(look, 1000);
}

// marimo's page writes formulas as ||(…||), and as ||[…||] where they stand in a line of their own
function typeset(reading: HTMLElement, katex: Typesetter | null): void {
  for (const formula of reading.querySelectorAll<HTMLElement>(".formula")) {
    const tex = formula.textContent!;
    katex?.render(tex.slice(3, -3), formula, { displayMode: tex.startsWith("||["), globalGroup: true, throwOnError: false });
    formula.dataset["typeset"] = "";
  }
}

function swap(reading: HTMLElement, root: HTMLElement): void {
  const before = outputs(reading);
  const place = Math.max(0, before.findIndex((output) => output.getBoundingClientRect().bottom > top(reading)));
  const scrolled = reading.scrollTop && top(before[place]!) - top(reading);
  const focused = reading.contains(document.activeElement) ? (document.activeElement as HTMLElement) : undefined;
  reading.remove();
  const [after, scroller] = [outputs(root)[place], notebookScroller()];
  if (scrolled && after && scroller) scroller.scrollTop += top(after) - top(scroller) - scrolled;
  if (focused) refocus(focused, reading, root);
}

// focus stood on a heading, a piece of code, a symbol: on what says the same in the notebook
function refocus(old: HTMLElement, reading: HTMLElement, root: HTMLElement): void {
  const same = [...root.querySelectorAll<HTMLElement>(old.localName)].find((one) => one.textContent === old.textContent);
  const heir = old === reading ? root : same ?? root;
  if (old.tabIndex < 0) heir.tabIndex = -1;
  heir.focus({ preventScroll: true });
}

function top(element: Element): number {
  return element.getBoundingClientRect().top;
}
