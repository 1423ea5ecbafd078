// The heading of every column of the diagram: its name and, for hidden layers, buttons to add and remove units.
import { make, setText } from "../../dom/element.ts";
import { columnPlaces } from "../../lib/diagram.ts";
import { SETTINGS } from "../../wire/lab.ts";
import { button, setEnabled } from "../../dom/controls.ts";

interface Head {
  element: HTMLElement;
  title: HTMLElement;
  count: HTMLElement;
  more: HTMLButtonElement;
  less: HTMLButtonElement;
}

const TITLE_HEIGHT = 24;

export class ColumnHeads {
  readonly element = make("div", { class: "gn-heads" });
  private readonly hidden = new Map<number, Head>();
  private readonly first = make("span", { class: "gn-head gn-head-plain" }, "Inputs");
  private readonly last = make("span", { class: "gn-head gn-head-plain" }, "Output");

  constructor(private readonly changeUnits: (layer: number, change: 1 | -1) => void) {
    this.element.append(this.first, this.last);
  }

  /** Put a heading over every column; returns their height. */
  place(columns: number[], width: number, side: number): number {
    const places = columnPlaces(columns.length, width, side);
    const spread = places[1]! - places[0]!;
    const target = this.targetSize();
    const upright = spread < 2 * target + 28;
    this.element.classList.toggle("gn-upright", upright);
    const at = (element: HTMLElement, column: number) => (element.style.left = `${places[column]}px`);
    at(this.first, 0);
    at(this.last, columns.length - 1);
    const layers = columns.length - 2;
    for (let layer = 0; layer < layers; layer++) {
      const head = this.hidden.get(layer) ?? this.add(layer);
      at(head.element, layer + 1);
      this.describe(head, layer, columns[layer + 1]!, spread);
    }
    for (const [layer, head] of this.hidden) {
      if (layer < layers) continue;
      head.element.remove();
      this.hidden.delete(layer);
    }
    return TITLE_HEIGHT + (layers === 0 ? 0 : upright ? 2 * target + 26 : target) + 8;
  }

  private targetSize(): number {
    return Number.parseFloat(getComputedStyle(this.element).getPropertyValue("--gn-target")) || 28;
  }

  private describe(head: Head, layer: number, units: number, spread: number): void {
    setText(head.title, spread < 84 ? `L${layer + 1}` : `Hidden ${layer + 1}`);
    setText(head.count, String(units));
    setEnabled(head.more, units < SETTINGS.hidden.max);
    setEnabled(head.less, units > 1);
  }

  private add(layer: number): Head {
    const less = this.button(layer, -1, "−", `Remove a unit from hidden layer ${layer + 1}`);
    const more = this.button(layer, 1, "+", `Add a unit to hidden layer ${layer + 1}`);
    const title = make("span", { class: "gn-head-title" });
    const count = make("span", { class: "gn-head-count" });
    const name = `Units of hidden layer ${layer + 1}`;
    const stepper = make("span", { class: "gn-stepper", role: "group", "aria-label": name }, less, count, more);
    const element = make("span", { class: "gn-head" }, title, stepper);
    const head = { element, title, count, more, less };
    this.hidden.set(layer, head);
    this.element.insertBefore(element, this.last);
    return head;
  }

  private button(layer: number, change: 1 | -1, text: string, label: string): HTMLButtonElement {
    const name = `${change > 0 ? "more" : "less"}-units-${layer + 1}`;
    return button({ class: "gn-small", name, label, text, onClick: () => this.changeUnits(layer, change) });
  }
}
