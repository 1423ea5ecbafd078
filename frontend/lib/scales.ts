// From numbers to screen positions, and round numbers for ticks.

export type Scale = (value: number) => number;
type Pair = readonly [number, number];

export function linearScale([low, high]: Pair, [begin, end]: Pair): Scale {
  const span = high - low || 1;
  return (value) => begin + ((value - low) / span) * (end - begin);
}

/** A logarithmic scale. Both ends of the domain must be above zero; smaller values map to the low end. */
export function logScale([low, high]: Pair, range: Pair): Scale {
  const inner = linearScale([Math.log(low), Math.log(high)], range);
  return (value) => inner(Math.log(Math.max(value, low)));
}

/** Round numbers between two ends: multiples of 1, 2 or 5 times a power of ten, about `count` of them. */
export function ticks(low: number, high: number, count: number): number[] {
  const step = roundStep((high - low) / count);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Powers of ten between two ends, at most about `most`; if fewer than two fit, also 2 and 5 times those. */
export function logTicks(low: number, high: number, most = Infinity): number[] {
  const powers = decades(low, high, [1]);
  if (powers.length < 2) return decades(low, high, [1, 2, 5]);
  const every = [1, 2, 5, 10, 20, 50].find((step) => powers.length / step <= most) ?? 100;
  return powers.filter((power) => Math.round(Math.log10(power)) % every === 0);
}

/** The position, 0 to 1, of a logarithmic slider for a value between two ends. */
export function toLogSlider(value: number, low: number, high: number): number {
  return logScale([low, high], [0, 1])(value);
}

/** The value at a logarithmic slider's position, rounded to two digits. */
export function fromLogSlider(place: number, low: number, high: number): number {
  return Number((low * (high / low) ** place).toPrecision(2));
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const fraction = rough / power;
  return (fraction <= 1 ? 1 : fraction <= 2 ? 2 : fraction <= 5 ? 5 : 10) * power;
}

function decades(low: number, high: number, multiples: number[]): number[] {
  const found: number[] = [];
  for (let power = Math.floor(Math.log10(low)); 10 ** power <= high; power++) {
    for (const multiple of multiples) {
      const value = Number((multiple * 10 ** power).toPrecision(6));
      if (value >= low && value <= high) found.push(value);
    }
  }
  return found;
}
