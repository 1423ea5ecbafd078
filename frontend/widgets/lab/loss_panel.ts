// The network's quality: loss and accuracy in numbers, the curves, and the list of changes.
import { make, setText } from "../../dom/element.ts";
import { decimal, percent, whole } from "../../lib/numbers.ts";
import type { Sample } from "../../lib/history.ts";
import { LossChart } from "../../dom/loss_chart.ts";
import type { Panel, Scene } from "./scene.ts";

const AXIS_NOTE = { step: "step", epoch: "epoch" };

export class LossPanel implements Panel {
  readonly element: HTMLElement;
  private readonly chart: LossChart;
  private readonly numbers = makeNumbers();
  private readonly note = make("p", { class: "gn-caption" });
  private readonly log = makeToggle("log-axis", "Log scale");
  private readonly epochs = makeToggle("epochs", "By epoch");
  private readonly changes = make("ol");
  private readonly summary = make("summary");
  private readonly details = make("details", { class: "gn-changes", hidden: true }, this.summary, this.changes);
  private listed = "";
  private hovered: Sample | null = null;
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
      this.details,
    );
  }

  draw(scene: Scene): void {
    const { history } = scene.session;
    const across = pressed(this.epochs) ? "epoch" : "step";
    this.hovered = this.pointer === null ? null : this.chart.sampleAt(history, this.pointer, across);
    this.chart.draw(history, { log: pressed(this.log), across, theme: scene.look.theme, hovered: this.hovered });
    this.numbers.draw(scene);
    this.drawNote(across);
    this.drawChanges(scene);
  }

  close(): void {
    this.chart.close();
  }

  private drawNote(across: "step" | "epoch"): void {
    const { hovered } = this;
    const text = hovered
      ? `Step ${whole(hovered.step)}, epoch ${decimal(hovered.epoch, 1)}: training ${decimal(hovered.train)}, test ${decimal(hovered.test)} nats`
      : `Binary cross-entropy in nats, by ${AXIS_NOTE[across]}`;
    setText(this.note, text);
  }

  private drawChanges({ session }: Scene): void {
    const { marks } = session.history;
    const state = `${marks.length} ${marks.at(-1)?.label} ${marks.at(-1)?.step}`;
    if (state === this.listed) return;
    this.listed = state;
    this.details.hidden = marks.length === 0;
    setText(this.summary, marks.length === 1 ? "1 change" : `${marks.length} changes`);
    this.changes.replaceChildren(...marks.map((mark) => make("li", {}, `step ${whole(mark.step)}: ${mark.label}`)));
  }
}

function makeNumbers(): { element: HTMLElement; draw(scene: Scene): void } {
  const cells = { train: makeCells(), test: makeCells() };
  const penalty = make("p", { class: "gn-caption", hidden: true });
  const head = make("tr", {}, make("td"), ...["loss, nats", "accuracy"].map((name) => make("th", { scope: "col" }, name)));
  const row = (kind: "train" | "test", name: string) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, make("span", { class: `gn-line gn-line-${kind}` }), name),
      cells[kind].loss,
      cells[kind].accuracy,
    );
  const table = make("table", {}, make("thead", {}, head), make("tbody", {}, row("train", "training"), row("test", "test")));
  return {
    element: make("div", { class: "gn-measures" }, table, penalty),
    draw({ frame }) {
      for (const kind of ["train", "test"] as const) {
        setText(cells[kind].loss, decimal(frame[kind].loss));
        setText(cells[kind].accuracy, percent(frame[kind].accuracy));
      }
      penalty.hidden = frame.penalty === 0;
      setText(penalty, `L2 penalty, not included in the training loss: ${decimal(frame.penalty)}`);
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
