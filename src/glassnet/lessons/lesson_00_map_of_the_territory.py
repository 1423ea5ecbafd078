# /// script
# requires-python = ">=3.11"
#
# [tool.marimo.display]
# theme = "system"
#
# [tool.glassnet]
# lab = "data=moons"
# ///

import marimo

__generated_with = "0.25.2"
app = marimo.App(width="compact", app_title="Lesson 00: Map of the territory")

with app.setup:
    import marimo as mo

    import glassnet as gn
    from glassnet.lessons.exercises import Card
    from glassnet.lessons.lesson_exercises import lesson_00 as exercises
    from glassnet.lessons.lesson_helpers import lesson_00 as helpers
    from glassnet.lessons.page import is_script, show_code, summary_button
    from glassnet.lessons.shared_results import shared


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    # Map of the territory

    **What is a neural network, and what is it good for?**

    Here is one that reads digits. Press *Look inside*.
    """)
    return


@app.cell(hide_code=True)
def _():
    box = gn.widgets.GlassBox()
    mo.vstack([mo.ui.anywidget(box)])
    return (box,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    After this lesson you will be able to

    - say what goes into a network, what comes out, and where its knowledge is;
    - tell three ways to learn apart: from examples with answers, without answers, and from rewards;
    - say when a neural network is the right tool, and when it isn't.

    ## A box that reads

    **What goes in** is a picture of 8 × 8 points: 64 numbers, 0 for paper, 1 for ink, and shades between. **What comes out** is ten percentages, one for each digit. In between are 910 numbers and nothing else.

    Nobody wrote a rule such as "a 7 has a bar on top". The numbers were found by **training**: the network saw thousands of digits, and after every 32 its numbers were changed a little, so that it would have been less wrong.

    Draw a digit yourself. Then click one of the twelve **neurons** in the middle, small calculators: its picture shows which points it looks for (blue) and which count against (orange). Click any number below it to see how it was computed; a **weight**, which says how much an input counts, leads back into the training. Press *Another digit*: soon comes one that it gets wrong.
    """)
    return


@app.cell(hide_code=True)
def _():
    knowledge_card = Card(exercises.knowledge(), "00.1")
    mo.vstack([mo.ui.anywidget(knowledge_card)])
    return (knowledge_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Seven small networks at work

    Reading digits is one thing of many. Here are seven networks that you can train yourself. Each knows nothing until you press *Train*; a few seconds later, you can use it.

    ### 1. Pictures

    This one will read your handwriting, like the box above. Draw something *before* it is trained, and watch its opinion change while it learns.
    """)
    return


@app.cell(hide_code=True)
def _():
    digits = gn.widgets.Application("digits")
    mo.vstack([mo.ui.anywidget(digits)])
    return (digits,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    The line is what matters: how many digits it reads rightly that it has **never seen**. For that, 360 digits were put aside before the training. To know its own examples by heart would be no art.

    The whole training is a few lines of code. Lesson 09 takes them apart:
    """)
    return


@app.function
def learn(data, hidden, seed):
    network = gn.Network([*hidden, gn.Dense(10)])
    rule = gn.Adam(0.01)
    recipe = gn.Recipe("sparse_softmax_cross_entropy", rule, batch_size=32, seed=seed)
    run = gn.Run(network, recipe, data)
    run.advance(500)
    return run


@app.cell(hide_code=True)
def _():
    show_code(learn)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ### 2. Text

    Words become numbers, too (lesson 05 shows how). This network reads a sentence word by word and says after each how friendly it sounds so far. Train it, then see how *not* turns its opinion around.
    """)
    return


@app.cell(hide_code=True)
def _():
    sentences = gn.widgets.Application("sentences")
    mo.vstack([mo.ui.anywidget(sentences)])
    return (sentences,)


@app.cell(hide_code=True)
def _():
    unknown_card = Card(exercises.unknown_words(read=helpers.unknown_sentence), "00.2")
    mo.vstack([mo.ui.anywidget(unknown_card)])
    return (unknown_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ### 3. Time

    How will it go on? Sales, temperatures, heartbeats: a **time series** is numbers in the order in which they came. This network learns from noisy waves. Train it, then drag the points of the wave. Try the zigzag as well: it has never seen one.
    """)
    return


@app.cell(hide_code=True)
def _():
    waves = gn.widgets.Application("waves")
    mo.vstack([mo.ui.anywidget(waves)])
    return (waves,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ### 4. Recommendations

    A shop knows nothing about a film but who liked it, and nothing about you but what you liked. That is enough: the network finds three numbers for each person and for each film by itself. Train it, then give two or three films some stars.
    """)
    return


@app.cell(hide_code=True)
def _():
    ratings = gn.widgets.Application("ratings")
    mo.vstack([mo.ui.anywidget(ratings)])
    return (ratings,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ### 5. Rewards

    Nobody tells this one what is right. It walks through the maze, at first at random, gets −0.04 for each step, −1 in the pit and +1 at the goal, and learns what each step is worth: a bluer cell promises more. Train it, change the maze, and train it again.
    """)
    return


@app.cell(hide_code=True)
def _():
    maze = gn.widgets.Application("maze")
    mo.vstack([mo.ui.anywidget(maze)])
    return (maze,)


@app.cell(hide_code=True)
def _():
    detour_card = Card(exercises.detour(), "00.3")
    mo.vstack([mo.ui.anywidget(detour_card)])
    return (detour_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ### 6. Sound

    A sound becomes a picture of its frequencies, and a network that is made for pictures listens to it. Train it. Then whistle, or sing *aah* into the microphone.
    """)
    return


@app.cell(hide_code=True)
def _():
    sounds = gn.widgets.Application("sounds")
    mo.vstack([mo.ui.anywidget(sounds)])
    return (sounds,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ### 7. Groups that nobody named

    Here are 300 customers, and nobody says what kind each of them is. The network squeezes four habits into two numbers and tries to recover the four from them. What it finds on the way is a map on which similar customers are close together. Train it, and watch the crowd fall into groups.
    """)
    return


@app.cell(hide_code=True)
def _():
    customers = gn.widgets.Application("customers")
    mo.vstack([mo.ui.anywidget(customers)])
    return (customers,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    How many groups there are, nobody knows. Set the slider to 2 and to 6: both are answers, and it is up to you which one is useful.

    ## Three ways to learn

    You have seen all three.

    | | what is given | above |
    |:---|:---|:---|
    | **supervised** | examples with the right answer, the **label** | digits, moods, waves, stars, sounds |
    | **unsupervised** | examples without answers | groups of customers |
    | **reinforcement** | rewards for what was tried | the maze |
    """)
    return


@app.cell(hide_code=True)
def _():
    ways_card = Card(exercises.ways(), "00.4")
    mo.vstack([mo.ui.anywidget(ways_card)])
    return (ways_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## One inside the other

    Three names are often used as if they were one. Each is a part of the one before:
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.vstack([mo.Html(helpers.nested_names())])
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    - **Artificial intelligence**: whatever lets a machine do what seems to need thought, also by rules that people wrote. *Your navigation finds the shortest way with a fixed recipe; it has learnt nothing.*
    - **Machine learning**: the rules are found from examples. *A shop recommends what people like you bought.*
    - **Deep learning**: the examples are learnt by a neural network with many **layers** of neurons, one behind the other. *A self-driving car recognises people and signs in the pictures of its cameras.*
    """)
    return


@app.cell(hide_code=True)
def _():
    game_card = Card(exercises.noughts_and_crosses(), "00.5")
    mo.vstack([mo.ui.anywidget(game_card)])
    return (game_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Why now?

    The idea is old: Frank Rosenblatt's artificial neuron that learns is from 1958. What it lacked were examples, computers and tools, and they came in a few years.

    | year | what happened |
    |:---|:---|
    | 2004 | Facebook opens: people begin to put their lives, and billions of pictures, online. Google describes *MapReduce*, a way to compute on thousands of machines |
    | 2006 | *Hadoop* makes that free for everyone |
    | 2007 | *CUDA*: graphics cards, made for games, can be programmed for anything |
    | 2009 | *ImageNet*: millions of pictures with labels |
    | 2010 | *Theano*, one of the first free frameworks for networks on graphics cards |
    | 2012 | a deep network, trained on two graphics cards, wins the ImageNet contest by a wide margin |
    | 2015 | *Keras* and *TensorFlow* come out, soon followed by *PyTorch* |
    """)
    return


@app.cell(hide_code=True)
def _():
    order_card = Card(exercises.years(), "00.6")
    mo.vstack([mo.ui.anywidget(order_card)])
    return (order_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Why do examples matter so much? Try it. Two models learn to read digits from 30 examples, from 100, and so on to 10,000: changed copies of 1,258 digits, up to eight of each, turned and moved a little, as people write. One is **linear**: each output only weighs the 64 points, without neurons in between. The other is a network with 64 neurons in between. Each learns three times, from another start and with examples drawn anew, and is tested on 539 digits that neither has seen.
    """)
    return


@app.cell(hide_code=True)
def _():
    plateau_card = Card(exercises.plateau(curves=helpers.learning_curves, say=helpers.last_scores, learn=learn), "00.7")
    mo.vstack([mo.ui.anywidget(plateau_card)])
    return (plateau_card,)


@app.cell(hide_code=True)
def _():
    compare = mo.ui.run_button(label="Train all thirty models")
    mo.vstack([compare])
    return (compare,)


@app.cell
def _(compare):
    curves = shared(helpers.learning_curves, learn) if compare.value else None
    return (curves,)


@app.cell(hide_code=True)
def _(curves):
    mo.stop(curves is None, mo.md("*A few seconds. Answer first, then press.*"))
    mo.vstack([mo.Html(helpers.draw_curves(curves)), mo.md(helpers.what_the_curves_say(curves))])
    return


@app.cell(hide_code=True)
def _():
    mo.md(rf"""
    ## Families at a glance

    Networks differ in how their neurons are connected. Five families do most of the work:

{helpers.families()}

    And where are they at work?

    | field | for example |
    |:---|:---|
    | translation | a sentence in one language in, the same in another out |
    | anomalies | a payment, or a machine's hum, unlike all others |
    | medicine | marks on an X-ray that a doctor should look at again |
    | retail | how much bread will be sold tomorrow |
    | games | Go and chess, learnt by playing against itself |
    | traffic | when the lights should change, when the bus will come |
    """)
    return


@app.cell(hide_code=True)
def _():
    family_card = Card(exercises.family(), "00.8")
    mo.vstack([mo.ui.anywidget(family_card)])
    return (family_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## When not to use one

    A neural network is one tool among many. Take another if

    - **a rule does it**: nobody needs to learn how to add up a bill;
    - **there are few examples**: with thirty digits the linear model was as good, and simpler;
    - **everyone must understand why**: a loan refused by 910 numbers is hard to explain;
    - **it may never be wrong**: you have seen it misread a digit, and be sure of it;
    - **a table with a few columns** is all there is: decision trees are often as good, and quicker.

    ## Check yourself
    """)
    return


@app.cell(hide_code=True)
def _():
    tool_card = Card(exercises.tool(), "00.9")
    mo.vstack([mo.ui.anywidget(tool_card)])
    return (tool_card,)


@app.cell(hide_code=True)
def _():
    unseen_card = Card(exercises.unseen(course=helpers.by_heart), "00.10")
    mo.vstack([mo.ui.anywidget(unseen_card)])
    return (unseen_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Now build the last step of the box yourself: from ten percentages to an answer.
    """)
    return


@app.function
def my_answer(shares):
    return 0


@app.cell(hide_code=True)
def _():
    code_card = Card(exercises.code(), "00.11", start=my_answer)
    if mo.app_meta().mode == "edit":
        code_card.judge(my_answer)
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

    - **"It understands what it reads."** It computes with numbers. A drawing that is no digit at all gets ten percentages as well.
    - **"It is sure, so it is right."** A percentage says how the network weighs its ten answers, not how often it is right.
    - **"It is right on its examples, so it has learnt."** Only what it does with new ones counts.
    - **"It is objective, it's only mathematics."** It repeats what is in its examples, mistakes and prejudices included.

    ## When to use what

    | you have | begin with |
    |:---|:---|
    | a rule that works | the rule |
    | a small table | a linear model or a decision tree |
    | many pictures, sounds or texts with labels | a neural network |
    | examples without labels | groups, or a map such as number 7 |
    | a world to try things in | rewards |

    ## Deep dives

    /// details | Deep dive: how number 4 works

    The first path of the network turns the number of a person into three numbers, the second does the same for a film. The two are multiplied, number by number, and a last layer adds the three products up. If the first of the three came to mean "space and robots", a person who likes that and a film that has it give a large product.
    This is called **matrix factorisation** (Koren, Bell & Volinsky 2009). Nobody says what the three numbers should mean: training finds them.
    ///

    /// details | Deep dive: how number 5 works

    The network estimates $Q$, what a step is worth: its reward, plus the worth of the best step after it, a little reduced. After each attempt it learns from everything it has tried so far.
    This is **Q-learning** (Watkins 1989) with a neural network (Riedmiller 2005).
    ///

    ## What to do next

    - **Change this lesson.** `glassnet edit 00` opens it with all its code: give `learn` another number of neurons, and train all thirty again.
    - **Use the Lab.** Put a network together, press play, and watch it learn.
    """)
    return


@app.cell(hide_code=True)
def _():
    if is_script(__file__):
        _run = learn(gn.data.digits(), [gn.Dense(64, "relu")], 0)
        print(f"After 500 steps, {_run.evaluate('test').accuracy:.1%} of the digits put aside are read rightly.")
    return


if __name__ == "__main__":
    app.run()
