// What the network diagram shows of a training step: numbers, gradients and updates, as far as the stage has come.
import { short, subscript } from "../../lib/numbers.ts";
import type { Symbols } from "../../lib/symbols.ts";
import type { Column, Diagram, Edges } from "../../dom/network_diagram.ts";
import { numberButton, type Sign } from "../../dom/number.ts";
import type { StagePlayer } from "../../dom/stage_player.ts";
import type { ExampleView, MomentView } from "../../wire/backpropagation.ts";

const [INPUT_BOX, BOX, LOSS_BOX, PER_DIGIT] = [92, 130, 106, 8];

export interface Picture {
  moment: MomentView;
  example: ExampleView;
  symbols: Symbols;
  digits: number;
  player: StagePlayer;
  ask: (reference: string) => void;
}

export function diagramOf(picture: Picture): Diagram {
  const { symbols, digits, player, ask } = picture;
  return { columns: columnsOf(picture), edges: edgesOf(picture), symbol: (reference) => symbols.reference(reference), digits, moving: player.playing, ask };
}

function columnsOf(picture: Picture): Column[] {
  const { moment, example, digits, player } = picture;
  const { x, layers, targets, place } = moment;
  const more = PER_DIGIT * (digits - 3);
  const last = layers.length - 1;
  const inputs = x.map((value, i) => ({ name: example.inputs[i]!, rows: [number(picture, `data.x[${place}, ${i}]`, `x${subscript(i + 1)}`, value, "value")] }));
  const units = layers.map((layer, l) =>
    layer.z.map((_, j) => ({
      name: l === last ? example.outputs[j]! : `hidden ${last > 1 ? `${l + 1}.` : ""}${j + 1}`,
      rows: unitRows(picture, l, j),
      off: layer.activation === "relu" && layer.a[j] === 0 && player.reached(`f${l}`),
    })),
  );
  return [
    { units: inputs, rows: 1, width: INPUT_BOX + more },
    ...units.map((column) => ({ units: column, rows: 5, width: BOX + more })),
    { units: [{ name: "loss", rows: lossRows(picture) }], rows: 3 + targets.length, width: LOSS_BOX + more },
  ];
}

function edgesOf({ moment, player }: Picture): Edges[] {
  return moment.layers.map(({ name, weight, d_weight, weight_after }, l) => {
    const [graded, updated] = [player.reached(`g${l}`), player.reached("update")];
    const part = updated ? "weight_after" : graded ? "d_weight" : "weight";
    return {
      values: updated ? weight_after : graded ? d_weight : weight,
      sign: graded && !updated ? "gradient" : "value",
      reference: (from, to) => `${name}.${part}[${from}, ${to}]`,
      numbers: true,
      flow: player.stage?.layer !== l ? undefined : player.stage.back ? "back" : "forth",
    };
  });
}

function unitRows(picture: Picture, l: number, j: number): (HTMLElement | null)[] {
  const { moment, player, symbols } = picture;
  const { name, bias, d_bias, bias_after, z, a, d_a, d_z } = moment.layers[l]!;
  const last = moment.layers.length - 1;
  const raised = symbols.layer(l);
  const mark = subscript(j + 1) + raised;
  const ref = (part: string): string => `${name}.${part}[${moment.place}, ${j}]`;
  const forward = player.reached(`f${l}`);
  const [sees_a, sees_z] = l === last ? [player.reached("da"), player.reached("dz")] : [player.reached(`d${l}`), player.reached(`d${l}`)];
  const own = player.reached("update")
    ? number(picture, `${name}.bias_after[${j}]`, `b′${mark}`, bias_after[j]!, "value")
    : player.reached(`g${l}`)
      ? number(picture, `${name}.d_bias[${j}]`, `∂L/∂b${mark}`, d_bias[j]!, "gradient")
      : number(picture, `${name}.bias[${j}]`, `b${mark}`, bias[j]!, "value");
  return [
    own,
    forward ? number(picture, ref("z"), `z${mark}`, z[j]!, "value") : null,
    forward ? number(picture, ref("a"), `a${mark}`, a[j]!, "value") : null,
    sees_a ? number(picture, ref("d_a"), `∂L/∂a${mark}`, d_a[j]!, "gradient") : null,
    sees_z ? number(picture, ref("d_z"), `∂L/∂z${mark}`, d_z[j]!, "gradient") : null,
  ];
}

function lossRows(picture: Picture): (HTMLElement | null)[] {
  const { moment, player } = picture;
  if (!player.reached("loss")) return [];
  const several = moment.targets.length > 1;
  const rows: HTMLElement[] = [
    ...moment.targets.map(({ reference, value }, i) => number(picture, reference, several ? `t${subscript(i + 1)}` : "t", value, "", value === null ? undefined : short(value))),
    number(picture, `loss.value[${moment.place}]`, "L", moment.sample_loss, ""),
  ];
  if (moment.samples.length > 1) rows.push(number(picture, "loss.mean", "mean L", moment.loss, ""));
  if (player.reached("update")) rows.push(number(picture, "afterwards.mean", "after", moment.loss_after, ""));
  return rows;
}

function number({ digits, ask }: Picture, reference: string, symbol: string, value: number | null, sign: Sign, text?: string): HTMLElement {
  return numberButton({ reference, symbol, value, digits, sign, text, onClick: ask });
}
