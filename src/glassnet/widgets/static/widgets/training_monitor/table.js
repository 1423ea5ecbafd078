// widgets/training_monitor/table.ts
function toTable(names, rows) {
  const count = rows.length / names.length;
  return Object.fromEntries(names.map((name, i) => [name, Float32Array.from({ length: count }, (_, row) => rows[row * names.length + i])]));
}
export {
  toTable
};
