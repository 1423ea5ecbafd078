// widgets/backpropagation/network_view.ts
import { short, subscript } from "../../lib/numbers.js";
import { numberButton } from "../../dom/number.js";
var [INPUT_BOX, BOX, LOSS_BOX, PER_DIGIT] = [92, 130, 106, 8];
function diagramOf(picture) {
  const { symbols, digits, player, ask } = picture;
  return { columns: columnsOf(picture), edges: edgesOf(picture), symbol: (reference) => symbols.reference(reference), digits, moving: player.playing, ask };
}
function columnsOf(picture) {
  const { moment, example, digits, player } = picture;
  const { x, layers, targets, place } = moment;
  const more = PER_DIGIT * (digits - 3);
  const last = layers.length - 1;
  const inputs = x.map((value, i) => ({ name: example.inputs[i], rows: [number(picture, `data.x[${place}, ${i}]`, `x${subscript(i + 1)}`, value, "value")] }));
  const units = layers.map(
    (layer, l) => layer.z.map((_, j) => ({
      name: l === last ? example.outputs[j] : `hidden ${last > 1 ? `${l + 1}.` : ""}${j + 1}`,
      rows: unitRows(picture, l, j),
      off: layer.activation === "relu" && layer.a[j] === 0 && player.reached(`f${l}`)
    }))
  );
  return [
    { units: inputs, rows: 1, width: INPUT_BOX + more },
    ...units.map((column) => ({ units: column, rows: 5, width: BOX + more })),
    { units: [{ name: "loss", rows: lossRows(picture) }], rows: 3 + targets.length, width: LOSS_BOX + more }
  ];
}
function edgesOf({ moment, player }) {
  return moment.layers.map(({ name, weight, d_weight, weight_after }, l) => {
    const [graded, updated] = [player.reached(`g${l}`), player.reached("update")];
    const part = updated ? "weight_after" : graded ? "d_weight" : "weight";
    return {
      values: updated ? weight_after : graded ? d_weight : weight,
      sign: graded && !updated ? "gradient" : "value",
      reference: (from, to) => `${name}.${part}[${from}, ${to}]`,
      numbers: true,
      flow: player.stage?.layer !== l ? void 0 : player.stage.back ? "back" : "forth"
    };
  });
}
function unitRows(picture, l, j) {
  const { moment, player, symbols } = picture;
  const { name, bias, d_bias, bias_after, z, a, d_a, d_z } = moment.layers[l];
  const last = moment.layers.length - 1;
  const raised = symbols.layer(l);
  const mark = subscript(j + 1) + raised;
  const ref = (part) => `${name}.${part}[${moment.place}, ${j}]`;
  const forward = player.reached(`f${l}`);
  const [sees_a, sees_z] = l === last ? [player.reached("da"), player.reached("dz")] : [player.reached(`d${l}`), player.reached(`d${l}`)];
  const own = player.reached("update") ? number(picture, `${name}.bias_after[${j}]`, `b′${mark}`, bias_after[j], "value") : player.reached(`g${l}`) ? number(picture, `${name}.d_bias[${j}]`, `∂L/∂b${mark}`, d_bias[j], "gradient") : number(picture, `${name}.bias[${j}]`, `b${mark}`, bias[j], "value");
  return [
    own,
    forward ? number(picture, ref("z"), `z${mark}`, z[j], "value") : null,
    forward ? number(picture, ref("a"), `a${mark}`, a[j], "value") : null,
    sees_a ? number(picture, ref("d_a"), `∂L/∂a${mark}`, d_a[j], "gradient") : null,
    sees_z ? number(picture, ref("d_z"), `∂L/∂z${mark}`, d_z[j], "gradient") : null
  ];
}
function lossRows(picture) {
  const { moment, player } = picture;
  if (!player.reached("loss")) return [];
  const several = moment.targets.length > 1;
  const rows = [
    ...moment.targets.map(({ reference, value }, i) => number(picture, reference, several ? `t${subscript(i + 1)}` : "t", value, "", value === null ? void 0 : short(value))),
    number(picture, `loss.value[${moment.place}]`, "L", moment.sample_loss, "")
  ];
  if (moment.samples.length > 1) rows.push(number(picture, "loss.mean", "mean L", moment.loss, ""));
  if (player.reached("update")) rows.push(number(picture, "afterwards.mean", "after", moment.loss_after, ""));
  return rows;
}
function number({ digits, ask }, reference, symbol, value, sign, text) {
  return numberButton({ reference, symbol, value, digits, sign, text, onClick: ask });
}
export {
  diagramOf
};
