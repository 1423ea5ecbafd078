// pages/lesson/scrolling.ts
import { notebookPlace, notebookScroller, outputs, previewElement, shown } from "./marimo.js";
var ARROW_PX = 48;
var PATIENCE_MS = 6e4;
var GIVE_WAY_PX = 24;
function scroller() {
  return previewElement() ?? notebookScroller();
}
function scrollByKeys() {
  document.addEventListener("keydown", (event) => {
    const pane = scroller();
    if (!pane || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.activeElement && document.activeElement !== document.body) return;
    const page = pane.clientHeight * 0.9;
    const steps = {
      ArrowDown: ARROW_PX,
      ArrowUp: -ARROW_PX,
      PageDown: page,
      PageUp: -page,
      " ": event.shiftKey ? -page : page,
      Home: -pane.scrollHeight,
      End: pane.scrollHeight
    };
    const top = steps[event.key];
    if (top === void 0) return;
    event.preventDefault();
    pane.scrollBy({ top });
  });
}
function keepPlace() {
  const key = `glassnet-place-${location.pathname}`;
  addEventListener("pagehide", () => {
    const place = placeNow();
    if (place) sessionStorage.setItem(key, JSON.stringify(place));
  });
  const kept = sessionStorage.getItem(key);
  const [navigation] = performance.getEntriesByType("navigation");
  if (kept && ["reload", "back_forward"].includes(navigation?.type ?? "")) goTo(JSON.parse(kept));
}
function placeNow() {
  const pane = scroller();
  if (!pane || pane.scrollTop === 0) return null;
  const edge = pane.getBoundingClientRect().top;
  const all = outputs(shown());
  const output = all.findIndex((one) => one.getBoundingClientRect().bottom > edge);
  return output < 0 ? null : { output, above: edge - all[output].getBoundingClientRect().top };
}
function goTo({ output, above }) {
  const until = performance.now() + PATIENCE_MS;
  let theirs = false;
  for (const kind of ["wheel", "touchmove", "keydown"]) addEventListener(kind, () => theirs = true, { once: true, passive: true });
  const look = () => {
    if (theirs || performance.now() > until) return;
    const pane = scroller();
    const there = pane && outputs(shown())[output];
    if (!there) return void setTimeout(look, 100);
    pane.scrollTop += there.getBoundingClientRect().top - pane.getBoundingClientRect().top + above;
  };
  look();
}
var SMALL_SCREEN = "(max-width: 760px)";
function giveWay() {
  const small = matchMedia(SMALL_SCREEN);
  const bars = () => [...document.querySelectorAll(".site-header, .lesson-bar")];
  let last = 0;
  let away = false;
  const set = (pane, next) => {
    if (next === away) return;
    const before = pane.getBoundingClientRect().top;
    document.documentElement.toggleAttribute("data-bars-away", away = next);
    pane.scrollTop += pane.getBoundingClientRect().top - before;
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
    { capture: true, passive: true }
  );
  document.addEventListener("focusin", ({ target }) => {
    const pane = scroller();
    if (pane && target instanceof Node && bars().some((bar) => bar.contains(target))) set(pane, false);
  });
  new MutationObserver(() => last = scroller()?.scrollTop ?? 0).observe(notebookPlace(), { childList: true });
}
export {
  SMALL_SCREEN,
  giveWay,
  keepPlace,
  scrollByKeys
};
