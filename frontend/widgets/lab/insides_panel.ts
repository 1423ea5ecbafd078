// Look inside: the numbers of the chosen unit or weight in one step, forward and backward, each with its explanation.
import { button } from "../../dom/controls.ts";
import { isFocused, make, setText } from "../../dom/element.ts";
import { ExplanationPanel, type Query } from "../../dom/explanation.ts";
import { numberButton } from "../../dom/number.ts";
import { Newest } from "../../lib/newest.ts";
import { decimal, whole } from "../../lib/numbers.ts";
import type { Session } from "../../lib/session.ts";
import type { Insides, Inspect, NumberGroup } from "../../wire/lab.ts";
import type { Focus, Panel, Scene } from "./scene.ts";
import { unitName } from "./words.ts";

const DIGITS = 4;
/** Parts that are gradients have another colour. */
const GRADIENT = /\.d_/;

interface Wish {
  request: Inspect;
  key: string;
}

export class InsidesPanel implements Panel {
  readonly element: HTMLElement;
  private readonly title = make("h2", {}, "Inside");
  private readonly words = make("p", { class: "gn-caption" });
  private readonly groups = make("div", { class: "gn-groups" });
  private readonly sample = make("input", { type: "number", name: "sample", min: 1, value: 1, onchange: () => this.redraw() });
  private readonly count = make("span");
  private readonly samples = make("label", { class: "gn-check" }, "Sample of the batch", this.sample, this.count);
  private readonly free = button({ name: "unpin-point", label: "Back to the batch", text: "Back to the batch", onClick: () => this.pinPoint(null) });
  private readonly setter: Setter;
  private readonly why: ExplanationPanel;
  private readonly wishes: Newest<Wish>;
  private point: number | null = null;
  private shown: Insides | null = null;
  private asked = "";
  private marked = "";

  constructor(
    private readonly session: Session,
    private readonly redraw: () => void,
  ) {
    this.wishes = new Newest((wish) => this.send(wish));
    this.setter = new Setter(session);
    this.why = new ExplanationPanel({
      ask: (query) => void this.explain(query),
      tracks: () => session.tracks.all,
      digits: DIGITS,
      code: ({ reference, step, point }) => (point === undefined && !reference.startsWith("distance.") ? `lab.run.at(${step}).explain("${reference}")` : ""),
    });
    const row = make("div", { class: "gn-row" }, this.samples, this.free);
    const numbers = make("div", {}, this.title, this.words, row, this.groups, this.setter.element);
    this.element = make("section", { class: "gn-insides gn-widget", "aria-label": "Look inside" }, numbers, this.why.element);
  }

  /** Show the numbers of one data point alone, or of the step's own batch. */
  pinPoint(point: number | null): void {
    this.point = point;
    this.redraw();
  }

  /** Explain a number that is not in the list, such as the distance of two runs. */
  begin(query: Query): void {
    this.why.begin(query);
  }

  draw(scene: Scene): void {
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

  private ask({ frame, pinned }: Scene): void {
    const sample = this.point === null ? Math.max(0, (this.sample.valueAsNumber || 1) - 1) : 0;
    const request: Inspect = { step: frame.step, ...fieldsOf(pinned), sample: Math.min(sample, (this.shown?.samples.length ?? 1) - 1), point: this.point };
    const key = JSON.stringify([request, frame.track, frame.latest, this.session.changesShown, this.session.timeline.past.length]);
    if (key === this.asked) return;
    this.asked = key;
    this.wishes.ask({ request, key });
  }

  private async send({ request, key }: Wish): Promise<void> {
    const insides = await this.session.question("inspect", request);
    if (!insides || key !== this.asked) return;
    this.show(insides);
    this.redraw();
  }

  private show(insides: Insides): void {
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

  private group({ title, numbers }: NumberGroup): HTMLElement {
    const buttons = numbers.map(({ reference, value }) =>
      numberButton({ reference, symbol: reference, value, digits: DIGITS, sign: GRADIENT.test(reference) ? "gradient" : "value", onClick: () => this.why.begin(this.query(reference)) }),
    );
    return make("div", { role: "group", "aria-label": title }, make("h3", {}, title), make("div", { class: "gn-from" }, ...buttons));
  }

  // While training goes on only the values change: the buttons stay, and with them focus and pointer.
  private refill({ groups }: Insides): void {
    const buttons = this.groups.querySelectorAll<HTMLElement>(".gn-num");
    groups.flatMap(({ numbers }) => numbers).forEach(({ value }, i) => {
      const button = buttons[i]!;
      const text = decimal(value, DIGITS);
      setText(button.lastElementChild!, text);
      button.setAttribute("aria-label", `${button.dataset["ref"]} = ${text}`);
      button.title = `Why is ${button.dataset["ref"]} = ${text}?`;
    });
  }

  private query(reference: string): Query {
    const { frame } = this.session;
    return { reference, step: this.shown!.step, track: frame!.track, ...(this.point === null ? {} : { point: this.point }) };
  }

  private async explain(query: Query): Promise<void> {
    this.session.player.pause();
    const reply = await this.session.question("explain", query);
    if (reply) this.why.show(reply.explanation as Parameters<ExplanationPanel["show"]>[0]);
    this.redraw();
  }

  private mark(): void {
    const now = this.why.query?.reference ?? "";
    if (now === this.marked) return;
    this.marked = now;
    for (const button of this.groups.querySelectorAll<HTMLElement>(".gn-num")) button.setAttribute("aria-current", String(button.dataset["ref"] === now));
  }
}

/** Sets the chosen weight or bias to a number. */
class Setter {
  readonly element: HTMLElement;
  private readonly input = make("input", { type: "number", name: "new-weight", step: "any", min: -1000, max: 1000 });
  private readonly label = make("span");
  private readonly set = button({ name: "set-weight", label: "Set", text: "Set", onClick: () => this.send() });
  private place: { column: number; unit: number; source?: number } | null = null;
  private name = "";

  constructor(private readonly session: Session) {
    this.element = make("form", { class: "gn-row", onsubmit: (event: Event) => (event.preventDefault(), this.send()) }, make("label", { class: "gn-check" }, this.label, this.input), this.set);
  }

  draw(scene: Scene): void {
    const { pinned } = scene;
    this.element.hidden = !pinned || (pinned.kind === "unit" && pinned.column === 0);
    if (!pinned || this.element.hidden) return;
    this.place = pinned.kind === "edge" ? { column: pinned.column + 1, unit: pinned.to, source: pinned.from } : { column: pinned.column, unit: pinned.unit };
    this.name = `${pinned.kind === "edge" ? "weight" : "bias"} of ${nameOf(scene, pinned)}`;
    setText(this.label, pinned.kind === "edge" ? "Set this weight to" : "Set this bias to");
  }

  private send(): void {
    const value = this.input.valueAsNumber;
    if (!this.place || !Number.isFinite(value)) return;
    void this.session.setWeight(this.place, value, `${this.name} set to ${decimal(value, 2)}`);
  }
}

function nameOf({ frame }: Scene, focus: Focus): string {
  if (focus.kind === "unit") return unitName(frame, focus.column, focus.unit);
  return `${unitName(frame, focus.column, focus.from)} → ${unitName(frame, focus.column + 1, focus.to)}`;
}

function fieldsOf(focus: Focus | null): Partial<Inspect> {
  if (!focus) return {};
  if (focus.kind === "unit") return { column: focus.column, unit: focus.unit };
  return { column: focus.column + 1, unit: focus.to, source: focus.from };
}

function formOf({ title, groups }: Insides): string {
  return JSON.stringify([title, groups.map((group) => [group.title, group.numbers.map(({ reference }) => reference)])]);
}
