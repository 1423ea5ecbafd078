// widgets/lab/insides_panel.ts
import { button } from "../../dom/controls.js";
import { isFocused, make, setText } from "../../dom/element.js";
import { ExplanationPanel } from "../../dom/explanation.js";
import { numberButton } from "../../dom/number.js";
import { Newest } from "../../lib/newest.js";
import { decimal, whole } from "../../lib/numbers.js";
import { unitName } from "./words.js";
var DIGITS = 4;
var GRADIENT = /\.d_/;
var InsidesPanel = class {
  constructor(session, redraw) {
    this.session = session;
    this.redraw = redraw;
    this.wishes = new Newest((wish) => this.send(wish));
    this.setter = new Setter(session);
    this.why = new ExplanationPanel({
      ask: (query) => void this.explain(query),
      tracks: () => session.tracks.all,
      digits: DIGITS,
      code: ({ reference, step, point }) => point === void 0 && !reference.startsWith("distance.") ? `lab.run.at(${step}).explain("${reference}")` : ""
    });
    const row = make("div", { class: "gn-row" }, this.samples, this.free);
    const numbers = make("div", {}, this.title, this.words, row, this.groups, this.setter.element);
    this.element = make("section", { class: "gn-insides gn-widget", "aria-label": "Look inside" }, numbers, this.why.element);
  }
  session;
  redraw;
  element;
  title = make("h2", {}, "Inside");
  words = make("p", { class: "gn-caption" });
  groups = make("div", { class: "gn-groups" });
  sample = make("input", { type: "number", name: "sample", min: 1, value: 1, onchange: () => this.redraw() });
  count = make("span");
  samples = make("label", { class: "gn-check" }, "Sample of the batch", this.sample, this.count);
  free = button({ name: "unpin-point", label: "Back to the batch", text: "Back to the batch", onClick: () => this.pinPoint(null) });
  setter;
  why;
  wishes;
  point = null;
  shown = null;
  asked = "";
  marked = "";
  /** Show the numbers of one data point alone, or of the step's own batch. */
  pinPoint(point) {
    this.point = point;
    this.redraw();
  }
  /** Explain a number that is not in the list, such as the distance of two runs. */
  begin(query) {
    this.why.begin(query);
  }
  draw(scene) {
    this.element.hidden = scene.level !== "look";
    if (this.element.hidden) return;
    const { frame, session } = scene;
    if (this.point !== null && this.point >= (session.points?.length ?? 0) / 4) this.point = null;
    this.samples.hidden = this.point !== null;
    this.free.hidden = this.point === null;
    this.ask(scene);
    setText(this.title, scene.pinned ? nameOf(scene, scene.pinned) : "The loss");
    const one = this.point === null ? `Update ${whole(frame.step + 1)}, the next to be made, on its own batch.` : `Update ${whole(frame.step + 1)} as if point ${whole(this.point + 1)} were the whole batch.`;
    setText(this.words, scene.pinned ? one : `${one} Click a unit or a line of the network, or a point of the map, for its numbers.`);
    this.setter.draw(scene);
    this.mark();
  }
  ask({ frame, pinned }) {
    const sample = this.point === null ? Math.max(0, (this.sample.valueAsNumber || 1) - 1) : 0;
    const request = { step: frame.step, ...fieldsOf(pinned), sample: Math.min(sample, (this.shown?.samples.length ?? 1) - 1), point: this.point };
    const key = JSON.stringify([request, frame.track, frame.latest, this.session.changesShown, this.session.timeline.past.length]);
    if (key === this.asked) return;
    this.asked = key;
    this.wishes.ask({ request, key });
  }
  async send({ request, key }) {
    const insides = await this.session.question("inspect", request);
    if (!insides || key !== this.asked) return;
    this.show(insides);
    this.redraw();
  }
  show(insides) {
    const same = this.shown && formOf(this.shown) === formOf(insides);
    this.shown = insides;
    setText(this.count, `of ${insides.samples.length}`);
    this.sample.max = String(insides.samples.length);
    if (!isFocused(this.sample)) this.sample.value = String(insides.sample + 1);
    if (same) this.refill(insides);
    else this.groups.replaceChildren(...insides.groups.map((group) => this.group(group)));
    this.marked = "";
    this.element.dataset["inside"] = String(insides.step);
  }
  group({ title, numbers }) {
    const buttons = numbers.map(
      ({ reference, value }) => numberButton({ reference, symbol: reference, value, digits: DIGITS, sign: GRADIENT.test(reference) ? "gradient" : "value", onClick: () => this.why.begin(this.query(reference)) })
    );
    return make("div", { role: "group", "aria-label": title }, make("h3", {}, title), make("div", { class: "gn-from" }, ...buttons));
  }
  // While training goes on only the values change: the buttons stay, and with them focus and pointer.
  refill({ groups }) {
    const buttons = this.groups.querySelectorAll(".gn-num");
    groups.flatMap(({ numbers }) => numbers).forEach(({ value }, i) => {
      const button2 = buttons[i];
      const text = decimal(value, DIGITS);
      setText(button2.lastElementChild, text);
      button2.setAttribute("aria-label", `${button2.dataset["ref"]} = ${text}`);
      button2.title = `Why is ${button2.dataset["ref"]} = ${text}?`;
    });
  }
  query(reference) {
    const { frame } = this.session;
    return { reference, step: this.shown.step, track: frame.track, ...this.point === null ? {} : { point: this.point } };
  }
  async explain(query) {
    this.session.player.pause();
    const reply = await this.session.question("explain", query);
    if (reply) this.why.show(reply.explanation);
    this.redraw();
  }
  mark() {
    const now = this.why.query?.reference ?? "";
    if (now === this.marked) return;
    this.marked = now;
    for (const button2 of this.groups.querySelectorAll(".gn-num")) button2.setAttribute("aria-current", String(button2.dataset["ref"] === now));
  }
};
var Setter = class {
  constructor(session) {
    this.session = session;
    this.element = make("form", { class: "gn-row", onsubmit: (event) => (event.preventDefault(), this.send()) }, make("label", { class: "gn-check" }, this.label, this.input), this.set);
  }
  session;
  element;
  input = make("input", { type: "number", name: "new-weight", step: "any", min: -1e3, max: 1e3 });
  label = make("span");
  set = button({ name: "set-weight", label: "Set", text: "Set", onClick: () => this.send() });
  place = null;
  name = "";
  draw(scene) {
    const { pinned } = scene;
    this.element.hidden = !pinned || pinned.kind === "unit" && pinned.column === 0;
    if (!pinned || this.element.hidden) return;
    this.place = pinned.kind === "edge" ? { column: pinned.column + 1, unit: pinned.to, source: pinned.from } : { column: pinned.column, unit: pinned.unit };
    this.name = `${pinned.kind === "edge" ? "weight" : "bias"} of ${nameOf(scene, pinned)}`;
    setText(this.label, pinned.kind === "edge" ? "Set this weight to" : "Set this bias to");
  }
  send() {
    const value = this.input.valueAsNumber;
    if (!this.place || !Number.isFinite(value)) return;
    void this.session.setWeight(this.place, value, `${this.name} set to ${decimal(value, 2)}`);
  }
};
function nameOf({ frame }, focus) {
  if (focus.kind === "unit") return unitName(frame, focus.column, focus.unit);
  return `${unitName(frame, focus.column, focus.from)} → ${unitName(frame, focus.column + 1, focus.to)}`;
}
function fieldsOf(focus) {
  if (!focus) return {};
  if (focus.kind === "unit") return { column: focus.column, unit: focus.unit };
  return { column: focus.column + 1, unit: focus.to, source: focus.from };
}
function formOf({ title, groups }) {
  return JSON.stringify([title, groups.map((group) => [group.title, group.numbers.map(({ reference }) => reference)])]);
}
export {
  InsidesPanel
};
