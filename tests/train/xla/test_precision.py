"""Every product and convolution of a compiled program is worked out in full float32, on any device."""

import re
from typing import Any

import jax
import numpy as np
import pytest

import glassnet as gn
from glassnet.run import Run

ROWS = np.random.default_rng(0).normal(size=(12, 6, 6, 2)).astype(np.float32)
NETWORKS: dict[str, list[Any]] = {
    "dense": [gn.Flatten(), gn.Dense(5, "relu")],
    "convolutions": [
        gn.Conv2D(4, 3, activation="relu"),
        gn.Conv2D(4, 2, groups=2),
        gn.Conv2DTranspose(3, 2),
        gn.Flatten(),
    ],
    "sequence": [gn.Reshape((6, 12)), gn.LSTM(4), gn.Dense(3)],
    "attention": [gn.Reshape((6, 12)), gn.MultiHeadSelfAttention(2), gn.Flatten()],
}
WORK = re.compile(r"stablehlo\.(dot|dot_general|convolution)\b.*")


@pytest.mark.parametrize("layers", NETWORKS.values(), ids=list(NETWORKS))
@pytest.mark.parametrize("platform", ["cpu", "cuda"])
def test_products_are_lowered_at_highest_precision(
    layers: list[Any], platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text is read as it is handed to the compiler, for a processor and for a GPU, which need not be there."""
    texts: list[str] = []
    own = jax.jit

    def jit(program: Any) -> Any:
        class Traced:
            def lower(self, *arguments: Any) -> Any:
                texts.append(own(program).trace(*arguments).lower(lowering_platforms=(platform,)).as_text())
                return own(program).lower(*arguments)

        return Traced()

    monkeypatch.setattr(jax, "jit", jit)
    data = gn.data.from_arrays(ROWS, np.arange(12) % 2, validation=0.25)
    network = gn.Network([*layers, gn.Dense(2)])
    recipe = gn.Recipe("sparse_softmax_cross_entropy", gn.SGD(0.1), batch_size=4, engine="xla")
    Run(network, recipe, data).advance(2)
    work = [found.group(0) for found in WORK.finditer(texts[0])]
    assert len(work) > 4
    assert [line for line in work if "HIGHEST" not in line] == []
