// widgets/optimizer_race/race.ts
import { select, slider } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { Recording } from "../../dom/recording.js";
import { swatch } from "../../dom/swatch.js";
import { makeTabs } from "../../dom/tabs.js";
import { short, whole } from "../../lib/numbers.js";
import { fromLogSlider, toLogSlider } from "../../lib/scales.js";
import { DASHES, inkOf } from "../../lib/series.js";
import { Scene } from "./scenes.js";
import { RateSearch } from "./search.js";
import { TallyTable } from "./tally.js";
var PLAY_MS = 5e3;
var RATES = [5e-4, 20];
var NOTHING = new Float32Array(0);
var OptimizerRace = class {
  constructor(shell, channel) {
    this.shell = shell;
    this.channel = channel;
    channel.request("open", {}, ({ head }) => this.build(head));
  }
  shell;
  channel;
  opening = null;
  settings = null;
  surface = null;
  shown = null;
  tally = null;
  table = null;
  found = null;
  search = new RateSearch({ search: () => this.searchOn(), failed: (error) => this.shell.showError(error.message) });
  asked = 0;
  boxes = make("fieldset", { "aria-label": "Update rules in the race" });
  rates = make("div", { class: "gn-rates" });
  hill = new Scene({ map: "The landscape from above, with every path", chart: "Height against updates, for every rule", legend: "height", every: 1 });
  net = new Scene({ map: "The network's loss in the plane of its paths", chart: "Loss on all training samples against updates, for every rule", legend: "loss", every: 3 });
  hillWords = make("p", { class: "gn-note" });
  netWords = make("p", { class: "gn-note" });
  clock = new Recording({
    label: "Update",
    place: "update",
    action: "Race",
    everyMs: PLAY_MS / 150,
    names: { slider: "update", previous: "back", next: "on" },
    words: (now, last) => `${whole(now)} of ${whole(last)}`,
    onMove: () => this.draw()
  });
  retheme() {
    this.drawBoxes();
    this.draw();
  }
  close() {
    this.clock.stop();
    this.table?.stop();
    this.search.close();
    this.hill.close();
    this.net.close();
  }
  build(opening) {
    this.opening = opening;
    this.settings = opening.settings;
    const what = opening.view === "rates" ? "search of rates" : opening.tasks.find(({ name }) => name === opening.settings.task).label;
    this.shell.root.setAttribute("aria-label", `Optimiser race: ${what}`);
    const landscape = choice("Landscape", "Function to minimise", "landscape", opening.landscapes, (name) => this.choose({ landscape: name, landscape_rates: {} }));
    const tasks = ["task", "task-to-search"].map((field) => choice("Network", "Network to train", field, opening.tasks, (name) => pick(name)));
    const pick = (name) => {
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
      make("div", {}, make("div", { class: "gn-row" }, tasks[0].element, seed.element), this.netWords, this.net.element)
    );
    const rates = make("details", {}, make("summary", {}, "Learning rates: the best of a search, for each rule"), this.rates, reset);
    const tabs = [
      { name: "race", label: "Race", panel: make("div", {}, this.clock.element, maps, rates, this.table.element) },
      { name: "rates", label: "Search of rates", panel: make("div", {}, make("div", { class: "gn-row" }, tasks[1].element), this.search.element) }
    ];
    this.shell.root.append(makeTabs("Views of the race", tabs, (name) => this.shell.root.dataset["tab"] = name, opening.view), this.boxes);
    this.choose({});
  }
  choose(change) {
    const before = this.settings;
    this.settings = { ...before, ...change };
    this.table.stop();
    this.search.stop();
    const { landscape } = this.settings;
    if (landscape !== this.surface?.head.landscape) {
      this.channel.request("surface", { landscape }, (answer) => {
        this.surface = answer;
        const { x_range: x, y_range: y, bend, minima, grid } = answer.head;
        this.hill.stand({ grid: { values: answer.arrays[0], side: grid, x, y }, bend, labels: ["x", "y"], minima });
        this.draw();
      });
    }
    const asked = ++this.asked;
    this.channel.request("race", this.settings, (answer) => this.take(answer, asked === this.asked));
  }
  take(answer, latest) {
    const first = this.shown === null;
    const { plane, settings, tally, found } = answer.head;
    this.found = found;
    this.shown = answer;
    if (latest) this.settings = { ...settings };
    this.tally = tally;
    const walkers = answer.head.walkers.length;
    this.net.stand(plane && { grid: { values: finite(answer.arrays[walkers]), side: plane.grid, x: plane.x_range, y: plane.y_range }, bend: null, labels: plane.directions, minima: [] });
    this.clock.record(this.opening.steps, first ? this.opening.steps : this.clock.now);
    this.drawBoxes();
    this.drawRates();
    this.draw();
  }
  async count() {
    const { head } = await this.channel.ask("count", {});
    this.tally = head.tally;
    this.draw();
    return !head.done;
  }
  async searchOn() {
    const { head } = await this.channel.ask("search", {});
    this.found = head.found;
    this.draw();
    return !head.done;
  }
  drawBoxes() {
    const { opening, settings } = this;
    if (!opening || !settings) return;
    const focused = this.shell.root.getRootNode().activeElement?.getAttribute("name");
    const full = settings.rules.length >= opening.most;
    const box = ({ name, label }) => {
      const input = make("input", { type: "checkbox", name: `rule-${name}`, onchange: () => this.toggle(name, input.checked) });
      input.checked = settings.rules.includes(name);
      input.disabled = input.checked ? settings.rules.length === 1 : full;
      return make("label", { class: "gn-check" }, input, this.mark(name), label);
    };
    this.boxes.replaceChildren(...opening.rules.map(box));
    if (focused?.startsWith("rule-")) this.boxes.querySelector(`[name="${focused}"]`)?.focus();
  }
  toggle(rule, on) {
    const { opening, settings } = this;
    const rules = opening.rules.map(({ name }) => name).filter((name) => name === rule ? on : settings.rules.includes(name));
    this.choose({ rules });
  }
  drawRates() {
    const { settings, opening } = this;
    const active = this.shell.root.getRootNode().activeElement;
    if (active && this.rates.contains(active)) return;
    const knob = (rule, terrain, where) => {
      const label = opening.rules.find(({ name }) => name === rule).label;
      const control = slider({
        label: `${label}, ${where}`,
        help: `Learning rate of ${label} on the ${where}`,
        name: `${terrain === "task_rates" ? "task" : "landscape"}-rate-${rule}`,
        min: 0,
        max: 1,
        step: 5e-3,
        toValue: (place) => fromLogSlider(place, ...RATES),
        toPosition: (value) => toLogSlider(value, ...RATES),
        format: short,
        onInput: (rate) => this.choose({ [terrain]: { ...this.settings[terrain], [rule]: rate } })
      });
      control.show(settings[terrain][rule]);
      return control.element;
    };
    this.rates.replaceChildren(...settings.rules.flatMap((rule) => [knob(rule, "landscape_rates", "landscape"), knob(rule, "task_rates", "network")]));
  }
  place(rule) {
    return this.opening.rules.findIndex(({ name }) => name === rule);
  }
  // More rules than colours: those of the second round have other dashes.
  look(rule) {
    const place = this.place(rule);
    return { ink: inkOf(place, this.shell.theme), dash: DASHES[(place + Math.floor(place / DASHES.length)) % DASHES.length] };
  }
  mark(rule) {
    const { ink, dash } = this.look(rule);
    return swatch(ink, dash);
  }
  draw() {
    const { shown, opening, clock, shell, tally, found } = this;
    if (!shown || !opening || !tally || !found) return;
    const { walkers, runners, settings, plane } = shown.head;
    const halves = (both) => ({ xs: both.subarray(0, both.length / 2), ys: both.subarray(both.length / 2) });
    const down = walkers.map(({ name, values }, i) => ({ ...this.look(name), ...halves(shown.arrays[i]), values: values.map((value) => value ?? NaN) }));
    let next = walkers.length + 1;
    const trained = runners.map(({ name, losses, seen }) => ({ ...this.look(name), ...halves(seen ? shown.arrays[next++] : NOTHING), values: losses.map((loss) => loss ?? NaN) }));
    if (this.surface?.head.landscape === settings.landscape) this.hill.show(down, clock.now, opening.steps, shell.theme);
    this.net.show(trained, clock.now, opening.steps, shell.theme);
    setText(this.hillWords, opening.landscapes.find(({ name }) => name === settings.landscape).words);
    const lost = runners.filter(({ diverged }) => diverged !== null).map(({ name, diverged }) => ` ${this.label(name)} diverged at update ${diverged}.`);
    setText(this.netWords, opening.tasks.find(({ name }) => name === settings.task).words + lost.join("") + (plane ? "" : " No path to draw."));
    this.table.show(tally, settings.rules.map((name) => ({ name, label: this.label(name), mark: this.mark(name) })));
    this.search.show(found, settings.rules.map((name) => ({ name, label: this.label(name), mark: this.mark(name), ...this.look(name) })));
    const ends = runners.map(({ name, losses }) => [name, losses.at(-1) ?? Infinity]);
    const best = [...ends].sort((a, b) => a[1] - b[1])[0];
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
      diverged: runners.filter(({ diverged }) => diverged !== null).map(({ name }) => name).join(" ")
    });
  }
  label(rule) {
    return this.opening.rules[this.place(rule)].label;
  }
};
function choice(label, help, name, options, onInput) {
  return select({ label, help, name, options: options.map(({ name: value, label: text }) => ({ value, label: text })), onInput });
}
function finite(values) {
  const highest = Math.max(...values.filter(Number.isFinite));
  return values.map((value) => Number.isFinite(value) ? value : highest);
}
export {
  OptimizerRace
};
