// widgets/application/application.ts
import { button } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { Plot } from "../../dom/plot.js";
import { prefersReducedMotion } from "../../dom/theme.js";
import { decimal, whole } from "../../lib/numbers.js";
import { PlayLoop } from "../../lib/play.js";
import { CustomersView } from "./customers_view.js";
import { DigitsView } from "./digits_view.js";
import { MazeView } from "./maze_view.js";
import { RatingsView } from "./ratings_view.js";
import { SentencesView } from "./sentences_view.js";
import { SoundsView } from "./sounds_view.js";
import { WavesView } from "./waves_view.js";
var VIEWS = {
  digits: DigitsView,
  sentences: SentencesView,
  waves: WavesView,
  ratings: RatingsView,
  maze: MazeView,
  sounds: SoundsView,
  customers: CustomersView
};
var SHOWN_MS = 2400;
var MAX_TURNS = 100;
var HEIGHT = 170;
var Application = class {
  constructor(shell, channel) {
    this.shell = shell;
    this.channel = channel;
    shell.root.append(this.title, this.about, make("div", { class: "gn-row" }, this.train, this.words), this.plot.element, this.outcome, this.place);
    channel.request("open", {}, (answer) => this.build(answer));
  }
  shell;
  channel;
  latest = null;
  view = null;
  title = make("h3", {});
  about = make("p", { class: "gn-note" });
  words = make("span", { class: "gn-progress" });
  outcome = make("p", { class: "gn-note gn-outcome", role: "status" });
  train = button({ name: "train", label: "Train", text: "Train", class: "gn-button gn-main", onClick: () => void this.press() });
  plot = new Plot("The score after each turn of training", HEIGHT, () => this.redraw());
  place = make("div", { class: "gn-use" });
  loop = new PlayLoop({ turn: () => this.trainOn(), changed: () => this.name(), failed: (error) => this.shell.showError(error.message) });
  retheme() {
    this.redraw();
    this.view?.retheme();
  }
  close() {
    this.loop.pause();
    this.plot.close();
    this.view?.close();
  }
  build(answer) {
    const { name, title, data, network, turns } = answer.head;
    setText(this.title, title);
    setText(this.about, `It learns from ${data}. The network: ${network}.`);
    this.loop.everyMs = SHOWN_MS / turns;
    this.view = new VIEWS[name]({ shell: this.shell, channel: this.channel, restart: () => this.restart() });
    this.place.append(this.view.element);
    this.show(answer);
  }
  async press() {
    if (this.loop.playing) return this.loop.pause();
    if (this.done && !await this.restart()) return;
    this.loop.play();
  }
  async restart() {
    this.loop.pause();
    try {
      this.show(await this.channel.ask("again", {}));
      return true;
    } catch (error) {
      this.shell.showError(error.message);
      return false;
    }
  }
  async trainOn() {
    this.show(await this.channel.ask("train", { turns: prefersReducedMotion() ? MAX_TURNS : 1 }));
    return !this.done;
  }
  get done() {
    return this.latest !== null && this.latest.head.done >= this.latest.head.turns;
  }
  show(answer) {
    this.latest = answer;
    this.shell.showError("");
    this.redraw();
    this.name();
    this.view?.refresh();
  }
  written(score) {
    return this.latest.head.unit === "%" ? `${score.toFixed(0)} %` : decimal(score, 2);
  }
  redraw() {
    if (!this.latest) return;
    const { head, arrays } = this.latest;
    const scores = arrays[0];
    const now = scores.at(-1);
    const [low, high] = head.ends;
    this.plot.relabel(`${head.score} after each of ${head.turns} ${head.turn}: now ${this.written(now)}`);
    this.plot.draw({ x: [0, head.turns], y: [Math.min(low, ...scores), Math.max(high, ...scores)], xLabel: head.turn, yLabel: head.unit || "" }, [{ xs: Array.from(scores, (_, i) => i), ys: scores, ink: "var(--gn-train)" }], [{ x: scores.length - 1, y: now, ink: "var(--gn-accent)" }]);
    setText(this.words, `${head.score}: ${this.written(now)}`);
    setText(this.outcome, this.done ? `${whole(head.turns)} ${head.turn}, ${head.seconds.toFixed(1)} s of computing; ${head.score}: ${this.written(scores[0])} before, ${this.written(now)} now. Now use it:` : head.done === 0 ? "Not trained yet: what it says below is a guess. Press Train and watch." : "");
    Object.assign(this.shell.root.dataset, { ready: "true", name: head.name, done: head.done, trained: String(this.done), score: now.toFixed(3), seconds: head.seconds.toFixed(2) });
  }
  name() {
    const text = this.loop.playing ? "Stop" : this.done ? "Train again" : this.latest?.head.done ? "Continue" : "Train";
    setText(this.train.firstElementChild, text);
    this.train.title = text;
    this.train.removeAttribute("aria-label");
    this.shell.root.dataset["running"] = String(!this.loop.settled);
  }
};
export {
  Application
};
