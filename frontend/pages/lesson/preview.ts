// Replaces the preview by the notebook as soon as the notebook is complete, without moving what the reader sees.
import { notebookPlace, notebookScroller, outputs, previewElement } from "./marimo.ts";
import { rememberHeights, reserveHeights } from "./heights.ts";

interface Typesetter {
  render(tex: string, into: HTMLElement, options: object): void;
}

const LOOK_MS = 200;
const LEAST_PX = 20; // less is an output without anything in it
const MAX_SILENCE_MS = 30_000; // a notebook that has started and been silent this long counts as complete

export function swapWhenReady(): void {
  const preview = previewElement();
  if (!preview) return;
  const root = notebookPlace();
  const expected = outputs(preview).length;
  const reserved = reserveHeights(outputs(preview));
  let lastChange = performance.now();
  import(preview.dataset["typesetter"]!).then(
    (module: { default: Typesetter }) => typeset(preview, module.default),
    () => typeset(preview, null), // KaTeX failed to load: show the TeX itself
  );
  const look = (): void => {
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

/** Whether the notebook has drawn what the reader sees a place for: a widget's program arrives after its output. */
function isDrawn(places: readonly Element[], drawn: readonly Element[], indices: readonly number[]): boolean {
  return indices.every((index) => {
    const { top, bottom } = places[index]!.getBoundingClientRect();
    return bottom < 0 || top > innerHeight || drawn[index]!.getBoundingClientRect().height >= LEAST_PX;
  });
}

// marimo writes inline formulas as ||(…||) and display formulas as ||[…||]
function typeset(preview: HTMLElement, katex: Typesetter | null): void {
  for (const formula of preview.querySelectorAll<HTMLElement>(".formula")) {
    const tex = formula.textContent!;
    katex?.render(tex.slice(3, -3), formula, { displayMode: tex.startsWith("||["), globalGroup: true, throwOnError: false });
    formula.dataset["typeset"] = "";
  }
}

function swap(preview: HTMLElement, root: HTMLElement): void {
  const before = outputs(preview);
  const place = Math.max(0, before.findIndex((output) => output.getBoundingClientRect().bottom > top(preview)));
  const scrolled = preview.scrollTop && top(before[place]!) - top(preview);
  const focused = preview.contains(document.activeElement) ? (document.activeElement as HTMLElement) : undefined;
  preview.remove();
  const [after, scroller] = [outputs(root)[place], notebookScroller()];
  if (scrolled && after && scroller) scroller.scrollTop += top(after) - top(scroller) - scrolled;
  if (focused) refocus(focused, preview, root);
}

// move focus to the element of the notebook with the same text: a heading, a listing or a symbol
function refocus(old: HTMLElement, preview: HTMLElement, root: HTMLElement): void {
  const same = [...root.querySelectorAll<HTMLElement>(old.localName)].find((one) => one.textContent === old.textContent);
  const target = old === preview ? root : same ?? root;
  if (old.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

function top(element: Element): number {
  return element.getBoundingClientRect().top;
}
