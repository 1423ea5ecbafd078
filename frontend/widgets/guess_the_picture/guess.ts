// A grid of numbers that gets its colours, one number after another, when the button is pressed.
import { button } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import type { Shell } from "../../dom/shell.ts";
import type { Channel } from "../../lib/channel.ts";
import { PlayLoop } from "../../lib/play.ts";
import { css, inkOn } from "../../lib/pixels.ts";
import type { PuzzleView, Wire } from "../../wire/guess_the_picture.ts";

const COLOUR = "Colour the numbers";
const NEXT = "Another picture";
const LONGEST_MS = 1_200;

export class Guess {
  private head: PuzzleView | null = null;
  private levels: Float32Array = new Float32Array();
  private shown = 0;
  private began: number | null = null;
  private readonly cells: HTMLTableCellElement[] = [];
  private readonly body = make("tbody", {});
  private readonly table = make("table", { class: "gn-guess-grid", "aria-label": "Brightness of each pixel, 0 to 255" }, this.body);
  private readonly words = make("p", { role: "status" });
  private readonly main = button({ name: "colour", label: COLOUR, text: COLOUR, class: "gn-button gn-main", onClick: () => this.press() });
  private readonly loop = new PlayLoop({ turn: (now) => this.paintMore(now), changed: () => undefined });

  constructor(
    private readonly shell: Shell,
    private readonly channel: Channel<Wire>,
  ) {
    shell.root.append(make("div", { class: "gn-row" }, this.main, this.words), this.table);
    this.ask(0);
  }

  retheme(): void {}

  close(): void {
    this.loop.pause();
  }

  private get coloured(): boolean {
    return this.shown === this.levels.length;
  }

  private ask(number: number): void {
    this.channel.request("puzzle", { number }, ({ head, arrays }) => {
      this.loop.pause();
      this.head = head;
      this.levels = arrays[0]!;
      this.shown = 0;
      this.build(head.side);
      this.say(COLOUR, `${this.levels.length} numbers. What do they show?`, "");
    });
  }

  private build(side: number): void {
    if (this.cells.length === 0) {
      const rows = Array.from({ length: side }, () => {
        const cells = Array.from({ length: side }, () => make("td", {}));
        this.cells.push(...cells);
        return make("tr", {}, ...cells);
      });
      this.body.append(...rows);
      this.table.style.setProperty("--gn-side", String(side));
    }
    this.cells.forEach((cell, place) => {
      setText(cell, String(this.levels[place]));
      cell.removeAttribute("style");
    });
  }

  private press(): void {
    if (!this.head) return;
    if (this.coloured) return this.ask(this.head.number + 1);
    if (this.loop.playing) return;
    this.began = null;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (still) this.paint(this.levels.length);
    else this.loop.play();
    this.channel.request("reveal", { number: this.head.number }, ({ head }) => {
      if (head.number === this.head?.number) this.say(NEXT, `It is ${head.words}. The network never sees the colours: it gets the ${this.levels.length} numbers, and nothing else.`, head.words);
    });
  }

  private paintMore(now: number): boolean {
    this.began ??= now;
    const due = Math.ceil((this.levels.length * (now - this.began)) / LONGEST_MS);
    this.paint(Math.min(this.levels.length, Math.max(this.shown, due)));
    return !this.coloured;
  }

  private paint(end: number): void {
    for (; this.shown < end; this.shown++) {
      const level = this.levels[this.shown]!;
      const { style } = this.cells[this.shown]!;
      style.backgroundColor = css([level, level, level]);
      style.color = inkOn([level, level, level]);
    }
    this.shell.root.dataset["coloured"] = String(this.coloured);
  }

  private say(label: string, words: string, shows: string): void {
    setText(this.main.firstElementChild!, label);
    this.main.title = label;
    this.main.setAttribute("aria-label", label);
    setText(this.words, words);
    Object.assign(this.shell.root.dataset, { ready: "true", number: this.head!.number, shows, coloured: String(this.coloured) });
  }
}
