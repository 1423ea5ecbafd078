// lib/scales.ts
function linearScale([low, high], [begin, end]) {
  const span = high - low || 1;
  return (value) => begin + (value - low) / span * (end - begin);
}
function logScale([low, high], range) {
  const inner = linearScale([Math.log(low), Math.log(high)], range);
  return (value) => inner(Math.log(Math.max(value, low)));
}
function ticks(low, high, count) {
  const step = roundStep((high - low) / count);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
function logTicks(low, high, most = Infinity) {
  const powers = decades(low, high, [1]);
  if (powers.length < 2) return decades(low, high, [1, 2, 5]);
  const every = [1, 2, 5, 10, 20, 50].find((step) => powers.length / step <= most) ?? 100;
  return powers.filter((power) => Math.round(Math.log10(power)) % every === 0);
}
function toLogSlider(value, low, high) {
  return logScale([low, high], [0, 1])(value);
}
function fromLogSlider(place, low, high) {
  return Number((low * (high / low) ** place).toPrecision(2));
}
function roundStep(rough) {
  const power = 10 ** Math.floor(Math.log10(rough));
  const fraction = rough / power;
  return (fraction <= 1 ? 1 : fraction <= 2 ? 2 : fraction <= 5 ? 5 : 10) * power;
}
function decades(low, high, multiples) {
  const found = [];
  for (let power = Math.floor(Math.log10(low)); 10 ** power <= high; power++) {
    for (const multiple of multiples) {
      const value = Number((multiple * 10 ** power).toPrecision(6));
      if (value >= low && value <= high) found.push(value);
    }
  }
  return found;
}
export {
  fromLogSlider,
  linearScale,
  logScale,
  logTicks,
  ticks,
  toLogSlider
};
