// widgets/exercises/code_input.ts
import { button } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { makePlainEditor } from "./code_editor.js";
function makeCodeInput(card, run) {
  if (card.code?.where === "page") return new CodeInput(card, run);
  return { element: otherWays(card), show() {
  } };
}
var site = () => window.glassnet?.code ?? { key: "", editor: "" };
var CodeInput = class {
  constructor(card, run) {
    this.card = card;
    this.run = run;
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
  card;
  run;
  element = make("div", { class: "gn-code-input" });
  place = make("div", {});
  output = make("pre", { class: "gn-output", tabindex: "0", "aria-label": "What your code printed", hidden: true });
  store;
  editor;
  touched = false;
  closed = false;
  show(answer, { code }) {
    if (!this.touched && typeof answer === "string") this.editor.setText(answer);
    setText(this.output, code?.output ?? "");
    this.output.hidden = !code?.output;
    this.editor.markLine(code?.line ?? null);
  }
  close() {
    this.closed = true;
    this.editor.close();
  }
  /** Put the real editor in the place of the plain one, with what has been typed meanwhile. */
  async improve() {
    const { editor } = site();
    if (!editor) return;
    const made = await import(editor).catch(() => null);
    if (!made || this.closed) return;
    const plain = this.editor;
    const focused = this.place.contains(this.element.getRootNode().activeElement);
    this.editor = made.default(this.settings(plain.text()));
    plain.close();
    if (focused) this.editor.focus();
    this.element.dataset["editor"] = "ready";
  }
  settings(text) {
    return {
      parent: this.place,
      text,
      label: "Your code",
      onRun: () => this.start(),
      onInput: () => {
        this.touched = true;
        sessionStorage.setItem(this.store, this.editor.text());
      }
    };
  }
  begin() {
    const { answer, code } = this.card;
    return typeof answer === "string" ? answer : code.start;
  }
  start() {
    this.run(this.editor.text(), site().key);
  }
  reset() {
    this.editor.setText(this.card.code.start);
    this.editor.markLine(null);
    this.output.hidden = true;
    this.editor.focus();
  }
};
function otherWays(card) {
  const command = make("code", {}, `glassnet edit ${card.name.split(".")[0]}`);
  if (card.code?.where === "cell") {
    return make("p", { class: "gn-note" }, "Write the function in the cell above this card; running that cell checks it.");
  }
  return make(
    "p",
    { class: "gn-note" },
    "On this page, code doesn't run. Two ways to go on: with Glassnet on your own computer, ",
    command,
    " opens the lesson with all its code, and the function is in the cell above this card. Or read the solution here."
  );
}
export {
  makeCodeInput
};
