// The network's quality: loss and accuracy in numbers, the curves, and the list of changes.
import { make, setText } from "../../dom/element.ts";
import { ink } from "../../dom/ink.ts";
import { asPng } from "../../lib/download.ts";
import { decimal, percent, whole } from "../../lib/numbers.ts";
import type { Theme } from "../../lib/palette.ts";
import type { Sample } from "../../lib/history.ts";
import { LossChart } from "../../dom/loss_chart.ts";
import type { Frame } from "../../lib/protocol.ts";
import type { Panel, Scene } from "./scene.ts";
import { lossName } from "./words.ts";

const AXIS_NOTE = { step: "step", epoch: "epoch" };

export class LossPanel implements Panel {
  readonly element: HTMLElement;
  private readonly chart: LossChart;
  private readonly numbers = makeNumbers();
  private readonly note = make("p", { class: "gn-caption" });
  private readonly log = makeToggle("log-axis", "Log scale");
  private readonly epochs = makeToggle("epochs", "By epoch");
  private hovered: Sample | null = null;
  private theme: Theme = "light";
  private pointer: number | null = null;

  constructor(redraw: () => void) {
    this.chart = new LossChart(redraw);
    for (const toggle of [this.log, this.epochs]) toggle.addEventListener("click", () => press(toggle, redraw));
    const look = (x: number | null) => {
      this.pointer = x;
      redraw();
    };
    this.chart.surface.canvas.addEventListener("pointermove", (event) => look(event.offsetX));
    this.chart.surface.canvas.addEventListener("pointerleave", () => look(null));
    this.element = make(
      "section",
      { class: "gn-loss" },
      make("div", { class: "gn-row" }, make("h2", {}, "Loss"), make("span", { class: "gn-toggles" }, this.log, this.epochs)),
      this.numbers.element,
      make("div", { class: "gn-chart" }, this.chart.surface.canvas),
      this.note,
    );
  }

  draw(scene: Scene): void {
    this.theme = scene.look.theme;
    const { history } = scene.session;
    const across = pressed(this.epochs) ? "epoch" : "step";
    this.hovered = this.pointer === null ? null : this.chart.sampleAt(history, this.pointer, across);
    this.chart.draw(history, { log: pressed(this.log), across, theme: scene.look.theme, hovered: this.hovered });
    this.numbers.draw(scene);
    this.drawNote(across, scene.frame);
  }

  close(): void {
    this.chart.close();
  }

  /** The chart as a PNG file. */
  picture(): Promise<Blob> {
    return asPng(this.chart.snapshot(ink("page", this.theme)));
  }

  private drawNote(across: "step" | "epoch", frame: Frame): void {
    const { hovered } = this;
    const text = hovered
      ? `Step ${whole(hovered.step)}, epoch ${decimal(hovered.epoch, 1)}: training ${decimal(hovered.train)}, test ${decimal(hovered.test)}`
      : `${lossName(frame)}, by ${AXIS_NOTE[across]}`;
    setText(this.note, text);
  }
}

function makeNumbers(): { element: HTMLElement; draw(scene: Scene): void } {
  const cells = { train: makeCells(), test: makeCells() };
  const penalty = make("p", { class: "gn-caption", hidden: true });
  const accuracy = make("th", { scope: "col" }, "accuracy");
  const head = make("tr", {}, make("td"), make("th", { scope: "col" }, "loss"), accuracy);
  const row = (kind: "train" | "test", name: string) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, make("span", { class: `gn-stroke gn-stroke-${kind}` }), name),
      cells[kind].loss,
      cells[kind].accuracy,
    );
  const table = make("table", {}, make("thead", {}, head), make("tbody", {}, row("train", "training"), row("test", "test")));
  return {
    element: make("div", { class: "gn-measures" }, table, penalty),
    draw({ frame }) {
      for (const kind of ["train", "test"] as const) {
        setText(cells[kind].loss, decimal(frame[kind].loss));
        setText(cells[kind].accuracy, frame.task.kind === "values" ? "" : percent(frame[kind].accuracy));
      }
      accuracy.hidden = frame.task.kind === "values";
      penalty.hidden = frame.penalty === 0;
      setText(penalty, `Penalty, not included in the training loss: ${decimal(frame.penalty)}`);
    },
  };
}

function makeCells(): { loss: HTMLElement; accuracy: HTMLElement } {
  return { loss: make("td"), accuracy: make("td") };
}

function makeToggle(name: string, text: string): HTMLButtonElement {
  return make("button", { type: "button", name, class: "gn-toggle", "aria-pressed": "false" }, text);
}

function press(toggle: HTMLButtonElement, redraw: () => void): void {
  toggle.setAttribute("aria-pressed", String(!pressed(toggle)));
  redraw();
}

function pressed(toggle: HTMLButtonElement): boolean {
  return toggle.getAttribute("aria-pressed") === "true";
}
