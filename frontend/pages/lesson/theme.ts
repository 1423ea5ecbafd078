// The reader's choice of theme, for marimo's page: marimo asks the browser for the preferred theme, and we answer with
// the reader's choice, if there is one.
import { keepChoice, keptChoice, onChoiceElsewhere } from "../../lib/theme_choice.ts";
import { THEME_QUERY } from "./marimo.ts";
import type { Site } from "./site.ts";

type Listener = (this: MediaQueryList, event: MediaQueryListEvent) => void;

export function makeTheme(): Site["theme"] {
  const system = window.matchMedia(THEME_QUERY);
  const listeners = new Set<Listener>();
  let choice = keptChoice();
  const dark = (): boolean => (choice === "auto" ? system.matches : choice === "dark");
  const preference = answeringFor(dark, listeners);
  const ask = window.matchMedia.bind(window);
  window.matchMedia = (query) => (query === THEME_QUERY ? preference : ask(query));
  const show = (): void => {
    document.documentElement.dataset["theme"] = choice;
    document.documentElement.style.colorScheme = dark() ? "dark" : "light";
    document.body?.classList.toggle("dark", dark()); // marimo does it too, once it runs
    const event = { matches: dark(), media: THEME_QUERY } as MediaQueryListEvent;
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
    show,
  };
}

/** What `matchMedia` returns for the theme query. */
function answeringFor(dark: () => boolean, listeners: Set<Listener>): MediaQueryList {
  const add = (listener: Listener | null): void => void (listener && listeners.add(listener));
  const remove = (listener: Listener | null): void => void (listener && listeners.delete(listener));
  return {
    media: THEME_QUERY,
    get matches() {
      return dark();
    },
    onchange: null,
    addEventListener: (_: string, listener: Listener) => add(listener),
    removeEventListener: (_: string, listener: Listener) => remove(listener),
    addListener: add,
    removeListener: remove,
    dispatchEvent: () => true,
  } as MediaQueryList;
}
