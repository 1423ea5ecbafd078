// dom/theme.ts
function currentTheme() {
  const own = document.documentElement.dataset["theme"];
  if (own === "light" || own === "dark") return own;
  const { classList, dataset } = document.body;
  if (classList.contains("dark") || classList.contains("dark-theme")) return "dark";
  if (classList.contains("light") || classList.contains("light-theme")) return "light";
  if (dataset["jpThemeLight"]) return dataset["jpThemeLight"] === "false" ? "dark" : "light";
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
function watchTheme(callback) {
  let shown = null;
  const look = () => {
    const theme = currentTheme();
    if (theme !== shown) callback(shown = theme);
  };
  const observer = new MutationObserver(look);
  for (const element of [document.documentElement, document.body]) {
    observer.observe(element, { attributes: true, attributeFilter: ["class", "data-theme", "data-jp-theme-light"] });
  }
  const query = matchMedia("(prefers-color-scheme: dark)");
  query.addEventListener("change", look);
  look();
  return () => {
    observer.disconnect();
    query.removeEventListener("change", look);
  };
}
function prefersStillness() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
export {
  currentTheme,
  prefersStillness,
  watchTheme
};
