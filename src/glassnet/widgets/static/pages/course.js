// pages/course.ts
import { make, setText } from "../dom/element.js";
import { savedProgress } from "./lesson/progress.js";
function showProgress() {
  const lessons = [...document.querySelectorAll("[data-lesson]")].map(lessonOf);
  for (const lesson of lessons) if (lesson.read > 0) showRead(lesson);
  const next = lessons.find(({ read, sections }) => read < sections);
  if (next) showNext(next, lessons.some(({ read }) => read > 0));
}
function lessonOf(row) {
  const { lesson, title, sections } = row.dataset;
  const { read, last } = savedProgress(lesson);
  const seen = /* @__PURE__ */ new Set([...read, ...last ? [last] : []]);
  return { row, number: lesson, title, sections: Number(sections), read: Math.min(seen.size, Number(sections)) };
}
function showRead({ row, sections, read }) {
  const state = row.querySelector(".state");
  if (read === sections) return setText(state, "Read to the end");
  const label = `${read} of ${sections} sections read`;
  state.replaceChildren(label, make("progress", { max: sections, value: read, "aria-label": label }));
}
function showNext({ row, number, title, read }, begun) {
  const words = begun ? read > 0 ? "Go on here" : "Next" : "Start here";
  row.dataset["next"] = "";
  row.querySelector(".state").prepend(make("span", { class: "next" }, `${words}. `));
  if (!begun) return;
  const button = document.querySelector("[data-start]");
  button.href = row.querySelector("a").href;
  setText(button, "Go on");
  setText(document.querySelector("[data-start-note]"), `Lesson ${number}: ${title}.`);
}
export {
  showProgress
};
