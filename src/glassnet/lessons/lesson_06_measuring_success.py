# /// script
# requires-python = ">=3.11"
#
# [tool.marimo.display]
# theme = "system"
# ///

import marimo

__generated_with = "0.25.2"
app = marimo.App(width="compact", app_title="Lesson 06: Measuring success: loss")

with app.setup:
    import warnings

    import marimo as mo
    import numpy as np

    import glassnet as gn
    from glassnet.lessons.exercises import Card
    from glassnet.lessons.lesson_exercises import lesson_06 as exercises
    from glassnet.lessons.lesson_helpers import lesson_06 as helpers
    from glassnet.lessons.page import is_script, plain, show_code, show_symbols, summary_button
    from glassnet.lessons.shared_results import shared
    from glassnet.lessons.symbols import linked
    from glassnet.widgets.loss_explorer.fits import fit
    from glassnet.widgets.loss_explorer.surface import MODELS


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    # Measuring success: loss

    **How do you tell a network, in one number, how wrong it is?**

    Two equal [neurons](#term-neuron) are 99 % sure that a message is spam. It isn't. Each is told so in its own way. Press *Run*.
    """)
    return


@app.cell
def _():
    neurons = gn.widgets.SureAndWrong()
    mo.vstack([mo.ui.anywidget(neurons)])
    return (neurons,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    The one on the right learns at once; the one on the left hardly listens, *because* it is so sure.

    After this lesson you will be able to

    - compute the usual [losses](#term-loss) by hand, and say what each of them punishes;
    - choose the loss, the last activation and the labels that belong together;
    - read a loss as a landscape over the [parameters](#term-parameter), and write a loss of your own.

    ## A price list for mistakes

    To be 3 degrees off in a weather forecast is a shrug; in a fridge full of vaccine it is a disaster. Somebody has to decide what a mistake costs.

    A **loss** is that price list. For a prediction $p$ and the truth $t$ it names a price: 0 when the prediction is perfect, more when it is worse. Training lowers the bill: the network becomes good at what you charge for.
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## What a network feels: the slope

    A network can't see the whole list. It only feels how the price changes when its prediction moves a little. Below, the truth is 1 and the prediction 2.5. A step to the right: how much does the price rise? Press *Ten times smaller*.
    """)
    return


@app.cell
def _():
    triangle = gn.widgets.SlopeTriangle()
    mo.vstack([mo.ui.anywidget(triangle)])
    return (triangle,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    The steps get smaller, the curve under the magnifying glass gets straighter, and the ratio comes to rest: that is the **slope** of the loss at this prediction. Drag the dot to the other side of 1: the slope becomes negative, and says that a larger prediction would be cheaper. At the bottom it is 0.

    Written $\frac{dL}{dp}$: how much $L$ changes for each small change of $p$. If the loss depends on several numbers and only one of them is moved, the d becomes a round one: $\frac{\partial L}{\partial p}$, the same slope, all else held still. Another name for it is **derivative**.

    Choose the *[absolute error](#term-mean-absolute-error)* as the curve. Where is its slope 1, where −1? A loss that is flat almost everywhere, such as "1 for wrong, 0 for right", has slope 0 almost everywhere, and teaches nothing, however fair it is.
    """)
    return


@app.cell(hide_code=True)
def _():
    bottom_card = Card(exercises.bottom(), "06.1")
    mo.vstack([mo.ui.anywidget(bottom_card)])
    return (bottom_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## When the truth is a value

    The network says what a house costs, or how warm it will be tomorrow. The **error** is the difference $e = p - t$. Four prices for it are common:

    | loss | price of one example | in words |
    |:---|:---|:---|
    | squared error | $e^2$ | twice as far off costs four times as much |
    | absolute error | $\lvert e \rvert$ | twice as far off costs twice as much |
    | Huber, with a number $\delta$ | $\tfrac12 e^2$ up to $\delta$, then $\delta\,(\lvert e \rvert - \tfrac12 \delta)$ | squared for small errors, straight for large ones |
    | log cosh | $\ln \cosh e$ | much like Huber with $\delta = 1$, but without a join |

    (This $\delta$ is [Huber](#term-huber-loss)'s; in lesson 08 the letter means something else.) The price of one example is its loss; the average over a data set is the **cost**, and most people call both "the loss". The average, rather than the sum, so that the number means the same for 10 examples and for 10 million.
    """)
    return


@app.cell
def _():
    truth = np.array([3.0, -0.5, 2.0, 7.0])
    return (truth,)


@app.cell
def _():
    prediction = np.array([2.5, 0.0, 2.1, 7.8])
    return (prediction,)


@app.cell(hide_code=True)
def _(prediction, truth):
    mo.vstack(
        [
            show_symbols(
                prediction=("p", "prediction"),
                truth=("t", "truth"),
                error=("p − t", "error"),
                square=("(p − t)²", "squared error"),
            ),
            mo.Html(gn.figures.error_squares(prediction, truth)),
        ]
    )
    return


@app.cell(hide_code=True)
def _():
    mo.md(
        linked(r"""
    *Squared* can be taken literally. The **mean squared error** (MSE) is the average of the four areas:

    $$ \text{MSE} = \frac1n \sum_{i=1}^{n} \symbol{square}{\bigl(\symbol{error}{\symbol{prediction}{p_i} - \symbol{truth}{t_i}}\bigr)^2} $$

    The sign $\textstyle\sum$ (sigma) means: add up, here over the examples $i = 1$ to $n$. With the absolute error in its place, the average is called MAE. In code, each is one line:
    """)
    )
    return


@app.function
def mean_squared_error(prediction, truth):
    return np.mean((prediction - truth) ** 2)


@app.function
def mean_absolute_error(prediction, truth):
    return np.mean(np.abs(prediction - truth))


@app.cell(hide_code=True)
def _():
    show_code(
        mean_squared_error,
        mean_absolute_error,
        symbols={
            "prediction": "prediction",
            "truth": "truth",
            "error": "prediction - truth",
            "square": "(prediction - truth) ** 2",
        },
    )
    return


@app.cell
def _(prediction, truth):
    mse = mean_squared_error(prediction, truth)
    return (mse,)


@app.cell
def _(prediction, truth):
    # The same by Glassnet's engine: one row per example, one column per output
    engine_mse = float(gn.MeanSquaredError().value(prediction[:, None], truth[:, None]).mean())
    return (engine_mse,)


@app.cell(hide_code=True)
def _(engine_mse, mse, prediction, truth):
    _rows = "\n".join(
        f"    | {_t:g} | {_p:g} | {_p - _t:+.1f} | {(_p - _t) ** 2:.2f} | {abs(_p - _t):.1f} |"
        for _t, _p in zip(truth, prediction, strict=True)
    ).replace("-", "−")
    mo.md(f"""
    | truth | prediction | error *e* | *e*² | &#124;*e*&#124; |
    |---:|---:|---:|---:|---:|
{_rows}
    | | | **mean** | **{mse:.4f}** | **{mean_absolute_error(prediction, truth):.4f}** |

    The engine's `MeanSquaredError` says **{engine_mse:.4f}**, too. The root of the MSE, **RMSE**, is $\\sqrt{{{mse:.4f}}} = {np.sqrt(mse):.3f}$: it ranks models as the MSE does, but in the unit of the truth, pounds and not square pounds. That is why reports quote it.
    """)
    return


@app.cell(hide_code=True)
def _():
    mse_card = Card(exercises.mse(), "06.2")
    mo.vstack([mo.ui.anywidget(mse_card)])
    return (mse_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## See the prices

    The left picture shows the price, the right one its slope: how hard, and which way, this example pulls. Drag the dot:
    """)
    return


@app.cell
def _():
    explorer = gn.widgets.LossExplorer("curves")
    mo.vstack([mo.ui.anywidget(explorer)])
    return (explorer,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    1. Move the prediction away from the truth. The slope of the squared error grows and grows; that of the absolute error stays at 1.
       A far-off example *shouts* under the squared error, and merely *speaks* under the absolute one.
    2. Go very near to the truth. The squared error becomes gentle there. The absolute error pulls as hard as ever, until it suddenly pulls the other way.
    3. Change Huber's $\delta$. Which of its two neighbours is it like when $\delta$ is large, and when it is small?
    """)
    return


@app.cell(hide_code=True)
def _():
    joint_card = Card(exercises.joint(), "06.3")
    mo.vstack([mo.ui.anywidget(joint_card)])
    return (joint_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## One liar among ten: outliers

    Somebody types 0.4 instead of 5.1. Such a point, far from where the others say it should be, is an **outlier**. What does one of them do to a straight line through ten points? Predict it first.
    """)
    return


@app.cell
def _():
    # Nine honest points near a line with slope 0.53, and the tenth pulled down
    ten = np.array(
        [
            *[(0.5, 0.9), (1.3, 1.2), (2.2, 1.5), (3.1, 2.3), (4.0, 2.4)],
            *[(4.8, 3.1), (5.7, 3.3), (6.5, 4.1), (7.4, 4.3), (8.5, 0.4)],
        ]
    )
    return (ten,)


@app.cell
def _(ten):
    slopes = {name: fit(name, ten, 0.5).slope for name in ("mean_squared_error", "huber", "mean_absolute_error")}
    return (slopes,)


@app.cell(hide_code=True)
def _(slopes):
    outlier_card = Card(exercises.outlier(slopes=slopes), "06.4")
    mo.vstack([mo.ui.anywidget(outlier_card)])
    return (outlier_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Now make the last point an outlier, and drag others. Can you find one that moves even the line of the absolute error?
    """)
    return


@app.cell
def _():
    outliers = gn.widgets.LossExplorer("outliers")
    mo.vstack([mo.ui.anywidget(outliers)])
    return (outliers,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    One sentence to remember: for a single number that must stand for many, **the squared error chooses their mean, the absolute error chooses their median**.
    A billionaire who moves into your street changes the mean income, and hardly the median.

    So which loss is better? If the far-off points are typing mistakes, don't listen: absolute error or Huber.
    If they are the very cases that matter (the flood, the fridge), listen: squared error.

    ## When the truth is a class

    Is this message spam? The network answers with a *probability* $p$ for "yes". Later we learn the truth: $t = 1$ (yes) or $t = 0$ (no).

    Think of a forecaster who must bet. **Cross-entropy** looks only at the probability that was given to what really happened, and charges minus its **natural logarithm**. That is a question: *e* (2.718…) to which power is this number? For 1 the answer is 0, and for ever smaller numbers it goes down without end. With the minus it is a price:
    """)
    return


@app.cell(hide_code=True)
def _():
    chance = mo.ui.slider(
        steps=[0.001, 0.01, 0.1, 0.5, 0.9, 1.0],
        value=0.5,
        show_value=True,
        label="Probability given to what happened",
        full_width=True,
    )
    mo.vstack([chance])
    return (chance,)


@app.cell(hide_code=True)
def _(chance):
    mo.vstack(
        [
            mo.Html(helpers.price_of_surprise(chance.value)),
            mo.md(f"The price is −ln {chance.value:g} = **{-np.log(chance.value) + 0:.3f}**."),
        ]
    )
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    To be sure and right is free. To be unsure costs a little, always. To be sure and wrong costs more than any sum you can name: the price of "impossible" for something that then happens is infinite. (Programs stop just short of 0, so that the bill can be printed.)

    For two classes, **binary cross-entropy** (BCE) writes both cases in one line; one of the two terms is always 0:

    $$ L = -\bigl(t \ln p + (1 - t) \ln (1 - p)\bigr) $$

    For three or more, **categorical cross-entropy** (CCE) picks the probability of the true class: $L = -\sum_k t_k \ln p_k$, added up over all classes $k$, where $t_k$ is 1 for the true class and 0 for all others.

    Compare the slopes of BCE and of the squared error where the prediction is far wrong:
    """)
    return


@app.cell
def _():
    prices = gn.widgets.LossExplorer(family="probability")
    mo.vstack([mo.ui.anywidget(prices)])
    return (prices,)


@app.function
def binary_cross_entropy(p, t):
    return np.mean(-(t * np.log(p) + (1 - t) * np.log(1 - p)))


@app.function
def categorical_cross_entropy(p, one_hot):
    return np.mean(-np.sum(one_hot * np.log(p), axis=1))


@app.function
def sparse_categorical_cross_entropy(p, classes):
    return np.mean(-np.log(p[np.arange(len(p)), classes]))


@app.cell(hide_code=True)
def _():
    show_code(binary_cross_entropy, categorical_cross_entropy, sparse_categorical_cross_entropy, folded=True)
    return


@app.cell
def _():
    bce = binary_cross_entropy(np.array([0.1, 0.3, 0.7, 0.8]), np.array([0, 0, 1, 1]))
    return (bce,)


@app.cell
def _():
    three_classes = np.array([[0.1, 0.7, 0.2], [0.05, 0.1, 0.85], [0.9, 0.08, 0.02]])
    return (three_classes,)


@app.cell
def _(three_classes):
    # The true classes as numbers: 1, 2, 0
    sparse_loss = sparse_categorical_cross_entropy(three_classes, np.array([1, 2, 0]))
    return (sparse_loss,)


@app.cell
def _(three_classes):
    # The very same truth as rows with a single 1
    one_hot_loss = categorical_cross_entropy(three_classes, np.array([[0, 1, 0], [0, 0, 1], [1, 0, 0]]))
    return (one_hot_loss,)


@app.cell
def _():
    # Two rows whose true classes got 0.9 and 0.8
    two_rows = categorical_cross_entropy(
        np.array([[0.9, 0.05, 0.05], [0.1, 0.8, 0.1]]), np.array([[1, 0, 0], [0, 1, 0]])
    )
    return (two_rows,)


@app.cell
def _(three_classes):
    engine_losses = {
        "binary": float(
            gn.BinaryCrossEntropy()
            .value(np.array([[0.1], [0.3], [0.7], [0.8]]), np.array([[0.0], [0.0], [1.0], [1.0]]))
            .mean()
        ),
        "sparse": float(gn.SparseCategoricalCrossEntropy().value(three_classes, np.array([1, 2, 0])).mean()),
        "categorical": float(gn.CategoricalCrossEntropy().value(three_classes, np.eye(3)[[1, 2, 0]]).mean()),
    }
    return (engine_losses,)


@app.cell(hide_code=True)
def _(bce, engine_losses, one_hot_loss, sparse_loss, two_rows):
    mo.md(f"""
    | what | by these lines | by the engine |
    |:---|---:|---:|
    | BCE of truths 0, 0, 1, 1 and predictions 0.1, 0.3, 0.7, 0.8 | {bce:.5f} | {engine_losses["binary"]:.5f} |
    | classes 1, 2, 0 as *numbers* (sparse) | {sparse_loss:.5f} | {engine_losses["sparse"]:.5f} |
    | the same classes as *one-hot rows* (categorical) | {one_hot_loss:.5f} | {engine_losses["categorical"]:.5f} |
    | two one-hot rows, 0.9 and 0.8 on the truth | {two_rows:.5f} | |

    Look at the second and third line. **Sparse and categorical cross-entropy are one and the same loss.** Only the way in which the truth is written down differs:
    `1`, or `[0, 1, 0]`. Numbers save memory. Rows can say more than a class: a row such as `[0.7, 0.3, 0]`, which is then no longer [one-hot](#term-one-hot), says "70 % cat, 30 % dog".
    """)
    return


@app.cell(hide_code=True)
def _():
    bce_card = Card(exercises.bce(), "06.5")
    mo.vstack([mo.ui.anywidget(bce_card)])
    return (bce_card,)


@app.cell(hide_code=True)
def _():
    order_card = Card(exercises.order(), "06.6")
    mo.vstack([mo.ui.anywidget(order_card)])
    return (order_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    /// details | Two more that you will meet: hinge and Kullback-Leibler

    **Hinge** takes a *score* $z$, any number, and is content once the score is on the right side by a margin of 1: $\max(0, 1 - s z)$ with $s = 1$ for yes and $-1$ for no.
    Beyond the margin it costs nothing, so examples that are safely right no longer have a say. (Choose *a score* in the explorer to see it.)

    **Kullback-Leibler divergence** compares a predicted *distribution* with a true one. When the truth is one certain class it is the cross-entropy itself.
    ///

    ## What belongs together

    The loss, the last activation and the labels are one decision, not three:

    | the truth is… | last layer | loss | labels |
    |:---|:---|:---|:---|
    | a value | `Dense(1)`, linear | squared, absolute, Huber | the value |
    | yes or no | `Dense(1, "sigmoid")` | binary cross-entropy | 0 or 1 |
    | one of $k$ classes | `Dense(k, "softmax")` | sparse categorical cross-entropy | class number |
    | one of $k$ classes | `Dense(k, "softmax")` | categorical cross-entropy | one-hot row |

    What if they don't belong together? Four networks are trained on the two moons, with the same [hidden layer](#term-hidden-layer) and the same first [weights](#term-weight). All four begin sure that *every* point is a yes; half of the points are not. Nothing crashes. That is the trouble:
    """)
    return


@app.function
def train_pair(activation, loss):
    data = gn.data.moons(200, noise=0.1, seed=0, validation=0.0)
    sure = gn.Constant(6.0)  # the sigmoid of 6 is 0.998
    network = gn.Network([gn.Dense(8, "tanh"), gn.Dense(1, activation, bias_initializer=sure)])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        run = gn.Run(network, gn.Recipe(loss, gn.SGD(1.0), batch_size=200), data)
        run.advance(300)
    right = float(((run.predict(data.x)[:, 0] > 0.5) == data.y).mean())
    return right, [str(warning.message) for warning in caught]


@app.cell
def _():
    pairs = {
        (activation, loss): shared(train_pair, activation, loss)
        for activation, loss in [
            ("sigmoid", "binary_cross_entropy"),
            ("sigmoid", "mean_squared_error"),
            ("relu", "binary_cross_entropy"),
            ("softmax", "binary_cross_entropy"),
        ]
    }
    return (pairs,)


@app.cell(hide_code=True)
def _(pairs):
    _warned = next(_said[0] for _, _said in pairs.values() if _said)
    mo.vstack(
        [
            mo.Html(helpers.right_after_training(pairs)),
            mo.md(f"""
    Only the pair that belongs together gets away from its start. **Sigmoid with squared error** is the neuron on the left, from the top of this page: so sure that it hardly feels its mistake.
    From a start that is less sure it learns, too. **Softmax over a single output** always says 1: it divides a number by itself.
    **ReLU** can answer 0, or more than 1, which is no probability; here it does so for every point, and a loss that is made for probabilities has no slope there.

    Glassnet warns about such a pair. This is what it says of the third: *“{_warned}”*
    """),
            show_code(train_pair, folded=True),
        ]
    )
    return


@app.cell
def _(three_classes):
    # Class numbers where one-hot rows belong: NumPy finds a way to multiply them, and says nothing
    mislabelled = categorical_cross_entropy(three_classes, np.array([1, 2, 0]))
    return (mislabelled,)


@app.cell
def _():
    # One-hot rows where class numbers belong: the engine looks before it trains
    _rows = gn.data.from_arrays(np.linspace(-1, 1, 30)[:, None], np.eye(3)[np.arange(30) % 3])
    try:
        gn.Run(gn.Network([gn.Dense(3, "softmax")]), gn.Recipe("sparse_categorical_cross_entropy"), _rows)
        refused = ""
    except gn.GlassnetError as _error:
        refused = str(_error)
    return (refused,)


@app.cell(hide_code=True)
def _(mislabelled, one_hot_loss, refused):
    mo.md(f"""
    And the labels? Take the lines of code from above, and the classes 1, 2, 0. As one-hot rows they cost {one_hot_loss:.5f}. Now give the *categorical* line the bare numbers 1, 2, 0:

    **{mislabelled:.5f}**, and no error, only because there happen to be as many examples as classes. It took the numbers for weights: the first class counts once, the second twice, the third not at all. Nothing of that was meant.

    The other way round, one-hot rows for the *sparse* loss, Glassnet refuses to train: *“{refused}”* Plain class numbers it turns into one-hot rows by itself, where a loss wants those.
    """)
    return


@app.cell(hide_code=True)
def _():
    labels_card = Card(exercises.labels(), "06.7")
    mo.vstack([mo.ui.anywidget(labels_card)])
    return (labels_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## The loss as a landscape

    So far we moved the *prediction*. But a network can't move its prediction directly: it can only move its parameters. The smallest interesting model has two: $p = g(w x + b)$. Two parameters are two directions on a map, and the loss is the height of the ground.

    The ball is the present pair. Press *Roll*, and it walks against the slope. From wherever you drop it, it comes to the same place: this landscape is a **bowl**.
    """)
    return


@app.cell
def _():
    bowl = gn.widgets.LossExplorer("surface")
    mo.vstack([mo.ui.anywidget(bowl)])
    return (bowl,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Now a yes or no, with the squared error. The ball begins sure and wrong, and rolls onto a **plateau**. Then choose *Yes or no, cross-entropy*, the same model on the same ten points, and let it roll again.
    """)
    return


@app.cell
def _():
    plateau = gn.widgets.LossExplorer("surface", model="class_squared")
    mo.vstack([mo.ui.anywidget(plateau)])
    return (plateau,)


@app.function
def walk(model, steps, learning_rate=1.0):
    w, b = model.start
    losses = []
    for _ in range(steps + 1):
        loss, d_w, d_b = model.loss_and_gradient(w, b)
        losses.append(loss)
        w, b = w - learning_rate * d_w, b - learning_rate * d_b
    right = float(((model.predict(w, b, model.x) > 0.5) == model.y).mean())
    return losses, right


@app.cell
def _():
    walks = {name: shared(walk, MODELS[name], 2_000) for name in ("class_cross_entropy", "class_squared")}
    return (walks,)


@app.cell(hide_code=True)
def _(walks):
    _rows = "\n".join(
        f"    | {_word} | {_losses[0]:.3f} | {_losses[100]:.3f} | {_losses[2_000]:.3f} | {_right:.0%} |"
        for _word, (_losses, _right) in zip(("cross-entropy", "squared error"), walks.values(), strict=True)
    )
    mo.md(f"""
    | loss | at first | after 100 steps | after 2,000 steps | points correct at the end |
    |:---|---:|---:|---:|---:|
{_rows}

    Those are 2,000 steps of each, with a [learning rate](#term-learning-rate) of 1. Cross-entropy charges so much for being sure and wrong, and slopes so steeply, that 100 steps mend it. The squared error of a probability
    can never cost more than 1, and the sigmoid is flat where it is sure: so the ground is flat, and the ball sits there for thousands of steps.
    **Its slope is the reason why classes are learnt with cross-entropy.** That is what you saw at the top of the page.
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## A loss of your own

    A smoke alarm that wakes you for burnt toast is annoying; one that sleeps through a fire is worse. Which mistakes are bad, and how bad, is *your* knowledge. Put it into the price list.

    Type a formula in $p$ (prediction) and $t$ (truth). It is read by a small grammar, differentiated by rules, and checked by nudging $p$, as you did with the triangle. Then a model is trained with it, beside one trained with the usual loss.
    """)
    return


@app.cell
def _():
    custom = gn.widgets.CustomLoss()
    mo.vstack([mo.ui.anywidget(custom)])
    return (custom,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    1. The first example charges nine times as much for a prediction that is too low. Press *Train*: where does the line go, and how many of the points lie below it?
    2. Under *Predict* choose *a yes or no*, and train with false positives three times as bad. Compare the two kinds of mistakes.
    3. Write your own. What happens with `abs(p - t)^0.5`?

    You may use `+`, `-`, `*`, `/`, `^`, `abs`, `sqrt`, `exp`, `log`, `max`, `min`, `sign`, `tanh`, and `where(t > p, this, that)`.
    """)
    return


@app.cell(hide_code=True)
def _(custom):
    goal_card = Card(
        exercises.goal(),
        "06.8",
        settings=lambda: custom.settings,
    )
    mo.vstack([mo.ui.anywidget(goal_card)])
    return (goal_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Check yourself
    """)
    return


@app.cell(hide_code=True)
def _():
    meaning_card = Card(exercises.meaning(), "06.9")
    mo.vstack([mo.ui.anywidget(meaning_card)])
    return (meaning_card,)


@app.function
def my_huber(prediction, truth, delta):
    # Yours to fix: this is the squared error. Return one price per example, not their mean.
    error = prediction - truth
    return error**2


@app.cell(hide_code=True)
def _():
    code_card = Card(exercises.code(), "06.10", start=my_huber)
    if mo.app_meta().mode == "edit":
        code_card.judge(my_huber)
    mo.vstack([mo.ui.anywidget(code_card)])
    return (code_card,)


@app.cell(hide_code=True)
def _():
    cost_card = Card(exercises.cost(), "06.11")
    mo.vstack([mo.ui.anywidget(cost_card)])
    return (cost_card,)


@app.cell(hide_code=True)
def _():
    summary_button()
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Common pitfalls

    - **Comparing losses of different kinds.** An MSE of 0.2 and a cross-entropy of 0.6 are prices in different currencies. Compare a loss with itself, and models with a *metric* such as **accuracy**, the share of right answers.
    - **"The loss fell, so more answers are right."** Not necessarily: a network can become surer of what it already gets right. Watch both.
    - **A sigmoid before a loss that applies one itself.** Losses "from scores" (`SigmoidCrossEntropy`, "from logits" elsewhere) want the raw score. Two sigmoids in a row squeeze everything to between 0.5 and 0.73.
    - **An MSE over prices in pounds.** Errors of 10,000 become prices of 100,000,000, and slopes of 20,000. Scale the truth, train, and scale the prediction back.
    - **Reading a penalty as part of the loss.** What is added to keep weights small is no measure of success; look at it apart.
    - **Choosing the loss last.** It is what you ask for. Choose it first.

    ## When to use what

    | you want | use |
    |:---|:---|
    | values, with noise that is small and even | squared error |
    | values, and some of the data are wrong | absolute error, or Huber with δ about as large as honest noise |
    | values, and too low is worse than too high, or the other way round | a loss of your own, such as the one with 0.9 and 0.1 above |
    | a yes or no | binary cross-entropy |
    | one of several classes | categorical cross-entropy; sparse, if the labels are numbers |
    | several tags that may all be true at once | one sigmoid and binary cross-entropy for each |
    | only which side, never how sure | hinge |
    | a number to report to people | RMSE or MAE in the unit of the truth; accuracy for classes |
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    /// details | Deep dive: the slopes, derived

    *Squared error.* $L = (p - t)^2$, so $\partial L / \partial p = 2 (p - t)$: proportional to the error.

    *Absolute error.* $L = \lvert p - t \rvert$, so $\partial L / \partial p = \operatorname{sign}(p - t)$. At $p = t$ there is a corner and no single slope; programs take 0 there, which is one of the allowed ones (a *subgradient*).

    *Mean and median.* One number $m$ for many truths $t_i$ is best where the slopes add up to 0. Squared: $\sum_i 2 (m - t_i) = 0$, so $m$ is their mean. Absolute: as many signs $+1$ as $-1$, so as many truths lie below $m$ as above: the median.

    *Binary cross-entropy.* $L = -t \ln p - (1 - t) \ln (1 - p)$, so

    $$ \frac{\partial L}{\partial p} = -\frac{t}{p} + \frac{1 - t}{1 - p} = \frac{p - t}{p\,(1 - p)}. $$

    *Through the sigmoid.* $p = \sigma(z)$ has the slope $p\,(1 - p)$. The product is simply

    $$ \frac{\partial L}{\partial z} = \frac{p - t}{p\,(1 - p)} \cdot p\,(1 - p) = p - t. $$

    The factor that makes a sure sigmoid flat has cancelled.

    *Softmax and categorical cross-entropy.* $p_k = e^{z_k} / \sum_j e^{z_j}$ and $L = -\sum_k t_k \ln p_k = -\sum_k t_k z_k + \ln \sum_j e^{z_j}$, because the $t_k$ add up to 1. So

    $$ \frac{\partial L}{\partial z_k} = -t_k + \frac{e^{z_k}}{\sum_j e^{z_j}} = p_k - t_k. $$

    The same answer once more: *what you said minus what was true*. This is why libraries have the two as one function: it is simpler, and exact where $p$ rounds to 0.
    ///
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    /// details | Deep dive: where these losses come from

    Suppose that each truth is the model's value plus noise from a normal distribution, $t = f(x) + \varepsilon$ with variance $\sigma^2$. The likelihood of the data is a product of bell curves, and

    $$ -\ln \prod_i \frac{1}{\sqrt{2 \pi}\,\sigma}\, e^{-(t_i - f(x_i))^2 / 2 \sigma^2} = \frac{1}{2 \sigma^2} \sum_i (t_i - f(x_i))^2 + \text{constant}. $$

    So to make the squared error small is to make the data as likely as possible, *if* the noise is normal with the same spread everywhere. With the pointed Laplace distribution in place of the bell, the absolute error comes out: it expects outliers, and so it forgives them.

    For classes the model names probabilities itself. The likelihood is the product of the probabilities that it gave to what happened; minus its logarithm, averaged, is the cross-entropy. No further assumption is needed.

    Cross-entropy and the Kullback-Leibler divergence differ by the entropy of the truth, $H(t, p) = H(t) + D(t \,\|\, p)$. The first part doesn't depend on the model: both have the same slopes.
    ///

    /// details | Deep dive: which of these landscapes are bowls?

    A function is **convex** if the straight line between any two points of its graph never runs below the graph. Then each valley floor is *the* valley floor: no ball can be caught in a worse one.

    As functions of the *prediction*, squared, absolute, Huber loss and cross-entropy are all convex. So they are as functions of the parameters of a *linear* model, because a convex function of $w x + b$ is convex in $(w, b)$.
    Cross-entropy after a sigmoid is, too: its second derivative over the score is $p\,(1 - p) \ge 0$.

    The squared error after a sigmoid isn't. For $t = 1$ its second derivative over the score is $2 p (1 - p)^2 (3 p - 1)$, which is negative for $p < \tfrac13$: that is the plateau, curved the wrong way, that you saw.

    With a hidden layer none of them is convex in the parameters. Swap two hidden neurons, and the network is the same: each minimum has a twin. Halfway between the two, both neurons are alike, which is a smaller network and in general a worse one: there is a hill. The next lesson is about walking in such country.
    ///
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## What to do next

    - **Change this lesson.** `glassnet edit 06` opens it with all its code, and there `my_huber` waits for you.
    - **Use a loss in Glassnet.** Everything on this page has a name: `gn.fit(network, data, loss="huber")`, or `gn.FormulaLoss("…")` for one of your own.
    - **Read on.** You can now measure how wrong a network is. [Lesson 07](/lessons/07/) makes it less wrong, step by step.
    """)
    return


@app.cell(hide_code=True)
def _(bce, mse, sparse_loss, two_rows):
    if is_script(__file__):
        print(f"MSE {mse:.4f}, BCE {bce:.5f}, CCE {sparse_loss:.5f}, two rows {two_rows:.5f}.")
        print(f"Huber at an error of 3: {plain(float(exercises.huber(3.0, 0.0, 1.0)))}.")
    return


if __name__ == "__main__":
    app.run()
