// lib/symbols.ts
import { subscript } from "./numbers.js";
var SHORT = { weight: "w", bias: "b", prediction: "p", mean: "mean L", value: "L" };
var NAME = /(?:([A-Za-z]\w*)\.)?(?:([A-Za-z]\w*)\/)?([A-Za-z]\w*)\[(\d+(?:, \d+)*)\]/g;
var Symbols = class {
  constructor(layers, samples) {
    this.layers = layers;
    this.samples = samples;
  }
  layers;
  samples;
  /** A line of arithmetic with every name in short notation; names without a layer belong to `layer`. */
  line(text, layer) {
    return text.replace(NAME, (whole, owner = layer, path, part, index) => this.named(whole, owner, path, part, index.split(", ").map(Number))).replaceAll("afterwards.mean", "mean L′").replaceAll("loss.mean", "mean L").replaceAll("optimizer.learning_rate", "η").replaceAll("data.class", "class");
  }
  reference(text) {
    return this.line(text, "");
  }
  layer(place) {
    return this.layers.length > 1 ? raised(place + 1) : "";
  }
  // afterwards.dense_1/a[0, 0] is a′₁⁽¹⁾, slope.dense_1[0, 0] is g′(z₁⁽¹⁾); other paths are left as they are.
  named(whole, owner, path, part, index) {
    if (owner === "afterwards") return this.one(path ?? "loss", `${part}_after`, index);
    if (owner === "slope" && this.layers.includes(part)) return `g′(${this.one(part, "z", index)})`;
    return path === void 0 ? this.one(owner, part, index) : whole;
  }
  one(owner, part, index) {
    const after = part.endsWith("_after");
    const bare = after ? part.slice(0, -6) : part;
    const slope = bare.startsWith("d_");
    const change = bare.endsWith("_change") ? "Δ" : "";
    const name = (slope ? bare.slice(2) : bare).replace(/_change$/, "");
    const [letter, place, units, sample] = this.place(owner, name, index);
    const symbol = `${change}${letter}${after ? "′" : ""}${units.map((unit) => subscript(unit + 1)).join(units.some((unit) => unit > 8) ? "," : "")}${place < 0 ? "" : this.layer(place)}`;
    const whose = sample !== null && this.samples.length > 1 ? ` (sample ${this.samples[sample] + 1})` : "";
    return `${slope ? `∂L/∂${symbol}` : symbol}${whose}`;
  }
  // A layer's input is shown as the output of the previous layer.
  place(owner, name, index) {
    const at = this.layers.indexOf(owner);
    const kept = /^(\w+_)?(weight|bias)$/.exec(name);
    if (kept) return [`${kept[1]?.replace("_", " of ") ?? ""}${SHORT[kept[2]]}`, at, index, null];
    const [sample, ...units] = index;
    if (name === "prediction") return ["a", this.layers.length - 1, units, sample];
    if (name === "x" && at > 0) return ["a", at - 1, units, sample];
    if (owner === "data") return [name === "y" ? "t" : name, -1, units, sample];
    return [SHORT[name] ?? name, at, units, sample];
  }
};
function sameAs(reference, layers) {
  const match = /^(\w+)\.(\w+)\[(.*)\]$/.exec(reference);
  if (!match) return reference;
  const [, owner, part, index] = match;
  const at = layers.indexOf(owner);
  if (owner === "loss" && part === "d_prediction") return `${layers.at(-1)}.d_a[${index}]`;
  if (part === "d_x" && at > 0) return `${layers[at - 1]}.d_a[${index}]`;
  if (part === "x" && at === 0) return `data.x[${index}]`;
  if (part === "x" && at > 0) return `${layers[at - 1]}.a[${index}]`;
  return reference;
}
function raised(value) {
  return `⁽${"⁰¹²³⁴⁵⁶⁷⁸⁹"[value]}⁾`;
}
function layerName(place, last) {
  if (place === last) return "The output layer";
  return last === 1 ? "The hidden layer" : `Hidden layer ${place + 1}`;
}
function activationName(activation) {
  return activation === "relu" ? "ReLU" : activation;
}
export {
  Symbols,
  activationName,
  layerName,
  sameAs
};
