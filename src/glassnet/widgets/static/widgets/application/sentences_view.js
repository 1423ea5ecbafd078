// widgets/application/sentences_view.ts
import { button } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { signedColor } from "../../lib/colors.js";
import { percent } from "../../lib/numbers.js";
var EXAMPLES = ["the film was great", "the film was not great", "not bad", "what a boring day"];
var MAX_CHARACTERS = 200;
var STRENGTH = 0.45;
var SentencesView = class {
  constructor(host) {
    this.host = host;
    const examples = EXAMPLES.map(
      (text) => button({
        name: "example",
        label: text,
        text,
        onClick: () => {
          this.field.value = text;
          this.refresh();
        }
      })
    );
    this.element = make(
      "div",
      {},
      make("label", { class: "gn-control" }, make("span", { class: "gn-label" }, "Your sentence, in English"), this.field),
      make("div", { class: "gn-row gn-examples", role: "group", "aria-label": "Examples" }, ...examples),
      this.list,
      this.words
    );
  }
  host;
  element;
  latest = null;
  field = make("input", { type: "text", name: "sentence", maxlength: MAX_CHARACTERS, value: EXAMPLES[1], autocomplete: "off", oninput: () => this.refresh() });
  list = make("ol", { class: "gn-words", "aria-label": "Word by word" });
  words = make("p", { role: "status" });
  refresh() {
    this.host.channel.request("read_sentence", { text: this.field.value }, ({ head }) => this.show(head));
  }
  retheme() {
    if (this.latest) this.show(this.latest);
  }
  close() {
  }
  show(view) {
    this.latest = view;
    const { words, known, after, left_out } = view;
    this.list.replaceChildren(
      ...words.map((word, i) => {
        const [r, g, b] = signedColor(STRENGTH * (2 * after[i] - 1), this.host.shell.theme);
        return make("li", { style: `background: rgb(${r} ${g} ${b})`, "data-known": String(known[i]) }, make("span", {}, word), make("span", { class: "gn-after" }, known[i] ? percent(after[i]) : "unknown"));
      })
    );
    const last = after.at(-1);
    const strange = words.filter((_, i) => !known[i]);
    const notes = [strange.length ? ` It has never seen ${strange.map((word) => `“${word}”`).join(", ")}.` : "", left_out ? ` It read only the first ${words.length} words.` : ""];
    setText(this.words, last === void 0 ? "Write a sentence." : `${last >= 0.5 ? "Friendly" : "Unfriendly"}: ${percent(last >= 0.5 ? last : 1 - last)} sure.${notes.join("")}`);
    this.host.shell.root.dataset["friendly"] = last === void 0 ? "" : last.toFixed(3);
  }
};
export {
  SentencesView
};
