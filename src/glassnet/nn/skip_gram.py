"""Skip-gram with negative sampling: two tables of vectors that learn which words occur near each other."""

from dataclasses import dataclass
from functools import cached_property

from glassnet.base.arrays import Array, namespace
from glassnet.base.random import RandomStream
from glassnet.nn.initializers import Uniform
from glassnet.nn.layers import Embedding
from glassnet.nn.layers.layer import Grads, Params, Parts
from glassnet.nn.losses import SigmoidCrossEntropy


@dataclass(frozen=True)
class SkipGram:
    """p(word o occurs near word c) = sigmoid(z), z = v_c · u_o: v is a row of `centre`, u a row of `context`.

    Mikolov et al. (2013), "Distributed representations of words and phrases and their compositionality", equation 4:
    the loss of one true neighbour and k words drawn at random is −log σ(v·u) − Σ log σ(−v·u_k). The vectors to
    keep in the end are those of `centre`. Unlike in the paper, `context` doesn't start at 0 but like `centre`.

    Arguments:
        vocabulary: the number of words.
        units: the length of each vector.

    >>> import numpy as np
    >>> params = {
    ...     "centre": {"weight": np.array([[1.0, 0.0], [0.0, 2.0]])},
    ...     "context": {"weight": np.array([[1.0, 1.0], [0.5, -1.0]])},
    ... }
    >>> loss, parts = SkipGram(2, 2).forward(params, np.array([0]), np.array([[1, 0]]))
    >>> parts["z"].tolist(), loss.round(4).tolist()
    ([[0.5, 1.0]], [1.7873])
    >>> SkipGram(2, 2).backward(params, parts)["centre"]["weight"].round(4).tolist()
    [[0.5423, 1.1086], [0.0, 0.0]]
    """

    vocabulary: int
    units: int = 24

    def __post_init__(self) -> None:
        _ = self.table  # the embedding checks both numbers

    @cached_property
    def table(self) -> Embedding:
        """The layer that both tables consist of."""
        return Embedding(self.vocabulary, self.units, weight_initializer=Uniform(0.5 / self.units**0.5))

    def build(self, rng: RandomStream, dtype: str = "float32") -> Params:
        """Draw both tables, shape (vocabulary, units) each."""
        return {name: self.table.build(rng.child(name), (), dtype)[0] for name in ("centre", "context")}

    def forward(self, params: Params, centre: Array, others: Array) -> tuple[Array, Parts]:
        """Return the loss of each centre word, and the intermediate results.

        Arguments:
            params: as from `build`.
            centre: numbers of words, shape (batch,).
            others: for each centre word a true neighbour, then random words, shape (batch, 1 + negatives).

        Returns:
            losses (batch,), and parts with v (batch, units), u (batch, 1 + negatives, units), z and d_z.
        """
        v, at_centre, _ = self.table.forward(params["centre"], {}, centre, train=True, rng=RandomStream(()))
        u, at_others, _ = self.table.forward(params["context"], {}, others, train=True, rng=RandomStream(()))
        z = (v[:, None, :] * u).sum(axis=-1)
        column, target = z.reshape(-1, 1), _is_neighbour(z).reshape(-1, 1)
        loss = SigmoidCrossEntropy().value(column, target).reshape(z.shape).sum(axis=-1)
        d_z = SigmoidCrossEntropy().gradient(column, target).reshape(z.shape)
        return loss, {"v": v, "u": u, "z": z, "d_z": d_z, "at_centre": at_centre, "at_others": at_others}

    def backward(self, params: Params, parts: Parts) -> Grads:
        """Return the gradient of the batch's mean loss for both tables.

        With d_z = σ(z) − t, where t is 1 for the true neighbour and 0 otherwise: d_v = Σ d_z u and d_u = d_z v.
        """
        d_z = parts["d_z"][..., None] / len(parts["v"])
        d_v, d_u = (d_z * parts["u"]).sum(axis=1), d_z * parts["v"][:, None, :]
        _, d_centre, _ = self.table.backward(params["centre"], parts["at_centre"], d_v, need_d_x=False)
        _, d_context, _ = self.table.backward(params["context"], parts["at_others"], d_u, need_d_x=False)
        return {"centre": d_centre, "context": d_context}


def _is_neighbour(z: Array) -> Array:
    """Return 1 in the first column and 0 in the others."""
    xp = namespace(z)
    return xp.concatenate([xp.ones_like(z[:, :1]), xp.zeros_like(z[:, 1:])], axis=1)
