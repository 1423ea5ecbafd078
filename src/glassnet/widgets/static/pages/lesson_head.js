// pages/lesson_head.ts
import { keepMended } from "./lesson/mends.js";
import { makeTheme } from "./lesson/theme.js";
var { lessons } = document.currentScript.dataset;
window.glassnet = { lessons: JSON.parse(lessons), theme: makeTheme() };
keepMended();
