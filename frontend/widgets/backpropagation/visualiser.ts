// What is shown of which step, and what was asked about it.
import { button, select, setEnabled, slider, type Control } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import type { Shell } from "../../dom/shell.ts";
import { makeTabs } from "../../dom/tabs.ts";
import type { Model } from "../../lib/anywidget.ts";
import { Channel } from "../../lib/channel.ts";
import { short, whole } from "../../lib/numbers.ts";
import { fromLogSlider, toLogSlider } from "../../lib/scales.ts";
import { beatsOf } from "./beats.ts";
import { GraphView } from "./graph_view.ts";
import { NetworkView } from "./network_view.ts";
import { focusWithin } from "../../dom/number.ts";
import { Player } from "./player.ts";
import { sameAs, Symbols } from "./symbols.ts";
import type { Example, Explained, GraphNode, Moment, Term } from "./told.ts";
import { updatesTable } from "./updates.ts";
import { whyPanel } from "./why_panel.ts";

const RATES = [0.01, 10] as const;

export class Visualiser {
  private readonly channel: Channel;
  private examples: Example[] = [];
  private most = 0;
  private settings = { example: "", rate: 0.5, step: 0, sample: 0 };
  private digits = 3;
  private moment: Moment | null = null;
  private asked = "";
  private told: Explained | null = null;
  private nodes: GraphNode[] = [];
  private readonly words = make("p", { class: "gn-note" });
  private readonly knobs = make("div", { class: "gn-row gn-knobs" });
  private readonly network = new NetworkView();
  private readonly graph = new GraphView();
  private readonly player = new Player(() => this.draw());
  private readonly updates = make("div", { class: "gn-scroll", tabindex: 0, role: "region", "aria-label": "Every update with its numbers" });
  private readonly why = make("div", { class: "gn-why", role: "status", "aria-label": "Why this number" });
  private readonly stepWords = make("span", { class: "gn-steps" });
  private readonly back = button({ name: "step-back", label: "The update before", text: "◀", onClick: () => this.open({ step: this.settings.step - 1 }) });
  private readonly on = button({ name: "step-on", label: "Make this update and look at the next", text: "Make this update ▶", onClick: () => this.open({ step: this.settings.step + 1 }) });
  private rate: Control<number> | null = null;
  private sample: HTMLElement | null = null;

  constructor(
    model: Model,
    private readonly shell: Shell,
  ) {
    this.channel = new Channel(model, shell.say);
    this.channel.wish<{ examples: Example[]; most_steps: number }>("examples", {}, ({ head }) => this.build(head));
  }

  close(): void {
    this.player.stop();
    this.network.close();
    this.channel.close();
  }

  private get example(): Example {
    return this.examples.find(({ name }) => name === this.settings.example)!;
  }

  private build({ examples, most_steps }: { examples: Example[]; most_steps: number }): void {
    [this.examples, this.most] = [examples, most_steps];
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
      onInput: (rate) => this.open({ rate }),
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
    this.knobs.append(...(examples.length > 1 ? [kinds.element, this.rate.element] : []), digits.element);
    const panel = make("div", {}, this.player.element, this.network.element, this.updates, this.why);
    const tabs = [
      { name: "network", label: "Step by step", panel },
      { name: "graph", label: "As a graph", panel: this.graph.element },
    ];
    const show = (name: string): void => {
      this.shell.root.dataset["tab"] = name;
      if (name === "graph") this.player.stop();
    };
    this.shell.root.append(this.knobs, this.words, make("div", { class: "gn-row gn-time" }, this.back, this.stepWords, this.on), makeTabs("Ways to look at the step", tabs, show));
    this.choose(examples[0]!.name);
  }

  private choose(name: string): void {
    const example = this.examples.find((one) => one.name === name)!;
    setText(this.words, example.words);
    this.rate?.show(example.rate);
    this.asked = "";
    this.told = null;
    this.open({ example: name, rate: example.rate, step: 0, sample: 0 });
  }

  private open(change: Partial<typeof this.settings>): void {
    const next = { ...this.settings, ...change };
    next.step = Math.min(this.most, Math.max(0, next.step));
    this.settings = next;
    this.channel.wish<Moment>("open", next, ({ head }) => {
      if (next.example !== this.settings.example) return;
      this.moment = head;
      this.player.take(beatsOf(head));
      this.showSamples(head);
      this.draw();
      this.askGraph();
      if (this.asked) this.ask(this.moved(this.asked, head));
    });
  }

  // The same number of another step; a batch may be in another order there.
  private moved(reference: string, { place, layers }: Moment): string {
    const [layer, part] = [reference.split(".")[0]!, reference.split(".")[1]!];
    const perSample = layer === "data" || layer === "loss" || (layers.some(({ name }) => name === layer) && !/weight|bias/.test(part));
    return perSample ? reference.replace(/\[\d+/, `[${place}`) : reference;
  }

  private showSamples({ samples }: Moment): void {
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
    this.channel.wish<{ nodes: GraphNode[]; step: number }>("graph", { sample: this.settings.sample }, ({ head }) => {
      this.nodes = head.nodes;
      this.drawGraph();
    });
  }

  private readonly ask = (reference: string): void => {
    this.player.stop();
    this.asked = reference;
    this.channel.wish<Explained>("explain", { reference }, ({ head }) => {
      this.told = head;
      this.draw();
    });
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
    setText(this.stepWords, `${whole(moment.step)} update${moment.step === 1 ? "" : "s"} made`);
    setEnabled(this.back, moment.step > 0);
    setEnabled(this.on, moment.step < this.most);
    this.drawWhy(moment);
    const { example } = this.settings;
    Object.assign(shell.root.dataset, { ready: "true", example, step: moment.step, loss: moment.loss, beat: player.beat?.key, phase: player.beat?.phase, playing: player.playing, asked: this.told?.explanation.reference.text ?? "" });
  }

  private drawWhy(moment: Moment): void {
    if (!this.told) return this.why.replaceChildren(make("p", { class: "gn-note" }, "Click any number to see what made it."));
    const layers = moment.layers.map(({ name }) => name);
    const asked = { told: this.told, symbols: this.symbols(), layers, samples: moment.samples, step: moment.step, digits: this.digits, ask: this.ask };
    const open = this.why.querySelector("details")?.open ?? false;
    keepFocus(this.why, () => this.why.replaceChildren(...whyPanel(asked)));
    const details = this.why.querySelector("details");
    if (details) details.open = open;
    this.mark(layers);
  }

  /** The number that was asked for, and those that it is made from, stand out in the picture. */
  private mark(layers: string[]): void {
    const { told } = this;
    if (!told) return;
    const from = new Set<string>();
    const walk = (term: Term): void => {
      if (term.reference) from.add(sameAs(term.reference.text, layers));
      term.operands?.forEach(walk);
    };
    walk(told.explanation.expression);
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
