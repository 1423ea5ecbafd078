# /// script
# requires-python = ">=3.11"
#
# [tool.marimo.display]
# theme = "system"
#
# [tool.glassnet]
# lab = "data=moons&hidden=4&learning_rate=0.1&batch_size=10"
# ///

import marimo

__generated_with = "0.25.2"
app = marimo.App(width="compact", app_title="Lesson 07: Gradient descent")

with app.setup:
    import marimo as mo
    import numpy as np

    import glassnet as gn
    from glassnet.lessons.exercises import Card
    from glassnet.lessons.lesson_exercises import lesson_07 as exercises
    from glassnet.lessons.lesson_helpers import lesson_07 as helpers
    from glassnet.lessons.page import is_script, plain, show_code, show_symbols, summary_button
    from glassnet.lessons.shared_results import shared
    from glassnet.lessons.symbols import linked
    from glassnet.train import Plan, start
    from glassnet.train.lbfgs import lbfgs_steps
    from glassnet.train.newton import newton_steps
    from glassnet.widgets.descent_playground.landscapes import LANDSCAPES
    from glassnet.widgets.descent_playground.walk import walk


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    # Gradient descent

    **How do you find the way down when you cannot see the valley?**

    Fog everywhere: you see only the ground at your feet. Press *Walk down*.
    """)
    return


@app.cell
def _():
    foggy = gn.widgets.Hillside()
    mo.vstack([mo.ui.anywidget(foggy)])
    return (foggy,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    After this lesson you will be able to

    - follow [gradient descent](#term-gradient-descent) by hand, step by step, and write it in three lines;
    - tell from a path or a curve whether the [learning rate](#term-learning-rate) is too small, right or too large, and say what [momentum](#term-momentum) does about it;
    - say what a [batch](#term-batch), an iteration and an [epoch](#term-epoch) are, what each costs, and what [gradient](#term-gradient) descent does *not* promise.

    ## Blindfolded in the mountains

    Your feet feel which way the ground slopes. So you take a step down, feel again, and take the next one. That is **gradient descent**, all of it.

    The mountain is the [loss](#term-loss). Where you stand is the present set of [parameters](#term-parameter). What your feet feel is the slope in the direction of each parameter,
    the **gradient**. And the length of your steps is the business of this lesson.

    Where the picture ends: a mountain has two directions, a network has thousands or billions.

    ## What a slope is

    How steep is the ground at one point? Nudge yourself to the right, and see how the height changes. Press *Ten times smaller* a few times; then drag the dot along the curve.
    """)
    return


@app.cell
def _():
    nudging = gn.widgets.SlopeTriangle("valley")
    mo.vstack([mo.ui.anywidget(nudging)])
    return (nudging,)


@app.cell(hide_code=True)
def _():
    mo.md(
        linked(r"""
    The change of height for each unit of $x$ is the **slope**. The smaller the nudge, the less the bend of the curve matters, and the number settles down.
    The number on which it settles has a name, the **derivative**, and a sign, $f'(x)$: "f prime of x".
    For our curve $f(x) = x^4 - 3x^3 + 2$ it is $f'(x) = 4x^3 - 9x^2$; school teaches how to find that, and the triangle confirms it.

    A loss $L$ depends on many [weights](#term-weight). Nudge one, $w$, and leave all others alone: the slope is then written $\partial L / \partial w$, with a round d for "only this one moves".

    ## The update rule

    Where the slope is positive, the ground rises to the right, so go left; where it is negative, go right: *against* the slope. And where it is steeper, go further.
    One line says both, with a number $\eta$ (eta) called the **learning rate**:

    $$ \symbol{place}{x} \leftarrow \symbol{place}{x} - \symbol{step}{\symbol{rate}{\eta}\,\symbol{slope}{f'(x)}} $$

    For a network it is the same line for each weight: $w \leftarrow w - \eta\, \partial L / \partial w$.
    """)
    )
    return


@app.function
def f(x):
    return x**4 - 3 * x**3 + 2


@app.function
def slope(x):
    return 4 * x**3 - 9 * x**2


@app.function
def descend(x, learning_rate, steps):
    places = [x]
    for _ in range(steps):
        x = x - learning_rate * slope(x)
        places.append(x)
        if abs(x) > 1e6:  # out of sight: it will not come back
            break
    return np.array(places)


@app.cell(hide_code=True)
def _():
    show_code(
        f,
        slope,
        descend,
        symbols={
            "place": "x",
            "rate": "learning_rate",
            "slope": "slope(x)",
            "step": "learning_rate * slope(x)",
        },
    )
    return


@app.cell(hide_code=True)
def _():
    step_card = Card(exercises.step(), "07.1")
    mo.vstack([mo.ui.anywidget(step_card)])
    return (step_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Now let it run. The orange dots are the steps, the blue one is the last. Take the rate down to 0.001, then up to 0.1: what goes wrong each time?
    """)
    return


@app.cell(hide_code=True)
def _():
    begin = mo.ui.slider(start=-1.0, stop=3.2, step=0.1, value=3.0, show_value=True, label="Start", full_width=True)
    mo.vstack([begin])
    return (begin,)


@app.cell(hide_code=True)
def _():
    rate = mo.ui.slider(
        steps=[0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.12, 0.15],
        value=0.02,
        show_value=True,
        label="Learning rate",
        full_width=True,
    )
    mo.vstack([rate])
    return (rate,)


@app.cell(hide_code=True)
def _(begin, rate):
    _places = descend(begin.value, rate.value, 60)
    mo.vstack(
        [
            show_symbols(
                place=("x", "place"), rate=("η", "learning rate"), slope=("f′(x)", "slope"), step=("η f′(x)", "step")
            ),
            mo.Html(helpers.steps_on_the_curve(f, slope, _places, begin=begin.value, rate=rate.value)),
            mo.md(helpers.where_it_ended(f, slope, _places)),
        ]
    )
    return


@app.cell(hide_code=True)
def _():
    flat_card = Card(exercises.flat(f=f), "07.2")
    mo.vstack([mo.ui.anywidget(flat_card)])
    return (flat_card,)


@app.cell
def _():
    rates = [0.001, 0.01, 0.04, 0.09, 0.11]
    return (rates,)


@app.cell
def _(rates):
    # From x = 3, sixty steps; the lowest place is x = 9/4
    outcomes = {value: descend(3.0, value, 60) for value in rates}
    return (outcomes,)


@app.cell(hide_code=True)
def _(outcomes):
    _words = {
        0.001: "too small: still on its way",
        0.01: "small: arrives, slowly",
        0.04: "about right",
        0.09: "large: to and fro",
        0.11: "too large: for ever to and fro",
    }
    _rows = "\n".join(
        f"    | {_rate:g} | {_places[1]:.3f} | {_places[10]:.3f} | {_places[59]:.3f} | {_places[60]:.3f} | {_words[_rate]} |"
        for _rate, _places in outcomes.items()
    )
    mo.md(f"""
    ## Too small, right, too large

    The lowest place of the curve is where $4x^3 = 9x^2$, at $x = \\tfrac94 = 2.25$. This is where sixty steps from $x = 3$ lead to:

    | learning rate | after 1 step | after 10 | after 59 | after 60 | in words |
    |---:|---:|---:|---:|---:|:---|
{_rows}
    """)
    return


@app.cell(hide_code=True)
def _(outcomes):
    mo.vstack([mo.Html(helpers.places_by_step(outcomes))])
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    With 0.09 the first step overshoots to 0.57, and the walker comes to rest after some jumps. With 0.11 it is thrown to 0.03, where the ground is nearly level and it gets on slowly; in the end it hops between two places for ever.

    Where the edge between the two is depends on how the curve *bends*. Walk along it and watch the slope itself: how fast it changes is the slope of the slope, written $f''(x)$, "f double prime".
    A gentle bowl has a small $f''$, a narrow ravine a large one:
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.vstack([mo.Html(helpers.bends())])
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Near the lowest place $x^*$ the curve is as good as a parabola with $c = f''(x^*)$, and one step multiplies the distance from $x^*$ by $1 - \eta c$.
    That shrinks as long as $\eta < 2 / c$. Here $c = 12 \cdot 2.25^2 - 18 \cdot 2.25 = 20.25$, so the edge is at $2 / 20.25 \approx 0.099$.
    **How large a learning rate may be is decided by how sharply the loss bends, not by how long you are willing to wait.**
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Two directions: the playground

    With two parameters the slope is an arrow, the gradient $(\partial f / \partial x, \partial f / \partial y)$. It points the steepest way *up*; we go the other way.
    Below is a long, narrow bowl, from above with lines of equal height as on a hiking map, and as a surface. Press *Play*.
    """)
    return


@app.cell
def _():
    playground = gn.widgets.DescentPlayground()
    mo.vstack([mo.ui.anywidget(playground)])
    return (playground,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Plain descent, the solid line, is across the valley in a few steps and then creeps along it: 196 steps to the bottom. Both lines have the rate $\eta = 0.02$. The steep direction allows up to 0.1; for the flat one even that is little.
    (The axes have equal scales: a plain step starts at a right angle to the line of equal height that it leaves. One with momentum doesn't: part of it is the step before.)
    For an easy country choose *Bowl*, $x^2 + y^2$: from (1.8, 1.8), with $\eta = 0.1$, twenty plain steps lead to within 0.03 of the bottom.
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Momentum

    Now think of a heavy ball in place of the walker: the dashed line above. It has **momentum**: pushes in the same direction add up, so along the valley it gathers speed; pushes to and fro cancel in the end, so its swings die down. Each step keeps a fraction $\beta$ of the one before:

    $$ v \leftarrow \beta v + \frac{\partial L}{\partial w} \qquad\qquad w \leftarrow w - \eta\, v $$

    So $v$ is the latest gradient, plus $\beta$ times the one before, plus $\beta^2$ times the one before that: up to a factor, an **exponentially weighted average** of all so far.
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.vstack([mo.Html(helpers.weights_of_the_past())])
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    The last $1 / (1 - \beta)$ or so have the say: five for $\beta = 0.8$, ten for 0.9. On a steady slope the steps grow to that many times the plain ones. With $\beta = 0.8$ and the same small rate the ball is at the bottom after 39 steps, not 196. (For larger rates, see the next question.)
    It is like seasoning a soup by its taste *and* by how it changed with the last few pinches.

    A heavy ball has to be braked, too: with too much momentum it shoots through the valley and up the other side. **Nesterov's** version feels the slope where the ball is about to be, and so begins to brake earlier: 25 steps.
    But it stands less: in this bowl plain descent flies off above $\eta = 0.1$, momentum of 0.8 only above 0.18, Nesterov's already above 0.069.
    """)
    return


@app.cell
def _():
    _bowl = LANDSCAPES["long_bowl"]
    # For a rate and a momentum: the step after which the walker stays near the bottom
    arrivals = {
        (rate, beta): walk(_bowl, gn.SGD(rate, momentum=beta), _bowl.start, 500).arrived
        for rate in (0.02, 0.08)
        for beta in (0.0, 0.5, 0.8, 0.9)
    }
    return (arrivals,)


@app.cell(hide_code=True)
def _(arrivals):
    momentum_card = Card(exercises.momentum(arrivals=arrivals), "07.3")
    mo.vstack([mo.ui.anywidget(momentum_card)])
    return (momentum_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## All the points, some of them, or one

    The gradient of the cost is an average over all examples. Must you really look at all of them before each step? Press *Reshuffle*, and change the learning rate:
    """)
    return


@app.cell
def _():
    batches = gn.widgets.DescentPlayground(view="batches")
    mo.vstack([mo.ui.anywidget(batches)])
    return (batches,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    | habit | looks at | a step is | like |
    |:---|:---|:---|:---|
    | **batch** descent | all examples | exact, and expensive | marking all exams before you change how you teach |
    | **stochastic** descent | one example | cheap, and a guess | correcting your aim after every single throw at the basket |
    | **mini-batch** descent | some, 32 say | a fair guess at a fair price | a warehouse that sends a van when it is full, not for each parcel |

    One update is an **iteration** (or simply a step). One pass through all examples is an **epoch**. So an epoch has $\text{examples} / \text{batch size}$ iterations, rounded up.

    The error of an average of $n$ examples shrinks only like $1 / \sqrt n$: a hundred times the work, ten times as exact.
    So small batches win at first; later their noise keeps them from settling, unless the rate falls.
    A million examples seen a hundred times, one by one, are $10^6 \cdot 10^2 = 10^8$ updates; as full batches they are only 100, but each must go through a million examples before anything moves at all.
    """)
    return


@app.function
def iterations_per_epoch(examples, batch_size):
    return -(-examples // batch_size)  # rounded up


@app.cell
def _():
    counts = {size: iterations_per_epoch(size, 100) for size in (1_000, 10_000)}
    return (counts,)


@app.cell(hide_code=True)
def _(counts):
    mo.md(
        "In batches of 100, "
        + " and ".join(
            f"**{_examples:,} examples make {_steps} iterations** an epoch" for _examples, _steps in counts.items()
        )
        + "."
    )
    return


@app.cell(hide_code=True)
def _():
    iterations_card = Card(exercises.iterations(iterations_per_epoch=iterations_per_epoch), "07.4")
    mo.vstack([mo.ui.anywidget(iterations_card)])
    return (iterations_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## *A* minimum, not *the* minimum

    Gradient descent finds a place where the ground is level. It has no idea whether there is a deeper one elsewhere. *Himmelblau's* landscape has four valleys. Here a hundred walkers start all over it, ten by ten;
    each square is a start, and its number the valley in which that walker ended:
    """)
    return


@app.cell
def _():
    # The number of the minimum in which a walker from each start ends, 0 if in none; rows by y from below
    _himmelblau, _starts = LANDSCAPES["himmelblau"], np.linspace(-4.5, 4.5, 10)
    valleys = np.array(
        [
            [
                helpers.valley_of(_himmelblau, shared(walk, _himmelblau, gn.SGD(0.01), (float(x), float(y)), 150))
                for x in _starts
            ]
            for y in _starts
        ]
    )
    return (valleys,)


@app.cell(hide_code=True)
def _(valleys):
    mo.vstack([mo.Html(helpers.endings_picture(valleys))])
    return


@app.cell
def _():
    # How often has a random symmetric matrix only positive eigenvalues? 2,000 draws of each size
    bowls = {}
    for _size in (1, 2, 3, 4, 6, 8):
        _draws = np.random.default_rng(0).normal(size=(2_000, _size, _size))
        _lowest = np.linalg.eigvalsh(_draws + _draws.transpose(0, 2, 1))[:, 0]
        bowls[_size] = float((_lowest > 0).mean())
    return (bowls,)


@app.cell(hide_code=True)
def _(bowls, valleys):
    _minima = LANDSCAPES["himmelblau"].minima
    _counts = ", ".join(
        f"{(valleys == _place + 1).sum()} at ({_x:.2f}, {_y:.2f})".replace("-", "−")
        for _place, (_x, _y) in enumerate(_minima)
    )
    _sizes = " | ".join(str(_size) for _size in bowls)
    _shares = " | ".join(f"{_share:.2%}" for _share in bowls.values())
    mo.md(f"""
    They end {_counts}. All four are equally deep, so nobody minds. In general some are deeper than others, and the start decides. "Gradient descent reaches the global minimum" is true for bowls, and for little else.

    Is that bad for networks? Less than one would think. A level place is a minimum only if the ground curves up in *all* directions.
    If each curvature were drawn at random (a random symmetric matrix), how often would that be so?

    | directions | {_sizes} |
    |:---|{"---:|" * len(bowls)}
    | all curve up | {_shares} |

    (0.00% means: in none of 2,000 draws.) A network has thousands of directions. Its loss is not random, but the lesson carries over:
    among the level places far above the bottom, nearly all are **saddles**, with some way down left
    ([Dauphin and others, 2014](https://arxiv.org/abs/1406.2572), found just that in networks). What slows training down are saddles, plateaus and narrow valleys, much more than bad minima.
    """)
    return


@app.cell
def _():
    saddle = gn.widgets.DescentPlayground("saddle", rules=("sgd",))
    mo.vstack([mo.ui.anywidget(saddle)])
    return (saddle,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Here is a saddle. Plain descent walks straight to its middle, is held up there for thirty steps, because the slope is almost 0, and then slides off to one side. Open *More* and turn up *Noise*: why can it be a good thing? Then choose

    1. *Plateau*: nothing moves, though there is a deep hole;
    2. *A tiny network*: the true loss of two weights. Why two valleys? With the signs of both weights turned it computes the same, because $\tanh$ is odd: $(-v)\tanh(-wx) = v \tanh(wx)$.
       (With any activation, two [neurons](#term-neuron) of one [layer](#term-layer) can be swapped, with all their weights: a twin, too.)
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Check yourself
    """)
    return


@app.cell(hide_code=True)
def _():
    diagnose_card = Card(exercises.diagnose(), "07.5")
    mo.vstack([mo.ui.anywidget(diagnose_card)])
    return (diagnose_card,)


@app.cell(hide_code=True)
def _():
    epoch_card = Card(exercises.epoch(), "07.6")
    mo.vstack([mo.ui.anywidget(epoch_card)])
    return (epoch_card,)


@app.cell
def _():
    valley = gn.widgets.DescentPlayground("rosenbrock", rules=("momentum",), steps=200)
    mo.vstack([mo.ui.anywidget(valley)])
    return (valley,)


@app.cell(hide_code=True)
def _(valley):
    goal_card = Card(
        exercises.goal(),
        "07.7",
        settings=lambda: {"noise": 0, **valley.settings},
    )
    mo.vstack([mo.ui.anywidget(goal_card)])
    return (goal_card,)


@app.function
def my_step(weight, velocity, gradient, rate, beta):
    # Yours to fix: this is plain gradient descent. Return the new weight and the new velocity.
    weight = weight - rate * gradient
    return weight, velocity


@app.cell(hide_code=True)
def _():
    code_card = Card(exercises.code(), "07.8", start=my_step)
    if mo.app_meta().mode == "edit":
        code_card.judge(my_step)
    mo.vstack([mo.ui.anywidget(code_card)])
    return (code_card,)


@app.cell(hide_code=True)
def _():
    summary_button()
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Common pitfalls

    - **Choosing the learning rate by habit.** Try powers of ten. The best one is often just below the one that flies off.
    - **Features on different scales.** Centimetres beside kilometres make a long bowl out of a round one. Scale the features, and plain descent has an easy life.
    - **Forgetting to shuffle.** Sorted examples make batches that all pull one way.
    - **Comparing runs epoch by epoch when the batch sizes differ.** An epoch in batches of 10 makes ten times as many updates as one in batches of 100.
    - **Taking "the loss no longer falls" for "we have arrived".** It may be a plateau, a saddle, or a learning rate too large to settle. Look at the gradient; try a smaller rate.
    - **Turning up momentum and keeping the rate.** With β = 0.9 the steps become up to ten times as long.

    ## When to use what

    | where you are | use |
    |:---|:---|
    | a network and much data | mini-batches of 16 to 256, momentum 0.9, the largest rate that does not fly off; make it smaller towards the end |
    | little data, exact gradients, few parameters | all the data at once, with L-BFGS |
    | data that keep coming | one example, or a few, at a time |
    | a long, narrow valley | scaled features first; then momentum |
    | a ball that overshoots again and again | less momentum, or Nesterov's |
    | a loss that leaps | a tenth of the rate |
    | a loss that hardly moves | ten times the rate; then look at the gradient: is it a plateau? |
    """)
    return


@app.cell
def _():
    _bowl = LANDSCAPES["long_bowl"]  # its sharpest curvature is L = 20
    bound_walk = walk(_bowl, gn.SGD(1 / 20), _bowl.start, 100)
    return (bound_walk,)


@app.cell
def _(bound_walk):
    # ‖x₀ − x*‖² / (2 η k) for k = 1 … 100, with η = 1/20 and x* = 0
    _distance = float((bound_walk.places[0] ** 2).sum())
    bound = np.array([_distance / (2 * (1 / 20) * k) for k in range(1, 101)])
    return (bound,)


@app.cell(hide_code=True)
def _(bound, bound_walk):
    _picture = gn.figures.loss_chart(
        [gn.figures.Curve("height", bound_walk.values[1:]), gn.figures.Curve("bound", bound, dashed=True)],
        label="The height of gradient descent on the long bowl stays below the bound at every step.",
        across="step (the first is 1)",
        up="height above the lowest place",
    )
    mo.md(
        r"""
    /// details | Deep dive: a promise that can be proved

    Let $f$ be convex, and let its slope change by at most $L$ times the distance walked ("$L$-smooth"; for a parabola $L$ is its sharpest curvature). Take $\eta \le 1 / L$.

    *Each step makes progress.* Smoothness puts a parabola above $f$: $f(y) \le f(x) + \nabla f(x) \cdot (y - x) + \tfrac L2 \lVert y - x \rVert^2$.
    Put in $y = x - \eta \nabla f(x)$: the height falls by at least $\tfrac \eta 2 \lVert \nabla f(x) \rVert^2$.

    *Each step comes closer.* Convexity says $f(x) - f(x^*) \le \nabla f(x) \cdot (x - x^*)$. Together with the line above, and writing $x^+$ for the next place,

    $$ f(x^+) - f(x^*) \le \nabla f(x) \cdot (x - x^*) - \tfrac \eta 2 \lVert \nabla f(x) \rVert^2 = \tfrac{1}{2 \eta} \left( \lVert x - x^* \rVert^2 - \lVert x^+ - x^* \rVert^2 \right). $$

    *Add up $k$ steps.* The right-hand sides cancel like the links of a telescope, and the heights never rise, so

    $$ f(x_k) - f(x^*) \le \frac{\lVert x_0 - x^* \rVert^2}{2\,\eta\,k}. $$

    Below: the long bowl ($L = 20$, $\eta = 1/20$), its height as a solid line and this bound dashed. The bound holds, and it is cautious: it knows only $L$. For $\eta$ above $2 / L$ no such promise is possible; the walker in the steep direction flies off.

    PICTURE
    ///
    """.replace("PICTURE", _picture.replace("\n", " "))
    )
    return


@app.cell(hide_code=True)
def _():
    compare = mo.ui.run_button(label="Train with all three, thirty steps each")
    mo.vstack(
        [
            mo.md(r"""
            /// details | Deep dive: Newton's method and L-BFGS

            Gradient descent knows the slope, but not how the slope changes. **Newton's method** does: it fits a parabola to the loss and jumps to its lowest place, $w \leftarrow w - H^{-1} \nabla L$, where $H$ holds all second derivatives.
            A long bowl is as easy for it as a round one: one step.

            The price: $H$ has as many entries as there are *pairs* of parameters, a million for a thousand parameters. And where the loss curves downwards, the "lowest place" of the parabola is its highest: Newton's method is drawn *to* saddles unless it is damped.

            **L-BFGS** guesses what $H^{-1}$ does to a vector from the last ten steps and changes of slope. It is the method of choice for small problems with exact gradients. With mini-batches its guesses drown in noise; that is why large networks are trained without it.

            The button trains a 2-4-1 network on the two moons with each of the three, using all points in every step.
            ///
            """),
            compare,
        ]
    )
    return (compare,)


@app.function
def losses_of(method, steps):
    data = gn.data.moons(200, noise=0.1, seed=0, validation=0.0)
    network = gn.Network([gn.Dense(4, "tanh"), gn.Dense(1, "sigmoid")])
    recipe = gn.Recipe("binary_cross_entropy", gn.SGD(1.0), batch_size=200, dtype="float64")
    if method == "gradient descent":
        run = gn.Run(network, recipe, data)
        return [run.advance().loss for _ in range(steps)]
    plan = Plan(network, recipe, data)
    made = newton_steps(plan, start(plan)) if method == "Newton" else lbfgs_steps(plan, start(plan))
    return [step.loss for step, _ in zip(made, range(steps), strict=False)]


@app.cell(hide_code=True)
def _(compare):
    mo.stop(not compare.value)
    _rows = []
    for _method in ("gradient descent", "Newton", "L-BFGS"):
        _losses = losses_of(_method, 30)
        _rows.append(
            f"| {_method} | {plain(_losses[0])} | {plain(_losses[min(9, len(_losses) - 1)])} | {plain(_losses[-1])} |"
        )
    mo.md("| method | initial loss | at step 10 | at step 30 |\n|:---|---:|---:|---:|\n" + "\n".join(_rows))
    return


@app.cell(hide_code=True)
def _():
    survey = mo.ui.run_button(label="Train and draw the landscape")
    mo.vstack(
        [
            mo.md(r"""
            /// details | Deep dive: the landscape of a real network

            A 2-4-1 network has 17 parameters, so its landscape has 17 directions. To see something of it, one cuts a flat slice through the place where training ended.
            The two directions of the slice may be *random*; then they say what the country is like in general. Or one takes the two directions in which training went furthest
            (the first two **principal components** of all places on the way); then the way itself can be drawn.

            Both are shadows of something that we cannot see. In the random slice the way is much shorter (look at the numbers on the axes), because two random directions have little to do with it. So don't read too much into smooth pictures of landscapes.
            ///
            """),
            survey,
        ]
    )
    return (survey,)


@app.cell(hide_code=True)
def _(survey):
    mo.stop(not survey.value)
    _slices, _share = helpers.survey_landscape()
    mo.vstack(
        [
            mo.Html(helpers.maps_of(_slices)),
            mo.md(
                f"The bluer, the higher. The two principal directions account for **{_share:.1%}** of the path, measured from where it ended."
            ),
        ]
    )
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## What to do next

    - **Change this lesson.** `glassnet edit 07` opens it with all its code; `my_step` waits for you there. Try a curve of your own for $f$.
    - **Go back** to [lesson 06](/lessons/06/) if you wonder where the mountain comes from: it is the loss.
    - **Read on.** Here the slopes were given. [Lesson 08](/lessons/08/) shows how a network finds its own.
    """)
    return


@app.cell(hide_code=True)
def _(arrivals, counts, outcomes):
    if is_script(__file__):
        print(f"From 3 with rate 0.04: {outcomes[0.04][-1]:.4f}. Iterations per epoch: {counts}. Momentum: {arrivals}.")
    return


if __name__ == "__main__":
    app.run()
