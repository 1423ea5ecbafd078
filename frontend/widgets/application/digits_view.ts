// Draw a digit: the network reads it with every stroke.
import { button, setEnabled } from "../../dom/controls.ts";
import { digitPicture, paintDigit } from "../../dom/digit_picture.ts";
import { make, setText } from "../../dom/element.ts";
import { Sheet } from "../../dom/sheet.ts";
import type { Answer } from "../../lib/channel.ts";
import { percent } from "../../lib/numbers.ts";
import type { DigitView } from "../../wire/application.ts";
import { Shares } from "./shares.ts";
import type { Host, UseView } from "./use.ts";

const DIGITS = [..."0123456789"];

export class DigitsView implements UseView {
  readonly element: HTMLElement;
  private latest: Answer<DigitView> | null = null;
  private readonly sheet = new Sheet((points) => this.draw(points));
  private readonly clear = button({ name: "clear", label: "Clear the sheet", text: "Clear", onClick: () => void this.draw([]) });
  private readonly seen = digitPicture("gn-seen");
  private readonly shares = new Shares("How sure it is of each digit", DIGITS);
  private readonly words = make("p", { role: "status" });

  constructor(private readonly host: Host) {
    const seen = make("figure", {}, make("figcaption", { class: "gn-label" }, "What it sees"), this.seen, this.clear);
    this.element = make("div", {}, make("div", { class: "gn-side-by-side" }, this.sheet.element, seen, this.shares.element), this.words);
  }

  refresh(): void {
    this.host.channel.request("draw_digit", {}, (answer) => this.show(answer));
  }

  retheme(): void {
    if (this.latest) paintDigit(this.seen, this.latest.arrays[0]!, this.host.shell.theme, 1);
  }

  close(): void {}

  private async draw(points: [number, number][]): Promise<void> {
    const { channel, shell } = this.host;
    try {
      this.show(await channel.ask("draw_digit", { points }));
      shell.showError("");
    } catch (error) {
      shell.showError((error as Error).message);
    }
  }

  private show(answer: Answer<DigitView>): void {
    this.latest = answer;
    const { sheet, empty, answer: digit } = answer.head;
    const chances = answer.arrays[1]!;
    this.sheet.show(sheet);
    this.retheme();
    this.shares.show(empty ? new Float32Array(DIGITS.length) : chances, empty ? -1 : digit);
    setEnabled(this.clear, !empty);
    setText(this.words, empty ? "Draw a digit on the sheet." : `It reads ${digit}, with ${percent(chances[digit]!)}.`);
    this.host.shell.root.dataset["answer"] = empty ? "" : String(digit);
  }
}
