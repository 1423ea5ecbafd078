// Runs in <head>, before marimo's own scripts, so that a lesson's first paint already has the right theme.
import { keepPatched } from "./lesson/patches.ts";
import type { Code, Lesson, Term } from "./lesson/site.ts";
import { makeTheme } from "./lesson/theme.ts";

const { lessons, code, terms, root } = (document.currentScript as HTMLScriptElement).dataset;
window.glassnet = {
  root: root!,
  lessons: JSON.parse(lessons!) as Lesson[],
  code: JSON.parse(code!) as Code,
  terms: JSON.parse(terms!) as Record<string, Term>,
  theme: makeTheme(),
};
keepPatched();
