// dom/shell.ts
import { make, setText } from "./element.js";
import panelStyles from "./panel.css.js";
import { rootStyles } from "./styles.js";
import { watchTheme } from "./theme.js";
function makeShell(parent, label, styles, onTheme) {
  const trouble = make("p", { class: "gn-trouble", role: "alert" });
  const root = make("section", { class: "gn-root gn-widget", "aria-label": label, "data-lm-suppress-shortcuts": "true" });
  root.append(make("style", {}, rootStyles, panelStyles, styles), trouble);
  root.addEventListener("keydown", sendForm);
  parent.append(root);
  const shell = {
    root,
    theme: "light",
    say: (text) => setText(trouble, text),
    close() {
      unwatch();
      root.remove();
    }
  };
  const unwatch = watchTheme((theme) => {
    root.dataset["theme"] = shell.theme = theme;
    onTheme(theme);
  });
  return shell;
}
function sendForm(event) {
  const field = event.target;
  if (event.key !== "Enter" || !(field instanceof HTMLInputElement) || !field.form) return;
  event.preventDefault();
  field.form.requestSubmit();
}
export {
  makeShell
};
