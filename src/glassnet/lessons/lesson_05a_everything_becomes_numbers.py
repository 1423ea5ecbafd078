# /// script
# requires-python = ">=3.11"
#
# [tool.marimo.display]
# theme = "system"
# ///

import marimo

__generated_with = "0.25.2"
app = marimo.App(width="compact", app_title="Lesson 05a: Everything becomes numbers")

with app.setup:
    import marimo as mo
    import numpy as np
    from sklearn.feature_extraction.text import CountVectorizer

    import glassnet as gn
    from glassnet.lessons.exercises import Card
    from glassnet.lessons.lesson_exercises import lesson_05a as exercises
    from glassnet.lessons.lesson_helpers import lesson_05a as helpers
    from glassnet.lessons.page import is_script, show_code, summary_button
    from glassnet.lessons.shared_results import shared


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    # Everything becomes numbers

    **What does a network see, when it can only see numbers?**

    This is a picture, as a network gets it. Can you tell what it shows? Then press the button.
    """)
    return


@app.cell
def _():
    guess = gn.widgets.GuessThePicture()
    mo.vstack([mo.ui.anywidget(guess)])
    return (guess,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    You needed the colours. A network manages without: it only ever gets the numbers.

    After this lesson you will be able to

    - turn pictures, words and sounds into numbers, and say how many there are;
    - say what each of these steps keeps, and what it throws away;
    - explain how words get numbers that know what the words mean.

    ## The blind cyclist

    You ride a bicycle, blindfolded. You have never ridden one. Nobody explains anything, but two instruments speak to you all the time: the *tilt* of the bicycle, and how fast the tilt is changing.
    And when you have fallen off, somebody tells you how many seconds you lasted. That is all. So you try something, and keep it if you last longer.

    A network is that cyclist. **It gets numbers, and feedback on its answers; nothing else.** Three of the crudest cyclists that can learn; how many tries do they need?
    """)
    return


@app.function
def ride(balance, damping, most=750):
    # A bicycle falls like a stick stood on its end; steering into the
    # fall brings it back. Fifty steps a second.
    gusts = np.random.default_rng(0).normal(0, 0.06, most).tolist()
    tilt, speed = 0.02, 0.0
    for step in range(most):
        steer = balance * tilt + damping * speed
        speed += (9.8 * tilt - steer) * 0.02 + gusts[step]
        tilt += speed * 0.02
        if abs(tilt) > 0.5:  # radians, about 29 degrees: fallen off
            return step * 0.02
    return most * 0.02


@app.function
def learn_to_ride(tries, seed):
    draw = np.random.default_rng(seed)
    habits, best = np.zeros(2), ride(0.0, 0.0)
    seconds = [best]
    for _ in range(tries):
        idea = habits + draw.normal(0, 1.0, 2)
        lasted = ride(*idea)
        if lasted >= best:  # the only feedback: how long it went well
            habits, best = idea, lasted
        seconds.append(best)
    return habits, np.array(seconds)


@app.cell
def _():
    rides = {seed: shared(learn_to_ride, 100, seed) for seed in (1, 2, 3)}
    return (rides,)


@app.cell(hide_code=True)
def _():
    tries = mo.ui.slider(start=0, stop=100, value=20, show_value=True, label="Tries", full_width=True)
    mo.vstack([tries])
    return (tries,)


@app.cell(hide_code=True)
def _(rides, tries):
    mo.vstack(
        [
            mo.Html(helpers.longest_rides(rides, tries.value)),
            mo.md(
                f"The first ride lasts **{rides[1][1][0]:.1f} seconds**. After {tries.value} tries the three cyclists last "
                + ", ".join(f"**{_seconds[tries.value]:.1f}**" for _, _seconds in rides.values())
                + " (15 seconds is the end of the road)."
            ),
            show_code(ride, learn_to_ride, folded=True),
        ]
    )
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Two things to take away. What the cyclist can learn depends on *which numbers* the instruments give: take both away, and every ride is like the first.
    And trying at random is slow, and luck decides who gets stuck. Lessons 06 to 08 do better: how wrong was it, which way is better, and whose fault was it?

    Where the comparison ends: a cyclist has ears and a lifetime of other skills. A network has only its numbers. What is not in them doesn't exist for it. So how do a picture, a sentence, a song become numbers?

    ## Pictures

    A picture is a grid of **pixels**. In a grey picture each pixel is one number: how bright, from 0 (black) to 255 (white). A colour picture has three such grids, its **channels**: red, green and blue. That is all there is.
    """)
    return


@app.cell
def _():
    picture = gn.widgets.ImageToNumbers("traffic_light", size=14)
    mo.vstack([mo.ui.anywidget(picture)])
    return (picture,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    1. Point at a pixel, or click it: where is its number? And the other way round?
    2. How few pixels can you still recognise?
    3. Choose *RGB*, and a colourful picture. Which channels are dark where the picture is red?
    4. Open a picture of your own, or draw one.

    To a network, that grid is all there is. Move the picture one pixel to the right, and many of the numbers change, at every edge, while you hardly notice. It has to *learn* that both show the same. (The networks of lesson 14 are built so that they need not.)

    Fewer pixels are less to learn from, and more are more to compute. Networks get pixels scaled to 0 … 1, for reasons that [lesson 05b](/lessons/05b/) shows.
    """)
    return


@app.cell(hide_code=True)
def _():
    pixels_card = Card(exercises.pixels(), "05.1")
    mo.vstack([mo.ui.anywidget(pixels_card)])
    return (pixels_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Words

    A word is not an amount: "king" is not 3 and "queen" is not 4. Otherwise "queen" would be more than "king".

    The honest way is **one-hot**: one place for each word of the vocabulary, a 1 in the place of this word, 0 everywhere else. All words are equally different then. For a whole text, add up the vectors of its words:
    that is the **bag of words**, a count for each word, which forgets their order. A **vector** is simply such a row of numbers.

    **TF-IDF** is a count, too, but a word counts for less if many of the texts have it. Type sentences of your own, change the encoding, and press any number to see where it comes from.
    """)
    return


@app.cell
def _():
    words = gn.widgets.TextToVectors("counting")
    mo.vstack([mo.ui.anywidget(words)])
    return (words,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    In the first of these sentences, *the* still has the largest number under TF-IDF: one *the* counts for less than one *mat*, but there are two. TF-IDF turns common words down; it doesn't remove them.
    Many programs drop them beforehand, with a list of such **stop words**. Careful: *not* is on many of these lists, and a review without its *not* says the opposite.
    """)
    return


@app.cell
def _():
    four = ["the cat sat", "the dog sat", "the cat saw the dog", "a bird sang"]
    return (four,)


@app.function
def bag(sentences):
    counter = CountVectorizer(token_pattern=r"\w+")
    counts = counter.fit_transform(sentences)  # sparse: only what is not 0
    counts.sort_indices()
    return [str(word) for word in counter.get_feature_names_out()], counts


@app.cell(hide_code=True)
def _():
    mo.vstack(
        [
            mo.md("In a program, scikit-learn counts; rows and columns begin at 0:"),
            show_code(bag),
        ]
    )
    return


@app.cell
def _(four):
    vocabulary, counts = bag(four)
    return counts, vocabulary


@app.cell(hide_code=True)
def _(counts, four, vocabulary):
    _rows = "\n".join(
        f"    | {_text} | " + " | ".join(map(str, _row)) + " |"
        for _text, _row in zip(four, counts.toarray().tolist(), strict=True)
    )
    _places = ", ".join(
        f"({_row}, {_column}): {_value}" for _row, _column, _value in zip(*counts.nonzero(), counts.data, strict=True)
    )
    mo.md(f"""
    | sentence | {" | ".join(vocabulary)} |
    |:---|{"---:|" * len(vocabulary)}
{_rows}

    That is the **dense** form. **Sparse**, the same counts, as (row, column): value, without the zeros: {_places}.

    Here {counts.nnz} of {counts.shape[0] * counts.shape[1]} numbers are not 0. With 50,000 known words it would be a handful in 50,000: only without the zeros is that possible.
    """)
    return


@app.cell(hide_code=True)
def _():
    hot_card = Card(exercises.hot(), "05.2")
    mo.vstack([mo.ui.anywidget(hot_card)])
    return (hot_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Words that learn where they belong

    For one-hot vectors, a king is as far from a queen as from a bicycle. How could numbers know better? **"You shall know a word by the company it keeps"** (J. R. Firth, 1957):
    words that mean similar things have similar neighbours.

    Below, each of about 240 words has a vector of 24 numbers, at first at random: an **embedding**. Press *Train*, and watch the map and the strips: each strip is one vector, a cell for each number, orange below 0 and blue above.
    """)
    return


@app.cell
def _():
    meanings = gn.widgets.TextToVectors("learning")
    mo.vstack([mo.ui.anywidget(meanings)])
    return (meanings,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    1. Where do *king* and *queen* agree, after training? Compare *king* with *bicycle*: which strip of products has more blue?
    2. king − man + woman: look at the five strips. Why is the sum so like *queen*?
    3. Nobody told it about animals or vehicles. Why do they still end up in clusters of their own?
    4. Enter a text of your own. What is different?

    The number beside two words is the **cosine** of the angle between their vectors: multiply the two vectors (of length 1) number by number, and add up. 1 means the same direction, 0 a right angle.

    What was trained? A guessing game over 5,000 sentences (a small world that we made from templates): *do these two words stand near each other?* Take a true pair, "king" and "throne", and five words drawn at random.
    From the two vectors' product comes a probability; it should be 1 for the true neighbour and 0 for the others, and the vectors are moved so that it becomes so. This is **skip-gram with negative sampling**
    ([Mikolov and others, 2013](https://arxiv.org/abs/1310.4546)), on Glassnet's own engine.
    """)
    return


@app.cell(hide_code=True)
def _():
    order_lost_card = Card(exercises.order_lost(), "05.3")
    mo.vstack([mo.ui.anywidget(order_lost_card)])
    return (order_lost_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Why does the sum work? In these sentences all that tells a king from a queen is "he" and "she", "his" and "her", and the same tells a man from a woman. So both pairs are pushed apart in the same direction.
    In real language it works less neatly than the famous example suggests, and the usual search leaves the three words of the question out, as ours does
    ([Linzen, 2016](https://arxiv.org/abs/1606.07736)). And vectors learn *whatever* is in the text, prejudices included.

    ## Sounds

    A sound is air pressure that goes up and down. A microphone measures it many times a second: each measurement is a **sample**, and how many there are in a second is the **sample rate**. How finely each is measured is the **bit depth**: with 8 bits there are 256 steps.

    1. Press *Play*, and look at the picture at the bottom: which pitches sound when?
    2. Zoom in until you see single samples with their numbers.
    3. Give each sample fewer bits, and listen again. What is added to the sound?
    4. Go back to 16 bits, and keep fewer samples. From which rate on does the tone no longer rise to the end?
    """)
    return


@app.cell
def _():
    sound = gn.widgets.SoundToWaveform("rising")
    mo.vstack([mo.ui.anywidget(sound)])
    return (sound,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    A tone that goes up and down faster than half the sample rate can't be told from a slower one: it comes back as a wrong, lower tone. That is **aliasing**, the same that makes wheels in films turn backwards. Lower the sample rate of the rising tone above:
    in the **spectrogram**, which shows which pitches sound when, the line that rises turns round and falls. Speech is often given to networks in this form.
    """)
    return


@app.cell(hide_code=True)
def _():
    alias_card = Card(exercises.alias(pitch=helpers.strongest_pitch), "05.4")
    mo.vstack([mo.ui.anywidget(alias_card)])
    return (alias_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Check yourself
    """)
    return


@app.cell(hide_code=True)
def _():
    departments_card = Card(exercises.departments(), "05.5")
    mo.vstack([mo.ui.anywidget(departments_card)])
    return (departments_card,)


@app.cell(hide_code=True)
def _():
    sound_size_card = Card(exercises.sound_size(), "05.6")
    mo.vstack([mo.ui.anywidget(sound_size_card)])
    return (sound_size_card,)


@app.function
def my_count(text, vocabulary):
    # Yours to fix: it says whether a word is there, and finds “at” in “cat”. Return counts of whole words.
    return np.array([word in text for word in vocabulary])


@app.cell(hide_code=True)
def _():
    count_card = Card(exercises.count_words(), "05.7", start=my_count)
    if mo.app_meta().mode == "edit":
        count_card.judge(my_count)
    mo.vstack([mo.ui.anywidget(count_card)])
    return (count_card,)


@app.cell(hide_code=True)
def _():
    summary_button()
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Common pitfalls

    - **Names as 1, 2, 3.** That is an order which isn't there. One-hot; with many names, an embedding.
    - **Raw 0 to 255 into a network.** Divide by 255.
    - **A bag of words where order matters.** "not good, but cheap" and "good, but not cheap" are one bag.
    - **Sampling without a filter.** Pitches above half the sample rate come back as wrong ones, and nothing can take them out again.
    - **Believing that an embedding is fair.** It knows a word by its company, and repeats what that company says.

    ## When to use what

    | you have | use |
    |:---|:---|
    | pixels | divide by 255; grey, if colour says nothing about the question |
    | a few names | one-hot |
    | many names or words | embeddings, if there is enough text to learn them from |
    | short texts, few of them | bag of words or TF-IDF |
    | sounds | a spectrogram; raw samples for large networks with much data |

    ## Deep dives
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    /// details | Deep dive: what skip-gram learns

    For a centre word $c$, a true neighbour $o$ and $k$ random words $n_i$ the loss is, with $\sigma$ the sigmoid,

    $$ L = -\ln \sigma(v_c \cdot u_o) - \sum_{i=1}^k \ln \sigma(-v_c \cdot u_{n_i}). $$

    Since $\frac{d}{dz}\left(-\ln\sigma(z)\right) = \sigma(z) - 1$ and $\frac{d}{dz}\left(-\ln\sigma(-z)\right) = \sigma(z)$, every gradient is prediction minus truth, times the other vector:

    $$ \frac{\partial L}{\partial v_c} = (\sigma(z_o) - 1)\,u_o + \sum_i \sigma(z_{n_i})\,u_{n_i}, \qquad \frac{\partial L}{\partial u_o} = (\sigma(z_o) - 1)\,v_c, \qquad \frac{\partial L}{\partial u_{n_i}} = \sigma(z_{n_i})\,v_c. $$

    Where does it end? Let $\#(c, o)$ count the pairs and $q$ be the distribution from which the random words come. All terms with $z = v_c \cdot u_o$ add up to $-\#(c,o) \ln\sigma(z) - k\,\#(c)\,q(o) \ln \sigma(-z)$, and the derivative is zero where

    $$ e^{z} = \frac{\#(c, o)}{k\,\#(c)\,q(o)}, \qquad z = \ln \frac{p(o \mid c)}{q(o)} - \ln k. $$

    With $q(o) = p(o)$ the first part is the **pointwise mutual information** of the two words: skip-gram factorises a table of them into vectors ([Levy and Goldberg, 2014](https://papers.nips.cc/paper/5477-neural-word-embedding-as-implicit-matrix-factorization)).
    ///
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    /// details | Deep dive: Word2Vec, GloVe, FastText

    All three learn one vector for a word from the company that it keeps. They differ in what they look at.

    - **Word2Vec** ([2013](https://arxiv.org/abs/1301.3781)) goes through the text with a window, and predicts: in *skip-gram* the neighbours from the word, as above; in *CBOW* the word from its neighbours.
    - **GloVe** ([2014](https://aclanthology.org/D14-1162/)) first counts, over the whole text, how often each two words stand near each other, and then fits $v_i \cdot u_j + b_i + c_j \approx \ln(\text{count})$ by weighted least squares: rare pairs weigh less.
    - **FastText** ([2016](https://arxiv.org/abs/1607.04606)) is skip-gram in which a word's vector is the sum of those of its pieces, such as *bicy*, *icyc*, *cycl*. So it has a vector for a word that it never saw, and for a spelling mistake.

    None of them knows that a river has a *bank*, too: one word, one vector. That is what attention is for (lesson 17).
    ///
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## What to do next

    - **Take a rest.** Then [lesson 05b](/lessons/05b/) goes on: you have numbers now; are they good to learn from?
    - **Use your own data.** Put a text of yours into the tab *Learning*, and look for a pair of words that surprises you.
    - **Change this lesson.** `glassnet edit 05a` opens it with all its code; `my_count` waits for you there.
    """)
    return


@app.cell(hide_code=True)
def _(counts, rides):
    if is_script(__file__):
        _lasted = ", ".join(f"{seconds[-1]:.1f}" for _, seconds in rides.values())
        print(f"Seconds after 100 tries: {_lasted}. Counts that are not 0: {counts.nnz}.")
    return


if __name__ == "__main__":
    app.run()
