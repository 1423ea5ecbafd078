// widgets/hidden_layer_by_hand/hidden_layer_view.ts
import { button } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { LineHandles, tintSides } from "../../dom/line_handles.js";
import { Plot } from "../../dom/plot.js";
import { swatch } from "../../dom/swatch.js";
import { cornersOf, cut } from "../../lib/half_plane.js";
import { short } from "../../lib/numbers.js";
import { dashOf, inkOf } from "../../lib/series.js";
var BOX = { x: [-0.5, 1.5], y: [-0.5, 1.5] };
var HEIGHT = 320;
var NAMES = ["A", "B"];
var SERIES = [2, 3];
var BESIDE = 0.09;
var HiddenLayerView = class {
  constructor(shell, channel) {
    this.shell = shell;
    this.channel = channel;
    const figure = (words, plot, key) => make("figure", {}, make("figcaption", { class: "gn-label" }, words), plot.element, key);
    shell.root.append(
      make("div", { class: "gn-row" }, this.learn, this.again, this.count),
      make("div", { class: "gn-columns" }, figure("The inputs: drag lines A and B", this.inputs, this.keys[0]), figure("What the output neuron sees: what A and B say", this.inside, this.keys[1])),
      this.words
    );
    this.open();
  }
  shell;
  channel;
  view = null;
  hidden = [
    { weight: [0, 0], bias: 0 },
    { weight: [0, 0], bias: 0 }
  ];
  output = { weight: [0, 0], bias: 0 };
  inputs = new Plot("The four points and the lines of both hidden neurons", HEIGHT, () => this.draw());
  inside = new Plot("The four points as the output neuron sees them, and its line", HEIGHT, () => this.draw());
  lines = NAMES.map((name, i) => new LineHandles(this.inputs, { name: `hidden-${i + 1}`, label: `line ${name}`, ink: `var(--gn-series-${SERIES[i] + 1})`, dash: dashOf(i), onChange: (line) => this.change(i, line) }));
  last = new LineHandles(this.inside, { name: "output", label: "the output's line", ink: "var(--gn-ink)", onChange: (line) => this.set(line) });
  learn = button({ name: "learn", label: "Let the output neuron learn", text: "Let the output neuron learn", class: "gn-button gn-main", onClick: () => this.ask("learn") });
  again = button({ name: "again", label: "Start again", text: "Start again", onClick: () => this.open() });
  count = make("p", { class: "gn-count", role: "status" });
  words = make("p", { role: "status" });
  keys = [make("div", { class: "gn-key" }), make("div", { class: "gn-key" })];
  retheme() {
    this.draw();
  }
  close() {
    this.inputs.close();
    this.inside.close();
  }
  open() {
    this.channel.request("open", {}, ({ head }) => this.take(head));
  }
  change(which, line) {
    this.hidden[which] = line;
    this.ask("judge");
    this.draw();
  }
  set(line) {
    this.output = line;
    this.ask("judge");
    this.draw();
  }
  ask(kind) {
    const request = { hidden: this.hidden.map(asNeuron), output: asNeuron(this.output) };
    this.channel.request(kind, request, ({ head }) => this.take(head));
  }
  take(view) {
    this.view = view;
    this.hidden = [view.hidden[0], view.hidden[1]];
    this.output = view.output;
    this.draw();
  }
  draw() {
    const { view, shell } = this;
    if (!view || this.inputs.width === 0 || this.inside.width === 0) return;
    this.drawInputs(view);
    this.drawInside(view);
    setText(this.count, `${view.right} of ${view.points.length} right`);
    setText(this.words, wordsOf(view));
    const inks = SERIES.map((place) => inkOf(place, shell.theme));
    this.keys[0].replaceChildren(...NAMES.map((name, i) => make("span", {}, swatch(inks[i], dashOf(i)), `line ${name}`)), make("span", {}, "■ 1"), make("span", {}, "● 0"));
    this.keys[1].replaceChildren(make("span", {}, "blue: the network says 1"), make("span", {}, "orange: 0"));
    const lines = [...view.hidden, view.output].map(({ weight, bias }) => [...weight, bias].map(short).join(" "));
    Object.assign(shell.root.dataset, { ready: "true", right: view.right, corrections: view.corrections, stuck: view.stuck, places: view.places.map((place) => place.join("")).join(" "), lines: lines.join(" | ") });
  }
  drawInputs(view) {
    const axes = { ...BOX, xLabel: "x₁", yLabel: "x₂", equal: true };
    this.inputs.setAxes(axes);
    this.lines.forEach((line, i) => line.set(this.hidden[i], BOX));
    this.inputs.draw(axes, this.lines.flatMap((line) => line.drawn), dotsAt(view, view.points));
    const parts = [1, -1].flatMap((a) => [1, -1].map((b) => ({ shape: cut(cut(cornersOf(BOX), this.hidden[0], a), this.hidden[1], b), yes: view.corners[(a > 0 ? 2 : 0) + (b > 0 ? 1 : 0)] === 1 })));
    tintSides(this.inputs, BOX, parts, this.shell.theme);
  }
  drawInside(view) {
    const axes = { ...BOX, xLabel: "what A says", yLabel: "what B says", equal: true };
    this.inside.setAxes(axes);
    this.last.set(this.output, BOX);
    this.inside.draw(axes, this.last.drawn, dotsAt(view, spread(view.places)));
    const all = cornersOf(BOX);
    tintSides(this.inside, BOX, [{ shape: cut(all, this.output), yes: true }, { shape: cut(all, this.output, -1), yes: false }], this.shell.theme);
  }
};
function asNeuron({ weight, bias }) {
  return { weight: [...weight], bias };
}
function dotsAt({ targets, answers }, places) {
  return places.flatMap(([x, y], i) => {
    const dot = { x, y, ink: targets[i] ? "var(--gn-class-1)" : "var(--gn-class-0)", square: targets[i] === 1, radius: 6 };
    return answers[i] === targets[i] ? [dot] : [{ x, y, ink: "var(--gn-lit)", radius: 12 }, dot];
  });
}
function spread(places) {
  return places.map(([x, y], i) => {
    const before = places.slice(0, i).filter(([a, b]) => a === x && b === y).length;
    return [x + before * BESIDE, y];
  });
}
function wordsOf(view) {
  const clash = view.places.some(([x, y], i) => view.places.some(([a, b], j) => a === x && b === y && view.targets[i] !== view.targets[j]));
  if (view.right === view.points.length) return "All four are right: no single line can do this, two lines and a neuron that combines them can.";
  if (clash) return "A 0 and a 1 land on the same spot: whatever the output neuron learns, it can't tell them apart. Move line A or B.";
  if (view.stuck) return "The output neuron gives up: no line separates what it sees. Move line A or B.";
  return "Every 0 is apart from every 1 now. Let the output neuron learn.";
}
export {
  HiddenLayerView
};
