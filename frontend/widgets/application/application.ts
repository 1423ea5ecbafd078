// The frame of every application: what it is, a button that trains it, its curve, and below it the view in which it is used.
import { button } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { Plot } from "../../dom/plot.ts";
import type { Shell } from "../../dom/shell.ts";
import { prefersReducedMotion } from "../../dom/theme.ts";
import type { Answer, Channel } from "../../lib/channel.ts";
import { decimal, whole } from "../../lib/numbers.ts";
import { PlayLoop } from "../../lib/play.ts";
import type { Progress, Wire } from "../../wire/application.ts";
import { CustomersView } from "./customers_view.ts";
import { DigitsView } from "./digits_view.ts";
import { MazeView } from "./maze_view.ts";
import { RatingsView } from "./ratings_view.ts";
import { SentencesView } from "./sentences_view.ts";
import { SoundsView } from "./sounds_view.ts";
import type { Host, UseView } from "./use.ts";
import { WavesView } from "./waves_view.ts";

const VIEWS: Record<string, new (host: Host) => UseView> = {
  digits: DigitsView,
  sentences: SentencesView,
  waves: WavesView,
  ratings: RatingsView,
  maze: MazeView,
  sounds: SoundsView,
  customers: CustomersView,
};
/** How long the training is shown; the engine itself needs less than a second. */
const SHOWN_MS = 2_400;
const MAX_TURNS = 100;
const HEIGHT = 170;

export class Application {
  private latest: Answer<Progress> | null = null;
  private view: UseView | null = null;
  private readonly title = make("h3", {});
  private readonly about = make("p", { class: "gn-note" });
  private readonly words = make("span", { class: "gn-progress" });
  private readonly outcome = make("p", { class: "gn-note gn-outcome", role: "status" });
  private readonly train = button({ name: "train", label: "Train", text: "Train", class: "gn-button gn-main", onClick: () => void this.press() });
  private readonly plot = new Plot("The score after each turn of training", HEIGHT, () => this.redraw());
  private readonly place = make("div", { class: "gn-use" });
  private readonly loop: PlayLoop = new PlayLoop({ turn: () => this.trainOn(), changed: () => this.name(), failed: (error) => this.shell.showError(error.message) });

  constructor(
    private readonly shell: Shell,
    private readonly channel: Channel<Wire>,
  ) {
    shell.root.append(this.title, this.about, make("div", { class: "gn-row" }, this.train, this.words), this.plot.element, this.outcome, this.place);
    channel.request("open", {}, (answer) => this.build(answer));
  }

  retheme(): void {
    this.redraw();
    this.view?.retheme();
  }

  close(): void {
    this.loop.pause();
    this.plot.close();
    this.view?.close();
  }

  private build(answer: Answer<Progress>): void {
    const { name, title, data, network, turns } = answer.head;
    setText(this.title, title);
    setText(this.about, `It learns from ${data}. The network: ${network}.`);
    this.loop.everyMs = SHOWN_MS / turns;
    this.view = new VIEWS[name]!({ shell: this.shell, channel: this.channel, restart: () => this.restart() });
    this.place.append(this.view.element);
    this.show(answer);
  }

  private async press(): Promise<void> {
    if (this.loop.playing) return this.loop.pause();
    if (this.done && !(await this.restart())) return;
    this.loop.play();
  }

  private async restart(): Promise<boolean> {
    this.loop.pause();
    try {
      this.show(await this.channel.ask("again", {}));
      return true;
    } catch (error) {
      this.shell.showError((error as Error).message);
      return false;
    }
  }

  private async trainOn(): Promise<boolean> {
    this.show(await this.channel.ask("train", { turns: prefersReducedMotion() ? MAX_TURNS : 1 }));
    return !this.done;
  }

  private get done(): boolean {
    return this.latest !== null && this.latest.head.done >= this.latest.head.turns;
  }

  private show(answer: Answer<Progress>): void {
    this.latest = answer;
    this.shell.showError("");
    this.redraw();
    this.name();
    this.view?.refresh();
  }

  private written(score: number): string {
    return this.latest!.head.unit === "%" ? `${score.toFixed(0)}\u00a0%` : decimal(score, 2);
  }

  private redraw(): void {
    if (!this.latest) return;
    const { head, arrays } = this.latest;
    const scores = arrays[0]!;
    const now = scores.at(-1)!;
    const [low, high] = head.ends;
    this.plot.relabel(`${head.score} after each of ${head.turns} ${head.turn}: now ${this.written(now)}`);
    this.plot.draw({ x: [0, head.turns], y: [Math.min(low, ...scores), Math.max(high, ...scores)], xLabel: head.turn, yLabel: head.unit || "" }, [{ xs: Array.from(scores, (_, i) => i), ys: scores, ink: "var(--gn-train)" }], [{ x: scores.length - 1, y: now, ink: "var(--gn-accent)" }]);
    setText(this.words, `${head.score}: ${this.written(now)}`);
    setText(this.outcome, this.done ? `${whole(head.turns)} ${head.turn}, ${head.seconds.toFixed(1)} s of computing; ${head.score}: ${this.written(scores[0]!)} before, ${this.written(now)} now. Now use it:` : head.done === 0 ? "Not trained yet: what it says below is a guess. Press Train and watch." : "");
    Object.assign(this.shell.root.dataset, { ready: "true", name: head.name, done: head.done, trained: String(this.done), score: now.toFixed(3), seconds: head.seconds.toFixed(2) });
  }

  private name(): void {
    const text = this.loop.playing ? "Stop" : this.done ? "Train again" : this.latest?.head.done ? "Continue" : "Train";
    setText(this.train.firstElementChild!, text);
    this.train.title = text;
    this.train.removeAttribute("aria-label");
    this.shell.root.dataset["running"] = String(!this.loop.settled);
  }
}
