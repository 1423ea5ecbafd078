// pages/lesson_head.ts
import { keepPatched } from "./lesson/patches.js";
import { makeTheme } from "./lesson/theme.js";
var { lessons, code, terms, root } = document.currentScript.dataset;
window.glassnet = {
  root,
  lessons: JSON.parse(lessons),
  code: JSON.parse(code),
  terms: JSON.parse(terms),
  theme: makeTheme()
};
keepPatched();
