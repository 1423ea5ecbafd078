// Made by tools/wire.py from src/glassnet/widgets/replay: don't edit, run `make generate`.

/** Show the training. */
export interface Open {
}

/** Show one of its places. */
export interface Look {
  place: number;
}

/** The epochs that can be looked at. Buffers: the loss of every epoch; x₁, x₂, class and 0 of every point. */
export interface ReplayView {
  epochs: number[];
  domain: [number, number];
  goal: number;
  side: number;
}

/** One place. Buffer: the prediction on a grid, from 0 to 1, row by row from the top left. */
export interface Frame {
  place: number;
  epoch: number;
  loss: number;
  right: number;
  count: number;
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: ReplayView };
  look: { request: Look; reply: Frame };
}
