// lib/session.ts
import { ChangeQueue } from "./changes.js";
import { History } from "./history.js";
import { LabTracks } from "./lab_tracks.js";
import { Newest } from "./newest.js";
import { PlayLoop, speedOf } from "./play.js";
import { NoReply, Rejected } from "./protocol.js";
import { Requests } from "./requests.js";
import { Timeline } from "./timeline.js";
var CHECKPOINT_EVERY_MS = 400;
var ONE_GESTURE_MS = 1e3;
var MIN_RATE = 1e-4;
var Session = class {
  constructor(transport, host) {
    this.transport = transport;
    this.host = host;
    this.requests = new Requests(transport);
    const { requestFrame, cancelFrame } = host;
    this.player = new PlayLoop(
      {
        turn: (now) => this.trainOn(now),
        ready: () => this.opened && !this.changes.busy && this.restoring === 0,
        changed: () => host.changed(),
        failed: (error) => error instanceof NoReply ? this.fallSilent(true) : this.notify({ kind: "error", message: error.message })
      },
      { depth: 2, requestFrame, cancelFrame }
    );
    transport.onStatus((status) => this.onStatus(status));
  }
  transport;
  host;
  frame = null;
  points = null;
  probe = null;
  notice = null;
  history = new History();
  changesShown = 0;
  timeline = new Timeline();
  tracks = new LabTracks();
  player;
  pace = speedOf("normal");
  lastCheckpoint = -Infinity;
  changes = new ChangeQueue((change) => this.sendChange(change));
  latest = null;
  gesture = { name: "", at: -Infinity };
  label = { text: "", replaces: false };
  restoring = 0;
  travelling = Promise.resolve();
  first = null;
  opened = false;
  /** Counts retries: what was asked before the last one may stay unanswered. */
  retries = 0;
  wanted = null;
  probes = new Newest((x) => this.sendProbe(x));
  looks = new Newest((step) => this.guard(() => this.sendLook(step)));
  requests;
  goingBack = null;
  get status() {
    return this.transport.status;
  }
  get speed() {
    return this.pace;
  }
  set speed(speed) {
    this.pace = speed;
    this.player.everyMs = speed.everyMs;
  }
  /** The settings that the controls should show: those in force, or those on their way. */
  get spec() {
    return this.frame && this.changes.overlay(this.frame.spec);
  }
  /** Whether an earlier step is shown than the run's latest. */
  get looking() {
    return this.frame !== null && this.frame.step < this.frame.latest;
  }
  /** Open as soon as there is a connection; resolves when it has been tried. A lost connection is opened again by itself. */
  begin(first) {
    this.first = first;
    return this.status === "open" ? this.resume() : Promise.resolve();
  }
  /** Open anew, from a checkpoint if there is one. */
  async open(begin) {
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
  refresh() {
    return this.changes.busy ? Promise.resolve() : this.look();
  }
  play() {
    this.notice = null;
    if (!this.looking) return this.player.play();
    void this.guard(async () => {
      await this.goBack();
      this.player.play();
    });
  }
  pause() {
    this.player.pause();
    void this.guard(async () => void await this.capture());
  }
  step() {
    this.player.pause();
    return this.advance(1);
  }
  /** Train without showing the steps in between. */
  advance(steps) {
    return this.guard(async () => {
      await this.goBack();
      await this.ask({ kind: "advance", steps, checkpoint: true });
    });
  }
  /** Show an earlier step; while one is on its way, only the newest wish counts. */
  lookBack(step) {
    this.player.pause();
    this.looks.ask(step);
  }
  /** Start a run with the same past up to the step shown, and show it. */
  branch() {
    return this.switchTo(() => ({ kind: "branch", step: this.frame.step }));
  }
  /** Show another run. */
  choose(track) {
    return this.switchTo(() => ({ kind: "choose", track }));
  }
  /** Delete a branch, and show the run that it came from. */
  forget(track) {
    return this.switchTo(() => ({ kind: "forget", track }));
  }
  /** Set a weight, or a bias if there is no source, by hand. */
  setWeight(place, value, label) {
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
  async question(kind, fields) {
    let reply = null;
    await this.guard(async () => void (reply = await this.requests.answer(kind, fields)));
    return reply;
  }
  /** All runs as a file; null if there was no answer. */
  async save() {
    let file = null;
    await this.guard(async () => void (file = await this.requests.file()));
    return file;
  }
  /** Show the runs in a file; Undo comes back to the run shown before. */
  load(file) {
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
  visit(checkpoint) {
    return this.guard(async () => {
      await this.remember("opened a link");
      await this.restore({ checkpoint, history: null });
    });
  }
  /** A checkpoint of the run's latest step, for a link. */
  async checkpoint() {
    return (await this.capture()).checkpoint;
  }
  restart(seed) {
    return this.guard(async () => {
      await this.remember(seed === void 0 ? "restart" : "new initial weights");
      const frame = await this.request({ kind: "restart", checkpoint: true, ...seed === void 0 ? {} : { seed } });
      this.history = new History();
      this.timeline.forgetRecent();
      this.accept(frame);
    });
  }
  /** Change settings while training continues. Quick changes of the same setting count as one. */
  change(change, label) {
    const name = Object.keys(change).join();
    const now = this.host.now();
    const same = name === this.gesture.name && now - this.gesture.at < ONE_GESTURE_MS;
    this.gesture = { name, at: now };
    this.label = { text: label, replaces: same };
    if (!same) void this.guard(() => this.remember(label));
    this.changes.push(change);
    this.host.changed();
  }
  undo() {
    return this.travel(this.timeline.past, this.timeline.future);
  }
  redo() {
    return this.travel(this.timeline.future, this.timeline.past);
  }
  /** After a number became NaN or infinite: go back, optionally with a smaller learning rate. */
  recover(smallerRate) {
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
  retry() {
    const playing = this.notice?.kind === "silent" && this.notice.playing;
    this.notice = null;
    this.retries++;
    this.transport.reconnect();
    if (this.status === "open") void (this.opened ? this.look() : this.resume());
    if (playing) this.player.play();
    this.host.changed();
  }
  dismiss() {
    this.notice = null;
    this.host.changed();
  }
  /** Ask what every unit computes at a point, again with every new frame, until given another point or null. */
  lookAt(x) {
    this.wanted = x;
    if (!x) this.probe = null;
    else this.probes.ask(x);
    this.host.changed();
  }
  close() {
    this.player.pause();
    this.transport.close();
  }
  look() {
    return this.guard(async () => void await this.ask({ kind: "open" }));
  }
  async trainOn(now) {
    const checkpoint = now - this.lastCheckpoint >= CHECKPOINT_EVERY_MS;
    if (checkpoint) this.lastCheckpoint = now;
    try {
      await this.ask({ kind: "advance", ...this.pace.amount, checkpoint });
    } catch (error) {
      if (!(error instanceof NoReply) || this.status === "open") throw error;
    }
  }
  async ask(message) {
    const frame = await this.request(message);
    this.accept(frame);
    return frame;
  }
  request(message) {
    return this.requests.frame(message);
  }
  accept(frame) {
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
  keep(checkpoint, frame) {
    this.latest = { checkpoint, step: frame.step, loss: frame.train.loss ?? Infinity };
    this.timeline.keep(this.latest);
    this.host.save?.({ checkpoint, history: this.history.toRecord(), name: frame.track, others: this.tracks.others });
  }
  stop(frame, message) {
    this.player.pause();
    this.notice = { kind: "stopped", message, back: this.timeline.best(), rate: frame.spec.learning_rate };
  }
  // A checkpoint of the latest step, also while an earlier one is shown.
  async capture() {
    const frame = await this.request({ kind: "pause", checkpoint: true });
    if (!this.looking) this.accept(frame);
    return { checkpoint: frame.checkpoint, history: this.history.toRecord(), label: "" };
  }
  async remember(label) {
    this.timeline.push({ ...await this.capture(), label });
  }
  // Continue from the step shown, if it is an earlier one; Undo brings back what followed.
  goBack(remembered = false) {
    if (!this.looking) return Promise.resolve();
    return this.goingBack ??= this.sendGoBack(remembered).finally(() => this.goingBack = null);
  }
  async sendGoBack(remembered) {
    const { step } = this.frame;
    if (!remembered) await this.remember(`going on from step ${step}`);
    this.timeline.forgetRecent();
    const frame = await this.request({ kind: "go_back", step, checkpoint: true });
    this.history.forgetAfter(step);
    this.accept(frame);
  }
  async sendLook(step) {
    await this.ask({ kind: "look", ...step === this.frame.latest ? {} : { step } });
  }
  switchTo(message) {
    this.player.pause();
    return this.guard(async () => {
      const { track } = this.frame;
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
  revive({ checkpoint, history, name = "run", others = [] }) {
    const shown = { name, checkpoint, history: history ?? new History().toRecord() };
    return this.tracks.revive((message) => this.request(message), shown, others);
  }
  async sendChange(change) {
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
  travel(from, to) {
    this.travelling = this.travelling.then(
      () => this.guard(async () => {
        const target = from.at(-1);
        if (!target) return;
        const here = await this.capture();
        from.pop();
        to.push({ ...here, label: target.label });
        await this.restore(target);
      })
    );
    return this.travelling;
  }
  async restore(saved) {
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
  async sendProbe(x) {
    try {
      const activations = await this.requests.probe(x);
      if (this.wanted) this.probe = { x, activations };
    } catch (error) {
      if (!(error instanceof NoReply || error instanceof Rejected)) throw error;
    }
    this.host.changed();
  }
  onStatus(status) {
    if (status === "open") void this.resume();
    else this.opened = false;
    this.host.changed();
  }
  resume() {
    const { first, latest } = this;
    const name = this.frame?.track ?? "run";
    if (latest) return this.openOrReset({ saved: { checkpoint: latest.checkpoint, history: this.historyUpTo(latest.step), name, others: this.tracks.others } });
    if (!first) return Promise.resolve();
    this.host.opening?.();
    return this.openOrReset(first);
  }
  // Settings that Python rejects (an old link, a damaged checkpoint) are reported; the session opens without them.
  openOrReset(begin) {
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
  historyUpTo(step) {
    this.history.forgetAfter(step);
    return this.history.toRecord();
  }
  // Errors and silence are shown on the page; a lost connection is reported separately.
  async guard(work) {
    const { retries } = this;
    try {
      await work();
    } catch (error) {
      if (!(error instanceof NoReply)) this.notify({ kind: "error", message: error.message });
      else if (retries === this.retries) this.fallSilent(false);
    }
  }
  fallSilent(playing) {
    if (this.status !== "open") return;
    const wasPlaying = this.notice?.kind === "silent" && this.notice.playing;
    this.notify({ kind: "silent", playing: playing || wasPlaying });
  }
  notify(notice) {
    this.notice = notice;
    this.host.changed();
  }
};
export {
  Session
};
