# /// script
# requires-python = ">=3.11"
#
# [tool.marimo.display]
# theme = "system"
#
# [tool.glassnet]
# lab = "data=moons&hidden=8&batch_size=20"
# ///

import marimo

__generated_with = "0.25.2"
app = marimo.App(width="compact", app_title="Lesson 10: Optimisers")

with app.setup:
    import marimo as mo
    import numpy as np

    import glassnet as gn
    from glassnet.lessons.exercises import Card
    from glassnet.lessons.lesson_exercises import lesson_10 as exercises
    from glassnet.lessons.lesson_helpers import lesson_10 as helpers
    from glassnet.lessons.page import is_script, show_code, summary_button
    from glassnet.lessons.shared_results import shared


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    # Optimisers

    **Gradient descent has many successors. Which of them gets down first?**

    Five rules, one start, the same [batches](#term-batch). Press *Race*.
    """)
    return


@app.cell
def _():
    opening = gn.widgets.OptimizerRace()
    mo.vstack([mo.ui.anywidget(opening)])
    return (opening,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    After this lesson you will be able to

    - write down the common update rules, say which numbers each of them keeps, and do a step by hand;
    - explain what a [running average](#term-running-average) is, and why [Adam](#term-adam) corrects the first ones;
    - compare two rules fairly: the same search of the [learning rate](#term-learning-rate) for both, and several seeds.

    ## Two countries, one race

    An **optimiser**, or update rule, turns a [gradient](#term-gradient) into a step. On the left the rules walk down a surface with two [parameters](#term-parameter), where we can see everything. On the right they train a real network with 33.
    Nobody can see 33 directions, so the map shows the plane in which the five paths spread most, with the true [loss](#term-loss) at every point of it. A path is only a shadow on that map: the chart below has the true losses.

    Choose another *Landscape*: another rule is ahead. Move *Start and batches* by one: again another. So who is the best?
    """)
    return


@app.cell(hide_code=True)
def _():
    wins_card = Card(exercises.most_wins(count=lambda: shared(exercises.wins)), "10.1")
    mo.vstack([mo.ui.anywidget(wins_card)])
    return (wins_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Now press *Count wins* under the race. All rules start from the same [weights](#term-weight) and see the same batches, ten times.

    Adagrad wins half of the ten, [Momentum](#term-momentum) three, RMSprop two. On the handwritten digits it is another order, on rare words yet another. **There is no best rule, and one race is a lottery.**

    ## The rate before the rule

    Was it fair? Every rule raced with the learning rate that suits it. Press *Search the rates*: each rule gets the same nine, with three starts each.
    """)
    return


@app.cell
def _():
    searching = gn.widgets.OptimizerRace(view="rates")
    mo.vstack([mo.ui.anywidget(searching)])
    return (searching,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Every curve is a valley, and the valleys are in different places: Adam is best at 0.1, gradient descent at 3. At 0.001, the usual first try, Adam is far ahead; at 3 it is gradient descent.
    **A comparison at one rate compares the rate, not the rules.** And the choice of the rate moves the loss much more than the choice of the rule.

    ## A running average

    All better rules remember something of the past. They don't keep a list: they keep *one* number, and mix each new one into it:

    $$ \text{average} \leftarrow \beta \cdot \text{average} + (1 - \beta) \cdot x $$

    You walk 2, 3 and 4 km on three days. Press *Play*, and click any number in the table to see how it was computed.
    """)
    return


@app.cell
def _():
    walking = gn.widgets.RunningAverage()
    mo.vstack([mo.ui.anywidget(walking)])
    return (walking,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    With $\beta = 0.5$ half of the past is kept each day: three days, and the average is near the walks. With $\beta = 0.95$ it says 0.43 km, less than you have walked on any day!
    The reason is its start: it began at 0, and a zero that nobody has walked still makes up 86 % of it.

    This **bias** can be computed, and so it can be removed. After $t$ numbers, the share of the zero at the beginning is $\beta^t$, and that of everything real is $1 - \beta^t$. So divide by that. Tick *Bias correction*: 2.00, 2.51, 3.03.
    After $1 / (1 - \beta)$ days, here twenty, it hardly matters any more.
    """)
    return


@app.cell(hide_code=True)
def _():
    walks_card = Card(exercises.fourth_walk(), "10.2")
    mo.vstack([mo.ui.anywidget(walks_card)])
    return (walks_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    What is it good for? A running average is a spring. Here is a bumpy road with a kerb, and what becomes of it under a stiff bicycle and under a soft one:
    """)
    return


@app.cell
def _():
    cycling = gn.widgets.RunningAverage("road", betas=(0.95, 0.5))
    mo.vstack([mo.ui.anywidget(cycling)])
    return (cycling,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    The soft suspension ($\beta = 0.95$) swallows the bumps, but thirty metres after the kerb it still has not quite arrived. The stiff one is there after a few metres, and shakes you. The gradients of single batches are such a road: choose *A real gradient*.

    ## All the rules

    Now you can read every one of them. Choose a rule: its formula, the engine's own code, and what it does with two parameters of the long bowl, one in a flat direction, one in a direction twenty times as steep. Point at a symbol, and it lights up everywhere.
    """)
    return


@app.cell
def _():
    rules = gn.widgets.UpdateRules("rmsprop")
    mo.vstack([mo.ui.anywidget(rules)])
    return (rules,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Look at the lengths of the updates in the lower chart. With *Gradient descent* the steep direction takes far longer steps at first: the gradient is larger there, and the rate is the same. With *RMSprop* both begin with the same length, for each gradient is divided by its own recent size.

    They come from one another like the members of a family:

    - **Momentum** remembers the direction: an average of gradients (here it is not even divided by anything).
    - **Adagrad** remembers the size: it divides by the root of *all* squared gradients so far, each parameter by its own.
    - **RMSprop** forgets the old sizes: a running average in place of the sum. It was made for [mini-batches](#term-mini-batch).
    - **Adadelta** forgets, too, and takes the root of its own recent steps for a rate: it needs none from you.
    - **Adam** is Momentum divided by RMSprop, with both averages corrected. **AdamW** shrinks the weights beside it.
    """)
    return


@app.cell(hide_code=True)
def _():
    memory_card = Card(exercises.memory(), "10.3")
    mo.vstack([mo.ui.anywidget(memory_card)])
    return (memory_card,)


@app.cell(hide_code=True)
def _():
    step_card = Card(exercises.first_step(), "10.4")
    mo.vstack([mo.ui.anywidget(step_card)])
    return (step_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Where Adagrad shines, and where it dies

    Most words are rare. A network that reads texts has an input for every word, and most of its weights get a gradient of 0 nearly always. When their word comes at last, one would like to make the most of it.
    Adagrad does: the sum of a rare word is small, so its step is long. Press *Count wins*:
    """)
    return


@app.cell
def _():
    words = gn.widgets.OptimizerRace("words", rules=("sgd", "momentum", "adagrad", "adadelta", "rmsprop", "adam"))
    mo.vstack([mo.ui.anywidget(words)])
    return (words,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Nine of ten. But the same sum is Adagrad's weakness: it never shrinks.
    """)
    return


@app.cell(hide_code=True)
def _():
    slope_card = Card(
        exercises.even_slope(steps=lambda: helpers.steps_on_slope(helpers.ON_THE_SLOPE["Adagrad"], 100)), "10.5"
    )
    mo.vstack([mo.ui.anywidget(slope_card)])
    return (slope_card,)


@app.cell(hide_code=True)
def _():
    walk_on = mo.ui.run_button(label="Walk a thousand updates")
    mo.vstack([walk_on])
    return (walk_on,)


@app.cell(hide_code=True)
def _(walk_on):
    mo.stop(not walk_on.value, mo.md("*Answer first, then press.*"))
    _slope = {name: shared(helpers.steps_on_slope, rule, 1000) for name, rule in helpers.ON_THE_SLOPE.items()}
    mo.vstack(
        [
            mo.Html(helpers.dying_steps(_slope, shared(helpers.steps_on_moons))),
            mo.md(
                "On the even slope, on the left, nothing changes from update to update, and yet Adagrad slows down like $1 / \\sqrt t$. "
                "RMSprop settles at a length, Adadelta even grows. On the right a real network learns the two moons: "
                "after a thousand updates Adagrad's steps are an eighth of the first ones, while those of RMSprop and Adadelta have lost less than half."
            ),
        ]
    )
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    For a short training on rare things this is a blessing: a rate that falls by itself. In a long one, or when the data change, Adagrad is too tired to follow. *Its rate falls everywhere*, also where there is much left to learn.

    ## The whole family
    """)
    return


@app.cell(hide_code=True)
def _():
    _kept = {name: helpers.kept_by(name) for name in helpers.RULES}
    _set = {name: helpers.constants(name) for name in helpers.RULES}
    mo.md(f"""
    /// details | Every rule: its source, what it keeps, its constants, when to use it, its weakness

    | rule | source | keeps | constants here | use it for | weakness |
    |:---|:---|---:|:---|:---|:---|
    | Gradient descent | Robbins & Monro, 1951 | {_kept["sgd"]} | {_set["sgd"]} | little memory, or a rate that falls; then it is hard to beat | one rate for all |
    | Momentum | Polyak, 1964 | {_kept["momentum"]} | {_set["momentum"]} | images, with a schedule for the rate | overshoots when β is large |
    | Nesterov momentum | Nesterov, 1983 | {_kept["nesterov"]} | {_set["nesterov"]} | as momentum, when the ball swings too much | stands smaller rates only |
    | Adagrad | Duchi, Hazan & Singer, 2011 | {_kept["adagrad"]} | {_set["adagrad"]} | rare words, rare clicks | its steps die out |
    | Adadelta | Zeiler, 2012 | {_kept["adadelta"]} | {_set["adadelta"]} | when no rate is to be chosen | slow to start |
    | RMSprop | Tieleman & Hinton, 2012 | {_kept["rmsprop"]} | {_set["rmsprop"]} | mini-batches, recurrent networks, games | no correction of its start |
    | Adam | Kingma & Ba, 2015 | {_kept["adam"]} | {_set["adam"]} | first try nearly everywhere | two more numbers for each parameter |
    | AdamW | Loshchilov & Hutter, 2019 | {_kept["adamw"]} | {_set["adamw"]} | Adam with weight decay: transformers | one more setting |
    | NAdam | Dozat, 2016 | {_kept["nadam"]} | {_set["nadam"]} | as Adam, a little quicker | as Adam |
    | AMSGrad | Reddi, Kale & Kumar, 2018 | {_kept["amsgrad"]} | {_set["amsgrad"]} | when Adam doesn't settle | three more numbers |
    | Lion | Chen et al., 2023 | {_kept["lion"]} | {_set["lion"]} | huge models: half of Adam's memory | needs a rate 3 to 10 times smaller |
    ///
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    The table folds out. "Keeps" counts the numbers for each parameter. The constants are the engine's, and those of the papers, with one exception: Zeiler used $\rho = 0.95$ for Adadelta; 0.9 is what the frameworks took. The rate is up to you. One that papers name is Adam's 0.001, for networks much larger than ours.

    Here is all there is to RMSprop, as plain code. One more average, and it would be Adam.
    """)
    return


@app.function
def rmsprop(weight, average, gradient, rate, rho=0.9):
    average = rho * average + (1 - rho) * gradient**2
    weight = weight - rate * gradient / (np.sqrt(average) + 1e-8)
    return weight, average


@app.cell(hide_code=True)
def _():
    show_code(rmsprop)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Check yourself

    The first two are about the races above. Every rule has a slider of its own under *Learning rates*.
    """)
    return


@app.cell(hide_code=True)
def _(opening):
    adam_card = Card(exercises.tame_adam(), "10.6", settings=lambda: opening.settings)
    mo.vstack([mo.ui.anywidget(adam_card)])
    return (adam_card,)


@app.cell(hide_code=True)
def _(words):
    momentum_card = Card(exercises.tame_momentum(), "10.7", settings=lambda: words.settings)
    mo.vstack([mo.ui.anywidget(momentum_card)])
    return (momentum_card,)


@app.cell(hide_code=True)
def _():
    report_card = Card(exercises.report(), "10.8")
    mo.vstack([mo.ui.anywidget(report_card)])
    return (report_card,)


@app.cell(hide_code=True)
def _():
    order_card = Card(exercises.order_of_adam(), "10.9")
    mo.vstack([mo.ui.anywidget(order_card)])
    return (order_card,)


@app.function
def my_rule(weight, average, gradient, rate, rho):
    # Yours to fix: this is plain gradient descent. Return the new weight and the new average of squares.
    weight = weight - rate * gradient
    return weight, average


@app.cell(hide_code=True)
def _():
    code_card = Card(exercises.code(), "10.10", start=my_rule)
    if mo.app_meta().mode == "edit":
        code_card.judge(my_rule)
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

    - **The rate of one rule for another.** SGD at 0.001 crawls; Adam at 1 explodes. Search anew for each rule.
    - **A winner by one seed.** Repeat with other weights and batches, and look at the whole band.
    - **The lowest training loss is not the goal.** A rule that learns the training examples faster may also [overfit](#term-overfitting) sooner; lesson 12 measures that.
    - **A new rule in the middle of training** starts with an empty memory: its first steps may be long ones.
    - **Saving the weights alone.** m and v are part of the state: without them, training doesn't continue, it starts again.

    ## When to use what

    | you have | begin with |
    |:---|:---|
    | no idea | Adam, with a search of the rate |
    | weight decay, a transformer | AdamW |
    | images, time for a schedule | SGD with momentum (schedules: lesson 13) |
    | rare inputs, short training | Adagrad |
    | hardly any memory left | SGD, or Lion |

    ## Deep dives

    /// details | Deep dive: why dividing by 1 − βᵗ is exactly right

    Write the average out: $m_t = (1 - \beta) \left( x_t + \beta x_{t-1} + \beta^2 x_{t-2} + \dots + \beta^{t-1} x_1 \right)$.
    The weights in the brackets are a geometric series, whose sum is $(1 - \beta^t) / (1 - \beta)$. So all weights together are $1 - \beta^t$, not 1: what is missing, $\beta^t$, is the share of the zero at the start.
    Divided by $1 - \beta^t$, the weights add up to 1: a real weighted mean. If all $x$ have the same expectation, so has $m_t / (1 - \beta^t)$, from the first step on.

    Without the correction Adam's first steps would not be too short but too *long*: $m$ starts at a tenth of the gradient, but the root of $v$ at only $\sqrt{0.001} \approx 3\,\%$ of it. The quotient is more than three times too large.
    ///
    """)
    return


@app.cell(hide_code=True)
def _():
    _lost = shared(helpers.coupled_and_decoupled)
    _rows = "\n".join(f"    | {_name} | {_often:.2f} | {_rarely:.2f} |" for _name, (_often, _rarely) in _lost.items())
    mo.md(f"""
    /// details | Deep dive: weight decay inside Adam and beside it

    For plain gradient descent, [L2](#term-l2) in the loss and shrinking the weights are the same thing. For Adam they are not. A penalty in the loss becomes a part of the gradient, and Adam divides it by the size of the gradient: weights with small gradients are pulled harder than those with large ones.
    AdamW shrinks all alike.

    Two weights of 1 get nothing but noise, the second a hundredth of the first. After 200 updates with $\\lambda = 0.1$ the decay has taken from them:

    | decay | from the weight with large gradients | from the one with small gradients |
    |:---|---:|---:|
{_rows}
    ///
    """)
    return


@app.cell(hide_code=True)
def _():
    _picture = shared(helpers.forgetful_figure)
    mo.md(
        r"""
    /// details | Deep dive: where Adam walks the wrong way

    Reddi, Kale and Kumar (2018) found a case in which Adam does not converge. One gradient of 3 comes in every three steps, and after it two of −1. On average the slope is positive, so $w$ should go down to −1, the end of its range. But the large gradient is divided by its own size, and the two small ones are divided by
    a size that has been forgotten quickly. Together they win. **AMSGrad** divides by the largest $v$ so far, so that nothing is forgotten. Solid: Adam; the other line: AMSGrad, both by the engine, with $\beta_1 = 0$ and $\beta_2 = 0.1$ as in the paper.

    PICTURE

    In real networks this is seldom what goes wrong; but it ended the belief that Adam has a proof.
    ///

    ## What to do next

    - **Look again at the race**, with NAdam and Lion among the six.
    - **Change this lesson.** `glassnet edit 10` opens it with all its code; `my_rule` waits for you there.
    - **Read on.** No rule helps if the gradient is 0 before it arrives, or infinite. [Lesson 11](/lessons/11/) is about how a deep network must begin.
    """.replace("PICTURE", _picture.replace("\n", " "))
    )
    return


@app.cell(hide_code=True)
def _():
    if is_script(__file__):
        print(f"Wins on the two moons: {exercises.wins()}. First average of 2, 3, 4 km: {rmsprop(1.0, 0.0, 2.0, 0.1)}.")
    return


if __name__ == "__main__":
    app.run()
