// pages/lesson/bar.ts
import { notebookPlace, shown } from "./marimo.js";
var bar = (root) => `
  <a class="skip" href="#root">Skip to content</a>
  <a class="brand" href="${root}/"><img src="${root}/static/favicon.svg" alt="">Glassnet</a>
  <nav aria-label="Site"><a href="${root}/lab/">Lab</a><a href="${root}/#lessons">Lessons</a></nav>
  <label class="theme"><span class="theme-word">Theme</span>
    <select aria-label="Theme">
      <option value="auto">Auto</option>
      <option value="light">Light</option>
      <option value="dark">Dark</option>
    </select>
  </label>`;
function addBar({ root, theme }) {
  const header = document.createElement("header");
  header.className = "site-header";
  header.innerHTML = bar(root);
  const select = header.querySelector("select");
  select.value = theme.choice();
  select.addEventListener("change", () => theme.choose(select.value));
  theme.listen(() => select.value = theme.choice());
  header.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    shown().focus();
  });
  const main = notebookPlace();
  main.setAttribute("role", "main");
  main.tabIndex = -1;
  document.body.prepend(header);
  theme.show();
}
export {
  addBar
};
