// The course on the home page: what has been read of each lesson, and where to start or go on.
import { make, setText } from "../dom/element.ts";
import { savedProgress } from "./lesson/progress.ts";

interface Lesson {
  row: HTMLElement;
  number: string;
  title: string;
  sections: number;
  read: number;
}

/** Fill in what this browser remembers. */
export function showProgress(): void {
  const lessons = [...document.querySelectorAll<HTMLElement>("[data-lesson]")].map(lessonOf);
  for (const lesson of lessons) if (lesson.read > 0) showRead(lesson);
  const next = lessons.find(({ read, sections }) => read < sections);
  if (next) showNext(next, lessons.some(({ read }) => read > 0));
}

function lessonOf(row: HTMLElement): Lesson {
  const { lesson, title, sections } = row.dataset;
  const { read, last } = savedProgress(lesson!);
  const seen = new Set([...read, ...(last ? [last] : [])]); // the last heading can't be scrolled past
  return { row, number: lesson!, title: title!, sections: Number(sections), read: Math.min(seen.size, Number(sections)) };
}

function showRead({ row, sections, read }: Lesson): void {
  const state = row.querySelector(".state")!;
  if (read === sections) return setText(state, "Read to the end");
  const label = `${read} of ${sections} sections read`;
  state.replaceChildren(label, make("progress", { max: sections, value: read, "aria-label": label }));
}

function showNext({ row, number, title, read }: Lesson, begun: boolean): void {
  const words = begun ? (read > 0 ? "Go on here" : "Next") : "Start here";
  row.dataset["next"] = "";
  row.querySelector(".state")!.prepend(make("span", { class: "next" }, `${words}. `));
  if (!begun) return;
  const button = document.querySelector<HTMLAnchorElement>("[data-start]")!;
  button.href = row.querySelector("a")!.href;
  setText(button, "Go on");
  setText(document.querySelector("[data-start-note]")!, `Lesson ${number}: ${title}.`);
}
