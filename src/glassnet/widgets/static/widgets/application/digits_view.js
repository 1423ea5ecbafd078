// widgets/application/digits_view.ts
import { button, setEnabled } from "../../dom/controls.js";
import { digitPicture, paintDigit } from "../../dom/digit_picture.js";
import { make, setText } from "../../dom/element.js";
import { Sheet } from "../../dom/sheet.js";
import { percent } from "../../lib/numbers.js";
import { Shares } from "./shares.js";
var DIGITS = [..."0123456789"];
var DigitsView = class {
  constructor(host) {
    this.host = host;
    const seen = make("figure", {}, make("figcaption", { class: "gn-label" }, "What it sees"), this.seen, this.clear);
    this.element = make("div", {}, make("div", { class: "gn-side-by-side" }, this.sheet.element, seen, this.shares.element), this.words);
  }
  host;
  element;
  latest = null;
  sheet = new Sheet((points) => this.draw(points));
  clear = button({ name: "clear", label: "Clear the sheet", text: "Clear", onClick: () => void this.draw([]) });
  seen = digitPicture("gn-seen");
  shares = new Shares("How sure it is of each digit", DIGITS);
  words = make("p", { role: "status" });
  refresh() {
    this.host.channel.request("draw_digit", {}, (answer) => this.show(answer));
  }
  retheme() {
    if (this.latest) paintDigit(this.seen, this.latest.arrays[0], this.host.shell.theme, 1);
  }
  close() {
  }
  async draw(points) {
    const { channel, shell } = this.host;
    try {
      this.show(await channel.ask("draw_digit", { points }));
      shell.showError("");
    } catch (error) {
      shell.showError(error.message);
    }
  }
  show(answer) {
    this.latest = answer;
    const { sheet, empty, answer: digit } = answer.head;
    const chances = answer.arrays[1];
    this.sheet.show(sheet);
    this.retheme();
    this.shares.show(empty ? new Float32Array(DIGITS.length) : chances, empty ? -1 : digit);
    setEnabled(this.clear, !empty);
    setText(this.words, empty ? "Draw a digit on the sheet." : `It reads ${digit}, with ${percent(chances[digit])}.`);
    this.host.shell.root.dataset["answer"] = empty ? "" : String(digit);
  }
};
export {
  DigitsView
};
