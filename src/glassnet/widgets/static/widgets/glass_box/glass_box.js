// widgets/glass_box/glass_box.ts
import { button, setEnabled } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { ExplanationPanel } from "../../dom/explanation.js";
import { Sheet } from "../../dom/sheet.js";
import { percent, whole } from "../../lib/numbers.js";
import { NeuronView } from "./neuron_view.js";
import { Stage } from "./stage.js";
var GlassBox = class {
  constructor(shell, channel) {
    this.shell = shell;
    this.channel = channel;
    this.stage = new Stage((neuron) => this.choose(neuron), () => this.redraw());
    this.neuron = new NeuronView((reference) => this.why.begin({ reference, step: this.inside.head.step, track: "" }));
    this.why = new ExplanationPanel({
      ask: (query) => channel.request("explain", query, ({ head }) => {
        this.why.show(head.explanation);
        shell.root.dataset["explained"] = head.explanation.reference.text;
      }),
      tracks: () => [],
      digits: 4,
      code: () => ""
    });
    this.details = make("div", { class: "gn-details", hidden: true }, this.neuron.element, this.why.element);
    shell.root.append(
      make("div", { class: "gn-row" }, this.look, this.another, this.clear),
      this.words,
      make("div", { class: "gn-box" }, this.sheet.element, this.stage.element),
      this.details
    );
    channel.request("open", {}, (answer) => {
      this.inside = answer;
      channel.request("draw", {}, (reading) => this.show(reading));
    });
  }
  shell;
  channel;
  inside = null;
  reading = null;
  open = false;
  chosen = null;
  words = make("p", { class: "gn-said", role: "status" });
  look = button({ name: "look", label: "Look inside", text: "Look inside", class: "gn-button gn-main", onClick: () => this.setOpen(!this.open) });
  another = button({ name: "another", label: "Another digit", text: "Another digit", help: "A handwritten digit that the network has not learnt from", onClick: () => this.next() });
  clear = button({ name: "clear", label: "Clear the sheet", text: "Clear", onClick: () => void this.draw([]) });
  sheet = new Sheet((points) => this.draw(points));
  stage;
  neuron;
  why;
  details;
  retheme() {
    this.redraw();
  }
  close() {
    this.stage.close();
  }
  next() {
    this.channel.request("example", {}, (answer) => this.show(answer));
  }
  async draw(points) {
    try {
      this.show(await this.channel.ask("draw", { points }));
      this.shell.showError("");
    } catch (error) {
      this.shell.showError(error.message);
    }
  }
  show(answer) {
    this.reading = answer;
    this.sheet.show(answer.head.sheet);
    this.redraw();
  }
  setOpen(open) {
    this.open = open;
    if (open) this.chosen ??= { layer: 0, unit: 0 };
    this.redraw();
  }
  choose(neuron) {
    this.chosen = neuron;
    this.setOpen(true);
  }
  redraw() {
    const { inside, reading, open, chosen, shell } = this;
    if (!inside || !reading) return;
    const { head } = reading;
    this.stage.draw(inside, reading, { open, chosen, theme: shell.theme });
    this.details.hidden = !open;
    if (open && chosen) this.neuron.draw(inside, reading, chosen, shell.theme);
    const action = open ? "Close the box" : "Look inside";
    setText(this.look.firstElementChild, action);
    this.look.title = action;
    setText(this.words, this.said(inside.head, head));
    setEnabled(this.clear, !head.empty);
    Object.assign(shell.root.dataset, {
      ready: "true",
      open: String(open),
      answer: head.empty ? "" : head.answer,
      truth: head.truth ?? "",
      chosen: chosen ? `${inside.head.layers[chosen.layer]}[${chosen.unit}]` : ""
    });
  }
  said(inside, { answer, sure, truth, empty }) {
    if (empty) return "The sheet is empty. Draw a digit on it, as large as you like.";
    const says = `The box says: this is a ${answer}, with ${percent(sure)}.`;
    const judged = truth === null ? "" : truth === answer ? ` It is one.` : ` In fact it is a ${truth}.`;
    return this.open ? `${says}${judged} All ${whole(inside.parameters)} numbers of the network are here: click any neuron, then any number.` : `${says}${judged} Draw one yourself, or look how it does that.`;
  }
};
export {
  GlassBox
};
