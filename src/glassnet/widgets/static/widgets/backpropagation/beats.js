// widgets/backpropagation/beats.ts
var PHASES = ["Forward", "Loss", "Chain rule", "Back to hidden", "Back to input", "Update"];
function beatsOf(moment) {
  const last = moment.layers.length - 1;
  const beat = (phase, key, layer, back, words2) => ({ phase, key, layer, back, words: words2 });
  const beats = moment.layers.map(
    (layer, i) => beat(0, `f${i}`, i, false, `${naming(i, last)} adds up its inputs times its weights, and its bias: z. Then ${words(layer.activation)} makes a of it.`)
  );
  beats.push(beat(1, "loss", -1, false, "The loss compares the prediction a with the truth t: one number that says how wrong it was."));
  beats.push(beat(2, "da", -1, true, "How much would the loss change if the prediction moved a little? That slope is ∂L/∂a."));
  beats.push(beat(2, "dz", -1, true, "The chain rule takes it through the activation: ∂L/∂z = ∂L/∂a · g′(z). This is the error signal δ of the last layer."));
  for (let i = last; i > 0; i--) {
    beats.push(beat(3, `g${i}`, i, true, "Each weight's gradient is what came in along it times the δ at its end. The bias's is δ itself."));
    beats.push(beat(3, `d${i - 1}`, i, true, "δ goes back along the same weights: each hidden unit adds up w · δ of everything it fed, and takes it through its own slope g′(z)."));
  }
  if (last === 0) beats.push(beat(3, "none", -1, true, "There is no hidden layer here, so δ has nowhere to go but to the weights."));
  beats.push(beat(4, "g0", 0, true, "Back at the input: the first weights get their gradients, input times δ. The inputs themselves are data and stay as they are."));
  beats.push(beat(5, "update", -1, false, updateWords(moment)));
  return beats;
}
function updateWords({ plain, rule }) {
  if (plain) return "Every parameter steps against its gradient, all at once: w_new = w − η · g.";
  return `${rule} makes a step of every gradient, all at once: w_new = w + step. Click a step to see how it was made.`;
}
function naming(place, last) {
  if (place === last) return "The output layer";
  return last === 1 ? "The hidden layer" : `Hidden layer ${place + 1}`;
}
function words(activation) {
  return activation === "linear" ? "nothing more happens: the activation is linear, and" : `the activation (${activation === "relu" ? "ReLU" : activation})`;
}
export {
  PHASES,
  beatsOf
};
