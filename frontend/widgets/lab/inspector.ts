// The numbers behind one unit or one weight: what goes in, by what it is multiplied, what comes out.
import { make } from "../../dom/element.ts";
import { columnSizes, splitWeights, weightOf, type LayerNumbers } from "../../lib/network.ts";
import { decimal } from "../../lib/numbers.ts";
import type { Probe } from "../../lib/session.ts";
import type { Focus, Panel, Scene } from "./scene.ts";
import { unitName, unitSymbol } from "./words.ts";

const INVITATION = "Point at a unit or a line to see its numbers; click to keep them here. Point at the map to see what every unit computes there.";

export function makeInspector(): Panel {
  const element = make("div", { class: "gn-inspector", id: "gn-inspector" });
  let shown = "";
  return {
    element,
    draw(scene) {
      const lines = describe(scene);
      const text = JSON.stringify(lines);
      if (text === shown) return;
      shown = text;
      element.replaceChildren(...render(lines));
    },
  };
}

interface Lines {
  title: string;
  text: string;
  head: string[];
  rows: string[][];
}

function describe(scene: Scene): Lines {
  const { focus, frame, session } = scene;
  if (!focus) return { title: "", text: session.probe ? atPoint(session.probe) : INVITATION, head: [], rows: [] };
  const layers = splitWeights(frame.layers, frame.weights);
  if (focus.kind === "edge") return describeEdge(scene, layers, focus);
  return focus.column === 0 ? describeInput(scene, focus.unit) : describeUnit(scene, layers, focus.column, focus.unit);
}

function describeEdge(scene: Scene, layers: LayerNumbers[], focus: Focus & { kind: "edge" }): Lines {
  const names = scene.frame.layers;
  const weight = decimal(weightOf(layers[focus.column]!, focus.from, focus.to), 4);
  const from = unitSymbol(names, focus.column, focus.from);
  const to = unitSymbol(names, focus.column + 1, focus.to);
  return { title: `Weight from ${from} to ${to}`, text: weight, head: [], rows: [] };
}

function describeInput(scene: Scene, unit: number): Lines {
  const value = scene.session.probe?.activations[0]?.[unit];
  const text = "A coordinate of a point, handed on as it is.";
  return { title: unitName(scene.frame.layers, 0, unit), text: value === undefined ? text : `${text} Here: ${decimal(value)}.`, head: [], rows: [] };
}

function describeUnit({ frame, session }: Scene, layers: LayerNumbers[], column: number, unit: number): Lines {
  const numbers = layers[column - 1]!;
  const before = session.probe?.activations[column - 1];
  const here = session.probe?.activations[column]?.[unit];
  const rows = Array.from({ length: columnSizes(frame.layers)[column - 1]! }, (_, from) => [
    unitSymbol(frame.layers, column - 1, from),
    decimal(weightOf(numbers, from, unit)),
    before ? decimal(before[from]!) : "",
  ]);
  rows.push(["bias", decimal(numbers.bias[unit]!), ""]);
  const result = here === undefined ? "" : ` Here: ${decimal(here)}.`;
  return {
    title: unitName(frame.layers, column, unit),
    text: `${numbers.layer.activation}(sum of weight · input, plus bias).${result}`,
    head: ["input", "weight", before ? "value here" : ""],
    rows,
  };
}

function atPoint({ x, activations }: Probe): string {
  const output = activations.at(-1)![0]!;
  return `At x₁ = ${decimal(x[0], 2)}, x₂ = ${decimal(x[1], 2)} the output is ${decimal(output)}: class ${output > 0.5 ? 1 : 0}. Every unit shows what it computes there.`;
}

function render({ title, text, head, rows }: Lines): Node[] {
  const words = make("p", {}, title && make("strong", {}, `${title}. `), text);
  if (rows.length === 0) return [words];
  const columns = head.filter(Boolean).length;
  const cells = (row: string[]) => row.slice(0, columns).map((cell, i) => make(i ? "td" : "th", i ? {} : { scope: "row" }, cell));
  const table = make(
    "table",
    {},
    make("thead", {}, make("tr", {}, ...head.slice(0, columns).map((name) => make("th", { scope: "col" }, name)))),
    make("tbody", {}, ...rows.map((row) => make("tr", {}, ...cells(row)))),
  );
  return [words, table];
}
