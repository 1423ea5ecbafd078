// Where a function is written and run; where that can't be done on the page, how else to do it.
import { button } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import type { CardView as Card } from "../../wire/exercises.ts";
import { makePlainEditor, type CodeEditor, type CodeEditorSettings, type MakeCodeEditor } from "./code_editor.ts";
import type { Input } from "./inputs.ts";

type Run = (code: string, key: string) => void;

export function makeCodeInput(card: Card, run: Run): Input {
  if (card.code?.where === "page") return new CodeInput(card, run);
  return { element: otherWays(card), show() {} };
}

/** Only pages of our own server hold the key to running code. */
const site = (): { key: string; editor: string } => (window as Partial<Window>).glassnet?.code ?? { key: "", editor: "" };

class CodeInput implements Input {
  readonly element = make("div", { class: "gn-code-input" });
  private readonly place = make("div", {});
  private readonly output = make("pre", { class: "gn-output", tabindex: "0", "aria-label": "What your code printed", hidden: true });
  private readonly store: string;
  private editor: CodeEditor;
  private touched = false;
  private closed = false;

  constructor(
    private readonly card: Card,
    private readonly run: Run,
  ) {
    this.store = `glassnet-code-${card.name}`;
    const draft = sessionStorage.getItem(this.store);
    this.touched = draft !== null;
    this.editor = makePlainEditor(this.settings(draft ?? this.begin()));
    const runs = button({ name: "run", class: "gn-button gn-main", label: "Run", text: "Run", help: "Run and check (Ctrl-Enter)", onClick: () => this.start() });
    const reset = button({ name: "reset", label: "Reset", text: "Reset", help: "Start again from the beginning", onClick: () => this.reset() });
    const keys = make("span", { class: "gn-note" }, "Ctrl-Enter runs it. Tab indents; Escape, then Tab, leaves the editor.");
    this.element.append(this.place, make("div", { class: "gn-row" }, runs, reset, keys), this.output);
    void this.improve();
  }

  show(answer: unknown, { code }: Card): void {
    if (!this.touched && typeof answer === "string") this.editor.setText(answer);
    setText(this.output, code?.output ?? "");
    this.output.hidden = !code?.output;
    this.editor.markLine(code?.line ?? null);
  }

  close(): void {
    this.closed = true;
    this.editor.close();
  }

  /** Put the real editor in the place of the plain one, with what has been typed meanwhile. */
  private async improve(): Promise<void> {
    const { editor } = site();
    if (!editor) return;
    const made = await (import(editor) as Promise<{ default: MakeCodeEditor }>).catch(() => null);
    if (!made || this.closed) return;
    const plain = this.editor;
    const focused = this.place.contains((this.element.getRootNode() as Document | ShadowRoot).activeElement);
    this.editor = made.default(this.settings(plain.text()));
    plain.close();
    if (focused) this.editor.focus();
    this.element.dataset["editor"] = "ready";
  }

  private settings(text: string): CodeEditorSettings {
    return {
      parent: this.place,
      text,
      label: "Your code",
      onRun: () => this.start(),
      onInput: () => {
        this.touched = true;
        sessionStorage.setItem(this.store, this.editor.text()); // a reload shouldn't lose it
      },
    };
  }

  private begin(): string {
    const { answer, code } = this.card;
    return typeof answer === "string" ? answer : code!.start;
  }

  private start(): void {
    this.run(this.editor.text(), site().key);
  }

  private reset(): void {
    this.editor.setText(this.card.code!.start);
    this.editor.markLine(null);
    this.output.hidden = true;
    this.editor.focus();
  }
}

function otherWays(card: Card): HTMLElement {
  const command = make("code", {}, `glassnet edit ${card.name.split(".")[0]}`);
  if (card.code?.where === "cell") {
    return make("p", { class: "gn-note" }, "Write the function in the cell above this card; running that cell checks it.");
  }
  return make(
    "p",
    { class: "gn-note" },
    "On this page, code doesn't run. Two ways to go on: with Glassnet on your own computer, ",
    command,
    " opens the lesson with all its code, and the function is in the cell above this card. Or read the solution here.",
  );
}
