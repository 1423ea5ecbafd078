// The numbers behind one unit or one weight: inputs, weights and output.
import { make } from "../../dom/element.ts";
import { splitWeights, weightOf, type LayerNumbers } from "../../lib/network.ts";
import { decimal } from "../../lib/numbers.ts";
import type { Frame } from "../../lib/protocol.ts";
import type { Probe } from "../../lib/session_host.ts";
import type { Focus, Panel, Scene } from "./scene.ts";
import { unitName, unitSymbol } from "./words.ts";

const HINT = "Point at a unit or a line to see its numbers; click to pin them. Point at the map to see every unit's output there.";

export function makeInspector(): Panel {
  const element = make("div", { class: "gn-inspector", role: "region", "aria-label": "Numbers", tabindex: 0 });
  let shown = "";
  return {
    element,
    draw(scene) {
      element.hidden = scene.level === "look"; // there are all numbers below
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
  /** One row with the names of the inputs, and one for each kind of number; may be empty. */
  rows: string[][];
}

function describe(scene: Scene): Lines {
  const { focus, frame, session } = scene;
  if (!focus) return { title: "", text: session.probe ? atPoint(frame, session.probe) : HINT, rows: [] };
  const layers = splitWeights(frame.layers, frame.weights);
  if (focus.kind === "edge") return describeEdge(scene, layers, focus);
  return focus.column === 0 ? describeInput(scene, focus.unit) : describeUnit(scene, layers, focus.column, focus.unit);
}

function describeEdge(scene: Scene, layers: LayerNumbers[], focus: Focus & { kind: "edge" }): Lines {
  const weight = decimal(weightOf(layers[focus.column]!, focus.from, focus.to), 4);
  const from = unitName(scene.frame, focus.column, focus.from);
  const to = unitName(scene.frame, focus.column + 1, focus.to);
  return { title: "Weight", text: `${from} → ${to}: ${weight}`, rows: [] };
}

function describeInput(scene: Scene, unit: number): Lines {
  const value = scene.session.probe?.activations[0]?.[unit];
  const text = "What the network sees of a point, passed on unchanged.";
  return { title: unitName(scene.frame, 0, unit), text: value === undefined ? text : `${text} Here: ${decimal(value)}.`, rows: [] };
}

function describeUnit({ frame, session }: Scene, layers: LayerNumbers[], column: number, unit: number): Lines {
  const numbers = layers[column - 1]!;
  const before = session.probe?.activations[column - 1];
  const here = session.probe?.activations[column]?.[unit];
  const inputs = Array.from({ length: numbers.layer.inputs }, (_, from) => from);
  const names = inputs.map((from) => unitSymbol(frame, column - 1, from));
  const weights = inputs.map((from) => decimal(weightOf(numbers, from, unit)));
  const rows = [
    ["", ...names, "bias"],
    ["weight", ...weights, decimal(numbers.bias[unit]!)],
  ];
  if (before) rows.push(["input here", ...inputs.map((from) => decimal(before[from]!)), ""]);
  const result = here === undefined ? "" : ` Here: ${decimal(here)}.`;
  const text = `${numbers.layer.activation}(sum of weight · input + bias).${result}`;
  return { title: unitName(frame, column, unit), text, rows };
}

function atPoint({ task }: Frame, { x, activations }: Probe): string {
  return `At x₁ = ${decimal(x[0], 2)}, x₂ = ${decimal(x[1], 2)} the output is ${answer(task.kind, activations.at(-1)!)}. Every unit shows its output there.`;
}

/** The output at a point in words: a value, or numbers and the class that they say. */
function answer(kind: string, output: (number | null)[]): string {
  if (kind === "values") return decimal(output[0]!);
  if (kind === "two") return `${decimal(output[0]!)}: class ${output[0]! > 0.5 ? 1 : 0}`;
  const numbers = output.map((value) => value ?? -Infinity);
  const best = numbers.indexOf(Math.max(...numbers));
  return `${output.map((value) => decimal(value, 2)).join(", ")}: class ${best}`;
}

function render({ title, text, rows }: Lines): Node[] {
  const words = make("p", {}, title && make("strong", {}, `${title}. `), text);
  if (rows.length === 0) return [words];
  const [names, ...numbers] = rows;
  const head = make("tr", {}, make("td"), ...names!.slice(1).map((name) => make("th", { scope: "col" }, name)));
  const body = numbers.map(([name, ...values]) =>
    make("tr", {}, make("th", { scope: "row" }, name), ...values.map((value) => make("td", {}, value))),
  );
  return [words, make("table", {}, make("thead", {}, head), make("tbody", {}, ...body))];
}
