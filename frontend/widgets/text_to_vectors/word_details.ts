// Details of the selected words: neighbours, a comparison, a sum, the vector itself, and the latest training pair.
import { make, makeSvg, setText } from "../../dom/element.ts";
import { decimal } from "../../lib/numbers.ts";
import type { Neighbour, Vectors } from "../../wire/text_to_vectors.ts";

const [WIDE, HIGH] = [240, 64];

export class WordDetails {
  private readonly near = make("ol", { class: "gn-found" });
  private readonly cosine = make("p", {});
  private readonly sum = make("h3", {});
  private readonly found = make("ol", { class: "gn-found" });
  private readonly unfiltered = make("p", { class: "gn-note" });
  private readonly bars = makeSvg("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, class: "gn-bars", role: "img" });
  private readonly pair = make("p", { class: "gn-note" });

  constructor(private readonly onPick: (word: string) => void) {}

  parts([word, minus, plus, other]: readonly HTMLElement[]): HTMLElement[] {
    const fold = make("details", {}, make("summary", {}, "The word’s vector, and the latest training pair"));
    const bars = make("div", {});
    bars.append(this.bars);
    fold.append(bars, this.pair);
    return [
      make("div", { class: "gn-row" }, word!, other!),
      this.cosine,
      make("div", {}, make("h3", {}, "Nearest words"), this.near),
      make("div", { class: "gn-row" }, minus!, plus!),
      make("div", {}, this.sum, this.found, this.unfiltered),
      fold,
    ];
  }

  draw(frame: Vectors, vector: Float32Array, [word, minus, plus, other]: readonly string[]): void {
    setText(this.cosine, `Cosine of the angle between “${word}” and “${other}”: ${decimal(frame.cosine, 2)}`);
    this.list(this.near, frame.near);
    setText(this.sum, `${word} − ${minus} + ${plus} ≈`);
    this.list(this.found, frame.found);
    setText(this.unfiltered, `The three words themselves are left out, as usual; with them, the nearest would be “${frame.first_found}”.`);
    this.drawVector(word!, vector);
    const { latest } = frame;
    const pairs = latest?.others.map(({ word: near, z, p }, i) => `${near}: z = ${decimal(z, 2)}, p = ${decimal(p, 2)}, target ${i ? 0 : 1}`);
    setText(this.pair, latest ? `Centre word “${latest.centre}”, true neighbour first: ${pairs!.join("; ")}.` : "No pair has been trained yet.");
  }

  private list(holder: HTMLElement, found: readonly Neighbour[]): void {
    const same = holder.children.length === found.length;
    if (!same) holder.replaceChildren(...found.map(() => this.entry()));
    found.forEach(({ word, cosine }, i) => {
      const item = holder.children[i] as HTMLElement;
      const [name, value] = [item.querySelector("button")!, item.querySelector("span")!];
      setText(name, word);
      setText(value, decimal(cosine, 2));
      item.style.setProperty("--gn-fraction", String(Math.max(0, cosine)));
    });
  }

  private entry(): HTMLElement {
    const name: HTMLButtonElement = make("button", { type: "button", onclick: () => this.onPick(name.textContent ?? "") });
    return make("li", {}, name, make("span", { class: "gn-number" }));
  }

  private drawVector(word: string, vector: Float32Array): void {
    const largest = Math.max(0.1, ...vector.map(Math.abs));
    const width = WIDE / vector.length;
    const bars = [...vector].map((value, i) => {
      const size = (Math.abs(value) / largest) * (HIGH / 2 - 2);
      const y = value < 0 ? HIGH / 2 : HIGH / 2 - size;
      const ink = value < 0 ? "var(--gn-negative)" : "var(--gn-positive)";
      return makeSvg("rect", { x: i * width + 1, y, width: width - 2, height: size, fill: ink });
    });
    const numbers = [...vector].map((value) => decimal(value, 2)).join(", ");
    this.bars.setAttribute("aria-label", `The ${vector.length} numbers of ${word}: ${numbers}`);
    this.bars.replaceChildren(...bars, makeSvg("path", { d: `M0 ${HIGH / 2}H${WIDE}`, stroke: "var(--gn-quiet)" }));
  }
}
