// widgets/lab/lab.ts
import { make } from "../../dom/element.js";
import { rootStyles } from "../../dom/styles.js";
import { watchTheme } from "../../dom/theme.js";
import { toHash } from "../../lib/link.js";
import { columnSizes } from "../../lib/network.js";
import { decimal, whole } from "../../lib/numbers.js";
import { toFrame } from "../../lib/protocol.js";
import { Session } from "../../lib/session.js";
import { changeWords } from "../../lib/settings.js";
import { SETTINGS } from "../../wire/lab.js";
import { makeDataPicker, makeDataSettings } from "./data_panel.js";
import { makeHelp } from "./help.js";
import { handleKey } from "./keys.js";
import styles from "./lab.css.js";
import { LossPanel } from "./loss_panel.js";
import { MapPanel } from "./map_panel.js";
import { makeNetworkPanel } from "./network_panel.js";
import { makeNotices } from "./notices.js";
import { Attention, makeLook } from "./scene.js";
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
    this.panels = this.makePanels();
    const [toolbar, ...rest] = this.panels.map((panel) => panel.element);
    const body = make("div", { class: "gn-body" }, ...rest);
    this.root.append(make("style", {}, rootStyles, styles), toolbar, this.notices.element, body, this.help);
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
  makePanels() {
    const { session } = this;
    const redraw = () => this.redraw();
    return [
      makeToolbar({ session, onLink: this.settings.onLink ? () => void this.copyLink() : null, onHelp: () => this.help.showModal() }),
      makeDataPicker(this.thumbnails, this.change, redraw),
      new MapPanel(session, redraw),
      makeNetworkPanel(session, this.attention, this.change, redraw),
      new LossPanel(redraw),
      makeDataSettings(this.change, () => this.change({ data_seed: this.session.spec.data_seed + 1 }))
    ];
  }
  // Sent before the Lab is opened: each request is for another data set, and only its points are kept.
  async loadThumbnails() {
    const view = { map: 0, units: 0 };
    const asked = SETTINGS.data.choices.map(async ({ value: data }) => {
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
    const scene = { session, frame, spec, look, focus: this.attention.current };
    for (const panel of this.panels) panel.draw(scene);
    this.announce();
    this.settings.onSpec?.(frame.spec);
    Object.assign(this.root.dataset, {
      ready: "true",
      step: frame.step,
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
  async copyLink() {
    this.notices.announce(await this.settings.onLink(this.session.frame.spec));
  }
  onKey = (event) => {
    handleKey(event, { session: this.session, onHelp: () => this.help.showModal(), onEscape: () => this.attention.pin(null) });
  };
};
export {
  Lab
};
