"""Small networks whose every number is computed by hand in the comments."""

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.random import stream
from glassnet.nn.backward import backward
from glassnet.nn.forward import forward


def test_two_layers_two_samples_every_number() -> None:
    """2-2-1 with ReLU, then linear, mean squared error; all numbers are exact in binary.

    weight₁ = | 1  −1 |   bias₁ = (0, 1)    weight₂ = |  2 |   bias₂ = (−1)
              | 2   1 |                               | −1 |

    sample      x         z₁ = x·weight₁ + bias₁        a₁          z₂ = a₁·weight₂ + bias₂   target   error
      1      (1, 2)     (1+4, −1+2+1) = (5, 2)       (5, 2)          10 − 2 − 1 = 7              5        2
      2      (3, −2)    (3−4, −3−2+1) = (−1, −4)     (0, 0)          0 − 0 − 1 = −1              1       −2

    loss = (2² + (−2)²) / 2 = 4
    d_z₂ = 2 · error / 2 samples = (2, −2)
    d_weight₂ = a₁ᵀ·d_z₂ = (5·2 + 0, 2·2 + 0) = (10, 4),  d_bias₂ = 2 − 2 = 0
    d_a₁ = d_z₂·weight₂ᵀ = (4, −2) and (−4, 2)
    d_z₁ = d_a₁ where z₁ > 0 = (4, −2) and (0, 0)
    d_weight₁ = xᵀ·d_z₁ = | 1·4  1·−2 | = | 4  −2 |,   d_bias₁ = (4, −2)
                          | 2·4  2·−2 |   | 8  −4 |
    d_x = d_z₁·weight₁ᵀ = (4·1 + −2·−1, 4·2 + −2·1) = (6, 6) and (0, 0)
    """
    net = gn.Network([gn.Dense(2, "relu"), gn.Dense(1)])
    params = {
        "dense_1": {"weight": np.array([[1.0, -1.0], [2.0, 1.0]]), "bias": np.array([0.0, 1.0])},
        "dense_2": {"weight": np.array([[2.0], [-1.0]]), "bias": np.array([-1.0])},
    }
    x, target = np.array([[1.0, 2.0], [3.0, -2.0]]), np.array([[5.0], [1.0]])
    seen: dict[str, object] = {}

    def record(layer: str, way: str, parts: dict[str, np.ndarray]) -> None:
        seen.update({f"{layer} {way} {name}": value.tolist() for name, value in parts.items()})

    state: dict[str, dict[str, np.ndarray]] = {"dense_1": {}, "dense_2": {}}
    output, tape, _ = forward(net, params, state, x, train=True, rng=stream(0), record=record)
    loss = gn.MeanSquaredError()
    assert loss.value(output, target).mean() == 4.0
    d_output = loss.gradient(output, target) / 2
    d_x, grads = backward(net, params, tape, d_output, need_d_x=True, record=record)
    assert seen == {
        "dense_1 forward x": [[1, 2], [3, -2]],
        "dense_1 forward z": [[5, 2], [-1, -4]],
        "dense_1 forward a": [[5, 2], [0, 0]],
        "dense_2 forward x": [[5, 2], [0, 0]],
        "dense_2 forward z": [[7], [-1]],
        "dense_2 forward a": [[7], [-1]],
        "dense_2 backward d_a": [[2], [-2]],
        "dense_2 backward d_z": [[2], [-2]],
        "dense_2 backward d_weight": [[10], [4]],
        "dense_2 backward d_bias": [0],
        "dense_2 backward d_x": [[4, -2], [-4, 2]],
        "dense_1 backward d_a": [[4, -2], [-4, 2]],
        "dense_1 backward d_z": [[4, -2], [0, 0]],
        "dense_1 backward d_weight": [[4, -2], [8, -4]],
        "dense_1 backward d_bias": [4, -2],
        "dense_1 backward d_x": [[6, 6], [0, 0]],
    }
    assert d_x is not None
    assert d_x.tolist() == [[6, 6], [0, 0]]
    assert grads["dense_1"]["bias"].tolist() == [4, -2]


@pytest.mark.parametrize("loss", [gn.SparseSoftmaxCrossEntropy(), gn.SoftmaxCrossEntropy()])
def test_softmax_cross_entropy(loss: gn.SoftmaxCrossEntropy) -> None:
    """z = (log 1, log 2, log 5): softmax = (1, 2, 5)/8; true class 2: loss = −log(5/8); gradient (1/8, 2/8, −3/8)."""
    z = np.log([[1.0, 2.0, 5.0]])
    target = np.array([2]) if loss.target_encoding == "classes" else np.array([[0.0, 0.0, 1.0]])
    assert loss.value(z, target) == pytest.approx([np.log(8 / 5)], rel=1e-15)
    assert loss.gradient(z, target).ravel() == pytest.approx([1 / 8, 2 / 8, -3 / 8], rel=1e-14)


def test_softmax_alone_has_its_whole_jacobian() -> None:
    """a = (1, 2, 5)/8, d_a = (1, 0, 0): d_z = a ⊙ (d_a − d_a·a) = (1·7, −2·1, −5·1)/64."""
    z = np.log([[1.0, 2.0, 5.0]])
    a = gn.Softmax().forward(z)
    d_z = gn.Softmax().backward(np.array([[1.0, 0.0, 0.0]]), z, a)
    assert (64 * d_z).ravel() == pytest.approx([7, -2, -5], rel=1e-14)


def test_sigmoid_and_binary_cross_entropy() -> None:
    """z = log 3: p = 3/4; target 1: loss = log(4/3), d_p = −4/3, d_z = d_p·p·(1−p) = −1/4 = p − 1."""
    z, target = np.log([[3.0]]), np.array([[1.0]])
    p = gn.Sigmoid().forward(z)
    d_p = gn.BinaryCrossEntropy().gradient(p, target)
    assert p.item() == pytest.approx(3 / 4, rel=1e-15)
    assert gn.BinaryCrossEntropy().value(p, target).item() == pytest.approx(np.log(4 / 3), rel=1e-14)
    assert d_p.item() == pytest.approx(-4 / 3, rel=1e-14)
    assert gn.Sigmoid().backward(d_p, z, p).item() == pytest.approx(-1 / 4, rel=1e-14)
    assert gn.SigmoidCrossEntropy().gradient(z, target).item() == pytest.approx(-1 / 4, rel=1e-14)


def test_three_steps_of_a_run_with_momentum_and_penalty() -> None:
    """One weight w and a bias that starts at 0: x = 1 and target 0, so that output = w + b.

    The bias is 0 at the start, L2 with rate 1 adds w to the gradient of w alone; learning rate 1/4, momentum 1/2.
    The loss (w + b)² has gradient 2(w + b) for both.

    step    w       b      d_w = 2(w+b)+w    d_b = 2(w+b)    v_w = v/2 + d_w     v_b       w − v_w/4     b − v_b/4
      1     1       0      3                 2               3                   2         1/4           −1/2
      2     1/4    −1/2    −1/2 + 1/4 = −1/4 −1/2            3/2 − 1/4 = 5/4     1/2       −1/16         −5/8
      3    −1/16   −5/8    −11/8 − 1/16      −11/8           5/8 − 23/16         1/4−11/8  −1/16+13/64   −5/8+9/32
                           = −23/16                          = −13/16            = −9/8    = 9/64        = −11/32
    """
    recipe = gn.Recipe(
        "mean_squared_error", gn.SGD(0.25, momentum=0.5), gn.L2(1.0), batch_size=1, epochs=1, dtype="float64"
    )
    data = gn.Dataset("one", np.array([[1.0]]), np.array([[0.0]]))
    run = gn.Run(gn.Network([gn.Dense(1)]), recipe, data)
    weights = {"dense_1": {"weight": np.array([[1.0]]), "bias": np.array([0.0])}}
    run = gn.Run(run.network, recipe, data, state=run.state._replace(params=weights))
    path = []
    for _ in range(3):
        run.advance()
        layer = run.parameters()["dense_1"]
        path.append((layer["weight"].item(), layer["bias"].item()))
    assert path == [(1 / 4, -1 / 2), (-1 / 16, -5 / 8), (9 / 64, -11 / 32)]
    assert run.history.step_loss.items == [1.0, 1 / 16, (11 / 16) ** 2]
