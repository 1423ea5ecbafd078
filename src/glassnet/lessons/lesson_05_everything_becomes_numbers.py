# /// script
# requires-python = ">=3.11"
#
# [tool.marimo.display]
# theme = "system"
# ///

import marimo

__generated_with = "0.25.2"
app = marimo.App(width="compact", app_title="Lesson 05: Everything becomes numbers")

with app.setup:
    import marimo as mo
    import numpy as np
    from sklearn.datasets import load_digits, load_wine
    from sklearn.decomposition import PCA
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.feature_selection import SelectKBest, f_classif
    from sklearn.model_selection import StratifiedKFold, cross_val_score
    from sklearn.neighbors import KNeighborsClassifier
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import MinMaxScaler, PolynomialFeatures, StandardScaler

    import glassnet as gn
    from glassnet.lessons.exercises import Card
    from glassnet.lessons.lesson_exercises import lesson_05 as exercises
    from glassnet.lessons.lesson_helpers import lesson_05 as helpers
    from glassnet.lessons.lesson_helpers.digit_maps import digits_by_pca, digits_by_tsne
    from glassnet.lessons.page import is_script, scientific, show_code, show_symbols, summary_button
    from glassnet.lessons.shared_results import shared
    from glassnet.lessons.symbols import linked, number


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    # Everything becomes numbers

    **What does a network see, when it can only see numbers?**

    After this lesson you will be able to

    - turn pictures, words and sounds into numbers, and say what each step keeps and what it throws away;
    - scale, extend and condense features with scikit-learn, and measure how much a feature tells about what you want to know;
    - spot the mistake that makes results look better than they are: data that leaked.

    ## The blind cyclist

    You ride a bicycle, blindfolded. You have never ridden one. Nobody explains anything, but two instruments speak to you all the time: the *tilt* of the bicycle, and how fast the tilt is changing.
    And when you have fallen off, somebody tells you how many seconds you lasted. That is all. So you try something, and keep it if you last longer. After a while you can ride.

    A network is that cyclist. It sees no road, no bicycle, no cat and no melody. **It gets numbers, and feedback on its answers; nothing else.** Here is the crudest cyclist that can learn:
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


@app.cell(hide_code=True)
def _():
    show_code(ride, learn_to_ride)
    return


@app.cell
def _():
    rides = {seed: shared(learn_to_ride, 100, seed) for seed in (1, 2, 3)}
    return (rides,)


@app.cell(hide_code=True)
def _(rides):
    mo.vstack(
        [
            mo.Html(helpers.longest_rides(rides)),
            mo.md(
                f"The first ride lasts **{rides[1][1][0]:.1f} seconds**. After a hundred tries the three cyclists last "
                + ", ".join(f"**{_seconds[-1]:.1f}**" for _, _seconds in rides.values())
                + " (15 seconds is the end of the road)."
            ),
        ]
    )
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Two things to take away. What the cyclist can learn depends on *which numbers* the instruments give: take both away, and every ride is like the first.
    And trying at random is slow, and luck decides who gets stuck. Lessons 06 to 08 replace it: how wrong was it (06), which way is better (07), and whose fault was it (08).

    Where the picture ends: a cyclist has ears, a sense of balance and a lifetime of other skills. A network has only its numbers. If something is not in them, for the network it doesn't exist.

    So this lesson is about the instruments. **How do a picture, a sentence, a song become numbers, and what makes numbers good to learn from?**

    ## Pictures

    A picture is a grid of **pixels**. In a grey picture each pixel is one number: how bright, from 0 (black) to 255 (white). A colour picture has three such grids, its **channels**: red, green and blue. That is all there is.

    Choose a picture, open one of your own, or draw one. How few pixels can you still recognise? Look at the three channels of something colourful.
    """)
    return


@app.cell
def _():
    picture = gn.widgets.ImageToNumbers()
    mo.vstack([mo.ui.anywidget(picture)])
    return (picture,)


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
    the **bag of words**, a count for each word, which forgets their order. **TF-IDF** gives more weight to words that occur in few texts: "the" is in all of them and tells you nothing.

    Below, in *Counting*, type sentences of your own, and press any number to see where it comes from.
    """)
    return


@app.cell
def _():
    words = gn.widgets.TextToVectors()
    mo.vstack([mo.ui.anywidget(words)])
    return (words,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ### Words that learn where they belong

    For one-hot vectors, a king is as far from a queen as from a bicycle. How could numbers know better? **"You shall know a word by the company it keeps"** (J. R. Firth, 1957):
    words that mean similar things have similar neighbours.

    Go to the tab *Learning* and press *Train*. Each of about 240 words gets a vector of 24 numbers, at first at random: an **embedding**. Then the network plays a guessing game over 5,000 sentences
    (a small world that we made from templates): *do these two words stand near each other in a sentence?* Take a true pair, "king" and "throne", and five words drawn at random. Multiply the two vectors number by number and add up;
    a sigmoid makes a probability of it. It should be 1 for the true neighbour and 0 for the others, and the vectors are moved so that it becomes so. This is **skip-gram with negative sampling**
    ([Mikolov and others, 2013](https://arxiv.org/abs/1310.4546)), and it runs in front of you on Glassnet's own engine.

    1. Before you train: what is nearest to "king"? And after?
    2. Look at "king" and "queen", then at "king" and "bicycle".
    3. king − man + woman: what does it say, and when during the training does it begin to?
    4. Nobody told it about animals or vehicles. Why do they still end up in clusters of their own?
    5. Enter a text of your own. What is different?

    The number beside two words is the **cosine** of the angle between their vectors: 1 means the same direction, 0 a right angle.

    Why does the sum work? In these sentences all that tells a king from a queen is "he" and "she", "his" and "her", and the same tells a man from a woman. So both pairs are pushed apart in the same direction.
    In real language it works less neatly than the famous example suggests, and the usual search leaves the three words of the question out, as ours does
    ([Linzen, 2016](https://arxiv.org/abs/1606.07736)). And vectors learn *whatever* is in the text, prejudices included.
    """)
    return


@app.cell(hide_code=True)
def _():
    hot_card = Card(exercises.hot(), "05.2")
    mo.vstack([mo.ui.anywidget(hot_card)])
    return (hot_card,)


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
            mo.md(
                "With scikit-learn, four short sentences become counts in a few lines. Python counts rows and columns from 0:"
            ),
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
    _dense = counts.toarray()
    _rows = "\n".join(
        f"    | **{_place}** | " + " | ".join(map(str, _row)) + " |" for _place, _row in enumerate(_dense.tolist())
    )
    _texts = ", ".join(f"{_place} “{_text}”" for _place, _text in enumerate(four))
    _places = ", ".join(
        f"({_row}, {_column}): {_value}" for _row, _column, _value in zip(*counts.nonzero(), counts.data, strict=True)
    )
    mo.md(f"""
    The sentences are {_texts}.

    | row | {" | ".join(vocabulary)} |
    |:---|{"---:|" * len(vocabulary)}
{_rows}

    That is the **dense** form. **Sparse**, the same counts, as (row, column): value, zeros left out: {_places}.

    Here {counts.nnz} of {_dense.size} numbers are not 0. With 50,000 known words it would be a handful in 50,000: only without the zeros is that possible.
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Sounds

    A sound is air pressure that goes up and down. A microphone measures it many times a second: each measurement is a **sample**, and how many there are in a second is the **sample rate**. How finely each is measured is the **bit depth**: with 8 bits there are 256 steps.

    Zoom in below until you see single samples with their numbers. Then keep fewer of them, or give each fewer bits, and listen. A tone that goes up and down faster than half the sample rate can't be told from a slower one: it comes back as a wrong, lower tone. That is **aliasing**, the same that makes wheels in films turn backwards.
    The **spectrogram** shows which pitches sound when; speech is often given to networks in this form.
    """)
    return


@app.cell
def _():
    sound = gn.widgets.SoundToWaveform()
    mo.vstack([mo.ui.anywidget(sound)])
    return (sound,)


@app.cell(hide_code=True)
def _():
    alias_card = Card(exercises.alias(), "05.3")
    mo.vstack([mo.ui.anywidget(alias_card)])
    return (alias_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Numbers that need work

    A table of measurements is made of numbers already. But are they good to learn from? Suppose that one of the cyclist's instruments counts in degrees and the other in thousandths of a degree: the second drowns out the first.

    **Scaling** brings features to one size. Two common ways, for each column by itself:

    $$ \begin{aligned} \text{min-max:} \quad x' &= \frac{x - \min}{\max - \min} \\[12pt] \text{standard:} \quad x' &= \frac{x - \text{mean}}{\text{standard deviation}} \end{aligned} $$
    """)
    return


@app.cell
def _():
    table = np.array([[10.0, 100.0], [20.0, 250.0], [30.0, 500.0], [40.0, 1000.0]])
    return (table,)


@app.function
def scale_both_ways(values):
    squeezed = MinMaxScaler().fit_transform(values)
    return squeezed, StandardScaler().fit_transform(values)


@app.cell(hide_code=True)
def _():
    scale_card = Card(exercises.scale(), "05.4")
    mo.vstack([show_code(scale_both_ways), mo.ui.anywidget(scale_card)])
    return (scale_card,)


@app.cell
def _(table):
    squeezed, standard = scale_both_ways(table)
    return squeezed, standard


@app.cell(hide_code=True)
def _(squeezed, standard, table):
    def _signed(value: float) -> str:
        return f"{value:.3f}".replace("-", "−")

    _rows = "\n".join(
        f"    | {_raw[0]:g}, {_raw[1]:g} | {_signed(_a[0])}, {_signed(_a[1])} | {_signed(_b[0])}, {_signed(_b[1])} |"
        for _raw, _a, _b in zip(table, squeezed, standard, strict=True)
    )
    mo.md(f"""
    | as it is | min-max | standard |
    |:---|:---|:---|
{_rows}

    Min-max ends exactly at 0 and 1, and one freak value squeezes all the others together. Standard scaling has mean 0 and standard deviation 1, and no fixed ends. Neither changes the *shape* of a column: it shifts and stretches, that is all.
    """)
    return


@app.function
def neighbours_score(scaler):
    # 178 wines from three growers, 13 measurements of each;
    # the five most similar wines vote
    x, y = load_wine(return_X_y=True)
    voters = KNeighborsClassifier(5)
    model = voters if scaler is None else make_pipeline(scaler, voters)
    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    return float(cross_val_score(model, x, y, cv=folds).mean())


@app.cell
def _():
    wine = {
        "none": neighbours_score(None),
        "min-max": neighbours_score(MinMaxScaler()),
        "standard": neighbours_score(StandardScaler()),
    }
    return (wine,)


@app.cell
def _():
    # Between two wines, a measurement's squared difference is on average twice its variance
    _variance = load_wine().data.var(axis=0)
    proline = float(_variance[-1] / _variance.sum())
    return (proline,)


@app.cell(hide_code=True)
def _(proline, wine):
    mo.vstack(
        [
            mo.md("Does it matter? Ask a method that lives by distances which of three growers a wine comes from:"),
            show_code(neighbours_score),
            mo.md(f"""
    | scaling | right, in wines not used for fitting |
    |:---|---:|
    | none | {wine["none"]:.1%} |
    | min-max | {wine["min-max"]:.1%} |
    | standard | {wine["standard"]:.1%} |

    Unscaled, one measurement decides nearly alone: the amount of proline. It is counted in hundreds, so on average it makes {proline:.1%} of the squared distance between two wines. Methods that split one feature at a time, such as decision trees, don't care. Networks do: gradient descent in a long narrow valley is slow (lesson 07, and the deep dive below).

    ### New features from old

    A straight line can't follow a parabola. But give it $x^2$ as a feature *of its own*, and it can: the model stays a weighted sum, the world becomes curved. All products up to degree 2:
    """),
        ]
    )
    return


@app.function
def with_powers(values, degree=2):
    return PolynomialFeatures(degree).fit_transform(np.reshape(values, (-1, 1)))


@app.cell
def _():
    powers = with_powers([1, 2, 3, 4])
    return (powers,)


@app.cell(hide_code=True)
def _(powers):
    _rows = "\n".join(f"    | {_row[0]:g} | {_row[1]:g} | {_row[2]:g} |" for _row in powers)
    mo.vstack(
        [
            show_code(with_powers),
            mo.md(f"""
    | 1 | x | x² |
    |---:|---:|---:|
{_rows}

    The price: with $n$ features and degree 2 there are $\\tfrac{{(n+1)(n+2)}}{2}$ of them; 100 become 5,151. A hidden layer *learns* which combinations it needs instead of listing them all.
    """),
        ]
    )
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ### Fewer features from many

    **Principal component analysis** (PCA) finds the directions in which the data vary most, one after another, each at a right angle to those before, and writes every sample in them.
    Here ten features are mixed from three hidden causes. Turn up the noise: what becomes of the share that three components explain?
    """)
    return


@app.function
def ten_from_three(noise):
    draw = np.random.default_rng(5)
    causes, mixing = draw.normal(size=(200, 3)), draw.normal(size=(3, 10))
    return causes @ mixing + noise * draw.normal(size=(200, 10))


@app.function
def explained(values, components=3):
    return PCA(components).fit(values).explained_variance_ratio_


@app.cell(hide_code=True)
def _():
    noise = mo.ui.slider(start=0.0, stop=3.0, step=0.1, value=0.3, show_value=True, label="Noise", full_width=True)
    mo.vstack([show_code(ten_from_three, explained), noise])
    return (noise,)


@app.cell
def _(noise):
    ten = ten_from_three(noise.value)
    shares = explained(ten)
    return shares, ten


@app.cell(hide_code=True)
def _(noise, shares, ten):
    _three = PCA(3).fit_transform(ten)
    mo.vstack(
        [
            mo.Html(helpers.explained_variance(explained(ten, 10), noise=noise.value)),
            mo.md(
                f"{ten.shape[0]} samples: {ten.shape[1]} features → {_three.shape[1]}. The first three components explain "
                + " + ".join(f"{_share:.1%}" for _share in shares)
                + f" = **{shares.sum():.1%}** of the variance."
            ),
        ]
    )
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    PCA looks for *large variance*, not for what matters to you: a loud instrument wins, so scale first. And it can only add and subtract features; it can't unroll a spiral.

    ## Too many instruments

    Why not give the network everything? Because space gets strangely empty. Put 200 points at random into a cube with $d$ dimensions and look from one of them: how much farther away is the farthest than the nearest?
    """)
    return


@app.function
def contrast(places):
    # From the first place: how much farther is the farthest of the others than the nearest?
    away = np.linalg.norm(places[1:] - places[0], axis=1)
    return float(away.max() / away.min())


@app.cell
def _():
    _draws = [np.random.default_rng(seed) for seed in range(9)]
    contrasts = {
        d: float(np.median([contrast(draw.uniform(size=(201, d))) for draw in _draws]))
        for d in (1, 2, 3, 10, 64, 100, 1000)
    }
    return (contrasts,)


@app.cell
def _():
    # The same for 201 handwritten digits, which are points in 64 dimensions, too
    _digits = load_digits().data
    _draws = [np.random.default_rng(seed).choice(len(_digits), 201, replace=False) for seed in range(9)]
    digits_contrast = float(np.median([contrast(_digits[chosen]) for chosen in _draws]))
    return (digits_contrast,)


@app.cell(hide_code=True)
def _(contrasts):
    curse_card = Card(exercises.curse(contrasts=contrasts), "05.5")
    mo.vstack([show_code(contrast), mo.ui.anywidget(curse_card)])
    return (curse_card,)


@app.cell(hide_code=True)
def _(contrasts, digits_contrast):
    _rows = "\n".join(f"    | {_d:,} | {_ratio:,.2f} |" for _d, _ratio in contrasts.items())
    mo.md(f"""
    /// details | When you have made your prediction: the other dimensions

    | dimensions | farthest / nearest |
    |---:|---:|
{_rows}
    ///

    **Distances concentrate.** When everybody is equally far away, "the most similar example" means nothing. This is the *curse of dimensionality*.

    Real data suffer less. Handwritten digits of 8 × 8 pixels are points in 64 dimensions, too. Among 200 of them the farthest is **{digits_contrast:.1f} times** as far as the nearest; among random points in 64 dimensions it is {contrasts[64]:.1f} times.
    Most of that space holds no digits: they fill only a small, bent part of it.
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ### 64 dimensions on a sheet of paper

    A handwritten digit of 8 × 8 pixels is a point in 64 dimensions. PCA lays a flat sheet through the cloud. **t-SNE** bends: it places points on paper so that *near neighbours stay neighbours*
    ([van der Maaten and Hinton, 2008](https://www.jmlr.org/papers/v9/vandermaaten08a.html)). The **perplexity** says how many neighbours each point cares about. Which digit is which it is never told.
    """)
    return


@app.cell(hide_code=True)
def _():
    perplexity = mo.ui.dropdown({"5": 5, "30": 30, "80": 80}, value="30", label="Perplexity")
    mo.vstack([perplexity])
    return (perplexity,)


@app.cell(hide_code=True)
def _():
    unfold = mo.ui.run_button(label="Run t-SNE on 400 digits (a few seconds)")
    mo.vstack([unfold])
    return (unfold,)


@app.cell(hide_code=True)
def _(perplexity, unfold):
    _pictures = [helpers.digits_on_a_plane(*digits_by_pca(), "PCA")]
    if unfold.value:
        with mo.status.spinner(title="t-SNE is moving 400 points"):
            _pictures.append(helpers.digits_on_a_plane(*digits_by_tsne(perplexity.value), "t-SNE"))
    mo.vstack(
        [
            mo.Html(gn.figures.side_by_side(*_pictures)),
            mo.md("In t-SNE the *size* of a cluster and the *distance between* clusters mean nothing."),
        ]
    )
    return


@app.cell(hide_code=True)
def _():
    mo.md(
        linked(r"""
    ## How much does an instrument tell you?

    An instrument that always shows 7 is useless. One that shows something new each time may be useful, or just nervous.

    **Entropy** measures surprise. Something that happens with probability $p$ surprises by $-\log_2 p$ **bits**: a coin's head by 1 bit, one side of eight by 3. The entropy of a feature is its average surprise:

    $$ \symbol{entropy}{H(X)} = -\sum_x \symbol{chance}{p(x)}\, \symbol{surprise}{\log_2 p(x)} $$

    Bend the coin:
    """)
    )
    return


@app.function
def entropy(probabilities):
    p = np.asarray(probabilities, dtype=float)
    p = p[p > 0]  # what never happens surprises nobody
    return float(-(p * np.log2(p)).sum()) + 0.0


@app.cell(hide_code=True)
def _():
    heads = mo.ui.slider(
        start=0.0, stop=1.0, step=0.01, value=0.9, show_value=True, label="Probability of heads", full_width=True
    )
    mo.vstack(
        [
            show_code(
                entropy,
                symbols={"chance": "p", "surprise": "np.log2(p)", "entropy": "float(-(p * np.log2(p)).sum())"},
            ),
            heads,
        ]
    )
    return (heads,)


@app.cell(hide_code=True)
def _(heads):
    _h = entropy([heads.value, 1 - heads.value])
    mo.vstack(
        [
            mo.Html(helpers.entropy_of_a_coin(entropy, heads.value)),
            mo.md(
                f"Heads with probability {number('chance', f'{heads.value:.2f}')}: **{number('entropy', f'{_h:.3f} bits')}** a throw."
            ),
            show_symbols(
                chance=("p", "how likely it is"),
                surprise=("log₂ p", "its surprise, with a minus"),
                entropy=("H", "the mean surprise"),
            ),
        ]
    )
    return


@app.cell(hide_code=True)
def _():
    coin_card = Card(exercises.coin(entropy=entropy), "05.6")
    mo.vstack([mo.ui.anywidget(coin_card)])
    return (coin_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    **Mutual information** says by how much the surprise about the target $Y$ shrinks when you are shown the feature $X$:

    $$ \begin{aligned} I(X; Y) &= H(Y) - H(Y \mid X) \\ &= H(X) + H(Y) - H(X, Y) \end{aligned} $$

    Below it is measured for each of the 64 pixels of 1,797 handwritten digits, with the digit as the target. Find a pixel that varies a lot and tells you little.
    """)
    return


@app.function
def information(x, y):
    # Entropy of x, and mutual information of x and y, in bits
    pairs = np.zeros((x.max() + 1, y.max() + 1))
    np.add.at(pairs, (x, y), 1 / len(x))
    h_x, h_y = entropy(pairs.sum(axis=1)), entropy(pairs.sum(axis=0))
    return h_x, h_x + h_y - entropy(pairs.ravel())


@app.cell(hide_code=True)
def _():
    levels = mo.ui.slider(steps=[2, 4, 8, 17], value=4, show_value=True, label="Grey levels kept", full_width=True)
    mo.vstack([show_code(information), levels])
    return (levels,)


@app.cell(hide_code=True)
def _():
    row = mo.ui.slider(start=1, stop=8, value=4, show_value=True, label="Pixel row", full_width=True)
    mo.vstack([row])
    return (row,)


@app.cell(hide_code=True)
def _():
    column = mo.ui.slider(start=1, stop=8, value=6, show_value=True, label="Pixel column", full_width=True)
    mo.vstack([column])
    return (column,)


@app.cell
def _(levels):
    _images, digits = load_digits(return_X_y=True)
    pixels = np.minimum(_images.astype(int) * levels.value // 17, levels.value - 1)
    measured = np.array([information(pixels[:, place], digits) for place in range(64)]).reshape(8, 8, 2)
    by_chance = float(
        np.mean([information(pixels[:, 28], np.random.default_rng(s).permutation(digits))[1] for s in range(5)])
    )
    return by_chance, digits, measured, pixels


@app.cell(hide_code=True)
def _(by_chance, column, digits, measured, row):
    _at = (row.value - 1, column.value - 1)
    _h, _i = measured[_at]
    _best = np.unravel_index(measured[..., 1].argmax(), (8, 8))
    mo.vstack(
        [
            mo.Html(helpers.pixel_information(measured, _at)),
            mo.md(
                f"The pixel in row {row.value}, column {column.value}: entropy **{_h:.2f} bits**, mutual information with the digit **{_i:.2f} bits** of the {entropy(np.bincount(digits) / len(digits)):.2f} that would settle it. "
                f"The most informative pixel is in row {_best[0] + 1}, column {_best[1] + 1}: {measured[_best][1]:.2f} bits. When the digits are shuffled, so that there is nothing left to learn, the formula still gives {by_chance:.3f} bits: counts from few examples see patterns in chance."
            ),
        ]
    )
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    A feature with no mutual information of its own may still matter together with another: for "exactly one of two switches is on", each switch alone tells you nothing, and both together tell you everything.

    ## The answer that leaked

    Before the test ride, somebody whispers to the cyclist where the gusts will come. The ride goes splendidly, and says nothing about the next one. **Leakage** is any way in which knowledge of the test data gets into training.

    The most common one is a single line in the wrong place. A scaler must *learn* its minimum and maximum from somewhere. Learn them **from the training part only**, then apply them to both. Scaling **before** splitting is the leak.
    """)
    return


@app.function
def scale_then_split(values, train):
    everything = MinMaxScaler().fit_transform(values)  # the leak
    return everything[:train], everything[train:]


@app.function
def split_then_scale(values, train):
    scaler = MinMaxScaler().fit(values[:train])
    return scaler.transform(values[:train]), scaler.transform(values[train:])


@app.cell
def _():
    six = np.array([[1.0], [2.0], [3.0], [4.0], [5.0], [100.0]])  # four to train with, two to test
    leaked, proper = scale_then_split(six, 4), split_then_scale(six, 4)
    return leaked, proper, six


@app.cell(hide_code=True)
def _(leaked, proper, six):
    def _list(part):
        return ", ".join(f"{float(value):.3g}" for value in part[:, 0])

    mo.vstack(
        [
            show_code(scale_then_split, split_then_scale),
            mo.md(f"""
    The values {_list(six[:4])} are for training, {_list(six[4:])} for the test:

    | order of work | training values | test values |
    |:---|:---|:---|
    | scaled, then split (**leaks**) | {_list(leaked[0])} | {_list(leaked[1])} |
    | split, then scaled | {_list(proper[0])} | {_list(proper[1])} |

    In the first row the *training* values reveal that something near 100 is waiting in the test: change that value, and the training data change. In the second they don't.

    How much does it flatter the result? By scaling alone often hardly at all. But whatever else is *fitted* before the split leaks in the same way, and then it can be grotesque. Here 60 people, 2,000 features, all pure noise, and labels from a coin. Nothing can be learnt. First the 20 features that fit the labels best are chosen, then five-fold cross-validation measures how well five neighbours predict the coin:
    """),
        ]
    )
    return


@app.function
def coin_score(leak, seed):
    draw = np.random.default_rng(seed)
    x = draw.normal(size=(60, 2_000))
    y = draw.permutation(np.arange(60) % 2)
    choose = SelectKBest(f_classif, k=20)
    model = KNeighborsClassifier(5)
    folds = StratifiedKFold(5, shuffle=True, random_state=seed)
    if leak:  # chosen with everybody's labels, those of the test too
        x = choose.fit_transform(x, y)
    else:
        model = make_pipeline(choose, model)
    return float(cross_val_score(model, x, y, cv=folds).mean())


@app.cell
def _():
    coins = {leak: float(np.mean([shared(coin_score, leak, seed) for seed in range(3)])) for leak in (True, False)}
    return (coins,)


@app.cell(hide_code=True)
def _(coins):
    leak_card = Card(exercises.leak(coins=coins), "05.7")
    mo.vstack([show_code(coin_score), mo.ui.anywidget(leak_card)])
    return (leak_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    A `Pipeline` keeps the order right: whatever is fitted in it sees the training part only. So does the scaler of `gn.data.scaled`.

    ## Check yourself
    """)
    return


@app.cell(hide_code=True)
def _():
    order_card = Card(exercises.order(), "05.8")
    mo.vstack([mo.ui.anywidget(order_card)])
    return (order_card,)


@app.cell(hide_code=True)
def _():
    code_card_words = Card(exercises.code_card_words(), "05.9")
    mo.vstack([mo.ui.anywidget(code_card_words)])
    return (code_card_words,)


@app.function
def my_scale(train, test):
    # Yours to fix: it scales each part by itself. Return both parts, stacked.
    parts = (train, test)
    scaled = [(part - part.mean(axis=0)) / part.std(axis=0) for part in parts]
    return np.concatenate(scaled)


@app.cell(hide_code=True)
def _():
    code_card = Card(exercises.code(), "05.10", start=my_scale)
    if mo.app_meta().mode == "edit":
        code_card.judge(my_scale)
    mo.vstack([mo.ui.anywidget(code_card)])
    return (code_card,)


@app.cell(hide_code=True)
def _():
    mo.vstack([show_code(my_scale), summary_button()])
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Common pitfalls

    - **Scaling, choosing or filling gaps before the split.** The results will not be confirmed by new data. Split first; put the rest into a pipeline.
    - **Names as 1, 2, 3.** That is an order which isn't there. One-hot; with many names, an embedding.
    - **Raw 0 to 255 into a network.** Divide by 255, or use standard scaling.
    - **Min-max with freak values.** All others are squeezed together. Use standard scaling, or cut the freaks off knowingly.
    - **Reading distances from t-SNE.** Look at it, then measure in the full space.
    - **Dropping features with little mutual information.** Pairs that matter only together are lost. Try with and without.

    ## When to use what

    | you have | use |
    |:---|:---|
    | amounts on different scales | standard scaling; min-max if they must lie between 0 and 1 and there are no freak values |
    | pixels | divide by 255; grey, if colour says nothing about the question |
    | a few names | one-hot |
    | many names or words | embeddings, if there is enough text to learn them from |
    | short texts, few of them | bag of words or TF-IDF |
    | sounds | a spectrogram; raw samples for large networks with much data |
    | very many features, few samples | PCA, or choose features, *inside* the pipeline |
    | a question such as "are there groups?" | PCA first, then t-SNE with several perplexities |
    """)
    return


@app.cell
def _(standard, table):
    def _steepness(values):
        centred = values - values.mean(axis=0)
        return float(np.linalg.cond(centred.T @ centred / len(values)))

    steepness = (_steepness(table), _steepness(standard))
    return (steepness,)


@app.cell
def _(ten):
    _centred = ten - ten.mean(axis=0)
    _, _sizes, _ = np.linalg.svd(_centred, full_matrices=False)
    pca_difference = float(np.abs(_sizes[:3] ** 2 / (_sizes**2).sum() - explained(ten)).max())
    return (pca_difference,)


@app.cell
def _():
    _draw = np.random.default_rng(0)
    spread = {}
    for _d in (10, 100, 1000):
        _squared = ((_draw.uniform(size=(4_000, _d)) - _draw.uniform(size=(4_000, _d))) ** 2).sum(axis=1)
        spread[_d] = float(_squared.std() / _squared.mean())
    return (spread,)


@app.cell(hide_code=True)
def _():
    mo.md("""
    ## Deep dives
    """)
    return


@app.cell(hide_code=True)
def _(steepness):
    mo.md(rf"""
    /// details | Deep dive: why scaling speeds up gradient descent

    For a weighted sum with half the mean squared error, the loss is a bowl whose curvature is the matrix $S = \tfrac1n X^\top X$ of the (centred) features. Gradient descent along an eigenvector of $S$ with eigenvalue $\lambda$ multiplies
    the error by $1 - \eta\lambda$ in each step. All factors must lie between −1 and 1, so $\eta < 2/\lambda_{{\max}}$; and then the slowest direction shrinks only by $1 - \eta\lambda_{{\min}}$, which at the best $\eta$ is
    $\frac{{\kappa - 1}}{{\kappa + 1}}$ with the condition number $\kappa = \lambda_{{\max}} / \lambda_{{\min}}$.

    For the table of four rows above: $\kappa$ = **{steepness[0]:,.0f}** as it is, **{steepness[1]:,.0f}** after standard scaling. The number of steps for a given accuracy grows in proportion to $\kappa$. Scaling can't do all of it: what remains comes from the correlation of the two columns.
    ///
    """)
    return


@app.cell(hide_code=True)
def _(pca_difference):
    mo.md(rf"""
    /// details | Deep dive: PCA is an eigenvalue problem

    Let $X$ be centred, $S = \tfrac1n X^\top X$. The variance along a direction $w$ with $\|w\| = 1$ is $w^\top S w$. To make it largest, set the gradient of $w^\top S w - \lambda(w^\top w - 1)$ to zero:

    $$ S w = \lambda w. $$

    So $w$ is an eigenvector, and the variance along it is its eigenvalue, $w^\top S w = \lambda$. The best is the largest; the next one, at a right angle to it, the second largest, because $S$ is symmetric and its eigenvectors are at right angles.
    The total variance is $\operatorname{{tr}} S = \sum_i \lambda_i$, hence the share $\lambda_k / \sum_i \lambda_i$. With the singular value decomposition $X = U \Sigma V^\top$ we have $S = V \tfrac{{\Sigma^2}}{{n}} V^\top$:
    the columns of $V$ are the directions. Computed both ways on the ten features above, the shares differ by at most {scientific(pca_difference)}.

    ///
    """)
    return


@app.cell(hide_code=True)
def _(spread):
    _spread = "; ".join(
        f"d = {_d:,}: {_value:.4f} measured, {1.1832 / _d**0.5:.4f} predicted" for _d, _value in spread.items()
    )
    mo.md(rf"""
    /// details | Deep dive: why distances concentrate

    Take $U_i, V_i$ independent and uniform on $[0, 1]$. The squared distance is a sum of $d$ independent terms $D_i = (U_i - V_i)^2$ with

    $$ \mathbb E D_i = \tfrac16, \qquad \mathbb E D_i^2 = \tfrac1{{15}}, \qquad \operatorname{{Var}} D_i = \tfrac1{{15}} - \tfrac1{{36}} = \tfrac7{{180}}. $$

    Mean $d/6$, standard deviation $\sqrt{{7d/180}}$. Their ratio is

    $$ \frac{{\sqrt{{7d/180}}}}{{d/6}} = \frac{{6\sqrt{{7/180}}}}{{\sqrt d}} \approx \frac{{1.183}}{{\sqrt d}} \to 0. $$

    Measured on 4,000 pairs: {_spread}. The same holds whenever the coordinates are independent with finite variance; [Beyer and others (1999)](https://doi.org/10.1007/3-540-49257-7_15) give the general condition.
    ///
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    /// details | Deep dive: mutual information is never negative

    Written out, $I(X; Y) = \sum_{x, y} p(x, y) \log_2 \frac{p(x, y)}{p(x)\,p(y)}$: the Kullback-Leibler divergence between the joint distribution and what it would be if the two were independent. Because $-\log$ is convex, Jensen's inequality gives

    $$ I = \mathbb E\left[-\log_2 \frac{p(x)\,p(y)}{p(x, y)}\right] \ge -\log_2 \mathbb E\left[\frac{p(x)\,p(y)}{p(x, y)}\right] = -\log_2 \sum_{p(x, y) > 0} p(x)\,p(y) \ge -\log_2 1 = 0, $$

    with equality exactly for independent variables. Estimated from $N$ samples it comes out too large. For independent variables with $r$ and $s$ values, $2 N \ln 2 \cdot I$ approaches a χ² distribution with $(r-1)(s-1)$ degrees of freedom: an expected excess of

    $$ \frac{(r-1)(s-1)}{2 N \ln 2} \text{ bits.} $$

    With 4 grey levels, 10 digits and 1,797 pictures that is 0.011 bits: compare it with the shuffled digits above.
    ///
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    /// details | Deep dive: what skip-gram learns

    For a centre word $c$, a true neighbour $o$ and $k$ random words $n_i$ the loss is, with $\sigma$ the sigmoid,

    $$ L = -\log \sigma(v_c \cdot u_o) - \sum_{i=1}^k \log \sigma(-v_c \cdot u_{n_i}). $$

    Since $\frac{d}{dz}\left(-\log\sigma(z)\right) = \sigma(z) - 1$ and $\frac{d}{dz}\left(-\log\sigma(-z)\right) = \sigma(z)$, every gradient is prediction minus truth, times the other vector:

    $$ \frac{\partial L}{\partial v_c} = (\sigma(z_o) - 1)\,u_o + \sum_i \sigma(z_{n_i})\,u_{n_i}, \qquad \frac{\partial L}{\partial u_o} = (\sigma(z_o) - 1)\,v_c, \qquad \frac{\partial L}{\partial u_{n_i}} = \sigma(z_{n_i})\,v_c. $$

    Where does it end? Let $\#(c, o)$ count the pairs and $q$ be the distribution from which the random words come. All terms with $z = v_c \cdot u_o$ add up to $-\#(c,o) \log\sigma(z) - k\,\#(c)\,q(o) \log \sigma(-z)$, and the derivative is zero where

    $$ e^{z} = \frac{\#(c, o)}{k\,\#(c)\,q(o)}, \qquad z = \log \frac{p(o \mid c)}{q(o)} - \log k. $$

    With $q(o) = p(o)$ the first part is the **pointwise mutual information** of the two words: skip-gram factorises a table of them into vectors ([Levy and Goldberg, 2014](https://papers.nips.cc/paper/5477-neural-word-embedding-as-implicit-matrix-factorization)).
    ///
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## What to do next

    - **Change this lesson.** `glassnet edit 05` opens it with all its code; `my_scale` waits for you there.
    - **Use your own data.** Put a text of yours into the tab *Learning*, and look for a pair of words that surprises you.
    - **Read on.** The cyclist was told how many seconds it lasted. What should a network be told? That is [lesson 06](/lessons/06/).
    """)
    return


@app.cell(hide_code=True)
def _(coins, contrasts, shares, wine):
    if is_script(__file__):
        print(f"Wine: {wine}. Three components: {shares.sum():.3f}. Contrasts: {contrasts}. Coins: {coins}.")
    return


if __name__ == "__main__":
    app.run()
