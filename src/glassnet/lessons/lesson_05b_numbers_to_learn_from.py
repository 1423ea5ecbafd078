# /// script
# requires-python = ">=3.11"
#
# [tool.marimo.display]
# theme = "system"
# ///

import marimo

__generated_with = "0.25.2"
app = marimo.App(width="compact", app_title="Lesson 05b: Numbers to learn from")

with app.setup:
    import marimo as mo
    import numpy as np
    from sklearn.datasets import load_digits, load_wine
    from sklearn.decomposition import PCA
    from sklearn.feature_selection import SelectKBest, f_classif
    from sklearn.model_selection import StratifiedKFold, cross_val_score
    from sklearn.neighbors import KNeighborsClassifier
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import MinMaxScaler, PolynomialFeatures, RobustScaler, StandardScaler

    import glassnet as gn
    from glassnet.lessons.exercises import Card
    from glassnet.lessons.lesson_exercises import lesson_05b as exercises
    from glassnet.lessons.lesson_helpers import lesson_05b as helpers
    from glassnet.lessons.lesson_helpers.digit_maps import digits_by_pca, digits_by_tsne
    from glassnet.lessons.page import is_script, scientific, show_code, show_symbols, summary_button
    from glassnet.lessons.shared_results import shared
    from glassnet.lessons.symbols import linked, number


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    # Numbers to learn from

    **Which numbers are good to learn from, and which only look good?**

    Who made this wine? Its five nearest neighbours vote, and all five are wrong. Press *Scale both measurements*.
    """)
    return


@app.cell
def _():
    neighbours = gn.widgets.FeatureScaling()
    mo.vstack([mo.ui.anywidget(neighbours)])
    return (neighbours,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Nothing was learnt, and nothing was measured anew. Only the units have changed.

    After this lesson you will be able to

    - scale, extend and condense [features](#term-feature) with scikit-learn;
    - measure how much a feature tells about what you want to know;
    - spot the mistake that makes results look better than they are: data that leaked.

    (The exercises are numbered through: 1 to 7 are in [lesson 05a](/lessons/05a/).)

    ## One scale for all

    The colour of these wines is a number up to 13, their proline (an amino acid) one up to 1,680. Whoever measures distances with both hardly sees the colour. It is as if one of the blind cyclist's instruments counted in degrees and the other in thousandths of a degree: the second drowns out the first.

    **Scaling** brings features to one size. Two common ways, for each column by itself:

    $$ \begin{aligned} \text{min-max:} \quad x' &= \frac{x - \min}{\max - \min} \\[12pt] \text{standard:} \quad x' &= \frac{x - \text{mean}}{\text{standard deviation}} \end{aligned} $$

    The **standard deviation** says how far the values typically lie from their mean: square each distance from the mean, average the squares, take the root.
    """)
    return


@app.cell
def _():
    table = np.array([[10.0, 100.0], [20.0, 250.0], [30.0, 500.0], [40.0, 1000.0]])
    return (table,)


@app.cell(hide_code=True)
def _(table):
    mo.vstack(
        [
            mo.Html(helpers.spread_of(table[:, 1])),
            mo.md(
                f"Four values, their mean {table[:, 1].mean():g} (line), and one standard deviation, {table[:, 1].std():.0f}, to either side (dashed)."
            ),
        ]
    )
    return


@app.function
def scale_both_ways(values):
    squeezed = MinMaxScaler().fit_transform(values)
    return squeezed, StandardScaler().fit_transform(values)


@app.cell(hide_code=True)
def _():
    scale_card = Card(exercises.scale(), "05.8")
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
    /// details | When you have answered: all eight numbers, both ways

    | as it is | min-max | standard |
    |:---|:---|:---|
{_rows}
    ///

    Min-max ends exactly at 0 and 1. Standard scaling has mean 0 and standard deviation 1, and no fixed ends. Neither changes the *shape* of a column: it shifts and stretches, that is all.

    Both are led astray by a **freak value**, a typing mistake or a broken sensor: the largest value, the mean and the standard deviation all follow it. Drag one, and watch the other four:
    """)
    return


@app.cell(hide_code=True)
def _():
    freak = mo.ui.slider(
        steps=[5, 10, 20, 50, 100, 1000], value=100, show_value=True, label="The fifth value", full_width=True
    )
    mo.vstack([freak])
    return (freak,)


@app.function
def scale_three_ways(values):
    scalers = {"min-max": MinMaxScaler(), "standard": StandardScaler(), "robust": RobustScaler()}
    return {name: scaler.fit_transform(values)[:, 0] for name, scaler in scalers.items()}


@app.cell
def _(freak):
    with_freak = scale_three_ways(np.array([[1.0], [2.0], [3.0], [4.0], [freak.value]]))
    return (with_freak,)


@app.cell(hide_code=True)
def _(freak, with_freak):
    _rows = (
        "\n".join(
            f"    | {_name} | " + " | ".join(f"{_value:.2f}" for _value in _values) + " |"
            for _name, _values in with_freak.items()
        )
        .replace("-0.00", "0.00")
        .replace("| -", "| −")
    )
    mo.md(f"""
    | scaling | 1 | 2 | 3 | 4 | {freak.value} |
    |:---|---:|---:|---:|---:|---:|
{_rows}

    The **robust** way takes the median away (the middle value) and divides by the distance between the quarter marks (a quarter of the values lie below the first, a quarter above the second). It doesn't even notice: the first four stay apart, and the freak stays a freak. Or cut freaks off, knowingly.
    """)
    return


@app.function
def neighbours_score(scaler):
    # 178 wines from three growers, 13 measurements of each;
    # the five most similar wines vote
    x, y = load_wine(return_X_y=True)
    voters = KNeighborsClassifier(5)
    model = voters if scaler is None else make_pipeline(scaler(), voters)
    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    return float(cross_val_score(model, x, y, cv=folds).mean())


@app.cell
def _():
    wine = {
        "none": shared(neighbours_score, None),
        "min-max": shared(neighbours_score, MinMaxScaler),
        "standard": shared(neighbours_score, StandardScaler),
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
            mo.Html(helpers.right_wines(wine)),
            mo.md(f"""
    All 13 measurements of the wines, and neighbours that have not seen the wine in question. Unscaled, proline decides nearly alone: it makes {proline:.1%} of the squared distance between two wines, on average. Methods that split one feature at a time, such as decision trees, don't care. Networks do: they learn by walking downhill, and in a long narrow valley that takes long (lesson 07, and the deep dive below).
    """),
            show_code(neighbours_score, folded=True),
        ]
    )
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## New features from old

    A straight line can't follow a parabola. But give it $x^2$ as a feature *of its own*, and it can: the model stays a weighted sum, the world becomes curved.
    """)
    return


@app.function
def with_powers(values, degree=2):
    return PolynomialFeatures(degree).fit_transform(np.reshape(values, (-1, 1)))


@app.cell
def _():
    powers = with_powers([1, 2, 3, 4])
    return (powers,)


@app.cell(hide_code=True)
def _():
    degree = mo.ui.slider(
        start=1, stop=6, value=1, show_value=True, label="Powers of x given to a straight line", full_width=True
    )
    mo.vstack([show_code(with_powers), degree])
    return (degree,)


@app.cell(hide_code=True)
def _(degree, powers):
    mo.vstack(
        [
            mo.Html(helpers.weighted_sum_of_powers(with_powers, degree.value)),
            mo.md(f"""
    For 1, 2, 3, 4 and degree 2 the features 1, x, x² are {"; ".join(", ".join(f"{_value:g}" for _value in _row) for _row in powers)}.

    The price: with $n$ features and degree 2 there are $\\tfrac{{(n+1)(n+2)}}{{2}}$ of them; 100 become 5,151. A [hidden layer](#term-hidden-layer) *learns* which combinations it needs instead of listing them all.
    """),
        ]
    )
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## Fewer features from many

    Height, arm span, length of foot: three numbers that mostly say one thing, how large somebody is. Which *one* number would say most? Press *Find the principal axis*. Before and after, turn the cloud by hand.
    """)
    return


@app.cell
def _():
    cloud = gn.widgets.PrincipalAxes()
    mo.vstack([mo.ui.anywidget(cloud)])
    return (cloud,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    The **variance** is the square of the standard deviation. **Principal component analysis** (PCA) finds the direction in which it is largest, then the next one at a right angle to it, and so on, and writes every sample in them.
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
    mo.vstack([noise])
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
            show_code(ten_from_three, explained, folded=True),
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
    curse_card = Card(exercises.curse(contrasts=contrasts), "05.9")
    mo.vstack([mo.ui.anywidget(curse_card), show_code(contrast, folded=True)])
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
    ## 64 dimensions on a sheet of paper

    PCA lays a flat sheet through the cloud of digits. **t-SNE** bends: it places points on paper so that *near neighbours stay neighbours*
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
            mo.md(
                "Read neighbours off a t-SNE map, not sizes and distances: it makes dense clusters wider and loose ones tighter, "
                "and how far two clusters lie apart depends on the perplexity and on where the points began. Try all three perplexities before you believe a picture."
            ),
        ]
    )
    return


@app.cell(hide_code=True)
def _():
    mo.md(
        linked(r"""
    ## How much does an instrument tell you?

    An instrument that always shows 7 is useless. One that shows something new each time may be useful, or just nervous.

    **Surprise** is counted in **bits**: how many times a fair coin must come up heads to be as unlikely. A chance of ½ is 1 bit, ¼ is 2, ⅛ is 3. For every chance $p$ between, that number is $-\log_2 p$; the **logarithm** to base 2 asks which power of 2 a number is.
    """)
    )
    return


@app.cell(hide_code=True)
def _():
    mo.vstack([mo.Html(helpers.surprise())])
    return


@app.cell(hide_code=True)
def _():
    mo.md(
        linked(r"""
    The **entropy** of a feature is its average surprise: each value's surprise, weighted by how often it comes. The sign $\textstyle\sum_x$ (sigma) means: add up over all values $x$.

    $$ \symbol{entropy}{H(X)} = -\sum_x \symbol{chance}{p(x)}\, \symbol{surprise}{\log_2 p(x)} $$

    Bend the coin. Where is it most surprising?
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
    coin_card = Card(exercises.coin(entropy=entropy), "05.10")
    mo.vstack([mo.ui.anywidget(coin_card)])
    return (coin_card,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    **Mutual information** says by how much the surprise about the target $Y$ shrinks when you are shown the feature $X$:

    $$ \begin{aligned} I(X; Y) &= H(Y) - H(Y \mid X) \\ &= H(X) + H(Y) - H(X, Y) \end{aligned} $$

    Read $H(Y \mid X)$ as “the surprise about $Y$ that is left once $X$ is *given*” (the bar), and $H(X, Y)$ as that about both *together* (the comma). Think of two overlapping circles, $H(X)$ and $H(Y)$: together they cover $H(X, Y)$, and where they overlap is $I(X; Y)$.

    Below it is measured for each of the 64 pixels of 1,797 handwritten digits, with the digit as the target. Click a pixel: the bars show which greys it has in pictures of 0, of 1, and so on. Find one that varies a lot and tells you little.
    """)
    return


@app.cell
def _():
    pixels = gn.widgets.PixelInformation()
    mo.vstack([mo.ui.anywidget(pixels)])
    return (pixels,)


@app.function
def information(x, y):
    # Entropy of x, and mutual information of x and y, in bits
    pairs = np.zeros((x.max() + 1, y.max() + 1))
    np.add.at(pairs, (x, y), 1 / len(x))
    h_x, h_y = entropy(pairs.sum(axis=1)), entropy(pairs.sum(axis=0))
    return h_x, h_x + h_y - entropy(pairs.ravel())


@app.cell
def _():
    _images, digits = load_digits(return_X_y=True)
    greys = np.minimum(_images.astype(int) * 4 // 17, 3)  # four levels, as the page opens
    measured = np.array([information(greys[:, place], digits) for place in range(64)])
    return digits, greys, measured


@app.cell(hide_code=True)
def _(measured):
    mo.vstack(
        [
            mo.md(
                f"The pixel that tells most tells {measured[:, 1].max():.2f} bits, of the 3.32 that ten equally likely digits are worth: you need many pixels. "
                'And a feature with no mutual information of its own may still matter together with another: for "exactly one of two switches is on", each switch alone tells you nothing, and both together tell you everything.'
            ),
            show_code(information, folded=True),
        ]
    )
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## The answer that leaked

    Before the test ride, somebody whispers to the cyclist where the gusts will come. The ride goes splendidly, and says nothing about the next one. **Leakage** is any way in which knowledge of the test data gets into training.

    A scaler must *learn* its minimum and maximum from somewhere. Learn them **from the training part only**, then apply them to both. Scaling **before** splitting is the leak:
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
    The values {_list(six[:4])} are for training, {_list(six[4:])} for the test. What becomes of the training values?
    """),
            mo.Html(helpers.two_orders(leaked[0], proper[0])),
            mo.md(f"""
    Scaled first, the *training* values reveal that something near {six[-1, 0]:g} is waiting in the test: change that value, and the training data change. Split first, they don't; the test values then become {_list(proper[1])}, and that is right.

    By scaling alone a result is often hardly flattered. But whatever else is *fitted* before the split leaks in the same way, and then it can be grotesque. Here are 60 people, 2,000 columns of pure noise, and for each person the toss of a coin. Nothing can be learnt. First the 20 columns that fit the tosses best are chosen; then the people are split five times into training and test part, and five neighbours predict the coin.
    """),
        ]
    )
    return


@app.function
def coin_score(leak, seed, columns=2_000):
    draw = np.random.default_rng(seed)
    x = draw.normal(size=(60, columns))
    y = draw.permutation(np.arange(60) % 2)
    choose = SelectKBest(f_classif, k=20)
    model = KNeighborsClassifier(5)
    folds = StratifiedKFold(5, shuffle=True, random_state=seed)
    if leak:  # chosen with everybody's labels, those of the test too
        x = choose.fit_transform(x, y)
    else:
        model = make_pipeline(choose, model)
    return float(cross_val_score(model, x, y, cv=folds).mean())


@app.cell(hide_code=True)
def _():
    leak_card = Card(exercises.leak(score=lambda leak: shared(coin_scores, leak, 2_000)), "05.11")
    mo.vstack([mo.ui.anywidget(leak_card), show_code(coin_score, folded=True)])
    return (leak_card,)


@app.function
def coin_scores(leak, columns, draws=3):
    return float(np.mean([coin_score(leak, seed, columns) for seed in range(draws)]))


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    Now see it grow. With 20 columns there is nothing to choose. Drag the slider, and the same program finds ever more columns that happen to agree with the coins:
    """)
    return


@app.cell(hide_code=True)
def _():
    columns = mo.ui.slider(
        steps=[20, 50, 200, 500, 2000], value=20, show_value=True, label="Columns of noise", full_width=True
    )
    mo.vstack([columns])
    return (columns,)


@app.cell(hide_code=True)
def _(columns):
    coins = {leak: shared(coin_scores, leak, columns.value) for leak in (True, False)}
    mo.vstack([mo.Html(helpers.leak_bars(coins, columns=columns.value))])
    return (coins,)


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    A `Pipeline` keeps the order right: whatever is fitted in it sees the training part only. So does the scaler of `gn.data.scaled`.

    ## Check yourself
    """)
    return


@app.cell(hide_code=True)
def _():
    order_card = Card(exercises.order(), "05.12")
    mo.vstack([mo.ui.anywidget(order_card)])
    return (order_card,)


@app.cell(hide_code=True)
def _():
    freak_card = Card(exercises.broken_sensor(), "05.13")
    mo.vstack([mo.ui.anywidget(freak_card)])
    return (freak_card,)


@app.function
def my_scale(train, test):
    # Yours to fix: it scales each part by itself. Return both parts, stacked.
    parts = (train, test)
    scaled = [(part - part.mean(axis=0)) / part.std(axis=0) for part in parts]
    return np.concatenate(scaled)


@app.cell(hide_code=True)
def _():
    code_card = Card(exercises.code(), "05.14", start=my_scale)
    if mo.app_meta().mode == "edit":
        code_card.judge(my_scale)
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

    - **Scaling, choosing or filling gaps before the split.** The results will not be confirmed by new data. Split first; put the rest into a pipeline.
    - **Scaling with freak values in the data.** Min-max squeezes all others together, and standard scaling does, too. Use robust scaling, or cut the freaks off knowingly.
    - **Reading sizes and distances off t-SNE.** Look at it, then measure in the full space.
    - **PCA on features in different units.** The loudest becomes the first component. Scale first.
    - **Dropping features with little mutual information.** Pairs that matter only together are lost. Try with and without.

    ## When to use what

    | you have | use |
    |:---|:---|
    | amounts on different scales | standard scaling; min-max if they must lie between 0 and 1 |
    | the same, with freak values | robust scaling (median and quarter marks), or a logarithm if all values are positive |
    | a bend that a straight line should follow | powers and products as features; or a hidden layer |
    | very many features, few samples | PCA, or choose features, *inside* the pipeline |
    | a question such as "are there groups?" | PCA first, then t-SNE with several perplexities |

    ## Deep dives
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
def _(digits, greys):
    _draws = [np.random.default_rng(seed).permutation(digits) for seed in range(5)]
    by_chance = float(np.mean([information(greys[:, 28], _wrong)[1] for _wrong in _draws]))
    return (by_chance,)


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

    Measured on 4,000 pairs: {_spread}. The same holds whenever the coordinates are independent and alike distributed, with a finite fourth moment; [Beyer and others (1999)](https://doi.org/10.1007/3-540-49257-7_15) give the general condition.
    ///
    """)
    return


@app.cell(hide_code=True)
def _(by_chance):
    mo.md(rf"""
    /// details | Deep dive: mutual information is never negative

    Written out, $I(X; Y) = \sum_{{x, y}} p(x, y) \log_2 \frac{{p(x, y)}}{{p(x)\,p(y)}}$: the Kullback-Leibler divergence between the joint distribution and what it would be if the two were independent. Because $-\log$ is convex, Jensen's inequality gives

    $$ I = \mathbb E\left[-\log_2 \frac{{p(x)\,p(y)}}{{p(x, y)}}\right] \ge -\log_2 \mathbb E\left[\frac{{p(x)\,p(y)}}{{p(x, y)}}\right] = -\log_2 \sum_{{p(x, y) > 0}} p(x)\,p(y) \ge -\log_2 1 = 0, $$

    with equality exactly for independent variables. Estimated from $N$ samples it comes out too large. For independent variables with $r$ and $s$ values, $2 N \ln 2 \cdot I$ approaches a χ² distribution with $(r-1)(s-1)$ degrees of freedom: an expected excess of

    $$ \frac{{(r-1)(s-1)}}{{2 N \ln 2}} \text{{ bits.}} $$

    With 4 grey levels, 10 digits and 1,797 pictures that is 0.011 bits. Measured here, with a pixel and shuffled digits: {by_chance:.3f}.
    ///
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    /// details | Deep dive: UMAP beside t-SNE

    **UMAP** ([McInnes and others, 2018](https://arxiv.org/abs/1802.03426)) has the same aim as t-SNE and a similar way: a graph of near neighbours in the full space, and points on paper that are moved until their graph is like it. Three differences matter in practice.

    - t-SNE turns distances into probabilities over *all* pairs, which must add up to 1; UMAP treats each link by itself and draws random points to push apart, as skip-gram does. So it is faster for many points.
    - UMAP's dial is the number of neighbours, t-SNE's the perplexity; a second dial, the least distance on paper, says how tightly points may be packed.
    - Its map can place new points; t-SNE has to begin again.

    UMAP's maps often keep a little more of the large-scale layout, and much of that is owed to where the points begin ([Kobak and Linderman, 2021](https://doi.org/10.1038/s41587-020-00809-z)). What was said about sizes and distances holds for both.
    ///

    /// details | Deep dive: features made automatically

    Making features by hand is slow. Programs make them, too: *deep feature synthesis* goes through the tables of a database and applies sums, means, counts and differences of dates; *genetic programming* breeds formulas; time series have libraries of hundreds of ready-made summaries. All of them make far more features than are useful, so what follows is choosing, and choosing must see the training part only: with hundreds of candidates the leak above is exactly what happens.

    A network with hidden layers makes features as it learns, fitted to the question. That is why so little of this is done for pictures and sounds any more, and much of it still for tables.
    ///
    """)
    return


@app.cell(hide_code=True)
def _():
    mo.md(r"""
    ## What to do next

    - **Change this lesson.** `glassnet edit 05b` opens it with all its code; `my_scale` waits for you there.
    - **Leak on purpose.** Change `scale_then_split` so that the test part is scaled first and by itself. Who learns what from whom?
    - **Read on.** The cyclist was told how many seconds it lasted. What should a network be told? That is [lesson 06](/lessons/06/).
    """)
    return


@app.cell(hide_code=True)
def _(shares, wine):
    if is_script(__file__):
        print(f"Wine: {wine}. Three components: {shares.sum():.3f}.")
    return


if __name__ == "__main__":
    app.run()
