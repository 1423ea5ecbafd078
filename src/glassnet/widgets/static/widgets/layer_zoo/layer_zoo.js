// widgets/layer_zoo/layer_zoo.ts
import { button, select } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { whole } from "../../lib/numbers.js";
import { tablePicture } from "./table_picture.js";
var LayerZoo = class {
  constructor(shell, channel) {
    this.shell = shell;
    this.channel = channel;
    channel.request("open", {}, ({ head }) => this.build(head));
  }
  shell;
  channel;
  number = 0;
  cards = [];
  next = button({ name: "next", label: "Next input", text: "Next input", class: "gn-button gn-main", onClick: () => this.go(1) });
  previous = button({ name: "previous", label: "Previous input", text: "Previous input", onClick: () => this.go(-1) });
  words = make("p", { role: "status" });
  retheme() {
    for (const card of this.cards) card.draw();
  }
  close() {
  }
  build({ exhibits, number }) {
    this.number = number;
    this.cards = exhibits.map((exhibit) => new Card(exhibit, this.shell, (variant) => this.channel.ask("show", { exhibit: exhibit.name, variant, number: this.number })));
    this.shell.root.append(
      make("div", { class: "gn-row" }, this.next, this.previous, this.words),
      make("div", { class: "gn-cages" }, ...this.cards.map(({ element }) => element)),
      make("p", { class: "gn-note" }, "Blue is above 0, orange below; the strongest colour is the largest number of its picture.")
    );
    void this.show();
  }
  go(step) {
    this.number = Math.max(0, Math.min(1e3, this.number + step));
    void this.show();
  }
  async show() {
    const { number } = this;
    try {
      for (const card of this.cards) await card.ask();
    } catch (error) {
      this.shell.showError(error.message);
    }
    setText(this.words, `Input number ${whole(number + 1)}.`);
    Object.assign(this.shell.root.dataset, { ready: "true", number });
  }
};
var Card = class {
  constructor(exhibit, shell, request) {
    this.exhibit = exhibit;
    this.shell = shell;
    this.request = request;
    const { name, label, words, variants } = exhibit;
    this.variant = variants[0];
    this.variants = select({ label: "Kind", help: `Kinds of ${label.toLowerCase()}`, name: `variant-${name}`, options: variants.map((value) => ({ value, label: value })), onInput: (value) => void this.choose(value) });
    this.element = make("div", { class: "gn-cage", role: "group", "aria-label": `${label} layer`, "data-exhibit": name }, make("h3", {}, label), this.pictures, this.shapes, make("p", { class: "gn-what" }, words), this.variants.element);
  }
  exhibit;
  shell;
  request;
  element;
  answer = null;
  variant;
  pictures = make("div", { class: "gn-change" });
  shapes = make("p", { class: "gn-note" });
  variants;
  async ask() {
    this.answer = await this.request(this.variant);
    this.draw();
  }
  draw() {
    const { answer, exhibit, shell } = this;
    if (!answer) return;
    const { before, after, takes, gives, parameters, variant } = answer.head;
    const [input, output] = answer.arrays;
    const named = (what, shape) => `${what} of the ${exhibit.label.toLowerCase()} layer, ${shape.join(" by ")} numbers`;
    this.pictures.replaceChildren(tablePicture(input, before, named("Input", takes), shell.theme), make("span", { "aria-hidden": "true" }, "→"), tablePicture(output, after, named("Output", gives), shell.theme));
    setText(this.shapes, `${takes.join(" × ")} → ${gives.join(" × ")} · ${parameters ? `${whole(parameters)} parameters` : "no parameters"}`);
    this.element.dataset["variant"] = variant;
  }
  async choose(variant) {
    this.variant = variant;
    try {
      await this.ask();
    } catch (error) {
      this.shell.showError(error.message);
    }
  }
};
export {
  LayerZoo
};
