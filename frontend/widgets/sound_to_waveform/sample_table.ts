// Single samples with their numbers, side by side as they stand in the waveform.
import { make } from "../../dom/element.ts";
import { decimal, whole } from "../../lib/numbers.ts";
import type { Sample, Wave } from "./told.ts";

const ROWS: readonly { head: string; text: (sample: Sample) => string }[] = [
  { head: "sample", text: ({ place }) => whole(place) },
  { head: "time in s", text: ({ time }) => time.toFixed(5) },
  { head: "value", text: ({ value }) => decimal(value, 4) },
  { head: "stored as", text: ({ stored }) => whole(stored) },
];

export class SampleTable {
  private readonly body = make("tbody", {});
  private readonly table = make("table", {}, make("caption", { class: "gn-note" }, "The samples in view"), this.body);
  private readonly invitation = make("p", { class: "gn-note" }, "Zoom in until single samples show, with their numbers.");
  readonly element = make("div", { class: "gn-scroll gn-samples", role: "group", "aria-label": "Samples in numbers" }, this.invitation, this.table);

  show({ few, at }: Wave): void {
    this.invitation.hidden = few.length > 0;
    this.table.hidden = few.length === 0;
    if (few.length) this.element.tabIndex = 0;
    else this.element.removeAttribute("tabindex");
    this.body.replaceChildren(
      ...ROWS.map(({ head, text }) =>
        make(
          "tr",
          {},
          make("th", { scope: "row" }, head),
          ...few.map((sample) => make("td", { class: sample.place === at.place ? "gn-lit" : undefined }, text(sample))),
        ),
      ),
    );
  }
}
