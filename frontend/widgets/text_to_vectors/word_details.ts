// Details of the selected words: neighbours, where two agree, a sum, and the latest training pair.
import { make, setText } from "../../dom/element.ts";
import type { Theme } from "../../lib/colors.ts";
import { decimal } from "../../lib/numbers.ts";
import type { Neighbour, Vectors } from "../../wire/text_to_vectors.ts";
import { Strips } from "./strips.ts";

export class WordDetails {
  private readonly near = make("ol", { class: "gn-found" });
  private readonly cosine = make("p", {});
  private readonly sum = make("h3", {});
  private readonly found = make("ol", { class: "gn-found" });
  private readonly unfiltered = make("p", { class: "gn-note" });
  private readonly agreement = new Strips();
  private readonly arithmetic = new Strips();
  private readonly pair = make("p", { class: "gn-note" });

  constructor(private readonly onPick: (word: string) => void) {}

  /** What stands beside the map, and what stands below both. */
  parts([word, minus, plus, other]: readonly HTMLElement[]): { beside: HTMLElement[]; below: HTMLElement[] } {
    const fold = make("details", {}, make("summary", {}, "The latest training pair"), this.pair);
    const compared = make("div", { class: "gn-stack" }, make("h3", {}, "Where two words agree"), make("div", { class: "gn-row" }, word!, other!), this.agreement.element, this.cosine);
    const summed = make("div", { class: "gn-stack" }, this.sum, make("div", { class: "gn-row" }, minus!, plus!), this.arithmetic.element, this.found, this.unfiltered);
    return { beside: [compared, make("h3", {}, "Nearest words"), this.near], below: [summed, fold] };
  }

  draw(frame: Vectors, vectors: Float32Array, [word, minus, plus, other]: readonly string[], theme: Theme): void {
    const units = vectors.length / 6;
    const rows = Array.from({ length: 6 }, (_, i) => [...vectors.subarray(i * units, (i + 1) * units)]);
    const products = rows[0]!.map((value, i) => value * rows[1]![i]!);
    const agree = products.filter((value) => value > 0).length;
    this.agreement.draw(
      [
        { name: word!, values: rows[0]! },
        { name: other!, values: rows[1]! },
        { name: "product", values: products },
      ],
      theme,
    );
    setText(this.cosine, `They agree in sign in ${agree} of ${units} numbers (blue in the product). The products add up to the cosine, ${decimal(frame.cosine, 2)}.`);
    this.list(this.near, frame.near);
    setText(this.sum, `${word} − ${minus} + ${plus} ≈`);
    const nearest = frame.found[0]?.word ?? "";
    this.arithmetic.draw(
      [
        { name: word!, values: rows[0]! },
        { name: `− ${minus}`, values: rows[2]!.map((value) => -value) },
        { name: `+ ${plus}`, values: rows[3]! },
        { name: "sum", values: rows[4]! },
        { name: `≈ ${nearest}`, values: rows[5]! },
      ],
      theme,
    );
    this.list(this.found, frame.found);
    setText(this.unfiltered, `The three words themselves are left out, as usual; with them, the nearest would be “${frame.first_found}”.`);
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
}
