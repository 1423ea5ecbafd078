// Hidden layers of the Lab's settings: one list with the units of each, and one for each thing that a layer may have of its own.
import type { Spec } from "./protocol.ts";

export type OwnOfLayer = "activations" | "normalisations" | "dropouts" | "initializers";

/** What a layer has unless it is set. */
export const USUAL: { readonly [Name in OwnOfLayer]: Spec[Name][number] } = {
  activations: "network",
  normalisations: "none",
  dropouts: 0,
  initializers: "glorot_uniform",
};

const NAMES = Object.keys(USUAL) as OwnOfLayer[];

/** A setting of one layer. */
export function ofLayer<Name extends OwnOfLayer>(spec: Spec, name: Name, layer: number): Spec[Name][number] {
  return spec[name][layer] ?? USUAL[name];
}

/** The change that gives one layer another value of a setting. */
export function setLayer<Name extends OwnOfLayer>(spec: Spec, name: Name, layer: number, value: Spec[Name][number]): Partial<Spec> {
  return { [name]: spec.hidden.map((_, i) => (i === layer ? value : ofLayer(spec, name, i))) };
}

/** The change that removes a layer. */
export function withoutLayer(spec: Spec, layer: number): Partial<Spec> {
  const others = <Item>(items: readonly Item[]): Item[] => items.filter((_, i) => i !== layer);
  return { hidden: others(spec.hidden), ...eachList(spec, others) };
}

/** The change that adds a layer after another one (−1 for the front), with as many units. */
export function withLayerAfter(spec: Spec, layer: number): Partial<Spec> {
  const units = spec.hidden[layer] ?? spec.hidden[0] ?? 4;
  const insert = <Item>(items: readonly Item[], item: Item): Item[] => [...items.slice(0, layer + 1), item, ...items.slice(layer + 1)];
  return { hidden: insert(spec.hidden, units), ...eachList(spec, (items, usual) => insert(items, usual)) };
}

function eachList(spec: Spec, change: (items: unknown[], usual: unknown) => unknown[]): Partial<Spec> {
  const lists = NAMES.map((name) => [name, change(spec.hidden.map((_, i) => ofLayer(spec, name, i)), USUAL[name])]);
  return Object.fromEntries(lists) as Partial<Spec>;
}
