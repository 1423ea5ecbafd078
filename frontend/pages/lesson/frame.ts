// The lesson's frame: contents, what has been read, the lessons before and after, the Lab, edit mode and print.
import { make } from "../../dom/element.ts";
import { Contents } from "./contents.ts";
import { Progress } from "./progress.ts";
import { makeSheet } from "./sheet.ts";
import type { Lesson, Site } from "./site.ts";

export function addFrame({ lessons }: Site): void {
  const number = location.pathname.match(/\/lessons\/(\d+)/)?.[1];
  const place = lessons.findIndex((lesson) => lesson.number === number);
  const lesson = lessons[place];
  if (!lesson) return;
  const contents = new Contents(new Progress(lesson.number));
  const bar = make(
    "nav",
    { class: "lesson-bar", "aria-label": "This lesson" },
    make("span", {}, `Lesson ${lesson.number} · about ${lesson.minutes} minutes`),
    contents.sheet,
    contents.going,
    lesson.lab && make("a", { href: `/lab/#${lesson.lab}` }, "Open in the Lab"),
    makeEditSheet(lesson),
    make("button", { type: "button", class: "print", onclick: () => print() }, "Print"),
    make("span", { class: "ends" }, makeLink(lessons[place - 1], "← ", ""), makeLink(lessons[place + 1], "", " →")),
  );
  document.querySelector(".site-header")!.after(bar);
  new MutationObserver(() => contents.look()).observe(document.body, { subtree: true, childList: true });
  contents.look();
}

// Edit mode runs on the learner's own machine: the page can only say how.
function makeEditSheet({ number }: Lesson): HTMLElement {
  const command = `glassnet edit ${number}`;
  const said = make("span", { role: "status" });
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(command);
      said.textContent = " Copied.";
    } catch {
      said.textContent = " Select it and copy it.";
    }
  };
  return makeSheet(
    "Edit",
    make("p", {}, "To change this lesson, type this where you started Glassnet. It opens a copy of yours with all its code:"),
    make("p", {}, make("code", {}, command), " ", make("button", { type: "button", onclick: () => void copy() }, "Copy"), said),
    make("p", {}, "Or take it to JupyterLab, VS Code or Colab, wherever Glassnet is installed:"),
    make("p", {}, make("a", { href: `/lessons/${number}/notebook.ipynb`, download: "" }, "Download as a Jupyter notebook")),
  );
}

function makeLink(lesson: Lesson | undefined, before: string, after: string): HTMLElement | undefined {
  if (!lesson) return undefined;
  const title = make("span", { class: "title" }, ` ${lesson.title}`);
  return make("a", { href: `/lessons/${lesson.number}/` }, `${before}${lesson.number}`, title, after);
}
