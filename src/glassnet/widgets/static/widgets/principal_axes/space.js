// widgets/principal_axes/space.ts
var SIZE = 50;
function project([x, y, z], { turn, tilt }) {
  const across = x * Math.cos(turn) - y * Math.sin(turn);
  const away = x * Math.sin(turn) + y * Math.cos(turn);
  return { x: SIZE * across, y: -SIZE * (z * Math.cos(tilt) - away * Math.sin(tilt)), depth: -away * Math.cos(tilt) - z * Math.sin(tilt) };
}
function along(point, direction) {
  return point[0] * direction[0] + point[1] * direction[1] + point[2] * direction[2];
}
function between(from, to, fraction) {
  const mixed = [0, 1, 2].map((i) => from[i] + (to[i] - from[i]) * fraction);
  const length = Math.hypot(...mixed);
  return mixed.map((part) => part / length);
}
export {
  along,
  between,
  project
};
