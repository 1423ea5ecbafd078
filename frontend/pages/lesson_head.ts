// Runs in <head>, before marimo's own scripts, so that a lesson's first paint already has the right theme.
import { keepPatched } from "./lesson/patches.ts";
import type { Lesson } from "./lesson/site.ts";
import { makeTheme } from "./lesson/theme.ts";

const { lessons, root } = (document.currentScript as HTMLScriptElement).dataset;
window.glassnet = { root: root!, lessons: JSON.parse(lessons!) as Lesson[], theme: makeTheme() };
keepPatched();
