// pages/lesson_head.ts
import { keepPatched } from "./lesson/patches.js";
import { makeTheme } from "./lesson/theme.js";
var { lessons, code } = document.currentScript.dataset;
window.glassnet = { lessons: JSON.parse(lessons), code: JSON.parse(code), theme: makeTheme() };
keepPatched();
