// Made by tools/wire.py from src/glassnet/widgets/sure_and_wrong: don't edit, run `make generate`.

/** Return both courses with the settings that the widget was made with. */
export interface Open {
}

/** Correct the neuron under both losses, from the same start and at the same learning rate. */
export interface Correct {
  sure: number;
  rate: number;
}

/** Buffers, for the squared error and then for cross-entropy: answers, losses and slopes after 0, 1, 2 … updates. halfway is the first update after which the answer is below one half, for each loss; null if there is none. */
export interface Corrected {
  sure: number;
  rate: number;
  updates: number;
  halfway: [number | null, number | null];
}

/** The request and reply of each kind. */
export interface Wire {
  open: { request: Open; reply: Corrected };
  correct: { request: Correct; reply: Corrected };
}
