// Make or record a sound: its spectrogram, and what the network hears in it.
import { button } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { Recorder } from "../../dom/recorder.ts";
import { Speaker } from "../../dom/speaker.ts";
import type { Answer } from "../../lib/channel.ts";
import { byteOf, fractionTable } from "../../lib/colors.ts";
import { percent } from "../../lib/numbers.ts";
import { sendFile } from "../../lib/upload.ts";
import type { SoundView } from "../../wire/application.ts";
import { Shares } from "./shares.ts";
import type { Host, UseView } from "./use.ts";

const KINDS = [
  { which: "tone", label: "A tone" },
  { which: "chord", label: "A chord" },
  { which: "vowel", label: "A vowel" },
];
const RECORD_MS = 3_000;

export class SoundsView implements UseView {
  readonly element: HTMLElement;
  private latest: Answer<SoundView> | null = null;
  private timer = 0;
  private readonly speaker = new Speaker(() => this.name());
  private readonly recorder = new Recorder();
  private readonly record = button({ name: "record", label: "Record", text: "Record", help: "Record up to three seconds from the microphone: sing or whistle", onClick: () => this.toggle() });
  private readonly play = button({ name: "play", label: "Play", text: "Play", onClick: () => void this.listen() });
  private readonly picture = make("canvas", { class: "gn-spectrum", role: "img" });
  private readonly shares = new Shares("What it hears", KINDS.map(({ which }) => which));
  private readonly words = make("p", { role: "status" });

  constructor(private readonly host: Host) {
    const kinds = KINDS.map(({ which, label }) => button({ name: which, label, text: label, help: `${label} that nobody has heard yet`, onClick: () => this.hear(which) }));
    const figure = make("figure", {}, make("figcaption", { class: "gn-label" }, "What it sees: time to the right, frequency upwards"), this.picture);
    this.element = make("div", {}, make("div", { class: "gn-row" }, ...kinds, this.record, this.play), make("div", { class: "gn-side-by-side" }, figure, this.shares.element), this.words);
  }

  refresh(): void {
    this.hear();
  }

  retheme(): void {
    if (this.latest) this.paint(this.latest);
  }

  close(): void {
    clearTimeout(this.timer);
    this.speaker.close();
    this.recorder.close();
  }

  private hear(which?: string): void {
    this.host.channel.request("hear_sound", which === undefined ? {} : { which }, (answer) => this.show(answer));
  }

  private show(answer: Answer<SoundView>): void {
    this.latest = answer;
    const { which, classes, answer: heard } = answer.head;
    const chances = answer.arrays[2]!;
    this.paint(answer);
    this.shares.show(chances, heard);
    const what = which === "own" ? "Your recording" : `A new ${which}`;
    setText(this.words, `${what}: it hears a ${classes[heard]!}, with ${percent(chances[heard]!)}.`);
    Object.assign(this.host.shell.root.dataset, { which, heard: classes[heard]! });
  }

  private paint({ head: { windows, bands }, arrays }: Answer<SoundView>): void {
    const context = this.picture.getContext("2d")!;
    Object.assign(this.picture, { width: windows, height: bands });
    const image = context.createImageData(windows, bands);
    const pixels = new Uint32Array(image.data.buffer);
    const colors = fractionTable(this.host.shell.theme);
    for (let time = 0; time < windows; time++) for (let band = 0; band < bands; band++) pixels[(bands - 1 - band) * windows + time] = colors[byteOf(arrays[1]![time * bands + band]!)]!;
    context.putImageData(image, 0, 0);
    this.picture.setAttribute("aria-label", `Spectrogram: ${windows} moments, ${bands} bands of frequencies`);
  }

  private async listen(): Promise<void> {
    if (this.speaker.playing) return this.speaker.stop();
    if (!this.latest) return;
    try {
      await this.speaker.play(this.latest.arrays[0]!, this.latest.head.rate);
    } catch (error) {
      this.host.shell.showError((error as Error).message);
    }
  }

  private toggle(): void {
    if (this.recorder.recording) return this.end();
    this.speaker.stop();
    const fail = (message: string): void => this.host.shell.showError(message);
    void this.recorder.begin((file) => void this.send(file), fail).then(() => {
      if (this.recorder.recording) this.timer = window.setTimeout(() => this.end(), RECORD_MS);
      this.name();
    });
  }

  private end(): void {
    clearTimeout(this.timer);
    this.recorder.stop();
    this.name();
  }

  private async send(file: File): Promise<void> {
    const { channel, shell } = this.host;
    try {
      await sendFile(channel, file, () => {});
      shell.showError("");
      this.hear("own");
    } catch (error) {
      shell.showError((error as Error).message);
    }
  }

  private name(): void {
    const { recording } = this.recorder;
    setText(this.record.firstElementChild!, recording ? "Stop recording" : "Record");
    this.record.removeAttribute("aria-label");
    setText(this.play.firstElementChild!, this.speaker.playing ? "Stop" : "Play");
    this.play.removeAttribute("aria-label");
    Object.assign(this.host.shell.root.dataset, { recording: String(recording), playing: String(this.speaker.playing) });
  }
}
