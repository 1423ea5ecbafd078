# /// script
# requires-python = ">=3.11"
#
# [tool.marimo.display]
# theme = "system"
# ///

import marimo

__generated_with = "0.25.2"
app = marimo.App(width="compact", app_title="Lesson 09: The training loop")

with app.setup:
    import marimo as mo
    import numpy as np

    import glassnet as gn
    from glassnet.lessons.drawing import Curve, loss_chart, plane_map, side_by_side
    from glassnet.lessons.exercises import Card, ChoiceExercise, NumberExercise, Prediction
    from glassnet.lessons.number_drawing import Link, Number, numbers_picture
    from glassnet.lessons.once import once
    from glassnet.lessons.page import plain, scientific, show_code, show_symbols, summary_button
    from glassnet.lessons.symbols import linked


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    # The training loop

    **How does a network that knows nothing become one that knows?**

    After this lesson you will be able to

    - write the loop *forward, loss, backward, update* yourself, in about thirty lines of NumPy;
    - read a loss curve and a decision boundary, and say what the network has learnt and what it has not;
    - explain why one learning rate can be right for a sum of gradients and far too small for their average.

    ## One loop, four steps

    Think of an old radio with seventeen knobs, all of them badly set. You listen, you hear how bad it sounds, you work out for
    each knob which way makes it a little better, and you turn all of them, a little. Then you listen again.

    A network learns just like that. Its knobs are called **parameters**: the weights and the biases. One round has four steps.

    1. **Forward**: put the data in, compute the prediction.
    2. **Loss**: measure with one number how wrong the prediction is.
    3. **Backward**: find out, for every parameter, how the loss would change if that parameter grew a little. This is the *gradient*.
    4. **Update**: move every parameter a small step against its gradient.

    Repeat. That is all there is, for seventeen parameters here and for billions elsewhere.

    Where the picture of the radio ends: you would have to try the knobs one by one. The backward step needs no trying.
    It computes all seventeen directions in one sweep, at about twice the cost of the forward step.
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## The data: two moons

    200 points in the plane, each with two coordinates, $x_1$ and $x_2$. Half of them lie on one half circle (class 0, orange circles),
    half on the other (class 1, blue squares). Every point is pushed off its circle by random noise (standard deviation 0.1 in each direction).
    No straight line separates the two classes: that is what makes the moons a good first test.
    """)
    return


@app.cell
def _():
    data = gn.data.moons(200, noise=0.1, seed=0, validation=0.0)
    return (data,)


@app.cell
def _(data):
    x = data.x  # 200 rows, 2 columns
    return (x,)


@app.cell
def _(data):
    y = data.y[:, None].astype(float)  # 200 rows, 1 column: 0.0 or 1.0
    return (y,)


@app.cell(hide_code=True)
def _(data):
    mo.Html(
        plane_map(
            data.x,
            data.y,
            label="Two interleaved half moons: 100 orange circles above left, 100 blue squares below right.",
        )
    )
    return


@app.cell(hide_code=True)
def _():
    mo.md(
        linked(r"""
    ## The network: 2-4-1

    Two inputs, four hidden neurons, one output. (In code a neuron is called a *unit*.) Each hidden neuron weighs both inputs, adds its bias and bends the result with $\tanh$.
    The output neuron weighs the four results, adds its bias, and squeezes the sum between 0 and 1 with the sigmoid $\sigma(z) = 1 / (1 + e^{-z})$.
    For all 200 points at once, one row per point:

    $$
    \begin{aligned}
    Z_1 &= \symbol{input}{X}\,\symbol{weightone}{W_1} + b_1 & \symbol{hidden}{A_1} &= \tanh(Z_1) \\
    Z_2 &= \symbol{hidden}{A_1}\,\symbol{weighttwo}{W_2} + b_2 & \symbol{output}{A_2} &= \sigma(Z_2)
    \end{aligned}
    $$

    $A_2$ is the prediction: near 0 means "class 0", near 1 means "class 1". The parameters are $W_1$ (2 × 4 weights), $b_1$ (4 biases),
    $W_2$ (4 × 1 weights) and $b_2$ (1 bias): $8 + 4 + 4 + 1 = 17$ numbers. Here is the forward step, exactly as it runs on this page.
    """)
    )
    return


@app.function
def forward(parameters, x):
    z1 = x @ parameters["weight_1"] + parameters["bias_1"]  # (200, 4)
    a1 = np.tanh(z1)
    z2 = a1 @ parameters["weight_2"] + parameters["bias_2"]  # (200, 1)
    a2 = 1 / (1 + np.exp(-z2))
    return a1, a2


@app.cell(hide_code=True)
def _():
    show_code(
        forward,
        symbols={
            "input": "x",
            "weightone": 'parameters["weight_1"]',
            "hidden": "a1",
            "weighttwo": 'parameters["weight_2"]',
            "output": "a2",
        },
    )
    return


@app.function
def in_glassnet(data):
    network = gn.Network([gn.Dense(4, "tanh"), gn.Dense(1, "sigmoid")])
    rule = gn.SGD(learning_rate=0.1 * 200)
    recipe = gn.Recipe("mean_squared_error", rule, batch_size=200, dtype="float64")
    return gn.Run(network, recipe, data)


@app.cell
def _(data):
    engine = in_glassnet(data)  # the first weights are the engine's, which will train the same network further down
    return (engine,)


@app.function
def from_engine(run, step=0):
    layers = run.parameters(step)
    return {
        "weight_1": layers["dense_1"]["weight"],
        "bias_1": layers["dense_1"]["bias"],
        "weight_2": layers["dense_2"]["weight"],
        "bias_2": layers["dense_2"]["bias"],
    }


@app.cell
def _(engine):
    first = from_engine(engine)
    return (first,)


@app.cell(hide_code=True)
def _(first, x):
    _hidden, _output = forward(first, x[:1])
    _rows = [
        [Number(f"x{_digit}", _value, "input") for _digit, _value in zip("₁₂", x[0], strict=True)],
        [Number(f"a{_digit}", _value, "hidden") for _digit, _value in zip("₁₂₃₄", _hidden[0], strict=True)],
        [Number("a", float(_output[0, 0]), "output")],
    ]
    _links = [Link((0, _i), (1, _j), symbol="weightone") for _i in range(2) for _j in range(4)]
    _links += [Link((1, _j), (2, 0), symbol="weighttwo") for _j in range(4)]
    mo.vstack(
        [
            mo.md(
                "And this is what it does with the first of the 200 points. Choose a symbol, and find it everywhere:"
            ),
            show_symbols(
                input=("X", "inputs"),
                weightone=("W₁", "first weights"),
                hidden=("A₁", "hidden activations"),
                weighttwo=("W₂", "last weights"),
                output=("A₂", "prediction"),
            ),
            mo.Html(
                numbers_picture(
                    _rows,
                    _links,
                    label=f"Two inputs, four hidden activations and the prediction {float(_output[0, 0]):.2f} for the first point.",
                )
            ),
        ]
    )
    return


@app.cell(hide_code=True)
def _(first, x, y):
    _right = int(((forward(first, x)[1] > 0.5) == y).sum())
    mo.md(f"""
    The first parameters are random numbers, so the first prediction is an opinion formed by dice. It happens to put **{_right} of the 200** points
    on the right side. Tossing a coin for each point would manage about 100. Such a number tells you about the dice, not about the moons.
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## The loss: how wrong?

    For every point, take the difference between the prediction and the true class, square it, and average over the 200 points.
    This is the **mean squared error**:

    $$ L = \frac{1}{200} \sum_{i=1}^{200} \left(a_2^{(i)} - y^{(i)}\right)^2 $$

    It is 0 when every prediction is exactly right, and 0.25 when the network answers "one half" to everything.
    """)
    return


@app.function
def mean_squared_error(prediction, y):
    return np.mean((prediction - y) ** 2)


@app.cell(hide_code=True)
def _(first, x, y):
    mo.vstack(
        [
            show_code(mean_squared_error),
            mo.md(f"Before any training the loss is **{mean_squared_error(forward(first, x)[1], y):.4f}**."),
        ]
    )
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Backward: which way is down?

    We want to know how the error changes when one parameter changes. The chain rule walks from the loss back to the inputs, one operation at a time,
    and multiplies by the slope of each. Write $\mathrm{d}Z$ for "how much the summed error grows per unit of $Z$":

    $$
    \begin{aligned}
    \mathrm{d}A_2 &= 2\,(A_2 - Y) && \text{slope of the square} \\
    \mathrm{d}Z_2 &= \mathrm{d}A_2 \odot A_2 \odot (1 - A_2) && \text{slope of the sigmoid} \\
    \mathrm{d}W_2 &= A_1^{\top}\,\mathrm{d}Z_2, \quad \mathrm{d}b_2 = \textstyle\sum_i \mathrm{d}Z_2^{(i)} && \text{for } W_2 \text{ and } b_2 \\
    \mathrm{d}Z_1 &= (\mathrm{d}Z_2\,W_2^{\top}) \odot (1 - A_1 \odot A_1) && \text{back through } W_2 \text{, slope of } \tanh \\
    \mathrm{d}W_1 &= X^{\top}\,\mathrm{d}Z_1, \quad \mathrm{d}b_1 = \textstyle\sum_i \mathrm{d}Z_1^{(i)} && \text{for } W_1 \text{ and } b_1
    \end{aligned}
    $$

    ($\odot$ multiplies number by number.) The matrix products and sums add up what all 200 points have to say. Note: they *add*, they do not average.
    That will matter.
    """)
    return


@app.function
def backward(parameters, x, y, a1, a2):
    d_a2 = 2 * (a2 - y)
    d_z2 = d_a2 * a2 * (1 - a2)
    d_z1 = (d_z2 @ parameters["weight_2"].T) * (1 - a1 * a1)
    return {
        "weight_1": x.T @ d_z1,
        "bias_1": d_z1.sum(axis=0),
        "weight_2": a1.T @ d_z2,
        "bias_2": d_z2.sum(axis=0),
    }


@app.cell(hide_code=True)
def _():
    show_code(backward)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    **Do not believe it: check it.** Choose any of the seventeen parameters. We nudge it by a millionth up and down, run the forward step both times,
    and compare the slope that we see with the one that `backward` computed.
    """)
    return


@app.function
def nudged_slope(parameters, name, place, x, y, nudge=1e-6):
    def summed_error(change):
        value = parameters[name].copy()
        value[place] += change
        return np.sum((forward({**parameters, name: value}, x)[1] - y) ** 2)

    return (summed_error(nudge) - summed_error(-nudge)) / (2 * nudge)


@app.cell(hide_code=True)
def _(first):
    nudged = mo.ui.dropdown(
        {
            f"{name}[{', '.join(map(str, place))}]": (name, place)
            for name, value in first.items()
            for place in np.ndindex(value.shape)
        },
        value="weight_1[0, 2]",
        label="Parameter to nudge",
    )
    mo.vstack([nudged])
    return (nudged,)


@app.cell(hide_code=True)
def _(first, nudged, x, y):
    _name, _place = nudged.value
    _computed = backward(first, x, y, *forward(first, x))[_name][_place]
    _seen = nudged_slope(first, _name, _place, x, y)
    mo.md(f"""
    | how | slope of the summed error |
    |:---|---:|
    | computed by `backward` | {_computed:.6f} |
    | seen by nudging | {_seen:.6f} |
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Update, and repeat

    The slope says which way is *up*, so we go the other way. How far? The **learning rate** $\eta$ decides, here $\eta = 0.1$:

    $$ W \leftarrow W - \eta\,\mathrm{d}W $$

    One pass over all the data is an **epoch**. Here each epoch makes one update, with all 200 points at once. We make 5,000 of them.
    """)
    return


@app.function
def update(parameters, d, learning_rate):
    return {name: value - learning_rate * d[name] for name, value in parameters.items()}


@app.function
def train(parameters, x, y, learning_rate, epochs):
    for _ in range(epochs):
        a1, a2 = forward(parameters, x)  # 1. forward
        loss = mean_squared_error(a2, y)  # 2. loss
        d = backward(parameters, x, y, a1, a2)  # 3. backward
        yield loss, parameters
        parameters = update(parameters, d, learning_rate)  # 4. update
    yield mean_squared_error(forward(parameters, x)[1], y), parameters


@app.cell(hide_code=True)
def _():
    mo.vstack(
        [
            show_code(update, train),
            mo.md("`yield` hands out each round's loss and parameters, so that we can look back at all of them."),
        ]
    )
    return


@app.cell
def _(first, x, y):
    history = once(train, first, x, y, learning_rate=0.1, epochs=5_000)
    return (history,)


@app.cell
def _(history):
    losses = np.array([loss for loss, _ in history])
    return (losses,)


@app.cell(hide_code=True)
def _():
    epoch = mo.ui.slider(
        steps=[0, 1, 2, 5, 10, 20, 30, 40, 60, 80, 100, 150, 200, 500, 1000, 2000, 5000],
        value=5000,
        show_value=True,
        full_width=True,
        label="Epoch",
    )
    mo.vstack([epoch])
    return (epoch,)


@app.cell(hide_code=True)
def _():
    beginning = mo.ui.switch(label="Show the first 200 epochs only")
    mo.vstack([beginning])
    return (beginning,)


@app.cell(hide_code=True)
def _(beginning, data, epoch, history, losses):
    _loss, _parameters = history[epoch.value]
    _right = int(((forward(_parameters, data.x)[1][:, 0] > 0.5) == data.y).sum())
    mo.vstack(
        [
            mo.Html(
                side_by_side(
                    loss_chart(
                        [Curve("training", losses[:201] if beginning.value else losses)],
                        marker=epoch.value,
                        goal=0.001,
                        label=f"Loss on a logarithmic axis: {losses[0]:.3f} at first, {plain(losses[-1])} after 5,000 epochs.",
                    ),
                    plane_map(
                        data.x,
                        data.y,
                        predict=lambda points: forward(_parameters, points)[1][:, 0],
                        label=f"What the network says about the plane after epoch {epoch.value}; {_right} of 200 points are on the right side.",
                    ),
                )
            ),
            mo.md(
                f"After epoch **{epoch.value:,}**: loss **{plain(_loss)}**, **{_right} of 200** points on the right side."
            ),
        ]
    )
    return


@app.cell
def _(losses):
    reached = int(np.argmax(losses < 0.001))  # the first epoch below the goal
    return (reached,)


@app.cell
def _():
    fresh = gn.data.moons(1_000, noise=0.1, seed=1, validation=0.0)  # the network has never seen these
    return (fresh,)


@app.cell
def _(fresh, history):
    fresh_accuracy = float(((forward(history[-1][1], fresh.x)[1][:, 0] > 0.5) == fresh.y).mean())
    return (fresh_accuracy,)


@app.cell(hide_code=True)
def _(fresh_accuracy, losses, reached):
    mo.md(f"""
    Drag the slider back to 0 and forward again. The left picture is the **loss curve**; each step of its axis is a factor of ten.
    In the right one, the colour behind the points is what the network says about that place, and the pale line where it
    cannot decide is the **decision boundary**. Watch it: first straight, then bent, at last a snake between the moons.

    - The loss first falls below 0.001 after **{reached} epochs** and ends at **{plain(losses[-1])}**.
    - At the beginning it jumps about. With this learning rate the first steps are long, and now and then one lands higher than it started.
      A loss curve need not fall at every step; it has to fall in the end.
    - On **1,000 fresh points** that it has never seen, the network is right for **{fresh_accuracy:.1%}**.
      Only this number tells you that it has learnt the *moons*, and not merely these 200 points.
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Predict before you see: a sum or an average?

    `backward` adds up what all 200 points say. Many programs, Glassnet's engine among them, take the *average* instead: they divide by 200.
    Everything else stays as it was: same first weights, same points, $\eta = 0.1$, 5,000 epochs. What will happen to the final loss?
    """)
    return


@app.cell(hide_code=True)
def _():
    average_card = Card(
        Prediction(
            ChoiceExercise(
                "Averaging the gradient instead of adding it up: the final loss will be…",
                "much larger",
                {
                    "the same": "The direction is the same, but each step is 200 times shorter. 5,000 such steps go as far as 25 of the long ones would.",
                    "much larger": "Dividing by 200 makes every step 200 times shorter, and 5,000 short steps are not enough to get far.",
                    "much smaller": "Shorter steps can be more careful, but with the same number of them you get less far: the network has hardly begun to bend its boundary.",
                },
            ),
            lambda: "The picture below shows what came of it.",
        ),
        "09.1",
    )
    return (average_card,)


@app.cell(hide_code=True)
def _(average_card):
    predicted, set_predicted = mo.state(average_card.right)  # None until a prediction has been made
    return predicted, set_predicted


@app.cell(hide_code=True)
def _(average_card, set_predicted):
    average_card.observe(lambda change: set_predicted(change["new"]), names="right")
    mo.vstack([mo.ui.anywidget(average_card)])
    return


@app.cell(hide_code=True)
def _(first, losses, predicted, x, y):
    mo.stop(
        predicted() is None,
        mo.md("*Choose first; then the network is trained that way too, and you see.*"),
    )
    _averaged = np.array([loss for loss, _ in train(first, x, y, learning_rate=0.1 / len(x), epochs=5_000)])
    mo.vstack(
        [
            mo.Html(
                loss_chart(
                    [Curve("sum", losses), Curve("average", _averaged, dashed=True)],
                    goal=0.001,
                    label=f"Two loss curves: with the sum the loss ends at {plain(losses[-1])}, with the average at {plain(_averaged[-1])}.",
                )
            ),
            mo.md(f"""
            With the average the loss ends at **{_averaged[-1]:.3f}**, with the sum at **{plain(losses[-1])}**.
            To average and take $\\eta = 0.1 \\times 200 = 20$ is exactly the same as to add up and take $\\eta = 0.1$.
            So "a learning rate of 0.1" says little until you know what it multiplies.
            """),
        ]
    )
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## The same network in Glassnet's engine

    The engine knows nothing of our thirty lines. It has its own forward and backward for each kind of layer.
    Given the same first weights, it must come to the same numbers, or one of us is wrong. It averages, so it gets $\eta = 0.1 \times 200 = 20$:
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.vstack(
        [
            show_code(in_glassnet),
            mo.md("`run.advance(10)` then makes ten updates, and `run.parameters()` shows what came of them."),
        ]
    )
    return


@app.cell
def _(engine, history):
    # Largest difference in any of the 17 parameters after 1, 2, 5 and 10 updates
    agreement = {}
    for _step in (1, 2, 5, 10):
        if engine.step < _step:
            engine.advance(_step - engine.step)
        _theirs = from_engine(engine, _step)
        agreement[_step] = max(float(np.abs(_theirs[name] - value).max()) for name, value in history[_step][1].items())
    return (agreement,)


@app.cell(hide_code=True)
def _(agreement):
    _rows = "\n".join(f"    | {step} | {scientific(difference)} |" for step, difference in agreement.items())
    mo.md(f"""
    | updates made | largest difference in any parameter |
    |---:|---:|
{_rows}

    Fifteen digits agree. What differs is only the last bit of each number: a computer rounds every result, and the two programs add in another order.
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Now you: the same network, alive

    Below is a network with four hidden neurons on two moons, untrained. Press play. Each small picture shows what one neuron computes all over the plane.
    Three things differ from our loop: it averages, it takes the points in batches of 10 (many short steps instead of one long one),
    and its loss is the cross-entropy (the deep dive below says why). Try this:

    1. Look at the four hidden neurons before you press play, and again when the loss has stopped falling. Which part of the border does each one draw?
    2. Take neurons away until the moons can no longer be separated. How many are needed?
    3. Set the learning rate to 10, then to 0.001. What does the loss curve look like each time?
    """)
    return


@app.cell
def _():
    paused, set_paused = mo.state(None)  # what the widget tells when it is paused
    return paused, set_paused


@app.cell
def _(set_paused):
    lab = gn.widgets.Lab(data="moons", samples=200, noise=0.1, hidden=[4], activation="tanh")
    lab.observe(lambda change: set_paused(change["new"]), names="state")
    mo.vstack([mo.ui.anywidget(lab)])
    return


@app.cell(hide_code=True)
def _(paused):
    _state = paused()
    mo.md(
        f"""
        When you last paused it had made **{_state["step"]:,} updates**; loss on its training points **{plain(_state["train"]["loss"])}**,
        right for **{_state["test"]["accuracy"]:.1%}** of its test points.
        """
        if _state
        else "*Pause it, and its numbers appear here: the cells of a notebook can read what a widget has learnt.*"
    )
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Check yourself
    """)
    return


@app.cell(hide_code=True)
def _():
    update_card = Card(
        NumberExercise(
            "A weight is 0.5, its gradient is 2, the learning rate is 0.1. What is the weight after the update?",
            0.5 - 0.1 * 2,
            1e-6,
            "0.5 − 0.1 · 2 = 0.3.",
            "Take the weight, minus learning rate times gradient.",
            {
                0.7: "You went uphill: the step goes *against* the gradient, so subtract.",
                0.2: "That is the step itself; take it off the weight.",
                -1.5: "You took off the whole gradient; multiply it by the learning rate first.",
            },
        ),
        "09.2",
    )
    mo.vstack([mo.ui.anywidget(update_card)])
    return (update_card,)


@app.cell(hide_code=True)
def _():
    _wider = gn.Network([gn.Dense(8, "tanh"), gn.Dense(1, "sigmoid")])
    _layers = gn.Run(_wider, gn.Recipe("mean_squared_error"), gn.data.moons(10)).parameters()
    count_card = Card(
        NumberExercise(
            "How many parameters has a 2-8-1 network?",
            sum(value.size for layer in _layers.values() for value in layer.values()),
            0.0,
            "2 · 8 weights + 8 biases, then 8 · 1 weights + 1 bias: 16 + 8 + 8 + 1 = 33.",
            "Count for each layer: inputs times neurons, plus one bias for every neuron.",
            {
                24: "You counted the weights; every neuron has a bias too.",
                32: "Nearly: the output neuron has a bias as well.",
                17: "That is the 2-4-1 network; this one has eight hidden neurons.",
            },
        ),
        "09.3",
    )
    mo.vstack([mo.ui.anywidget(count_card)])
    return (count_card,)


@app.cell(hide_code=True)
def _():
    order_card = Card(
        ChoiceExercise(
            "Why must *forward* come before *backward* in every round?",
            "backward needs the activations of this round",
            {
                "backward needs the activations of this round": "The slopes of tanh and sigmoid, and the gradients of the weights, are computed from A₁ and A₂ as they are with the present parameters.",
                "it is only a habit": "Look at the code of `backward`: it takes a1 and a2, and these come out of `forward`.",
                "forward changes the parameters": "`forward` changes nothing; only the update does.",
                "the loss curve needs a point in each round": "The curve is for our eyes. The network would learn just as well if nobody wrote the loss down.",
            },
        ),
        "09.4",
    )
    mo.vstack([mo.ui.anywidget(order_card)])
    return (order_card,)


@app.cell(hide_code=True)
def _():
    batch_card = Card(
        NumberExercise(
            "We make one update per epoch. If we took the 200 points in batches of 10, how many updates would 5,000 epochs make?",
            200 / 10 * 5_000,
            0.5,
            "200 / 10 = 20 updates in each epoch, times 5,000.",
            "How many batches of 10 are there in 200 points? Each makes one update, in every epoch.",
            {
                5_000: "That is one update per epoch; with batches of 10 there are more.",
                50_000: "You multiplied the epochs by the batch size; multiply them by the number of batches.",
                20: "That is one epoch.",
            },
        ),
        "09.5",
    )
    mo.vstack([mo.ui.anywidget(batch_card)])
    return (batch_card,)


@app.cell(hide_code=True)
def _(first, x, y):
    def _see() -> str:
        zeros = {name: np.zeros_like(value) for name, value in first.items()}
        *_, (loss, _) = train(zeros, x, y, learning_rate=0.1, epochs=5_000)
        return f"Trained just now from zeros: the loss ends at {loss:.4f}."

    zeros_card = Card(
        Prediction(
            ChoiceExercise(
                "Predict: all 17 parameters start at zero instead of at random numbers. After 5,000 epochs with the same loop the loss will be…",
                "still 0.25",
                {
                    "below 0.001, as before": "From zero the network cannot start: every hidden neuron gives 0, and passes back 0.",
                    "about 0.1": "Not even that far: with every weight at zero, all weight gradients are zero too.",
                    "still 0.25": "Every hidden neuron gives 0, so W₂ gets no gradient; W₂ is 0, so W₁ gets none either. Only the output's bias could move, and with as many points of either class its pushes cancel. The random start is what makes the neurons different.",
                },
            ),
            _see,
        ),
        "09.6",
    )
    mo.vstack([mo.ui.anywidget(zeros_card)])
    return (zeros_card,)


@app.cell(hide_code=True)
def _():
    summary_button()
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Common pitfalls

    - **"The loss on the training points is small, so the network is good."** It may only have learnt those points by heart. Look at fresh ones.
    - **"0.1 is a good learning rate."** For which loss, a sum or an average, which data, which network? Find out by trying, ten times up and ten times down.
    - **Updating $W_2$ before computing $\mathrm{d}W_1$.** All gradients belong to the *same* parameters. Compute all of them first, then update all of them.
    - **"Gradient descent finds the best network."** It finds its way down from where it started. Another start ends in another network, often as good, sometimes not.
    - **Confusing epochs and updates.** An epoch is one pass over the data; how many updates that makes depends on the batch size.
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    /// details | Deep dive: why is the squared error slow when the network is sure and wrong?

    In $\mathrm{d}Z_2 = 2\,(A_2 - Y) \odot A_2 \odot (1 - A_2)$ the factor $A_2 (1 - A_2)$ is the slope of the sigmoid. It is at most 0.25, and close to 0
    when the output is close to 0 or 1. A network that says 0.001 where 1 would be right gets an error of nearly 1, but a gradient of only
    $2 \cdot 0.999 \cdot 0.001 \cdot 0.999 \approx 0.002$. It is very wrong and hardly learns from it.

    Cross-entropy, $-\ln a_2$ for class 1 and $-\ln(1 - a_2)$ for class 0, has the slope that cancels this factor exactly: $\mathrm{d}Z_2 = A_2 - Y$.
    That is why classification nearly always uses it; the widget below does, too. We used the squared error because its slope is the easiest to see.
    ///
    """)
    return


@app.cell(hide_code=True)
def _():
    draws = mo.ui.run_button(label="Train on ten other draws of the moons")
    mo.vstack(
        [
            mo.md(r"""
            /// details | Deep dive: does it always work?

            No. The noise is drawn afresh for every data set. In an unlucky draw, the one with seed 2 for example, two points of different classes
            land almost on the same spot. Then the network answers "about one half" to both, and that is the most sensible thing to say.
            The loss stays above 0.001, and more neurons hardly help: here the data are the limit, not the network.
            The button below trains this very loop on ten other draws (a few seconds).
            ///
            """),
            draws,
        ]
    )
    return (draws,)


@app.cell(hide_code=True)
def _(draws, first):
    mo.stop(not draws.value)
    _rows = []
    for _seed in range(1, 11):
        _moons = gn.data.moons(200, noise=0.1, seed=_seed, validation=0.0)
        *_, (_loss, _) = train(first, _moons.x, _moons.y[:, None].astype(float), learning_rate=0.1, epochs=5_000)
        _rows.append(f"| {_seed} | {plain(_loss)} | {'yes' if _loss < 0.001 else 'no'} |")
    mo.md("| seed of the draw | final loss | below 0.001 |\n|---:|---:|:---|\n" + "\n".join(_rows))
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## What to do next

    - **Change this lesson.** `glassnet edit 09` puts it into a folder of yours and opens it with all its code. Give the network two hidden layers,
      swap $\tanh$ for another activation, or write the cross-entropy of the first deep dive into `backward`.
    - **Go to the Lab** (`glassnet serve`, then *Lab* at the top) and find the smallest network that can untangle the spiral.
    - **Read real handwriting.** `glassnet train digits` trains a larger network on 8 × 8 pictures of digits, with the same four steps.
    """)
    return


@app.cell(hide_code=True)
def _(fresh_accuracy, losses, reached):
    if mo.app_meta().mode == "script":
        print(f"Loss {losses[0]:.3f} at first, below 0.001 after {reached} epochs, {plain(losses[-1])} after 5,000.")
        print(f"Right for {fresh_accuracy:.1%} of 1,000 fresh points.")
    return


if __name__ == "__main__":
    app.run()
