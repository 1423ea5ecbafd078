// The loss curve with a dot at the epoch shown, and what the network says about every place of the plane.
import { make, setText } from "../../dom/element.ts";
import { Plane } from "../../dom/plane.ts";
import { Plot, type Line } from "../../dom/plot.ts";
import { Recording } from "../../dom/recording.ts";
import type { Shell } from "../../dom/shell.ts";
import type { Channel } from "../../lib/channel.ts";
import { byteOf, mapTable } from "../../lib/colors.ts";
import { short, whole } from "../../lib/numbers.ts";
import type { Frame, ReplayView, Wire } from "../../wire/replay.ts";

const FRAME_MS = 140;

export class Replay {
  private view: ReplayView | null = null;
  private frame: Frame | null = null;
  private losses: Float32Array = new Float32Array();
  private points: Float32Array = new Float32Array();
  private map: Float32Array = new Float32Array();
  private readonly plot = new Plot("The loss of every epoch, on a logarithmic axis", 280, () => this.draw());
  private readonly plane = new Plane(() => this.draw());
  private readonly words = make("p", { class: "gn-said", role: "status" });
  private readonly clock = new Recording({
    label: "Epoch",
    place: "epoch",
    action: "Play the training",
    everyMs: FRAME_MS,
    names: { slider: "epoch", previous: "earlier", next: "later" },
    words: (now) => whole(this.view?.epochs[now] ?? 0),
    onMove: () => this.look(),
  });

  constructor(
    private readonly shell: Shell,
    private readonly channel: Channel<Wire>,
  ) {
    const square = make("div", { class: "gn-square", role: "img", "aria-label": "The points, and behind them what the network says about every place" }, this.plane.element);
    shell.root.append(this.clock.element, this.words, make("div", { class: "gn-columns" }, square, this.plot.element));
    channel.request("open", {}, ({ head, arrays }) => {
      this.view = head;
      [this.losses, this.points] = [arrays[0]!, arrays[1]!];
      this.clock.record(head.epochs.length - 1);
      this.look();
    });
  }

  retheme(): void {
    this.draw();
  }

  close(): void {
    this.clock.stop();
    this.plot.close();
    this.plane.close();
  }

  private look(): void {
    if (!this.view) return;
    this.channel.request("look", { place: this.clock.now }, ({ head, arrays }) => {
      this.frame = head;
      this.map = arrays[0]!;
      this.draw();
    });
  }

  private draw(): void {
    const { view, frame, shell, plot, losses } = this;
    if (!view || !frame || plot.width === 0) return;
    const shown = Array.from(losses, (loss, epoch) => ({ loss, epoch })).filter(({ epoch }) => epoch <= frame.epoch && (epoch < 200 || epoch % 10 === 0 || epoch === frame.epoch));
    const curve: Line = { xs: shown.map(({ epoch }) => epoch), ys: shown.map(({ loss }) => loss), ink: "var(--gn-train)" };
    const across = [0, Math.max(20, frame.epoch)] as const;
    const goal: Line = { xs: [...across], ys: [view.goal, view.goal], ink: "var(--gn-accent)", dash: "6 4", thin: true };
    const [low, high] = losses.reduce(([least, most], loss) => [Math.min(least, loss), Math.max(most, loss)], [view.goal, view.goal]);
    plot.draw({ x: across, y: [low / 1.5, high * 1.5], xLabel: "epoch", yLabel: "loss", log: true }, [goal, curve], [{ x: frame.epoch, y: frame.loss, ink: "var(--gn-accent)", radius: 5 }]);
    this.plane.drawPicture(Uint8Array.from(this.map, byteOf), mapTable(shell.theme));
    this.plane.drawPoints(this.points, view.domain, shell.theme);
    setText(this.words, `After epoch ${whole(frame.epoch)}: loss ${short(frame.loss)}, ${frame.right} of ${frame.count} points on the right side. The dashed line is the goal, ${short(view.goal)}.`);
    Object.assign(shell.root.dataset, { ready: "true", epoch: frame.epoch, loss: frame.loss, playing: this.clock.playing });
  }
}
