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

    After this lesson you will be able to

    - follow gradient descent by hand, step by step, and write it in three lines;
    - tell from a path or a curve whether the learning rate is too small, right or too large, and say what momentum does about it;
    - say what a batch, an iteration and an epoch are, what each costs, and what gradient descent does *not* promise.

    ## Blindfolded in the mountains

    You stand on a mountainside, blindfolded, and want to get down to the valley. You cannot see it. But your feet feel which way the ground slopes.
    So you take a step in the direction in which it falls most steeply, feel again, and take the next one.

    That is **gradient descent**, all of it. The mountain is the loss. Where you stand is the present set of parameters. What your feet feel is the **gradient**:
    the slope in the direction of each parameter. And the length of your steps is the business of this lesson.

    Where the picture ends: a mountain has two directions, a network has thousands or billions. In so many directions there is often a way around what would stop a walker
    in two. Pictures of valleys are good for understanding the *steps*; be careful when they tell you about the *country*.
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(
        linked(r"""
    ## One direction only

    Let the mountain be a curve, $f(x) = x^4 - 3x^3 + 2$. Its slope at $x$ is the derivative

    $$ f'(x) = 4x^3 - 9x^2. $$

    Where the slope is positive, the ground rises to the right, so go left; where it is negative, go right. In both cases: go *against* the slope. And where it is steeper, go further.
    Both are said by one line, the **update rule**, with a number $\eta$ (eta) called the **learning rate**:

    $$ \symbol{place}{x} \leftarrow \symbol{place}{x} - \symbol{step}{\symbol{rate}{\eta}\,\symbol{slope}{f'(x)}} $$

    For a network with weights $w$ and loss $L$ it is the same line for each weight, $w \leftarrow w - \eta\, \partial L / \partial w$.
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
    Now let it run. Move the start and the learning rate. The orange dots are the steps, the blue one is the last. Try:

    1. start 3, rate 0.02: straight down into the valley;
    2. the same with 0.001, and with 0.1;
    3. start −0.5, rate 0.02. What happens near 0, and why?
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
        0.09: "large: jumps to and fro, closer each time",
        0.11: "too large: jumps for ever",
    }
    _rows = "\n".join(
        f"    | {_rate:g} | {_places[1]:.3f} | {_places[10]:.3f} | {_places[60]:.3f} | {_words[_rate]} |"
        for _rate, _places in outcomes.items()
    )
    mo.md(f"""
    ## Too small, right, too large

    The lowest place of the curve is where $4x^3 = 9x^2$, at $x = \\tfrac94 = 2.25$. This is where sixty steps from $x = 3$ lead to:

    | learning rate | after 1 step | after 10 | after 60 | in words |
    |---:|---:|---:|---:|:---|
{_rows}

    There is a sharp edge. Near its lowest place a curve looks like a parabola $\\tfrac12 c\\,(x - x^*)^2$, and one step multiplies the distance from $x^*$ by $1 - \\eta c$.
    That shrinks as long as $\\eta < 2 / c$. Here $c = f''(2.25) = 12 \\cdot 2.25^2 - 18 \\cdot 2.25 = 20.25$, so the edge is at $2 / 20.25 \\approx 0.099$.
    **How large a learning rate may be is decided by how sharply the loss curves, not by how long you are willing to wait.**
    """)
    return


@app.cell(hide_code=True)
def _():
    flat_card = Card(exercises.flat(f=f), "07.2")
    mo.vstack([mo.ui.anywidget(flat_card)])
    return (flat_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Two directions: the playground

    With two parameters the slope is an arrow. It has one number for each direction, $(\partial f / \partial x, \partial f / \partial y)$, and it points the steepest way *up*; we go the other way.
    Seen from above, with lines of equal height as on a hiking map, a step always starts at a right angle to the line that it leaves.

    Below, several walkers start at the same place. What you see first is their finished path; press *Play* to watch it, or drag the step slider. Try this:

    1. *Long bowl*. Which walker zigzags, and in which direction is the valley? Make the learning rate larger, step by step, until it flies off. What is the largest that works?
    2. *Saddle*. Why does plain descent take so long, although it starts on a slope? Turn up *Noise*: what happens, and why can noise be a good thing?
    3. *Himmelblau*. Drag the start around. How many places can one end in?
    4. *Plateau*. Nothing moves, though there is a deep hole. Which walkers do find it, and what do they do differently?
    5. *A tiny network*. This is no invented mountain: it is the true loss of a network with two weights. Why does it have two valleys that are mirror images?
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
    (The answer to the fifth: turn the sign of both weights, and the network computes the very same thing, because $\tanh$ is odd: $(-v)\tanh(-wx) = v \tanh(wx)$.
    Every network with hidden units has such twins.)

    ## Momentum

    In the long bowl, plain descent wastes its steps on going to and fro *across* the valley, and creeps *along* it. Now think of a heavy ball instead of a walker. It has **momentum**: pushes to and fro cancel, pushes
    in the same direction add up. Each step keeps a fraction $\beta$ of the one before:

    $$ v \leftarrow \beta v + \frac{\partial L}{\partial w} \qquad\qquad w \leftarrow w - \eta\, v $$

    What is $v$? The latest gradient, plus $\beta$ times the one before it, plus $\beta^2$ times the one before that, and so on. It is, up to a factor, an **exponentially weighted average** of all gradients so far, in which the last
    $1 / (1 - \beta)$ or so have the say: ten of them for $\beta = 0.9$. On a steady slope the steps grow to $1 / (1 - \beta)$ times the plain ones.

    You may think of it as cooking, too: you season the soup by its taste *and* by how it has been changing with the last few pinches.

    A heavy ball has to be braked. With too much momentum it shoots through the valley and up the other side. **Nesterov's** version looks ahead: it takes the slope into account where the ball is about to be, and so it
    begins to brake earlier.
    """)
    return


@app.cell
def _():
    betas = [0.0, 0.5, 0.8, 0.9, 0.99]
    return (betas,)


@app.cell
def _(betas):
    # On the long bowl, with a learning rate of 0.02: the step after which the walker stays near the bottom
    arrivals = {
        beta: walk(LANDSCAPES["long_bowl"], gn.SGD(0.02, momentum=beta), LANDSCAPES["long_bowl"].start, 500).arrived
        for beta in betas
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

    The gradient of the cost is an average over all examples. Must you really look at all of them before each step? There are three habits:

    | habit | looks at | a step is |
    |:---|:---|:---|
    | **batch** descent | all examples | exact, and expensive |
    | **stochastic** descent | one example | cheap, and a guess |
    | **mini-batch** descent | some, 32 say | a fair guess at a fair price |

    One update is an **iteration** (or simply a step). One pass through all examples is an **epoch**. So

    $$ \text{iterations in an epoch} = \frac{\text{examples}}{\text{batch size}}, $$

    rounded up.

    Asking one voter tells you something; asking a thousand tells you more, but not a thousand times more. The error of an average of $n$ examples shrinks only with $\sqrt n$. A hundred times as much work, ten times as exact.
    That is why small batches win at the beginning, when any rough direction will do. At the end their noise keeps them from settling, unless the learning rate is made smaller.

    Go to the tab **Batches** in the playground: the same 64 points, the same learning rate, the same number of epochs. Compare what each path costs, and how far it gets.
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

    Gradient descent finds a place where the ground is level. It has no idea whether there is a deeper one elsewhere. Here a hundred walkers start all over Himmelblau's landscape, ten by ten:
    """)
    return


@app.cell
def _():
    _himmelblau = LANDSCAPES["himmelblau"]
    endings = [0, 0, 0, 0]
    for _x in np.linspace(-4.5, 4.5, 10):
        for _y in np.linspace(-4.5, 4.5, 10):
            _end = shared(walk, _himmelblau, gn.SGD(0.01), (float(_x), float(_y)), 150).places[-1]
            _distances = [float(np.hypot(*(_end - minimum))) for minimum in _himmelblau.minima]
            if min(_distances) < 0.1:
                endings[int(np.argmin(_distances))] += 1
    return (endings,)


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
def _(bowls, endings):
    _minima = LANDSCAPES["himmelblau"].minima
    _rows = "\n".join(
        f"    | ({_x:.2f}, {_y:.2f}) | {_count} |".replace("-", "−")
        for (_x, _y), _count in zip(_minima, endings, strict=True)
    )
    _shares = "\n".join(f"    | {_size} | {_share:.2%} |" for _size, _share in bowls.items())
    mo.md(f"""
    | minimum | walkers that end there |
    |:---|---:|
{_rows}

    All four are equally deep here, so nobody minds. In general some are deeper than others, and the start decides. "Gradient descent reaches the global minimum" is true for bowls, and for little else.

    Is that bad for networks? Less than one would think, and here the picture of the mountains misleads. At a level place the ground curves up or down in *each* direction. It is a minimum only if it curves up in *all* of them.
    Suppose that the curvature were drawn at random (a random symmetric matrix): how often would all directions curve up?

    | directions | all curve up |
    |---:|---:|
{_shares}

    (0.00% means: in none of 2,000 draws.) With eight directions it is already hopeless, and a network has thousands. The loss of a network is not random, but the lesson carries over:
    among the level places far above the bottom, nearly all are **saddles**, with some way down left
    ([Dauphin and others, 2014](https://arxiv.org/abs/1406.2572), found just that in networks). What slows training down are saddles, plateaus and narrow valleys, much more than bad minima.
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


@app.cell(hide_code=True)
def _(playground):
    goal_card = Card(
        exercises.goal(),
        "07.7",
        settings=lambda: {"noise": 0, **playground.settings},
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
