// Numbers as text: a real minus sign, thin spaces between thousands, the same number of digits every time.

/** A number with fixed decimals; large and tiny ones as powers of ten. */
export function decimal(value: number | null, digits = 3): string {
  if (value === null) return "not finite";
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "not a number" : `${value < 0 ? "−" : ""}∞`;
  const size = Math.abs(value);
  if (size >= 1e5 || (size > 0 && size < 0.5 * 10 ** -digits)) return power(value);
  return minusText(value.toFixed(digits));
}

/** A number in at most three significant digits: 0.1, 0.003, 10. */
export function short(value: number | null): string {
  if (value === null) return "not finite";
  return minusText(String(Number(value.toPrecision(3))));
}

/** A number of any size in few characters: 17, 0.0312, 4.1e−7. */
export function brief(value: number | null): string {
  if (value === null) return "not finite";
  const size = Math.abs(value);
  if (size >= 1000 || (Number.isInteger(value) && size < 1e6)) return whole(value);
  if (size > 0 && size < 1e-4) return minusText(value.toExponential(1)).replace("-", "−");
  return short(value);
}

/** A whole number with thousands separators. */
export function whole(value: number): string {
  return minusText(String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, "\u202f"));
}

/** A fraction as a percentage with one decimal. */
export function percent(fraction: number | null): string {
  if (fraction === null) return "not finite";
  return `${(100 * fraction).toFixed(1)} %`;
}

/** A whole number as a subscript: 3 gives ₃. */
export function subscript(value: number): string {
  return [...String(value)].map((digit) => String.fromCharCode(0x2080 + Number(digit))).join("");
}

/** The label of a tick: thousands as k, millions as M, much larger or smaller values as powers of ten. */
export function tickLabel(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e9 || (size > 0 && size < 1e-4)) return shortPower(value);
  if (size >= 1e6) return `${short(value / 1e6)}M`;
  if (size >= 1e4) return `${short(value / 1e3)}k`;
  return minusText(String(value));
}

function power(value: number): string {
  const [digits, exponent] = value.toExponential(2).split("e");
  return `${minusText(digits!)}·10${superscript(Number(exponent))}`;
}

function shortPower(value: number): string {
  const [digits, exponent] = Number(value.toPrecision(3)).toExponential().split("e");
  const power = `10${superscript(Number(exponent))}`;
  return digits === "1" ? power : digits === "-1" ? `−${power}` : `${minusText(digits!)}·${power}`;
}

function superscript(value: number): string {
  const digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  return (value < 0 ? "⁻" : "") + [...String(Math.abs(value))].map((digit) => digits[Number(digit)]).join("");
}

/** A number as text with a real minus sign. */
export function minusText(text: string): string {
  return text.replace("-", "−");
}
