// The state of the widget: which step is shown, and which number is explained.
import { button, select, setEnabled, slider, type Control } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { referencesOf } from "../../dom/explanation.ts";
import { NetworkDiagram } from "../../dom/network_diagram.ts";
import { keepFocus } from "../../dom/number.ts";
import { RunsView } from "../../dom/runs_view.ts";
import type { Shell } from "../../dom/shell.ts";
import { StagePlayer } from "../../dom/stage_player.ts";
import { makeTabs } from "../../dom/tabs.ts";
import { TimelineBar } from "../../dom/timeline_bar.ts";
import type { Channel } from "../../lib/channel.ts";
import { short } from "../../lib/numbers.ts";
import { fromLogSlider, toLogSlider } from "../../lib/scales.ts";
import { sameAs, Symbols } from "../../lib/symbols.ts";
import { marksOf } from "../../lib/tracks.ts";
import type { ExamplesView, ExampleView, Explained, GraphNode, MomentView, Wire } from "../../wire/backpropagation.ts";
import type { Comparison, TrackView } from "../../wire/shared.ts";
import { GraphView } from "./graph_view.ts";
import { diagramOf } from "./network_view.ts";
import { PHASES, stagesOf } from "./stages.ts";
import { updatesTable } from "./updates.ts";
import { whyPanel } from "./why_panel.ts";

const RATES = [0.01, 10] as const;

/** Requests that change the step shown. */
type Going = "open" | "change" | "undo" | "branch" | "choose" | "forget";

export class Visualiser {
  private examples: ExampleView[] = [];
  private settings = { example: "", step: 0, sample: 0 };
  /** A learning rate on its way to Python or, at a past step, for a branch that may start there; null if there is none. */
  private pendingRate: number | null = null;
  private changes = 0;
  private digits = 3;
  private moment: MomentView | null = null;
  private reference = "";
  private explained: Explained | null = null;
  private nodes: GraphNode[] = [];
  private comparison: Comparison | null = null;
  private readonly words = make("p", { class: "gn-note" });
  private readonly knobs = make("div", { class: "gn-row gn-knobs" });
  private readonly network = new NetworkDiagram();
  private readonly graph = new GraphView();
  private readonly player = new StagePlayer({ phases: PHASES, of: "step", opens: "end", leads: "end", onMove: () => this.draw() });
  private readonly updates = make("div", { class: "gn-scroll", tabindex: 0, role: "group", "aria-label": "Every update with its numbers" });
  private readonly why = make("div", { class: "gn-why", role: "status", "aria-label": "Explanation of this number" });
  private readonly details = make("div", {}, this.updates, this.why);
  private readonly on = button({ name: "step-on", label: "Apply this update and go to the next step", text: "Apply update ▶", onClick: () => this.open({ step: this.settings.step + 1 }) });
  private readonly branch = button({ name: "branch", label: "Branch here", text: "Branch here", help: "Start a branch from this step: same past, other settings", onClick: () => this.branchHere() });
  private readonly undo = button({ name: "undo", label: "Undo the last change", text: "Undo change", onClick: () => this.go("undo", {}) });
  private readonly timeline = new TimelineBar((step) => this.open({ step }), this.on, this.branch);
  private readonly runs: RunsView;
  private rate: Control<number> | null = null;
  private sample: HTMLElement | null = null;

  constructor(
    private readonly shell: Shell,
    private readonly channel: Channel<Wire>,
  ) {
    this.runs = new RunsView({
      choose: (track) => this.go("choose", { track }),
      forget: (track) => this.go("forget", { track }),
      compare: (track) => this.compare(track),
      explain: (reference, step) => this.ask(reference, step),
    });
    this.channel.request("examples", {}, ({ head }) => this.build(head));
  }

  close(): void {
    this.player.stop();
    this.network.close();
    this.graph.close();
  }

  private get example(): ExampleView {
    return this.examples.find(({ name }) => name === this.settings.example)!;
  }

  private build({ view, examples, shown }: ExamplesView): void {
    this.examples = examples;
    const options = examples.map(({ name, label }) => ({ value: name, label }));
    const kinds = select({ label: "Network", help: "Network to inspect", name: "example", options, onInput: (name) => this.choose(name) });
    this.rate = slider({
      label: "Learning rate η",
      help: "Step size of each update",
      name: "rate",
      min: 0,
      max: 1,
      step: 0.01,
      toValue: (place) => Number(fromLogSlider(place, ...RATES).toPrecision(2)),
      toPosition: (value) => toLogSlider(value, ...RATES),
      format: short,
      onInput: (rate) => this.setRate(rate),
    });
    const digits = select({
      label: "Decimal places",
      help: "Number of decimal places shown",
      name: "digits",
      options: ["2", "3", "5"].map((value) => ({ value, label: value })),
      onInput: (value) => {
        this.digits = Number(value);
        this.drawAll();
      },
    });
    digits.show("3");
    const chooser = make("div", { class: "gn-row" }, ...(examples.length > 1 ? [kinds.element] : []));
    this.knobs.append(this.rate.element, this.undo, digits.element);
    const panel = make("div", {}, this.player.strip, this.player.element, this.network.element);
    const tabs = [
      { name: "network", label: "Step by step", panel },
      { name: "graph", label: "Graph", panel: this.graph.element },
    ];
    const show = (name: string): void => {
      this.shell.root.dataset["tab"] = name;
      if (name === "graph") this.player.stop();
      this.details.hidden = name === "graph";
      this.drawGraph();
    };
    // What there is to see comes before what changes it, so that both are on a phone's screen.
    this.shell.root.append(chooser, this.words, makeTabs("Views of the step", tabs, show, view), this.timeline.element, this.knobs, this.runs.element, this.details);
    const { label } = examples.find(({ name }) => name === shown.example)!;
    this.shell.root.setAttribute("aria-label", `Backpropagation: ${label}${view === "graph" ? ", as a graph" : ""}`); // a page may have several
    kinds.show(shown.example);
    this.choose(shown.example, shown);
  }

  private choose(name: string, { step, sample } = { step: 0, sample: 0 }): void {
    const example = this.examples.find((one) => one.name === name)!;
    setText(this.words, example.words);
    this.reference = "";
    this.explained = null;
    this.open({ example: name, step, sample });
  }

  private open(change: Partial<typeof this.settings>): void {
    const next = { ...this.settings, ...change };
    next.step = Math.min(this.moment?.example === next.example ? this.moment.last_step : next.step, Math.max(0, next.step));
    this.settings = next;
    this.go("open", next);
  }

  /** Send a request that changes the step shown: another step on the timeline, a change, a branch. */
  private go<Kind extends Going>(kind: Kind, fields: Wire[Kind]["request"], answered = (): void => {}): void {
    this.channel.request(kind, fields, ({ head }) => {
      answered();
      if (kind === "open" && head.example !== this.settings.example) return;
      const before = this.moment;
      this.moment = head;
      this.settings.step = head.step;
      if (before && (before.now !== head.now || before.example !== head.example)) this.pendingRate = null;
      this.player.load(stagesOf(head));
      this.showSamples(head);
      this.draw();
      this.askGraph();
      if (this.reference && !this.reference.startsWith("distance.")) this.ask(this.moved(this.reference, head));
      this.compareAgain(head);
    });
  }

  private get track(): TrackView {
    const { tracks, now } = this.moment!;
    return tracks.find(({ name }) => name === now)!;
  }

  // An example's run continues with another rate from its latest step; at a past step, and in a reader's own run, it takes a branch.
  private setRate(rate: number): void {
    const { track } = this;
    this.pendingRate = rate;
    if (this.settings.step !== track.step || !(this.examples.length > 1 || track.parent)) return this.draw();
    const number = ++this.changes;
    this.go("change", { learning_rate: rate }, () => {
      if (number === this.changes) this.pendingRate = null; // an older answer must not move the slider back
    });
  }

  private branchHere(): void {
    const learning_rate = this.pendingRate;
    this.pendingRate = null;
    this.go("branch", { step: this.settings.step, learning_rate });
  }

  private compare(track: string): void {
    this.channel.request("compare", { track }, ({ head }) => {
      if (head.now !== this.moment!.now) return;
      this.comparison = head;
      this.runs.compare(head);
      this.shell.root.dataset["apart"] = String(head.first_difference ?? "");
      this.askDistance(`distance.${head.now}/${head.track}/`, head.steps.at(-1));
    });
  }

  // Keep explaining the same distance.
  private askDistance(beginning: string, step: number | undefined): void {
    if (!this.reference.startsWith("distance.")) return;
    if (step !== undefined && this.reference.startsWith(beginning)) return this.ask(this.reference, step);
    this.reference = "";
    this.explained = null;
    this.draw();
  }

  private compareAgain({ tracks, now }: MomentView): void {
    const others = tracks.filter(({ name }) => name !== now).map(({ name }) => name);
    if (others.length > 0) return this.compare(others.includes(this.comparison?.track ?? "") ? this.comparison!.track : this.track.parent || others[0]!);
    this.comparison = null;
    this.runs.compare(null);
  }

  retheme(): void {
    this.draw();
  }

  // The same number in another step, where the batch may be in a different order.
  private moved(reference: string, { place, layers }: MomentView): string {
    const [layer, part] = [reference.split(".")[0]!, reference.split(".")[1]!];
    const perSample = layer === "data" || layer === "loss" || (layers.some(({ name }) => name === layer) && !/weight|bias/.test(part));
    return perSample ? reference.replace(/\[\d+/, `[${place}`) : reference;
  }

  private showSamples({ samples }: MomentView): void {
    this.sample?.remove();
    this.sample = null;
    if (samples.length < 2) return;
    const options = [...samples].sort((a, b) => a - b).map((sample) => ({ value: String(sample), label: `${sample + 1}` }));
    const chooser = select({ label: "Sample", help: "Sample whose numbers are shown", name: "sample", options, onInput: (value) => this.open({ sample: Number(value) }) });
    const place = this.moment!.samples[this.moment!.place]!;
    chooser.show(String(place));
    this.sample = chooser.element;
    this.knobs.append(this.sample);
  }

  private askGraph(): void {
    this.channel.request("graph", { sample: this.settings.sample }, ({ head }) => {
      this.nodes = head.nodes;
      this.drawGraph();
    });
  }

  private readonly ask = (reference: string, step?: number): void => {
    this.player.stop();
    this.reference = reference;
    this.channel.request("explain", { reference, step }, ({ head }) => {
      this.explained = head;
      this.draw();
    });
  };

  // A number computed in an earlier step is explained in that step.
  private readonly back = (step: number, reference: string): void => {
    this.reference = reference;
    this.open({ step });
  };

  private symbols(): Symbols {
    return new Symbols(this.moment!.layers.map(({ name }) => name), this.moment!.samples);
  }

  private drawAll(): void {
    this.draw();
    this.drawGraph();
  }

  private draw(): void {
    const { moment, player, shell } = this;
    if (!moment) return;
    const picture = { moment, example: this.example, symbols: this.symbols(), digits: this.digits, player, ask: this.ask };
    this.network.draw(diagramOf(picture));
    this.updates.hidden = !player.reached("update");
    if (!this.updates.hidden) keepFocus(this.updates, () => this.updates.replaceChildren(updatesTable(picture)));
    const { track } = this;
    this.timeline.show({ first: track.first, last: track.step, at: moment.step, marks: marksOf(track) });
    this.runs.draw(moment.tracks, moment.now, shell.theme);
    this.rate?.show(this.pendingRate ?? moment.learning_rate);
    setEnabled(this.on, moment.step < moment.last_step);
    setEnabled(this.undo, track.can_undo && moment.step === track.step);
    this.drawWhy(moment);
    const { example } = this.settings;
    Object.assign(shell.root.dataset, { ready: "true", example, step: moment.step, loss: moment.loss, stage: player.stage?.key, phase: player.stage?.phase, playing: player.playing, track: moment.now, tracks: moment.tracks.length, explained: this.explained?.explanation.reference.text ?? "" });
  }

  private drawWhy(moment: MomentView): void {
    if (!this.explained) return this.why.replaceChildren(make("p", { class: "gn-note" }, "Click any number to see how it was computed."));
    const layers = moment.layers.map(({ name }) => name);
    const panel = { explained: this.explained, symbols: this.symbols(), layers, track: moment.now, samples: moment.samples, step: moment.step, digits: this.digits, ask: (reference: string) => this.ask(reference, this.explained!.step), back: this.back };
    const open = this.why.querySelector("details")?.open ?? false;
    keepFocus(this.why, () => this.why.replaceChildren(...whyPanel(panel)));
    const details = this.why.querySelector("details");
    if (details) details.open = open;
    this.mark(layers);
  }

  /** Highlight the explained number in the diagram, and those it was computed from. */
  private mark(layers: string[]): void {
    const { explained } = this;
    if (!explained || explained.track !== this.moment!.now || explained.step !== this.moment!.step) return;
    const from = new Set([...referencesOf(explained.explanation.expression).keys()].map((reference) => sameAs(reference, layers)));
    const own = sameAs(explained.explanation.reference.text, layers);
    const ways = new Set(explained.paths.flatMap(({ factors }) => factors.filter(({ kind }) => kind === "weight" || kind === "input").map(({ layer, source, unit }) => `${layer}-${source}-${unit}`)));
    this.network.mark(own, from, ways);
  }

  private drawGraph(): void {
    if (!this.moment || this.nodes.length === 0) return;
    const ask = (reference: string): void => {
      this.ask(reference);
      this.shell.root.querySelector<HTMLElement>("[role=tab][name=network]")?.click();
      this.why.scrollIntoView({ block: "nearest" });
    };
    this.graph.draw({ nodes: this.nodes, example: this.example, symbols: this.symbols(), digits: this.digits, layers: this.moment.layers.length, ask });
  }
}
