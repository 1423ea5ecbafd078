// Twelve cards: the input of a layer, its output, their shapes, and the variants of its kind.
import { button, select, type Control } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import type { Shell } from "../../dom/shell.ts";
import type { Answer, Channel } from "../../lib/channel.ts";
import { whole } from "../../lib/numbers.ts";
import type { Opening, ShownView, Wire } from "../../wire/layer_zoo.ts";
import { tablePicture } from "./table_picture.ts";

type ExhibitView = Opening["exhibits"][number];

export class LayerZoo {
  private number = 0;
  private cards: Card[] = [];
  private readonly next = button({ name: "next", label: "Next input", text: "Next input", class: "gn-button gn-main", onClick: () => this.go(1) });
  private readonly previous = button({ name: "previous", label: "Previous input", text: "Previous input", onClick: () => this.go(-1) });
  private readonly words = make("p", { role: "status" });

  constructor(
    private readonly shell: Shell,
    private readonly channel: Channel<Wire>,
  ) {
    channel.request("open", {}, ({ head }) => this.build(head));
  }

  retheme(): void {
    for (const card of this.cards) card.draw();
  }

  close(): void {}

  private build({ exhibits, number }: Opening): void {
    this.number = number;
    this.cards = exhibits.map((exhibit) => new Card(exhibit, this.shell, (variant) => this.channel.ask("show", { exhibit: exhibit.name, variant, number: this.number })));
    this.shell.root.append(
      make("div", { class: "gn-row" }, this.next, this.previous, this.words),
      make("div", { class: "gn-cages" }, ...this.cards.map(({ element }) => element)),
      make("p", { class: "gn-note" }, "Blue is above 0, orange below; the strongest colour is the largest number of its picture."),
    );
    void this.show();
  }

  private go(step: 1 | -1): void {
    this.number = Math.max(0, Math.min(1000, this.number + step));
    void this.show();
  }

  private async show(): Promise<void> {
    const { number } = this;
    try {
      for (const card of this.cards) await card.ask();
    } catch (error) {
      this.shell.showError((error as Error).message);
    }
    setText(this.words, `Input number ${whole(number + 1)}.`);
    Object.assign(this.shell.root.dataset, { ready: "true", number });
  }
}

class Card {
  readonly element: HTMLElement;
  private answer: Answer<ShownView> | null = null;
  private variant: string;
  private readonly pictures = make("div", { class: "gn-change" });
  private readonly shapes = make("p", { class: "gn-note" });
  private readonly variants: Control<string>;

  constructor(
    private readonly exhibit: ExhibitView,
    private readonly shell: Shell,
    private readonly request: (variant: string) => Promise<Answer<ShownView>>,
  ) {
    const { name, label, words, variants } = exhibit;
    this.variant = variants[0]!;
    this.variants = select({ label: "Kind", help: `Kinds of ${label.toLowerCase()}`, name: `variant-${name}`, options: variants.map((value) => ({ value, label: value })), onInput: (value) => void this.choose(value) });
    this.element = make("div", { class: "gn-cage", role: "group", "aria-label": `${label} layer`, "data-exhibit": name }, make("h3", {}, label), this.pictures, this.shapes, make("p", { class: "gn-what" }, words), this.variants.element);
  }

  async ask(): Promise<void> {
    this.answer = await this.request(this.variant);
    this.draw();
  }

  draw(): void {
    const { answer, exhibit, shell } = this;
    if (!answer) return;
    const { before, after, takes, gives, parameters, variant } = answer.head;
    const [input, output] = answer.arrays;
    const named = (what: string, shape: readonly number[]): string => `${what} of the ${exhibit.label.toLowerCase()} layer, ${shape.join(" by ")} numbers`;
    this.pictures.replaceChildren(tablePicture(input!, before, named("Input", takes), shell.theme), make("span", { "aria-hidden": "true" }, "→"), tablePicture(output!, after, named("Output", gives), shell.theme));
    setText(this.shapes, `${takes.join(" × ")} → ${gives.join(" × ")} · ${parameters ? `${whole(parameters)} parameters` : "no parameters"}`);
    this.element.dataset["variant"] = variant;
  }

  private async choose(variant: string): Promise<void> {
    this.variant = variant;
    try {
      await this.ask();
    } catch (error) {
      this.shell.showError((error as Error).message);
    }
  }
}
