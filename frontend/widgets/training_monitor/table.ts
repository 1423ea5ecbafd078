// The numbers of curves, by name.

/** Columns of numbers by name. */
export type Table = Record<string, Float32Array>;

/** The curves of one run: "steps", "epochs" and "layers". */
export type Curves = Record<string, Table>;

/** Split rows into columns. */
export function toTable(names: readonly string[], rows: Float32Array): Table {
  const count = rows.length / names.length;
  return Object.fromEntries(names.map((name, i) => [name, Float32Array.from({ length: count }, (_, row) => rows[row * names.length + i]!)]));
}
