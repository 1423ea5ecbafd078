// The Lab: puts the panels together, draws at most once per animation frame, listens to the keys.
import { make } from "../../dom/element.ts";
import explanationStyles from "../../dom/explanation.css";
import timelineStyles from "../../dom/timeline_bar.css";
import { rootStyles } from "../../dom/styles.ts";
import { watchTheme } from "../../dom/theme.ts";
import type { Level } from "../../lib/level.ts";
import { toHash } from "../../lib/link.ts";
import { columnSizes } from "../../lib/network.ts";
import { decimal, whole } from "../../lib/numbers.ts";
import { toFrame, type LabMessage, type Spec } from "../../lib/protocol.ts";
import { Session } from "../../lib/session.ts";
import type { Begin, Saved } from "../../lib/session_host.ts";
import { changeWords, choicesOf } from "../../lib/settings.ts";
import type { Transport } from "../../lib/transport.ts";
import { SETTINGS } from "../../wire/lab.ts";
import { makeBuildPanel } from "./build_panel.ts";
import { makeDataPicker, makeDataSettings, type Thumbnails } from "./data_panel.ts";
import { Drawing } from "./drawing.ts";
import { makeHelp } from "./help.ts";
import { InsidesPanel } from "./insides_panel.ts";
import { handleKey } from "./keys.ts";
import styles from "./lab.css";
import { LevelSwitch } from "./level_switch.ts";
import { LossPanel } from "./loss_panel.ts";
import { MapPanel } from "./map_panel.ts";
import { makeNetworkPanel } from "./network_panel.ts";
import { makeNotices, type Notices } from "./notices.ts";
import { PastPanel } from "./past_panel.ts";
import { Attention, makeLook, type Look, type Panel } from "./scene.ts";
import { makeSharePanel } from "./share_panel.ts";
import { makeToolbar } from "./toolbar.ts";

export interface LabSettings {
  transport: Transport;
  /** Where to listen for keys: the whole page or, in a notebook, the widget only. */
  keys: HTMLElement | Document;
  begin: Begin;
  /** Whether to show thumbnails of the data sets: the session is then opened with each of them first. */
  thumbnails: boolean;
  level: Level;
  save?: (saved: Saved, spec: Spec) => void;
  onAddress?: (spec: Spec, level: Level) => void;
  /** Copy a link, to the settings or, with a checkpoint, to the whole state; returns what to say. */
  onLink?: (spec: Spec, level: Level, checkpoint: string | null) => Promise<string>;
}

const VIEW = { map: 100, units: 32 };
const THUMBNAIL_POINTS = 160;

export class Lab {
  readonly session: Session;
  private readonly root = make("div", { class: "gn-root gn-lab", "data-lm-suppress-shortcuts": "true" });
  private readonly attention = new Attention(() => this.redraw());
  private readonly thumbnails: Thumbnails = new Map();
  private level: Level;
  private readonly drawing: Drawing;
  private readonly insides: InsidesPanel;
  private readonly levels: LevelSwitch;
  private readonly notices: Notices;
  private readonly panels: Panel[];
  private readonly help = makeHelp();
  private readonly unwatch: () => void;
  private readonly controller = new AbortController();
  private look!: Look;
  private scheduled = 0;
  private wasPlaying = false;

  constructor(
    element: HTMLElement,
    private readonly settings: LabSettings,
  ) {
    const { save } = settings;
    this.session = new Session(settings.transport, {
      view: VIEW,
      changed: () => this.redraw(),
      now: () => performance.now(),
      requestFrame: (callback) => requestAnimationFrame(callback),
      cancelFrame: (handle) => cancelAnimationFrame(handle),
      ...(settings.thumbnails ? { opening: () => void this.loadThumbnails() } : {}),
      ...(save ? { save: (saved: Saved) => save(saved, this.session.frame!.spec) } : {}),
    });
    this.notices = makeNotices(this.session);
    this.level = settings.level;
    this.levels = new LevelSwitch(this.level, (level) => this.setLevel(level));
    this.drawing = new Drawing(() => this.session.spec, this.change);
    this.insides = new InsidesPanel(this.session, () => this.redraw());
    const [toolbar, body, below] = this.makePanels();
    this.panels = [toolbar, ...body, ...below];
    const elements = (panels: Panel[]): HTMLElement[] => panels.map(({ element }) => element);
    const sheet = make("style", {}, rootStyles, explanationStyles, timelineStyles, styles);
    this.root.append(sheet, toolbar.element, this.notices.element, make("div", { class: "gn-body" }, ...elements(body)), ...elements(below), this.help);
    element.append(this.root);
    this.unwatch = watchTheme((theme) => {
      this.root.dataset["theme"] = theme;
      this.look = makeLook(theme);
      this.redraw();
    });
    settings.keys.addEventListener("keydown", this.onKey as EventListener, { signal: this.controller.signal });
    void this.session.begin(settings.begin);
  }

  /** Change settings, with a description for Undo. */
  readonly change = (change: Partial<Spec>): void => {
    const before = this.session.spec;
    if (before) this.session.change(change, changeWords(SETTINGS, before, change));
  };

  close(): void {
    cancelAnimationFrame(this.scheduled);
    this.controller.abort();
    this.unwatch();
    this.session.close();
    for (const panel of this.panels) panel.close?.();
    this.root.remove();
  }

  /** The toolbar, the panels beside each other, and those below them. */
  private makePanels(): [Panel, Panel[], Panel[]] {
    const { session, drawing, insides } = this;
    const redraw = (): void => this.redraw();
    const current = (): Spec => session.spec!;
    const explain = (reference: string, step: number): void => {
      this.setLevel("look");
      insides.begin({ reference, step, track: session.frame!.track });
    };
    const onLink = this.settings.onLink ? (): void => void this.copyLink(false) : null;
    const map = new MapPanel(session, drawing, (point) => insides.pinPoint(point), redraw);
    const network = makeNetworkPanel(session, this.attention, this.change, redraw);
    const loss = new LossPanel(redraw);
    const body = [
      makeDataPicker(this.thumbnails, this.change, redraw),
      map,
      network,
      loss,
      makeDataSettings(this.change, () => this.change({ data_seed: current().data_seed + 1 })),
    ];
    const share = makeSharePanel({
      session,
      announce: (text) => this.notices.announce(text),
      ...(onLink ? { onState: () => void this.copyLink(true) } : {}),
      pictures: { map: () => map.picture(), loss: () => loss.picture(), network: () => network.picture() },
    });
    const below = [makeBuildPanel(current, this.change, drawing, redraw), insides, share, new PastPanel(session, explain)];
    return [makeToolbar({ session, levels: this.levels.element, onLink, onHelp: () => this.help.showModal() }), body, below];
  }

  setLevel(level: Level): void {
    this.level = level;
    this.levels.show(level);
    this.redraw();
  }

  // Sent before the Lab is opened: each request is for another data set, and only its points are kept.
  private async loadThumbnails(): Promise<void> {
    const view = { map: 0, units: 0 };
    const asked = choicesOf(SETTINGS.data).map(async ({ value: data }) => {
      const message: LabMessage = { kind: "open", spec: { data, samples: THUMBNAIL_POINTS, hidden: [] }, view };
      const { points } = toFrame(await this.settings.transport.request(message));
      if (points) this.thumbnails.set(data, points);
    });
    await Promise.allSettled(asked); // those without an answer are asked again when the session is
    this.redraw();
  }

  private redraw(): void {
    this.scheduled ||= requestAnimationFrame(() => {
      this.scheduled = 0;
      this.draw();
    });
  }

  private draw(): void {
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
      settings: toHash(SETTINGS, frame.spec),
    });
  }

  // No announcements to screen readers while training runs; the state is announced when it pauses.
  private announce(): void {
    const { player, frame } = this.session;
    const playing = !player.settled;
    if (playing !== this.wasPlaying) {
      const place = `Paused at step ${whole(frame!.step)}, training loss ${decimal(frame!.train.loss)}`;
      this.notices.announce(playing ? "Training" : place);
    }
    this.wasPlaying = playing;
  }

  private async copyLink(withState: boolean): Promise<void> {
    const checkpoint = withState ? await this.session.checkpoint() : null;
    this.notices.announce(await this.settings.onLink!(this.session.frame!.spec, this.level, checkpoint));
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    handleKey(event, { session: this.session, onHelp: () => this.help.showModal(), onEscape: () => this.attention.pin(null) });
  };
}
