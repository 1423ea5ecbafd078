// widgets/two_neurons/two_neurons.ts
import { button, slider } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { short } from "../../lib/numbers.js";
import { PlayLoop } from "../../lib/play.js";
import { model, nerveCell, written } from "./drawings.js";
import { PARTS } from "./parts.js";
var STAY_MS = 900;
var MOST = 5;
var TwoNeurons = class {
  constructor(shell, channel) {
    this.shell = shell;
    this.channel = channel;
    channel.request("open", {}, ({ head }) => this.build(head));
  }
  shell;
  channel;
  view = null;
  /** How far the signal has come: 0 before the first part, 4 after the last. */
  reached = 0;
  began = null;
  pinned = "";
  pointed = "";
  boxes = [];
  knobs = [];
  cell = make("div", { class: "gn-drawing" });
  model = make("div", { class: "gn-drawing" });
  words = make("p", { class: "gn-said", role: "status" });
  sum = make("p", { class: "gn-sum" });
  send = button({ name: "send", label: "Send the signals", text: "Send the signals", class: "gn-button gn-main", onClick: () => this.start() });
  pairs = PARTS.map(({ name, cell, model: model2 }) => button({ name, label: `${cell} ↔ ${model2}`, text: `${cell} ↔ ${model2}`, onClick: () => this.pin(name) }));
  loop = new PlayLoop({ turn: (now) => this.follow(now), changed: () => this.draw() });
  retheme() {
    this.draw();
  }
  close() {
    this.loop.pause();
  }
  build(view) {
    this.boxes = view.names.map((_, i) => make("input", { type: "checkbox", name: `input-${i + 1}`, onchange: () => this.decide() }));
    this.knobs = view.names.map((_, i) => this.knob(`weight-${i + 1}`, "weight", (value) => this.decide({ weight: this.view.weight.map((old, j) => i === j ? value : old) })));
    const bias = this.knob("bias", "bias", (value) => this.decide({ bias: value }));
    const rows = view.names.map((name, i) => make("div", { class: "gn-input" }, make("label", { class: "gn-check" }, this.boxes[i], name), this.knobs[i].element));
    this.knobs.push(bias);
    for (const drawing of [this.cell, this.model]) {
      drawing.addEventListener("pointerover", (event) => this.point(partOf(event)));
      drawing.addEventListener("pointerleave", () => this.point(""));
      drawing.addEventListener("click", (event) => this.pin(partOf(event)));
    }
    const head = make("div", { class: "gn-row" }, this.send, this.words);
    const drawings = make("div", { class: "gn-columns" }, make("figure", {}, make("figcaption", { class: "gn-label" }, "A nerve cell"), this.cell), make("figure", {}, make("figcaption", { class: "gn-label" }, "An artificial neuron"), this.model));
    const inputs = make("div", { class: "gn-inputs" }, ...rows, make("div", { class: "gn-input" }, make("span", {}, "how keen you are anyway"), bias.element));
    this.shell.root.append(head, drawings, this.sum, make("div", { class: "gn-row", role: "group", "aria-label": "Parts that correspond" }, ...this.pairs), inputs);
    this.show(view);
  }
  knob(name, label, onInput) {
    return slider({ name, label, help: "Negative: speaks against it", min: -MOST, max: MOST, step: 0.5, format: short, onInput });
  }
  decide(change = {}) {
    this.loop.pause();
    const { weight, bias } = { ...this.view, ...change };
    this.channel.request("decide", { inputs: this.boxes.map(({ checked }) => Number(checked)), weight, bias }, ({ head }) => {
      this.reached = PARTS.length;
      this.show(head);
    });
  }
  show(view) {
    this.view = view;
    view.inputs.forEach((input, i) => this.boxes[i].checked = input === 1);
    [...view.weight, view.bias].forEach((value, i) => this.knobs[i].show(value));
    this.draw();
  }
  start() {
    this.pinned = "";
    [this.reached, this.began] = [0, null];
    this.loop.pause();
    this.loop.play();
  }
  follow(now) {
    this.began ??= now;
    const reached = Math.min(PARTS.length, 1 + Math.floor((now - this.began) / STAY_MS));
    if (reached !== this.reached) {
      this.reached = reached;
      this.draw();
    }
    return now - this.began < PARTS.length * STAY_MS && this.shell.root.isConnected;
  }
  point(name) {
    if (name === this.pointed) return;
    this.pointed = name;
    this.light();
  }
  pin(name) {
    if (!name) return;
    this.loop.pause();
    this.pinned = this.pinned === name ? "" : name;
    this.draw();
  }
  /** The part that is lit: where the signal is, what is pinned, or what is pointed at. */
  get lit() {
    return this.loop.playing ? PARTS[this.reached - 1]?.name ?? "" : this.pinned || this.pointed;
  }
  light() {
    const { lit } = this;
    for (const group of this.shell.root.querySelectorAll("[data-part]")) group.classList.toggle("gn-on", group.dataset["part"] === lit);
    this.pairs.forEach((pair) => pair.setAttribute("aria-pressed", String(pair.name === lit)));
  }
  draw() {
    const { view, reached } = this;
    if (!view) return;
    this.cell.replaceChildren(nerveCell(reached >= PARTS.length ? view.answer === 1 : null));
    this.model.replaceChildren(model(view, reached));
    this.light();
    setText(this.words, this.say(view));
    setText(this.sum, reached >= 3 ? `inputs × weights + bias: ${written(view)}` : "inputs × weights + bias: not yet added up");
    Object.assign(this.shell.root.dataset, { ready: "true", reached, lit: this.lit, z: view.z, answer: view.answer });
  }
  say(view) {
    const part = PARTS.find(({ name }) => name === this.lit);
    if (part) return part.words;
    if (this.reached < PARTS.length) return "Shall I go outside?";
    return `${short(view.z)} is ${view.answer ? "not below" : "below"} 0: ${view.answer ? view.yes : view.no}.`;
  }
};
function partOf(event) {
  return event.target.closest("[data-part]")?.dataset["part"] ?? "";
}
export {
  TwoNeurons
};
