// widgets/guess_the_picture/guess.ts
import { button } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { PlayLoop } from "../../lib/play.js";
import { css, inkOn } from "../../lib/pixels.js";
var COLOUR = "Colour the numbers";
var NEXT = "Another picture";
var LONGEST_MS = 1200;
var Guess = class {
  constructor(shell, channel) {
    this.shell = shell;
    this.channel = channel;
    shell.root.append(make("div", { class: "gn-row" }, this.main, this.words), this.table);
    this.ask(0);
  }
  shell;
  channel;
  head = null;
  levels = new Float32Array();
  shown = 0;
  began = null;
  cells = [];
  body = make("tbody", {});
  table = make("table", { class: "gn-guess-grid", "aria-label": "Brightness of each pixel, 0 to 255" }, this.body);
  words = make("p", { role: "status" });
  main = button({ name: "colour", label: COLOUR, text: COLOUR, class: "gn-button gn-main", onClick: () => this.press() });
  loop = new PlayLoop({ turn: (now) => this.paintMore(now), changed: () => void 0 });
  retheme() {
  }
  close() {
    this.loop.pause();
  }
  get coloured() {
    return this.shown === this.levels.length;
  }
  ask(number) {
    this.channel.request("puzzle", { number }, ({ head, arrays }) => {
      this.loop.pause();
      this.head = head;
      this.levels = arrays[0];
      this.shown = 0;
      this.build(head.side);
      this.say(COLOUR, `${this.levels.length} numbers. What do they show?`, "");
    });
  }
  build(side) {
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
  press() {
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
  paintMore(now) {
    this.began ??= now;
    const due = Math.ceil(this.levels.length * (now - this.began) / LONGEST_MS);
    this.paint(Math.min(this.levels.length, Math.max(this.shown, due)));
    return !this.coloured;
  }
  paint(end) {
    for (; this.shown < end; this.shown++) {
      const level = this.levels[this.shown];
      const { style } = this.cells[this.shown];
      style.backgroundColor = css([level, level, level]);
      style.color = inkOn([level, level, level]);
    }
    this.shell.root.dataset["coloured"] = String(this.coloured);
  }
  say(label, words, shows) {
    setText(this.main.firstElementChild, label);
    this.main.title = label;
    this.main.setAttribute("aria-label", label);
    setText(this.words, words);
    Object.assign(this.shell.root.dataset, { ready: "true", number: this.head.number, shows, coloured: String(this.coloured) });
  }
};
export {
  Guess
};
