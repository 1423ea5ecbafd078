// Where in the recorded paths we are: play, pause, one step on or back, and any place by the slider.
import { button, setEnabled } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { whole } from "../../lib/numbers.ts";

const STEPS_A_SECOND = 30;

export class Clock {
  now = 0;
  last = 0;
  readonly element: HTMLElement;
  private timer = 0;
  private readonly slider: HTMLInputElement;
  private readonly words = make("span", { class: "gn-number", "aria-hidden": "true" });
  private readonly play = button({ name: "play", label: "Play", text: "Play", class: "gn-button gn-main", onClick: () => this.toggle() });
  private readonly back = button({ name: "step-back", label: "One step back", text: "◀", onClick: () => this.go(this.now - 1) });
  private readonly on = button({ name: "step", label: "One step on", text: "▶", onClick: () => this.go(this.now + 1) });

  constructor(private readonly onMove: () => void) {
    this.slider = make("input", { type: "range", name: "step-slider", min: 0, max: 0, step: 1, oninput: () => this.go(this.slider.valueAsNumber) });
    const label = make("label", { class: "gn-control gn-time" }, make("span", { class: "gn-label" }, "Step", this.words), this.slider);
    this.element = make("div", { class: "gn-row" }, this.play, this.back, this.on, label);
  }

  get playing(): boolean {
    return this.timer !== 0;
  }

  /** A new record of so many steps; what is shown is its end. */
  record(last: number): void {
    this.stop();
    this.last = last;
    this.slider.max = String(last);
    this.now = last;
    this.show();
  }

  stop(): void {
    cancelAnimationFrame(this.timer);
    this.timer = 0;
    this.show();
  }

  private go(step: number): void {
    this.stop();
    this.move(step);
  }

  private move(step: number): void {
    this.now = Math.min(this.last, Math.max(0, Math.round(step)));
    this.show();
    this.onMove();
  }

  private toggle(): void {
    if (this.playing) return this.stop();
    const from = this.now >= this.last ? 0 : this.now;
    let begin = 0;
    const tick = (time: number): void => {
      begin ||= time;
      this.move(from + ((time - begin) / 1000) * STEPS_A_SECOND);
      if (this.now >= this.last || !this.element.isConnected) return this.stop();
      this.timer = requestAnimationFrame(tick);
    };
    this.timer = requestAnimationFrame(tick);
    this.show();
  }

  private show(): void {
    this.slider.valueAsNumber = this.now;
    setText(this.words, `${whole(this.now)} of ${whole(this.last)}`);
    setText(this.play.firstElementChild!, this.playing ? "Pause" : "Play");
    this.play.setAttribute("aria-label", this.playing ? "Pause" : "Play");
    setEnabled(this.back, this.now > 0);
    setEnabled(this.on, this.now < this.last);
  }
}
