// widgets/training_progress/training_progress.ts
import { button } from "../../dom/controls.js";
import { make, setAttribute, setText } from "../../dom/element.js";
import { ExplanationPanel } from "../../dom/explanation.js";
import { Plot } from "../../dom/plot.js";
import { swatch } from "../../dom/swatch.js";
import { decimal, percent, whole } from "../../lib/numbers.js";
import { PlayLoop } from "../../lib/play.js";
var BUDGET_MS = 40;
var COLUMNS = 4;
var DASHED = "6 4";
var TRAIN = "var(--gn-train)";
var TEST = "var(--gn-test)";
var TrainingProgress = class {
  constructor(shell, channel) {
    this.shell = shell;
    this.channel = channel;
    const key = make("div", { class: "gn-key" }, make("span", {}, swatch(TRAIN, ""), "training"), make("span", {}, swatch(TEST, DASHED), "validation"));
    this.why = new ExplanationPanel({
      ask: (asked) => channel.wish("explain", asked, ({ head }) => this.why.show(head.explanation)),
      tracks: () => [],
      digits: 4,
      code: ({ reference, step }) => reference.startsWith("clock.") ? "" : `run.at(${step}).explain("${reference}")`
    });
    const told = make("p", { class: "gn-told" }, this.words, this.reasons.speed.element, this.reasons.loss.element);
    shell.root.append(make("div", { class: "gn-row" }, this.button, told), this.bar, this.plot.element, key, this.accuracy, this.why.element);
    channel.wish("open", {}, (answer) => this.show(answer));
  }
  shell;
  channel;
  told = null;
  closed = false;
  /** Training has stopped, and Python has not yet heard of it. */
  stopping = false;
  failed = false;
  button = button({ name: "train", label: "Train", text: "Train", class: "gn-button gn-main", onClick: () => this.toggle() });
  loop = new PlayLoop({ turn: () => this.trainOn(), changed: () => this.onChange(), failed: (error) => this.fail(error) });
  bar = make("progress", { "aria-label": "Training", max: 1, value: 0 });
  words = make("span", {});
  after = make("span", {});
  reasons = {
    speed: new Reason("updates a second", whole, (number) => this.explain(number)),
    loss: new Reason("loss of the last batch", decimal, (number) => this.explain(number)),
    validation_loss: new Reason("validation loss", decimal, (number) => this.explain(number)),
    validation_accuracy: new Reason("right for", percent, (number) => this.explain(number))
  };
  accuracy = make("p", { class: "gn-note gn-told", role: "status", hidden: true }, this.after, this.reasons.validation_loss.element, this.reasons.validation_accuracy.element);
  why;
  plot = new Plot("Loss against epochs", 220, () => this.redraw());
  redraw() {
    if (!this.told) return;
    const { head, arrays } = this.told;
    const [epochs, training, validation] = columns(arrays[0]);
    const losses = [...training, ...validation].filter((value) => value > 0);
    const y = losses.length ? [Math.min(...losses) / 1.3, Math.max(...losses) * 1.3] : [0.01, 1];
    const lines = [
      { xs: epochs, ys: training, ink: TRAIN },
      { xs: epochs, ys: validation, ink: TEST, dash: DASHED }
    ];
    this.plot.draw({ x: [0, head.epochs], y, xLabel: "epoch", yLabel: "loss", log: true }, lines);
  }
  close() {
    this.closed = true;
    this.loop.pause();
    this.plot.close();
  }
  explain({ reference, step }) {
    this.loop.pause();
    this.why.begin({ reference, step, track: "run" });
  }
  toggle() {
    if (this.loop.playing) this.loop.pause();
    else if (this.told && !this.told.head.done) {
      this.failed = false;
      this.loop.play();
    }
  }
  /** A little training in step with the screen: a page that is not looked at trains nothing. */
  async trainOn() {
    this.shell.say("");
    const answer = await this.channel.ask("advance", { budget_ms: BUDGET_MS });
    this.show(answer);
    return !answer.head.done;
  }
  /** When training has come to rest, Python hears of it. */
  onChange() {
    const { closed, failed, loop } = this;
    if (loop.settled && !closed && !failed) {
      this.stopping = true;
      this.channel.wish("rest", {}, (answer) => {
        this.stopping = false;
        this.show(answer);
      });
    }
    this.name();
  }
  fail(error) {
    this.failed = true;
    this.shell.say(error.message);
  }
  show(answer) {
    const before = this.told?.arrays[0].length;
    this.told = answer;
    const { head, arrays } = answer;
    this.bar.max = head.steps;
    this.bar.value = head.step;
    setText(this.words, `Epoch ${head.epoch} of ${head.epochs} · ${whole(head.step)} updates in ${head.seconds.toFixed(1)} s`);
    for (const [name, reason] of Object.entries(this.reasons)) reason.show(head.numbers[name]);
    if (before !== arrays[0].length) {
      this.accuracy.hidden = !head.numbers["validation_loss"];
      setText(this.after, `After epoch ${head.epoch}`);
      this.redraw();
    }
    this.name();
    Object.assign(this.shell.root.dataset, { ready: "true", step: head.step, epoch: head.epoch, done: String(head.done) });
  }
  name() {
    const done = this.told?.head.done ?? false;
    const text = done ? "Done" : this.loop.playing ? "Stop" : this.told?.head.step ? "Go on" : "Train";
    setText(this.button.firstElementChild, text);
    this.button.setAttribute("aria-label", text);
    this.button.setAttribute("aria-disabled", String(done));
    this.shell.root.dataset["running"] = String(this.stopping || !this.loop.settled);
  }
};
var Reason = class {
  constructor(words, format, ask) {
    this.words = words;
    this.format = format;
    this.button = make("button", { type: "button", class: "gn-num", onclick: () => this.told && ask(this.told) });
    const behind = format === whole;
    this.element = make("span", { class: "gn-reason", hidden: true }, "· ", behind ? null : `${words} `, this.button, behind ? ` ${words}` : null);
  }
  words;
  format;
  told = null;
  button;
  element;
  show(told) {
    this.told = told ?? null;
    this.element.hidden = !told;
    if (!told) return;
    const text = told.value === null ? "not finite" : this.format(told.value);
    setText(this.button, text);
    setAttribute(this.button, "data-ref", told.reference);
    setAttribute(this.button, "aria-label", `${this.words}: ${text}`);
    setAttribute(this.button, "title", `Why ${text}?`);
  }
};
function columns(table) {
  return Array.from({ length: COLUMNS }, (_, column) => table.filter((_value, i) => i % COLUMNS === column));
}
export {
  TrainingProgress
};
