// Write a sentence: after each word, how friendly the network finds it so far.
import { button } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { signedColor } from "../../lib/colors.ts";
import { percent } from "../../lib/numbers.ts";
import type { SentenceView } from "../../wire/application.ts";
import type { Host, UseView } from "./use.ts";

const EXAMPLES = ["the film was great", "the film was not great", "not bad", "what a boring day"];
const MAX_CHARACTERS = 200;
/** Text stays legible on this much colour. */
const STRENGTH = 0.45;

export class SentencesView implements UseView {
  readonly element: HTMLElement;
  private latest: SentenceView | null = null;
  private readonly field = make("input", { type: "text", name: "sentence", maxlength: MAX_CHARACTERS, value: EXAMPLES[1], autocomplete: "off", oninput: () => this.refresh() });
  private readonly list = make("ol", { class: "gn-words", "aria-label": "Word by word" });
  private readonly words = make("p", { role: "status" });

  constructor(private readonly host: Host) {
    const examples = EXAMPLES.map((text) =>
      button({
        name: "example",
        label: text,
        text,
        onClick: () => {
          this.field.value = text;
          this.refresh();
        },
      }),
    );
    this.element = make(
      "div",
      {},
      make("label", { class: "gn-control" }, make("span", { class: "gn-label" }, "Your sentence, in English"), this.field),
      make("div", { class: "gn-row gn-examples", role: "group", "aria-label": "Examples" }, ...examples),
      this.list,
      this.words,
    );
  }

  refresh(): void {
    this.host.channel.request("read_sentence", { text: this.field.value }, ({ head }) => this.show(head));
  }

  retheme(): void {
    if (this.latest) this.show(this.latest);
  }

  close(): void {}

  private show(view: SentenceView): void {
    this.latest = view;
    const { words, known, after, left_out } = view;
    this.list.replaceChildren(
      ...words.map((word, i) => {
        const [r, g, b] = signedColor(STRENGTH * (2 * after[i]! - 1), this.host.shell.theme);
        return make("li", { style: `background: rgb(${r} ${g} ${b})`, "data-known": String(known[i]) }, make("span", {}, word), make("span", { class: "gn-after" }, known[i] ? percent(after[i]!) : "unknown"));
      }),
    );
    const last = after.at(-1);
    const strange = words.filter((_, i) => !known[i]);
    const notes = [strange.length ? ` It has never seen ${strange.map((word) => `“${word}”`).join(", ")}.` : "", left_out ? ` It read only the first ${words.length} words.` : ""];
    setText(this.words, last === undefined ? "Write a sentence." : `${last >= 0.5 ? "Friendly" : "Unfriendly"}: ${percent(last >= 0.5 ? last : 1 - last)} sure.${notes.join("")}`);
    this.host.shell.root.dataset["friendly"] = last === undefined ? "" : last.toFixed(3);
  }
}
