// Made by tools/wire.py from src/glassnet/widgets/wishes: don't edit, run `make generate`.

/** Show a picture, and what the network makes of it after some updates. */
export interface Open {
  picture: number;
  updates: number;
}

/** One picture and the wishes about it. Buffers: the pixels row by row, from 0 to 1; the weights of the last layer. outputs are probabilities; a wish is how strongly a number should grow (above 0) or shrink for the loss to fall: minus its gradient. before are the outputs before the last update. */
export interface WishesView {
  picture: number;
  updates: number;
  last: number;
  target: number;
  hidden: number[];
  outputs: number[];
  before: number[];
  output_wishes: number[];
  hidden_wishes: number[];
  loss: number;
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: WishesView };
}
