// A drop-down sheet in the lesson's bar: its title opens it; Escape or a click outside closes it.
import { make } from "../../dom/element.ts";

export function makeSheet(title: string, ...content: Node[]): HTMLDetailsElement {
  const summary = make("summary", {}, title);
  const details = make("details", {}, summary, make("div", { class: "sheet" }, ...content));
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    summary.focus();
  });
  document.addEventListener("click", (event) => {
    if (!details.contains(event.target as Node)) details.open = false;
  });
  return details;
}
