// What an editor for code can do, and the plainest one: it is there at once, and stays if the other one can't be loaded.
import { make } from "../../dom/element.ts";

export interface CodeEditor {
  text(): string;
  setText(text: string): void;
  /** Mark the line, counted from 1, in which the last run went wrong; null for none. */
  markLine(line: number | null): void;
  focus(): void;
  close(): void;
}

export interface CodeEditorSettings {
  parent: HTMLElement;
  text: string;
  label: string;
  onRun(): void;
  onInput(): void;
}

export type MakeCodeEditor = (settings: CodeEditorSettings) => CodeEditor;

export const makePlainEditor: MakeCodeEditor = ({ parent, text, label, onRun, onInput }) => {
  const area = make("textarea", { class: "gn-code", "aria-label": label, spellcheck: "false", autocapitalize: "off" });
  const fit = (): void => void (area.rows = Math.min(20, area.value.split("\n").length + 1));
  const set = (next: string): void => {
    area.value = next;
    fit();
  };
  area.addEventListener("input", () => {
    fit();
    onInput();
  });
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onRun();
  });
  set(text);
  parent.append(area);
  return { text: () => area.value, setText: set, markLine() {}, focus: () => area.focus(), close: () => area.remove() };
};
