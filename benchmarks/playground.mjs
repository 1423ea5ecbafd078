// TensorFlow Playground's way of training, written anew: one sample at a time, a number at a time, an object for each
// node and each link. Reads a task as JSON on standard input and answers requests, one JSON line each.
import { createInterface } from "node:readline";

class Link {
  constructor(source, destination, weight) {
    this.source = source;
    this.destination = destination;
    this.weight = weight;
    this.accumulated = 0;
    this.count = 0;
  }
}

class Node {
  constructor(bias, tanh) {
    this.bias = bias;
    this.tanh = tanh;
    this.inputs = [];
    this.outputs = [];
    this.totalInput = 0;
    this.output = 0;
    this.outputGradient = 0;
    this.inputGradient = 0;
    this.accumulated = 0;
    this.count = 0;
  }
  update() {
    this.totalInput = this.bias;
    for (const link of this.inputs) this.totalInput += link.weight * link.source.output;
    this.output = this.tanh ? Math.tanh(this.totalInput) : this.totalInput;
    return this.output;
  }
}

function build(layers) {
  const network = [[0, 1].map(() => new Node(0, false))];
  for (const { weight, bias } of layers) {
    const before = network[network.length - 1];
    network.push(
      bias.map((value, unit) => {
        const node = new Node(value, true);
        before.forEach((source, place) => {
          const link = new Link(source, node, weight[place][unit]);
          node.inputs.push(link);
          source.outputs.push(link);
        });
        return node;
      }),
    );
  }
  return network;
}

function forward(network, x) {
  network[0].forEach((node, place) => (node.output = x[place]));
  for (let layer = 1; layer < network.length; layer++) for (const node of network[layer]) node.update();
  return network[network.length - 1][0].output;
}

function backward(network, target) {
  const end = network[network.length - 1][0];
  end.outputGradient = end.output - target;
  for (let layer = network.length - 1; layer >= 1; layer--) {
    for (const node of network[layer]) {
      node.inputGradient = node.outputGradient * (1 - node.output * node.output);
      node.accumulated += node.inputGradient;
      node.count++;
    }
    for (const node of network[layer]) {
      for (const link of node.inputs) {
        link.accumulated += node.inputGradient * link.source.output;
        link.count++;
      }
    }
    if (layer === 1) continue;
    for (const node of network[layer - 1]) {
      node.outputGradient = 0;
      for (const link of node.outputs) node.outputGradient += link.weight * link.destination.inputGradient;
    }
  }
}

function step(network, rate) {
  for (let layer = 1; layer < network.length; layer++) {
    for (const node of network[layer]) {
      node.bias -= (rate * node.accumulated) / node.count;
      node.accumulated = node.count = 0;
      for (const link of node.inputs) {
        link.weight -= (rate * link.accumulated) / link.count;
        link.accumulated = link.count = 0;
      }
    }
  }
}

const halfSquare = (output, target) => 0.5 * (output - target) ** 2;

function meanLoss(network, x, y) {
  let sum = 0;
  x.forEach((point, place) => (sum += halfSquare(forward(network, point), y[place])));
  return sum / x.length;
}

// One epoch: a step after every batch, the training loss along the way, then the loss on the points held out.
function epoch(network, task) {
  let loss = 0;
  task.train.x.forEach((point, place) => {
    loss += halfSquare(forward(network, point), task.train.y[place]);
    backward(network, task.train.y[place]);
    if ((place + 1) % task.batch === 0) step(network, task.rate);
  });
  return [loss / task.train.x.length, meanLoss(network, task.test.x, task.test.y)];
}

// The map of every node: its output at each of `side` × `side` points of the plane from -6 to 6.
function maps(network, side) {
  const pictures = network.flat().map(() => new Float64Array(side * side));
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      forward(network, [-6 + (12 * column) / (side - 1), 6 - (12 * row) / (side - 1)]);
      let place = 0;
      for (const layer of network) for (const node of layer) pictures[place++][row * side + column] = node.output;
    }
  }
  return pictures;
}

let task, network, sink = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  if (request.task) {
    task = request.task;
    network = build(task.layers);
    console.log("{}");
    continue;
  }
  const begin = process.hrtime.bigint();
  for (let turn = 0; turn < request.epochs; turn++) {
    const losses = epoch(network, task);
    if (request.maps) for (const picture of maps(network, request.maps)) sink += picture[0];
    sink += losses[0];
  }
  const microseconds = Number(process.hrtime.bigint() - begin) / 1000;
  console.log(JSON.stringify({ microseconds, loss: meanLoss(network, task.train.x, task.train.y), sink }));
}
