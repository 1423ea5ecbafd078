"""The Python sides of the widgets that show one idea each: a slope, a sure neuron, scaled wines, a cloud, pixels."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from sklearn.datasets import load_digits, load_wine
from sklearn.decomposition import PCA
from sklearn.feature_selection import mutual_info_classif
from sklearn.model_selection import LeaveOneOut, cross_val_score
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler, StandardScaler

import glassnet as gn
from glassnet.widgets.feature_scaling.messages import FIRST_WINE
from glassnet.widgets.feature_scaling.session import ScalingSession
from glassnet.widgets.guess_the_picture.messages import PICTURES
from glassnet.widgets.guess_the_picture.session import GuessSession
from glassnet.widgets.pixel_information.session import InformationSession
from glassnet.widgets.principal_axes.session import CloudSession
from glassnet.widgets.slope_triangle.curves import CURVES, Curve
from glassnet.widgets.slope_triangle.messages import WIDTHS
from glassnet.widgets.slope_triangle.session import SlopeSession
from glassnet.widgets.sure_and_wrong.session import NeuronSession


def asked(session: Any, kind: str, **fields: Any) -> tuple[dict[str, Any], list[np.ndarray]]:
    head, buffers = session.handle({"id": 1, "kind": kind, **fields})
    assert head["kind"] != "error", head["message"]
    return head, [np.frombuffer(buffer, "<f4") for buffer in buffers]


@pytest.mark.parametrize("curve", CURVES.values(), ids=list(CURVES))
def test_a_curve_s_slope_is_what_ever_smaller_triangles_approach(curve: Curve) -> None:
    for x in np.linspace(curve.x_range[0] + 0.1, curve.x_range[1] - 1, 23):
        assert curve.slope(x) == pytest.approx(curve.ratio(x, 1e-6), abs=2e-3)
    off = [abs(curve.ratio(curve.at, width) - curve.slope(curve.at)) for width in WIDTHS]
    assert all(later <= before + 1e-9 for before, later in pairwise(off))


def test_the_triangle_opens_on_four_three_point_one_three_point_nought_one() -> None:
    opening, _ = asked(SlopeSession(), "open")
    view, _ = asked(SlopeSession(), "draw", curve=opening["curve"])
    triangle, (x, height) = asked(SlopeSession(), "nudge", curve=opening["curve"], x=view["at"], width=0)
    assert triangle["ratios"] == pytest.approx([4, 3.1, 3.01, 3.001])
    assert triangle["slope"] == 3
    assert height == pytest.approx((x - 1) ** 2, abs=1e-5)
    with pytest.raises(gn.GlassnetError, match="Unknown curve 'hills'"):
        SlopeSession("hills")


def test_the_magnified_curve_looks_straight() -> None:
    _, (x, height) = asked(SlopeSession(), "nudge", curve="cross_entropy", x=0.25, width=2)
    straight = height[0] + (height[-1] - height[0]) * (x - x[0]) / (x[-1] - x[0])
    assert np.abs(height - straight).max() < 0.04 * np.ptp(height)


def test_a_triangle_stays_within_its_curve() -> None:
    for x in (-1e9, 1e9):
        triangle, _ = asked(SlopeSession(), "nudge", curve="cross_entropy", x=x, width=0)
        assert 0 < triangle["x"] <= 1
        assert np.isfinite(triangle["ratios"]).all()


def test_a_sure_and_wrong_neuron_is_trained_as_the_engine_trains_it() -> None:
    for place, loss in enumerate(("mean_squared_error", "binary_cross_entropy")):
        head, buffers = asked(NeuronSession(), "correct", sure=0.9, rate=0.4)
        half = gn.Constant(np.log(0.9 / 0.1) / 2)
        data = gn.data.from_arrays(np.ones((1, 1)), np.zeros((1, 1)))
        network = gn.Network([gn.Dense(1, "sigmoid", weight_initializer=half, bias_initializer=half)])
        run = gn.Run(network, gn.Recipe(loss, gn.SGD(0.4), batch_size=1, dtype="float64"), data)
        answers = [float(run.predict(data.x)[0, 0])]
        for _ in range(20):
            run.advance(1)
            answers.append(float(run.predict(data.x)[0, 0]))
        assert buffers[3 * place][:21] == pytest.approx(answers, abs=1e-6)
        assert head["updates"] == 200


def test_the_squared_error_crawls_where_cross_entropy_leaps() -> None:
    head, buffers = asked(NeuronSession(), "open")
    assert (head["sure"], head["rate"], head["halfway"]) == (0.99, 0.3, [98, 9])
    squared, cross = buffers[0], buffers[3]
    assert squared[0] == cross[0] == pytest.approx(0.99)
    assert squared[50] > 0.95 > 0.05 > cross[50]
    assert buffers[5][0] > 40 * buffers[2][0]  # the slopes at first


def test_every_picture_to_guess_is_numbers_first_and_words_on_request() -> None:
    for number in range(2 * len(PICTURES)):
        head, (levels,) = asked(GuessSession(), "puzzle", number=number)
        assert "words" not in head
        assert len(levels) == head["side"] ** 2 == 196
        assert len(np.unique(levels)) > 5
    assert [asked(GuessSession(), "reveal", number=number)[0]["words"] for number in (0, 4)] == ["a smiling face"] * 2


@pytest.mark.parametrize(
    ("scaling", "scaler"), [("none", None), ("min_max", MinMaxScaler()), ("standard", StandardScaler())]
)
def test_wines_are_scaled_and_judged_as_scikit_learn_does(scaling: str, scaler: Any) -> None:
    data = load_wine()
    x = data.data[:, [data.feature_names.index(name) for name in ("color_intensity", "proline")]]
    head, (places,) = asked(ScalingSession(), "scale", scaling=scaling, wine=3)
    assert places.reshape(-1, 2) == pytest.approx(x if scaler is None else scaler.fit_transform(x), rel=1e-5, abs=1e-5)
    voters = KNeighborsClassifier(5)
    if scaler is None:  # the widget scales all wines at once, which hardly differs from scaling without one of them
        assert head["right"] == pytest.approx(cross_val_score(voters, x, data.target, cv=LeaveOneOut()).mean())
    else:
        model = make_pipeline(scaler, voters)
        assert head["right"] == pytest.approx(cross_val_score(model, x, data.target, cv=LeaveOneOut()).mean(), abs=0.02)


def test_the_wine_shown_first_is_wrong_as_measured_and_right_once_scaled() -> None:
    opening, (growers,) = asked(ScalingSession(), "open")
    assert opening["wine"] == FIRST_WINE
    grower = int(growers[FIRST_WINE])
    votes = {
        name: asked(ScalingSession(), "scale", scaling=name, wine=FIRST_WINE)[0]["votes"]
        for name in ("none", "standard")
    }
    assert votes["none"][grower] == 0
    assert votes["standard"][grower] == 5


def test_the_axis_turns_to_the_first_principal_component() -> None:
    head, (points, axes, second) = asked(CloudSession(), "open")
    cloud = points.reshape(-1, 3).astype(float)
    pca = PCA(2).fit(cloud)
    assert head["shares"] == sorted(head["shares"])
    assert head["shares"][0] < 0.1
    assert head["shares"][-1] == pytest.approx(pca.explained_variance_ratio_[0], abs=1e-4)
    assert head["second"] == pytest.approx(pca.explained_variance_ratio_[1], abs=1e-4)
    assert abs(axes[-3:] @ pca.components_[0]) == pytest.approx(1, abs=1e-4)
    assert abs(second @ pca.components_[1]) == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize("place", range(4))
def test_what_a_pixel_tells_is_what_scikit_learn_says(place: int) -> None:
    opening, _ = asked(InformationSession(), "open")
    head, (entropy, information, shares) = asked(InformationSession(), "measure", levels=place, pixel=20)
    images, classes = load_digits(return_X_y=True)
    pixels = np.minimum(images.astype(int) * head["levels"] // 17, head["levels"] - 1)
    theirs = mutual_info_classif(pixels, classes, discrete_features=True) / np.log(2)
    assert information == pytest.approx(theirs, abs=1e-5)
    assert head["best"] == int(theirs.argmax())
    assert (entropy >= information - 1e-6).all()
    assert shares.reshape(10, -1).sum(axis=1) == pytest.approx(np.ones(10), abs=1e-5)
    assert opening["levels"][place] == head["levels"]


def test_pixels_open_on_the_one_that_tells_most_and_chance_is_near_the_formula() -> None:
    opening, _ = asked(InformationSession(), "open")
    head, _ = asked(InformationSession(), "measure", levels=1, pixel=opening["pixel"])
    assert head["pixel"] == head["best"]
    assert head["by_chance"] == pytest.approx(27 / (2 * 1797 * np.log(2)), rel=0.5)
