# /// script
# requires-python = ">=3.11"
#
# [tool.marimo.display]
# theme = "system"
#
# [tool.glassnet]
# lab = "data=circle&activation=relu"
# ///

import marimo

__generated_with = "0.25.2"
app = marimo.App(width="compact", app_title="Lesson 03: Activation functions")

with app.setup:
    import marimo as mo
    import numpy as np

    import glassnet as gn
    from glassnet.lessons.exercises import Card
    from glassnet.lessons.lesson_exercises import lesson_03 as exercises
    from glassnet.lessons.lesson_helpers import lesson_03 as helpers
    from glassnet.lessons.page import is_script, plain, scientific, show_code, summary_button
    from glassnet.lessons.shared_results import shared


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    # Activation functions

    **What does a neuron do with its sum, and why can't a network do without it?**

    Press *Move z* and watch three neurons answer the same sum.
    """)
    return


@app.cell
def _():
    opening = gn.widgets.ActivationExplorer(z=-5.0)
    mo.vstack([mo.ui.anywidget(opening)])
    return (opening,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    After this lesson you will be able to

    - recognise the common [activation functions](#term-activation-function) by their curve, their slope and their range;
    - show that [layers](#term-layer) without an activation are one layer, however many there are;
    - choose an activation for the [hidden layers](#term-hidden-layer) and for the output, and say what a dying [ReLU](#term-relu) is and what helps.

    ## From a sum to an answer

    A neuron adds up its inputs, each times a [weight](#term-weight), and a [bias](#term-bias). The result, $z$, can be any number. What the neuron passes on is not $z$ but $a = g(z)$,
    and $g$ is its **activation function**.

    Look at the two pictures above. The left one says *what* is passed on. The right one says *how much it matters*: how much $a$ changes when $z$ changes a little.
    That is the **slope**. Where the slope is 0, a small change of $z$ changes nothing, and a network that learns by small changes can't learn there.

    Where a curve becomes flat, the function **saturates**. [Sigmoid](#term-sigmoid) and [tanh](#term-tanh) do so on both sides. And ReLU, of which people say that it doesn't? It does, on the left: there its slope is exactly 0.
    """)
    return


@app.cell(hide_code=True)
def _():
    slope_card = Card(exercises.slope(), "03.1")
    mo.vstack([mo.ui.anywidget(slope_card)])
    return (slope_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## The switch that can't learn

    The first artificial neurons used a **step**: 0 below zero, 1 from zero on. Yes or no. As a decision it is perfect. But its slope is 0 wherever it has one, so nothing tells the weights which way to go.

    The **sigmoid** makes the same decision gently: $g(z) = 1 / (1 + e^{-z})$. It can be read as a probability, and it has a slope everywhere.
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.vstack([mo.Html(helpers.step_and_sigmoid())])
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    **Tanh** is a sigmoid stretched to twice its height and centred on 0: $\tanh z = 2\,\sigma(2z) - 1$. Its outputs are positive as often as negative, which makes life easier for the next layer.
    Here are both, computed by the engine:
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(helpers.facts(np.array([-10.0, -1.0, 0.0, 1.0, 10.0])))
    return


@app.cell(hide_code=True)
def _():
    steepest_card = Card(exercises.steepest(), "03.2")
    mo.vstack([mo.ui.anywidget(steepest_card)])
    return (steepest_card,)


@app.cell
def _():
    depths = {layers: helpers.slopes_through(layers) for layers in (1, 2, 5, 10)}
    return (depths,)


@app.cell(hide_code=True)
def _(depths):
    _rows = "\n".join(
        f"    | {_layers} | {plain(_of['sigmoid'])} | {plain(_of['tanh'])} | {plain(_of['ReLU'])} |"
        for _layers, _of in depths.items()
    )
    mo.md(f"""
    Why does the slope matter so much? On its way back through the layers, the message "you were wrong" is multiplied by the slope of each activation (lesson 08 shows how). At best, so much of it is left:

    | layers | sigmoid | tanh | ReLU |
    |---:|---:|---:|---:|
{_rows}

    Ten sigmoids leave less than a millionth: one reason why deep networks of sigmoids were so hard to train. Tanh does better, but its slope is 1 only at $z = 0$: at $z = 1$ it is 0.42, and ten of these leave 0.0002.
    **ReLU** took over: $g(z) = \\max(0, z)$. Wherever it is on, its slope is exactly 1.
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## ReLU and its relatives

    ReLU is cheap (one comparison), its positive side never saturates, and it gives real zeros. Its relatives mend its left side, each in its own way. Press *Move z* again:
    """)
    return


@app.cell
def _():
    family = gn.widgets.ActivationExplorer(["relu", "leaky_relu", "elu", "softplus", "gelu", "silu"], z=-5.0)
    mo.vstack([mo.ui.anywidget(family)])
    return (family,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    | name | $g(z)$ | slope | where it is used |
    |:---|:---|:---|:---|
    | ReLU | $\max(0, z)$ | 0 or 1 | hidden layers, by default |
    | leaky ReLU | $z$, or $\alpha z$ below 0 | $\alpha$ or 1 | hidden layers, if units die; usually $\alpha = 0.01$ |
    | PReLU | the same, but $\alpha$ is learnt | $\alpha$ or 1 | large image networks |
    | ELU | $z$, or $\alpha (e^z - 1)$ below 0 | 1 or $\alpha e^z$ | hidden layers, outputs nearly centred |
    | softplus | $\ln(1 + e^z)$ | $\sigma(z)$ | outputs that must be positive |
    | GELU | $z$ · the share of the bell curve to the left of $z$ | between −0.13 and 1.13 | transformers |
    | SiLU | $z\,\sigma(z)$ | between −0.10 and 1.10 | mobile image networks |
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(helpers.relatives(np.array([-3.0, -1.0, 0.0, 1.0, 3.0])))
    return


@app.cell(hide_code=True)
def _():
    leaky_card = Card(exercises.leaky(), "03.3")
    mo.vstack([mo.ui.anywidget(leaky_card)])
    return (leaky_card,)


@app.cell
def _():
    zeros = shared(helpers.zeros_of_digits)
    return (zeros,)


@app.cell(hide_code=True)
def _(zeros):
    mo.md(f"""
    The real zeros are worth a look. A new layer of 100 ReLU units, shown all the handwritten digits (pixels from 0 to 1), gives **{zeros:.0%}** zeros. Each digit wakes about half of the units, and two digits differ in about a quarter of them.
    Such **sparse** answers are cheap to store, and easier to tell apart. On the other side, ReLU has no upper end: 5 in, 5 out; 5 million in, 5 million out.
    """)
    return


@app.cell(hide_code=True)
def _():
    pixels_card = Card(exercises.pixels(), "03.4")
    mo.vstack([mo.ui.anywidget(pixels_card)])
    return (pixels_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Why not simply pass on z?

    It would save us all these curves. Let us stack layers that only multiply by weights and pass the result on. Here is a stack, with any activation $g$ between its layers:
    """)
    return


@app.function
def deep(x, weights, g):
    for w in weights[:-1]:
        x = g.forward(x @ w)
    return x @ weights[-1]


@app.function
def collapse(weights):
    one = weights[0]
    for w in weights[1:]:
        one = one @ w
    return one


@app.cell(hide_code=True)
def _():
    show_code(deep, collapse)
    return


@app.cell(hide_code=True)
def _():
    layers = mo.ui.slider(start=2, stop=10, step=1, value=6, show_value=True, label="Layers", full_width=True)
    mo.vstack([layers])
    return (layers,)


@app.cell
def _(layers):
    weights = helpers.stack(layers.value)
    return (weights,)


@app.cell
def _(weights):
    x_line = np.linspace(-2, 2, 81)[:, None]
    gap = float(np.abs(deep(x_line, weights, gn.Linear()) - x_line @ collapse(weights)).max())
    return (gap,)


@app.cell(hide_code=True)
def _(gap, layers, weights):
    mo.vstack(
        [
            mo.Html(helpers.two_stacks(deep, weights)),
            mo.md(
                f"Without an activation, {layers.value} layers with {sum(_w.size for _w in weights)} weights do exactly what *one* weight does: "
                f"{helpers.signed(collapse(weights)[0, 0])}, the product of all the matrices. The largest difference between the two is {scientific(gap)}."
            ),
        ]
    )
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    The solid line stays straight, however many layers you add. **A product of matrices is a matrix, so a stack of linear layers is one linear layer.** The dashed one bends: with ReLU between them, the layers can't be merged.

    And how can something as simple as ReLU make curves? Every unit adds one bend, where its $z$ changes sign. Enough bends make any curve:
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.vstack([mo.Html(helpers.bumps(np.array([[1.0, -1.5], [-2.0, -0.5], [3.0, 0.5]])))])
    return


@app.cell(hide_code=True)
def _():
    bends_card = Card(exercises.bends(), "03.5")
    mo.vstack([mo.ui.anywidget(bends_card)])
    return (bends_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Make your own

    Does it have to be one of the famous ones? Hardly. Type any formula in $z$; its slope is found for you, checked by nudging $z$, and a network is trained with it, beside one with tanh.
    Even a sine wave will do. Then choose *a straight line* as the example, and train again: the network gets no further than a single neuron would.
    """)
    return


@app.cell
def _():
    own = gn.widgets.CustomActivation()
    mo.vstack([mo.ui.anywidget(own)])
    return (own,)


@app.cell(hide_code=True)
def _():
    mo.md(rf"""
    ## The dying ReLU

    A ReLU unit whose $z$ is negative for *every* sample passes on nothing but 0. Its slope is 0 for every sample, too, so plain updates don't change its weights. In the first hidden layer, whose inputs stay what they are, it is **dead** for good.
    What kills it is typically a **learning rate** that is far too large. That is the number which says how far each step of learning goes: one huge step, and the bias is so negative that nothing gets through any more.

    We shall do it on purpose. A network with {helpers.UNITS} hidden units gets {helpers.BLOW[1]} updates with the rate {helpers.BLOW[0]:g}. Then it is treated kindly: {helpers.CAREFUL[1]:,} updates with {helpers.CAREFUL[0]:g}.
    Five networks with each activation. Which will recover?
    """)
    return


@app.cell(hide_code=True)
def _():
    rescue_card = Card(exercises.recovery(rescue=helpers.rescue, table=helpers.rescue_table), "03.6")
    mo.vstack([mo.ui.anywidget(rescue_card)])
    return (rescue_card,)


@app.cell(hide_code=True)
def _():
    strike = mo.ui.run_button(label="Strike, then train all twenty networks")
    mo.vstack([strike])
    return (strike,)


@app.cell
def _(strike):
    courses = shared(helpers.rescue) if strike.value else None
    return (courses,)


@app.cell(hide_code=True)
def _(courses):
    mo.stop(courses is None, mo.md("*A few seconds. Answer first, then press.*"))
    mo.vstack([mo.Html(helpers.silent_units(courses)), mo.md(helpers.rescue_table(courses))])
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    A unit is called *silent* here if its $z$ is negative for every sample. With ReLU, silent is dead. With the others it isn't: some slope is left, and with it a way back. But below 0 a leaky ReLU with
    $\alpha = 0.01$ learns a hundred times as slowly as above: in the time it has, it gets no further than ReLU. With 0.1 some units do come back, and three networks of five with them.
    ELU wins in another way: hardly any of its silent units come back, but the blow silences only 18 of 40 (with ReLU, 33). Those still awake are enough.

    PReLU is missing from the experiment for a reason: it learns its slope with the same far too large rate, and most of its networks end in infinity.
    The first remedy is therefore not another activation but a sensible learning rate.
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## The last layer has its own rules

    Hidden layers can use what trains well. The output's activation must say what you want to know. Try this one yourself first:
    """)
    return


@app.cell(hide_code=True)
def _():
    output_card = Card(exercises.output(), "03.7")
    mo.vstack([mo.ui.anywidget(output_card)])
    return (output_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    | you predict | last activation | because |
    |:---|:---|:---|
    | any value | none | a price may be anything |
    | yes or no | sigmoid | a probability from 0 to 1 |
    | a mood from −1 to 1 | tanh | its range is that of the answer |
    | one of several classes | softmax | probabilities that add up to 1 |

    **Softmax** is the odd one out: it looks at all outputs of the layer together. It raises $e$ to each score and divides by the sum. Try it:
    """)
    return


@app.cell(hide_code=True)
def _():
    cat_score = mo.ui.slider(
        start=-5.0, stop=5.0, step=0.5, value=2.0, show_value=True, label="score of cat", full_width=True
    )
    mo.vstack([cat_score])
    return (cat_score,)


@app.cell(hide_code=True)
def _():
    dog_score = mo.ui.slider(
        start=-5.0, stop=5.0, step=0.5, value=1.0, show_value=True, label="score of dog", full_width=True
    )
    mo.vstack([dog_score])
    return (dog_score,)


@app.cell(hide_code=True)
def _():
    bird_score = mo.ui.slider(
        start=-5.0, stop=5.0, step=0.5, value=0.5, show_value=True, label="score of bird", full_width=True
    )
    mo.vstack([bird_score])
    return (bird_score,)


@app.cell(hide_code=True)
def _(bird_score, cat_score, dog_score):
    mo.md(helpers.probabilities(np.array([cat_score.value, dog_score.value, bird_score.value])))
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Raise all three scores by 1: the probabilities stay. Only the differences count.

    ## Check yourself
    """)
    return


@app.cell(hide_code=True)
def _():
    merge_card = Card(exercises.merge(), "03.8")
    mo.vstack([mo.ui.anywidget(merge_card)])
    return (merge_card,)


@app.cell(hide_code=True)
def _():
    order_card = Card(exercises.dying(), "03.9")
    mo.vstack([mo.ui.anywidget(order_card)])
    return (order_card,)


@app.cell(hide_code=True)
def _():
    both_card = Card(exercises.both(), "03.10")
    mo.vstack([mo.ui.anywidget(both_card)])
    return (both_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Now write one: the *slope* of the leaky ReLU, as the engine needs it on the way back.
    """)
    return


@app.function
def my_leaky_slope(z, alpha):
    return z > 0


@app.cell(hide_code=True)
def _():
    code_card = Card(exercises.code(), "03.11", start=my_leaky_slope)
    if mo.app_meta().mode == "edit":
        code_card.judge(my_leaky_slope)
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

    - **A sigmoid in every hidden layer.** Deep down, nothing is left of the slope. Use ReLU or one of its relatives.
    - **ReLU at the output.** A prediction that should be negative becomes 0, with slope 0: it can't even learn that it is wrong.
    - **Softmax for answers that don't exclude each other.** A picture can show a cat *and* a dog: use one sigmoid for each.
    - **"The share of right answers doesn't move at all."** Look at the share of silent units first, then at the learning rate.

    ## When to use what

    | layer | start with | then try |
    |:---|:---|:---|
    | hidden, dense or convolutional | ReLU | leaky ReLU, ELU |
    | hidden, transformer | GELU | SiLU |
    | hidden, recurrent | tanh, with sigmoid gates | leave it as it is |
    | output | see the table above | |

    ## Deep dives

    /// details | Deep dive: why zero-centred outputs help

    If all inputs of a neuron are positive, as those from a sigmoid layer are, the slopes of all its weights have the same sign: for one example, all go up or all go down. To raise one weight and lower another, the network has to zigzag.
    Outputs around 0, as of tanh, don't have that problem; normalisation layers (lesson 12) remove it for any activation.
    ///

    /// details | Deep dive: what happens exactly at 0

    ReLU has no slope at $z = 0$: it is 0 on the left and 1 on the right. The engine uses 0 there, as everybody does. It hardly ever matters: a sum of decimal numbers is almost never exactly 0.
    ///

    ## What to do next

    - **Use it.** In the Lab, train on the circle with each activation, and look for units that stay dark.
    - **Change this lesson.** `glassnet edit 03` opens it with all its code.
    """)
    return


@app.cell(hide_code=True)
def _(gap, zeros):
    if is_script(__file__):
        print(f"A linear stack and its one weight differ by {gap:.1g}; {zeros:.0%} of a ReLU layer's outputs are 0.")
    return


if __name__ == "__main__":
    app.run()
