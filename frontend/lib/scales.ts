// From numbers to places on the screen, and the round numbers worth a tick.

export type Scale = (value: number) => number;
type Pair = readonly [number, number];

export function linearScale([low, high]: Pair, [begin, end]: Pair): Scale {
  const span = high - low || 1;
  return (value) => begin + ((value - low) / span) * (end - begin);
}

/** Equal ratios take equal room. Both ends of the domain must be above zero; smaller values land at the low end. */
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

/** Powers of ten between two ends; where fewer than two fit, also their doubles and fives. */
export function logTicks(low: number, high: number): number[] {
  const powers = decades(low, high, [1]);
  return powers.length >= 2 ? powers : decades(low, high, [1, 2, 5]);
}

/** Where a slider from 0 to 1 stands for a value between two ends, equal ratios taking equal room. */
export function toLogSlider(value: number, low: number, high: number): number {
  return logScale([low, high], [0, 1])(value);
}

/** The value under a slider between 0 and 1, rounded to two digits. */
export function fromLogSlider(place: number, low: number, high: number): number {
  return Number((low * (high / low) ** place).toPrecision(2));
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const share = rough / power;
  return (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10) * power;
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
