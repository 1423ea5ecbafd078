// Moving through something recorded: play, pause, one place on or back, and any place by the slider.
import { PlayLoop } from "../lib/play.ts";
import { button, setEnabled } from "./controls.ts";
import { make, setText } from "./element.ts";

interface RecordingSettings {
  /** What the slider is called, and one place: "step", "beat". */
  label: string;
  place: string;
  /** How long each place is shown while it plays. */
  everyMs: number;
  /** The names of the slider and of both buttons. */
  names: { slider: string; back: string; on: string };
  /** What stands beside the label; nothing where it is left out. */
  words?: (now: number, last: number) => string;
  onMove: () => void;
}

export class Recording {
  now = 0;
  last = 0;
  readonly element: HTMLElement;
  readonly slider: HTMLInputElement;
  private readonly words = make("span", { class: "gn-number", "aria-hidden": "true" });
  private readonly play = button({ name: "play", label: "Play", text: "Play", class: "gn-button gn-main", onClick: () => this.toggle() });
  private readonly back: HTMLButtonElement;
  private readonly on: HTMLButtonElement;
  private readonly loop = new PlayLoop({ turn: (now) => this.follow(now), changed: () => this.onChange() });
  private from = 0;
  private began: number | null = null;

  constructor(private readonly settings: RecordingSettings) {
    const { label, place, names } = settings;
    this.slider = make("input", { type: "range", name: names.slider, min: 0, max: 0, step: 1, oninput: () => this.go(this.slider.valueAsNumber) });
    this.back = button({ name: names.back, label: `One ${place} back`, text: "◀", onClick: () => this.go(this.now - 1) });
    this.on = button({ name: names.on, label: `One ${place} on`, text: "▶", onClick: () => this.go(this.now + 1) });
    const head = make("span", { class: "gn-label" }, label, settings.words ? this.words : null);
    this.element = make("div", { class: "gn-row" }, this.play, this.back, this.on, make("label", { class: "gn-control gn-time" }, head, this.slider));
  }

  get playing(): boolean {
    return this.loop.playing;
  }

  /** A new recording; what is shown is `now`, its end unless told. */
  record(last: number, now = last): void {
    this.stop();
    this.last = last;
    this.slider.max = String(last);
    this.now = now;
    this.show();
  }

  stop(): void {
    this.loop.pause();
  }

  go(place: number): void {
    this.stop();
    this.move(place);
  }

  private toggle(): void {
    if (this.playing) return this.stop();
    this.from = this.now >= this.last ? 0 : this.now + 1;
    this.began = null;
    this.loop.play();
  }

  private follow(now: number): boolean {
    this.began ??= now;
    const place = this.from + Math.floor((now - this.began) / this.settings.everyMs);
    if (place !== this.now) this.move(place);
    return this.now < this.last && this.element.isConnected;
  }

  private move(place: number): void {
    this.now = Math.min(this.last, Math.max(0, Math.round(place)));
    this.show();
    this.settings.onMove();
  }

  private onChange(): void {
    this.show();
    this.settings.onMove();
  }

  private show(): void {
    this.slider.valueAsNumber = this.now;
    if (this.settings.words) setText(this.words, this.settings.words(this.now, this.last));
    setText(this.play.firstElementChild!, this.playing ? "Pause" : "Play");
    this.play.setAttribute("aria-label", this.playing ? "Pause" : "Play");
    setEnabled(this.back, this.now > 0);
    setEnabled(this.on, this.now < this.last);
  }
}
