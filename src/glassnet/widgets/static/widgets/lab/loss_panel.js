// widgets/lab/loss_panel.ts
import { make, setText } from "../../dom/element.js";
import { ink } from "../../dom/ink.js";
import { asPng } from "../../lib/download.js";
import { decimal, percent, whole } from "../../lib/numbers.js";
import { LossChart } from "../../dom/loss_chart.js";
import { lossName } from "./words.js";
var AXIS_NOTE = { step: "step", epoch: "epoch" };
var LossPanel = class {
  element;
  chart;
  numbers = makeNumbers();
  note = make("p", { class: "gn-caption" });
  log = makeToggle("log-axis", "Log scale");
  epochs = makeToggle("epochs", "By epoch");
  hovered = null;
  theme = "light";
  pointer = null;
  constructor(redraw) {
    this.chart = new LossChart(redraw);
    for (const toggle of [this.log, this.epochs]) toggle.addEventListener("click", () => press(toggle, redraw));
    const look = (x) => {
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
      this.note
    );
  }
  draw(scene) {
    this.theme = scene.look.theme;
    const { history } = scene.session;
    const across = pressed(this.epochs) ? "epoch" : "step";
    this.hovered = this.pointer === null ? null : this.chart.sampleAt(history, this.pointer, across);
    this.chart.draw(history, { log: pressed(this.log), across, theme: scene.look.theme, hovered: this.hovered });
    this.numbers.draw(scene);
    this.drawNote(across, scene.frame);
  }
  close() {
    this.chart.close();
  }
  /** The chart as a PNG file. */
  picture() {
    return asPng(this.chart.snapshot(ink("page", this.theme)));
  }
  drawNote(across, frame) {
    const { hovered } = this;
    const text = hovered ? `Step ${whole(hovered.step)}, epoch ${decimal(hovered.epoch, 1)}: training ${decimal(hovered.train)}, test ${decimal(hovered.test)}` : `${lossName(frame)}, by ${AXIS_NOTE[across]}`;
    setText(this.note, text);
  }
};
function makeNumbers() {
  const cells = { train: makeCells(), test: makeCells() };
  const penalty = make("p", { class: "gn-caption", hidden: true });
  const accuracy = make("th", { scope: "col" }, "accuracy");
  const head = make("tr", {}, make("td"), make("th", { scope: "col" }, "loss"), accuracy);
  const row = (kind, name) => make(
    "tr",
    {},
    make("th", { scope: "row" }, make("span", { class: `gn-stroke gn-stroke-${kind}` }), name),
    cells[kind].loss,
    cells[kind].accuracy
  );
  const table = make("table", {}, make("thead", {}, head), make("tbody", {}, row("train", "training"), row("test", "test")));
  return {
    element: make("div", { class: "gn-measures" }, table, penalty),
    draw({ frame }) {
      for (const kind of ["train", "test"]) {
        setText(cells[kind].loss, decimal(frame[kind].loss));
        setText(cells[kind].accuracy, frame.task.kind === "values" ? "" : percent(frame[kind].accuracy));
      }
      accuracy.hidden = frame.task.kind === "values";
      penalty.hidden = frame.penalty === 0;
      setText(penalty, `Penalty, not included in the training loss: ${decimal(frame.penalty)}`);
    }
  };
}
function makeCells() {
  return { loss: make("td"), accuracy: make("td") };
}
function makeToggle(name, text) {
  return make("button", { type: "button", name, class: "gn-toggle", "aria-pressed": "false" }, text);
}
function press(toggle, redraw) {
  toggle.setAttribute("aria-pressed", String(!pressed(toggle)));
  redraw();
}
function pressed(toggle) {
  return toggle.getAttribute("aria-pressed") === "true";
}
export {
  LossPanel
};
