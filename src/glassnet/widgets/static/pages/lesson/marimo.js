// pages/lesson/marimo.ts
function notebookPlace() {
  return document.getElementById("root");
}
function notebookScroller() {
  return document.getElementById("App");
}
function previewElement() {
  return document.getElementById("lesson-preview");
}
function shown() {
  return previewElement() ?? notebookPlace();
}
function outputs(page) {
  return [...page.querySelectorAll(".output-area")].filter((output) => output.firstElementChild);
}
function symbolRoots() {
  const formulas = [...shown().querySelectorAll("marimo-tex")].flatMap(({ shadowRoot }) => shadowRoot ? [shadowRoot] : []);
  return [shown(), ...formulas];
}
var THEME_QUERY = "(prefers-color-scheme: dark)";
export {
  THEME_QUERY,
  notebookPlace,
  notebookScroller,
  outputs,
  previewElement,
  shown,
  symbolRoots
};
