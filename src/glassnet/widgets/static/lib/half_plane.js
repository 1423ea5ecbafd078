// lib/half_plane.ts
function cornersOf({ x, y }) {
  return [
    [x[0], y[0]],
    [x[1], y[0]],
    [x[1], y[1]],
    [x[0], y[1]]
  ];
}
function sumAt({ weight, bias }, [x, y]) {
  return weight[0] * x + weight[1] * y + bias;
}
function cut(shape, line, side = 1) {
  const kept = [];
  shape.forEach((point, i) => {
    const next = shape[(i + 1) % shape.length];
    const [here, there] = [side * sumAt(line, point), side * sumAt(line, next)];
    if (here >= 0) kept.push(point);
    if (here >= 0 !== there >= 0) {
      const part = here / (here - there);
      kept.push([point[0] + part * (next[0] - point[0]), point[1] + part * (next[1] - point[1])]);
    }
  });
  return kept;
}
function nearestOn(line, to) {
  const [first, second] = line.weight;
  const square = first * first + second * second;
  if (square === 0) return null;
  const away = sumAt(line, to) / square;
  return [to[0] - away * first, to[1] - away * second];
}
function along({ weight: [first, second] }) {
  const length = Math.hypot(first, second);
  return [second / length, -first / length];
}
function movedTo(line, [x, y]) {
  return { weight: line.weight, bias: -(line.weight[0] * x + line.weight[1] * y) };
}
function turnedTo(line, from, towards) {
  const [across, up] = [towards[0] - from[0], towards[1] - from[1]];
  const far = Math.hypot(across, up);
  if (far === 0) return line;
  const length = Math.hypot(...line.weight);
  return movedTo({ weight: [-up / far * length, across / far * length], bias: 0 }, from);
}
export {
  along,
  cornersOf,
  cut,
  movedTo,
  nearestOn,
  sumAt,
  turnedTo
};
