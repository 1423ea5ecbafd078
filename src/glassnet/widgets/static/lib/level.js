// lib/level.ts
var LEVELS = [
  { name: "play", label: "Play", help: "Choose data and train" },
  { name: "build", label: "Build", help: "Choose everything: features, layers, loss, update rule" },
  { name: "look", label: "Look inside", help: "Click any unit, weight or point to see how its numbers were computed" }
];
var PARAMETER = "level";
function levelIn(hash) {
  const wanted = new URLSearchParams(hash.replace(/^#/, "")).get(PARAMETER);
  return LEVELS.find(({ name }) => name === wanted)?.name ?? "play";
}
function withLevel(hash, level) {
  return level === "play" ? hash : `${hash}&${PARAMETER}=${level}`;
}
export {
  LEVELS,
  levelIn,
  withLevel
};
