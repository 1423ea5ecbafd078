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
      ask: (query) => channel.request("explain", query, ({ head }) => this.why.show(head.explanation)),
      tracks: () => [],
      digits: 4,
      code: ({ reference, step }) => reference.startsWith("clock.") ? "" : `run.at(${step}).explain("${reference}")`
    });
    const summary = make("p", { class: "gn-summary" }, this.words, this.numbers.speed.element, this.numbers.loss.element);
    shell.root.append(make("div", { class: "gn-row" }, this.button, summary), this.bar, this.plot.element, key, this.accuracy, this.why.element);
    channel.request("open", {}, (answer) => this.show(answer));
  }
  shell;
  channel;
  latest = null;
  closed = false;
  /** Training has stopped, but Python hasn't been notified yet. */
  stopping = false;
  failed = false;
  button = button({ name: "train", label: "Train", text: "Train", class: "gn-button gn-main", onClick: () => this.toggle() });
  loop = new PlayLoop({ turn: () => this.trainOn(), changed: () => this.onChange(), failed: (error) => this.fail(error) });
  bar = make("progress", { "aria-label": "Training", max: 1, value: 0 });
  words = make("span", {});
  after = make("span", {});
  numbers = {
    speed: new ExplainedNumber("updates per second", whole, (number) => this.explain(number)),
    loss: new ExplainedNumber("loss of the last batch", decimal, (number) => this.explain(number)),
    validation_loss: new ExplainedNumber("validation loss", decimal, (number) => this.explain(number)),
    validation_accuracy: new ExplainedNumber("accuracy", percent, (number) => this.explain(number))
  };
  accuracy = make("p", { class: "gn-note gn-summary", role: "status", hidden: true }, this.after, this.numbers.validation_loss.element, this.numbers.validation_accuracy.element);
  why;
  plot = new Plot("Loss against epochs", 220, () => this.redraw());
  redraw() {
    if (!this.latest) return;
    const { head, arrays } = this.latest;
    const [epochs, training, validation] = columns(arrays[0]);
    const losses = [...training, ...validation].filter((value) => value > 0);
    const y = losses.length ? [Math.min(...losses) / 1.3, Math.max(...losses) * 1.3] : [0.01, 1];
    const lines = [
      { xs: epochs, ys: training, ink: TRAIN },
      { xs: epochs, ys: validation, ink: TEST, dash: DASHED }
    ];
    this.plot.draw({ x: [0, head.epochs], y, xLabel: "epoch", yLabel: "loss", log: true }, lines);
  }
  retheme() {
    this.redraw();
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
    else if (this.latest && !this.latest.head.done) {
      this.failed = false;
      this.loop.play();
    }
  }
  /** A little training per frame: a page that isn't visible trains nothing. */
  async trainOn() {
    this.shell.showError("");
    const answer = await this.channel.ask("advance", { budget_ms: BUDGET_MS });
    this.show(answer);
    return !answer.head.done;
  }
  /** Tell Python when training has stopped. */
  onChange() {
    const { closed, failed, loop } = this;
    if (loop.settled && !closed && !failed) {
      this.stopping = true;
      this.channel.request("rest", {}, (answer) => {
        this.stopping = false;
        this.show(answer);
      });
    }
    this.name();
  }
  fail(error) {
    this.failed = true;
    this.shell.showError(error.message);
  }
  show(answer) {
    const before = this.latest?.arrays[0].length;
    this.latest = answer;
    const { head, arrays } = answer;
    this.bar.max = head.steps;
    this.bar.value = head.step;
    setText(this.words, `Epoch ${head.epoch} of ${head.epochs} · ${whole(head.step)} updates in ${head.seconds.toFixed(1)} s`);
    for (const [name, number] of Object.entries(this.numbers)) number.show(head.numbers[name]);
    if (before !== arrays[0].length) {
      this.accuracy.hidden = !head.numbers["validation_loss"];
      setText(this.after, `After epoch ${head.epoch}`);
      this.redraw();
    }
    this.name();
    Object.assign(this.shell.root.dataset, { ready: "true", step: head.step, epoch: head.epoch, done: String(head.done) });
  }
  name() {
    const done = this.latest?.head.done ?? false;
    const text = done ? "Done" : this.loop.playing ? "Stop" : this.latest?.head.step ? "Continue" : "Train";
    setText(this.button.firstElementChild, text);
    this.button.setAttribute("aria-label", text);
    this.button.setAttribute("aria-disabled", String(done));
    this.shell.root.dataset["running"] = String(this.stopping || !this.loop.settled);
  }
};
var ExplainedNumber = class {
  constructor(words, format, ask) {
    this.words = words;
    this.format = format;
    this.button = make("button", { type: "button", class: "gn-num", onclick: () => this.number && ask(this.number) });
    const labelLast = format === whole;
    this.element = make("span", { class: "gn-reason", hidden: true }, "· ", labelLast ? null : `${words} `, this.button, labelLast ? ` ${words}` : null);
  }
  words;
  format;
  number = null;
  button;
  element;
  show(number) {
    this.number = number ?? null;
    this.element.hidden = !number;
    if (!number) return;
    const text = number.value === null ? "not finite" : this.format(number.value);
    setText(this.button, text);
    setAttribute(this.button, "data-ref", number.reference);
    setAttribute(this.button, "aria-label", `${this.words}: ${text}`);
    setAttribute(this.button, "title", `Explain ${text}`);
  }
};
function columns(table) {
  return Array.from({ length: COLUMNS }, (_, column) => table.filter((_value, i) => i % COLUMNS === column));
}
export {
  TrainingProgress
};
