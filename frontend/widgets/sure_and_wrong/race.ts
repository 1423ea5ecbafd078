// Two neurons with the same wrong answer, corrected side by side: by the squared error and by cross-entropy.
import { button, slider } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { Plot } from "../../dom/plot.ts";
import type { Shell } from "../../dom/shell.ts";
import { swatch } from "../../dom/swatch.ts";
import type { Channel } from "../../lib/channel.ts";
import { decimal, percent, short } from "../../lib/numbers.ts";
import { PlayLoop } from "../../lib/play.ts";
import { fromLogSlider, toLogSlider } from "../../lib/scales.ts";
import { dashOf, inkOf } from "../../lib/series.ts";
import type { Corrected, Wire } from "../../wire/sure_and_wrong.ts";

const LOSSES = ["squared error", "cross-entropy"] as const;
const RATES = [0.05, 5] as const;
/** An update every 15 ms: two hundred take three seconds. */
const EVERY_MS = 15;
const PER_LOSS = 3;

export class NeuronRace {
  private head: Corrected | null = null;
  private rows: Float32Array[] = [];
  private now = 0;
  private began: number | null = null;
  private sure = 0;
  private rate = 0;
  private readonly plot = new Plot("The answer of both neurons against the number of updates", 260, () => this.draw());
  private readonly says = LOSSES.map(() => make("p", { class: "gn-says" }));
  private readonly notes = LOSSES.map(() => make("p", { class: "gn-note" }));
  private readonly cards: HTMLElement[];
  private readonly words = make("p", { role: "status" });
  private readonly main = button({ name: "run", label: "Run", text: "Run", class: "gn-button gn-main", onClick: () => this.run() });
  private readonly sureSlider = slider({
    label: "Sure of the wrong answer",
    help: "The probability of “yes” that both neurons give at first; the truth is “no”",
    name: "sure",
    min: 0.5,
    max: 0.999,
    step: 0.001,
    format: percent,
    onInput: (sure) => this.ask({ sure }),
  });
  private readonly rateSlider = slider({
    label: "Learning rate",
    help: "Step size for a given slope, the same for both",
    name: "rate",
    min: 0,
    max: 1,
    step: 0.01,
    toValue: (place) => fromLogSlider(place, ...RATES),
    toPosition: (value) => toLogSlider(value, ...RATES),
    format: short,
    onInput: (rate) => this.ask({ rate }),
  });
  private readonly loop = new PlayLoop({ turn: (now) => this.follow(now), changed: () => this.label() });

  constructor(
    private readonly shell: Shell,
    private readonly channel: Channel<Wire>,
  ) {
    this.cards = LOSSES.map((name, i) => make("div", { class: "gn-neuron" }, make("p", { class: "gn-under" }, swatchOf(i, shell), `under ${name}`), this.says[i]!, this.notes[i]!));
    shell.root.append(
      make("p", { class: "gn-question" }, "Is this message spam? The truth is no. How sure of “spam” both neurons are:"),
      make("div", { class: "gn-neurons" }, ...this.cards),
      make("div", { class: "gn-row" }, this.main, this.sureSlider.element, this.rateSlider.element),
      this.plot.element,
      this.words,
    );
    channel.request("open", {}, (answer) => {
      [this.sure, this.rate] = [answer.head.sure, answer.head.rate];
      this.take(answer);
    });
  }

  retheme(): void {
    this.cards.forEach((card, i) => card.querySelector("svg")!.replaceWith(swatchOf(i, this.shell)));
    this.draw();
  }

  close(): void {
    this.loop.pause();
    this.plot.close();
  }

  private ask(change: Partial<{ sure: number; rate: number }>): void {
    Object.assign(this, change);
    this.loop.pause();
    this.channel.request("correct", { sure: this.sure, rate: this.rate }, (answer) => this.take(answer));
  }

  private take({ head, arrays }: { head: Corrected; arrays: Float32Array[] }): void {
    this.head = head;
    this.rows = arrays;
    this.now = 0;
    this.began = null;
    this.sureSlider.show(this.sure);
    this.rateSlider.show(this.rate);
    this.draw();
  }

  private run(): void {
    if (!this.head) return;
    if (this.loop.playing) return this.loop.pause();
    if (this.now === this.head.updates) this.now = 0;
    this.began = null;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return this.go(this.head.updates);
    this.loop.play();
  }

  private follow(now: number): boolean {
    this.began ??= now - this.now * EVERY_MS;
    this.go(Math.min(this.head!.updates, Math.floor((now - this.began) / EVERY_MS)));
    return this.now < this.head!.updates;
  }

  private go(step: number): void {
    this.now = step;
    this.draw();
  }

  private label(): void {
    const rest = !this.head || this.now === 0 ? "Run" : this.now < this.head.updates ? "Continue" : "Run again";
    setText(this.main.firstElementChild!, this.loop.playing ? "Stop" : rest);
    this.main.title = this.main.textContent ?? "";
  }

  private draw(): void {
    const { head, rows, now, shell } = this;
    if (!head) return;
    const steps = Array.from({ length: now + 1 }, (_, i) => i);
    const lines = LOSSES.map((_, i) => ({ xs: steps, ys: rows[PER_LOSS * i]!.subarray(0, now + 1), ink: inkOf(i, shell.theme), dash: dashOf(i) }));
    const ends = lines.map(({ ys, ink }, i) => ({ x: now, y: ys[now]!, ink, square: i === 1, radius: 5 }));
    this.plot.draw({ x: [0, head.updates], y: [0, 1], xLabel: "updates", yLabel: "probability of “spam”" }, lines, ends);
    LOSSES.forEach((_, i) => {
      const [answers, losses, pulls] = [0, 1, 2].map((part) => rows[PER_LOSS * i + part]!);
      this.cards[i]!.style.setProperty("--gn-own", inkOf(i, shell.theme));
      setText(this.says[i]!, percent(answers![now]!));
      setText(this.notes[i]!, `Loss ${decimal(losses![now]!, 2)}, slope ${decimal(pulls![now]!)}`);
    });
    setText(this.words, this.verdict(head));
    this.label();
    Object.assign(shell.root.dataset, { ready: "true", step: now, squared: rows[0]![now], cross: rows[PER_LOSS]![now], halfway: head.halfway.join(" ") });
  }

  private verdict({ updates, halfway }: Corrected): string {
    if (this.now === 0) return "Same neuron, same message, same learning rate. Only the price of the mistake differs.";
    if (this.now < updates) return `${this.now} of ${updates} updates`;
    const told = LOSSES.map((name, i) => (halfway[i] === null ? `Under ${name} it still says “spam” after ${updates} updates.` : `Under ${name} it changes its mind after ${halfway[i]} updates.`));
    return told.join(" ");
  }
}

function swatchOf(place: number, shell: Shell): SVGSVGElement {
  return swatch(inkOf(place, shell.theme), dashOf(place));
}
