// widgets/training_monitor/monitor.ts
import { button, select, setEnabled } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { ExplanationPanel } from "../../dom/explanation.js";
import { RunsView } from "../../dom/runs_view.js";
import { TimelineBar } from "../../dom/timeline_bar.js";
import { whole } from "../../lib/numbers.js";
import { PlayLoop, SPEEDS, speedOf } from "../../lib/play.js";
import { marksOf } from "../../lib/tracks.js";
import { Charts } from "./charts.js";
import { NumbersView } from "./numbers_view.js";
import { SettingsRow } from "./settings_row.js";
import { toTable } from "./table.js";
var Monitor = class {
  constructor(shell, channel) {
    this.shell = shell;
    this.channel = channel;
    this.runs = new RunsView({
      choose: (track) => this.ask("choose", { track }),
      forget: (track) => this.ask("forget", { track }),
      compare: (track) => this.compare(track),
      explain: (reference, step) => this.explain({ reference, step, track: this.view.now })
    });
    this.why = new ExplanationPanel({
      ask: (query) => this.channel.request("explain", query, ({ head }) => this.showWhy(head)),
      tracks: () => this.view?.tracks ?? [],
      digits: 4,
      code: ({ reference, step, track }) => /^(clock|distance)\./.test(reference) ? "" : `${track === "run" ? "run" : "branch"}.at(${step}).explain("${reference}")`
    });
    const speed = select({ label: "Speed", help: "Training steps per frame", name: "speed", options: SPEEDS.filter(({ name }) => name !== "single").map(({ name, label }) => ({ value: name, label })), onInput: (name) => this.pace(speedOf(name)) });
    speed.show(this.speed.name);
    shell.root.append(
      make("div", { class: "gn-row gn-knobs" }, this.play, this.step, speed.element, this.example),
      this.words,
      this.charts.element,
      this.timeline.element,
      this.state,
      this.settings.element,
      this.runs.element,
      this.why.element,
      this.numbers.element
    );
    this.ask("open", {});
  }
  shell;
  channel;
  view = null;
  comparison = null;
  curves = /* @__PURE__ */ new Map();
  /** Settings not in force yet: on their way to Python or, at a past step, for a branch that may start there. */
  pending = {};
  changes = 0;
  speed = speedOf("normal");
  loop = new PlayLoop({ turn: () => this.advance(this.speed.amount), changed: () => this.draw(), failed: (error) => this.shell.showError(error.message) });
  example = make("div", { class: "gn-slot" });
  words = make("p", { class: "gn-note" });
  state = make("p", { class: "gn-state", role: "status" });
  play = button({ name: "play", label: "Play", text: "Play", class: "gn-button gn-main", onClick: () => this.toggle() });
  step = button({ name: "step", label: "One update", text: "One step", onClick: () => this.advanceOnce() });
  branch = button({ name: "branch", label: "Branch here", text: "Branch here", help: "Start a branch from this step: same past, other settings", onClick: () => this.branchHere() });
  settings = new SettingsRow((change) => this.set(change), () => this.ask("undo", {}));
  timeline = new TimelineBar((step) => this.go(step), this.branch);
  charts = new Charts((step) => this.go(step));
  runs;
  numbers = new NumbersView((reference) => this.explain({ reference, step: this.view.at, track: this.view.now }));
  why;
  close() {
    this.loop.pause();
    this.charts.close();
  }
  retheme() {
    this.draw();
  }
  get track() {
    const { tracks, now } = this.view;
    return tracks.find(({ name }) => name === now);
  }
  get past() {
    return this.view.at < this.track.step;
  }
  pace(speed) {
    this.speed = speed;
    this.loop.everyMs = speed.everyMs;
  }
  ask(kind, fields) {
    this.channel.request(kind, fields, (answer) => this.take(answer));
  }
  take({ head, arrays }) {
    const before = this.view;
    if (before && (before.example !== head.example || before.now !== head.now)) this.pending = {};
    if (before && before.example !== head.example) this.curves.clear();
    this.view = head;
    let place = 0;
    for (const { track, columns } of head.curves) {
      this.curves.set(track, Object.fromEntries(Object.entries(columns).map(([name, names]) => [name, toTable(names, arrays[place++])])));
    }
    for (const name of this.curves.keys()) if (!head.tracks.some((track) => track.name === name)) this.curves.delete(name);
    this.keepComparison(before);
    this.draw();
    if (!head.complete && !this.loop.playing) this.ask("look", this.past ? { step: head.at } : {});
  }
  // A comparison is valid while neither run has changed; otherwise it is requested again.
  keepComparison(before) {
    const { comparison, view } = this;
    if (view.tracks.length < 2) {
      this.comparison = null;
      this.runs.compare(null);
      return;
    }
    const state = (view2) => JSON.stringify(view2?.tracks.map(({ name, step, changes }) => [name, step, changes.length]));
    if (state(before) === state(view) && before?.now === view.now && comparison) return;
    const others = view.tracks.filter(({ name }) => name !== view.now).map(({ name }) => name);
    const wanted = comparison && others.includes(comparison.track) ? comparison.track : this.track.parent || others[0];
    if (!this.loop.playing) this.compare(wanted, false);
  }
  compare(track, show = true) {
    this.channel.request("compare", { track }, ({ head }) => {
      if (head.now !== this.view.now) return;
      this.comparison = head;
      this.runs.compare(head);
      this.draw();
      if (show) this.charts.showDistance();
    });
  }
  async advance(amount) {
    const answer = await this.channel.ask("advance", amount);
    this.shell.showError("");
    this.take(answer);
    return !this.track.stopped;
  }
  advanceOnce() {
    this.loop.pause();
    this.advance({ steps: 1 }).catch((error) => this.shell.showError(error.message));
  }
  toggle() {
    this.loop.toggle();
    if (!this.loop.playing) this.ask("look", {});
  }
  go(step) {
    this.loop.pause();
    this.ask("look", step === this.track.step ? {} : { step });
  }
  set(change) {
    this.pending = { ...this.pending, ...change };
    if (this.past) return this.draw();
    const number = ++this.changes;
    this.channel.request("change", this.pending, (answer) => {
      if (number === this.changes) this.pending = {};
      this.take(answer);
    });
  }
  branchHere() {
    this.loop.pause();
    const { pending } = this;
    this.pending = {};
    this.ask("branch", { step: this.view.at, ...pending });
  }
  explain(query) {
    this.loop.pause();
    this.why.begin(query);
  }
  showWhy({ explanation }) {
    this.why.show(explanation);
    this.draw();
  }
  draw() {
    const { view, loop, shell } = this;
    if (!view) return;
    const { track } = this;
    this.offerExamples(view);
    setText(this.play.firstElementChild, loop.playing ? "Pause" : "Play");
    this.play.setAttribute("aria-label", loop.playing ? "Pause" : "Play");
    this.settings.show({ ...track.settings, ...this.pending }, view.rules, track.can_undo && !this.past);
    this.timeline.show({ first: track.first, last: track.step, at: view.at, marks: marksOf(track) });
    setText(this.state, this.describeState(view, track));
    setEnabled(this.step, true);
    this.charts.draw({ tracks: view.tracks, now: view.now, at: view.at, curves: this.curves, comparison: this.comparison, theme: shell.theme });
    this.runs.draw(view.tracks, view.now, shell.theme);
    this.numbers.draw(view.shown, view.speed);
    const query = this.why.query;
    this.numbers.mark(query && query.step === view.at && query.track === view.now ? query.reference : "");
    Object.assign(shell.root.dataset, {
      ready: "true",
      example: view.example,
      track: view.now,
      tracks: view.tracks.length,
      at: view.at,
      step: track.step,
      loss: view.shown.measures[0].batch.value,
      playing: loop.playing,
      settled: loop.settled,
      stopped: track.stopped !== null,
      explained: query?.reference ?? "",
      changes: track.changes.length,
      apart: this.comparison?.first_difference ?? ""
    });
  }
  describeState({ at }, { step, stopped, label }) {
    if (stopped && at === step) return `${stopped} Drag the timeline back, choose a smaller learning rate, and branch there.`;
    if (at < step) return `Viewing step ${whole(at)} of ${whole(step)}. Settings chosen now apply to a branch from here; Play continues from the latest step of the ${label}.`;
    return "";
  }
  offerExamples({ examples, example }) {
    if (examples.length < 2) return;
    if (!this.example.firstElementChild) {
      const options = examples.map(({ name, label }) => ({ value: name, label }));
      const kinds = select({ label: "Example", help: "Network and data", name: "example", options, onInput: (name) => this.choose(name) });
      kinds.show(example);
      this.example.append(kinds.element);
    }
    setText(this.words, examples.find(({ name }) => name === example).words);
  }
  choose(example) {
    this.loop.pause();
    this.ask("open", { example });
  }
};
export {
  Monitor
};
