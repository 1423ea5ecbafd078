// Update rules race down a landscape and on a network, with one clock for both.
import { select, slider } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { Recording } from "../../dom/recording.ts";
import type { Shell } from "../../dom/shell.ts";
import { swatch } from "../../dom/swatch.ts";
import { makeTabs } from "../../dom/tabs.ts";
import type { Answer, Channel } from "../../lib/channel.ts";
import { short, whole } from "../../lib/numbers.ts";
import { fromLogSlider, toLogSlider } from "../../lib/scales.ts";
import { DASHES, inkOf } from "../../lib/series.ts";
import type { Found, Opening, RaceView, Settings, SurfaceView, Tally, Wire } from "../../wire/optimizer_race.ts";
import { Scene, type Trail } from "./scenes.ts";
import { RateSearch } from "./search.ts";
import { TallyTable } from "./tally.ts";

const PLAY_MS = 5000;
const RATES = [0.0005, 20] as const;
const NOTHING = new Float32Array(0);
type Terrain = "landscape_rates" | "task_rates";

export class OptimizerRace {
  private opening: Opening | null = null;
  private settings: Settings | null = null;
  private surface: Answer<SurfaceView> | null = null;
  private shown: Answer<RaceView> | null = null;
  private tally: Tally | null = null;
  private table: TallyTable | null = null;
  private found: Found | null = null;
  private readonly search = new RateSearch({ search: () => this.searchOn(), failed: (error) => this.shell.showError(error.message) });
  private asked = 0;
  private readonly boxes = make("fieldset", { "aria-label": "Update rules in the race" });
  private readonly rates = make("div", { class: "gn-rates" });
  private readonly hill = new Scene({ map: "The landscape from above, with every path", chart: "Height against updates, for every rule", legend: "height", every: 1 });
  private readonly net: Scene = new Scene({ map: "The network's loss in the plane of its paths", chart: "Loss on all training samples against updates, for every rule", legend: "loss", every: 3 });
  private readonly hillWords = make("p", { class: "gn-note" });
  private readonly netWords = make("p", { class: "gn-note" });
  private readonly clock = new Recording({
    label: "Update",
    place: "update",
    action: "Race",
    everyMs: PLAY_MS / 150,
    names: { slider: "update", previous: "back", next: "on" },
    words: (now, last) => `${whole(now)} of ${whole(last)}`,
    onMove: () => this.draw(),
  });

  constructor(
    private readonly shell: Shell,
    private readonly channel: Channel<Wire>,
  ) {
    channel.request("open", {}, ({ head }) => this.build(head));
  }

  retheme(): void {
    this.drawBoxes();
    this.draw();
  }

  close(): void {
    this.clock.stop();
    this.table?.stop();
    this.search.close();
    this.hill.close();
    this.net.close();
  }

  private build(opening: Opening): void {
    this.opening = opening;
    this.settings = opening.settings;
    const what = opening.view === "rates" ? "search of rates" : opening.tasks.find(({ name }) => name === opening.settings.task)!.label;
    this.shell.root.setAttribute("aria-label", `Optimiser race: ${what}`); // a page may have several
    const landscape = choice("Landscape", "Function to minimise", "landscape", opening.landscapes, (name) => this.choose({ landscape: name, landscape_rates: {} }));
    const tasks = ["task", "task-to-search"].map((field) => choice("Network", "Network to train", field, opening.tasks, (name) => pick(name)));
    const pick = (name: string): void => {
      for (const one of tasks) one.show(name);
      this.choose({ task: name, task_rates: {} });
    };
    landscape.show(opening.settings.landscape);
    for (const one of tasks) one.show(opening.settings.task);
    const seed = slider({ label: "Start and batches", help: "First weights and batches of the network, the same for all rules", name: "seed", min: 0, max: opening.seeds - 1, step: 1, format: (value) => whole(value + 1), onInput: (value) => this.choose({ seed: value }) });
    seed.show(opening.settings.seed);
    this.table = new TallyTable({ count: () => this.count(), failed: (error) => this.shell.showError(error.message), seeds: opening.seeds });
    const reset = make("button", { type: "button", name: "best", class: "gn-button", onclick: () => this.choose({ landscape_rates: {}, task_rates: {} }) }, "Best rates again");
    const maps = make(
      "div",
      { class: "gn-columns" },
      make("div", {}, make("div", { class: "gn-row" }, landscape.element), this.hillWords, this.hill.element),
      make("div", {}, make("div", { class: "gn-row" }, tasks[0]!.element, seed.element), this.netWords, this.net.element),
    );
    const rates = make("details", {}, make("summary", {}, "Learning rates: the best of a search, for each rule"), this.rates, reset);
    const tabs = [
      { name: "race", label: "Race", panel: make("div", {}, this.clock.element, maps, rates, this.table.element) },
      { name: "rates", label: "Search of rates", panel: make("div", {}, make("div", { class: "gn-row" }, tasks[1]!.element), this.search.element) },
    ];
    this.shell.root.append(makeTabs("Views of the race", tabs, (name) => (this.shell.root.dataset["tab"] = name), opening.view), this.boxes);
    this.choose({});
  }

  private choose(change: Partial<Settings>): void {
    const before = this.settings!;
    this.settings = { ...before, ...change };
    this.table!.stop();
    this.search.stop();
    const { landscape } = this.settings;
    if (landscape !== this.surface?.head.landscape) {
      this.channel.request("surface", { landscape }, (answer) => {
        this.surface = answer;
        const { x_range: x, y_range: y, bend, minima, grid } = answer.head;
        this.hill.stand({ grid: { values: answer.arrays[0]!, side: grid, x, y }, bend, labels: ["x", "y"], minima });
        this.draw();
      });
    }
    const asked = ++this.asked;
    this.channel.request("race", this.settings, (answer) => this.take(answer, asked === this.asked));
  }

  private take(answer: Answer<RaceView>, latest: boolean): void {
    const first = this.shown === null;
    const { plane, settings, tally, found } = answer.head;
    this.found = found;
    this.shown = answer;
    if (latest) this.settings = { ...settings }; // an earlier answer must not undo what has been chosen since
    this.tally = tally;
    const walkers = answer.head.walkers.length;
    this.net.stand(plane && { grid: { values: finite(answer.arrays[walkers]!), side: plane.grid, x: plane.x_range, y: plane.y_range }, bend: null, labels: plane.directions, minima: [] });
    this.clock.record(this.opening!.steps, first ? this.opening!.steps : this.clock.now);
    this.drawBoxes();
    this.drawRates();
    this.draw();
  }

  private async count(): Promise<boolean> {
    const { head } = await this.channel.ask("count", {});
    this.tally = head.tally;
    this.draw();
    return !head.done;
  }

  private async searchOn(): Promise<boolean> {
    const { head } = await this.channel.ask("search", {});
    this.found = head.found;
    this.draw();
    return !head.done;
  }

  private drawBoxes(): void {
    const { opening, settings } = this;
    if (!opening || !settings) return;
    const focused = (this.shell.root.getRootNode() as Document | ShadowRoot).activeElement?.getAttribute("name");
    const full = settings.rules.length >= opening.most;
    const box = ({ name, label }: Opening["rules"][number]): HTMLElement => {
      const input = make("input", { type: "checkbox", name: `rule-${name}`, onchange: () => this.toggle(name, input.checked) });
      input.checked = settings.rules.includes(name);
      input.disabled = input.checked ? settings.rules.length === 1 : full;
      return make("label", { class: "gn-check" }, input, this.mark(name), label);
    };
    this.boxes.replaceChildren(...opening.rules.map(box));
    if (focused?.startsWith("rule-")) this.boxes.querySelector<HTMLElement>(`[name="${focused}"]`)?.focus();
  }

  private toggle(rule: string, on: boolean): void {
    const { opening, settings } = this;
    const rules = opening!.rules.map(({ name }) => name).filter((name) => (name === rule ? on : settings!.rules.includes(name)));
    this.choose({ rules });
  }

  private drawRates(): void {
    const { settings, opening } = this;
    const active = (this.shell.root.getRootNode() as Document | ShadowRoot).activeElement;
    if (active && this.rates.contains(active)) return; // it is being moved
    const knob = (rule: string, terrain: Terrain, where: string): HTMLElement => {
      const label = opening!.rules.find(({ name }) => name === rule)!.label;
      const control = slider({
        label: `${label}, ${where}`,
        help: `Learning rate of ${label} on the ${where}`,
        name: `${terrain === "task_rates" ? "task" : "landscape"}-rate-${rule}`,
        min: 0,
        max: 1,
        step: 0.005,
        toValue: (place) => fromLogSlider(place, ...RATES),
        toPosition: (value) => toLogSlider(value, ...RATES),
        format: short,
        onInput: (rate) => this.choose({ [terrain]: { ...this.settings![terrain], [rule]: rate } }),
      });
      control.show(settings![terrain][rule]!);
      return control.element;
    };
    this.rates.replaceChildren(...settings!.rules.flatMap((rule) => [knob(rule, "landscape_rates", "landscape"), knob(rule, "task_rates", "network")]));
  }

  private place(rule: string): number {
    return this.opening!.rules.findIndex(({ name }) => name === rule);
  }

  // More rules than colours: those of the second round have other dashes.
  private look(rule: string): { ink: string; dash: string } {
    const place = this.place(rule);
    return { ink: inkOf(place, this.shell.theme), dash: DASHES[(place + Math.floor(place / DASHES.length)) % DASHES.length]! };
  }

  private mark(rule: string): SVGSVGElement {
    const { ink, dash } = this.look(rule);
    return swatch(ink, dash);
  }

  private draw(): void {
    const { shown, opening, clock, shell, tally, found } = this;
    if (!shown || !opening || !tally || !found) return;
    const { walkers, runners, settings, plane } = shown.head;
    const halves = (both: Float32Array): { xs: Float32Array; ys: Float32Array } => ({ xs: both.subarray(0, both.length / 2), ys: both.subarray(both.length / 2) });
    const down: Trail[] = walkers.map(({ name, values }, i) => ({ ...this.look(name), ...halves(shown.arrays[i]!), values: values.map((value) => value ?? NaN) }));
    let next = walkers.length + 1;
    const trained: Trail[] = runners.map(({ name, losses, seen }) => ({ ...this.look(name), ...halves(seen ? shown.arrays[next++]! : NOTHING), values: losses.map((loss) => loss ?? NaN) }));
    if (this.surface?.head.landscape === settings.landscape) this.hill.show(down, clock.now, opening.steps, shell.theme);
    this.net.show(trained, clock.now, opening.steps, shell.theme);
    setText(this.hillWords, opening.landscapes.find(({ name }) => name === settings.landscape)!.words);
    const lost = runners.filter(({ diverged }) => diverged !== null).map(({ name, diverged }) => ` ${this.label(name)} diverged at update ${diverged}.`);
    setText(this.netWords, opening.tasks.find(({ name }) => name === settings.task)!.words + lost.join("") + (plane ? "" : " No path to draw."));
    this.table!.show(tally, settings.rules.map((name) => ({ name, label: this.label(name), mark: this.mark(name) })));
    this.search.show(found, settings.rules.map((name) => ({ name, label: this.label(name), mark: this.mark(name), ...this.look(name) })));
    const ends = runners.map(({ name, losses }) => [name, losses.at(-1) ?? Infinity] as const);
    const best = [...ends].sort((a, b) => a[1] - b[1])[0]!;
    Object.assign(shell.root.dataset, {
      ready: String(this.surface !== null),
      update: clock.now,
      task: settings.task,
      landscape: settings.landscape,
      seed: settings.seed,
      rules: settings.rules.join(" "),
      first: best[0],
      seeds: tally.seeds,
      tried: found.count,
      wins: settings.rules.map((name) => `${name}:${tally.wins[name] ?? 0}`).join(" "),
      diverged: runners.filter(({ diverged }) => diverged !== null).map(({ name }) => name).join(" "),
    });
  }

  private label(rule: string): string {
    return this.opening!.rules[this.place(rule)]!.label;
  }
}

function choice(label: string, help: string, name: string, options: readonly { name: string; label: string }[], onInput: (name: string) => void): ReturnType<typeof select> {
  return select({ label, help, name, options: options.map(({ name: value, label: text }) => ({ value, label: text })), onInput });
}

/** Heights with an end: where the loss is infinite, the highest of the others. */
function finite(values: Float32Array): Float32Array {
  const highest = Math.max(...values.filter(Number.isFinite));
  return values.map((value) => (Number.isFinite(value) ? value : highest));
}
