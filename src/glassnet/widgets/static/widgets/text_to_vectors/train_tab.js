// widgets/text_to_vectors/train_tab.ts
import { button, select } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { decimal, percent, whole } from "../../lib/numbers.js";
import { PlayLoop } from "../../lib/play.js";
import { WordDetails } from "./word_details.js";
import { splitting, TextBox } from "./text_box.js";
import { WordMap } from "./word_map.js";
var MAX_STEPS_PER_SLICE = 500;
var ROLES = ["word", "minus", "plus", "other"];
var LABELS = ["Word", "Minus", "Plus", "Compare with"];
var OWN = "Type or paste a few pages of text, or open a file. The more often a word occurs, the better its vector.";
var TrainTab = class {
  constructor(shell, channel) {
    this.shell = shell;
    this.channel = channel;
    this.map = new WordMap(shell.theme, (word) => this.choose(0, word));
    const source = select({
      label: "Learn from",
      help: "Text to learn word vectors from",
      name: "source",
      options: [
        { value: "world", label: "5 000 short sentences made from templates" },
        { value: "own", label: "your own text" }
      ],
      onInput: (name) => this.chooseSource(name === "own")
    });
    this.box = new TextBox(shell, channel, { label: OWN, name: "own", rows: 6, value: "", onText: () => void 0 });
    const use = button({ name: "use", label: "Use this text", text: "Use this text", onClick: () => this.begin() });
    this.box.add(use);
    this.box.element.hidden = true;
    const again = button({ name: "again", label: "Start over", help: "Train again from new random vectors", text: "Start over", onClick: () => this.again() });
    const { beside, below } = this.details.parts(this.knobs);
    this.panel.append(
      make("div", { class: "gn-row" }, source.element, this.train, again),
      this.box.element,
      make("div", { class: "gn-progress" }, this.bar, this.state),
      make("div", { class: "gn-columns" }, make("div", {}, this.map.element, this.map.legend, this.variance), make("div", { class: "gn-stack" }, ...beside)),
      ...below
    );
    this.begin();
  }
  shell;
  channel;
  panel = make("div", { class: "gn-stack" });
  begun = null;
  frame = null;
  chosen = ["", "", "", ""];
  seed = 0;
  own = false;
  /** Whether Train was pressed before there was anything to train. */
  eager = false;
  /** Counts starts: a slice requested before the latest start is dropped. */
  starts = 0;
  map;
  details = new WordDetails((word) => this.choose(0, word));
  knobs = ROLES.map(() => make("div", { class: "gn-slot" }));
  selects = [];
  bar = make("progress", { "aria-label": "Training", max: 1, value: 0 });
  state = make("p", { class: "gn-note" });
  variance = make("p", { class: "gn-note" });
  box;
  train = button({ name: "train", label: "Train", text: "Train", class: "gn-button gn-main", onClick: () => this.toggle() });
  /** Two slices are requested at a time, so that Python keeps training while the page draws. */
  loop = new PlayLoop({ turn: () => this.trainOn(), changed: () => this.label(), failed: (error) => this.shell.showError(error.message) }, { depth: 2 });
  retheme(theme) {
    this.map.retheme(theme);
    if (this.frame) this.details.draw(this.frame.head, this.frame.arrays[1], this.chosen, theme);
  }
  close() {
    this.loop.pause();
    this.box.close();
    this.map.close();
  }
  chooseSource(own) {
    this.own = own;
    this.box.element.hidden = !own;
    if (!own) this.begin();
  }
  again() {
    this.seed++;
    this.begin();
  }
  begin() {
    this.stop();
    this.starts++;
    const fields = { seed: this.seed, text: this.own ? this.box.text : null };
    this.channel.request("begin", fields, (answer) => {
      this.begun = answer.head;
      this.box.limit(answer.head.max_size);
      this.chosen = answer.head.chosen;
      this.build(answer.head.words);
      this.take(answer);
      this.shell.root.dataset["ready"] = "true";
      if (this.eager) this.toggle();
      this.eager = false;
    });
  }
  build(words) {
    const options = [...words].sort((a, b) => a.localeCompare(b)).map((word) => ({ value: word, label: word }));
    this.selects = ROLES.map((name, role) => {
      const control = select({ label: LABELS[role], help: "Choose a word", name, options, onInput: (word) => this.choose(role, word) });
      control.show(this.chosen[role]);
      this.knobs[role].replaceChildren(control.element);
      return control;
    });
  }
  choose(role, word) {
    this.chosen = this.chosen.map((old, i) => i === role ? word : old);
    this.selects[role].show(word);
    if (!this.loop.playing) this.channel.request("look", { chosen: this.chosen }, (answer) => this.take(answer));
  }
  toggle() {
    if (this.loop.playing) return this.stop();
    if (!this.begun) {
      this.eager = true;
      return;
    }
    if (this.frame?.head.done) return this.again();
    this.loop.play();
  }
  async trainOn() {
    const { starts } = this;
    const answer = await this.channel.ask("train", { steps: MAX_STEPS_PER_SLICE, chosen: this.chosen });
    if (starts !== this.starts) return;
    this.take(answer);
    return !answer.head.done;
  }
  stop() {
    this.loop.pause();
  }
  label() {
    const rest = this.frame?.head.done ? "Train again" : this.frame?.head.step ? "Continue" : "Train";
    setText(this.train.firstElementChild, this.loop.playing && !this.frame?.head.done ? "Stop" : rest);
  }
  take(answer) {
    this.frame = answer;
    const { head, arrays } = answer;
    const { words, kinds, steps, sentences, pairs, by_character } = this.begun;
    this.bar.value = head.step / steps;
    const loss = head.latest ? `; loss ${decimal(head.latest.loss)}` : "";
    setText(this.state, `Step ${whole(head.step)} of ${whole(steps)}${loss}. ${whole(words.length)} words, ${whole(sentences)} sentences, ${whole(pairs)} pairs of neighbouring words.${splitting(by_character)}`);
    setText(this.variance, `A projection from 24 dimensions to 2, which keeps ${percent(head.explained_variance)} of the variance. Click a word to select it.`);
    this.details.draw(head, arrays[1], this.chosen, this.shell.theme);
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches && this.loop.playing && !head.done;
    if (!still) this.map.draw({ words, kinds, places: arrays[0], chosen: this.chosen });
    this.label();
    Object.assign(this.shell.root.dataset, {
      step: head.step,
      done: String(head.done),
      words: words.length,
      near: head.near[0]?.word ?? "",
      found: head.found[0]?.word ?? "",
      cosine: head.cosine.toFixed(3)
    });
  }
};
export {
  TrainTab
};
