"""The exercises of lesson 08, Backpropagation."""

from time import perf_counter

import numpy as np

import glassnet as gn
from glassnet.base.random import stream
from glassnet.lessons.exercises import ChoiceExercise, CodeExercise, NumberExercise, OrderExercise, Prediction


def engine_dense(x, weight, d_z):
    params = {"weight": weight, "bias": np.zeros(weight.shape[1])}
    layer = gn.Dense(weight.shape[1], "linear")
    _, parts, _ = layer.forward(params, {}, x, train=True, rng=stream(0))
    d_x, grads, *_ = layer.backward(params, parts, d_z, need_d_x=True)
    return d_x, grads["weight"], grads["bias"]


def engine_sigmoid(d_a, z):
    return gn.Sigmoid().backward(d_a, z, gn.Sigmoid().forward(z))


def engine_softmax_loss(z, one_hot):
    p = gn.Softmax().forward(z)
    return gn.Softmax().backward(gn.CategoricalCrossEntropy().gradient(p, one_hot) / len(z), z, p)


def dense_cases():
    rng = np.random.default_rng(8)
    return [
        (rng.normal(size=(n, inputs)), rng.normal(size=(inputs, units)), rng.normal(size=(n, units)))
        for n, inputs, units in ((1, 2, 3), (5, 3, 2), (4, 1, 4))
    ]


def sigmoid_cases():
    rng = np.random.default_rng(9)
    return [(rng.normal(size=shape), 2 * rng.normal(size=shape)) for shape in ((1, 1), (3, 2), (2, 5))]


def softmax_cases():
    rng = np.random.default_rng(10)
    return [(2 * rng.normal(size=(n, k)), np.eye(k)[rng.integers(0, k, n)]) for n, k in ((1, 3), (4, 3), (3, 5))]


def gear() -> NumberExercise:
    return NumberExercise(
        question="In a chain, ∂L/∂a = −2, ∂a/∂z = 0.25 and ∂z/∂w = 3. What is ∂L/∂w?",
        answer=-1.5,
        tolerance=0.001,
        because="(−2) · 0.25 · 3 = −1.5. The loss falls when this weight grows.",
        hint="Slopes along a chain multiply.",
        slips={
            1.25: "You added the slopes. Along a chain they multiply; they are added only where *different* paths lead to the loss.",
            1.5: "The size is right. Look at the signs.",
            -0.5: "That is ∂L/∂z. One more slope: how much does z move with w?",
            -6.0: "You left out the slope of the activation, ∂a/∂z = 0.25.",
        },
    )


def off() -> ChoiceExercise:
    return ChoiceExercise(
        question="A hidden ReLU neuron has z = −0.4, so a = 0. For this sample, what is the gradient of the weights that lead *into* it?",
        right="exactly 0",
        reasons={
            "exactly 0": "Its slope is 0 there, and 0 times any wish is 0. For another sample it may be active, and then it learns.",
            "small, but not 0": "The slope of a ReLU has only two values: 0 for negative z and 1 for positive z. A leaky ReLU would let a little through.",
            "the same as for an active neuron": "The wish that arrives is like any other. But it is multiplied by the slope at z, which is 0.",
            "−0.4 times δ": "The gradient of a weight is its *input* times δ. z enters only through the slope.",
        },
    )


def sign(*, moment) -> Prediction:
    def see() -> str:
        after = moment.parts("dense_2")["weight_after"][0, 0]
        return f"Just computed: the weight goes from 0.7 to {after:.4f}, because its gradient is {moment.grads['dense_2']['weight'][0, 0]:.4f}.".replace(
            " -", " −"
        )

    return Prediction(
        ask=ChoiceExercise(
            question="The person did buy, but the network predicted 0.58: too little. Hidden neuron 1 gave 0.43. Which way will the update move its weight to the output, which is now 0.7?",
            right="up",
            reasons={
                "up": "The prediction was too low, and this neuron gave a positive number: more of it would have helped. δ = p − t is negative, so the gradient is negative, and the step *against* it goes up.",
                "down": "That is the direction of the gradient, uphill. The step goes *against* it.",
                "not at all": "It would stay only if its input or δ were 0: no input, or no error.",
            },
        ),
        run=see,
    )


def order() -> OrderExercise:
    forward, loss = "compute z and a of every layer, and keep them", "compute the loss"
    delta, last = "compute δ of the last layer", "compute the gradients of the last layer's weights"
    back, first = "propagate δ back to the hidden layer", "compute the gradients of the first layer's weights"
    update = "update every weight"
    return OrderExercise(
        question="Put the parts of one training step in order. (More than one order is right.)",
        steps={
            forward: "Everything that follows needs the values of the forward pass.",
            loss: "The loss compares the prediction with the truth, so the prediction comes first.",
            delta: "δ compares the prediction with the truth, so the prediction comes first.",
            last: "They are its inputs times its δ.",
            back: "δ passes through the last layer's weights and the hidden layer's slopes; it needs the last layer's δ.",
            first: "They need the hidden layer's δ.",
            update: "Not before all gradients are known: δ has to pass back through the weights that made the error.",
        },
        shown=(update, first, loss, back, forward, last, delta),
        because="Forward, δ, and only after all gradients the update. δ needs the formula of the loss, not its value: the loss is computed for you to see, any time after the forward pass. The last layer's gradients and the hidden layer's δ both need only the last δ: either may come first.",
        after={
            loss: (forward,),
            delta: (forward,),
            last: (delta,),
            back: (delta,),
            first: (back,),
            update: (last, first),
        },
    )


def cost(*, deep, sigmoid, backpropagate) -> Prediction:
    def see() -> str:
        layers = [(layer["weight"], layer["bias"]) for layer in deep.params.values()]

        def forward() -> None:
            a = deep.x
            for weight, bias in layers[:-1]:
                a = np.tanh(a @ weight + bias)
            sigmoid(a @ layers[-1][0] + layers[-1][1])

        def seconds(work) -> float:
            times = []
            for _ in range(30):
                begin = perf_counter()
                work()
                times.append(perf_counter() - begin)
            return sorted(times)[15]

        once, both = seconds(forward), seconds(lambda: backpropagate(deep.x, deep.y, layers))
        return f"Just measured on this machine: forward alone {1e6 * once:.0f} µs, all 177 gradients {1e6 * both:.0f} µs, which is {both / once:.1f} times as long."

    return Prediction(
        ask=ChoiceExercise(
            question="You double the number of weights in a network. How does the number of passes that backpropagation needs for all gradients change?",
            right="it stays the same: one forward, one backward",
            reasons={
                "it doubles": "Each pass takes longer, as any pass through a larger network does. But it is still one forward and one backward.",
                "it stays the same: one forward, one backward": "Every δ is used for all weights that lead into its unit: nothing is computed twice.",
                "it grows fourfold": "Nothing is done for *pairs* of weights. (Second derivatives would be that expensive.)",
                "one more pass for each weight": "That is nudging, that is, finite differences.",
            },
        ),
        run=see,
    )


def delta() -> NumberExercise:
    return NumberExercise(
        question="A hidden tanh neuron has a = 0.6. It feeds two units with δ = 0.5 and δ = 0.25, through the weights 2 and −1. What is its own δ?",
        answer=0.48,
        tolerance=0.001,
        because="(2 · 0.5 − 1 · 0.25) · (1 − 0.6²) = 0.75 · 0.64 = 0.48.",
        hint="Add up weight · δ over the units it feeds, then multiply by the slope of tanh, 1 − a².",
        slips={
            0.75: "That is ∂L/∂a, what arrives. Multiply it by the slope of tanh, 1 − a².",
            0.5: "That is the δ of the first unit. Weigh both with their weights, add them up, and multiply by the slope.",
            0.8: "Mind the sign of the second weight.",
            0.3: "You took 1 − a for the slope. For tanh it is 1 − a².",
            0.45: "You multiplied by a itself. The slope of tanh is 1 − a².",
            0.18: "You took the slope of the sigmoid, a (1 − a). For tanh it is 1 − a².",
            0.64: "That is only the slope; multiply it by what arrives.",
        },
    )


def learn() -> ChoiceExercise:
    return ChoiceExercise(
        question="What does backpropagation do?",
        right="it computes the gradients",
        reasons={
            "it computes the gradients": "Only that. What is done with them is up to the update rule, with momentum or without.",
            "it changes the weights so that the loss falls": "That is the update rule, which *uses* the gradients. The same gradients can feed quite different rules.",
            "it sends the prediction backwards to reconstruct the input": "What is passed back are derivatives of the loss, not predictions. Nothing is reconstructed.",
            "it finds the best weights": "No known method does that for networks in general. Gradients only say which way is down from *here*.",
        },
    )


def dense() -> CodeExercise:
    return CodeExercise(
        question="Write `my_dense_backward`. z = x · weight + bias, and δ = ∂L/∂z is given as d_z; return ∂L/∂x, ∂L/∂weight and ∂L/∂bias.",
        solution=engine_dense,
        source="return d_z @ weight.T, x.T @ d_z, d_z.sum(axis=0)",
        cases=dense_cases(),
        hints=(
            "Each gradient has the shape of the thing itself. x is (samples, inputs), weight (inputs, units), d_z (samples, units): which product of two of them has which shape?",
            "Equation 3 gives the weight's: the input, transposed, times what comes back. Equation 4 gives the bias's: a sum over the samples.",
            "What goes on to the layer before is δ times the weights, turned on their side: the first half of equation 2.",
        ),
        because="Right in all cases, for one sample and for several: the matrix product sums over the batch.",
        skeleton="return np.zeros_like(x), np.zeros_like(weight), np.zeros(d_z.shape[1])",
        returns=("d_x", "d_weight", "d_bias"),
        wrong=(
            lambda x, weight, d_z: (d_z @ weight.T, x.T @ d_z / len(x), d_z.sum(axis=0)),
            lambda x, weight, d_z: (d_z @ weight.T, x.T @ d_z, d_z.mean(axis=0)),
            lambda x, _weight, d_z: (d_z, x.T @ d_z, d_z.sum(axis=0)),
        ),
    )


def sigmoid() -> CodeExercise:
    return CodeExercise(
        question="Write `my_sigmoid_backward`. a = 1 / (1 + e⁻ᶻ), and ∂L/∂a is given; return ∂L/∂z.",
        solution=engine_sigmoid,
        source="a = 1 / (1 + np.exp(-z))\nreturn d_a * a * (1 - a)",
        cases=sigmoid_cases(),
        hints=(
            "The slope of the sigmoid can be written in terms of its value: a (1 − a).",
            "Compute a from z first; then multiply elementwise.",
        ),
        because="Right. If the forward pass keeps a, the backward pass doesn't need the exponential.",
        skeleton="return d_a",
        wrong=(
            lambda d_a, z: d_a * z * (1 - z),
            lambda d_a, z: d_a * (1 - np.tanh(z) ** 2),
            lambda d_a, z: d_a / (1 + np.exp(-z)),
        ),
    )


def softmax() -> CodeExercise:
    return CodeExercise(
        question="Write `my_softmax_loss_backward`. The scores z pass through softmax and the mean cross-entropy with one-hot targets; return ∂L/∂z.",
        solution=engine_softmax_loss,
        source="powers = np.exp(z - z.max(axis=1, keepdims=True))\nreturn (powers / powers.sum(axis=1, keepdims=True) - one_hot) / len(z)",
        cases=softmax_cases(),
        hints=(
            "Lesson 06 derived it: what you predicted minus what was true, p − t.",
            "It is the *mean* over the samples: divide by the number of samples.",
        ),
        because="Right. Softmax mixes all classes, yet together with cross-entropy only p − t is left.",
        skeleton="return np.zeros_like(z)",
        wrong=(
            lambda z, one_hot: engine_softmax_loss(z, one_hot) * len(z),
            lambda z, one_hot: -engine_softmax_loss(z, one_hot),
            lambda z, one_hot: (z - one_hot) / len(z),
        ),
    )
