# /// script
# requires-python = ">=3.11"
#
# [tool.marimo.display]
# theme = "system"
#
# [tool.glassnet]
# lab = "data=gaussians&hidden=3&activation=tanh"
# ///

import marimo

__generated_with = "0.25.2"
app = marimo.App(width="compact", app_title="Lesson 04: Forward propagation")

with app.setup:
    import marimo as mo
    import numpy as np

    import glassnet as gn
    from glassnet.lessons.exercises import Card
    from glassnet.lessons.lesson_exercises import lesson_04 as exercises
    from glassnet.lessons.lesson_helpers import lesson_04 as helpers
    from glassnet.lessons.page import is_script, show_code, show_symbols, summary_button
    from glassnet.lessons.symbols import linked


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    # Forward propagation

    **What happens in a network between the question and its answer?**

    Somebody is 30 and earns 60,000. Will they buy? Press *Play* and watch the answer come about.
    """)
    return


@app.cell
def _():
    buys = gn.widgets.ForwardPropagation()
    mo.vstack([mo.ui.anywidget(buys)])
    return (buys,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    After this lesson you will be able to

    - work out by hand what a small network answers, and check it with the engine;
    - follow any number of a network back to the inputs, term by term;
    - write the way from the inputs to the answer as a few lines of code, for any number of [layers](#term-layer).

    ## One way through, in seven phases

    What you have just seen is called **forward propagation**, or a forward pass: numbers go from the inputs to the output, layer by layer, and never back.

    Every [layer](#term-layer) does the same three things. What comes in is *multiplied* by the [weights](#term-weight) on its way. Each [neuron](#term-neuron) *adds up* what arrives, and its [bias](#term-bias): that is $z$. Its [activation function](#term-activation-function) *turns* $z$ into $a$, and $a$ travels on.
    What the last layer passes on is the network's **prediction**.

    The names of the phases are below the picture. Go through them with ▶, or drag the slider back and forth: nothing is lost, as nothing in the network changes.
    """)
    return


@app.cell(hide_code=True)
def _():
    phases_card = Card(exercises.phases(), "04.1")
    mo.vstack([mo.ui.anywidget(phases_card)])
    return (phases_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## By hand

    Now without the machine. Incomes are tens of thousands, ages are tens: the larger number would drown the smaller. So age is divided by 100, income by 100,000. Change both:
    """)
    return


@app.cell(hide_code=True)
def _():
    age = mo.ui.slider(start=20, stop=90, step=5, value=30, show_value=True, label="Age (years)", full_width=True)
    mo.vstack([age])
    return (age,)


@app.cell(hide_code=True)
def _():
    income = mo.ui.slider(
        start=0, stop=150, step=5, value=60, show_value=True, label="Income (thousand)", full_width=True
    )
    mo.vstack([income])
    return (income,)


@app.function
def by_hand(x1, x2):
    z1 = 0.5 * x1 + 0.3 * x2 + 0.1
    z2 = -0.4 * x1 + 0.8 * x2 - 0.2
    a1 = max(z1, 0.0)  # ReLU
    a2 = max(z2, 0.0)
    z = 0.7 * a1 - 0.6 * a2 + 0.1
    p = 1 / (1 + np.exp(-z))  # sigmoid
    hidden = {"z1": z1, "z2": z2, "a1": a1, "a2": a2}
    return {"x1": x1, "x2": x2, **hidden, "z": z, "p": p}


@app.cell
def _(age, income):
    person = by_hand(age.value / 100, income.value / 100)
    return (person,)


@app.cell(hide_code=True)
def _(person):
    mo.vstack(
        [
            show_symbols(
                input=("x", "input"),
                sum=("z", "sum"),
                passed=("a", "what is passed on"),
                prediction=("p", "prediction"),
            ),
            mo.Html(helpers.pass_picture(person)),
        ]
    )
    return


@app.cell(hide_code=True)
def _():
    mo.md(
        linked(r"""
    Each box is one line of arithmetic. Point at a symbol: its numbers, its formula and its code light up together.

    $$
    \begin{array}{l}
    \symbol{sum}{z_1} = 0.5\, \symbol{input}{x_1} + 0.3\, \symbol{input}{x_2} + 0.1 \\[4pt]
    \symbol{sum}{z_2} = -0.4\, \symbol{input}{x_1} + 0.8\, \symbol{input}{x_2} - 0.2 \\[4pt]
    \symbol{passed}{a_1} = \max(0, \symbol{sum}{z_1}), \quad \symbol{passed}{a_2} = \max(0, \symbol{sum}{z_2}) \\[4pt]
    \symbol{sum}{z} = 0.7\, \symbol{passed}{a_1} - 0.6\, \symbol{passed}{a_2} + 0.1 \\[4pt]
    \symbol{prediction}{p} = \sigma(\symbol{sum}{z}) = 1 / (1 + e^{-z})
    \end{array}
    $$
    """)
    )
    return


@app.cell(hide_code=True)
def _():
    show_code(
        by_hand,
        symbols={
            "input": ("x1", "x2"),
            "sum": ("z1", "z2", "z"),
            "passed": ("a1", "a2"),
            "prediction": "p",
        },
    )
    return


@app.cell
def _(age, income):
    engine = helpers.engine_prediction((age.value / 100, income.value / 100))
    return (engine,)


@app.cell(hide_code=True)
def _(engine, person):
    mo.md(f"""
    | computed | prediction |
    |:---|---:|
    | by hand, as above | {person["p"]:.12f} |
    | by the engine, with the same weights | {engine:.12f} |

    They are the same number. There is no more to a network than what you can do on paper; there is only more of it.
    """)
    return


@app.cell(hide_code=True)
def _():
    silent_card = Card(exercises.silent(), "04.2")
    mo.vstack([mo.ui.anywidget(silent_card)])
    return (silent_card,)


@app.cell(hide_code=True)
def _():
    switch_card = Card(exercises.switch_on(), "04.3")
    mo.vstack([mo.ui.anywidget(switch_card)])
    return (switch_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Follow one number: what is this house worth?

    This network answers with a *price*, not with a yes or no: that is called **regression**. Its output has no activation, as a price may be anything.
    Press *Play*, then **click the $z$ of *price***. It is written out term by term, and every term can be clicked in turn, until you arrive at the square metres.
    """)
    return


@app.cell
def _():
    house = gn.widgets.ForwardPropagation(network="house_price")
    mo.vstack([mo.ui.anywidget(house)])
    return (house,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    It says 300,000. In truth the house costs 350,000. How wrong is that? One number says so, the **loss**. Here it is the square of the difference, in units of 100,000: $(3.0 - 3.5)^2 = 0.25$.

    A forward pass ends here. Learning begins: all weights are moved a little, so that the loss becomes smaller. That is one **update**, and the **learning rate** says how far it goes. (How the network knows *which way* is the story of lessons 06 to 08.)
    """)
    return


@app.cell(hide_code=True)
def _():
    house_card = Card(exercises.house(update=helpers.house_update), "04.4")
    mo.vstack([mo.ui.anywidget(house_card)])
    return (house_card,)


@app.cell(hide_code=True)
def _():
    rate = mo.ui.slider(
        steps=[0.0, 0.005, 0.01, 0.02, 0.05, 0.1],
        value=0.0,
        show_value=True,
        label="Learning rate",
        full_width=True,
    )
    mo.vstack([rate])
    return (rate,)


@app.cell(hide_code=True)
def _(rate):
    mo.stop(rate.value == 0, mo.md("*Answer first, then move the learning rate away from 0.*"))
    mo.vstack([mo.md(helpers.update_table(helpers.house_update(rate.value))), mo.Html(helpers.price_graph(rate.value))])
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Small steps arrive slowly, larger ones sooner. With 0.05 the first step goes too far and is taken back; with 0.1 the price swings to and fro, and after ten updates is still far off. Every corner of the line is a forward pass of the same house, with other weights.

    ## A neuron called energy

    Six hours of study and seven of sleep: how many points in the exam? Here both hidden neurons have names. *Knowledge* grows with study. *Energy* grows with sleep, and study takes some of it away.
    Play it, then send the student to bed earlier, or not at all:
    """)
    return


@app.cell
def _():
    student = gn.widgets.ForwardPropagation(network="student")
    mo.vstack([mo.ui.anywidget(student)])
    return (student,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    With ten hours of study and two of sleep, energy is **off**: its sum is negative, and [ReLU](#term-relu) passes on 0. From there on, a little less sleep costs nothing more by way of energy.

    A warning: we gave these neurons their names, because we chose their weights. A network that learns by itself finds its own hidden neurons, and most of them mean nothing that has a name.
    """)
    return


@app.cell(hide_code=True)
def _():
    sleep_card = Card(exercises.hour_of_sleep(score=helpers.score), "04.5")
    mo.vstack([mo.ui.anywidget(sleep_card)])
    return (sleep_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    An hour of sleep reaches the score by *two* ways, through knowledge and through energy, and what comes by both is added. Remember that: in lesson 08, blame travels back by the same two ways.

    ## Three answers at once

    Brake, accelerate or turn? Three outputs, and **[softmax](#term-softmax)** makes probabilities of their three sums. Try the three situations below the picture:
    """)
    return


@app.cell
def _():
    driver = gn.widgets.ForwardPropagation(network="driving")
    mo.vstack([mo.ui.anywidget(driver)])
    return (driver,)


@app.cell(hide_code=True)
def _():
    share_card = Card(exercises.share(), "04.6")
    mo.vstack([mo.ui.anywidget(share_card)])
    return (share_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Before and after training

    Two clouds of points, orange and blue, and a network with two inputs, three hidden neurons and one output: the probability of blue. Its weights are arbitrary as yet.
    """)
    return


@app.cell(hide_code=True)
def _():
    untrained_card = Card(exercises.untrained(answers=helpers.first_answers), "04.7")
    mo.vstack([mo.ui.anywidget(untrained_card)])
    return (untrained_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Now look. Go to the end, then switch *Weights* between before and after training, for the orange point and for the blue one:
    """)
    return


@app.cell
def _():
    clouds = gn.widgets.ForwardPropagation(network="clouds")
    mo.vstack([mo.ui.anywidget(clouds)])
    return (clouds,)


@app.cell(hide_code=True)
def _():
    table = mo.ui.run_button(label="Both points, before and after, in one table")
    mo.vstack([table])
    return (table,)


@app.cell(hide_code=True)
def _(table):
    mo.stop(not table.value)
    mo.md(helpers.cloud_table())
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    The inputs are the same, and so are the seven phases. Only the weights have changed, and the answer with them: all that a network knows is in its weights.
    So a picture of a network before training shows arbitrary numbers, not knowledge, however impressive it looks.

    ## Any network

    The phases stay the same for any number of layers: those in the middle come once for each [hidden layer](#term-hidden-layer). Build one:
    """)
    return


@app.cell
def _():
    own = gn.widgets.ForwardPropagation(layers=(4, 4, 2))
    mo.vstack([mo.ui.anywidget(own)])
    return (own,)


@app.cell(hide_code=True)
def _(own):
    build_card = Card(exercises.build(), "04.8", settings=lambda: own.settings)
    mo.vstack([mo.ui.anywidget(build_card)])
    return (build_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## All at once

    Nobody writes a line for each neuron. The weights of a layer stand in a table with a row for each input and a column for each neuron, and one matrix product, `x @ weight`, does all its sums at once.
    Many samples may stand in the rows of `x`: each gets its answer in the same product.
    """)
    return


@app.function
def one_layer(x, weight, bias, activation):
    z = x @ weight + bias
    return activation(z)


@app.cell(hide_code=True)
def _():
    show_code(one_layer)
    return


@app.cell(hide_code=True)
def _():
    shapes_card = Card(exercises.shapes(), "04.9")
    mo.vstack([mo.ui.anywidget(shapes_card)])
    return (shapes_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Check yourself
    """)
    return


@app.cell(hide_code=True)
def _():
    products_card = Card(exercises.products(), "04.10")
    mo.vstack([mo.ui.anywidget(products_card)])
    return (products_card,)


@app.cell(hide_code=True)
def _():
    same_card = Card(exercises.same_for_all(), "04.11")
    mo.vstack([mo.ui.anywidget(same_card)])
    return (same_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    And now the whole way, for any number of layers:
    """)
    return


@app.function
def my_forward(x, weights, biases):
    return x @ weights[0] + biases[0]


@app.cell(hide_code=True)
def _():
    code_card = Card(exercises.code(), "04.12", start=my_forward)
    if mo.app_meta().mode == "edit":
        code_card.judge(my_forward)
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

    - **Another scale than in training.** A network that learnt with age / 100 and gets the age itself answers with nonsense, and without a word of warning.
    - **The activation forgotten, or used twice.** Without it, layers merge into one (lesson 03). A [sigmoid](#term-sigmoid) at the output *and* another one in the code around it squeezes every answer into 0.5 to 0.73: it can never say no.
    - **"It has seen the example, so it has learnt it."** A forward pass changes nothing. Learning takes an update.
    - **Shapes that don't fit.** The columns of `x` must be as many as the rows of `weight`. Write the shapes beside each line.

    ## When to use what

    | you want | the output layer |
    |:---|:---|
    | a number, such as a price or a temperature | one neuron without an activation |
    | yes or no | one neuron, sigmoid |
    | one of several classes | one neuron for each class, softmax |
    | several independent yes or no | one neuron for each, a sigmoid each |

    ## Deep dives

    /// details | Deep dive: what a forward pass costs

    One multiplication and one addition for each weight. A network with a million weights takes a million of each for one sample, which a laptop does in about a millisecond. Going back through the network to learn takes about twice as much again, as lesson 08 shows.
    During training, all $z$ and $a$ are kept for the way back, which takes memory; to predict only, each layer's numbers can be forgotten once the next layer has them.
    ///

    /// details | Deep dive: why softmax subtracts the largest score

    Click a probability of the driver above: the formula subtracts the largest of the three scores first. That changes nothing, as only differences count (lesson 03), and it keeps $e^z$ from becoming larger than a computer can store: $e^{1000}$ would be infinite.
    ///

    /// details | Deep dive: the same in one formula

    With $a^0 = x$, each layer is $a^l = g(a^{l-1} W^l + b^l)$, so the whole network is a function of functions: $p = g(g(x W^1 + b^1)\, W^2 + b^2)$ for two layers. That a network is such a chain is what makes it possible to find the slope of all of it, link by link.
    ///

    ## What to do next

    - **Watch it in the Lab.** Train on the two clouds and point at a hidden neuron: its small map is what it passes on, at every place of the plane.
    - **Go on.** Where do the numbers at the input come from? Lesson 05 makes numbers of pictures, words and sounds.
    - **Change this lesson.** `glassnet edit 04` opens it with all its code.
    """)
    return


@app.cell(hide_code=True)
def _(engine, person):
    if is_script(__file__):
        print(f"By hand {person['p']:.6f}, by the engine {engine:.6f}.")
    return


if __name__ == "__main__":
    app.run()
