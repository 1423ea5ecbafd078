// The lesson's bar: contents and progress, the previous and next lessons, the Lab, edit mode and print.
import { make } from "../../dom/element.ts";
import { Contents } from "./contents.ts";
import { Progress } from "./progress.ts";
import { makeSheet } from "./sheet.ts";
import type { Lesson, Site } from "./site.ts";

export function addFrame({ root, lessons }: Site): void {
  const number = location.pathname.match(/\/lessons\/(\d+[a-z]?)/)?.[1];
  const place = lessons.findIndex((lesson) => lesson.number === number);
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
    make("span", { class: "ends" }, makeLink(root, lessons[place - 1], "← ", ""), makeLink(root, lessons[place + 1], "", " →")),
  );
  document.querySelector(".site-header")!.after(bar);
  new MutationObserver(() => contents.update()).observe(document.body, { subtree: true, childList: true });
  contents.update();
}

// Edit mode runs on the learner's own machine: the page can only explain how.
function makeEditSheet({ number }: Lesson, root: string): HTMLElement {
  const command = `glassnet edit ${number}`;
  const status = make("span", { role: "status" });
  const copy = async (): Promise<void> => {
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
    make("p", {}, make("a", { href: `${root}/lessons/${number}/notebook.ipynb`, download: "" }, "Download as a Jupyter notebook")),
  );
}

function makeLink(root: string, lesson: Lesson | undefined, before: string, after: string): HTMLElement | undefined {
  if (!lesson) return undefined;
  const title = make("span", { class: "title" }, ` ${lesson.title}`);
  return make("a", { href: `${root}/lessons/${lesson.number}/` }, `${before}${lesson.number}`, title, after);
}
