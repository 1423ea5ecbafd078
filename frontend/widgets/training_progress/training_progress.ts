// The button, the bar, the numbers in words, and two curves over the epochs.
import { button } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { Plot, type Line } from "../../dom/plot.ts";
import type { Shell } from "../../dom/shell.ts";
import { swatch } from "../../dom/swatch.ts";
import type { Answer, Channel } from "../../lib/channel.ts";
import { decimal, percent, whole } from "../../lib/numbers.ts";

interface Told {
  step: number;
  steps: number;
  epoch: number;
  epochs: number;
  seconds: number;
  steps_per_second: number | null;
  loss: number | null;
  done: boolean;
}

const BUDGET_MS = 40;
const COLUMNS = 4;
const DASHED = "6 4";
const TRAIN = "var(--gn-train)";
const TEST = "var(--gn-test)";

export class TrainingProgress {
  private told: Answer<Told> | null = null;
  private running = false;
  private closed = false;
  private readonly button = button({ name: "train", label: "Train", text: "Train", class: "gn-button gn-main", onClick: () => this.toggle() });
  private readonly bar = make("progress", { "aria-label": "Training", max: 1, value: 0 });
  private readonly words = make("p", { class: "gn-told" });
  private readonly accuracy = make("p", { class: "gn-note", role: "status" });
  private readonly plot = new Plot("Loss against epochs", 220, () => this.redraw());

  constructor(
    private readonly shell: Shell,
    private readonly channel: Channel,
  ) {
    const key = make("div", { class: "gn-key" }, make("span", {}, swatch(TRAIN, ""), "training"), make("span", {}, swatch(TEST, DASHED), "validation"));
    shell.root.append(make("div", { class: "gn-row" }, this.button, this.words), this.bar, this.plot.element, key, this.accuracy);
    channel.wish<Told>("open", {}, (answer) => this.show(answer));
  }

  redraw(): void {
    if (!this.told) return;
    const { head, arrays } = this.told;
    const [epochs, training, validation] = columns(arrays[0]!);
    const losses = [...training!, ...validation!].filter((value) => value > 0);
    const y = losses.length ? ([Math.min(...losses) / 1.3, Math.max(...losses) * 1.3] as const) : ([0.01, 1] as const);
    const lines: Line[] = [
      { xs: epochs!, ys: training!, ink: TRAIN },
      { xs: epochs!, ys: validation!, ink: TEST, dash: DASHED },
    ];
    this.plot.draw({ x: [0, head.epochs], y, xLabel: "epoch", yLabel: "loss", log: true }, lines);
  }

  close(): void {
    this.closed = true;
    this.running = false;
    this.plot.close();
  }

  private toggle(): void {
    if (this.running) this.running = false;
    else if (this.told && !this.told.head.done) void this.run();
  }

  /** Ask for a little training in step with the screen: a page that is not looked at trains nothing. */
  private async run(): Promise<void> {
    this.running = true;
    this.name();
    this.shell.say("");
    try {
      while (this.running && !this.told!.head.done) {
        await new Promise(requestAnimationFrame);
        this.show(await this.channel.ask<Told>("advance", { budget_ms: BUDGET_MS }));
      }
      if (!this.closed) this.show(await this.channel.ask<Told>("rest"));
    } catch (error) {
      this.shell.say((error as Error).message);
    }
    this.running = false;
    this.name();
  }

  private show(answer: Answer<Told>): void {
    const before = this.told?.arrays[0]!.length;
    this.told = answer;
    const { head, arrays } = answer;
    this.bar.max = head.steps;
    this.bar.value = head.step;
    const speed = head.steps_per_second === null ? "" : ` · ${whole(head.steps_per_second)} updates a second`;
    const loss = head.loss === null ? "" : ` · loss of the last batch ${decimal(head.loss)}`;
    setText(this.words, `Epoch ${head.epoch} of ${head.epochs} · ${whole(head.step)} updates in ${head.seconds.toFixed(1)} s${speed}${loss}`);
    if (before !== arrays[0]!.length) {
      const [, , validation, accuracy] = columns(arrays[0]!);
      const right = accuracy!.at(-1);
      setText(this.accuracy, right === undefined || Number.isNaN(right) ? "" : `After epoch ${head.epoch}: validation loss ${decimal(validation!.at(-1)!)}, right for ${percent(right)}`);
      this.redraw();
    }
    this.name();
    Object.assign(this.shell.root.dataset, { ready: "true", step: head.step, epoch: head.epoch, done: String(head.done) });
  }

  private name(): void {
    const done = this.told?.head.done ?? false;
    const text = done ? "Done" : this.running ? "Stop" : this.told?.head.step ? "Go on" : "Train";
    setText(this.button.firstElementChild!, text);
    this.button.setAttribute("aria-label", text);
    this.button.setAttribute("aria-disabled", String(done));
    this.shell.root.dataset["running"] = String(this.running);
  }
}

/** The columns of a table that came row by row. */
function columns(table: Float32Array): Float32Array[] {
  return Array.from({ length: COLUMNS }, (_, column) => table.filter((_value, i) => i % COLUMNS === column));
}
