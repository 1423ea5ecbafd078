// Runs in <head>, before marimo's own scripts, so that the first paint of a lesson already has the right theme.
import { keepMended } from "./lesson/mends.ts";
import type { Lesson } from "./lesson/site.ts";
import { makeTheme } from "./lesson/theme.ts";

const { lessons } = (document.currentScript as HTMLScriptElement).dataset;
window.glassnet = { lessons: JSON.parse(lessons!) as Lesson[], theme: makeTheme() };
keepMended();
