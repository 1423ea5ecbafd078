// widgets/backpropagation/visualiser.ts
import { button, select, setEnabled, slider } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { referencesOf } from "../../dom/explanation.js";
import { RunsView } from "../../dom/runs_view.js";
import { makeTabs } from "../../dom/tabs.js";
import { TimelineBar } from "../../dom/timeline_bar.js";
import { Channel } from "../../lib/channel.js";
import { short } from "../../lib/numbers.js";
import { fromLogSlider, toLogSlider } from "../../lib/scales.js";
import { marksOf } from "../../lib/tracks.js";
import { BeatPlayer } from "./beat_player.js";
import { beatsOf } from "./beats.js";
import { GraphView } from "./graph_view.js";
import { NetworkView } from "./network_view.js";
import { focusWithin } from "../../dom/number.js";
import { sameAs, Symbols } from "./symbols.js";
import { updatesTable } from "./updates.js";
import { whyPanel } from "./why_panel.js";
var RATES = [0.01, 10];
var Visualiser = class {
  constructor(model, shell) {
    this.shell = shell;
    this.channel = new Channel(model, shell.say);
    this.runs = new RunsView({
      choose: (track) => this.go("choose", { track }),
      forget: (track) => this.go("forget", { track }),
      compare: (track) => this.compare(track),
      explain: (reference, step) => this.ask(reference, step)
    });
    this.channel.wish("examples", {}, ({ head }) => this.build(head));
  }
  shell;
  channel;
  examples = [];
  settings = { example: "", step: 0, sample: 0 };
  /** A learning rate on its way to Python, or, in the past, for a branch that may begin there; null where there is none. */
  wished = null;
  changes = 0;
  digits = 3;
  moment = null;
  asked = "";
  told = null;
  nodes = [];
  comparison = null;
  words = make("p", { class: "gn-note" });
  knobs = make("div", { class: "gn-row gn-knobs" });
  network = new NetworkView();
  graph = new GraphView();
  player = new BeatPlayer(() => this.draw());
  updates = make("div", { class: "gn-scroll", tabindex: 0, role: "region", "aria-label": "Every update with its numbers" });
  why = make("div", { class: "gn-why", role: "status", "aria-label": "Why this number" });
  on = button({ name: "step-on", label: "Make this update and look at the next", text: "Make this update ▶", onClick: () => this.open({ step: this.settings.step + 1 }) });
  branch = button({ name: "branch", label: "Branch here", text: "Branch here", help: "The same past up to this step, another future", onClick: () => this.branchHere() });
  undo = button({ name: "undo", label: "Undo the last change", text: "Undo change", onClick: () => this.go("undo", {}) });
  timeline = new TimelineBar((step) => this.open({ step }), this.on, this.branch);
  runs;
  rate = null;
  sample = null;
  close() {
    this.player.stop();
    this.network.close();
    this.channel.close();
  }
  get example() {
    return this.examples.find(({ name }) => name === this.settings.example);
  }
  build({ examples, shown }) {
    this.examples = examples;
    const options = examples.map(({ name, label }) => ({ value: name, label }));
    const kinds = select({ label: "Network", help: "Which network to look at", name: "example", options, onInput: (name) => this.choose(name) });
    this.rate = slider({
      label: "Learning rate η",
      help: "How far each update goes",
      name: "rate",
      min: 0,
      max: 1,
      step: 0.01,
      toValue: (place) => Number(fromLogSlider(place, ...RATES).toPrecision(2)),
      toPlace: (value) => toLogSlider(value, ...RATES),
      format: short,
      onInput: (rate) => this.setRate(rate)
    });
    const digits = select({
      label: "Digits",
      help: "Digits after the point",
      name: "digits",
      options: ["2", "3", "5"].map((value) => ({ value, label: value })),
      onInput: (value) => {
        this.digits = Number(value);
        this.drawAll();
      }
    });
    digits.show("3");
    this.knobs.append(...examples.length > 1 ? [kinds.element] : [], this.rate.element, this.undo, digits.element);
    const panel = make("div", {}, this.player.element, this.network.element, this.updates, this.why);
    const tabs = [
      { name: "network", label: "Step by step", panel },
      { name: "graph", label: "As a graph", panel: this.graph.element }
    ];
    const show = (name) => {
      this.shell.root.dataset["tab"] = name;
      if (name === "graph") this.player.stop();
    };
    this.shell.root.append(this.knobs, this.words, this.timeline.element, this.runs.element, makeTabs("Ways to look at the step", tabs, show));
    kinds.show(shown.example);
    this.choose(shown.example, shown);
  }
  choose(name, { step, sample } = { step: 0, sample: 0 }) {
    const example = this.examples.find((one) => one.name === name);
    setText(this.words, example.words);
    this.asked = "";
    this.told = null;
    this.open({ example: name, step, sample });
  }
  open(change) {
    const next = { ...this.settings, ...change };
    next.step = Math.min(this.moment?.example === next.example ? this.moment.most : next.step, Math.max(0, next.step));
    this.settings = next;
    this.go("open", next);
  }
  /** Ask for what leaves another step to look at: another place on the timeline, a change, a branch. */
  go(kind, fields, answered = () => {
  }) {
    this.channel.wish(kind, fields, ({ head }) => {
      answered();
      if (kind === "open" && head.example !== this.settings.example) return;
      const before = this.moment;
      this.moment = head;
      this.settings.step = head.step;
      if (before && (before.now !== head.now || before.example !== head.example)) this.wished = null;
      this.player.take(beatsOf(head));
      this.showSamples(head);
      this.draw();
      this.askGraph();
      if (this.asked && !this.asked.startsWith("distance.")) this.ask(this.moved(this.asked, head));
      this.compareAgain(head);
    });
  }
  get track() {
    const { tracks, now } = this.moment;
    return tracks.find(({ name }) => name === now);
  }
  // The example's runs go on with another rate where they stand; in the past, and on a reader's own run, only a branch can.
  setRate(rate) {
    const { track } = this;
    this.wished = rate;
    if (this.settings.step !== track.step || !(this.examples.length > 1 || track.parent)) return this.draw();
    const number = ++this.changes;
    this.go("change", { learning_rate: rate }, () => {
      if (number === this.changes) this.wished = null;
    });
  }
  branchHere() {
    const learning_rate = this.wished;
    this.wished = null;
    this.go("branch", { step: this.settings.step, learning_rate });
  }
  compare(track) {
    this.channel.wish("compare", { track }, ({ head }) => {
      if (head.now !== this.moment.now) return;
      this.comparison = head;
      this.runs.compare(head);
      this.shell.root.dataset["apart"] = String(head.first_difference ?? "");
      this.askDistance(`distance.${head.now}/${head.track}/`, head.steps.at(-1));
    });
  }
  // A distance that is explained stays the one that is shown.
  askDistance(beginning, step) {
    if (!this.asked.startsWith("distance.")) return;
    if (step !== void 0 && this.asked.startsWith(beginning)) return this.ask(this.asked, step);
    this.asked = "";
    this.told = null;
    this.draw();
  }
  compareAgain({ tracks, now }) {
    const others = tracks.filter(({ name }) => name !== now).map(({ name }) => name);
    if (others.length > 0) return this.compare(others.includes(this.comparison?.track ?? "") ? this.comparison.track : this.track.parent || others[0]);
    this.comparison = null;
    this.runs.compare(null);
  }
  redraw() {
    this.draw();
  }
  // The same number of another step; a batch may be in another order there.
  moved(reference, { place, layers }) {
    const [layer, part] = [reference.split(".")[0], reference.split(".")[1]];
    const perSample = layer === "data" || layer === "loss" || layers.some(({ name }) => name === layer) && !/weight|bias/.test(part);
    return perSample ? reference.replace(/\[\d+/, `[${place}`) : reference;
  }
  showSamples({ samples }) {
    this.sample?.remove();
    this.sample = null;
    if (samples.length < 2) return;
    const options = [...samples].sort((a, b) => a - b).map((sample) => ({ value: String(sample), label: `${sample + 1}` }));
    const chooser = select({ label: "Sample", help: "Whose numbers the units show", name: "sample", options, onInput: (value) => this.open({ sample: Number(value) }) });
    const place = this.moment.samples[this.moment.place];
    chooser.show(String(place));
    this.sample = chooser.element;
    this.knobs.append(this.sample);
  }
  askGraph() {
    this.channel.wish("graph", { sample: this.settings.sample }, ({ head }) => {
      this.nodes = head.nodes;
      this.drawGraph();
    });
  }
  ask = (reference, step) => {
    this.player.stop();
    this.asked = reference;
    this.channel.wish("explain", { reference, step }, ({ head }) => {
      this.told = head;
      this.draw();
    });
  };
  // The number that an earlier step left is looked at in that step.
  back = (step, reference) => {
    this.asked = reference;
    this.open({ step });
  };
  symbols() {
    return new Symbols(this.moment.layers.map(({ name }) => name), this.moment.samples);
  }
  drawAll() {
    this.draw();
    this.drawGraph();
  }
  draw() {
    const { moment, player, shell } = this;
    if (!moment) return;
    const picture = { moment, example: this.example, symbols: this.symbols(), digits: this.digits, player, ask: this.ask };
    this.network.draw(picture);
    this.updates.hidden = !player.reached("update");
    if (!this.updates.hidden) keepFocus(this.updates, () => this.updates.replaceChildren(updatesTable(picture)));
    const { track } = this;
    this.timeline.show({ first: track.first, last: track.step, at: moment.step, marks: marksOf(track) });
    this.runs.draw(moment.tracks, moment.now, shell.theme);
    this.rate?.show(this.wished ?? moment.learning_rate);
    setEnabled(this.on, moment.step < moment.most);
    setEnabled(this.undo, track.can_undo && moment.step === track.step);
    this.drawWhy(moment);
    const { example } = this.settings;
    Object.assign(shell.root.dataset, { ready: "true", example, step: moment.step, loss: moment.loss, beat: player.beat?.key, phase: player.beat?.phase, playing: player.playing, track: moment.now, tracks: moment.tracks.length, asked: this.told?.explanation.reference.text ?? "" });
  }
  drawWhy(moment) {
    if (!this.told) return this.why.replaceChildren(make("p", { class: "gn-note" }, "Click any number to see what made it."));
    const layers = moment.layers.map(({ name }) => name);
    const asked = { told: this.told, symbols: this.symbols(), layers, track: moment.now, samples: moment.samples, step: moment.step, digits: this.digits, ask: (reference) => this.ask(reference, this.told.step), back: this.back };
    const open = this.why.querySelector("details")?.open ?? false;
    keepFocus(this.why, () => this.why.replaceChildren(...whyPanel(asked)));
    const details = this.why.querySelector("details");
    if (details) details.open = open;
    this.mark(layers);
  }
  /** The number that was asked for, and those that it is made from, stand out in the picture. */
  mark(layers) {
    const { told } = this;
    if (!told || told.track !== this.moment.now || told.step !== this.moment.step) return;
    const from = new Set([...referencesOf(told.explanation.expression).keys()].map((reference) => sameAs(reference, layers)));
    const own = sameAs(told.explanation.reference.text, layers);
    for (const element of this.network.element.querySelectorAll("[data-ref]")) {
      const reference = element.dataset["ref"];
      element.setAttribute("aria-pressed", String(reference === own));
      element.classList.toggle("gn-made-from", reference !== own && from.has(reference));
    }
    const ways = new Set(told.paths.flatMap(({ factors }) => factors.filter(({ kind }) => kind === "weight" || kind === "input").map(({ layer, source, unit }) => `${layer}-${source}-${unit}`)));
    for (const edge of this.network.element.querySelectorAll("[data-edge]")) edge.classList.toggle("gn-lit", ways.has(edge.dataset["edge"]));
  }
  drawGraph() {
    if (!this.moment || this.nodes.length === 0) return;
    const ask = (reference) => {
      this.ask(reference);
      this.shell.root.querySelector("[role=tab][name=network]")?.click();
      this.why.scrollIntoView({ block: "nearest" });
    };
    this.graph.draw({ nodes: this.nodes, example: this.example, symbols: this.symbols(), digits: this.digits, layers: this.moment.layers.length, ask });
  }
};
function keepFocus(within, replace) {
  const reference = focusWithin(within)?.dataset["ref"];
  replace();
  if (reference) within.querySelector(`[data-ref="${reference}"]`)?.focus();
}
export {
  Visualiser
};
