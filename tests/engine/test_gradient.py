"""Every backward is the derivative of exactly its own forward: finite differences in random directions."""

from glassnet.base.arrays import Array
from glassnet.base.random import stream
from glassnet.base.trees import flatten

from .cases import Case, for_every_case, with_leaf

STEP = 1e-5
DIRECTIONS = 4


@for_every_case("gradient")
def test_gradient_is_the_finite_difference(case: Case) -> None:
    seed = smooth_seed(case)
    inputs, others = case.draw(seed)
    d_output = case.d_output(seed)
    gradients = flatten(case.backward(inputs, others, d_output))
    assert set(gradients) == set(flatten(inputs))
    rounding = 2**-50 * abs(case.output(inputs, others) * d_output).sum() / STEP  # float64's share in a difference
    for name, value in flatten(inputs).items():
        for number in range(DIRECTIONS):
            direction = stream(seed).child("direction", name, number).normal(value.shape, dtype="float64")
            direction = direction * (value != 0)  # padding stays padding
            claimed = float((gradients[name] * direction).sum())
            up, _, down = along(case, seed, name, direction, d_output)
            measured = (up - down) / (2 * STEP)
            assert abs(claimed - measured) <= 1e-6 * max(abs(claimed), abs(measured)) + rounding, name


def along(case: Case, seed: int, name: str, direction: Array, d_output: Array) -> tuple[float, float, float]:
    """Return Σ output · d_output a step up, here, and a step down that direction."""
    inputs, others = case.draw(seed)

    def total(length: float) -> float:
        moved = with_leaf(inputs, name, flatten(inputs)[name] + length * direction)
        return float((case.output(moved, others) * d_output).sum())

    return total(STEP), total(0.0), total(-STEP)


def smooth_seed(case: Case) -> int:
    """Return the first seed whose point is no kink: both one-sided differences of the forward agree there."""
    for seed in range(20):
        d_output = case.d_output(seed)
        smooth = True
        for name, value in flatten(case.draw(seed)[0]).items():
            up, here, down = along(case, seed, name, 1.0 * (value != 0), d_output)
            smooth = smooth and abs((up - here) - (here - down)) <= 1e-3 * max(abs(up - here), abs(here - down), 1e-9)
        if smooth:
            return seed
    raise AssertionError(f"{case.name}: every point drawn is a kink")
