// widgets/sound_to_waveform/sample_table.ts
import { make, setText } from "../../dom/element.js";
import { decimal, whole } from "../../lib/numbers.js";
var ROWS = [
  { head: "sample", text: ({ place }) => whole(place) },
  { head: "time in s", text: ({ time }) => time.toFixed(5) },
  { head: "value", text: ({ value }) => decimal(value, 4) },
  { head: "stored as", text: ({ stored }) => whole(stored) }
];
var SampleTable = class {
  note = make("p", { class: "gn-note" });
  body = make("tbody", {});
  scroll = make("div", { class: "gn-scroll gn-samples", role: "group", tabindex: "0", "aria-label": "Sample values" }, make("table", {}, this.body));
  element = make("div", {}, this.note, this.scroll);
  show({ listed, few, at }) {
    setText(this.note, few ? "Samples in view:" : "Samples around the marker; zoom in to see them in the plot:");
    this.body.replaceChildren(
      ...ROWS.map(
        ({ head, text }) => make(
          "tr",
          {},
          make("th", { scope: "row" }, head),
          ...listed.map((sample) => make("td", { class: sample.place === at.place ? "gn-lit" : void 0 }, text(sample)))
        )
      )
    );
    this.reveal();
  }
  // Keep the marked sample near the middle of the box; no column starts half hidden under the row headings.
  reveal() {
    const lit = this.body.querySelector(".gn-lit");
    if (!lit) return;
    const [head, ...cells] = Array.from(lit.parentElement.children);
    const room = this.scroll.clientWidth - head.offsetWidth;
    const first = cells.find((cell) => cell.offsetLeft >= lit.offsetLeft + (lit.offsetWidth - room) / 2) ?? lit;
    this.scroll.scrollLeft = first.offsetLeft - head.offsetWidth;
  }
};
export {
  SampleTable
};
