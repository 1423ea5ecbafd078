// One reader's Lab on the page: requests to Python, its replies, and the undo history. No DOM here.
import { ChangeQueue } from "./changes.ts";
import { History, type HistoryRecord } from "./history.ts";
import { LabTracks } from "./lab_tracks.ts";
import { Newest } from "./newest.ts";
import { PlayLoop, speedOf, type Speed } from "./play.ts";
import type { Wire } from "../wire/lab.ts";
import { NoReply, Rejected, type Frame, type LabMessage, type Spec } from "./protocol.ts";
import { Requests, type Questions } from "./requests.ts";
import type { Begin, Notice, Probe, Saved, SessionHost } from "./session_host.ts";
import { Timeline, type Kept, type Moment } from "./timeline.ts";
import type { Status, Transport } from "./transport.ts";

const CHECKPOINT_EVERY_MS = 400;
const ONE_GESTURE_MS = 1000;
const MIN_RATE = 0.0001;

export class Session {
  frame: Frame | null = null;
  points: Float32Array | null = null;
  probe: Probe | null = null;
  notice: Notice | null = null;
  history = new History();
  changesShown = 0;
  timeline = new Timeline();
  readonly tracks = new LabTracks();
  readonly player: PlayLoop;
  private pace: Speed = speedOf("normal");
  private lastCheckpoint = -Infinity;
  private readonly changes = new ChangeQueue((change) => this.sendChange(change));
  private latest: Kept | null = null;
  private gesture = { name: "", at: -Infinity };
  private label = { text: "", replaces: false };
  private restoring = 0;
  private travelling: Promise<void> = Promise.resolve();
  private first: Begin | null = null;
  private opened = false;
  /** Counts retries: what was asked before the last one may stay unanswered. */
  private retries = 0;
  private wanted: [number, number] | null = null;
  private readonly probes = new Newest<[number, number]>((x) => this.sendProbe(x));
  private readonly looks = new Newest<number>((step) => this.guard(() => this.sendLook(step)));
  private readonly requests: Requests;
  private goingBack: Promise<void> | null = null;

  constructor(
    private readonly transport: Transport,
    private readonly host: SessionHost,
  ) {
    this.requests = new Requests(transport);
    const { requestFrame, cancelFrame } = host;
    this.player = new PlayLoop(
      {
        turn: (now) => this.trainOn(now),
        ready: () => this.opened && !this.changes.busy && this.restoring === 0,
        changed: () => host.changed(),
        failed: (error) => (error instanceof NoReply ? this.fallSilent(true) : this.notify({ kind: "error", message: error.message })),
      },
      { depth: 2, requestFrame, cancelFrame },
    );
    transport.onStatus((status) => this.onStatus(status));
  }

  get status(): Status {
    return this.transport.status;
  }

  get speed(): Speed {
    return this.pace;
  }

  set speed(speed: Speed) {
    this.pace = speed;
    this.player.everyMs = speed.everyMs;
  }

  /** The settings that the controls should show: those in force, or those on their way. */
  get spec(): Spec | null {
    return this.frame && this.changes.overlay(this.frame.spec);
  }

  /** Whether an earlier step is shown than the run's latest. */
  get looking(): boolean {
    return this.frame !== null && this.frame.step < this.frame.latest;
  }

  /** Open as soon as there is a connection; resolves when it has been tried. A lost connection is opened again by itself. */
  begin(first: Begin): Promise<void> {
    this.first = first;
    return this.status === "open" ? this.resume() : Promise.resolve();
  }

  /** Open anew, from a checkpoint if there is one. */
  async open(begin: Begin): Promise<void> {
    const { saved, spec } = begin;
    const first = saved ? { checkpoint: saved.checkpoint } : spec ? { spec } : {};
    let frame = await this.request({ kind: "open", view: this.host.view, ...first });
    if (saved?.others?.length) frame = await this.revive(saved);
    this.history = saved?.history ? History.from(saved.history) : new History();
    this.opened = true;
    this.accept(frame);
    await this.capture();
  }

  /** Show the current state: a notebook cell may have changed it in Python. */
  refresh(): Promise<void> {
    return this.changes.busy ? Promise.resolve() : this.look();
  }

  play(): void {
    this.notice = null;
    if (!this.looking) return this.player.play();
    void this.guard(async () => {
      await this.goBack();
      this.player.play();
    });
  }

  pause(): void {
    this.player.pause();
    void this.guard(async () => void (await this.capture()));
  }

  step(): Promise<void> {
    this.player.pause();
    return this.advance(1);
  }

  /** Train without showing the steps in between. */
  advance(steps: number): Promise<void> {
    return this.guard(async () => {
      await this.goBack();
      await this.ask({ kind: "advance", steps, checkpoint: true });
    });
  }

  /** Show an earlier step; while one is on its way, only the newest wish counts. */
  lookBack(step: number): void {
    this.player.pause();
    this.looks.ask(step);
  }

  /** Start a run with the same past up to the step shown, and show it. */
  branch(): Promise<void> {
    return this.switchTo(() => ({ kind: "branch", step: this.frame!.step }));
  }

  /** Show another run. */
  choose(track: string): Promise<void> {
    return this.switchTo(() => ({ kind: "choose", track }));
  }

  /** Delete a branch, and show the run that it came from. */
  forget(track: string): Promise<void> {
    return this.switchTo(() => ({ kind: "forget", track }));
  }

  /** Set a weight, or a bias if there is no source, by hand. */
  setWeight(place: { column: number; unit: number; source?: number }, value: number, label: string): Promise<void> {
    return this.guard(async () => {
      await this.remember(label);
      await this.goBack(true);
      const frame = await this.ask({ kind: "set_weight", ...place, value, checkpoint: true });
      this.timeline.forgetRecent();
      this.history.mark({ step: frame.step, epoch: frame.epoch, label }, false);
      this.changesShown++;
    });
  }

  /** Ask for anything else than a frame; null if there was no answer, which is then said. */
  async question<Kind extends Questions>(kind: Kind, fields: Wire[Kind]["request"]): Promise<Wire[Kind]["reply"] | null> {
    let reply: Wire[Kind]["reply"] | null = null;
    await this.guard(async () => void (reply = await this.requests.answer(kind, fields)));
    return reply;
  }

  /** All runs as a file; null if there was no answer. */
  async save(): Promise<{ name: string; content: Blob } | null> {
    let file: { name: string; content: Blob } | null = null;
    await this.guard(async () => void (file = await this.requests.file()));
    return file;
  }

  /** Show the runs in a file; Undo comes back to the run shown before. */
  load(file: File): Promise<void> {
    this.player.pause();
    return this.guard(async () => {
      await this.requests.upload(file);
      await this.remember("opened a file");
      const frame = await this.request({ kind: "load" });
      this.tracks.clear();
      this.history = new History();
      this.timeline.forgetRecent();
      this.accept(frame);
      await this.capture();
    });
  }

  /** Go to the state in a link; Undo comes back. */
  visit(checkpoint: string): Promise<void> {
    return this.guard(async () => {
      await this.remember("opened a link");
      await this.restore({ checkpoint, history: null });
    });
  }

  /** A checkpoint of the run's latest step, for a link. */
  async checkpoint(): Promise<string> {
    return (await this.capture()).checkpoint;
  }

  restart(seed?: number): Promise<void> {
    return this.guard(async () => {
      await this.remember(seed === undefined ? "restart" : "new initial weights");
      const frame = await this.request({ kind: "restart", checkpoint: true, ...(seed === undefined ? {} : { seed }) });
      this.history = new History();
      this.timeline.forgetRecent();
      this.accept(frame);
    });
  }

  /** Change settings while training continues. Quick changes of the same setting count as one. */
  change(change: Partial<Spec>, label: string): void {
    const name = Object.keys(change).join();
    const now = this.host.now();
    const same = name === this.gesture.name && now - this.gesture.at < ONE_GESTURE_MS;
    this.gesture = { name, at: now };
    this.label = { text: label, replaces: same };
    if (!same) void this.guard(() => this.remember(label));
    this.changes.push(change);
    this.host.changed();
  }

  undo(): Promise<void> {
    return this.travel(this.timeline.past, this.timeline.future);
  }

  redo(): Promise<void> {
    return this.travel(this.timeline.future, this.timeline.past);
  }

  /** After a number became NaN or infinite: go back, optionally with a smaller learning rate. */
  recover(smallerRate: boolean): Promise<void> {
    const notice = this.notice;
    if (notice?.kind !== "stopped" || !notice.back) return Promise.resolve();
    const { back, rate } = notice;
    return this.guard(async () => {
      this.history.forgetAfter(back.step);
      await this.restore({ checkpoint: back.checkpoint, history: this.history.toRecord() });
      const smaller = Math.max(MIN_RATE, Number((rate / 10).toPrecision(2)));
      if (smallerRate) this.change({ learning_rate: smaller }, `learning rate → ${smaller}`);
    });
  }

  /** After Python has fallen silent: connect again, show how it stands there, and go on if it was training. */
  retry(): void {
    const playing = this.notice?.kind === "silent" && this.notice.playing;
    this.notice = null;
    this.retries++;
    this.transport.reconnect();
    if (this.status === "open") void (this.opened ? this.look() : this.resume());
    if (playing) this.player.play();
    this.host.changed();
  }

  dismiss(): void {
    this.notice = null;
    this.host.changed();
  }

  /** Ask what every unit computes at a point, again with every new frame, until given another point or null. */
  lookAt(x: [number, number] | null): void {
    this.wanted = x;
    if (!x) this.probe = null;
    else this.probes.ask(x);
    this.host.changed();
  }

  close(): void {
    this.player.pause();
    this.transport.close();
  }

  private look(): Promise<void> {
    return this.guard(async () => void (await this.ask({ kind: "open" })));
  }

  private async trainOn(now: number): Promise<void> {
    const checkpoint = now - this.lastCheckpoint >= CHECKPOINT_EVERY_MS;
    if (checkpoint) this.lastCheckpoint = now;
    try {
      await this.ask({ kind: "advance", ...this.pace.amount, checkpoint });
    } catch (error) {
      // without a connection, playback waits for the next one
      if (!(error instanceof NoReply) || this.status === "open") throw error;
    }
  }

  private async ask(message: LabMessage): Promise<Frame> {
    const frame = await this.request(message);
    this.accept(frame);
    return frame;
  }

  private request(message: LabMessage): Promise<Frame> {
    return this.requests.frame(message);
  }

  private accept(frame: Frame): void {
    this.frame = frame;
    if (frame.points) this.points = frame.points;
    if (this.notice?.kind === "silent") this.notice = null;
    if (frame.tracks) this.tracks.all = frame.tracks;
    const { step, epoch, train, test } = frame;
    if (!this.looking) this.history.add({ step, epoch, train: train.loss ?? NaN, test: test.loss ?? NaN });
    if (frame.stopped) this.stop(frame, frame.stopped.message);
    else if (frame.checkpoint) this.keep(frame.checkpoint, frame);
    if (this.wanted) this.probes.ask(this.wanted);
    this.host.changed();
  }

  private keep(checkpoint: string, frame: Frame): void {
    this.latest = { checkpoint, step: frame.step, loss: frame.train.loss ?? Infinity };
    this.timeline.keep(this.latest);
    this.host.save?.({ checkpoint, history: this.history.toRecord(), name: frame.track, others: this.tracks.others });
  }

  private stop(frame: Frame, message: string): void {
    this.player.pause();
    this.notice = { kind: "stopped", message, back: this.timeline.best(), rate: frame.spec.learning_rate };
  }

  // A checkpoint of the latest step, also while an earlier one is shown.
  private async capture(): Promise<Moment> {
    const frame = await this.request({ kind: "pause", checkpoint: true });
    if (!this.looking) this.accept(frame);
    return { checkpoint: frame.checkpoint!, history: this.history.toRecord(), label: "" };
  }

  private async remember(label: string): Promise<void> {
    this.timeline.push({ ...(await this.capture()), label });
  }

  // Continue from the step shown, if it is an earlier one; Undo brings back what followed.
  private goBack(remembered = false): Promise<void> {
    if (!this.looking) return Promise.resolve();
    return (this.goingBack ??= this.sendGoBack(remembered).finally(() => (this.goingBack = null)));
  }

  private async sendGoBack(remembered: boolean): Promise<void> {
    const { step } = this.frame!;
    if (!remembered) await this.remember(`going on from step ${step}`);
    this.timeline.forgetRecent();
    const frame = await this.request({ kind: "go_back", step, checkpoint: true });
    this.history.forgetAfter(step);
    this.accept(frame);
  }

  private async sendLook(step: number): Promise<void> {
    await this.ask({ kind: "look", ...(step === this.frame!.latest ? {} : { step }) });
  }

  private switchTo(message: () => LabMessage): Promise<void> {
    this.player.pause();
    return this.guard(async () => {
      const { track } = this.frame!;
      const wanted = message();
      const { checkpoint } = await this.capture();
      this.tracks.putAway(track, checkpoint, this);
      const frame = await this.request(wanted);
      const branched = { history: History.from(this.history.toRecord()), timeline: new Timeline() };
      branched.history.forgetAfter(frame.latest);
      ({ history: this.history, timeline: this.timeline } = this.tracks.takeOut(frame) ?? branched);
      this.accept(frame);
    });
  }

  private revive({ checkpoint, history, name = "run", others = [] }: Saved): Promise<Frame> {
    const shown = { name, checkpoint, history: history ?? new History().toRecord() };
    return this.tracks.revive((message) => this.request(message), shown, others);
  }

  private async sendChange(change: Partial<Spec>): Promise<void> {
    const { text: label, replaces } = this.label;
    await this.guard(async () => {
      this.notice = null;
      await this.goBack(true);
      const frame = await this.request({ kind: "change", spec: change, checkpoint: true });
      this.timeline.forgetRecent();
      this.accept(frame);
      this.history.mark({ step: frame.step, epoch: frame.epoch, label }, replaces);
      this.changesShown++;
    });
  }

  // One at a time, in order: a key pressed while an undo is in progress isn't lost.
  private travel(from: Moment[], to: Moment[]): Promise<void> {
    this.travelling = this.travelling.then(() =>
      this.guard(async () => {
        const target = from.at(-1);
        if (!target) return;
        const here = await this.capture();
        from.pop();
        to.push({ ...here, label: target.label });
        await this.restore(target);
      }),
    );
    return this.travelling;
  }

  private async restore(saved: Saved): Promise<void> {
    this.restoring++;
    this.changes.clear();
    this.gesture.name = "";
    this.notice = null;
    this.timeline.forgetRecent();
    try {
      await this.open({ saved: { checkpoint: saved.checkpoint, history: saved.history } });
    } finally {
      this.restoring--;
    }
  }

  private async sendProbe(x: [number, number]): Promise<void> {
    try {
      const activations = await this.requests.probe(x);
      if (this.wanted) this.probe = { x, activations };
    } catch (error) {
      if (!(error instanceof NoReply || error instanceof Rejected)) throw error;
    }
    this.host.changed();
  }

  private onStatus(status: Status): void {
    if (status === "open") void this.resume();
    else this.opened = false;
    this.host.changed();
  }

  private resume(): Promise<void> {
    const { first, latest } = this;
    const name = this.frame?.track ?? "run";
    if (latest) return this.openOrReset({ saved: { checkpoint: latest.checkpoint, history: this.historyUpTo(latest.step), name, others: this.tracks.others } });
    if (!first) return Promise.resolve();
    this.host.opening?.();
    return this.openOrReset(first);
  }

  // Settings that Python rejects (an old link, a damaged checkpoint) are reported; the session opens without them.
  private openOrReset(begin: Begin): Promise<void> {
    return this.guard(async () => {
      try {
        await this.open(begin);
      } catch (error) {
        if (!(error instanceof Rejected)) throw error;
        await this.open({ spec: this.frame?.spec ?? {} });
        throw error;
      }
    });
  }

  private historyUpTo(step: number): HistoryRecord {
    this.history.forgetAfter(step);
    return this.history.toRecord();
  }

  // Errors and silence are shown on the page; a lost connection is reported separately.
  private async guard(work: () => Promise<void>): Promise<void> {
    const { retries } = this;
    try {
      await work();
    } catch (error) {
      if (!(error instanceof NoReply)) this.notify({ kind: "error", message: (error as Error).message });
      else if (retries === this.retries) this.fallSilent(false);
    }
  }

  private fallSilent(playing: boolean): void {
    if (this.status !== "open") return;
    const wasPlaying = this.notice?.kind === "silent" && this.notice.playing;
    this.notify({ kind: "silent", playing: playing || wasPlaying });
  }

  private notify(notice: Notice): void {
    this.notice = notice;
    this.host.changed();
  }
}
