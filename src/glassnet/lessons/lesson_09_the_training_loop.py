# /// script
# requires-python = ">=3.11"
#
# [tool.marimo.display]
# theme = "system"
#
# [tool.glassnet]
# lab = "data=moons&samples=200&noise=0.1&hidden=4&activation=tanh"
# ///

import marimo

__generated_with = "0.25.2"
app = marimo.App(width="compact", app_title="Lesson 09: The training loop")

with app.setup:
    from textwrap import indent
    from time import perf_counter

    import marimo as mo
    import numpy as np

    import glassnet as gn
    from glassnet.lessons.exercises import Card
    from glassnet.lessons.lesson_exercises import lesson_09 as exercises
    from glassnet.lessons.lesson_helpers import lesson_09 as helpers
    from glassnet.lessons.local_mnist import find_local_mnist
    from glassnet.lessons.page import is_script, plain, scientific, show_code, show_symbols, summary_button
    from glassnet.lessons.shared_results import shared
    from glassnet.lessons.symbols import linked
    from glassnet.train.xla.jax_library import has_jax


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    # The training loop

    **How does a network that knows nothing become one that knows?**

    Here is one that knows nothing yet. Press *Play*.
    """)
    return


@app.cell
def _():
    paused, set_paused = mo.state(None)  # what the widget reports when it is paused
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
        When you last paused it had made **{_state["step"]:,} updates**; [loss](#term-loss) on its training points **{plain(_state["train"]["loss"])}**,
        right for **{_state["test"]["accuracy"]:.1%}** of its test points.
        """
        if _state
        else "*Pause it, and its numbers appear here.*"
    )
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    After this lesson you will be able to

    - write the loop *forward, loss, backward, update* yourself, in about thirty lines of NumPy;
    - train a network with `compile`, `fit`, `evaluate` and `predict`, and say what each of them does;
    - judge it by [accuracy](#term-accuracy), [confusion matrix](#term-confusion-matrix), [precision](#term-precision) and [recall](#term-recall), and tell [overfitting](#term-overfitting), [underfitting](#term-underfitting) and unstable training by their curves.

    ## One loop, four steps

    What you saw was one round, again and again:

    1. **Forward**: put the data in, compute the prediction.
    2. **Loss**: measure with one number how wrong it is.
    3. **Backward**: find out, for every [parameter](#term-parameter), how the loss changes with it: the *[gradient](#term-gradient)*.
    4. **Update**: move every parameter a small step against its gradient.

    That is all there is, for the seventeen parameters of this network and for billions elsewhere. Now build it yourself, on the same data:
    200 points with two coordinates each, on two half circles, pushed off them by random noise ([standard deviation](#term-standard-deviation) 0.1, a typical push). No straight line separates the classes.
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
    mo.vstack(
        [
            mo.Html(
                gn.figures.plane_map(
                    data.x,
                    data.y,
                    label="Two interleaved half moons: 100 orange circles above left, 100 blue squares below right.",
                )
            )
        ]
    )
    return


@app.cell(hide_code=True)
def _():
    mo.md(
        linked(r"""
    ## Forward: 2-4-1

    Two inputs, four hidden [neurons](#term-neuron) with $\tanh$, one output with the [sigmoid](#term-sigmoid) $\sigma$. For all points at once, one row per point, in the notation of lesson 08 (the number in brackets is the [layer](#term-layer)):

    $$
    \begin{array}{l}
    z^{(1)} = \symbol{input}{x}\,\symbol{weightone}{W^{(1)}} + b^{(1)} \qquad \symbol{hidden}{a^{(1)}} = \tanh(z^{(1)}) \\[8pt]
    z^{(2)} = \symbol{hidden}{a^{(1)}}\,\symbol{weighttwo}{W^{(2)}} + b^{(2)} \qquad \symbol{output}{a^{(2)}} = \sigma(z^{(2)})
    \end{array}
    $$

    $a^{(2)}$ is the prediction: near 0 means "class 0", near 1 means "class 1". [Weights](#term-weight) and [biases](#term-bias) are $8 + 4 + 4 + 1 = 17$ numbers.
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
    rule = gn.SGD(learning_rate=20)
    loss = "mean_squared_error"
    recipe = gn.Recipe(loss, rule, batch_size=200, dtype="float64")
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
    mo.vstack(
        [
            show_symbols(
                input=("x", "inputs"),
                weightone=("W⁽¹⁾", "first weights"),
                hidden=("a⁽¹⁾", "hidden activations"),
                weighttwo=("W⁽²⁾", "last weights"),
                output=("a⁽²⁾", "prediction"),
            ),
            mo.Html(helpers.forward_picture(x[0], _hidden[0], float(_output[0, 0]))),
        ]
    )
    return


@app.cell(hide_code=True)
def _(first, x, y):
    _right = int(((forward(first, x)[1] > 0.5) == y).sum())
    mo.md(f"""
    The first parameters are random, so the first prediction is an opinion formed by dice: **{_right} of the 200** points on the right side.

    ## Loss and backward

    The loss is the [mean squared error](#term-mean-squared-error) over the $n = 200$ points with their targets $t$; it is 0.25 when the network answers "one half" to everything:

    $$ L = \\frac1n \\sum_{{i=1}}^n \\bigl(a^{{(2)}}_i - t_i\\bigr)^2 $$

    Backward, lesson 08's four equations are all that is needed. With the slopes of square, sigmoid and [tanh](#term-tanh) they read

    | no. | here |
    |:---|:---|
    | 1 | $\\delta^{{(2)}} = \\tfrac2n\\,(a^{{(2)}} - t) \\odot a^{{(2)}} \\odot (1 - a^{{(2)}})$ |
    | 2 | ${{\\delta^{{(1)}} = (\\delta^{{(2)}}\\, W^{{(2)\\,T}}) \\odot (1 - a^{{(1)}} \\odot a^{{(1)}})}}$ |
    | 3 | $\\partial L / \\partial W^{{(2)}} = (a^{{(1)}})^T \\delta^{{(2)}}, \\quad \\partial L / \\partial W^{{(1)}} = x^T \\delta^{{(1)}}$ |
    | 4 | $\\partial L / \\partial b^{{(l)}} = \\sum_{{\\text{{points}}}} \\delta^{{(l)}}$ |
    """)
    return


@app.function
def mean_squared_error(prediction, target):
    return np.mean((prediction - target) ** 2)


@app.function
def backward(parameters, x, target, a1, a2):
    delta_2 = 2 * (a2 - target) / len(x) * a2 * (1 - a2)  # equation 1
    delta_1 = (delta_2 @ parameters["weight_2"].T) * (1 - a1 * a1)  # equation 2
    return {  # equations 3 and 4
        "weight_1": x.T @ delta_1,
        "bias_1": delta_1.sum(axis=0),
        "weight_2": a1.T @ delta_2,
        "bias_2": delta_2.sum(axis=0),
    }


@app.cell(hide_code=True)
def _():
    show_code(backward)
    return


@app.function
def nudged_slope(parameters, name, place, x, target, nudge=1e-6):
    def loss(change):
        value = parameters[name].copy()
        value[place] += change
        return mean_squared_error(forward({**parameters, name: value}, x)[1], target)

    return (loss(nudge) - loss(-nudge)) / (2 * nudge)


@app.cell(hide_code=True)
def _(first):
    nudged = mo.ui.dropdown(
        {
            f"{name}[{', '.join(map(str, place))}]": (name, place)
            for name, value in first.items()
            for place in np.ndindex(value.shape)
        },
        value="weight_1[0, 2]",
        label="Do not believe it: choose a parameter, and nudge it by a millionth up and down",
    )
    mo.vstack([nudged])
    return (nudged,)


@app.cell(hide_code=True)
def _(first, nudged, x, y):
    _name, _place = nudged.value
    _computed = backward(first, x, y, *forward(first, x))[_name][_place]
    _seen = nudged_slope(first, _name, _place, x, y)
    mo.md(f"""
    | how | slope of the loss |
    |:---|---:|
    | computed by `backward` | {_computed:.8f} |
    | seen by nudging | {_seen:.8f} |

    ## Update, and repeat

    $$ W^{{(l)}} \\leftarrow W^{{(l)}} - \\eta\\, \\partial L / \\partial W^{{(l)}} $$

    One pass over all the data is an **epoch**. Here each epoch makes one update, with all 200 points at once. We make 5,000 of them, with $\\eta = 20$.
    """)
    return


@app.function
def update(parameters, gradients, learning_rate):
    moved = {}
    for name, value in parameters.items():
        moved[name] = value - learning_rate * gradients[name]
    return moved


@app.function
def train(parameters, x, target, learning_rate, epochs):
    for _ in range(epochs):
        a1, a2 = forward(parameters, x)  # 1. forward
        loss = mean_squared_error(a2, target)  # 2. loss
        gradients = backward(parameters, x, target, a1, a2)  # 3. backward
        yield loss, parameters
        parameters = update(parameters, gradients, learning_rate)  # 4. update
    yield mean_squared_error(forward(parameters, x)[1], target), parameters


@app.cell(hide_code=True)
def _():
    mo.vstack(
        [
            show_code(update, train),
            mo.md("`yield` hands out each round's loss and parameters, so that we can look back at all of them:"),
        ]
    )
    return


@app.cell
def _(first, x, y):
    history = shared(train, first, x, y, learning_rate=20, epochs=5_000)
    return (history,)


@app.cell
def _(history):
    losses = np.array([loss for loss, _ in history])
    return (losses,)


@app.cell
def _(data, history, losses):
    replay = gn.widgets.Replay(
        losses,
        lambda epoch, points: forward(history[epoch][1], points)[1][:, 0],
        data.x,
        data.y,
        epochs=helpers.EPOCHS,
        goal=0.001,
    )
    mo.vstack([mo.ui.anywidget(replay)])
    return (replay,)


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
    The line between the colours, where the network cannot decide, is the **decision boundary**: first straight, then bent, at last a snake between the moons.

    - The loss first falls below 0.001 after **{reached} epochs** and ends at **{plain(losses[-1])}**.
    - At the beginning it jumps about: the first steps are long, and now and then one lands higher than it started. A loss need not fall at every step; it has to fall in the end.
    - On **1,000 fresh points** that it has never seen, the network is right for **{fresh_accuracy:.1%}**. Only this number tells you that it has learnt the *moons*, and not merely these 200 points.
    """)
    return


@app.cell(hide_code=True)
def _():
    average_card = Card(exercises.average(), "09.1")
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
        mo.md("*Choose first; then the network is trained that way too, and you will see.*"),
    )
    _small = np.array([loss for loss, _ in shared(train, first, x, y, learning_rate=0.1, epochs=5_000)])
    mo.vstack(
        [
            mo.Html(helpers.two_rates(losses, _small)),
            mo.md(f"""
            With 0.1 the loss ends at **{_small[-1]:.3f}**, with 20 at **{plain(losses[-1])}**. The other program *adds up* what the 200 points say, where ours takes the *mean*:
            its gradient is 200 times as large, and $0.1 \\times 200 = 20$ makes the very same steps. So "a [learning rate](#term-learning-rate) of 0.1" says little until you know what it multiplies.
            """),
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
def _():
    show_code(in_glassnet, folded=True)
    return


@app.cell(hide_code=True)
def _(agreement):
    _steps = " | ".join(str(step) for step in agreement)
    _rows = " | ".join(scientific(difference) for difference in agreement.values())
    mo.md(f"""
    Glassnet's engine knows nothing of our lines. From the same first weights it must come to the same numbers:

    | updates made | {_steps} |
    |:---|{"---:|" * len(agreement)}
    | largest difference in any parameter | {_rows} |

    {int(-np.log10(max(*agreement.values(), 1e-16)))} decimal places agree.
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## The same loop in four words

    Keras, and Glassnet after it, give the loop four names:

    | word | what it does |
    |:---|:---|
    | `compile` | chooses the update rule, the loss, and what else to measure |
    | `fit` | runs the loop over every batch of every epoch; only here do weights move |
    | `evaluate` | forward and loss, on data that were held out |
    | `predict` | forward only |

    Let us use them on 1,797 digits, written by hand, in 8 × 8 grey pixels (they come with scikit-learn): 64 inputs, 32 hidden neurons, 10 outputs.
    """)
    return


@app.cell
def _():
    digits = gn.data.digits()
    return (digits,)


@app.cell(hide_code=True)
def _(digits):
    mo.vstack(
        [
            mo.Html(
                gn.figures.picture_row(
                    digits.train.x[:10].reshape(-1, 8, 8), [f"a {label}" for label in digits.train.y[:10]], size=48
                )
            )
        ]
    )
    return


@app.function
def read_digits(data, engine="eager"):
    model = gn.Sequential([gn.Dense(32, "relu", "he_uniform"), gn.Dense(10)])
    model.compile(
        optimizer=gn.SGD(learning_rate=0.2, momentum=0.9),
        loss="sparse_softmax_cross_entropy",  # applies softmax itself
        engine=engine,
    )
    model.fit(data, batch_size=32, epochs=40, progress=False)
    return model


@app.cell(hide_code=True)
def _():
    show_code(read_digits)
    return


@app.function
def first_reading():
    begin = perf_counter()
    return read_digits(gn.data.digits()), perf_counter() - begin


@app.cell
def _():
    reader, reading_seconds = shared(first_reading)
    return reader, reading_seconds


@app.cell
def _(digits, reader):
    measured = reader.evaluate(digits)  # the test part, which fit has not touched
    return (measured,)


@app.cell
def _(digits, reader):
    said = reader.predict(digits.test.x)  # one row per picture, ten probabilities that add up to 1
    return (said,)


@app.cell(hide_code=True)
def _(digits, measured, reader, reading_seconds, said):
    mo.vstack(
        [
            mo.md(f"""
            Trained when this page was first opened, in {reading_seconds:.2f} seconds: 40 epochs, {reader.run.step:,} updates. `evaluate` says that **{measured["accuracy"]:.1%}**
            of the {len(digits.test.x)} test pictures are read right. To the first of them `predict` says “{said[0].argmax()}” with a probability of {said[0].max():.1%}; it is a {digits.test.y[0]}.
            """),
            mo.Html(helpers.reading_chart(reader.run)),
            mo.md(f"""
            The data were cut in three: {len(digits.train.x):,} pictures to learn from, {len(digits.validation.x)} for **validation**, by which you may choose learning rate and epochs, and {len(digits.test.x)} for the **test**,
            which answers one question, once, at the end: how good is it *really*? If you choose by the test part, it is no test any more.
            """),
        ]
    )
    return


@app.cell(hide_code=True)
def _():
    compile_card = Card(exercises.compile_again(), "09.2")
    mo.vstack([mo.ui.anywidget(compile_card)])
    return (compile_card,)


@app.cell(hide_code=True)
def _():
    engines_button = mo.ui.run_button(label="Train both ways and measure")
    mo.vstack(
        [
            mo.md(r"""
            **“Compile” has a second meaning**: to translate. With `engine="xla"` Glassnet hands the same formulas to JAX, if that is installed, which translates many steps into one program for your processor or graphics card.
            Translating takes seconds, so it is worthwhile only where training takes long:
            """),
            engines_button,
        ]
    )
    return (engines_button,)


@app.cell(hide_code=True)
def _(digits, engines_button):
    mo.stop(not engines_button.value)
    mo.stop(
        not has_jax(),
        mo.md('*JAX is not installed here, so there is nothing to compare. `pip install "glassnet[xla]"` brings it.*'),
    )
    mo.md(helpers.engines_table(read_digits, digits))
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## How good is it, and where is it wrong?

    **Accuracy** is the fraction that is right. It is one number for ten different jobs. The **confusion matrix** shows them all: one row for each digit, one column for each answer.
    What is right stands on the diagonal.
    """)
    return


@app.cell
def _(digits, said):
    confusion = gn.metrics.confusion_matrix(said, digits.test.y)
    return (confusion,)


@app.cell
def _(digits, said):
    scores = gn.metrics.class_scores(said, digits.test.y)
    return (scores,)


@app.cell(hide_code=True)
def _(confusion):
    mo.vstack([mo.Html(gn.figures.confusion_table(confusion, list("0123456789")))])
    return


@app.cell(hide_code=True)
def _(confusion, scores):
    _hits, _found, _true = (int(_n) for _n in (confusion[1, 1], confusion[:, 1].sum(), confusion[1].sum()))
    mo.md(f"""
    Column 1: {_found} pictures were called a one, and {_hits} of them are. That fraction, {_hits}/{_found} = {scores[1].precision:.1%}, is the **precision** of “one”.
    Row 1: there are {_true} ones, and {_hits} of them were found: {_hits}/{_true} = {scores[1].recall:.1%}, the **recall**.
    **F1** is high only if both are: it is their harmonic mean, 2 · precision · recall / (precision + recall). (A class that is never predicted has the precision 0 / 0: *undefined*, and a dash says so.)

{indent(gn.figures.scores_table(scores, list("0123456789")), "    ")}
    """)
    return


@app.function
def spot_eights():
    digits = gn.data.digits()
    data = gn.data.from_arrays(digits.x, (digits.y == 8).astype(int))
    recipe = gn.Recipe("binary_cross_entropy", gn.SGD(0.5), batch_size=32)
    run = gn.Run(gn.Network([gn.Dense(1, "sigmoid")]), recipe, data)
    for _ in range(30):
        run.advance_epoch()
    held_out = run.dataset.validation
    return run.predict(held_out.x)[:, 0], held_out.y


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Full recall can be had for nothing: call everything a one. Nearly full precision, too: say “one” only once, when you are sure. Between them stands a **threshold**.
    Here a single neuron asks of 360 pictures: is it an eight? Each dot is a picture, at the probability that it got. Press *Move the threshold*:
    """)
    return


@app.cell
def _():
    _probability, _truth = shared(spot_eights)
    threshold = gn.widgets.Threshold(_probability, _truth, ("not an 8", "an 8"))
    mo.vstack([mo.ui.anywidget(threshold)])
    return (threshold,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    A strict threshold misses eights and raises few false alarms: precision up, recall down. A lenient one does the opposite. Which mistake is worse, only the task can say.
    """)
    return


@app.function
def surest_mistakes(said, truth, count=8):
    wrong = np.flatnonzero(said.argmax(axis=1) != truth)
    return wrong[np.argsort(-said[wrong].max(axis=1))][:count]


@app.cell(hide_code=True)
def _(digits, said):
    _worst = surest_mistakes(said, digits.test.y)
    mo.vstack(
        [
            mo.md(f"""
            Numbers tell *how often*, pictures *why*. Of the reader's {int((said.argmax(axis=1) != digits.test.y).sum())} mistakes these are the ones of which the network was surest.
            Would you have read them all?
            """),
            mo.Html(
                gn.figures.picture_row(
                    digits.test.x[_worst].reshape(-1, 8, 8),
                    [f"is {digits.test.y[_i]}, said {said[_i].argmax()} ({said[_i].max():.0%})" for _i in _worst],
                    size=76,
                )
            ),
        ]
    )
    return


@app.cell(hide_code=True)
def _():
    precision_card = Card(exercises.precision(), "09.3")
    mo.vstack([mo.ui.anywidget(precision_card)])
    return (precision_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Look inside while it trains

    A loss curve is the pulse of a training. This monitor shows the rest: precision and recall, the size of every layer's gradient, how weights and activations are spread, how many neurons are dead, how fast it goes. Press *Play*, and then:

    1. Change the learning rate while it runs, and find the mark on the timeline.
    2. Drag the timeline back to an early step. The numbers are those of that step, bit for bit.
    3. Branch from there with a rate ten times as large, train both branches, and compare.
    """)
    return


@app.cell
def _():
    monitor = gn.widgets.TrainingMonitor("digits")
    mo.vstack([mo.ui.anywidget(monitor)])
    return (monitor,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Three patients

    Three networks, trained just now on moons. Half of the points were held out for validation (dashed line). Each has one of three common complaints:
    **overfitting** (it learns its points by heart), **underfitting** (it is too simple, or has been trained too little), **unstable training** (its steps are too long). The loss curves show which.
    """)
    return


@app.function
def patient(number):
    samples, noise, epochs = (80, 0.3, 150) if number == 3 else (400, 0.1, 40)
    layers, rule = {
        1: ([gn.Dense(1, "sigmoid")], gn.SGD(0.1)),
        2: ([gn.Dense(8, "tanh"), gn.Dense(8, "tanh"), gn.Dense(1, "sigmoid")], gn.SGD(0.5, momentum=0.9)),
        3: ([gn.Dense(32, "tanh"), gn.Dense(32, "tanh"), gn.Dense(1, "sigmoid")], gn.Adam(0.02)),
    }[number]
    recipe = gn.Recipe("binary_cross_entropy", rule, batch_size=10, epochs=epochs)
    run = gn.Run(gn.Network(layers), recipe, gn.data.moons(samples, noise=noise, seed=2, validation=0.5))
    while run.state.epoch < epochs:
        run.advance_epoch()
    return run


@app.cell
def _():
    patients = {number: shared(patient, number) for number in (1, 2, 3)}
    return (patients,)


@app.cell(hide_code=True)
def _(patients):
    under_card = Card(exercises.under(patients=patients), "09.4")
    mo.vstack([mo.Html(helpers.patient_chart(patients[1], 1)), mo.ui.anywidget(under_card)])
    return (under_card,)


@app.cell(hide_code=True)
def _(patients):
    unstable_card = Card(exercises.unstable(patients=patients), "09.5")
    mo.vstack([mo.Html(helpers.patient_chart(patients[2], 2)), mo.ui.anywidget(unstable_card)])
    return (unstable_card,)


@app.cell(hide_code=True)
def _(patients):
    over_card = Card(exercises.over(patients=patients), "09.6")
    mo.vstack([mo.Html(helpers.patient_chart(patients[3], 3)), mo.ui.anywidget(over_card)])
    return (over_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## The classic: MNIST

    70,000 digits in 28 × 28 pixels have been the yardstick since LeCun and others published them in 1998. The network is 784-128-64-10, with [ReLU](#term-relu) and SGD with [momentum](#term-momentum).
    One published walkthrough reports 97.24 % on a held-out fifth after at most 50 epochs, in 245 seconds on its own machine; it names neither seed nor log. What ours reaches is measured here, on your machine, in 20 epochs.
    """)
    return


@app.cell
def _():
    local_mnist = find_local_mnist()  # None where this machine has no copy: a lesson downloads nothing
    return (local_mnist,)


@app.cell(hide_code=True)
def _(local_mnist):
    mnist_button = mo.ui.run_button(label="Load MNIST", disabled=local_mnist is None)
    mo.vstack(
        [
            mo.md(
                f"MNIST is on this machine, {local_mnist.description}."
                if local_mnist
                else "*This machine has no MNIST, so this part waits. Name the folder with its four IDX files in `GLASSNET_DATA` and start Glassnet again, "
                "or run `glassnet train mnist` once, which downloads 15 MB and keeps them.*"
            ),
            mnist_button,
        ]
    )
    return (mnist_button,)


@app.function
def mnist_run(data):
    layers = [
        gn.Dense(128, "relu", "he_uniform"),
        gn.Dense(64, "relu", "he_uniform"),
        gn.Dense(10),
    ]
    rule = gn.SGD(learning_rate=0.05, momentum=0.9)
    loss = "sparse_softmax_cross_entropy"
    recipe = gn.Recipe(loss, rule, batch_size=64, epochs=20)
    network = gn.Network(layers)
    return gn.Run(network, recipe, data, memory=2**22)  # 4 MB for looking back


@app.cell(hide_code=True)
def _():
    show_code(mnist_run, folded=True)
    return


@app.cell(hide_code=True)
def _():
    mnist_rest, set_mnist_rest = mo.state(None)  # where training on MNIST last came to rest
    return mnist_rest, set_mnist_rest


@app.cell(hide_code=True)
def _(mnist_button, local_mnist, set_mnist_rest):
    mo.stop(not mnist_button.value)
    try:
        mnist_progress = gn.widgets.TrainingProgress(mnist_run(gn.data.mnist(local_mnist.directory)), epochs=20)
    except gn.DataError as _error:
        mo.stop(True, mo.md(f"*{_error}*"))
    mnist_progress.observe(lambda change: set_mnist_rest(change["new"]), names="resting")
    mo.vstack([mo.ui.anywidget(mnist_progress)])
    return (mnist_progress,)


@app.function
def judge_mnist(run):
    return {part: run.evaluate(part).accuracy for part in ("validation", "test")}


@app.cell(hide_code=True)
def _(mnist_progress, mnist_rest):
    mo.stop(not mnist_rest(), mo.md("*Stop it whenever you like, or let it finish: then it is judged here.*"))
    mnist_record = judge_mnist(mnist_progress.run)
    mo.md(f"""
    After {mnist_progress.run.step:,} updates in {mnist_progress.seconds:.1f} seconds: **{mnist_record["validation"]:.2%}** of the held-out fifth ({len(mnist_progress.run.dataset.validation.x):,} digits)
    and **{mnist_record["test"]:.2%}** of the {len(mnist_progress.run.dataset.test.x):,} test digits are read right.
    """)
    return (mnist_record,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Check yourself
    """)
    return


@app.cell(hide_code=True)
def _():
    update_card = Card(exercises.update(), "09.7")
    mo.vstack([mo.ui.anywidget(update_card)])
    return (update_card,)


@app.cell(hide_code=True)
def _(first, x, y):
    zeros_card = Card(exercises.zeros(train=train, x=x, y=y, first=first), "09.8")
    mo.vstack([mo.ui.anywidget(zeros_card)])
    return (zeros_card,)


@app.cell(hide_code=True)
def _():
    order_card = Card(exercises.order(), "09.9")
    mo.vstack([mo.ui.anywidget(order_card)])
    return (order_card,)


@app.function
def my_precision(matrix):
    # Yours to fix: this divides by all samples. Return the precision of every class.
    return np.diag(matrix) / matrix.sum()


@app.cell(hide_code=True)
def _(confusion):
    precision_code_card = Card(exercises.precision_code(confusion=confusion), "09.10", start=my_precision)
    if mo.app_meta().mode == "edit":
        precision_code_card.judge(my_precision)
    mo.vstack([mo.ui.anywidget(precision_code_card)])
    return (precision_code_card,)


@app.function
def my_loop(x, target, weight, bias, learning_rate, epochs):
    # Yours to write: forward, loss's slope, gradients, update; return weight and bias.
    for _ in range(epochs):
        weight, bias = weight, bias
    return weight, bias


@app.cell(hide_code=True)
def _():
    loop_card = Card(exercises.loop(), "09.11", start=my_loop)
    if mo.app_meta().mode == "edit":
        loop_card.judge(my_loop)
    mo.vstack([mo.ui.anywidget(loop_card)])
    return (loop_card,)


@app.cell(hide_code=True)
def _():
    summary_button()
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Common pitfalls

    - **"The loss on the training points is small, so the network is good."** It may only have learnt those points by heart. Look at fresh ones.
    - **"0.1 is a good learning rate."** For which loss, a sum or an average, which data, which network? Try ten times more and ten times less.
    - **Updating $W^{(2)}$ before computing $\delta^{(1)}$.** All gradients belong to the *same* parameters: compute them all, then update.
    - **"Gradient descent finds the best network."** It finds its way down from where it started. Another start ends in another network, often as good, sometimes not.
    - **Accuracy alone.** Where one class is rare, a network that never names it has a fine accuracy. Look at recall and precision of each class.
    - **Choosing by the test part.** Then it has taken part in the training, and its number is too good. Choose by validation.

    ## When to use what

    | you see, or want | use |
    |:---|:---|
    | both losses high, side by side and level | more neurons or layers, longer training |
    | training loss low, validation loss rising | more data, a smaller network, an earlier stop |
    | losses that leap | a smaller learning rate |
    | classes of about equal size | accuracy, and a look at the confusion matrix |
    | one rare class that matters | its recall and its precision |
    | one number for both of them | F1 |
    | training that takes minutes or more | the compiled engine, if JAX is there |
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    /// details | Deep dive: why is the squared error slow when the network is sure and wrong?

    In equation 1, $\delta^{(2)} = \tfrac2n\,(a^{(2)} - t) \odot a^{(2)} \odot (1 - a^{(2)})$, the factor $a^{(2)} (1 - a^{(2)})$ is the slope of the sigmoid. It is at most 0.25, and close to 0
    when the output is close to 0 or 1. A network that says 0.001 where 1 would be right gets an error of nearly 1, but, for this one point, a gradient of only
    $2 \cdot 0.999 \cdot 0.001 \cdot 0.999 \approx 0.002$: very wrong, and hardly learning from it.

    Cross-entropy, $-\ln a$ for class 1 and $-\ln(1 - a)$ for class 0, has the slope that cancels this factor exactly: $\delta^{(2)} = (a^{(2)} - t) / n$.
    That is why classification nearly always uses it; the live network at the top does, too. We used the squared error because its slope is the easiest to see.
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

            No. Every data set has its own noise. In an unlucky draw, the one with seed 2 for example, two points of different classes
            land almost on the same spot. Then the network answers "about one half" to both, the most sensible thing to say.
            The loss stays above 0.001: the data are the limit, not the network.
            The button trains this very loop on ten other draws (a few seconds).
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
        *_, (_loss, _) = train(first, _moons.x, _moons.y[:, None].astype(float), learning_rate=20, epochs=5_000)
        _rows.append(f"| {_seed} | {plain(_loss)} | {'yes' if _loss < 0.001 else 'no'} |")
    mo.md("| seed of the draw | final loss | below 0.001 |\n|---:|---:|:---|\n" + "\n".join(_rows))
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## What to do next

    - **Change this lesson.** `glassnet edit 09` puts it into a folder of yours and opens it with all its code. Give the network two [hidden layers](#term-hidden-layer),
      swap $\tanh$ for another activation, or write the [cross-entropy](#term-cross-entropy) of the first deep dive into `backward`.
    - **Go to the Lab** (`glassnet serve`, then *Lab* at the top) and find the smallest network that can untangle the spiral.
    - **Look back.** Where did the gradients come from? [Lesson 08](/lessons/08/). Why did steps of that length fly off? [Lesson 07](/lessons/07/).
    - **Train in a terminal.** `glassnet train digits` and `glassnet train mnist` do what this page did, and keep the run in a file; `glassnet show` and `glassnet diagnose` look into it.
    """)
    return


@app.cell(hide_code=True)
def _(digits, fresh_accuracy, losses, measured, reached):
    if is_script(__file__):
        print(f"Loss {losses[0]:.3f} at first, below 0.001 after {reached} epochs, {plain(losses[-1])} after 5,000.")
        print(f"Right for {fresh_accuracy:.1%} of 1,000 fresh points.")
        print(f"Digits: right for {measured['accuracy']:.1%} of {len(digits.test.x)} test pictures.")
    return


if __name__ == "__main__":
    app.run()
