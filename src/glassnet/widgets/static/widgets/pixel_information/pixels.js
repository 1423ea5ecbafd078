// widgets/pixel_information/pixels.ts
import { button, slider } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { decimal } from "../../lib/numbers.js";
import { css } from "../../lib/pixels.js";
import { PixelGrid } from "./pixel_grid.js";
var BEST = "Choose the pixel that tells most";
var PixelsView = class {
  constructor(shell, channel) {
    this.shell = shell;
    this.channel = channel;
    channel.request("open", {}, ({ head }) => this.build(head));
  }
  shell;
  channel;
  opening = null;
  answer = null;
  grids = [];
  pixel = 0;
  levels = 1;
  words = make("p", { role: "status" });
  chance = make("p", { class: "gn-note" });
  shares = make("dl", { class: "gn-shares" });
  best = button({ name: "best", label: BEST, text: BEST, onClick: () => this.choose(this.answer?.head.best ?? this.pixel) });
  retheme() {
    this.draw();
  }
  close() {
  }
  build(opening) {
    this.opening = opening;
    this.pixel = opening.pixel;
    this.grids = ["Entropy: how much it varies", "Mutual information: how much it tells"].map((name) => new PixelGrid(name, opening.side, (pixel) => this.choose(pixel)));
    const levels = slider({ label: "Grey levels", help: "How finely each pixel is measured", name: "levels", min: 0, max: opening.levels.length - 1, step: 1, format: (place) => `${opening.levels[place]} levels`, onInput: (place) => this.measure(place) });
    levels.show(this.levels);
    this.shell.root.append(
      make("div", { class: "gn-row" }, levels.element, this.best),
      make("div", { class: "gn-columns" }, ...this.grids.map(({ element }) => element)),
      this.words,
      make("p", { class: "gn-label" }, "The chosen pixel in the pictures of each digit: how often it has each grey, from black to white"),
      this.shares,
      this.chance
    );
    this.ask();
  }
  choose(pixel) {
    this.pixel = pixel;
    this.ask();
  }
  measure(levels) {
    this.levels = levels;
    this.ask();
  }
  ask() {
    this.channel.request("measure", { levels: this.levels, pixel: this.pixel }, (answer) => {
      this.answer = answer;
      this.draw();
    });
  }
  draw() {
    if (!this.answer || !this.opening) return;
    const { head, arrays } = this.answer;
    this.grids.forEach((grid, i) => grid.show(arrays[i], head.pixel, this.shell.theme));
    const { side } = this.opening;
    const [row, column] = [Math.floor(head.pixel / side) + 1, head.pixel % side + 1];
    setText(this.words, `The pixel in row ${row}, column ${column}: entropy ${decimal(head.entropy, 2)} bits. It tells ${decimal(head.information, 2)} of the ${decimal(head.answer, 2)} bits that would settle which digit it is.`);
    setText(this.chance, `With shuffled digits there is nothing left to tell; the formula still gives ${decimal(head.by_chance, 3)} bits, because a few examples show patterns by chance.`);
    this.drawShares(arrays[2], head.levels);
    Object.assign(this.shell.root.dataset, { ready: "true", pixel: head.pixel, levels: head.levels, entropy: head.entropy.toFixed(4), information: head.information.toFixed(4) });
  }
  drawShares(shares, levels) {
    const rows = Array.from({ length: shares.length / levels }, (_, digit) => {
      const parts = Array.from({ length: levels }, (_2, level) => {
        const grey = Math.round(255 * level / (levels - 1));
        return make("span", { style: `flex: ${shares[digit * levels + level]} 0 0; background: ${css([grey, grey, grey])}` });
      });
      const dark = Math.round(100 * shares[digit * levels]);
      return [make("dt", {}, String(digit)), make("dd", { title: `${dark} % black` }, ...parts)];
    });
    this.shares.replaceChildren(...rows.flat());
  }
};
export {
  PixelsView
};
