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
    return layer.backward(params, parts, d_z, need_d_x=False)[1]["weight"]


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
        hint="Slopes in a row multiply.",
        slips={
            1.25: "You added the slopes. In a row they multiply; they are added only where *different* ways lead to the loss.",
            1.5: "The size is right. Look at the signs.",
            -0.5: "That is ∂L/∂z. One more slope: how much does z move with w?",
            -6.0: "You left out the slope of the activation, ∂a/∂z = 0.25.",
        },
    )


def off() -> ChoiceExercise:
    return ChoiceExercise(
        question="A hidden ReLU neuron has z = −0.4, so a = 0. What is the gradient of the weights that lead *into* it, for this sample?",
        right="exactly 0",
        reasons={
            "exactly 0": "Its slope is 0 there, and 0 times any complaint is 0. For another sample it may be on, and then it learns.",
            "small, but not 0": "The slope of a ReLU has only two values: 0 on the left, 1 on the right. A leaky ReLU would let a little through.",
            "the same as for a neuron that is on": "The complaint that arrives is like any other. But it is multiplied by the slope at z, which is 0.",
            "−0.4 times δ": "The gradient of a weight is its *input* times δ. z goes in only through the slope.",
        },
    )


def sign(*, moment) -> Prediction:
    def see() -> str:
        after = moment.parts("dense_2")["weight_after"][0, 0]
        return f"Just computed: the weight goes from 0.7 to {after:.4f}, because its gradient is {moment.grads['dense_2']['weight'][0, 0]:.4f}."

    return Prediction(
        ask=ChoiceExercise(
            question="The person did buy, and the network said 0.58: too little. Hidden neuron 1 gave 0.43. Which way will the update move the weight from it to the output, now 0.7?",
            right="up",
            reasons={
                "up": "Too little was said, and this neuron gave a positive number: more of it would have helped. δ = p − t is negative, so the gradient is negative, and the step *against* it goes up.",
                "down": "That is the direction of the gradient, uphill. The step goes *against* it.",
                "not at all": "It would stay only if its input were 0 or δ were 0: nothing came in, or nothing was wrong.",
            },
        ),
        run=see,
    )


def order() -> OrderExercise:
    return OrderExercise(
        question="Put one step of training in order.",
        steps={
            "compute z and a of every layer, and keep them": "Everything that follows needs the forward numbers.",
            "compute the loss": "The loss compares the prediction with the truth, so the prediction comes first.",
            "compute δ of the last layer": "δ is the slope of the loss: there must be a loss to have a slope.",
            "compute the gradients of the last layer's weights": "They are its inputs times its δ.",
            "bring δ back to the hidden layer": "δ travels through the last layer's weights and the hidden slope.",
            "compute the gradients of the first layer's weights": "They need the hidden layer's δ.",
            "move every weight": "Not before all gradients are known: δ has to go back through the weights with which the mistake was made.",
        },
        shown=(
            "move every weight",
            "compute the gradients of the first layer's weights",
            "compute the loss",
            "bring δ back to the hidden layer",
            "compute z and a of every layer, and keep them",
            "compute the gradients of the last layer's weights",
            "compute δ of the last layer",
        ),
        because="Forward, loss, δ, gradients from the back to the front, and only then the update.",
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
        return f"Just measured on this machine: forward alone {1e6 * once:.0f} µs, all 177 gradients {1e6 * both:.0f} µs, that is {both / once:.1f} times as long."

    return Prediction(
        ask=ChoiceExercise(
            question="You double the number of weights in a network. How does the number of passes change that backpropagation needs for all gradients?",
            right="it stays the same: one forward, one back",
            reasons={
                "it doubles": "Each pass takes longer, as any pass through a larger network does. But it is still one forward and one back.",
                "it stays the same: one forward, one back": "Every δ is used for all weights that lead into its unit: nothing is computed twice.",
                "it grows fourfold": "Nothing is done for *pairs* of weights. (Second derivatives would be that dear.)",
                "one more pass for each weight": "That is nudging, the finite difference.",
            },
        ),
        run=see,
    )


def delta() -> NumberExercise:
    return NumberExercise(
        question="A hidden tanh neuron has a = 0.6. It feeds two units, through the weights 2 and −1, whose δ are 0.5 and 0.25. What is its own δ?",
        answer=0.48,
        tolerance=0.001,
        because="(2 · 0.5 − 1 · 0.25) · (1 − 0.6²) = 0.75 · 0.64 = 0.48.",
        hint="Add up weight · δ over what it feeds, then multiply with the slope of tanh, 1 − a².",
        slips={
            0.75: "That is ∂L/∂a, what arrives. Take it through the slope of tanh: 1 − a².",
            0.8: "Mind the sign of the second weight.",
            0.3: "You took 1 − a for the slope. For tanh it is 1 − a².",
            0.45: "You multiplied with a itself. The slope of tanh is 1 − a².",
            0.18: "You took the slope of the sigmoid, a (1 − a). For tanh it is 1 − a².",
            0.64: "That is only the slope; multiply it with what arrives.",
        },
    )


def learn() -> ChoiceExercise:
    return ChoiceExercise(
        question="What does backpropagation do?",
        right="it computes the gradients",
        reasons={
            "it computes the gradients": "Only that. What is done with them is the update rule's business: gradient descent, momentum, Adam.",
            "it changes the weights so that the loss falls": "That is the update rule, which *uses* the gradients. The same gradients can feed quite different rules.",
            "it sends the prediction backwards to reconstruct the input": "What goes back are slopes of the loss, not predictions. Nothing is reconstructed.",
            "it finds the best weights": "No method is known that does that for networks in general. Gradients say only which way is down from *here*.",
        },
    )


def dense() -> CodeExercise:
    return CodeExercise(
        question="Write `my_dense_backward`: z = x · weight + bias, and δ = ∂L/∂z is given. Return ∂L/∂weight.",
        solution=engine_dense,
        source="return x.T @ d_z",
        cases=dense_cases(),
        hints=(
            "x has the shape (samples, inputs), d_z (samples, units), and the answer (inputs, units). Which product of the two has that shape?",
            "It is equation 3: what came in, turned on its side, times what comes back.",
        ),
        because="Right on all cases, for one sample and for several: the product adds up over the batch by itself.",
        skeleton="return np.zeros_like(weight)",
    )


def sigmoid() -> CodeExercise:
    return CodeExercise(
        question="Write `my_sigmoid_backward`: a = 1 / (1 + e⁻ᶻ), and ∂L/∂a is given. Return ∂L/∂z.",
        solution=engine_sigmoid,
        source="a = 1 / (1 + np.exp(-z))\nreturn d_a * a * (1 - a)",
        cases=sigmoid_cases(),
        hints=(
            "The slope of the sigmoid can be written with its own value: a (1 − a).",
            "Compute a from z first; then multiply number by number.",
        ),
        because="Right. A forward pass that keeps a saves you the exponential on the way back.",
        skeleton="return d_a",
    )


def softmax() -> CodeExercise:
    return CodeExercise(
        question="Write `my_softmax_loss_backward`: the scores z go through softmax and into the mean cross-entropy with one-hot truths. Return ∂L/∂z.",
        solution=engine_softmax_loss,
        source="powers = np.exp(z - z.max(axis=1, keepdims=True))\nreturn (powers / powers.sum(axis=1, keepdims=True) - one_hot) / len(z)",
        cases=softmax_cases(),
        hints=(
            "Lesson 06 derived it: what you said minus what was true, p − t.",
            "It is the *mean* over the samples: divide by how many there are.",
        ),
        because="Right. Softmax mixes all classes, and still the two together leave only p − t.",
        skeleton="return np.zeros_like(z)",
    )
