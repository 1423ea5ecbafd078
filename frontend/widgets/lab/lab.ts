// The Lab: puts the panels together, draws at most once per animation frame, listens to the keys.
import { make } from "../../dom/element.ts";
import { rootStyles } from "../../dom/styles.ts";
import { watchTheme } from "../../dom/theme.ts";
import { toHash } from "../../lib/link.ts";
import { columnSizes } from "../../lib/network.ts";
import { decimal, whole } from "../../lib/numbers.ts";
import { toFrame, type LabMessage, type Spec } from "../../lib/protocol.ts";
import { Session, type Begin, type Saved } from "../../lib/session.ts";
import { changeWords } from "../../lib/settings.ts";
import type { Transport } from "../../lib/transport.ts";
import { SETTINGS } from "../../wire/lab.ts";
import { makeDataPicker, makeDataSettings, type Thumbnails } from "./data_panel.ts";
import { makeHelp } from "./help.ts";
import { handleKey } from "./keys.ts";
import styles from "./lab.css";
import { LossPanel } from "./loss_panel.ts";
import { MapPanel } from "./map_panel.ts";
import { makeNetworkPanel } from "./network_panel.ts";
import { makeNotices, type Notices } from "./notices.ts";
import { Attention, makeLook, type Look, type Panel } from "./scene.ts";
import { makeToolbar } from "./toolbar.ts";

export interface LabSettings {
  transport: Transport;
  /** Where to listen for keys: the whole page or, in a notebook, the widget only. */
  keys: HTMLElement | Document;
  begin: Begin;
  /** Whether to show thumbnails of the data sets: the session is then opened with each of them first. */
  thumbnails: boolean;
  save?: (saved: Saved, spec: Spec) => void;
  onSpec?: (spec: Spec) => void;
  onLink?: (spec: Spec) => Promise<string>;
}

const VIEW = { map: 100, units: 32 };
const THUMBNAIL_POINTS = 160;

export class Lab {
  readonly session: Session;
  private readonly root = make("div", { class: "gn-root gn-lab", "data-lm-suppress-shortcuts": "true" });
  private readonly attention = new Attention(() => this.redraw());
  private readonly thumbnails: Thumbnails = new Map();
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
    this.panels = this.makePanels();
    const [toolbar, ...rest] = this.panels.map((panel) => panel.element);
    const body = make("div", { class: "gn-body" }, ...rest);
    this.root.append(make("style", {}, rootStyles, styles), toolbar!, this.notices.element, body, this.help);
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

  private makePanels(): Panel[] {
    const { session } = this;
    const redraw = () => this.redraw();
    return [
      makeToolbar({ session, onLink: this.settings.onLink ? () => void this.copyLink() : null, onHelp: () => this.help.showModal() }),
      makeDataPicker(this.thumbnails, this.change, redraw),
      new MapPanel(session, redraw),
      makeNetworkPanel(session, this.attention, this.change, redraw),
      new LossPanel(redraw),
      makeDataSettings(this.change, () => this.change({ data_seed: this.session.spec!.data_seed + 1 })),
    ];
  }

  // Sent before the Lab is opened: each request is for another data set, and only its points are kept.
  private async loadThumbnails(): Promise<void> {
    const view = { map: 0, units: 0 };
    const asked = SETTINGS.data.choices.map(async ({ value: data }) => {
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

  private async copyLink(): Promise<void> {
    this.notices.announce(await this.settings.onLink!(this.session.frame!.spec));
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    handleKey(event, { session: this.session, onHelp: () => this.help.showModal(), onEscape: () => this.attention.pin(null) });
  };
}
