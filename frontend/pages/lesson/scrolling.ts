// Scrolling a lesson: keys work from the start, a reload keeps the place, and on small screens the bars give way.
import { notebookPlace, notebookScroller, outputs, previewElement, shown } from "./marimo.ts";

const ARROW_PX = 48;
const PATIENCE_MS = 60_000;
const GIVE_WAY_PX = 24;

/** What scrolls now: the preview, or the notebook once it is there. */
function scroller(): HTMLElement | null {
  return previewElement() ?? notebookScroller();
}

/** The browser scrolls what has the focus; before the reader has chosen anything, that is the page itself, which doesn't scroll. */
export function scrollByKeys(): void {
  document.addEventListener("keydown", (event) => {
    const pane = scroller();
    if (!pane || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.activeElement && document.activeElement !== document.body) return;
    const page = pane.clientHeight * 0.9;
    const steps: Record<string, number> = {
      ArrowDown: ARROW_PX,
      ArrowUp: -ARROW_PX,
      PageDown: page,
      PageUp: -page,
      " ": event.shiftKey ? -page : page,
      Home: -pane.scrollHeight,
      End: pane.scrollHeight,
    };
    const top = steps[event.key];
    if (top === undefined) return;
    event.preventDefault();
    pane.scrollBy({ top });
  });
}

interface Place {
  /** Which of the cells' outputs is at the top, and how far it is above it. */
  output: number;
  above: number;
}

/** Keep the place over a reload. */
export function keepPlace(): void {
  const key = `glassnet-place-${location.pathname}`;
  addEventListener("pagehide", () => {
    const place = placeNow();
    if (place) sessionStorage.setItem(key, JSON.stringify(place));
  });
  const kept = sessionStorage.getItem(key);
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (kept && ["reload", "back_forward"].includes(navigation?.type ?? "")) goTo(JSON.parse(kept) as Place);
}

function placeNow(): Place | null {
  const pane = scroller();
  if (!pane || pane.scrollTop === 0) return null;
  const edge = pane.getBoundingClientRect().top;
  const all = outputs(shown());
  const output = all.findIndex((one) => one.getBoundingClientRect().bottom > edge);
  return output < 0 ? null : { output, above: edge - all[output]!.getBoundingClientRect().top };
}

/** Go to a place as soon as the page has come that far, unless the reader scrolls first. */
function goTo({ output, above }: Place): void {
  const until = performance.now() + PATIENCE_MS;
  let theirs = false;
  for (const kind of ["wheel", "touchmove", "keydown"]) addEventListener(kind, () => (theirs = true), { once: true, passive: true });
  const look = (): void => {
    if (theirs || performance.now() > until) return;
    const pane = scroller();
    const there = pane && outputs(shown())[output];
    if (!there) return void setTimeout(look, 100);
    pane.scrollTop += there.getBoundingClientRect().top - pane.getBoundingClientRect().top + above;
  };
  look();
}

/** Where the bars give way. */
export const SMALL_SCREEN = "(max-width: 760px)";

/** On small screens, the bars leave when the reader scrolls down and return when they scroll up. */
export function giveWay(): void {
  const small = matchMedia(SMALL_SCREEN);
  const bars = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(".site-header, .lesson-bar")];
  let last = 0;
  let away = false;
  const set = (pane: HTMLElement, next: boolean): void => {
    if (next === away) return;
    const before = pane.getBoundingClientRect().top;
    document.documentElement.toggleAttribute("data-bars-away", (away = next)); // marimo writes the body's class
    pane.scrollTop += pane.getBoundingClientRect().top - before; // the text stays where it is
    last = pane.scrollTop;
  };
  document.addEventListener(
    "scroll",
    ({ target }) => {
      const pane = scroller();
      if (!pane || target !== pane) return;
      const moved = pane.scrollTop - last;
      const used = bars().some((bar) => bar.contains(document.activeElement) || bar.querySelector("[open]"));
      if (!small.matches || used || pane.scrollTop < GIVE_WAY_PX) set(pane, false);
      else if (Math.abs(moved) > GIVE_WAY_PX) set(pane, moved > 0);
      else return;
      last = pane.scrollTop;
    },
    { capture: true, passive: true },
  );
  document.addEventListener("focusin", ({ target }) => {
    const pane = scroller();
    if (pane && target instanceof Node && bars().some((bar) => bar.contains(target))) set(pane, false);
  });
  new MutationObserver(() => (last = scroller()?.scrollTop ?? 0)).observe(notebookPlace(), { childList: true });
}
