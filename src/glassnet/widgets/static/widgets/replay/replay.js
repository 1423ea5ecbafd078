// widgets/replay/replay.ts
import { make, setText } from "../../dom/element.js";
import { Plane } from "../../dom/plane.js";
import { Plot } from "../../dom/plot.js";
import { Recording } from "../../dom/recording.js";
import { byteOf, mapTable } from "../../lib/colors.js";
import { short, whole } from "../../lib/numbers.js";
var FRAME_MS = 140;
var Replay = class {
  constructor(shell, channel) {
    this.shell = shell;
    this.channel = channel;
    const square = make("div", { class: "gn-square", role: "img", "aria-label": "The points, and behind them what the network says about every place" }, this.plane.element);
    shell.root.append(this.clock.element, this.words, make("div", { class: "gn-columns" }, square, this.plot.element));
    channel.request("open", {}, ({ head, arrays }) => {
      this.view = head;
      [this.losses, this.points] = [arrays[0], arrays[1]];
      this.clock.record(head.epochs.length - 1);
      this.look();
    });
  }
  shell;
  channel;
  view = null;
  frame = null;
  losses = new Float32Array();
  points = new Float32Array();
  map = new Float32Array();
  plot = new Plot("The loss of every epoch, on a logarithmic axis", 280, () => this.draw());
  plane = new Plane(() => this.draw());
  words = make("p", { class: "gn-said", role: "status" });
  clock = new Recording({
    label: "Epoch",
    place: "epoch",
    action: "Play the training",
    everyMs: FRAME_MS,
    names: { slider: "epoch", previous: "earlier", next: "later" },
    words: (now) => whole(this.view?.epochs[now] ?? 0),
    onMove: () => this.look()
  });
  retheme() {
    this.draw();
  }
  close() {
    this.clock.stop();
    this.plot.close();
    this.plane.close();
  }
  look() {
    if (!this.view) return;
    this.channel.request("look", { place: this.clock.now }, ({ head, arrays }) => {
      this.frame = head;
      this.map = arrays[0];
      this.draw();
    });
  }
  draw() {
    const { view, frame, shell, plot, losses } = this;
    if (!view || !frame || plot.width === 0) return;
    const shown = Array.from(losses, (loss, epoch) => ({ loss, epoch })).filter(({ epoch }) => epoch <= frame.epoch && (epoch < 200 || epoch % 10 === 0 || epoch === frame.epoch));
    const curve = { xs: shown.map(({ epoch }) => epoch), ys: shown.map(({ loss }) => loss), ink: "var(--gn-train)" };
    const across = [0, Math.max(20, frame.epoch)];
    const goal = { xs: [...across], ys: [view.goal, view.goal], ink: "var(--gn-accent)", dash: "6 4", thin: true };
    const [low, high] = losses.reduce(([least, most], loss) => [Math.min(least, loss), Math.max(most, loss)], [view.goal, view.goal]);
    plot.draw({ x: across, y: [low / 1.5, high * 1.5], xLabel: "epoch", yLabel: "loss", log: true }, [goal, curve], [{ x: frame.epoch, y: frame.loss, ink: "var(--gn-accent)", radius: 5 }]);
    this.plane.drawPicture(Uint8Array.from(this.map, byteOf), mapTable(shell.theme));
    this.plane.drawPoints(this.points, view.domain, shell.theme);
    setText(this.words, `After epoch ${whole(frame.epoch)}: loss ${short(frame.loss)}, ${frame.right} of ${frame.count} points on the right side. The dashed line is the goal, ${short(view.goal)}.`);
    Object.assign(shell.root.dataset, { ready: "true", epoch: frame.epoch, loss: frame.loss, playing: this.clock.playing });
  }
};
export {
  Replay
};
