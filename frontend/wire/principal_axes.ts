// Made by tools/wire.py from src/glassnet/widgets/principal_axes: don't edit, run `make generate`.

/** Return the cloud, with an axis as it turns to the most spread, and the second axis. */
export interface Open {
}

/** Buffers: the points, (points, 3); the first axis at each turn, (turns + 1, 3); the second axis, (3,). shares are the fractions of the variance along the first axis at each turn; second that along the second one. */
export interface Cloud {
  measurements: [string, string, string];
  shares: number[];
  second: number;
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: Cloud };
}
