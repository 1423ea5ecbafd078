// Playback of something recorded: play, pause, next, previous, and a slider to any position.
import { PlayLoop } from "../lib/play.ts";
import { button, setEnabled } from "./controls.ts";
import { make, setText } from "./element.ts";

interface RecordingSettings {
  /** The slider's label, and what one position is called: "step", "stage". */
  label: string;
  place: string;
  /** What the main button says while nothing is played: "Play". */
  action?: string;
  /** How long each position is shown during playback. */
  everyMs: number;
  /** The form names of the slider and both buttons. */
  names: { slider: string; previous: string; next: string };
  /** Text beside the label. */
  words?: (now: number, last: number) => string;
  onMove: () => void;
}

export class Recording {
  now = 0;
  last = 0;
  readonly element: HTMLElement;
  readonly slider: HTMLInputElement;
  private readonly words = make("span", { class: "gn-number", "aria-hidden": "true" });
  private readonly action: string;
  private readonly play: HTMLButtonElement;
  private readonly previous: HTMLButtonElement;
  private readonly next: HTMLButtonElement;
  private readonly loop = new PlayLoop({ turn: (now) => this.follow(now), changed: () => this.onChange() });
  private from = 0;
  private began: number | null = null;
  private everyMs: number;

  constructor(private readonly settings: RecordingSettings) {
    const { label, place, names, action = "Play" } = settings;
    this.everyMs = settings.everyMs;
    this.action = action;
    this.play = button({ name: "play", label: action, text: action, class: "gn-button gn-main", onClick: () => this.toggle() });
    this.slider = make("input", { type: "range", name: names.slider, min: 0, max: 0, step: 1, oninput: () => this.go(this.slider.valueAsNumber) });
    this.previous = button({ name: names.previous, label: `Previous ${place}`, text: "◀", onClick: () => this.go(this.now - 1) });
    this.next = button({ name: names.next, label: `Next ${place}`, text: "▶", onClick: () => this.go(this.now + 1) });
    const head = make("span", { class: "gn-label" }, label, settings.words ? this.words : null);
    this.element = make("div", { class: "gn-row" }, this.play, this.previous, this.next, make("label", { class: "gn-control gn-time" }, head, this.slider));
  }

  get playing(): boolean {
    return this.loop.playing;
  }

  /** Load a new recording at position `now`, by default its end; `everyMs` is its own pace. */
  record(last: number, now = last, everyMs = this.settings.everyMs): void {
    this.stop();
    this.everyMs = everyMs;
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
    const place = this.from + Math.floor((now - this.began) / this.everyMs);
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
    if (this.settings.words) {
      const words = this.settings.words(this.now, this.last);
      setText(this.words, words);
      this.slider.setAttribute("aria-valuetext", `${this.settings.label} ${words}`);
    }
    const word = this.playing ? "Pause" : this.action;
    setText(this.play.firstElementChild!, word);
    this.play.setAttribute("aria-label", word);
    setEnabled(this.previous, this.now > 0);
    setEnabled(this.next, this.now < this.last);
  }
}
