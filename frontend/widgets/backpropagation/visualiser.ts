// What is shown of which step, and what was asked about it.
import { button, select, setEnabled, slider, type Control } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { referencesOf } from "../../dom/explanation.ts";
import { RunsView } from "../../dom/runs_view.ts";
import type { Shell } from "../../dom/shell.ts";
import { makeTabs } from "../../dom/tabs.ts";
import { TimelineBar } from "../../dom/timeline_bar.ts";
import type { Model } from "../../lib/anywidget.ts";
import { Channel } from "../../lib/channel.ts";
import { short } from "../../lib/numbers.ts";
import { fromLogSlider, toLogSlider } from "../../lib/scales.ts";
import { marksOf } from "../../lib/tracks.ts";
import type { ExamplesView, ExampleView, Explained, GraphNode, MomentView, Wire } from "../../wire/backpropagation.ts";
import type { Comparison, TrackView } from "../../wire/shared.ts";
import { BeatPlayer } from "./beat_player.ts";
import { beatsOf } from "./beats.ts";
import { GraphView } from "./graph_view.ts";
import { NetworkView } from "./network_view.ts";
import { focusWithin } from "../../dom/number.ts";
import { sameAs, Symbols } from "./symbols.ts";
import { updatesTable } from "./updates.ts";
import { whyPanel } from "./why_panel.ts";

const RATES = [0.01, 10] as const;

/** Requests that leave another step to look at. */
type Going = "open" | "change" | "undo" | "branch" | "choose" | "forget";

export class Visualiser {
  private readonly channel: Channel<Wire>;
  private examples: ExampleView[] = [];
  private settings = { example: "", step: 0, sample: 0 };
  /** A learning rate on its way to Python, or, in the past, for a branch that may begin there; null where there is none. */
  private wished: number | null = null;
  private changes = 0;
  private digits = 3;
  private moment: MomentView | null = null;
  private asked = "";
  private told: Explained | null = null;
  private nodes: GraphNode[] = [];
  private comparison: Comparison | null = null;
  private readonly words = make("p", { class: "gn-note" });
  private readonly knobs = make("div", { class: "gn-row gn-knobs" });
  private readonly network = new NetworkView();
  private readonly graph = new GraphView();
  private readonly player = new BeatPlayer(() => this.draw());
  private readonly updates = make("div", { class: "gn-scroll", tabindex: 0, role: "region", "aria-label": "Every update with its numbers" });
  private readonly why = make("div", { class: "gn-why", role: "status", "aria-label": "Why this number" });
  private readonly on = button({ name: "step-on", label: "Make this update and look at the next", text: "Make this update ▶", onClick: () => this.open({ step: this.settings.step + 1 }) });
  private readonly branch = button({ name: "branch", label: "Branch here", text: "Branch here", help: "The same past up to this step, another future", onClick: () => this.branchHere() });
  private readonly undo = button({ name: "undo", label: "Undo the last change", text: "Undo change", onClick: () => this.go("undo", {}) });
  private readonly timeline = new TimelineBar((step) => this.open({ step }), this.on, this.branch);
  private readonly runs: RunsView;
  private rate: Control<number> | null = null;
  private sample: HTMLElement | null = null;

  constructor(
    model: Model,
    private readonly shell: Shell,
  ) {
    this.channel = new Channel(model, shell.say);
    this.runs = new RunsView({
      choose: (track) => this.go("choose", { track }),
      forget: (track) => this.go("forget", { track }),
      compare: (track) => this.compare(track),
      explain: (reference, step) => this.ask(reference, step),
    });
    this.channel.wish("examples", {}, ({ head }) => this.build(head));
  }

  close(): void {
    this.player.stop();
    this.network.close();
    this.channel.close();
  }

  private get example(): ExampleView {
    return this.examples.find(({ name }) => name === this.settings.example)!;
  }

  private build({ examples, shown }: ExamplesView): void {
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
      onInput: (rate) => this.setRate(rate),
    });
    const digits = select({
      label: "Digits",
      help: "Digits after the point",
      name: "digits",
      options: ["2", "3", "5"].map((value) => ({ value, label: value })),
      onInput: (value) => {
        this.digits = Number(value);
        this.drawAll();
      },
    });
    digits.show("3");
    this.knobs.append(...(examples.length > 1 ? [kinds.element] : []), this.rate.element, this.undo, digits.element);
    const panel = make("div", {}, this.player.element, this.network.element, this.updates, this.why);
    const tabs = [
      { name: "network", label: "Step by step", panel },
      { name: "graph", label: "As a graph", panel: this.graph.element },
    ];
    const show = (name: string): void => {
      this.shell.root.dataset["tab"] = name;
      if (name === "graph") this.player.stop();
    };
    this.shell.root.append(this.knobs, this.words, this.timeline.element, this.runs.element, makeTabs("Ways to look at the step", tabs, show));
    kinds.show(shown.example);
    this.choose(shown.example, shown);
  }

  private choose(name: string, { step, sample } = { step: 0, sample: 0 }): void {
    const example = this.examples.find((one) => one.name === name)!;
    setText(this.words, example.words);
    this.asked = "";
    this.told = null;
    this.open({ example: name, step, sample });
  }

  private open(change: Partial<typeof this.settings>): void {
    const next = { ...this.settings, ...change };
    next.step = Math.min(this.moment?.example === next.example ? this.moment.most : next.step, Math.max(0, next.step));
    this.settings = next;
    this.go("open", next);
  }

  /** Ask for what leaves another step to look at: another place on the timeline, a change, a branch. */
  private go<Kind extends Going>(kind: Kind, fields: Wire[Kind]["asked"], answered = (): void => {}): void {
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

  private get track(): TrackView {
    const { tracks, now } = this.moment!;
    return tracks.find(({ name }) => name === now)!;
  }

  // The example's runs go on with another rate where they stand; in the past, and on a reader's own run, only a branch can.
  private setRate(rate: number): void {
    const { track } = this;
    this.wished = rate;
    if (this.settings.step !== track.step || !(this.examples.length > 1 || track.parent)) return this.draw();
    const number = ++this.changes;
    this.go("change", { learning_rate: rate }, () => {
      if (number === this.changes) this.wished = null; // an older answer must not push the slider back
    });
  }

  private branchHere(): void {
    const learning_rate = this.wished;
    this.wished = null;
    this.go("branch", { step: this.settings.step, learning_rate });
  }

  private compare(track: string): void {
    this.channel.wish("compare", { track }, ({ head }) => {
      if (head.now !== this.moment!.now) return;
      this.comparison = head;
      this.runs.compare(head);
      this.shell.root.dataset["apart"] = String(head.first_difference ?? "");
      this.askDistance(`distance.${head.now}/${head.track}/`, head.steps.at(-1));
    });
  }

  // A distance that is explained stays the one that is shown.
  private askDistance(beginning: string, step: number | undefined): void {
    if (!this.asked.startsWith("distance.")) return;
    if (step !== undefined && this.asked.startsWith(beginning)) return this.ask(this.asked, step);
    this.asked = "";
    this.told = null;
    this.draw();
  }

  private compareAgain({ tracks, now }: MomentView): void {
    const others = tracks.filter(({ name }) => name !== now).map(({ name }) => name);
    if (others.length > 0) return this.compare(others.includes(this.comparison?.track ?? "") ? this.comparison!.track : this.track.parent || others[0]!);
    this.comparison = null;
    this.runs.compare(null);
  }

  redraw(): void {
    this.draw();
  }

  // The same number of another step; a batch may be in another order there.
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
    const chooser = select({ label: "Sample", help: "Whose numbers the units show", name: "sample", options, onInput: (value) => this.open({ sample: Number(value) }) });
    const place = this.moment!.samples[this.moment!.place]!;
    chooser.show(String(place));
    this.sample = chooser.element;
    this.knobs.append(this.sample);
  }

  private askGraph(): void {
    this.channel.wish("graph", { sample: this.settings.sample }, ({ head }) => {
      this.nodes = head.nodes;
      this.drawGraph();
    });
  }

  private readonly ask = (reference: string, step?: number): void => {
    this.player.stop();
    this.asked = reference;
    this.channel.wish("explain", { reference, step }, ({ head }) => {
      this.told = head;
      this.draw();
    });
  };

  // The number that an earlier step left is looked at in that step.
  private readonly back = (step: number, reference: string): void => {
    this.asked = reference;
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

  private drawWhy(moment: MomentView): void {
    if (!this.told) return this.why.replaceChildren(make("p", { class: "gn-note" }, "Click any number to see what made it."));
    const layers = moment.layers.map(({ name }) => name);
    const asked = { told: this.told, symbols: this.symbols(), layers, track: moment.now, samples: moment.samples, step: moment.step, digits: this.digits, ask: (reference: string) => this.ask(reference, this.told!.step), back: this.back };
    const open = this.why.querySelector("details")?.open ?? false;
    keepFocus(this.why, () => this.why.replaceChildren(...whyPanel(asked)));
    const details = this.why.querySelector("details");
    if (details) details.open = open;
    this.mark(layers);
  }

  /** The number that was asked for, and those that it is made from, stand out in the picture. */
  private mark(layers: string[]): void {
    const { told } = this;
    if (!told || told.track !== this.moment!.now || told.step !== this.moment!.step) return;
    const from = new Set([...referencesOf(told.explanation.expression).keys()].map((reference) => sameAs(reference, layers)));
    const own = sameAs(told.explanation.reference.text, layers);
    for (const element of this.network.element.querySelectorAll<HTMLElement>("[data-ref]")) {
      const reference = element.dataset["ref"]!;
      element.setAttribute("aria-pressed", String(reference === own));
      element.classList.toggle("gn-made-from", reference !== own && from.has(reference));
    }
    const ways = new Set(told.paths.flatMap(({ factors }) => factors.filter(({ kind }) => kind === "weight" || kind === "input").map(({ layer, source, unit }) => `${layer}-${source}-${unit}`)));
    for (const edge of this.network.element.querySelectorAll<SVGElement>("[data-edge]")) edge.classList.toggle("gn-lit", ways.has(edge.dataset["edge"]!));
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

// What replaces the focused button keeps the focus, if it is there again.
function keepFocus(within: HTMLElement, replace: () => void): void {
  const reference = focusWithin(within)?.dataset["ref"];
  replace();
  if (reference) within.querySelector<HTMLElement>(`[data-ref="${reference}"]`)?.focus();
}
