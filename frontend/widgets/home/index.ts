// The home page's animation: a small network that learns a spiral, live.
import { setIcon, icon } from "../../dom/icons.ts";
import { LossChart } from "../../dom/loss_chart.ts";
import { make, setText } from "../../dom/element.ts";
import { Plane } from "../../dom/plane.ts";
import { rootStyles } from "../../dom/styles.ts";
import { prefersReducedMotion, watchTheme } from "../../dom/theme.ts";
import { mapTable, type Theme } from "../../lib/colors.ts";
import { decimal, whole } from "../../lib/numbers.ts";
import type { Spec } from "../../lib/protocol.ts";
import { Session } from "../../lib/session.ts";
import { SocketTransport, socketAddress } from "../../lib/websocket.ts";
import styles from "./home.css";

// These settings learn the spiral in about ten seconds at ten steps per frame.
const SPEC: Partial<Spec> = { data: "spiral", noise: 0.03, hidden: [8, 8], learning_rate: 0.3, seed: 1 };
const LEARNT = 0.01;
const MAX_STEPS = 12_000;
const STILL_STEPS = 2000;
const STILL_TURNS = 4;

export function mountHome(element: HTMLElement, { socketUrl }: { socketUrl: string }): () => void {
  const home = new Home(element, socketUrl);
  return () => home.close();
}

class Home {
  private readonly session: Session;
  private readonly root = make("div", { class: "gn-root gn-home" });
  private readonly plane = new Plane(() => this.redraw());
  private readonly chart = new LossChart(() => this.redraw());
  private readonly icon = icon("pause");
  private readonly button = make("button", { type: "button", class: "gn-play", name: "play", onclick: () => this.press() }, this.icon, make("span"));
  private readonly caption = make("p", { class: "gn-caption" });
  private readonly unwatch: () => void;
  private theme: Theme = "light";
  private colors = mapTable("light");
  private scheduled = 0;

  constructor(element: HTMLElement, socketUrl: string) {
    const transport = new SocketTransport(socketAddress(socketUrl, location));
    this.session = new Session(transport, {
      view: { map: 100, units: 0 },
      changed: () => this.redraw(),
      now: () => performance.now(),
      requestFrame: (callback) => requestAnimationFrame(callback),
      cancelFrame: (handle) => cancelAnimationFrame(handle),
    });
    const label = "A network with two hidden layers of eight units learns to separate the two arms of a spiral";
    this.root.append(
      make("style", {}, rootStyles, styles),
      make("div", { class: "gn-screen", role: "img", "aria-label": label }, this.plane.element),
      make("div", { class: "gn-chart" }, this.chart.surface.canvas),
      make("div", { class: "gn-under" }, this.button, this.caption),
    );
    element.append(this.root);
    this.unwatch = watchTheme((theme) => {
      [this.theme, this.colors] = [theme, mapTable(theme)];
      this.root.dataset["theme"] = theme;
      this.redraw();
    });
    void this.session.begin({ spec: SPEC });
    if (!prefersReducedMotion()) this.session.play();
    else transport.onStatus((status) => status === "open" && void this.learn());
  }

  close(): void {
    cancelAnimationFrame(this.scheduled);
    this.unwatch();
    this.session.close();
    this.plane.close();
    this.chart.close();
    this.root.remove();
  }

  // Readers who prefer reduced motion get the finished image straight away.
  private async learn(): Promise<void> {
    for (let turn = 0; turn < STILL_TURNS && !this.learnt; turn++) await this.session.advance(STILL_STEPS);
  }

  private async press(): Promise<void> {
    const { session } = this;
    if (session.notice?.kind === "silent") session.retry();
    if (session.player.playing) return session.pause();
    if (this.learnt) await session.restart();
    session.play();
  }

  private get learnt(): boolean {
    const { frame } = this.session;
    return frame !== null && ((frame.train.loss ?? Infinity) < LEARNT || frame.step >= MAX_STEPS);
  }

  private get trouble(): string {
    const { notice, status } = this.session;
    if (status === "lost") return "Connection lost; reconnecting…";
    if (notice?.kind === "silent") return "Python has not answered. Press the button to try again.";
    return notice?.message ?? "";
  }

  private redraw(): void {
    this.scheduled ||= requestAnimationFrame(() => {
      this.scheduled = 0;
      this.draw();
    });
  }

  private draw(): void {
    const { session, theme } = this;
    const { frame, points, player } = session;
    if (!frame?.map || !points) return setText(this.caption, this.trouble);
    if (player.playing && this.learnt) session.pause();
    this.plane.drawPicture(frame.map, this.colors);
    this.plane.drawPoints(points, frame.domain, theme);
    this.chart.draw(session.history, { log: false, across: "step", theme, hovered: null });
    setIcon(this.icon, player.playing ? "pause" : this.learnt ? "restart" : "play");
    setText(this.button.lastElementChild!, player.playing ? "Pause" : this.learnt ? "Replay" : "Play");
    setText(this.caption, `Step ${whole(frame.step)}: loss ${decimal(frame.train.loss)} nats. ${this.trouble}`.trimEnd());
    Object.assign(this.root.dataset, { ready: "true", step: frame.step, loss: frame.train.loss, playing: !player.settled });
  }
}
