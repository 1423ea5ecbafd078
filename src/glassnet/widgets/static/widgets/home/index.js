// widgets/home/index.ts
import { setIcon, icon } from "../../dom/icons.js";
import { LossChart } from "../../dom/loss_chart.js";
import { make, setText } from "../../dom/element.js";
import { Plane } from "../../dom/plane.js";
import { rootStyles } from "../../dom/styles.js";
import { prefersReducedMotion, watchTheme } from "../../dom/theme.js";
import { mapTable } from "../../lib/colors.js";
import { decimal, whole } from "../../lib/numbers.js";
import { Session } from "../../lib/session.js";
import { SocketTransport, socketAddress } from "../../lib/websocket.js";
import styles from "./home.css.js";
var SPEC = { data: "spiral", noise: 0.03, hidden: [8, 8], learning_rate: 0.3, seed: 1 };
var LEARNT = 0.01;
var MAX_STEPS = 12e3;
var STILL_STEPS = 2e3;
var STILL_TURNS = 4;
function mountHome(element, { socketUrl }) {
  const home = new Home(element, socketUrl);
  return () => home.close();
}
var Home = class {
  session;
  root = make("div", { class: "gn-root gn-home" });
  plane = new Plane(() => this.redraw());
  chart = new LossChart(() => this.redraw());
  icon = icon("pause");
  button = make("button", { type: "button", class: "gn-play", name: "play", onclick: () => this.press() }, this.icon, make("span"));
  caption = make("p", { class: "gn-caption" });
  unwatch;
  theme = "light";
  colors = mapTable("light");
  scheduled = 0;
  constructor(element, socketUrl) {
    const transport = new SocketTransport(socketAddress(socketUrl, location));
    this.session = new Session(transport, {
      view: { map: 100, units: 0 },
      changed: () => this.redraw(),
      now: () => performance.now(),
      requestFrame: (callback) => requestAnimationFrame(callback),
      cancelFrame: (handle) => cancelAnimationFrame(handle)
    });
    const label = "A network with two hidden layers of eight units learns to separate the two arms of a spiral";
    this.root.append(
      make("style", {}, rootStyles, styles),
      make("div", { class: "gn-screen", role: "img", "aria-label": label }, this.plane.element),
      make("div", { class: "gn-chart" }, this.chart.surface.canvas),
      make("div", { class: "gn-under" }, this.button, this.caption)
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
  close() {
    cancelAnimationFrame(this.scheduled);
    this.unwatch();
    this.session.close();
    this.plane.close();
    this.chart.close();
    this.root.remove();
  }
  // Readers who prefer reduced motion get the finished image straight away.
  async learn() {
    for (let turn = 0; turn < STILL_TURNS && !this.learnt; turn++) await this.session.advance(STILL_STEPS);
  }
  async press() {
    const { session } = this;
    if (session.notice?.kind === "silent") session.retry();
    if (session.player.playing) return session.pause();
    if (this.learnt) await session.restart();
    session.play();
  }
  get learnt() {
    const { frame } = this.session;
    return frame !== null && ((frame.train.loss ?? Infinity) < LEARNT || frame.step >= MAX_STEPS);
  }
  get trouble() {
    const { notice, status } = this.session;
    if (status === "lost") return "Connection lost; reconnecting…";
    if (notice?.kind === "silent") return "Python has not answered. Press the button to try again.";
    return notice?.message ?? "";
  }
  redraw() {
    this.scheduled ||= requestAnimationFrame(() => {
      this.scheduled = 0;
      this.draw();
    });
  }
  draw() {
    const { session, theme } = this;
    const { frame, points, player } = session;
    if (!frame?.map || !points) return setText(this.caption, this.trouble);
    if (player.playing && this.learnt) session.pause();
    this.plane.drawPicture(frame.map, this.colors);
    this.plane.drawPoints(points, frame.domain, theme);
    this.chart.draw(session.history, { log: false, across: "step", theme, hovered: null });
    setIcon(this.icon, player.playing ? "pause" : this.learnt ? "restart" : "play");
    setText(this.button.lastElementChild, player.playing ? "Pause" : this.learnt ? "Replay" : "Play");
    setText(this.caption, `Step ${whole(frame.step)}: loss ${decimal(frame.train.loss)} nats. ${this.trouble}`.trimEnd());
    Object.assign(this.root.dataset, { ready: "true", step: frame.step, loss: frame.train.loss, playing: !player.settled });
  }
};
export {
  mountHome
};
