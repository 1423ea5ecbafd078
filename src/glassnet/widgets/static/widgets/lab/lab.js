// widgets/lab/lab.ts
import { make } from "../../dom/element.js";
import explanationStyles from "../../dom/explanation.css.js";
import timelineStyles from "../../dom/timeline_bar.css.js";
import { rootStyles } from "../../dom/styles.js";
import { watchTheme } from "../../dom/theme.js";
import { toHash } from "../../lib/link.js";
import { columnSizes } from "../../lib/network.js";
import { decimal, whole } from "../../lib/numbers.js";
import { toFrame } from "../../lib/protocol.js";
import { Session } from "../../lib/session.js";
import { changeWords, choicesOf } from "../../lib/settings.js";
import { SETTINGS } from "../../wire/lab.js";
import { makeBuildPanel } from "./build_panel.js";
import { makeDataPicker, makeDataSettings } from "./data_panel.js";
import { Drawing } from "./drawing.js";
import { makeHelp } from "./help.js";
import { InsidesPanel } from "./insides_panel.js";
import { handleKey } from "./keys.js";
import styles from "./lab.css.js";
import { LevelSwitch } from "./level_switch.js";
import { LossPanel } from "./loss_panel.js";
import { MapPanel } from "./map_panel.js";
import { makeNetworkPanel } from "./network_panel.js";
import { makeNotices } from "./notices.js";
import { PastPanel } from "./past_panel.js";
import { Attention, makeLook } from "./scene.js";
import { makeSharePanel } from "./share_panel.js";
import { makeToolbar } from "./toolbar.js";
var VIEW = { map: 100, units: 32 };
var THUMBNAIL_POINTS = 160;
var Lab = class {
  constructor(element, settings) {
    this.settings = settings;
    const { save } = settings;
    this.session = new Session(settings.transport, {
      view: VIEW,
      changed: () => this.redraw(),
      now: () => performance.now(),
      requestFrame: (callback) => requestAnimationFrame(callback),
      cancelFrame: (handle) => cancelAnimationFrame(handle),
      ...settings.thumbnails ? { opening: () => void this.loadThumbnails() } : {},
      ...save ? { save: (saved) => save(saved, this.session.frame.spec) } : {}
    });
    this.notices = makeNotices(this.session);
    this.level = settings.level;
    this.levels = new LevelSwitch(this.level, (level) => this.setLevel(level));
    this.drawing = new Drawing(() => this.session.spec, this.change);
    this.insides = new InsidesPanel(this.session, () => this.redraw());
    const [toolbar, body, below] = this.makePanels();
    this.panels = [toolbar, ...body, ...below];
    const elements = (panels) => panels.map(({ element: element2 }) => element2);
    const sheet = make("style", {}, rootStyles, explanationStyles, timelineStyles, styles);
    this.root.append(sheet, toolbar.element, this.notices.element, make("div", { class: "gn-body" }, ...elements(body)), ...elements(below), this.help);
    element.append(this.root);
    this.unwatch = watchTheme((theme) => {
      this.root.dataset["theme"] = theme;
      this.look = makeLook(theme);
      this.redraw();
    });
    settings.keys.addEventListener("keydown", this.onKey, { signal: this.controller.signal });
    void this.session.begin(settings.begin);
  }
  settings;
  session;
  root = make("div", { class: "gn-root gn-lab", "data-lm-suppress-shortcuts": "true" });
  attention = new Attention(() => this.redraw());
  thumbnails = /* @__PURE__ */ new Map();
  level;
  drawing;
  insides;
  levels;
  notices;
  panels;
  help = makeHelp();
  unwatch;
  controller = new AbortController();
  look;
  scheduled = 0;
  wasPlaying = false;
  /** Change settings, with a description for Undo. */
  change = (change) => {
    const before = this.session.spec;
    if (before) this.session.change(change, changeWords(SETTINGS, before, change));
  };
  close() {
    cancelAnimationFrame(this.scheduled);
    this.controller.abort();
    this.unwatch();
    this.session.close();
    for (const panel of this.panels) panel.close?.();
    this.root.remove();
  }
  /** The toolbar, the panels beside each other, and those below them. */
  makePanels() {
    const { session, drawing, insides } = this;
    const redraw = () => this.redraw();
    const current = () => session.spec;
    const explain = (reference, step) => {
      this.setLevel("look");
      insides.begin({ reference, step, track: session.frame.track });
    };
    const onLink = this.settings.onLink ? () => void this.copyLink(false) : null;
    const map = new MapPanel(session, drawing, (point) => insides.pinPoint(point), redraw);
    const network = makeNetworkPanel(session, this.attention, this.change, redraw);
    const loss = new LossPanel(redraw);
    const body = [
      makeDataPicker(this.thumbnails, this.change, redraw),
      map,
      network,
      loss,
      makeDataSettings(this.change, () => this.change({ data_seed: current().data_seed + 1 }))
    ];
    const share = makeSharePanel({
      session,
      announce: (text) => this.notices.announce(text),
      ...onLink ? { onState: () => void this.copyLink(true) } : {},
      pictures: { map: () => map.picture(), loss: () => loss.picture(), network: () => network.picture() }
    });
    const below = [makeBuildPanel(current, this.change, drawing, redraw), insides, share, new PastPanel(session, explain)];
    return [makeToolbar({ session, levels: this.levels.element, onLink, onHelp: () => this.help.showModal() }), body, below];
  }
  setLevel(level) {
    this.level = level;
    this.levels.show(level);
    this.redraw();
  }
  // Sent before the Lab is opened: each request is for another data set, and only its points are kept.
  async loadThumbnails() {
    const view = { map: 0, units: 0 };
    const asked = choicesOf(SETTINGS.data).map(async ({ value: data }) => {
      const message = { kind: "open", spec: { data, samples: THUMBNAIL_POINTS, hidden: [] }, view };
      const { points } = toFrame(await this.settings.transport.request(message));
      if (points) this.thumbnails.set(data, points);
    });
    await Promise.allSettled(asked);
    this.redraw();
  }
  redraw() {
    this.scheduled ||= requestAnimationFrame(() => {
      this.scheduled = 0;
      this.draw();
    });
  }
  draw() {
    const { session, look } = this;
    const { frame, spec } = session;
    this.notices.draw();
    this.root.dataset["status"] = session.status;
    if (!frame || !spec) return;
    this.attention.restrict(columnSizes(frame.layers));
    const { level } = this;
    this.root.dataset["level"] = level;
    const scene = { session, frame, spec, look, level, focus: this.attention.current, pinned: this.attention.chosen };
    for (const panel of this.panels) panel.draw(scene);
    this.announce();
    this.settings.onAddress?.(session.looking ? spec : frame.spec, level);
    Object.assign(this.root.dataset, {
      ready: "true",
      step: frame.step,
      latest: frame.latest,
      track: frame.track,
      loss: frame.train.loss,
      testLoss: frame.test.loss,
      playing: !session.player.settled,
      updates: frame.updates,
      changes: session.changesShown,
      settings: toHash(SETTINGS, frame.spec)
    });
  }
  // No announcements to screen readers while training runs; the state is announced when it pauses.
  announce() {
    const { player, frame } = this.session;
    const playing = !player.settled;
    if (playing !== this.wasPlaying) {
      const place = `Paused at step ${whole(frame.step)}, training loss ${decimal(frame.train.loss)}`;
      this.notices.announce(playing ? "Training" : place);
    }
    this.wasPlaying = playing;
  }
  async copyLink(withState) {
    const checkpoint = withState ? await this.session.checkpoint() : null;
    this.notices.announce(await this.settings.onLink(this.session.frame.spec, this.level, checkpoint));
  }
  onKey = (event) => {
    handleKey(event, { session: this.session, onHelp: () => this.help.showModal(), onEscape: () => this.attention.pin(null) });
  };
};
export {
  Lab
};
