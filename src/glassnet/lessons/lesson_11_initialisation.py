# /// script
# requires-python = ">=3.11"
#
# [tool.marimo.display]
# theme = "system"
#
# [tool.glassnet]
# lab = "data=circle&hidden=8,8,8,8&activation=sigmoid"
# ///

import marimo

__generated_with = "0.25.2"
app = marimo.App(width="compact", app_title="Lesson 11: Initialisation, vanishing and exploding gradients")

with app.setup:
    import marimo as mo
    import numpy as np

    import glassnet as gn
    from glassnet.lessons.exercises import Card
    from glassnet.lessons.lesson_exercises import lesson_11 as exercises
    from glassnet.lessons.lesson_helpers import lesson_11 as helpers
    from glassnet.lessons.page import is_script, show_code, summary_button
    from glassnet.lessons.shared_results import shared


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    # Initialisation, vanishing and exploding gradients

    **Why does a deep network learn nothing, although every line of its code is right?**

    Fifty [layers](#term-layer), handwritten digits. Press *Train* and watch the [accuracy](#term-accuracy).
    """)
    return


@app.cell
def _():
    lab = gn.widgets.GradientFlow()
    mo.vstack([mo.ui.anywidget(lab)])
    return (lab,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    After this lesson you will be able to

    - say why [gradients](#term-gradient) vanish or explode, and see it before you train;
    - choose the first [weights](#term-weight) of a layer by its size and its activation;
    - name a remedy for each trouble, and say what it does and what it doesn't.

    ## A message through fifty offices

    A transport firm wants to know what its fleet will spend on fuel. Distance, load and stops go into the first [layer](#term-layer), the cost comes out of the last. When the prediction is wrong, the message "you were wrong" goes back from office to office, and each office passes on only a part of it.
    The first layer is the one that sees the distance. If nothing reaches it, the network never learns to look at the distance.

    That is what you see above. The right picture shows the size of the [gradient](#term-gradient) in each [hidden layer](#term-hidden-layer), on a scale of powers of ten. At the fiftieth it is about 0.2. At the first it is 0.000…, with thirty-one zeros. Such a gradient has **vanished**.
    The left picture shows the signal on its way forward. It looks perfectly healthy. Whoever looks only at outputs sees no trouble.
    """)
    return


@app.cell(hide_code=True)
def _():
    three_card = Card(exercises.three_sigmoids(), "11.1")
    mo.vstack([mo.ui.anywidget(three_card)])
    return (three_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    That was the best case, and slopes alone. The gradient is also multiplied by the [weights](#term-weight) of each layer, on average by something smaller than 1 here. **A product of many numbers below 1 is nothing; a product of many numbers above 1 is beyond everything.** Only near 1 do fifty factors leave something:
    """)
    return


@app.cell(hide_code=True)
def _():
    factor = mo.ui.slider(
        start=0.5, stop=1.5, step=0.05, value=1.0, show_value=True, label="Factor of each layer", full_width=True
    )
    mo.vstack([factor])
    return (factor,)


@app.cell(hide_code=True)
def _(factor):
    _left = helpers.norm_of_steps(factor.value, 50)
    mo.md(f"After 50 layers 1 has become **{_left:.2g}**.")
    return


@app.cell(hide_code=True)
def _():
    fifty_card = Card(exercises.fifty_steps(), "11.2")
    mo.vstack([mo.ui.anywidget(fifty_card)])
    return (fifty_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Three principles for the first weights

    **Not zero.** If all weights are 0, whatever goes back through them is 0 as well. [Biases](#term-bias) may start at 0; weights may not.

    **Not alike.** If all weights are equal, all units of a layer compute the same, get the same gradient, and stay the same for ever: eight units that work as one. Here are two networks with eight hidden units after training on the two moons. Each dot is a unit:
    """)
    return


@app.cell
def _():
    alike, different = shared(helpers.twins, gn.Constant(0.1)), shared(helpers.twins, "glorot_uniform")
    return alike, different


@app.cell(hide_code=True)
def _(alike, different):
    mo.vstack([mo.Html(helpers.twins_figure(("all 0.1", alike), ("Glorot", different)))])
    return


@app.cell(hide_code=True)
def _(alike, different):
    mo.md(f"""
    On the left all weights started at 0.1: eight dots in one place. Accuracy {alike.accuracy:.0%}, no better than a single unit. On the right they were drawn at random: {different.accuracy:.0%}.
    Randomness is not an ornament. It *breaks the symmetry*.
    """)
    return


@app.cell(hide_code=True)
def _():
    zero_card = Card(exercises.all_zero(), "11.3")
    mo.vstack([mo.ui.anywidget(zero_card)])
    return (zero_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    **The variance is kept.** How large should the random numbers be? A unit adds up $n$ inputs, each times a weight. If inputs and weights are independent and centred on 0, variances multiply and add:

    $$ \operatorname{Var}(z) = n \cdot \operatorname{Var}(w) \cdot \operatorname{mean}(x^2) $$

    For $z$ to be as large as $x$, the weights need the variance $1 / n$: more inputs, smaller weights. That is **LeCun's** method. The same sum on the way back counts the units of the *next* layer; **Glorot** (also called Xavier) takes a compromise of both, $2 / (n_{in} + n_{out})$.
    [ReLU](#term-relu) throws away the negative half, and with it half of the mean square; **He** makes up for it with $2 / n$. **Orthogonal** weights are a random rotation: they keep every length exactly.
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(helpers.table_of_initializers())
    return


@app.function
def he(rng, inputs, outputs):
    draws = rng.normal(size=(inputs, outputs))  # deviation 1
    return draws * np.sqrt(2 / inputs)


@app.cell(hide_code=True)
def _():
    show_code(he)
    return


@app.cell(hide_code=True)
def _():
    deviation_card = Card(exercises.he_deviation(), "11.4")
    mo.vstack([mo.ui.anywidget(deviation_card)])
    return (deviation_card,)


@app.cell(hide_code=True)
def _():
    send = mo.ui.run_button(label="Send signals through fifty layers")
    mo.vstack([mo.md("Does it work? Fifty layers of 512 units, two networks of each kind:"), send])
    return (send,)


@app.cell(hide_code=True)
def _(send):
    mo.stop(not send.value, mo.md("*A few seconds.*"))
    _found = {name: shared(helpers.variances, journey) for name, journey in helpers.JOURNEYS.items()}
    mo.vstack([mo.Html(helpers.journeys_figure(_found)), mo.md(helpers.journeys_table(_found))])
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    He with ReLU stays within a factor of 2 of where it began, for fifty layers. Glorot does so with [tanh](#term-tanh), as long as the signal is small, where tanh is nearly a straight line. But Glorot with ReLU loses half in each layer: after fifty, fifteen powers of ten are gone.
    These are averages. In narrow layers a single draw wanders further.

    ## Each remedy, measured

    Good first weights are one remedy among several. In the lab at the top every one is a switch. First a guess:
    """)
    return


@app.cell(hide_code=True)
def _():
    remedy_card = Card(exercises.one_remedy(effects=lambda: shared(exercises.effects_of_one)), "11.5")
    mo.vstack([mo.ui.anywidget(remedy_card)])
    return (remedy_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Now press *Measure every remedy* in the lab at the top: each is tried alone, for fifty updates from three draws; what helped from all three is in bold. Then switch some on together, and train.

    | remedy | what it does | what it doesn't do |
    |:---|:---|:---|
    | ReLU and relatives | slope 1 where it is on | keep the signal's size without He's weights |
    | fitting first weights | keep signal and gradient near 1 at the start | keep them there |
    | **batch norm** | stretches each unit's sums over the batch to deviation 1 | work with tiny batches |
    | **layer norm** | the same over the units of one sample | tell samples apart that look alike |
    | **skip connections** | give the gradient a way around each layer | keep the signal from growing |
    | **clipping** | limits steps that are too long | make small gradients larger |

    Layer norm alone doesn't mend fifty sigmoids: after many layers all digits look alike, and normalising each by itself doesn't change that.
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Too large

    Now the opposite. Twenty layers of ReLU, weights drawn with a deviation of 1. Press *Train*:
    """)
    return


@app.cell
def _():
    bursting = gn.widgets.GradientFlow(20, activation="relu", initializer="large")
    mo.vstack([mo.ui.anywidget(bursting)])
    return (bursting,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Each layer makes the signal about four times larger, and on its way back the gradient grows as fast: it **explodes**. One update, and the weights are so large that a sum is infinite. Training stops there. The message names the first number that went wrong and the numbers it was computed from; the cause is further back, in the first measurement.

    Switch on *Clipping*: nothing explodes any more, but it hardly learns either, for the signal on the way forward is as huge as before. Switch on *He weights* instead: it learns. **Clip against rare accidents; initialise against constant ones.**

    Clipping **by norm** shortens the whole gradient and keeps its direction. Clipping **by value** cuts each number by itself, and so turns it.
    """)
    return


@app.cell(hide_code=True)
def _():
    clipping_card = Card(exercises.what_clipping_does(), "11.6")
    mo.vstack([mo.ui.anywidget(clipping_card)])
    return (clipping_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Check yourself

    Two goals on live networks, each judged from three draws of the weights.
    """)
    return


@app.cell(hide_code=True)
def _(lab):
    deep_card = Card(exercises.forty_layers(), "11.7", settings=lambda: lab.settings)
    mo.vstack([mo.ui.anywidget(deep_card)])
    return (deep_card,)


@app.cell(hide_code=True)
def _(bursting):
    fast_card = Card(exercises.fast_and_safe(), "11.8", settings=lambda: bursting.settings)
    mo.vstack([mo.ui.anywidget(fast_card)])
    return (fast_card,)


@app.cell(hide_code=True)
def _():
    nan_card = Card(exercises.to_nan(), "11.9")
    mo.vstack([mo.ui.anywidget(nan_card)])
    return (nan_card,)


@app.function
def my_weights(draws, inputs, outputs):
    # Yours to fix: a fixed deviation of 0.01, too small for most layers.
    return 0.01 * draws


@app.cell(hide_code=True)
def _():
    code_card = Card(exercises.code(), "11.10", start=my_weights)
    if mo.app_meta().mode == "edit":
        code_card.judge(my_weights)
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

    - **One initialiser for everything.** He for ReLU, Glorot for tanh, LeCun for SELU. The default of a library suits *its* default activation.
    - **Weights of 0.01 in a deep ReLU network.** The signal is gone after a few layers, and the [loss](#term-loss) stands still for many [epochs](#term-epoch).
    - **Looking at the NaN.** It is the end of the story. Look at the sizes before the first update.
    - **Clipping as a cure for everything.** If every step is clipped, the limit has become your [learning rate](#term-learning-rate).
    - **Zeros for the last layer's weights, too.** That one may be fine, as long as the others aren't 0; for a hidden layer it never is.

    ## When to use what

    | trouble | first | then |
    |:---|:---|:---|
    | the loss doesn't move, first layers without gradient | ReLU with He's weights | batch norm, skip connections |
    | more than about twenty layers | skip connections with a normalisation | orthogonal weights |
    | NaN in the first updates | first weights, then a smaller rate | |
    | a jump of the loss now and then | clipping by norm | a smaller rate |
    | recurrent networks (lesson 16) | orthogonal weights, clipping | gates |

    ## Deep dives

    /// details | Deep dive: why ReLU needs exactly twice as much

    Let $z$ be symmetric around 0, as a sum of many centred terms is. Then $a = \max(0, z)$ is $z$ half of the time and 0 otherwise, so $\operatorname{mean}(a^2) = \tfrac12 \operatorname{Var}(z)$.
    Put that into the next layer: $\operatorname{Var}(z') = n \operatorname{Var}(w) \cdot \tfrac12 \operatorname{Var}(z)$. It stays the same if $n \operatorname{Var}(w) / 2 = 1$, so $\operatorname{Var}(w) = 2 / n$.

    The result holds for the average over all draws. In one network the logarithm of the size takes a random step in each layer, of about $\sqrt{5 / n}$. After 50 layers of 512 units that is $\sqrt{250 / 512} \approx 0.7$: a factor of 2 up or down is nothing unusual. With 32 units, as in the lab, it is a factor of 16.
    ///

    /// details | Deep dive: sigmoid and the fixed slope

    Near 0, tanh has the slope 1, so Glorot's condition works for it. The sigmoid has the slope ¼ there, and its outputs are centred on ½, not on 0. To keep a gradient's size through sigmoids the weights would have to be four times larger; then the sums are large, the units saturate, and the slope is smaller than ¼.
    There is no good initialisation for very deep sigmoid networks. That is why they were given up.
    ///

    ## What to do next

    - **Play.** How deep can you go without normalisation? Try tanh with orthogonal weights.
    - **Change this lesson.** `glassnet edit 11` opens it with all its code; `my_weights` waits for you there.
    - **Go back** to [lesson 10](/lessons/10/) with what you know now: [Adam](#term-adam) divides by the size of the gradient. Does that help the first layer, if its gradient is 10⁻³²?
    """)
    return


@app.cell(hide_code=True)
def _(alike, different):
    if is_script(__file__):
        print(
            f"Alike: {alike.accuracy:.1%}, different: {different.accuracy:.1%}. He, 200 inputs: {he(np.random.default_rng(0), 200, 300).std():.3f}."
        )
    return


if __name__ == "__main__":
    app.run()
