// lib/numbers.ts
function decimal(value, digits = 3) {
  if (value === null) return "not finite";
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "not a number" : `${value < 0 ? "−" : ""}∞`;
  const size = Math.abs(value);
  if (size >= 1e5 || size > 0 && size < 0.5 * 10 ** -digits) return power(value);
  return minusText(value.toFixed(digits));
}
function short(value) {
  if (value === null) return "not finite";
  return minusText(String(Number(value.toPrecision(3))));
}
function brief(value) {
  if (value === null) return "not finite";
  const size = Math.abs(value);
  if (size >= 1e3 || Number.isInteger(value) && size < 1e6) return whole(value);
  if (size > 0 && size < 1e-4) return minusText(value.toExponential(1)).replace("-", "−");
  return short(value);
}
function whole(value) {
  return minusText(String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, " "));
}
function percent(fraction) {
  if (fraction === null) return "not finite";
  return `${(100 * fraction).toFixed(1)} %`;
}
function subscript(value) {
  return [...String(value)].map((digit) => String.fromCharCode(8320 + Number(digit))).join("");
}
function tickLabel(value) {
  const size = Math.abs(value);
  if (size >= 1e9 || size > 0 && size < 1e-4) return shortPower(value);
  if (size >= 1e6) return `${short(value / 1e6)}M`;
  if (size >= 1e4) return `${short(value / 1e3)}k`;
  return minusText(String(value));
}
function power(value) {
  const [digits, exponent] = value.toExponential(2).split("e");
  return `${minusText(digits)}·10${superscript(Number(exponent))}`;
}
function shortPower(value) {
  const [digits, exponent] = Number(value.toPrecision(3)).toExponential().split("e");
  const power2 = `10${superscript(Number(exponent))}`;
  return digits === "1" ? power2 : digits === "-1" ? `−${power2}` : `${minusText(digits)}·${power2}`;
}
function superscript(value) {
  const digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  return (value < 0 ? "⁻" : "") + [...String(Math.abs(value))].map((digit) => digits[Number(digit)]).join("");
}
function minusText(text) {
  return text.replace("-", "−");
}
export {
  brief,
  decimal,
  minusText,
  percent,
  short,
  subscript,
  tickLabel,
  whole
};
