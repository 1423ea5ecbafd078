// pages/lesson/heights.ts
var PLACEHOLDER = ".preview-placeholder";
var SETTLED_MS = 3e3;
function reserveHeights(all) {
  const known = kept();
  const places = [...all.keys()].filter((index) => all[index].querySelector(PLACEHOLDER));
  for (const index of places) {
    const pixels = known?.width === innerWidth && known.pixels[index];
    if (!pixels) continue;
    const output = all[index];
    output.dataset["reserved"] = "";
    output.style.height = `${pixels}px`;
    output.style.height = `${2 * pixels - distance(all, index)}px`;
  }
  return places;
}
function rememberHeights(all, places) {
  setTimeout(() => {
    const now = all();
    const pixels = Object.fromEntries(places.flatMap((index) => now[index] ? [[index, distance(now, index)]] : []));
    try {
      localStorage.setItem(key(), JSON.stringify({ width: innerWidth, pixels }));
    } catch {
    }
  }, SETTLED_MS);
}
function distance(all, index) {
  const { top, bottom } = all[index].getBoundingClientRect();
  return (all[index + 1]?.getBoundingClientRect().top ?? bottom) - top;
}
function kept() {
  try {
    return JSON.parse(localStorage.getItem(key()));
  } catch {
    return null;
  }
}
function key() {
  return `glassnet-heights-${location.pathname}`;
}
export {
  rememberHeights,
  reserveHeights
};
