// Sound → waveform: listen to it, see it, zoom in to its numbers, and sample it more coarsely.
import { button, slider } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { FilePicker } from "../../dom/file_picker.ts";
import type { Shell } from "../../dom/shell.ts";
import type { Answer, Channel } from "../../lib/channel.ts";
import type { Theme } from "../../lib/colors.ts";
import { decimal, whole } from "../../lib/numbers.ts";
import { OWN, SoundControls } from "./controls.ts";
import { Recorder } from "../../dom/recorder.ts";
import { SampleTable } from "./sample_table.ts";
import { Speaker } from "../../dom/speaker.ts";
import { SpectrogramView } from "./spectrogram_view.ts";
import type { SoundSettings, SoundsView, WaveReply, Wire } from "../../wire/sound_to_waveform.ts";
import { WaveView } from "./wave_view.ts";

/** The number of samples in view at the highest zoom. */
const CLOSEST = 16;

interface Window {
  begin: number;
  end: number | null;
  at: number | null;
}

const WHOLE: Window = { begin: 0, end: null, at: null };

export class Listener {
  private settings!: SoundSettings;
  private controls: SoundControls | null = null;
  private picker: FilePicker | null = null;
  private wave: WaveReply | null = null;
  private window = WHOLE;
  private drawnSpectrogram = "";
  private recordSeconds = 0;
  private recordTimer = 0;
  private readonly waveView: WaveView;
  private readonly spectrogram: SpectrogramView;
  private readonly table = new SampleTable();
  private readonly words = make("p", { role: "status" });
  private readonly speaker = new Speaker(() => this.showPlaying());
  private readonly recorder = new Recorder();
  private readonly playButton = button({ name: "play", label: "Play", text: "Play", class: "gn-button gn-main", onClick: () => this.toggle(false) });
  private readonly originalButton = button({ name: "play-original", label: "Play the original", text: "Play the original", onClick: () => this.toggle(true) });
  private readonly recordButton = button({ name: "record", label: "Record", text: "Record", class: "gn-button gn-record", help: "Record from the microphone", onClick: () => this.record() });
  private readonly zoom = slider({
    label: "Zoom",
    help: "How much of the sound is in view",
    name: "zoom",
    min: 0,
    max: 1,
    step: 0.005,
    toValue: (place) => this.longest * (this.closest / this.longest) ** place,
    toPosition: (view) => Math.log(view / this.longest) / Math.log(this.closest / this.longest),
    format: (view) => (view < 0.1 ? `${decimal(1000 * view, 2)} ms in view` : `${decimal(view, 2)} s in view`),
    onInput: (view) => this.look(view, this.wave!.at.time),
  });

  constructor(
    private readonly channel: Channel<Wire>,
    private readonly shell: Shell,
  ) {
    this.waveView = new WaveView(shell.theme, (time) => this.see({ ...this.window, at: time }));
    this.spectrogram = new SpectrogramView(shell.theme);
    channel.request("sounds", {}, ({ head }) => this.build(head));
  }

  retheme(theme: Theme): void {
    this.waveView.retheme(theme);
    this.spectrogram.retheme(theme);
  }

  close(): void {
    clearTimeout(this.recordTimer);
    for (const part of [this.picker, this.waveView, this.spectrogram, this.speaker, this.recorder]) part?.close();
  }

  private get longest(): number {
    return this.wave?.seconds ?? 1;
  }

  private get closest(): number {
    return Math.min(this.longest / 2, CLOSEST / (this.wave?.rate ?? 48_000));
  }

  private build(view: SoundsView): void {
    const { root, showError } = this.shell;
    this.settings = view.settings;
    this.recordSeconds = view.record_seconds;
    this.controls = new SoundControls(view, (changed) => this.change(changed));
    const wanted = { what: "sound", types: ["audio/"], endings: [...view.formats, "aif"], maxBytes: view.max_bytes };
    this.picker = new FilePicker({ channel: this.channel, wanted, root, showError, onTaken: () => this.takeOwn() });
    const step = (name: string, label: string, onClick: () => void): HTMLButtonElement => button({ name, label, text: label, onClick });
    root.append(
      make("div", { class: "gn-row" }, this.controls.sound.element, this.picker.button, this.recordButton, this.picker.progress),
      this.controls.row,
      make("div", { class: "gn-row" }, this.playButton, this.originalButton),
      this.words,
      this.waveView.element,
      make(
        "div",
        { class: "gn-row" },
        this.zoom.element,
        make("div", { class: "gn-row" }, step("earlier", "Earlier", () => this.pan(-0.5)), step("later", "Later", () => this.pan(0.5)), step("whole", "Whole sound", () => this.see(WHOLE))),
      ),
      this.table.element,
      make("h3", {}, "Spectrogram"),
      this.spectrogram.element,
    );
    this.ask();
  }

  private change(changed: Partial<SoundSettings>): void {
    this.speaker.stop();
    this.settings = { ...this.settings, ...changed };
    if (changed.sound) {
      this.window = WHOLE;
      this.settings.keep_every = 1;
    }
    this.ask();
  }

  private takeOwn(): void {
    this.drawnSpectrogram = "";
    this.change({ sound: OWN });
  }

  private see(window: Window): void {
    this.window = window;
    this.ask();
  }

  private look(view: number, around: number): void {
    const begin = Math.min(Math.max(0, around - view / 2), this.longest - view);
    this.see({ begin, end: begin + view, at: around });
  }

  private pan(fraction: number): void {
    const { begin, end, at } = this.wave!;
    const view = end - begin;
    this.look(view, Math.min(this.longest, Math.max(0, Math.max(view / 2, Math.min(this.longest - view / 2, at.time)) + fraction * view)));
  }

  private ask(): void {
    const { begin, end, at } = this.window;
    const fields = { ...this.settings, begin, ...(end === null ? {} : { end }), ...(at === null ? {} : { at }) };
    this.channel.request("wave", fields, (answer) => this.take(answer));
  }

  private take({ head, arrays }: Answer<WaveReply>): void {
    this.wave = head;
    // At a lower sample rate hardly any samples may be left in view.
    if (head.end - head.begin < 0.99 * this.closest) return this.look(this.closest, head.at.time);
    this.controls!.show(head);
    this.waveView.show(head, arrays);
    this.table.show(head);
    this.zoom.show(head.end - head.begin);
    this.spectrogram.mark(head.begin, head.end);
    const name = head.sound === OWN ? head.words : head.words.charAt(0).toUpperCase() + head.words.slice(1);
    setText(this.words, `${name}: ${whole(head.count)} samples of ${head.bits} bits = ${whole(head.bytes)} bytes.${noiseWords(head)}`);
    this.askSpectrogram();
    Object.assign(this.shell.root.dataset, {
      ready: "true",
      sound: head.sound,
      rate: head.rate,
      bits: head.bits,
      count: head.count,
      few: head.few,
      begin: head.begin,
      end: head.end,
      place: head.at.place,
      filtered: head.filter_first,
    });
  }

  private askSpectrogram(): void {
    const key = JSON.stringify(this.settings);
    if (key === this.drawnSpectrogram) return;
    this.drawnSpectrogram = key;
    this.channel.request("spectrogram", this.settings, ({ head, arrays }) => {
      this.spectrogram.show(head, arrays[0]!);
      Object.assign(this.shell.root.dataset, { halfRate: head.half_rate, spectrogram: `${head.rows} × ${head.columns}` });
    });
  }

  private toggle(original: boolean): void {
    if (this.speaker.playing) this.speaker.stop();
    else void this.play(original);
  }

  private async play(original: boolean): Promise<void> {
    try {
      const { head, arrays } = await this.channel.ask("listen", { ...this.settings, original });
      await this.speaker.play(arrays[0]!, head.rate);
      this.follow();
    } catch (error) {
      this.shell.showError((error as Error).message);
    }
  }

  private follow(): void {
    const { time } = this.speaker;
    this.waveView.playAt(time);
    if (time !== null) requestAnimationFrame(() => this.follow());
  }

  private showPlaying(): void {
    const { playing } = this.speaker;
    setText(this.playButton.firstElementChild!, playing ? "Stop" : "Play");
    this.shell.root.dataset["playing"] = String(playing);
    if (!playing) this.waveView.playAt(null);
  }

  private record(): void {
    if (this.recorder.recording) return this.endRecording();
    this.speaker.stop();
    const done = (file: File): void => void this.picker!.take(file);
    void this.recorder.begin(done, (message) => this.shell.showError(message)).then(() => {
      if (!this.recorder.recording) return;
      this.shell.showError("");
      this.recordTimer = window.setTimeout(() => this.endRecording(), 1000 * this.recordSeconds);
      this.showRecording();
    });
  }

  private endRecording(): void {
    clearTimeout(this.recordTimer);
    this.recorder.stop();
    this.showRecording();
  }

  private showRecording(): void {
    const { recording } = this.recorder;
    setText(this.recordButton.firstElementChild!, recording ? "Stop recording" : "Record");
    this.recordButton.setAttribute("aria-label", recording ? "Stop recording" : "Record");
    setText(this.picker!.progress, recording ? `Recording (up to ${this.recordSeconds} seconds)…` : "");
    this.shell.root.dataset["recording"] = String(recording);
  }
}

function noiseWords({ noise_db, bits }: WaveReply): string {
  return noise_db === null ? "" : ` Rounding to ${bits} bits adds noise, ${decimal(noise_db, 1)} dB below the sound.`;
}
