# /// script
# requires-python = ">=3.11"
#
# [tool.marimo.display]
# theme = "system"
#
# [tool.glassnet]
# lab = "data=moons&hidden=4"
# ///

import marimo

__generated_with = "0.25.2"
app = marimo.App(width="compact", app_title="Lesson 02: Layers, weights and biases")

with app.setup:
    import marimo as mo
    import numpy as np

    import glassnet as gn
    from glassnet.lessons.exercises import Card
    from glassnet.lessons.lesson_exercises import lesson_02 as exercises
    from glassnet.lessons.lesson_helpers import lesson_02 as helpers
    from glassnet.lessons.page import is_script, show_code, summary_button


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    # Layers, weights and biases

    **What is a network made of, and how much can it do?**

    Press *Add a [hidden layer](#term-hidden-layer)*, and watch the number of [parameters](#term-parameter).
    """)
    return


@app.cell
def _():
    opening = gn.widgets.ArchitectureExplorer()
    mo.vstack([mo.ui.anywidget(opening)])
    return (opening,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    After this lesson you will be able to

    - count the parameters of a network, and give the shapes of its [weights](#term-weight);
    - say what the weights and the [bias](#term-bias) of a [neuron](#term-neuron) do, and what is missing without a bias;
    - name the common kinds of [layers](#term-layer), and say what one hidden layer can do and what not.

    ## Neurons side by side

    The first column holds the inputs; all other circles are neurons. Those in one column form a **layer**: they get the same inputs and work side by side. What they give is the input of the next layer, from left to right and never back.
    Such a network is *feed-forward*. The layers in the middle are hidden: nobody gives them values, nobody asks for theirs.

    Every line is a weight, and every neuron has a bias. Together they are the **parameters** of the network: the numbers that training changes. Choose a layer, and its row in the table shows how many it has:
    inputs times neurons for the weights, and one bias for each neuron. At first, that is 16 + 10 = 26. With ten circles in each of eight columns it would be 770. Large language models have hundreds of billions.
    """)
    return


@app.cell(hide_code=True)
def _():
    nine_card = Card(exercises.nine(), "02.1")
    mo.vstack([mo.ui.anywidget(nine_card)])
    return (nine_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## One layer, one product

    Each neuron does what you know from lesson 01: it multiplies every input by a weight, adds up, and adds its bias. With $n$ inputs $x_1, x_2, \dots, x_n$ that is written

    $$z = \sum_{i=1}^{n} w_i x_i + b, \qquad a = g(z)$$

    The sign $\sum$ (a Greek S, for *sum*) says: put $i = 1$, then $i = 2$, and so on, and add up. And $g$ is the **activation function**: what the neuron makes of its sum (lesson 03). Here is a layer of two neurons with three inputs, 1, 2 and 3:
    """)
    return


@app.cell
def _():
    x_one, weight_one, bias_one, z_one = helpers.one_layer()
    return bias_one, weight_one, x_one, z_one


@app.cell(hide_code=True)
def _(bias_one, weight_one, x_one, z_one):
    mo.md(helpers.written(x_one, weight_one, bias_one, z_one))
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Nobody writes this out neuron by neuron. Put the weights into a table with a row for each input and a column for each neuron, a *matrix*. Then all the sums of a layer are one product, and so are those of many examples, one in each row of $x$:
    """)
    return


@app.function
def layer(x, weight, bias, g):
    return g(x @ weight + bias)


@app.function
def network(x, weights, biases, g):
    for weight, bias in zip(weights, biases, strict=True):
        x = layer(x, weight, bias, g)
    return x


@app.cell(hide_code=True)
def _():
    show_code(layer, network)
    return


@app.cell(hide_code=True)
def _(bias_one, weight_one, x_one, z_one):
    _z = layer(x_one, weight_one, bias_one, lambda z: z)
    mo.md(
        f"""
    | array | shape | here |
    |:---|:---|:---|
    | x | (examples, inputs) | {x_one.shape} |
    | weight | (inputs, neurons) | {weight_one.shape} |
    | bias | (neurons,) | {bias_one.shape} |
    | z, a | (examples, neurons) | {_z.shape} |

    The function `layer` and the engine's own layer agree: the largest difference between them is {np.abs(_z - z_one).max():g}.
    """
    )
    return


@app.cell(hide_code=True)
def _():
    shapes_card = Card(exercises.shapes(), "02.2")
    mo.vstack([mo.ui.anywidget(shapes_card)])
    return (shapes_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## What a weight does, and what the bias does

    Take a neuron with a single input and a smooth step at its end, a **sigmoid**. Pull both sliders:
    """)
    return


@app.cell(hide_code=True)
def _():
    slope = mo.ui.slider(start=-6.0, stop=6.0, step=0.5, value=2.0, show_value=True, label="weight w", full_width=True)
    mo.vstack([slope])
    return (slope,)


@app.cell(hide_code=True)
def _():
    shift = mo.ui.slider(start=-6.0, stop=6.0, step=0.5, value=3.0, show_value=True, label="bias b", full_width=True)
    mo.vstack([shift])
    return (shift,)


@app.cell(hide_code=True)
def _(shift, slope):
    mo.vstack([mo.Html(helpers.sigmoid_of(slope.value, shift.value))])
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    The weight makes the curve steeper or flatter. If it is **negative**, the curve falls: this input *inhibits* the neuron, the more of it, the less comes out.

    And the bias? It doesn't lift the curve. It shifts it *along the axis of the input*: the neuron passes 0.5 where $w x + b = 0$, at $x = -b/w$ (the dot). A positive bias lets a neuron with a positive weight respond earlier, a negative one later. You may know $b$ as the intercept of a straight line $wx + b$.
    """)
    return


@app.cell(hide_code=True)
def _():
    middle_card = Card(exercises.middle(), "02.3")
    mo.vstack([mo.ui.anywidget(middle_card)])
    return (middle_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Switch the bias off

    What happens without it? One neuron shall tell two clouds of points apart. Answer first, then use the switch.
    """)
    return


@app.function
def train(x, y, with_bias):
    weight, bias = np.zeros(2), 0.0
    for _ in range(2000):
        error = 1 / (1 + np.exp(-(x @ weight + bias))) - y
        weight = weight - 0.5 * x.T @ error / len(x)
        if with_bias:
            bias = bias - 0.5 * error.mean()
    return weight, bias


@app.cell
def _():
    trained = {with_bias: train(*helpers.clouds(), with_bias) for with_bias in (True, False)}
    rights = {with_bias: helpers.right(*found) for with_bias, found in trained.items()}
    return rights, trained


@app.cell(hide_code=True)
def _(rights):
    origin_card = Card(exercises.origin(accuracies=lambda: (rights[True], rights[False])), "02.4")
    mo.vstack([mo.ui.anywidget(origin_card)])
    return (origin_card,)


@app.cell(hide_code=True)
def _():
    has_bias = mo.ui.switch(value=True, label="with a bias")
    mo.vstack([has_bias])
    return (has_bias,)


@app.cell(hide_code=True)
def _(has_bias, trained):
    mo.vstack([mo.Html(helpers.border(*trained[has_bias.value]))])
    return


@app.cell(hide_code=True)
def _():
    show_code(train, folded=True)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    The border lies where the sum is 0. Where all inputs are 0, nothing is left of the sum but the bias, and if that is missing, too, the point (0, 0) is on the border of every neuron, whatever its weights are.

    ## The zoo of layers

    In a *dense* layer, each neuron sees all inputs. There are others, made for pictures, for sequences or for training. Each cage holds a real layer of each kind, at work on a real input. Press *Next input*, and try the variants:
    """)
    return


@app.cell
def _():
    zoo = gn.widgets.LayerZoo()
    mo.vstack([mo.ui.anywidget(zoo)])
    return (zoo,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    They only get a first look here; each has its own lesson later on. Look at the line under each pair of pictures: it says how many numbers go in, how many come out, and how many parameters are in between.
    A dense layer from 64 numbers to 10 needs 650. The convolution needs 10, for a picture of any size. An **embedding**, a list of numbers for each word, needs as many as its table has.
    """)
    return


@app.cell(hide_code=True)
def _():
    learns_card = Card(exercises.learns(), "02.5")
    mo.vstack([mo.ui.anywidget(learns_card)])
    return (learns_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## How much can one hidden layer do?

    Astonishingly much. A sigmoid goes up; subtract another one that goes up a little later, and what is left is a **bump**. Put bumps of the right height side by side, and they add up to a curve. All of this is one hidden layer of sigmoid neurons and an output that adds them up. Press the button:
    """)
    return


@app.cell
def _():
    builder = gn.widgets.BumpBuilder()
    mo.vstack([mo.ui.anywidget(builder)])
    return (builder,)


@app.cell(hide_code=True)
def _():
    bumps_card = Card(exercises.bumps(), "02.6")
    mo.vstack([mo.ui.anywidget(bumps_card)])
    return (bumps_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Draw a curve of your own: choose *your own* and drag its dots. However it looks, enough bumps come as near to it as you like. This is **universal approximation** (George Cybenko proved it in 1989, Kurt Hornik and others in the same year). Read what it says closely:

    - the curve must be *continuous*. Choose *a jump*: the largest error never falls below half the jump, however many bumps there are;
    - it must be on a *bounded* stretch, here from 0 to 1. Beyond it, nothing is promised;
    - such a network *exists*. How many neurons it needs, and whether training finds their weights, is another matter. These weights were not learnt: we set them.
    """)
    return


@app.cell(hide_code=True)
def _():
    promise_card = Card(exercises.promise(), "02.7")
    mo.vstack([mo.ui.anywidget(promise_card)])
    return (promise_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Does a large weight mean an important input?

    One often reads so. Here are 80 houses. Their prices follow a rule with a little noise, and a neuron without an activation finds it again. Which input counts most for the price?
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(helpers.weights_twice())
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    As measured, rooms have the largest weight, and the distance one near nothing. But a distance is thousands of metres, a house has two to five rooms. When each [feature](#term-feature) is divided by its typical spread, the order changes: the area counts most, then the distance, the rooms last.
    **Weights can be compared only if their features are on one scale** (lesson 05b).
    """)
    return


@app.cell(hide_code=True)
def _():
    kilometres_card = Card(exercises.kilometres(), "02.8")
    mo.vstack([mo.ui.anywidget(kilometres_card)])
    return (kilometres_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## One layer or several?

    | question | a single layer | several layers |
    |:---|:---|:---|
    | border between classes | a straight line or plane | any shape |
    | to be found by training | easy: one valley | harder: many valleys and plains |
    | to be explained | each weight has a meaning | hardly |
    | needs | few examples | many examples |

    And what can't a feed-forward network do? It has no memory: every example is met for the first time. It takes a fixed number of inputs. It doesn't know that neighbouring pixels belong together. For this there are the recurrent, convolutional and attention layers of the zoo.

    ## Check yourself

    Build one that works: in this explorer, and within a budget.
    """)
    return


@app.cell
def _():
    workshop = gn.widgets.ArchitectureExplorer(2, (1,), 1, activation="tanh")
    mo.vstack([mo.ui.anywidget(workshop)])
    return (workshop,)


@app.cell(hide_code=True)
def _(workshop):
    build_card = Card(exercises.build(), "02.9", settings=lambda: workshop.settings)
    mo.vstack([mo.ui.anywidget(build_card)])
    return (build_card,)


@app.cell(hide_code=True)
def _():
    reader_card = Card(exercises.reader(), "02.10")
    mo.vstack([mo.ui.anywidget(reader_card)])
    return (reader_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Now write one: a layer with **ReLU**, which replaces everything below 0 by 0.
    """)
    return


@app.function
def my_layer(x, weight, bias):
    return x


@app.cell(hide_code=True)
def _():
    code_card = Card(exercises.code(), "02.11", start=my_layer)
    if mo.app_meta().mode == "edit":
        code_card.judge(my_layer)
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

    - **Biases forgotten while counting.** A 2-2-1 network has nine parameters, not six.
    - **Weights the wrong way round.** Here a row is an input and a column is a neuron. Many books have it the other way, and write $Wx$ instead of $xW$. Both are right, mixed they are not.
    - **“More layers are always better.”** More parameters need more examples, more time, and more care.
    - **A bias where there is one already.** A normalisation of each column (choose it in the zoo) that follows a layer takes out its bias again at once.

    ## When to use what

    | your inputs are | begin with |
    |:---|:---|
    | a table: age, income, rooms | dense layers |
    | pictures | convolution and pooling, then dense |
    | sequences: text, sound, measurements | recurrent layers or attention |
    | words or other names | an embedding first |

    ## Deep dives

    /// details | Deep dive: from bumps to several inputs

    With two inputs, four sigmoids make a ridge in one direction and a ridge in the other; where both are high, a third layer's unit lets a tower through. Towers side by side make any continuous surface on a square. The number of towers grows as the square of what it was for a curve, with ten inputs as the tenth power: one more reason why existence isn't everything.
    ///

    /// details | Deep dive: why several layers often need fewer neurons

    A fold can be folded again. Each layer of a network can fold what the one before has folded, so that the number of pieces may double with every layer, while it only grows by one with every neuron of a single layer. There are curves for which a deep network needs a few dozen neurons and a shallow one millions (Matus Telgarsky, 2016).
    ///

    /// details | Deep dive: the bias as one more weight

    Give every example one more feature that is always 1. Its weight is then the bias, and z = x · weight is the whole formula. Many proofs do it this way. The engine keeps them apart, because a penalty on weights (lesson 12) should leave the bias alone.
    ///

    ## What to do next

    - **Go on** with lesson 03, where $g$ gets its turn.
    - **Use it.** In the Lab, add neurons and layers to a network while it learns.
    - **Change this lesson.** `glassnet edit 02` opens it with all its code.
    """)
    return


@app.cell(hide_code=True)
def _(opening, rights):
    if is_script(__file__):
        print(
            f"The explorer opens with {sum(_w * _u + _u for _w, _u in ((3, 4), (4, 2)))} parameters: {opening.settings}"
        )
        print(f"Right with a bias {rights[True]:.0%}, without {rights[False]:.0%}.")
    return


if __name__ == "__main__":
    app.run()
