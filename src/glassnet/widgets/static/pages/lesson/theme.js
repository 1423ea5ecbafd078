// pages/lesson/theme.ts
import { keepChoice, keptChoice, onChoiceElsewhere } from "../../lib/theme_choice.js";
import { THEME_QUERY } from "./marimo.js";
function makeTheme() {
  const system = window.matchMedia(THEME_QUERY);
  const listeners = /* @__PURE__ */ new Set();
  let choice = keptChoice();
  const dark = () => choice === "auto" ? system.matches : choice === "dark";
  const preference = answeringFor(dark, listeners);
  const ask = window.matchMedia.bind(window);
  window.matchMedia = (query) => query === THEME_QUERY ? preference : ask(query);
  const show = () => {
    document.documentElement.dataset["theme"] = choice;
    document.documentElement.style.colorScheme = dark() ? "dark" : "light";
    document.body?.classList.toggle("dark", dark());
    const event = { matches: dark(), media: THEME_QUERY };
    for (const listener of listeners) listener.call(preference, event);
  };
  system.addEventListener("change", show);
  onChoiceElsewhere(() => {
    choice = keptChoice();
    show();
  });
  show();
  return {
    choice: () => choice,
    choose(next) {
      choice = next;
      keepChoice(next);
      show();
    },
    listen: (listener) => listeners.add(listener),
    show
  };
}
function answeringFor(dark, listeners) {
  const add = (listener) => void (listener && listeners.add(listener));
  const remove = (listener) => void (listener && listeners.delete(listener));
  return {
    media: THEME_QUERY,
    get matches() {
      return dark();
    },
    onchange: null,
    addEventListener: (_, listener) => add(listener),
    removeEventListener: (_, listener) => remove(listener),
    addListener: add,
    removeListener: remove,
    dispatchEvent: () => true
  };
}
export {
  makeTheme
};
