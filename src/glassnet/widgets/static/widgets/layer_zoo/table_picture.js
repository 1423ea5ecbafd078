// widgets/layer_zoo/table_picture.ts
import { makeSvg } from "../../dom/element.js";
import { signedColor } from "../../lib/colors.js";
var SIDE = 96;
var LIST_HEIGHT = 20;
function tablePicture(values, [rows, columns], label, theme) {
  const numbers = Array.from(values);
  const most = Math.max(...numbers.map(Math.abs)) || 1;
  const [cell, high] = [SIDE / columns, rows === 1 ? LIST_HEIGHT : SIDE / rows];
  const height = rows * high;
  const cells = numbers.map((value, i) => {
    const [r, g, b] = signedColor(value / most, theme);
    const [x, y] = [i % columns * cell, Math.floor(i / columns) * high];
    return makeSvg("rect", { x: x.toFixed(2), y: y.toFixed(2), width: (cell + 0.3).toFixed(2), height: (high + 0.3).toFixed(2), fill: `rgb(${r} ${g} ${b})` });
  });
  const frame = makeSvg("rect", { x: 0.5, y: 0.5, width: SIDE - 1, height: height - 1, fill: "none", class: "gn-frame" });
  return makeSvg("svg", { viewBox: `0 0 ${SIDE} ${height}`, role: "img", "aria-label": label }, ...cells, frame, ...written(numbers, rows, cell));
}
function written(numbers, rows, cell) {
  if (rows !== 1 || !numbers.every(Number.isInteger)) return [];
  return numbers.map((value, i) => makeSvg("text", { x: (i + 0.5) * cell, y: 14, class: "gn-word" }, String(value)));
}
export {
  tablePicture
};
