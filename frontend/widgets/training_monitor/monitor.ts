// The state of the widget: what is shown of the runs, and the requests to Python.
import { button, select, setEnabled } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { ExplanationPanel, type Query } from "../../dom/explanation.ts";
import { RunsView } from "../../dom/runs_view.ts";
import type { Shell } from "../../dom/shell.ts";
import { TimelineBar } from "../../dom/timeline_bar.ts";
import type { Answer, Channel } from "../../lib/channel.ts";
import { whole } from "../../lib/numbers.ts";
import { PlayLoop, SPEEDS, speedOf, type Speed } from "../../lib/play.ts";
import { marksOf } from "../../lib/tracks.ts";
import type { Comparison, SettingsView, TrackView } from "../../wire/shared.ts";
import type { Explained, View, Wire } from "../../wire/training_monitor.ts";
import { Charts } from "./charts.ts";
import { NumbersView } from "./numbers_view.ts";
import { SettingsRow } from "./settings_row.ts";
import { toTable, type Curves } from "./table.ts";

/** Requests whose reply is the whole view. */
type Showing = "open" | "look" | "undo" | "branch" | "choose" | "forget";

export class Monitor {
  private view: View | null = null;
  private comparison: Comparison | null = null;
  private readonly curves = new Map<string, Curves>();
  /** Settings not in force yet: on their way to Python or, at a past step, for a branch that may start there. */
  private pending: Partial<SettingsView> = {};
  private changes = 0;
  private speed: Speed = speedOf("normal");
  private readonly loop = new PlayLoop({ turn: () => this.advance(this.speed.amount), changed: () => this.draw(), failed: (error) => this.shell.showError(error.message) });
  private readonly example = make("div", { class: "gn-slot" });
  private readonly words = make("p", { class: "gn-note" });
  private readonly state = make("p", { class: "gn-state", role: "status" });
  private readonly play = button({ name: "play", label: "Play", text: "Play", class: "gn-button gn-main", onClick: () => this.toggle() });
  private readonly step = button({ name: "step", label: "One update", text: "One step", onClick: () => this.advanceOnce() });
  private readonly branch = button({ name: "branch", label: "Branch here", text: "Branch here", help: "Start a branch from this step: same past, other settings", onClick: () => this.branchHere() });
  private readonly settings = new SettingsRow((change) => this.set(change), () => this.ask("undo", {}));
  private readonly timeline = new TimelineBar((step) => this.go(step), this.branch);
  private readonly charts = new Charts((step) => this.go(step));
  private readonly runs: RunsView;
  private readonly numbers = new NumbersView((reference) => this.explain({ reference, step: this.view!.at, track: this.view!.now }));
  private readonly why: ExplanationPanel;

  constructor(
    private readonly shell: Shell,
    private readonly channel: Channel<Wire>,
  ) {
    this.runs = new RunsView({
      choose: (track) => this.ask("choose", { track }),
      forget: (track) => this.ask("forget", { track }),
      compare: (track) => this.compare(track),
      explain: (reference, step) => this.explain({ reference, step, track: this.view!.now }),
    });
    this.why = new ExplanationPanel({
      ask: (query) => this.channel.request("explain", query, ({ head }) => this.showWhy(head)),
      tracks: () => this.view?.tracks ?? [],
      digits: 4,
      code: ({ reference, step, track }) => (/^(clock|distance)\./.test(reference) ? "" : `${track === "run" ? "run" : "branch"}.at(${step}).explain("${reference}")`),
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
      this.numbers.element,
    );
    this.ask("open", {});
  }

  close(): void {
    this.loop.pause();
    this.charts.close();
  }

  retheme(): void {
    this.draw();
  }

  private get track(): TrackView {
    const { tracks, now } = this.view!;
    return tracks.find(({ name }) => name === now)!;
  }

  private get past(): boolean {
    return this.view!.at < this.track.step;
  }

  private pace(speed: Speed): void {
    this.speed = speed;
    this.loop.everyMs = speed.everyMs;
  }

  private ask<Kind extends Showing>(kind: Kind, fields: Wire[Kind]["request"]): void {
    this.channel.request(kind, fields, (answer) => this.take(answer));
  }

  private take({ head, arrays }: Answer<View>): void {
    const before = this.view;
    if (before && (before.example !== head.example || before.now !== head.now)) this.pending = {};
    if (before && before.example !== head.example) this.curves.clear();
    this.view = head;
    let place = 0;
    for (const { track, columns } of head.curves) {
      this.curves.set(track, Object.fromEntries(Object.entries(columns).map(([name, names]) => [name, toTable(names, arrays[place++]!)])));
    }
    for (const name of this.curves.keys()) if (!head.tracks.some((track) => track.name === name)) this.curves.delete(name);
    this.keepComparison(before);
    this.draw();
    if (!head.complete && !this.loop.playing) this.ask("look", this.past ? { step: head.at } : {});
  }

  // A comparison is valid while neither run has changed; otherwise it is requested again.
  private keepComparison(before: View | null): void {
    const { comparison, view } = this;
    if (view!.tracks.length < 2) {
      this.comparison = null;
      this.runs.compare(null);
      return;
    }
    const state = (view: View | null): string => JSON.stringify(view?.tracks.map(({ name, step, changes }) => [name, step, changes.length]));
    if (state(before) === state(view) && before?.now === view!.now && comparison) return;
    const others = view!.tracks.filter(({ name }) => name !== view!.now).map(({ name }) => name);
    const wanted = comparison && others.includes(comparison.track) ? comparison.track : this.track.parent || others[0]!;
    if (!this.loop.playing) this.compare(wanted, false);
  }

  private compare(track: string, show = true): void {
    this.channel.request("compare", { track }, ({ head }) => {
      if (head.now !== this.view!.now) return;
      this.comparison = head;
      this.runs.compare(head);
      this.draw();
      if (show) this.charts.showDistance();
    });
  }

  private async advance(amount: Speed["amount"]): Promise<boolean> {
    const answer = await this.channel.ask("advance", amount);
    this.shell.showError("");
    this.take(answer);
    return !this.track.stopped;
  }

  private advanceOnce(): void {
    this.loop.pause();
    this.advance({ steps: 1 }).catch((error: Error) => this.shell.showError(error.message));
  }

  private toggle(): void {
    this.loop.toggle();
    if (!this.loop.playing) this.ask("look", {});
  }

  private go(step: number): void {
    this.loop.pause();
    this.ask("look", step === this.track.step ? {} : { step });
  }

  private set(change: Partial<SettingsView>): void {
    this.pending = { ...this.pending, ...change };
    if (this.past) return this.draw();
    const number = ++this.changes;
    this.channel.request("change", this.pending, (answer) => {
      if (number === this.changes) this.pending = {}; // an older answer must not move the slider back
      this.take(answer);
    });
  }

  private branchHere(): void {
    this.loop.pause();
    const { pending } = this;
    this.pending = {};
    this.ask("branch", { step: this.view!.at, ...pending });
  }

  private explain(query: Query): void {
    this.loop.pause();
    this.why.begin(query);
  }

  private showWhy({ explanation }: Explained): void {
    this.why.show(explanation);
    this.draw();
  }

  private draw(): void {
    const { view, loop, shell } = this;
    if (!view) return;
    const { track } = this;
    this.offerExamples(view);
    setText(this.play.firstElementChild!, loop.playing ? "Pause" : "Play");
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
      ready: "true", example: view.example, track: view.now, tracks: view.tracks.length, at: view.at, step: track.step, loss: view.shown.measures[0]!.batch!.value,
      playing: loop.playing, settled: loop.settled, stopped: track.stopped !== null, explained: query?.reference ?? "", changes: track.changes.length, apart: this.comparison?.first_difference ?? "",
    });
  }

  private describeState({ at }: View, { step, stopped, label }: TrackView): string {
    if (stopped && at === step) return `${stopped} Drag the timeline back, choose a smaller learning rate, and branch there.`;
    if (at < step) return `Viewing step ${whole(at)} of ${whole(step)}. Settings chosen now apply to a branch from here; Play continues from the latest step of the ${label}.`;
    return "";
  }

  private offerExamples({ examples, example }: View): void {
    if (examples.length < 2) return;
    if (!this.example.firstElementChild) {
      const options = examples.map(({ name, label }) => ({ value: name, label }));
      const kinds = select({ label: "Example", help: "Network and data", name: "example", options, onInput: (name) => this.choose(name) });
      kinds.show(example);
      this.example.append(kinds.element);
    }
    setText(this.words, examples.find(({ name }) => name === example)!.words);
  }

  private choose(example: string): void {
    this.loop.pause();
    this.ask("open", { example });
  }
}
