// widgets/text_to_vectors/word_details.ts
import { make, makeSvg, setText } from "../../dom/element.js";
import { decimal } from "../../lib/numbers.js";
var [WIDE, HIGH] = [240, 64];
var WordDetails = class {
  constructor(onPick) {
    this.onPick = onPick;
  }
  onPick;
  near = make("ol", { class: "gn-found" });
  cosine = make("p", {});
  sum = make("h3", {});
  found = make("ol", { class: "gn-found" });
  unfiltered = make("p", { class: "gn-note" });
  bars = makeSvg("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, class: "gn-bars", role: "img" });
  pair = make("p", { class: "gn-note" });
  parts([word, minus, plus, other]) {
    const fold = make("details", {}, make("summary", {}, "The word’s vector, and the latest training pair"));
    const bars = make("div", {});
    bars.append(this.bars);
    fold.append(bars, this.pair);
    return [
      make("div", { class: "gn-row" }, word, other),
      this.cosine,
      make("div", {}, make("h3", {}, "Nearest words"), this.near),
      make("div", { class: "gn-row" }, minus, plus),
      make("div", {}, this.sum, this.found, this.unfiltered),
      fold
    ];
  }
  draw(frame, vector, [word, minus, plus, other]) {
    setText(this.cosine, `Cosine of the angle between “${word}” and “${other}”: ${decimal(frame.cosine, 2)}`);
    this.list(this.near, frame.near);
    setText(this.sum, `${word} − ${minus} + ${plus} ≈`);
    this.list(this.found, frame.found);
    setText(this.unfiltered, `The three words themselves are left out, as usual; with them, the nearest would be “${frame.first_found}”.`);
    this.drawVector(word, vector);
    const { latest } = frame;
    const pairs = latest?.others.map(({ word: near, z, p }, i) => `${near}: z = ${decimal(z, 2)}, p = ${decimal(p, 2)}, target ${i ? 0 : 1}`);
    setText(this.pair, latest ? `Centre word “${latest.centre}”, true neighbour first: ${pairs.join("; ")}.` : "No pair has been trained yet.");
  }
  list(holder, found) {
    const same = holder.children.length === found.length;
    if (!same) holder.replaceChildren(...found.map(() => this.entry()));
    found.forEach(({ word, cosine }, i) => {
      const item = holder.children[i];
      const [name, value] = [item.querySelector("button"), item.querySelector("span")];
      setText(name, word);
      setText(value, decimal(cosine, 2));
      item.style.setProperty("--gn-fraction", String(Math.max(0, cosine)));
    });
  }
  entry() {
    const name = make("button", { type: "button", onclick: () => this.onPick(name.textContent ?? "") });
    return make("li", {}, name, make("span", { class: "gn-number" }));
  }
  drawVector(word, vector) {
    const largest = Math.max(0.1, ...vector.map(Math.abs));
    const width = WIDE / vector.length;
    const bars = [...vector].map((value, i) => {
      const size = Math.abs(value) / largest * (HIGH / 2 - 2);
      const y = value < 0 ? HIGH / 2 : HIGH / 2 - size;
      const ink = value < 0 ? "var(--gn-negative)" : "var(--gn-positive)";
      return makeSvg("rect", { x: i * width + 1, y, width: width - 2, height: size, fill: ink });
    });
    const numbers = [...vector].map((value) => decimal(value, 2)).join(", ");
    this.bars.setAttribute("aria-label", `The ${vector.length} numbers of ${word}: ${numbers}`);
    this.bars.replaceChildren(...bars, makeSvg("path", { d: `M0 ${HIGH / 2}H${WIDE}`, stroke: "var(--gn-quiet)" }));
  }
};
export {
  WordDetails
};
