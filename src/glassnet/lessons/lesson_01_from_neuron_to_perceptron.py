# /// script
# requires-python = ">=3.11"
#
# [tool.marimo.display]
# theme = "system"
#
# [tool.glassnet]
# lab = "data=circle&hidden="
# ///

import marimo

__generated_with = "0.25.2"
app = marimo.App(width="compact", app_title="Lesson 01: From neuron to perceptron")

with app.setup:
    import marimo as mo
    import numpy as np

    import glassnet as gn
    from glassnet.lessons.exercises import Card
    from glassnet.lessons.lesson_exercises import lesson_01 as exercises
    from glassnet.lessons.lesson_helpers import lesson_01 as helpers
    from glassnet.lessons.page import is_script, show_code, summary_button
    from glassnet.lessons.shared_results import shared


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    # From neuron to perceptron

    **How can a decision be made out of nothing but numbers?**

    Press *Send the signals* and watch two [neurons](#term-neuron) decide at once: one of a brain, one of a computer.
    """)
    return


@app.cell
def _():
    opening = gn.widgets.TwoNeurons()
    mo.vstack([mo.ui.anywidget(opening)])
    return (opening,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    After this lesson you will be able to

    - work out what a neuron answers, and say what its [weights](#term-weight) and its [bias](#term-bias) do;
    - correct a [perceptron](#term-perceptron) by one of its mistakes, and say what it can learn;
    - solve with three neurons what one can't, and say why.

    ## A vote with weights

    Shall I go outside? Three things speak for it or against it, some more than others. The **neuron** above treats them as a vote. Each input is 1 (yes) or 0 (no), and it is multiplied by a **weight**:
    how much it counts. A positive weight speaks for going outside, a negative one against it. To the sum is added the **bias**: how keen you are anyway. If the result is not below 0, the answer is yes.

    As the widget opens, the sun shines and homework is waiting: 2 − 4 − 1 = −3. Stay inside. Now tick *friends are outside*: it is just enough.
    Then pull the sliders. How must you weigh homework so that nothing in the world can get you out?
    """)
    return


@app.cell(hide_code=True)
def _():
    vote_card = Card(exercises.vote(), "01.1")
    mo.vstack([mo.ui.anywidget(vote_card)])
    return (vote_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Where the idea comes from

    A nerve cell collects signals with its dendrites. Where the end of another cell touches it, at a synapse, a signal gets through strongly, or weakly, or works against it. If enough comes together in the cell body,
    the cell fires: a pulse runs along its axon to the next cells. Your brain has about 86 billion such cells, with thousands of synapses each.

    | nerve cell | artificial neuron |
    |:---|:---|
    | dendrite | input |
    | synapse | weight |
    | cell body | sum |
    | axon | output |

    In 1943 Warren McCulloch and Walter Pitts kept a threshold: a unit fires if enough signals come together. Weights that differ, and learn, came with Frank Rosenblatt in 1958. Left out is all the rest: the timing of the pulses, the chemistry, the growing and dying. An artificial neuron is a small calculation that a nerve cell
    *inspired*. It is no model of a brain.
    """)
    return


@app.cell(hide_code=True)
def _():
    brain_card = Card(exercises.brain(), "01.2")
    mo.vstack([mo.ui.anywidget(brain_card)])
    return (brain_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## One neuron, one line

    Inputs can be any numbers. A bank looks at two: a credit score and an income. Each applicant is a point in the plane: its two numbers are its **features**. A neuron with two weights divides this plane into two halves, yes and no.
    The border is a straight line, for on it the sum is exactly 0.

    Try it by hand: the circle moves the line, the square turns it. Points on the wrong side light up. Then press *Learn from one mistake*, and again, or *Keep learning*.
    """)
    return


@app.cell
def _():
    loan = gn.widgets.PerceptronByHand("loan")
    mo.vstack([mo.ui.anywidget(loan)])
    return (loan,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Watch the sliders while you drag. Moving the line changes nothing but the bias. Turning it changes the weights, and the bias as well, for it turns about the circle and not about the point (0, 0). So **the weights say in which direction the line looks, the bias where it stands.**

    Such a neuron, with a step at its end, is a **perceptron**. Rosenblatt described it in 1958; his machine, with motors that turned its weights, was shown in 1960. In symbols, with $x_1$ and $x_2$ for the inputs, $w_1$ and $w_2$ for the weights and $b$ for the bias:

    $$z = w_1 x_1 + w_2 x_2 + b, \qquad a = \begin{cases} 1 & \text{if } z \ge 0 \\ 0 & \text{if } z < 0 \end{cases}$$
    """)
    return


@app.cell(hide_code=True)
def _():
    axis_card = Card(exercises.axis(), "01.3")
    mo.vstack([mo.ui.anywidget(axis_card)])
    return (axis_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Learning from mistakes

    Nobody tells the perceptron where the line should be. It goes from point to point, and only a mistake changes something:

    - the right answer is 1 and it says 0: the mistake is $1 - 0 = 1$, and the point's features are *added* to the weights;
    - the right answer is 0 and it says 1: the mistake is $0 - 1 = -1$, and they are *subtracted*;
    - the answer is right: the mistake is 0, and everything stays.

    So $w \leftarrow w + \text{mistake} \cdot x$ for each weight, and $b \leftarrow b + \text{mistake}$. The next time, the sum for this point is nearer to what it should be. (For the others it may be worse: count along while you press the button.)
    """)
    return


@app.function
def decide(x, weight, bias):
    return 1.0 if x @ weight + bias >= 0 else 0.0


@app.function
def learn(points, targets, weight, bias, passes):
    for _ in range(passes):
        for x, target in zip(points, targets, strict=True):
            mistake = target - decide(x, weight, bias)
            weight = weight + mistake * x
            bias = bias + mistake
    return weight, bias


@app.cell(hide_code=True)
def _():
    show_code(decide, learn)
    return


@app.cell(hide_code=True)
def _():
    corrected_card = Card(exercises.corrected(), "01.4")
    mo.vstack([mo.ui.anywidget(corrected_card)])
    return (corrected_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Logic out of neurons

    If the inputs are only 0 and 1, there are four points: the corners of a square. Computers are made of gates on two such inputs. AND says 1 if both are 1; OR if at least one is; NAND unless both are.
    Let the perceptron learn all three:
    """)
    return


@app.cell
def _():
    gate = gn.widgets.PerceptronByHand("and")
    mo.vstack([mo.ui.anywidget(gate)])
    return (gate,)


@app.cell
def _():
    corners = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    gates = {"AND": [0, 0, 0, 1], "OR": [0, 1, 1, 1], "NAND": [1, 1, 1, 0]}
    learnt = {name: learn(corners, answers, np.zeros(2), 0.0, 10) for name, answers in gates.items()}
    return corners, gates, learnt


@app.cell(hide_code=True)
def _(learnt):
    _neurons = [(f"{_name}: {_w[0]:g}, {_w[1]:g}, {_b:g}", gn.Perceptron(_w, _b)) for _name, (_w, _b) in learnt.items()]
    mo.md(
        "The function `learn` from above, in ten passes over the four corners, finds these weights and biases (they differ from yours, and are right as well):\n\n"
        + helpers.answers_of(_neurons).replace("-", "−").replace("−−", "--")
    )
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    NAND alone is enough to build a whole computer. So are neurons, then!

    The same holds for words. Is a message spam if it says “winner” or “prize”? That is OR: choose *Spam: either word*. Words can be replaced by anything that can be counted: choose *Spam: length and links*.
    """)
    return


@app.cell(hide_code=True)
def _():
    doubled_card = Card(exercises.doubled(), "01.5")
    mo.vstack([mo.ui.anywidget(doubled_card)])
    return (doubled_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## The one that it can't learn

    XOR says 1 if *exactly one* input is 1. It is no stranger than the others. Drag the line wherever you like. The counter keeps the best you have reached:
    """)
    return


@app.cell
def _():
    exclusive = gn.widgets.PerceptronByHand("xor")
    mo.vstack([mo.ui.anywidget(exclusive)])
    return (exclusive,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Three of four, and never more. The rule can't do better: press *Keep learning*, and after a few corrections a line comes back that was there before, and everything repeats, for ever.

    The picture says why. The two 1s lie on one diagonal, the two 0s on the other. A line with both 1s on its yes side has everything between them on that side, too, and so the middle of the square. A line with both 0s on its no side has the middle on *that* side.
    The middle can't be on both.

    Classes that a straight line divides are **linearly separable**. XOR isn't, and it is not alone. Choose *Spam: one word without the other*: “order” without a number is bait, a number without an order, too, but both together are a receipt.
    Or *Inside or outside a circle*.
    """)
    return


@app.cell(hide_code=True)
def _():
    gates_card = Card(exercises.gates(learnable=lambda: shared(helpers.learnable)), "01.6")
    mo.vstack([mo.ui.anywidget(gates_card)])
    return (gates_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Two lines, and one who combines them

    One line isn't enough. Take two! Neurons A and B each draw a line through the square; a third neuron doesn't see the points at all, only what A and B say about them. A and B form a **layer**: they get the same inputs and work side by side. As it lies between the inputs and the output, it is called a **hidden layer**.

    Drag lines A and B until every blue point lands apart from every orange one in the right picture. Then let the third neuron learn, or drag its line yourself.
    """)
    return


@app.cell
def _():
    network = gn.widgets.HiddenLayerByHand()
    mo.vstack([mo.ui.anywidget(network)])
    return (network,)


@app.cell(hide_code=True)
def _(network):
    build_card = Card(exercises.build(), "01.7", settings=lambda: network.settings)
    mo.vstack([mo.ui.anywidget(build_card)])
    return (build_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    What has the hidden layer done? It has *moved the points*: in the right picture, XOR is separable. All that networks do is of this kind: each layer of neurons describes its inputs anew, until the last one has an easy task.

    You have placed A and B by hand. The perceptron rule couldn't have done it: it needs to know what a neuron *should* say, and nobody knows that of a hidden one. How it can be done became widely known only in 1986: that is lesson 08.

    ## The rule needs no slope

    It is often said that a perceptron is trained by **gradient descent**, which changes a weight a little in the direction in which the mistakes become fewer. It isn't. Look for yourself: here are the bank's loans, all in one picture, with the weight $w_1$ changed little by little.
    """)
    return


@app.cell(hide_code=True)
def _():
    other = mo.ui.slider(start=-2.0, stop=2.0, step=0.5, value=1.0, show_value=True, label="weight w₂", full_width=True)
    mo.vstack([other])
    return (other,)


@app.cell(hide_code=True)
def _(other):
    mo.vstack(
        [
            mo.Html(helpers.staircase(other.value, -8.0)),
            mo.md(
                f"Bias −8. Of all small changes of w₁ in this picture, {helpers.level_share(other.value, -8.0):.0%} change nothing."
            ),
        ]
    )
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Stairs. On a step it is level, so there is no slope to follow; at its edge it jumps. The perceptron rule doesn't need a slope: it takes a mistake, and corrects it. It is an algorithm of its own.
    When networks got hidden layers, the step had to go, and curves with a slope took its place: that is lesson 03.

    ## Check yourself
    """)
    return


@app.cell(hide_code=True)
def _():
    gradient_card = Card(exercises.gradient(), "01.8")
    mo.vstack([mo.ui.anywidget(gradient_card)])
    return (gradient_card,)


@app.cell(hide_code=True)
def _():
    step_card = Card(exercises.one_step(), "01.9")
    mo.vstack([mo.ui.anywidget(step_card)])
    return (step_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Now write it yourself: one step of the rule, for any number of features.
    """)
    return


@app.function
def my_correction(weight, bias, x, target):
    return weight, bias


@app.cell(hide_code=True)
def _():
    code_card = Card(exercises.code(), "01.10", start=my_correction)
    if mo.app_meta().mode == "edit":
        code_card.judge(my_correction)
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

    - **No bias.** Then every line goes through the point (0, 0), and AND can't be learnt.
    - **Waiting for the end.** If no line divides the classes, the rule never stops. Count the corrections, and stop yourself.
    - **Features on very different scales.** A point's features are added to the weights as they are: an income of 3,000 turns the line at once, a score of 6 never. Lesson 05b shows what to do.
    - **“It has learnt.”** No mistake on the points it has seen says nothing yet about others.

    ## When to use what

    | you have | use |
    |:---|:---|
    | two classes that a line divides | a perceptron, or better a neuron with a smooth step (lesson 03), which also says how sure it is |
    | classes that overlap | a neuron with a smooth step |
    | classes that no line divides | a network with a hidden layer |
    | a rule that you can write down | the rule: no learning is needed |

    ## Deep dives

    /// details | Deep dive: why the rule always ends if a line exists

    Suppose some line divides the points and keeps a distance γ from all of them, and no point is farther than R from the origin (with a 1 as one more feature, for the bias). Then, if it begins with zeros, the rule makes at most (R/γ)² corrections (Albert Novikoff, 1962).
    With each correction the weights come nearer to those of that line by at least γ in its direction, while their length grows only as the square root of the number of corrections. That can't go on for long.
    For AND, with the line x₁ + x₂ = 1.5, the bound is 51. Counted, beginning with zeros: 11 corrections.
    ///

    /// details | Deep dive: XOR, as four inequalities

    A perceptron for XOR would need b < 0, w₂ + b ≥ 0, w₁ + b ≥ 0 and w₁ + w₂ + b < 0. Add the two in the middle: w₁ + w₂ + 2b ≥ 0. So w₁ + w₂ + b ≥ −b > 0, which contradicts the last.
    ///

    /// details | Deep dive: a loss that fits the rule

    There is a function whose slope gives the same correction: 0 for a right answer, and the distance of z from 0 for a wrong one (`gn.PerceptronLoss`). It was found afterwards, and it isn't the number of mistakes: it counts *how far* on the wrong side a point is.
    ///

    /// details | Deep dive: a short history

    1943, McCulloch and Pitts: neurons as logic, without learning. 1958, Rosenblatt: the perceptron learns. 1969, Minsky and Papert: a book about all that a single one can't do, XOR among it. 1986, Rumelhart, Hinton and Williams: hidden layers learn, by backpropagation, which others had found before.
    ///

    ## What to do next

    - **Go on** with lesson 02, where neurons are put into layers.
    - **Use it.** In the Lab, a network without a hidden layer is one neuron. Give it the circle, and then a hidden layer.
    - **Change this lesson.** `glassnet edit 01` opens it with all its code.
    """)
    return


@app.cell(hide_code=True)
def _(corners, gates, learnt):
    if is_script(__file__):
        for _name, (_weight, _bias) in learnt.items():
            _said = [decide(_x, _weight, _bias) for _x in corners]
            print(f"{_name} with the weights {_weight} and the bias {_bias:g}: {_said == gates[_name]}")
    return


if __name__ == "__main__":
    app.run()
