// A network of dense layers as a few numbers, and where its neurons stand when it is drawn.

export interface Architecture {
  inputs: number;
  hidden: readonly number[];
  outputs: number;
}

/** The number of neurons in each column. */
export function columnsOf({ inputs, hidden, outputs }: Architecture): number[] {
  return [inputs, ...hidden, outputs];
}

/** What a column is called. */
export function columnName(architecture: Architecture, column: number): string {
  if (column === 0) return "Inputs";
  return column > architecture.hidden.length ? "Outputs" : `Hidden layer ${column}`;
}

/** The architecture with one neuron more or fewer in a column. */
export function withOne({ inputs, hidden, outputs }: Architecture, column: number, change: 1 | -1, most: number): Architecture {
  const next = (units: number): number => Math.min(most, Math.max(1, units + change));
  if (column === 0) return { inputs: next(inputs), hidden, outputs };
  if (column > hidden.length) return { inputs, hidden, outputs: next(outputs) };
  return { inputs, hidden: hidden.map((units, i) => (i === column - 1 ? next(units) : units)), outputs };
}

/** The height of each neuron of a column, from the top, the column's middle in the middle of the room. */
export function heightsIn(room: number, neurons: number, most: number): number[] {
  const pitch = Math.min(room / most, 44);
  return Array.from({ length: neurons }, (_, i) => room / 2 + (i - (neurons - 1) / 2) * pitch);
}
