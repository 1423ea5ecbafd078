// Individual samples in numbers, side by side as in the waveform.
import { make, setText } from "../../dom/element.ts";
import { decimal, whole } from "../../lib/numbers.ts";
import type { Sample, WaveReply } from "../../wire/sound_to_waveform.ts";

const ROWS: readonly { head: string; text: (sample: Sample) => string }[] = [
  { head: "sample", text: ({ place }) => whole(place) },
  { head: "time in s", text: ({ time }) => time.toFixed(5) },
  { head: "value", text: ({ value }) => decimal(value, 4) },
  { head: "stored as", text: ({ stored }) => whole(stored) },
];

export class SampleTable {
  private readonly note = make("p", { class: "gn-note" });
  private readonly body = make("tbody", {});
  private readonly scroll = make("div", { class: "gn-scroll gn-samples", role: "group", tabindex: "0", "aria-label": "Sample values" }, make("table", {}, this.body));
  readonly element = make("div", {}, this.note, this.scroll);

  show({ listed, few, at }: WaveReply): void {
    setText(this.note, few ? "Samples in view:" : "Samples around the marker; zoom in to see them in the plot:");
    this.body.replaceChildren(
      ...ROWS.map(({ head, text }) =>
        make(
          "tr",
          {},
          make("th", { scope: "row" }, head),
          ...listed.map((sample) => make("td", { class: sample.place === at.place ? "gn-lit" : undefined }, text(sample))),
        ),
      ),
    );
    this.reveal();
  }

  // Keep the marked sample near the middle of the box; no column starts half hidden under the row headings.
  private reveal(): void {
    const lit = this.body.querySelector<HTMLElement>(".gn-lit");
    if (!lit) return;
    const [head, ...cells] = Array.from(lit.parentElement!.children as HTMLCollectionOf<HTMLElement>);
    const room = this.scroll.clientWidth - head!.offsetWidth;
    const first = cells.find((cell) => cell.offsetLeft >= lit.offsetLeft + (lit.offsetWidth - room) / 2) ?? lit;
    this.scroll.scrollLeft = first.offsetLeft - head!.offsetWidth;
  }
}
