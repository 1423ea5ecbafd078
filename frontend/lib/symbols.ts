// The engine's names in mathematical notation: dense_1.d_weight[0, 1] is ∂L/∂w₁₂⁽¹⁾. Python counts from 0, the page from 1.
import { subscript } from "./numbers.ts";

const SHORT: Record<string, string> = { weight: "w", bias: "b", prediction: "p", mean: "mean L", value: "L" };
const NAME = /(?:([A-Za-z]\w*)\.)?(?:([A-Za-z]\w*)\/)?([A-Za-z]\w*)\[(\d+(?:, \d+)*)\]/g;

export class Symbols {
  constructor(
    private readonly layers: string[],
    private readonly samples: number[],
  ) {}

  /** A line of arithmetic with every name in short notation; names without a layer belong to `layer`. */
  line(text: string, layer: string): string {
    return text
      .replace(NAME, (whole: string, owner = layer, path: string | undefined, part: string, index: string) => this.named(whole, owner, path, part, index.split(", ").map(Number)))
      .replaceAll("afterwards.mean", "mean L′")
      .replaceAll("loss.mean", "mean L")
      .replaceAll("optimizer.learning_rate", "η")
      .replaceAll("data.class", "class");
  }

  reference(text: string): string {
    return this.line(text, "");
  }

  layer(place: number): string {
    return this.layers.length > 1 ? raised(place + 1) : "";
  }

  // afterwards.dense_1/a[0, 0] is a′₁⁽¹⁾, slope.dense_1[0, 0] is g′(z₁⁽¹⁾); other paths are left as they are.
  private named(whole: string, owner: string, path: string | undefined, part: string, index: number[]): string {
    if (owner === "afterwards") return this.one(path ?? "loss", `${part}_after`, index);
    if (owner === "slope" && this.layers.includes(part)) return `g′(${this.one(part, "z", index)})`;
    return path === undefined ? this.one(owner, part, index) : whole;
  }

  private one(owner: string, part: string, index: number[]): string {
    const after = part.endsWith("_after");
    const bare = after ? part.slice(0, -6) : part;
    const slope = bare.startsWith("d_");
    const change = bare.endsWith("_change") ? "Δ" : "";
    const name = (slope ? bare.slice(2) : bare).replace(/_change$/, "");
    const [letter, place, units, sample] = this.place(owner, name, index);
    const symbol = `${change}${letter}${after ? "′" : ""}${units.map((unit) => subscript(unit + 1)).join(units.some((unit) => unit > 8) ? "," : "")}${place < 0 ? "" : this.layer(place)}`;
    const whose = sample !== null && this.samples.length > 1 ? ` (sample ${this.samples[sample]! + 1})` : "";
    return `${slope ? `∂L/∂${symbol}` : symbol}${whose}`;
  }

  // A layer's input is shown as the output of the previous layer.
  private place(owner: string, name: string, index: number[]): [string, number, number[], number | null] {
    const at = this.layers.indexOf(owner);
    const kept = /^(\w+_)?(weight|bias)$/.exec(name); // an update rule's state for a parameter, such as Adam's m_weight
    if (kept) return [`${kept[1]?.replace("_", " of ") ?? ""}${SHORT[kept[2]!]!}`, at, index, null];
    const [sample, ...units] = index;
    if (name === "prediction") return ["a", this.layers.length - 1, units, sample!];
    if (name === "x" && at > 0) return ["a", at - 1, units, sample!];
    if (owner === "data") return [name === "y" ? "t" : name, -1, units, sample!];
    return [SHORT[name] ?? name, at, units, sample!];
  }
}

/** Where a number has several names, the one that the diagram uses. */
export function sameAs(reference: string, layers: string[]): string {
  const match = /^(\w+)\.(\w+)\[(.*)\]$/.exec(reference);
  if (!match) return reference;
  const [, owner, part, index] = match;
  const at = layers.indexOf(owner!);
  if (owner === "loss" && part === "d_prediction") return `${layers.at(-1)}.d_a[${index}]`;
  if (part === "d_x" && at > 0) return `${layers[at - 1]}.d_a[${index}]`;
  if (part === "x" && at === 0) return `data.x[${index}]`;
  if (part === "x" && at > 0) return `${layers[at - 1]}.a[${index}]`;
  return reference;
}

function raised(value: number): string {
  return `⁽${"⁰¹²³⁴⁵⁶⁷⁸⁹"[value]!}⁾`;
}

/** A layer by its place: "Hidden layer 2", "The output layer". */
export function layerName(place: number, last: number): string {
  if (place === last) return "The output layer";
  return last === 1 ? "The hidden layer" : `Hidden layer ${place + 1}`;
}

/** An activation as it is written: ReLU, sigmoid. */
export function activationName(activation: string): string {
  return activation === "relu" ? "ReLU" : activation;
}
