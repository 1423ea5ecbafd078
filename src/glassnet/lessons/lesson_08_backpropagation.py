# /// script
# requires-python = ">=3.11"
#
# [tool.marimo.display]
# theme = "system"
#
# [tool.glassnet]
# lab = "data=moons&hidden=3&activation=tanh&batch_size=10"
# ///

import marimo

__generated_with = "0.25.2"
app = marimo.App(width="compact", app_title="Lesson 08: Backpropagation")

with app.setup:
    import marimo as mo
    import numpy as np

    import glassnet as gn
    from glassnet.lessons.exercises import Card
    from glassnet.lessons.lesson_exercises import lesson_08 as exercises
    from glassnet.lessons.lesson_helpers import lesson_08 as helpers
    from glassnet.lessons.page import is_script, plain, scientific, show_code, show_symbols, summary_button
    from glassnet.lessons.symbols import linked
    from glassnet.widgets.backpropagation.examples import EXAMPLES


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    # Backpropagation

    **Who is to blame for the mistake, and by how much?**

    A network reads a digit wrongly. Ask its outputs what they wish.
    """)
    return


@app.cell
def _():
    wishes = gn.widgets.Wishes()
    mo.vstack([mo.ui.anywidget(wishes)])
    return (wishes,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    After this lesson you will be able to

    - work out every [gradient](#term-gradient) of a small network by hand, with the [chain rule](#term-chain-rule), and check it in two other ways;
    - read the four equations of [backpropagation](#term-backpropagation), and write them as a few lines of code that work for any dense network;
    - say what backpropagation is (a way to compute gradients), what it isn't (a way to learn), and why it is so cheap.

    ## Wishes go back up the line

    You have just seen all of it. At each output stands a wish. An output can't change by itself, so it passes its wish on, along the very connections on which the numbers came:
    a thick one passes on much, a negative one turns the wish around. Each [neuron](#term-neuron) adds up what it hears.

    A wish is a slope with its sign turned; the slope is called a **gradient**. First come all gradients, then all steps at once.

    ## Nudge one weight

    The smallest network: one input $x = 1.5$, a [weight](#term-weight) $w = 0.8$, a [bias](#term-bias) $b = -0.3$, a [sigmoid](#term-sigmoid); the truth is $t = 0$, the [loss](#term-loss) the [squared error](#term-mean-squared-error). Nudge $w$:
    """)
    return


@app.cell(hide_code=True)
def _():
    push = mo.ui.slider(steps=[0.5, 0.2, 0.1, 0.05, 0.02, 0.01], value=0.5, show_value=True, label="Nudge of w")
    mo.vstack([push])
    return (push,)


@app.function
def one_neuron(x, w, b, t):
    z = w * x + b
    a = 1 / (1 + np.exp(-z))
    d_a = 2 * (a - t)  # slope of the squared error
    d_z = d_a * a * (1 - a)  # times slope of the sigmoid
    d_w = d_z * x  # times slope of the weighted sum
    loss = (a - t) ** 2
    return {"z": z, "a": a, "loss": loss, "d_a": d_a, "d_z": d_z, "d_w": d_w}


@app.cell
def _():
    neuron = one_neuron(1.5, 0.8, -0.3, 0.0)
    return (neuron,)


@app.cell(hide_code=True)
def _(neuron, push):
    mo.md(helpers.nudge_table(neuron, one_neuron(1.5, 0.8 + push.value, -0.3, 0.0), push.value))
    return


@app.cell(hide_code=True)
def _(neuron):
    mo.vstack(
        [
            show_symbols(
                input=("x", "input"),
                weight=("w", "weight"),
                z=("z", "weighted sum"),
                a=("a", "activation"),
                loss=("L", "loss"),
                da=("∂L/∂a", "slope of the loss"),
                bend=("∂a/∂z", "slope of the sigmoid"),
            ),
            mo.Html(helpers.neuron_picture(neuron)),
        ]
    )
    return


@app.cell(hide_code=True)
def _():
    mo.md(
        linked(r"""
    ### The chain rule

    $$
    \begin{array}{l}
    \symbol{z}{z} = \symbol{weight}{w}\, \symbol{input}{x} + \symbol{bias}{b} \\[6pt]
    \symbol{a}{a} = \sigma(\symbol{z}{z}) = \dfrac{1}{1 + e^{-z}} \\[6pt]
    \symbol{loss}{L} = (\symbol{a}{a} - \symbol{truth}{t})^2 \vphantom{\dfrac{1}{1}}
    \end{array}
    $$

    For ever smaller nudges each factor settles on a slope, and each slope is found by looking at *one* operation. ($\partial L / \partial w$ is read "how fast $L$ changes with $w$, if only $w$ moves".)

    $$ \frac{\partial L}{\partial w} = \frac{\partial L}{\partial a} \cdot \frac{\partial a}{\partial z} \cdot \frac{\partial z}{\partial w} = \symbol{da}{2 (a - t)} \cdot \symbol{bend}{a (1 - a)} \cdot \symbol{input}{x} $$
    """)
    )
    return


@app.cell(hide_code=True)
def _():
    show_code(
        one_neuron,
        symbols={
            "input": "x",
            "weight": "w",
            "bias": "b",
            "z": "z",
            "a": "a",
            "truth": "t",
            "loss": "loss",
            "da": ("d_a", "2 * (a - t)"),
            "bend": "a * (1 - a)",
        },
    )
    return


@app.cell(hide_code=True)
def _():
    gear_card = Card(exercises.gear(), "08.1")
    mo.vstack([mo.ui.anywidget(gear_card)])
    return (gear_card,)


@app.cell
def _():
    # Without any calculus: move the weight a little both ways, and look at the loss
    nudged = (one_neuron(1.5, 0.8 + 1e-6, -0.3, 0.0)["loss"] - one_neuron(1.5, 0.8 - 1e-6, -0.3, 0.0)["loss"]) / 2e-6
    return (nudged,)


@app.cell(hide_code=True)
def _(neuron, nudged):
    mo.md(f"""
    | pass | what | number |
    |:---|:---|---:|
    | forward | $z = 0.8 \\cdot 1.5 - 0.3$ | {neuron["z"]:.4f} |
    | forward | $a = \\sigma(z)$ | {neuron["a"]:.4f} |
    | forward | $L = a^2$ | {neuron["loss"]:.4f} |
    | back | $\\partial L / \\partial a = 2 a$ | {neuron["d_a"]:.4f} |
    | back | $\\partial L / \\partial z = {neuron["d_a"]:.4f} \\cdot {neuron["a"]:.4f} \\cdot (1 - {neuron["a"]:.4f})$ | {neuron["d_z"]:.4f} |
    | back | $\\partial L / \\partial w = {neuron["d_z"]:.4f} \\cdot 1.5$ | **{neuron["d_w"]:.4f}** |

    Is that true? Move the weight by a millionth both ways, and see how the loss answers: the slope is {nudged:.4f}, too. This check is called a
    **finite difference**. It needs no calculus, and it finds mistakes in a backward pass.
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## The chain rule, on a network

    Somebody aged 30 with an income of 60,000 did buy; scaled, that is 0.3 and 0.6. Two hidden neurons with [ReLU](#term-relu), one output with a sigmoid, binary [cross-entropy](#term-cross-entropy) as the loss.
    Press *Play*: a step has six phases. Then **click any number**: it is taken apart, down to one product from there to the loss.
    """)
    return


@app.cell
def _():
    visualiser = gn.widgets.Backpropagation()
    mo.vstack([mo.ui.anywidget(visualiser)])
    return (visualiser,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    1. **Forward.** Numbers go from the inputs to the output, and each is *kept*. The way back will need them.
    2. **Loss.** One number for how wrong that was.
    3. **Chain rule.** At the output, $\partial L/\partial a$ and then $\partial L/\partial z$, which has a name of its own: **δ** (delta), the error signal.
    4. **Back to hidden.** δ gives each last weight its gradient, and travels back through the same weights.
    5. **Back to input.** The first weights get theirs. The inputs don't change: they are the data.
    6. **Update.** *w_new = w − η · g*, for all of them at once, and the loss of the same sample once more: *after*.

    (The small number in brackets is the [layer](#term-layer): $z_2^{(1)}$ is the second neuron of layer 1.) Click $\partial L/\partial w_{12}^{(1)}$, on the line from *age* to the second hidden neuron, in phase 5: four factors, the input, the slope of the ReLU, the weight to the output, and δ there.
    Then choose *Exam score*, the student of lesson 04, and click $\partial L/\partial w_{22}^{(1)}$: hours of sleep, the slope of *energy* (hidden 2), its weight to the score, δ.
    """)
    return


@app.cell(hide_code=True)
def _():
    off_card = Card(exercises.off(), "08.2")
    mo.vstack([mo.ui.anywidget(off_card)])
    return (off_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Is that so? Here is a network with a neuron that is off. The wish does arrive at it, but its slope is 0, so nothing gets through.
    """)
    return


@app.cell
def _():
    house = gn.widgets.Backpropagation(example="house")
    mo.vstack([mo.ui.anywidget(house)])
    return (house,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Try more here:

    1. Set the [learning rate](#term-learning-rate) to 1 and press *Apply update*. The gradients are as right as ever, and yet the loss grows more than fiftyfold: it is the *step* that is wrong.
    2. Choose *One of three classes* and click a gradient in the first layer. Now there are several paths. Along a path one **multiplies**; over all paths one **adds up**.
    3. Choose *XOR*. Four samples go through at once. Each has a δ of its own; a weight's gradient is what they come to together.

    Any pass can be broken into operations so small that each has a slope you know by heart: times, plus, the sigmoid σ. Click one, and see how its gradient came from the next ones:
    """)
    return


@app.cell
def _():
    small_steps = gn.widgets.Backpropagation(view="graph")
    mo.vstack([mo.ui.anywidget(small_steps)])
    return (small_steps,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Once by hand, once by the engine

    Here is the Age & Income example again, in multiplications that one could do on paper. Then the engine does the same. If the two differ by more than $10^{-12}$, one of them is wrong.
    """)
    return


@app.function
def by_hand():
    age, income, t = 0.3, 0.6, 1.0
    # Forward
    z1 = 0.5 * age + 0.3 * income + 0.1
    z2 = -0.4 * age + 0.8 * income - 0.2
    a1, a2 = max(z1, 0.0), max(z2, 0.0)
    z = 0.7 * a1 - 0.6 * a2 + 0.1
    p = 1 / (1 + np.exp(-z))
    # Back: cross-entropy and sigmoid together leave p - t
    d_z = p - t
    d_z1 = d_z * 0.7 * (z1 > 0)
    d_z2 = d_z * -0.6 * (z2 > 0)
    first = [[age * d_z1, age * d_z2], [income * d_z1, income * d_z2]]
    return {
        "loss": -np.log(p),
        "dense_2": {"weight": [[d_z * a1], [d_z * a2]], "bias": [d_z]},
        "dense_1": {"weight": first, "bias": [d_z1, d_z2]},
    }


@app.cell(hide_code=True)
def _():
    show_code(by_hand)
    return


@app.cell
def _():
    hand = by_hand()
    return (hand,)


@app.cell
def _():
    # The same network, parameters and person, in the engine; at(0) is the first step with every number in it
    moment = EXAMPLES["age_income"].run(0.5).at(0)
    return (moment,)


@app.cell
def _(hand, moment):
    differences = {
        f"{layer}.{name}": float(np.abs(np.array(hand[layer][name]) - moment.grads[layer][name]).max())
        for layer in ("dense_1", "dense_2")
        for name in ("weight", "bias")
    }
    return (differences,)


@app.cell(hide_code=True)
def _(differences, hand, moment):
    _rows = "\n".join(
        f"    | $\\partial L / \\partial w_{{{_i + 1}{_j + 1}}}$ from {_input} to hidden {_j + 1} | {hand['dense_1']['weight'][_i][_j]:.6f} | {moment.grads['dense_1']['weight'][_i, _j]:.6f} |"
        for _i, _input in enumerate(("age", "income"))
        for _j in range(2)
    ).replace("-", "−")
    _deltas = (hand["dense_2"]["bias"][0], moment.parts("dense_2")["d_z"][0, 0])
    _delta = " | ".join(f"{_value:.6f}".replace("-", "−") for _value in _deltas)
    mo.md(f"""
    | number | by hand | by the engine |
    |:---|---:|---:|
    | loss | {hand["loss"]:.6f} | {moment.loss:.6f} |
    | δ of the output | {_delta} |
{_rows}

    The largest difference among all nine gradients is {scientific(max(differences.values()))}. (Computers keep about 16 digits, so up to $10^{{-16}}$ or so would be mere rounding.)
    All four of these gradients of the first layer follow from one number, δ at the output. That is why the way back is so cheap.
    """)
    return


@app.cell(hide_code=True)
def _(moment):
    mo.md(f"""
    And any of them can be asked for its reason, in Python as on the page:

    ```
    >>> print(moment.explain("dense_1.d_z[0, 1]"))
    {str(moment.explain("dense_1.d_z[0, 1]")).replace(chr(10), chr(10) + "    ")}
    ```
    """)
    return


@app.cell(hide_code=True)
def _(moment):
    sign_card = Card(exercises.sign(moment=moment), "08.3")
    mo.vstack([mo.ui.anywidget(sign_card)])
    return (sign_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## The chain rule, in matrices

    Nine gradients are tiring enough. A layer's numbers fit into a row, its weights into a table, and then four equations say it all.
    Write $\delta^{(l)}$ for $\partial L / \partial z^{(l)}$, one row per sample, and go from the last layer to the first:

    | no. | equation | in words |
    |:---|:---|:---|
    | 1 | $\delta^{(\text{last})} = \partial L / \partial z^{(\text{last})}$ | begin at the output |
    | 2 | ${\delta^{(l)} = (\delta^{(l+1)}\, W^{(l+1)\,T}) \odot g'(z^{(l)})}$ | back through the weights, times the slope, number by number ($\odot$) |
    | 3 | $\partial L / \partial W^{(l)} = (a^{(l-1)})^T\, \delta^{(l)}$ | what came in, times what comes back |
    | 4 | $\partial L / \partial b^{(l)} = \sum_{\text{samples}} \delta^{(l)}$ | the bias's input is always 1 |

    The *same* matrix $W$ that carried numbers forward carries δ back, turned on its side (that is the $T$). The sign $\sum$, a Greek S for "sum", says: add up over all samples. With XOR's four samples:
    """)
    return


@app.cell
def _():
    # The last layer of XOR's network: one δ per sample, and the gradient of its bias
    xor = EXAMPLES["xor"].run(1.0).at(0)
    return (xor,)


@app.cell(hide_code=True)
def _(xor):
    mo.vstack([mo.Html(helpers.sum_picture(xor.parts("dense_2")["d_z"][:, 0], xor.grads["dense_2"]["bias"][0]))])
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    In (3) the matrix product adds up over the samples by itself. The loss is a mean over $n$ samples, so the $1/n$ is in $\delta^{(\text{last})}$ already.
    As code it is even shorter. This works for any number of dense layers:
    """)
    return


@app.function
def sigmoid(z):
    return 1 / (1 + np.exp(-z))


@app.function
def backpropagate(x, target, layers):
    # layers: (weight, bias) of each; tanh inside,
    # sigmoid and cross-entropy at the end
    a = [x]  # forward: keep what the way back will need
    for weight, bias in layers[:-1]:
        a.append(np.tanh(a[-1] @ weight + bias))
    weight, bias = layers[-1]
    a.append(sigmoid(a[-1] @ weight + bias))

    delta = (a[-1] - target) / len(x)  # equation 1
    grads = []
    for i in reversed(range(len(layers))):
        grads.append((a[i].T @ delta, delta.sum(axis=0)))  # equations 3 and 4
        if i > 0:
            weight = layers[i][0]
            delta = (delta @ weight.T) * (1 - a[i] ** 2)  # equation 2
    return grads[::-1]


@app.cell(hide_code=True)
def _():
    show_code(backpropagate)
    return


@app.cell
def _():
    # Three hidden layers on the two moons: 2-8-8-8-1, the engine's step beside the lines above
    moons = gn.data.moons(120, noise=0.1, seed=0)
    return (moons,)


@app.cell
def _(moons):
    deep = gn.Run(
        gn.Network([gn.Dense(8, "tanh"), gn.Dense(8, "tanh"), gn.Dense(8, "tanh"), gn.Dense(1, "sigmoid")]),
        gn.Recipe("binary_cross_entropy", gn.SGD(0.1), batch_size=64, dtype="float64"),
        moons,
    ).at(0)
    return (deep,)


@app.cell
def _(deep):
    twelve_lines = backpropagate(deep.x, deep.y, [(layer["weight"], layer["bias"]) for layer in deep.params.values()])
    return (twelve_lines,)


@app.cell
def _(deep, twelve_lines):
    deep_difference = max(
        float(np.abs(ours - theirs).max())
        for mine, layer in zip(twelve_lines, deep.grads.values(), strict=True)
        for ours, theirs in zip(mine, (layer["weight"], layer["bias"]), strict=True)
    )
    return (deep_difference,)


@app.cell
def _(deep):
    # A third witness: nudge one weight of the first layer, see the loss move
    witness = deep.gradient_check("dense_1", "weight", 1, 5)
    return (witness,)


@app.cell(hide_code=True)
def _(deep, deep_difference, witness):
    _count = sum(values.size for layer in deep.grads.values() for values in layer.values())
    mo.md(f"""
    For a network 2-8-8-8-1 and a [batch](#term-batch) of {len(deep.x)} points these lines and the engine agree on all {_count} gradients: the largest difference is {scientific(deep_difference)}.

    And a third witness, which knows nothing of the chain rule: the first layer's weight [1, 5] has the gradient {witness.analytic:.8f}; nudging it shows {witness.numeric[witness.errors.index(witness.best_error)]:.8f}
    with the best step size ({plain(witness.best_step_size)}).
    """)
    return


@app.cell(hide_code=True)
def _():
    order_card = Card(exercises.order(), "08.4")
    mo.vstack([mo.ui.anywidget(order_card)])
    return (order_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## What it costs

    The network above has 177 [parameters](#term-parameter). To find their gradients by nudging, one needs two [forward passes](#term-forward-propagation) for *each*: 354. Backpropagation needs one pass forward and one back,
    and the way back costs about twice as much as the way forward (two matrix products per layer instead of one). However many parameters there are, that is all.

    | forward passes' worth of work | for 177 | for 100 million |
    |:---|---:|---:|
    | nudging | 354 | 200 million |
    | backpropagation | about 3 | about 3 |

    This is why large networks can be trained at all. The price: every $a$ of the way forward must be kept until the way back has used it. Backpropagation buys time with memory.
    """)
    return


@app.cell(hide_code=True)
def _(deep):
    cost_card = Card(exercises.cost(deep=deep, sigmoid=sigmoid, backpropagate=backpropagate), "08.5")
    mo.vstack([mo.ui.anywidget(cost_card)])
    return (cost_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Check yourself

    Two questions first, and then three backward passes to write. Each of your functions is compared with the engine's own, on cases that you don't see; the engine's is compared with nudging.
    """)
    return


@app.cell(hide_code=True)
def _():
    delta_card = Card(exercises.delta(), "08.6")
    mo.vstack([mo.ui.anywidget(delta_card)])
    return (delta_card,)


@app.cell(hide_code=True)
def _():
    learn_card = Card(exercises.learn(), "08.7")
    mo.vstack([mo.ui.anywidget(learn_card)])
    return (learn_card,)


@app.function
def my_dense_backward(x, weight, d_z):
    # Yours to write: return d_x, d_weight and d_bias, each of the shape of the thing itself.
    return np.zeros_like(x), np.zeros_like(weight), np.zeros(d_z.shape[1])


@app.function
def my_sigmoid_backward(d_a, z):
    # Yours to write: d_z, of the shape of z.
    return d_a


@app.function
def my_softmax_loss_backward(z, one_hot):
    # Yours to write: the gradient of the MEAN cross-entropy of softmax(z), shape of z.
    return np.zeros_like(z)


@app.cell
def _():
    # How far the engine's backward passes are from what nudging shows, on the cases of the three exercises
    engine_against_nudging = helpers.engine_against_nudging()
    return (engine_against_nudging,)


@app.cell(hide_code=True)
def _(engine_against_nudging):
    _rows = "\n".join(f"    | {_name} | {scientific(_far)} |" for _name, _far in engine_against_nudging.items())
    mo.md(f"""
    | backward pass | largest difference between the engine and nudging |
    |:---|---:|
{_rows}

    So the engine may be the judge. Now you:
    """)
    return


@app.cell(hide_code=True)
def _():
    dense_card = Card(exercises.dense(), "08.8", start=my_dense_backward)
    if mo.app_meta().mode == "edit":
        dense_card.judge(my_dense_backward)
    mo.vstack([mo.ui.anywidget(dense_card)])
    return (dense_card,)


@app.cell(hide_code=True)
def _():
    sigmoid_card = Card(exercises.sigmoid(), "08.9", start=my_sigmoid_backward)
    if mo.app_meta().mode == "edit":
        sigmoid_card.judge(my_sigmoid_backward)
    mo.vstack([mo.ui.anywidget(sigmoid_card)])
    return (sigmoid_card,)


@app.cell(hide_code=True)
def _():
    softmax_card = Card(exercises.softmax(), "08.10", start=my_softmax_loss_backward)
    if mo.app_meta().mode == "edit":
        softmax_card.judge(my_softmax_loss_backward)
    mo.vstack([mo.ui.anywidget(softmax_card)])
    return (softmax_card,)


@app.cell(hide_code=True)
def _():
    summary_button()
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Common pitfalls

    - **"Backpropagation is how networks learn."** It is how gradients are computed. Learning is what an update rule makes of them.
    - **Updating on the way back.** If the last layer has already moved when δ goes through it, δ goes through weights that did not make the mistake. All gradients first, then all steps.
    - **Forgetting to start from zero.** Where gradients are added to what was there (as in PyTorch), yesterday's must be cleared first. Glassnet returns new ones each time.
    - **A number used twice.** If $b = a + a$, then $a$ has two paths to the loss, and their slopes are *added*. Setting in place of adding is the classic mistake in home-made engines.
    - **The slope at the wrong place.** $g'$ is taken at the $z$ of the way forward, not at what comes back.
    - **Trusting a gradient because the loss falls.** A wrong gradient often still points roughly downhill. Check against finite differences, in double precision, with a step near $10^{-5}$: larger ones are inexact, smaller ones drown in rounding.
    - **The mean, once.** Divide by the number of samples in the loss *or* in the update, not in both.

    ## When to use what

    | you want | use |
    |:---|:---|
    | the gradients of one loss for many parameters | backpropagation |
    | to know whether a backward pass is right | a finite difference on a few parameters, in double precision |
    | the slopes of many outputs for one or two inputs | forward mode (a deep dive below) |
    | to train a model of your own | a library's automatic differentiation; write a backward pass by hand to learn, or to make one operation faster |
    | to see why a network does not learn | the size of δ in every layer: too small at the front, or not a number? |
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    /// details | Deep dive: the four equations, derived

    Write out one number: $z^{(l+1)}_{k} = \sum_j a^{(l)}_j\, W^{(l+1)}_{jk} + b^{(l+1)}_k$ with $a^{(l)}_j = g(z^{(l)}_j)$.

    The loss depends on $z^{(l)}_j$ only through the numbers $z^{(l+1)}_1, z^{(l+1)}_2, \dots$ that it helped to make. The chain rule for several paths adds up over them:

    $$ \delta^{(l)}_j = \frac{\partial L}{\partial z^{(l)}_j} = \sum_k \frac{\partial L}{\partial z^{(l+1)}_k} \frac{\partial z^{(l+1)}_k}{\partial a^{(l)}_j} \frac{\partial a^{(l)}_j}{\partial z^{(l)}_j} = \Bigl( \sum_k \delta^{(l+1)}_k W^{(l+1)}_{jk} \Bigr)\, g'(z^{(l)}_j), $$

    which is equation 2: the sum is row $j$ of $\delta^{(l+1)} W^{(l+1)\,T}$. And since $z^{(l)}_j$ contains $W^{(l)}_{ij}$ once, times $a^{(l-1)}_i$,

    $$ \frac{\partial L}{\partial W^{(l)}_{ij}} = a^{(l-1)}_i\, \delta^{(l)}_j, \qquad \frac{\partial L}{\partial b^{(l)}_j} = \delta^{(l)}_j. $$

    Over a batch the loss is a sum of such terms, one for each sample, and so are the gradients: equations 3 and 4.

    If the activation isn't number by number (softmax), $g'$ becomes a matrix, $\partial a_i / \partial z_j = a_i ([i = j] - a_j)$, and $\delta_j = \sum_i \frac{\partial L}{\partial a_i} \frac{\partial a_i}{\partial z_j} = a_j \bigl( \frac{\partial L}{\partial a_j} - \sum_i \frac{\partial L}{\partial a_i} a_i \bigr)$.
    ///
    """)
    return


@app.class_definition
class Dual:
    """A number with its slope: everything that is computed from it carries the slope along (forward mode)."""

    def __init__(self, value, slope=0.0):
        self.value, self.slope = value, slope

    def __add__(self, other):
        return Dual(self.value + other.value, self.slope + other.slope)

    def __mul__(self, other):
        return Dual(self.value * other.value, self.slope * other.value + self.value * other.slope)

    def sigmoid(self):
        a = 1 / (1 + np.exp(-self.value))
        return Dual(a, a * (1 - a) * self.slope)


@app.cell
def _():
    # The one neuron again. To have the slope for w, w begins with the slope 1 and all others with 0
    _a = (Dual(0.8, 1.0) * Dual(1.5) + Dual(-0.3)).sigmoid()
    forward_mode = (_a * _a).slope
    return (forward_mode,)


@app.cell(hide_code=True)
def _(forward_mode, neuron):
    mo.md(f"""
    /// details | Deep dive: automatic differentiation, forward and reverse

    A program is a chain of small operations, each with a known slope. **Automatic differentiation** applies the chain rule to them one by one. It isn't a finite difference (nothing is approximated) and it isn't a formula (nothing is simplified).

    *Forward mode* goes along with the computation: every number carries its slope towards one chosen input. A "dual" number $v + s\\,\\varepsilon$ with $\\varepsilon^2 = 0$ does that by itself, since
    $(v_1 + s_1 \\varepsilon)(v_2 + s_2 \\varepsilon) = v_1 v_2 + (s_1 v_2 + v_1 s_2)\\,\\varepsilon$. Fifteen lines of Python (the class `Dual` of this notebook) give {forward_mode:.6f} for the one neuron's weight; the chain rule by hand gave {neuron["d_w"]:.6f}.

    *Reverse mode* first computes everything, remembers who was made from whom, and then walks back, handing each number's gradient on to what it was made from: the graph above. Backpropagation is reverse mode on a network.

    With $n$ inputs and $m$ outputs, forward mode needs a pass for each input, reverse mode one for each output. A loss is *one* output, and the parameters are millions of inputs: reverse mode wins by a factor of millions.
    With few inputs and many outputs it is the other way round. Forward mode keeps nothing; reverse mode keeps everything. Between them lies *checkpointing*: keep some numbers, and compute the others again.
    ///
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    /// details | Deep dive: what reverse mode costs

    Count multiplications for a dense layer with $m$ inputs, $n$ units and $s$ samples. Forward: $s\,m\,n$ for $x W$. Back: $s\,m\,n$ for $x^T \delta$ and $s\,m\,n$ for $\delta W^T$ (not needed in the first layer). So forward and back together cost about three times the forward pass.

    In general, for a program of operations such as $+$, $\times$, $\exp$, the gradient by reverse mode costs at most a small constant (4 or 5, depending on how one counts memory traffic) times the program itself, *whatever the number of inputs*. This is the "cheap gradient principle" (Baur and Strassen 1983; Griewank 1989).

    Second derivatives aren't as cheap: a full Hessian of $n$ parameters has $n^2$ numbers. But the *product* of the Hessian with one vector costs about as much as a few gradients (Pearlmutter 1994).
    ///
    """)
    return


@app.function
def flow_through(depth, activation, seed=0):
    layers = [gn.Dense(16, activation) for _ in range(depth)] + [gn.Dense(1, "sigmoid")]
    recipe = gn.Recipe("binary_cross_entropy", gn.SGD(0.1), batch_size=64, dtype="float64", seed=seed)
    moment = gn.Run(gn.Network(layers), recipe, gn.data.moons(120, noise=0.1, seed=0)).at(0)
    return [float(np.linalg.norm(moment.parts(name)["d_z"])) for name in moment.network.names[:-1]]


@app.cell
def _():
    flows = {activation: flow_through(10, activation) for activation in ("sigmoid", "tanh", "relu")}
    return (flows,)


@app.cell(hide_code=True)
def _(flows):
    _rows = "\n".join(
        f"    | {_name} | {scientific(_norms[-1])} | {scientific(_norms[0])} | {scientific(_norms[0] / _norms[-1])} |"
        for _name, _norms in flows.items()
    )
    mo.md(f"""
    /// details | Deep dive: gradient flow

    δ is multiplied by a matrix and by slopes at every layer. Over many layers that is a long product, and long products either shrink to nothing or grow without bound, unless their factors are near 1 on average.
    Ten hidden layers of 16 units, with the same kind of initial weights (Glorot), one batch of the moons. The size of δ (the root of the sum of its squares) in the last and in the first hidden layer:

    | δ in | layer 10 | layer 1 | ratio |
    |:---|---:|---:|---:|
{_rows}

    The sigmoid's slope is at most ¼, so each layer takes away at least three quarters of what the weights let through: the first layers hardly hear the complaint. This is the **vanishing gradient**.
    `run.at(0).flow()` shows it for any network, layer by layer.
    ///
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## What to do next

    - **Change this lesson.** `glassnet edit 08` opens it with all its code, and there three backward passes wait to be written.
    - **Look into a network of your own.** `gn.widgets.Backpropagation(run)` shows any run of a small dense network, at any of its steps; `run.at(7).explain("dense_1.d_weight[0, 2]")` does so in text.
    - **Look back.** [Lesson 07](/lessons/07/) walked downhill with slopes that were given. Now you know where they come from.
    - **Read on.** [Lesson 09](/lessons/09/) puts forward, loss, backward and update into the loop that trains.

    *The method is old and was found several times: Linnainmaa (1970) as reverse mode, Werbos (1974) for networks; Rumelhart, Hinton and Williams, "Learning representations by back-propagating errors" (Nature, 1986), made it known.*
    """)
    return


@app.cell(hide_code=True)
def _(deep_difference, differences, hand):
    if is_script(__file__):
        print(f"Loss {hand['loss']:.6f}; by hand and by the engine differ by at most {max(differences.values()):.0e}.")
        print(f"The lines of this page and the engine differ by at most {deep_difference:.0e}.")
    return


if __name__ == "__main__":
    app.run()
