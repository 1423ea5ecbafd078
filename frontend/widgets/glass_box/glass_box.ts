// The sheet to draw on, the box with its answer, and one button that turns its walls to glass.
import { button, setEnabled } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { ExplanationPanel } from "../../dom/explanation.ts";
import { Sheet } from "../../dom/sheet.ts";
import type { Shell } from "../../dom/shell.ts";
import type { Answer, Channel } from "../../lib/channel.ts";
import { percent, whole } from "../../lib/numbers.ts";
import type { Inside, Reading, Wire } from "../../wire/glass_box.ts";
import { NeuronView } from "./neuron_view.ts";
import { Stage, type Neuron } from "./stage.ts";

export class GlassBox {
  private inside: Answer<Inside> | null = null;
  private reading: Answer<Reading> | null = null;
  private open = false;
  private chosen: Neuron | null = null;
  private readonly words = make("p", { class: "gn-said", role: "status" });
  private readonly look = button({ name: "look", label: "Look inside", text: "Look inside", class: "gn-button gn-main", onClick: () => this.setOpen(!this.open) });
  private readonly another = button({ name: "another", label: "Another digit", text: "Another digit", help: "A handwritten digit that the network has not learnt from", onClick: () => this.next() });
  private readonly clear = button({ name: "clear", label: "Clear the sheet", text: "Clear", onClick: () => void this.draw([]) });
  private readonly sheet = new Sheet((points) => this.draw(points));
  private readonly stage: Stage;
  private readonly neuron: NeuronView;
  private readonly why: ExplanationPanel;
  private readonly details: HTMLElement;

  constructor(
    private readonly shell: Shell,
    private readonly channel: Channel<Wire>,
  ) {
    this.stage = new Stage((neuron) => this.choose(neuron), () => this.redraw());
    this.neuron = new NeuronView((reference) => this.why.begin({ reference, step: this.inside!.head.step, track: "" }));
    this.why = new ExplanationPanel({
      ask: (query) =>
        channel.request("explain", query, ({ head }) => {
          this.why.show(head.explanation);
          shell.root.dataset["explained"] = head.explanation.reference.text;
        }),
      tracks: () => [],
      digits: 4,
      code: () => "",
    });
    this.details = make("div", { class: "gn-details", hidden: true }, this.neuron.element, this.why.element);
    shell.root.append(
      make("div", { class: "gn-row" }, this.look, this.another, this.clear),
      this.words,
      make("div", { class: "gn-box" }, this.sheet.element, this.stage.element),
      this.details,
    );
    channel.request("open", {}, (answer) => {
      this.inside = answer;
      channel.request("draw", {}, (reading) => this.show(reading));
    });
  }

  retheme(): void {
    this.redraw();
  }

  close(): void {
    this.stage.close();
  }

  private next(): void {
    this.channel.request("example", {}, (answer) => this.show(answer));
  }

  private async draw(points: [number, number][]): Promise<void> {
    try {
      this.show(await this.channel.ask("draw", { points }));
      this.shell.showError("");
    } catch (error) {
      this.shell.showError((error as Error).message);
    }
  }

  private show(answer: Answer<Reading>): void {
    this.reading = answer;
    this.sheet.show(answer.head.sheet);
    this.redraw();
  }

  private setOpen(open: boolean): void {
    this.open = open;
    if (open) this.chosen ??= { layer: 0, unit: 0 };
    this.redraw();
  }

  private choose(neuron: Neuron): void {
    this.chosen = neuron;
    this.setOpen(true);
  }

  private redraw(): void {
    const { inside, reading, open, chosen, shell } = this;
    if (!inside || !reading) return;
    const { head } = reading;
    this.stage.draw(inside, reading, { open, chosen, theme: shell.theme });
    this.details.hidden = !open;
    if (open && chosen) this.neuron.draw(inside, reading, chosen, shell.theme);
    const action = open ? "Close the box" : "Look inside";
    setText(this.look.firstElementChild!, action);
    this.look.title = action;
    setText(this.words, this.said(inside.head, head));
    setEnabled(this.clear, !head.empty);
    Object.assign(shell.root.dataset, {
      ready: "true",
      open: String(open),
      answer: head.empty ? "" : head.answer,
      truth: head.truth ?? "",
      chosen: chosen ? `${inside.head.layers[chosen.layer]}[${chosen.unit}]` : "",
    });
  }

  private said(inside: Inside, { answer, sure, truth, empty }: Reading): string {
    if (empty) return "The sheet is empty. Draw a digit on it, as large as you like.";
    const says = `The box says: this is a ${answer}, with ${percent(sure)}.`;
    const judged = truth === null ? "" : truth === answer ? ` It is one.` : ` In fact it is a ${truth}.`;
    return this.open ? `${says}${judged} All ${whole(inside.parameters)} numbers of the network are here: click any neuron, then any number.` : `${says}${judged} Draw one yourself, or look how it does that.`;
  }
}
