// What every small widget stands in: a root that carries the style and the theme, and a line for what went wrong.
import type { Theme } from "../lib/colors.ts";
import { make, setText } from "./element.ts";
import panelStyles from "./panel.css";
import { rootStyles } from "./styles.ts";
import { watchTheme } from "./theme.ts";

export interface Shell {
  root: HTMLElement;
  theme: Theme;
  say(trouble: string): void;
  close(): void;
}

/** Make the root; `label` names the widget as a region, `onTheme` is called now and when the theme changes. */
export function makeShell(parent: HTMLElement, label: string, styles: string, onTheme: (theme: Theme) => void): Shell {
  const trouble = make("p", { class: "gn-trouble", role: "alert" });
  // JupyterLab's shortcuts would take Enter and the arrow keys away from what is inside
  const root = make("section", { class: "gn-root gn-widget", "aria-label": label, "data-lm-suppress-shortcuts": "true" });
  root.append(make("style", {}, rootStyles, panelStyles, styles), trouble);
  root.addEventListener("keydown", sendForm);
  parent.append(root);
  const shell: Shell = {
    root,
    theme: "light",
    say: (text) => setText(trouble, text),
    close() {
      unwatch();
      root.remove();
    },
  };
  const unwatch = watchTheme((theme) => {
    root.dataset["theme"] = shell.theme = theme;
    onTheme(theme);
  });
  return shell;
}

/** Send the form of a field in which Enter is pressed: inside JupyterLab, browsers don't do that by themselves. */
function sendForm(event: KeyboardEvent): void {
  const field = event.target;
  if (event.key !== "Enter" || !(field instanceof HTMLInputElement) || !field.form) return;
  event.preventDefault();
  field.form.requestSubmit();
}
