// pages/lesson/frame.ts
import { make } from "../../dom/element.js";
import { Contents } from "./contents.js";
import { Progress } from "./progress.js";
import { makeSheet } from "./sheet.js";
function addFrame({ root, lessons }) {
  const number = location.pathname.match(/\/lessons\/(\d+[a-z]?)/)?.[1];
  const place = lessons.findIndex((lesson2) => lesson2.number === number);
  const lesson = lessons[place];
  if (!lesson) return;
  const contents = new Contents(new Progress(lesson.number));
  const bar = make(
    "nav",
    { class: "lesson-bar", "aria-label": "This lesson" },
    make("span", {}, `Lesson ${lesson.number} · about ${lesson.minutes} minutes`),
    contents.sheet,
    contents.resume,
    lesson.lab && make("a", { href: `${root}/lab/#${lesson.lab}` }, "Open in the Lab"),
    makeEditSheet(lesson, root),
    make("button", { type: "button", class: "print", onclick: () => print() }, "Print"),
    make("span", { class: "ends" }, makeLink(root, lessons[place - 1], "← ", ""), makeLink(root, lessons[place + 1], "", " →"))
  );
  document.querySelector(".site-header").after(bar);
  new MutationObserver(() => contents.update()).observe(document.body, { subtree: true, childList: true });
  contents.update();
}
function makeEditSheet({ number }, root) {
  const command = `glassnet edit ${number}`;
  const status = make("span", { role: "status" });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(command);
      status.textContent = " Copied.";
    } catch {
      status.textContent = " Select the command and copy it.";
    }
  };
  return makeSheet(
    "Edit",
    make("p", {}, "To change this lesson, run this command where you started Glassnet. It opens your own copy with all its code:"),
    make("p", {}, make("code", {}, command), " ", make("button", { type: "button", onclick: () => void copy() }, "Copy"), status),
    make("p", {}, "Or open it in JupyterLab, VS Code or Colab, if Glassnet is installed there:"),
    make("p", {}, make("a", { href: `${root}/lessons/${number}/notebook.ipynb`, download: "" }, "Download as a Jupyter notebook"))
  );
}
function makeLink(root, lesson, before, after) {
  if (!lesson) return void 0;
  const title = make("span", { class: "title" }, ` ${lesson.title}`);
  return make("a", { href: `${root}/lessons/${lesson.number}/` }, `${before}${lesson.number}`, title, after);
}
export {
  addFrame
};
