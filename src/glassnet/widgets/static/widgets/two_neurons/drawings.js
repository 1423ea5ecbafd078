// widgets/two_neurons/drawings.ts
import { makeSvg } from "../../dom/element.js";
import { minusText, short } from "../../lib/numbers.js";
var WIDTH = 340;
var HIGH = 240;
var ROWS = [40, 115, 190];
var BODY = { x: 190, y: 115, r: 34 };
function nerveCell(fires) {
  const reach = ROWS.map((y, i) => `M38 ${y}C80 ${y} 110 ${y + (115 - y) * 0.4} ${BODY.x - 28} ${115 + (i - 1) * 14}M70 ${y}l-14 ${i === 0 ? 18 : -18}M104 ${y + (115 - y) * 0.3}l-16 ${i === 2 ? -20 : 20}`);
  const ends = [-34, 0, 34].map((dy) => `M286 115C300 115 306 ${115 + dy} 322 ${115 + dy}`);
  return picture(
    "A nerve cell: dendrites with synapses on the left, the cell body, and the axon to the right.",
    part("inputs", ...reach.map((d) => makeSvg("path", { d, class: "gn-limb" })), label(84, 230, "dendrites")),
    part("output", makeSvg("path", { d: `M${BODY.x + 26} 115C236 100 256 130 286 115`, class: "gn-limb gn-axon" }), ...ends.map((d) => makeSvg("path", { d, class: "gn-limb" })), label(288, 180, fires === null ? "axon" : fires ? "axon: fires" : "axon: silent")),
    part("sum", makeSvg("path", { d: `M${BODY.x - 34} 103q14-26 40-24q30 4 30 36q-2 30-34 34q-34-2-36-46z`, class: "gn-body" }), makeSvg("circle", { cx: BODY.x, cy: 115, r: 9, class: "gn-nucleus" }), label(BODY.x, 172, "cell body")),
    part("weights", ...ROWS.map((y) => makeSvg("circle", { cx: 36, cy: y, r: 8, class: "gn-synapse" })), ...ROWS.map((y) => makeSvg("path", { d: `M6 ${y}H28`, class: "gn-limb gn-thin" })), label(44, 14, "synapses"))
  );
}
function model(view, reached) {
  const weights = view.weight.map((weight, i) => {
    const [x, y] = [104, ROWS[i] + (115 - ROWS[i]) * 0.42];
    return [makeSvg("path", { d: `M54 ${ROWS[i]}L${BODY.x - BODY.r} ${115 + (i - 1) * 12}`, class: `gn-limb ${weight < 0 ? "gn-minus" : "gn-plus"}` }), plate(x, y, `× ${weight < 0 ? `(${short(weight)})` : short(weight)}`)];
  });
  const inputs = view.inputs.map((input, i) => [makeSvg("circle", { cx: 36, cy: ROWS[i], r: 18, class: "gn-round" }), value(36, ROWS[i] + 5, `${input}`)]);
  return picture(
    "An artificial neuron: three inputs, each times a weight, their sum with the bias, and the output.",
    part("weights", ...weights.flat(), label(122, 230, "weights")),
    part("inputs", ...inputs.flat(), label(36, 230, "inputs")),
    part("sum", makeSvg("path", { d: `M${BODY.x} 42V${115 - BODY.r}`, class: `gn-limb ${view.bias < 0 ? "gn-minus" : "gn-plus"}` }), plate(BODY.x, 30, `bias ${signed(view.bias)}`), makeSvg("circle", { cx: BODY.x, cy: 115, r: BODY.r, class: "gn-round" }), value(BODY.x, 121, reached >= 3 ? short(view.z) : "Σ"), label(BODY.x, 172, "sum")),
    part("output", makeSvg("path", { d: `M${BODY.x + BODY.r} 115H252`, class: "gn-limb" }), makeSvg("path", { d: "M252 92h46v46h-46zM260 128h15v-26h15", class: "gn-step" }), makeSvg("path", { d: "M298 115h14", class: "gn-limb" }), value(325, 121, reached >= 4 ? `${view.answer}` : "?"), label(288, 172, "output"))
  );
}
function written({ products, bias, z }) {
  const [first, ...rest] = [...products, bias].map((term) => term === 0 ? 0 : term);
  return `${short(first)} ${rest.map((term) => `${term < 0 ? "−" : "+"} ${short(Math.abs(term))}`).join(" ")} = ${short(z)}`;
}
function signed(number) {
  return number < 0 ? short(number) : minusText(`+${short(number)}`);
}
function picture(words, ...parts) {
  return makeSvg("svg", { viewBox: `0 0 ${WIDTH} ${HIGH}`, role: "img", "aria-label": words }, ...parts);
}
function part(name, ...shapes) {
  return makeSvg("g", { "data-part": name }, ...shapes);
}
function label(x, y, text) {
  return makeSvg("text", { x, y, class: "gn-name" }, text);
}
function value(x, y, text) {
  return makeSvg("text", { x, y, class: "gn-value" }, text);
}
function plate(x, y, text) {
  const width = 16 + 7.4 * text.length;
  return makeSvg("g", {}, makeSvg("rect", { x: x - width / 2, y: y - 12, width, height: 24, rx: 6, class: "gn-plate" }), makeSvg("text", { x, y: y + 5, class: "gn-value" }, text));
}
export {
  HIGH,
  WIDTH,
  model,
  nerveCell,
  written
};
