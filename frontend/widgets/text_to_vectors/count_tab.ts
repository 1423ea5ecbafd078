// Lines of text as a table of numbers: one-hot, bag of words, TF-IDF; each number can be clicked for its explanation.
import { select } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import type { Shell } from "../../dom/shell.ts";
import type { Channel } from "../../lib/channel.ts";
import { decimal, whole } from "../../lib/numbers.ts";
import type { Counted, Wire } from "../../wire/text_to_vectors.ts";
import { splitting, TextBox } from "./text_box.ts";

const ENCODINGS = [
  { value: "one_hot", label: "One-hot: the words of the first line" },
  { value: "counts", label: "Bag of words: a count for each word" },
  { value: "tf_idf", label: "TF-IDF: rare words count more" },
];

export class CountTab {
  readonly panel = make("div", { class: "gn-stack" });
  private encoding = "counts";
  /** The number that is explained; null lets Python choose one. */
  private at: [number, number] | null = null;
  private focused = false;
  private readonly box: TextBox;
  private readonly table = make("table", { class: "gn-cells" });
  private readonly similarity = make("table", {});
  private readonly similarityPanel = make("div", {});
  private readonly reason = make("p", { class: "gn-reason", role: "status" });
  private readonly size = make("p", { class: "gn-note" });

  constructor(
    private readonly shell: Shell,
    private readonly channel: Channel<Wire>,
    sentences: string,
  ) {
    this.box = new TextBox(shell, channel, { label: "Up to twelve sentences", name: "lines", rows: 5, value: sentences, onText: () => this.ask() });
    const encoding = select({
      label: "Encoding",
      help: "How words become numbers",
      name: "encoding",
      options: ENCODINGS,
      onInput: (name) => {
        this.encoding = name;
        this.at = null;
        this.ask();
      },
    });
    encoding.show(this.encoding);
    this.similarityPanel.append(make("h3", {}, "Similarity of the lines: the cosine of the angle between two rows"), scroll("Similarity of the lines", this.similarity));
    this.panel.append(
      this.box.element,
      make("div", { class: "gn-row" }, encoding.element),
      scroll("The table of numbers", this.table),
      this.reason,
      this.size,
      this.similarityPanel,
    );
    this.ask();
  }

  retheme(): void {}

  close(): void {
    this.box.close();
  }

  private ask(): void {
    this.channel.request("count", { text: this.box.text, encoding: this.encoding, at: this.at }, ({ head, arrays }) => {
      this.at = head.at;
      this.box.limit(head.max_size);
      this.drawTable(head, arrays[0]!);
      this.drawSimilarity(head, arrays[1]!);
      setText(this.reason, head.reason);
      const fraction = ((100 * head.kept) / head.numbers).toFixed(0);
      setText(
        this.size,
        `${whole(head.numbers)} numbers, of which ${whole(head.kept)} (${fraction} %) are not 0. Dense, with every 0: ${whole(head.dense_bytes)} bytes. ` +
          `Sparse, only non-zero values and their positions: ${whole(head.sparse_bytes)} bytes.${splitting(head.by_character)}`,
      );
      Object.assign(this.shell.root.dataset, { ready: "true", counted: `${this.encoding} ${head.rows.length} ${head.columns.length}`, reason: head.reason });
    });
  }

  private drawTable({ rows, columns, at }: Counted, values: Float32Array): void {
    const top = make("tr", {}, make("th", { scope: "col" }, this.encoding === "one_hot" ? "word" : "line"), ...columns.map((word) => make("th", { scope: "col" }, word)));
    const digits = this.encoding === "tf_idf" ? 2 : 0;
    const body = rows.map((name, row) => {
      const title = this.encoding === "one_hot" ? name : `${row + 1}`;
      const cells = columns.map((word, column) => {
        const value = values[row * columns.length + column]!;
        return make("td", {}, value === 0 ? "0" : this.cell(row, column, decimal(value, digits), `${word}, ${title}`, at));
      });
      return make("tr", {}, make("th", { scope: "row", title: name }, title), ...cells);
    });
    this.table.replaceChildren(make("thead", {}, top), make("tbody", {}, ...body));
    if (this.focused) this.table.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
    this.focused = false;
  }

  private cell(row: number, column: number, text: string, name: string, at: [number, number]): HTMLElement {
    const press = (): void => {
      this.at = [row, column];
      this.focused = true;
      this.ask();
    };
    const chosen = String(at[0] === row && at[1] === column);
    return make("button", { type: "button", "aria-pressed": chosen, "aria-label": `${text}: ${name}. Explain`, onclick: press }, text);
  }

  private drawSimilarity({ rows }: Counted, values: Float32Array): void {
    this.similarityPanel.hidden = this.encoding === "one_hot";
    const names = rows.map((_, i) => String(i + 1));
    const top = make("tr", {}, make("th", { scope: "col" }, "line"), ...names.map((name) => make("th", { scope: "col" }, name)));
    const body = rows.map((line, i) =>
      make("tr", {}, make("th", { scope: "row", title: line }, names[i]!), ...names.map((_, j) => make("td", {}, decimal(values[i * rows.length + j]!, 2)))),
    );
    this.similarity.replaceChildren(make("thead", {}, top), make("tbody", {}, ...body));
  }
}

function scroll(label: string, ...inside: HTMLElement[]): HTMLElement {
  return make("div", { class: "gn-scroll", tabindex: "0", role: "group", "aria-label": label }, ...inside);
}
