// pages/lesson/sheet.ts
import { make } from "../../dom/element.js";
function makeSheet(title, ...content) {
  const summary = make("summary", {}, title);
  const details = make("details", {}, summary, make("div", { class: "sheet" }, ...content));
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    summary.focus();
  });
  document.addEventListener("click", (event) => {
    if (!details.contains(event.target)) details.open = false;
  });
  return details;
}
export {
  makeSheet
};
