// widgets/sure_and_wrong/race.ts
import { button, slider } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { Plot } from "../../dom/plot.js";
import { swatch } from "../../dom/swatch.js";
import { decimal, percent, short } from "../../lib/numbers.js";
import { PlayLoop } from "../../lib/play.js";
import { fromLogSlider, toLogSlider } from "../../lib/scales.js";
import { dashOf, inkOf } from "../../lib/series.js";
var LOSSES = ["squared error", "cross-entropy"];
var RATES = [0.05, 5];
var EVERY_MS = 15;
var PER_LOSS = 3;
var NeuronRace = class {
  constructor(shell, channel) {
    this.shell = shell;
    this.channel = channel;
    this.cards = LOSSES.map((name, i) => make("div", { class: "gn-neuron" }, make("p", { class: "gn-under" }, swatchOf(i, shell), `under ${name}`), this.says[i], this.notes[i]));
    shell.root.append(
      make("p", { class: "gn-question" }, "Is this message spam? The truth is no. How sure of “spam” both neurons are:"),
      make("div", { class: "gn-neurons" }, ...this.cards),
      make("div", { class: "gn-row" }, this.main, this.sureSlider.element, this.rateSlider.element),
      this.plot.element,
      this.words
    );
    channel.request("open", {}, (answer) => {
      [this.sure, this.rate] = [answer.head.sure, answer.head.rate];
      this.take(answer);
    });
  }
  shell;
  channel;
  head = null;
  rows = [];
  now = 0;
  began = null;
  sure = 0;
  rate = 0;
  plot = new Plot("The answer of both neurons against the number of updates", 260, () => this.draw());
  says = LOSSES.map(() => make("p", { class: "gn-says" }));
  notes = LOSSES.map(() => make("p", { class: "gn-note" }));
  cards;
  words = make("p", { role: "status" });
  main = button({ name: "run", label: "Run", text: "Run", class: "gn-button gn-main", onClick: () => this.run() });
  sureSlider = slider({
    label: "Sure of the wrong answer",
    help: "The probability of “yes” that both neurons give at first; the truth is “no”",
    name: "sure",
    min: 0.5,
    max: 0.999,
    step: 1e-3,
    format: percent,
    onInput: (sure) => this.ask({ sure })
  });
  rateSlider = slider({
    label: "Learning rate",
    help: "Step size for a given slope, the same for both",
    name: "rate",
    min: 0,
    max: 1,
    step: 0.01,
    toValue: (place) => fromLogSlider(place, ...RATES),
    toPosition: (value) => toLogSlider(value, ...RATES),
    format: short,
    onInput: (rate) => this.ask({ rate })
  });
  loop = new PlayLoop({ turn: (now) => this.follow(now), changed: () => this.label() });
  retheme() {
    this.cards.forEach((card, i) => card.querySelector("svg").replaceWith(swatchOf(i, this.shell)));
    this.draw();
  }
  close() {
    this.loop.pause();
    this.plot.close();
  }
  ask(change) {
    Object.assign(this, change);
    this.loop.pause();
    this.channel.request("correct", { sure: this.sure, rate: this.rate }, (answer) => this.take(answer));
  }
  take({ head, arrays }) {
    this.head = head;
    this.rows = arrays;
    this.now = 0;
    this.began = null;
    this.sureSlider.show(this.sure);
    this.rateSlider.show(this.rate);
    this.draw();
  }
  run() {
    if (!this.head) return;
    if (this.loop.playing) return this.loop.pause();
    if (this.now === this.head.updates) this.now = 0;
    this.began = null;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return this.go(this.head.updates);
    this.loop.play();
  }
  follow(now) {
    this.began ??= now - this.now * EVERY_MS;
    this.go(Math.min(this.head.updates, Math.floor((now - this.began) / EVERY_MS)));
    return this.now < this.head.updates;
  }
  go(step) {
    this.now = step;
    this.draw();
  }
  label() {
    const rest = !this.head || this.now === 0 ? "Run" : this.now < this.head.updates ? "Continue" : "Run again";
    setText(this.main.firstElementChild, this.loop.playing ? "Stop" : rest);
    this.main.title = this.main.textContent ?? "";
  }
  draw() {
    const { head, rows, now, shell } = this;
    if (!head) return;
    const steps = Array.from({ length: now + 1 }, (_, i) => i);
    const lines = LOSSES.map((_, i) => ({ xs: steps, ys: rows[PER_LOSS * i].subarray(0, now + 1), ink: inkOf(i, shell.theme), dash: dashOf(i) }));
    const ends = lines.map(({ ys, ink }, i) => ({ x: now, y: ys[now], ink, square: i === 1, radius: 5 }));
    this.plot.draw({ x: [0, head.updates], y: [0, 1], xLabel: "updates", yLabel: "probability of “spam”" }, lines, ends);
    LOSSES.forEach((_, i) => {
      const [answers, losses, pulls] = [0, 1, 2].map((part) => rows[PER_LOSS * i + part]);
      this.cards[i].style.setProperty("--gn-own", inkOf(i, shell.theme));
      setText(this.says[i], percent(answers[now]));
      setText(this.notes[i], `Loss ${decimal(losses[now], 2)}, slope ${decimal(pulls[now])}`);
    });
    setText(this.words, this.verdict(head));
    this.label();
    Object.assign(shell.root.dataset, { ready: "true", step: now, squared: rows[0][now], cross: rows[PER_LOSS][now], halfway: head.halfway.join(" ") });
  }
  verdict({ updates, halfway }) {
    if (this.now === 0) return "Same neuron, same message, same learning rate. Only the price of the mistake differs.";
    if (this.now < updates) return `${this.now} of ${updates} updates`;
    const told = LOSSES.map((name, i) => halfway[i] === null ? `Under ${name} it still says “spam” after ${updates} updates.` : `Under ${name} it changes its mind after ${halfway[i]} updates.`);
    return told.join(" ");
  }
};
function swatchOf(place, shell) {
  return swatch(inkOf(place, shell.theme), dashOf(place));
}
export {
  NeuronRace
};
