// lib/session.ts
import { ChangeQueue } from "./changes.js";
import { History } from "./history.js";
import { PlayLoop, speedOf } from "./play.js";
import { accepted, NoReply, Rejected, toFrame } from "./protocol.js";
import { Timeline } from "./timeline.js";
var MAX_LOST = 5;
var CHECKPOINT_EVERY_MS = 400;
var ONE_GESTURE_MS = 1e3;
var MIN_RATE = 1e-4;
var Session = class {
  constructor(transport, host) {
    this.transport = transport;
    this.host = host;
    const { requestFrame, cancelFrame } = host;
    this.player = new PlayLoop(
      {
        turn: (now) => this.trainOn(now),
        ready: () => this.opened && !this.changes.busy && this.restoring === 0,
        changed: () => host.changed(),
        failed: (error) => this.notify(error instanceof NoReply ? { kind: "silent" } : { kind: "error", message: error.message })
      },
      { depth: 2, maxLost: MAX_LOST, requestFrame, cancelFrame }
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
  player;
  pace = speedOf("normal");
  lastCheckpoint = -Infinity;
  changes = new ChangeQueue((change) => this.sendChange(change));
  latest = null;
  gesture = { name: "", at: -Infinity };
  label = { text: "", replaces: false };
  restoring = 0;
  travelling = Promise.resolve();
  opened = false;
  probing = false;
  wanted = null;
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
  /** Start, or resume after a lost connection, from a checkpoint if there is one. */
  async open(begin) {
    const { saved, spec } = begin;
    const first = saved ? { checkpoint: saved.checkpoint } : spec ? { spec } : {};
    const frame = await this.request({ kind: "open", view: this.host.view, ...first });
    this.history = saved ? History.from(saved.history) : new History();
    this.opened = true;
    this.accept(frame);
    await this.capture();
  }
  /** Show the current state: a notebook cell may have changed it in Python. */
  refresh() {
    if (this.changes.busy) return Promise.resolve();
    return this.guard(async () => void await this.ask({ kind: "open" }));
  }
  play() {
    this.notice = null;
    this.player.play();
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
    return this.guard(async () => void await this.ask({ kind: "advance", steps, checkpoint: true }));
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
  retry() {
    this.notice = null;
    this.transport.reconnect();
    this.play();
  }
  dismiss() {
    this.notice = null;
    this.host.changed();
  }
  /** Ask what every unit computes at a point, again with every new frame, until given another point or null. */
  lookAt(x) {
    this.wanted = x;
    if (!x) this.probe = null;
    else if (!this.probing) void this.pumpProbe();
    this.host.changed();
  }
  close() {
    this.player.pause();
    this.transport.close();
  }
  async trainOn(now) {
    const checkpoint = now - this.lastCheckpoint >= CHECKPOINT_EVERY_MS;
    if (checkpoint) this.lastCheckpoint = now;
    await this.ask({ kind: "advance", ...this.pace.amount, checkpoint });
  }
  async ask(message) {
    const frame = await this.request(message);
    this.accept(frame);
    return frame;
  }
  async request(message) {
    return toFrame(await this.transport.request(message));
  }
  accept(frame) {
    this.frame = frame;
    if (frame.points) this.points = frame.points;
    const { step, epoch, train, test } = frame;
    this.history.add({ step, epoch, train: train.loss ?? NaN, test: test.loss ?? NaN });
    if (frame.stopped) this.stop(frame, frame.stopped.message);
    else if (frame.checkpoint) this.keep(frame.checkpoint, frame);
    if (this.wanted && !this.probing) void this.pumpProbe();
    this.host.changed();
  }
  keep(checkpoint, frame) {
    this.latest = { checkpoint, step: frame.step, loss: frame.train.loss ?? Infinity };
    this.timeline.keep(this.latest);
    this.host.save?.({ checkpoint, history: this.history.toRecord() });
  }
  stop(frame, message) {
    this.player.pause();
    this.notice = { kind: "stopped", message, back: this.timeline.best(), rate: frame.spec.learning_rate };
  }
  async capture() {
    const frame = await this.ask({ kind: "pause", checkpoint: true });
    return { checkpoint: frame.checkpoint, history: this.history.toRecord(), label: "" };
  }
  async remember(label) {
    this.timeline.push({ ...await this.capture(), label });
  }
  async sendChange(change) {
    const { text: label, replaces } = this.label;
    await this.guard(async () => {
      this.notice = null;
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
      await this.open({ saved });
    } finally {
      this.restoring--;
    }
  }
  async pumpProbe() {
    this.probing = true;
    const x = this.wanted;
    try {
      const message = { kind: "probe", x };
      const { activations } = accepted(await this.transport.request(message));
      if (this.wanted) this.probe = { x, activations };
    } catch (error) {
      if (!(error instanceof NoReply || error instanceof Rejected)) throw error;
    }
    this.probing = false;
    this.host.changed();
    if (this.wanted && this.wanted !== x) void this.pumpProbe();
  }
  onStatus(status) {
    if (status === "open") {
      const saved = this.latest && { checkpoint: this.latest.checkpoint, history: this.historyUpTo(this.latest.step) };
      if (saved) void this.guard(() => this.open({ saved }));
    } else {
      this.opened = false;
    }
    this.host.changed();
  }
  historyUpTo(step) {
    this.history.forgetAfter(step);
    return this.history.toRecord();
  }
  // Errors are shown on the page; a lost connection is reported separately.
  async guard(work) {
    try {
      await work();
    } catch (error) {
      if (error instanceof NoReply) return;
      this.notify({ kind: "error", message: error.message });
    }
  }
  notify(notice) {
    this.notice = notice;
    this.host.changed();
  }
};
export {
  Session
};
