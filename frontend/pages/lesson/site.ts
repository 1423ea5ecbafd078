// What the script in the head passes to the one in the body. Only the first script may delay the first paint.
import type { Choice } from "../../lib/theme_choice.ts";

export interface Lesson {
  number: string;
  title: string;
  minutes: number;
  lab: string;
}

/** The key to running code, "" if pages may not, and the address of the editor for it. */
export interface Code {
  key: string;
  editor: string;
}

export interface Term {
  name: string;
  definition: string;
  /** The number and the title of the lesson that explains it, "" if there is none yet. */
  lesson: string;
  title: string;
}

export interface Site {
  /** The path that the site is under, "" or without a slash at its end. */
  root: string;
  lessons: Lesson[];
  code: Code;
  /** The glossary, by address. */
  terms: Record<string, Term>;
  theme: {
    choice(): Choice;
    choose(next: Choice): void;
    listen(listener: () => void): void;
    show(): void;
  };
}

declare global {
  interface Window {
    glassnet: Site;
  }
}
