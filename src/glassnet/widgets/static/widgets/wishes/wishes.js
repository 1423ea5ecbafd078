// widgets/wishes/wishes.ts
import { button, select, setEnabled } from "../../dom/controls.js";
import { make, makeSvg, setText } from "../../dom/element.js";
import { ink } from "../../dom/ink.js";
import { focusWithin } from "../../dom/number.js";
import { signedColor } from "../../lib/colors.js";
import { decimal, percent } from "../../lib/numbers.js";
import { ACTIONS, describe, STAGES } from "./stages.js";
var SIDE = 8;
var HIGH = 440;
var OUTPUTS = 10;
var NARROW = 520;
var PICTURES = ["a 2", "a 1", "a 7"];
var LONGEST = 15;
var Wishes = class {
  constructor(shell, channel) {
    this.shell = shell;
    this.channel = channel;
    const options = PICTURES.map((label, i) => ({ value: String(i), label }));
    const pictures = select({ label: "Picture", help: "Digit that the network reads", name: "picture", options, onInput: (at) => this.open(Number(at), 0, "guess") });
    const key = make("p", { class: "gn-note" }, "▲ green: wishes for more. ▼ purple: wishes for less. Blue: how active a neuron is.");
    shell.root.append(make("div", { class: "gn-row" }, this.next, this.again, pictures.element), this.words, this.stageArea, key);
    this.observer.observe(this.stageArea);
    this.open(0, 0, "guess");
  }
  shell;
  channel;
  answer = null;
  stage = "guess";
  chosen = 0;
  width = 0;
  words = make("p", { class: "gn-said", role: "status" });
  stageArea = make("div", { class: "gn-stage-area" });
  next = button({ name: "next", label: ACTIONS.guess, text: ACTIONS.guess, class: "gn-button gn-main", onClick: () => this.goOn() });
  again = button({ name: "again", label: "Start again", text: "Start again", onClick: () => this.open(this.answer.head.picture, 0, "guess") });
  observer = new ResizeObserver(() => this.draw());
  retheme() {
    this.draw();
  }
  close() {
    this.observer.disconnect();
  }
  open(picture, updates, stage) {
    this.channel.request("open", { picture, updates }, (answer) => {
      if (this.answer?.head.picture !== picture || updates === 0) this.chosen = answer.head.target;
      this.answer = answer;
      this.stage = stage;
      this.draw();
    });
  }
  goOn() {
    const { answer, stage } = this;
    if (!answer) return;
    const { picture, updates, last } = answer.head;
    if (stage === "added" || stage === "changed") return this.open(picture, Math.min(last, updates + 1), "changed");
    this.stage = STAGES[STAGES.indexOf(stage) + 1];
    this.draw();
  }
  reached(stage) {
    return STAGES.indexOf(this.stage) >= STAGES.indexOf(stage);
  }
  layout() {
    const width = this.width;
    return width < NARROW ? { picture: 72, hidden: 132, outputs: width - 140, width } : { picture: 144, hidden: 0.42 * width, outputs: width - 220, width };
  }
  draw() {
    const { answer, shell, stageArea } = this;
    this.width = stageArea.clientWidth;
    if (!answer || this.width === 0) return;
    const { head } = answer;
    const layout = this.layout();
    const svg = makeSvg("svg", { viewBox: `0 0 ${layout.width} ${HIGH}`, role: "img", "aria-label": this.label(head) });
    svg.append(...this.edges(answer, layout), ...this.picture(answer, layout), ...this.hidden(head, layout));
    const focused = focusWithin(stageArea)?.dataset["output"];
    stageArea.replaceChildren(svg, ...head.outputs.map((value, digit) => this.output(head, layout, digit, value)));
    if (focused) stageArea.querySelector(`[data-output="${focused}"]`)?.focus();
    setText(this.words, describe(this.stage, head, this.chosen));
    const action = ACTIONS[this.stage];
    setText(this.next.firstElementChild, action);
    this.next.title = action;
    setEnabled(this.next, head.updates < head.last);
    setEnabled(this.again, this.stage !== "guess");
    Object.assign(shell.root.dataset, { ready: "true", stage: this.stage, picture: head.picture, updates: head.updates, chosen: this.chosen, target: head.outputs[head.target].toFixed(4) });
  }
  label({ target, hidden }) {
    return `A picture of a ${target}, ${hidden.length} hidden neurons and ${OUTPUTS} outputs.`;
  }
  picture({ arrays }, { picture }) {
    const { theme } = this.shell;
    const [cell, top] = [picture / SIDE, (HIGH - picture) / 2];
    const pixels = Array.from(arrays[0], (value, i) => {
      const [r, g, b] = signedColor(value, theme);
      return makeSvg("rect", { x: i % SIDE * cell, y: top + Math.floor(i / SIDE) * cell, width: cell + 0.5, height: cell + 0.5, fill: `rgb(${r} ${g} ${b})` });
    });
    return [...pixels, makeSvg("rect", { x: 0.5, y: top, width: picture, height: picture, fill: "none", stroke: ink("quiet", theme) })];
  }
  hiddenAt(i, count) {
    return (i + 0.5) * HIGH / count;
  }
  hidden({ hidden, hidden_wishes }, { hidden: x }) {
    const { theme } = this.shell;
    const most = Math.max(...hidden_wishes.map(Math.abs));
    return hidden.flatMap((value, i) => {
      const y = this.hiddenAt(i, hidden.length);
      const [r, g, b] = signedColor(value, theme);
      const circle = makeSvg("circle", { cx: x, cy: y, r: 12, fill: `rgb(${r} ${g} ${b})`, stroke: ink("quiet", theme) });
      const title = makeSvg("title", {}, `hidden neuron ${i + 1}: ${decimal(value, 2)}${this.reached("added") ? `, wish ${decimal(hidden_wishes[i], 3)}` : ""}`);
      circle.append(title);
      return this.stage === "added" ? [circle, this.arrow(x - 22, y, hidden_wishes[i] / most)] : [circle];
    });
  }
  // From the hidden neurons to the outputs: once a wish is passed on, the connections of its output in the colour of what it asks for.
  edges({ head, arrays }, { hidden: x, outputs }) {
    const { theme, chosen } = { theme: this.shell.theme, chosen: this.chosen };
    const weight = arrays[1];
    const asked = (i, digit) => weight[i * OUTPUTS + digit] * head.output_wishes[digit];
    const lit = this.stage === "passed";
    const most = Math.max(...head.hidden.map((_, i) => Math.abs(asked(i, chosen))), 1e-9);
    return head.hidden.flatMap(
      (_, i) => head.outputs.map((_2, digit) => {
        const wish = asked(i, digit);
        const shown = lit && digit === chosen;
        const stroke = shown ? ink(wish < 0 ? "minus" : "plus", theme) : ink("line", theme);
        return makeSvg("line", { x1: x + 12, y1: this.hiddenAt(i, head.hidden.length), x2: outputs, y2: this.hiddenAt(digit, OUTPUTS), stroke, "stroke-width": shown ? 1 + 6 * (Math.abs(wish) / most) : 0.6 });
      }).sort((a, b) => Number(a.getAttribute("stroke-width")) - Number(b.getAttribute("stroke-width")))
    );
  }
  arrow(x, y, wish) {
    const length = LONGEST * wish;
    const color = ink(wish < 0 ? "minus" : "plus", this.shell.theme);
    const head = Math.min(6, Math.abs(length)) * Math.sign(length);
    return makeSvg("path", { d: `M${x} ${y + length / 2}V${y - length / 2 + head / 2}M${x - 5} ${y - length / 2 + head}L${x} ${y - length / 2}L${x + 5} ${y - length / 2 + head}`, stroke: color, "stroke-width": 2.5, fill: "none", "data-wish": wish < 0 ? "less" : "more" });
  }
  output({ output_wishes, target, outputs }, { outputs: x, width }, digit, value) {
    const wish = output_wishes[digit];
    const shown = this.reached("wishes") && this.stage !== "changed";
    const words = shown ? `, wishes for ${wish > 0 ? "more" : "less"}: ${decimal(wish, 2)}` : "";
    const most = Math.max(...output_wishes.map(Math.abs));
    const high = HIGH / OUTPUTS;
    return make(
      "button",
      {
        type: "button",
        class: "gn-output",
        "data-output": digit,
        "data-target": String(digit === target),
        "aria-pressed": String(this.stage === "passed" && digit === this.chosen),
        "aria-label": `${digit}: ${percent(outputs[digit])}${words}`,
        style: `left:${x}px;top:${digit * high}px;width:${width - x}px;height:${high}px`,
        onclick: () => {
          this.chosen = digit;
          if (this.reached("wishes") && this.stage !== "changed") this.stage = "passed";
          this.draw();
        }
      },
      make("span", { class: "gn-digit" }, String(digit)),
      make("span", { class: "gn-bar-room" }, make("span", { class: "gn-bar-fill", style: `width:${(100 * value).toFixed(1)}%` })),
      make("span", { class: "gn-share" }, percent(value)),
      shown ? make("span", { class: "gn-wish", "data-wish": wish < 0 ? "less" : "more", style: `font-size:${(8 + 10 * Math.sqrt(Math.abs(wish) / most)).toFixed(1)}px` }, wish < 0 ? "▼" : "▲") : make("span", { class: "gn-wish" })
    );
  }
};
export {
  Wishes
};
