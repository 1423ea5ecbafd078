// lib/architecture.ts
function columnsOf({ inputs, hidden, outputs }) {
  return [inputs, ...hidden, outputs];
}
function columnName(architecture, column) {
  if (column === 0) return "Inputs";
  return column > architecture.hidden.length ? "Outputs" : `Hidden layer ${column}`;
}
function withOne({ inputs, hidden, outputs }, column, change, most) {
  const next = (units) => Math.min(most, Math.max(1, units + change));
  if (column === 0) return { inputs: next(inputs), hidden, outputs };
  if (column > hidden.length) return { inputs, hidden, outputs: next(outputs) };
  return { inputs, hidden: hidden.map((units, i) => i === column - 1 ? next(units) : units), outputs };
}
function heightsIn(room, neurons, most) {
  const pitch = Math.min(room / most, 44);
  return Array.from({ length: neurons }, (_, i) => room / 2 + (i - (neurons - 1) / 2) * pitch);
}
export {
  columnName,
  columnsOf,
  heightsIn,
  withOne
};
