"""Handwritten digits on a plane, by PCA and by t-SNE, computed once for all readers."""

from functools import cache

from sklearn.datasets import load_digits
from sklearn.decomposition import PCA

from glassnet.base.arrays import Array

DIGITS = 400


def digits_by_pca() -> tuple[Array, Array]:
    """Return places (400, 2) in the plane of the first two principal components, and which digits they are (400,).

    >>> places, digits = digits_by_pca()
    >>> places.shape, digits[:5].tolist()
    ((400, 2), [0, 1, 2, 3, 4])
    """
    images, digits = load_digits(return_X_y=True)
    return PCA(2, svd_solver="full").fit_transform(images[:DIGITS]), digits[:DIGITS]


@cache
def digits_by_tsne(perplexity: int) -> tuple[Array, Array]:
    """Return places (400, 2) as t-SNE finds them from the plane of PCA, and which digits they are (400,).

    A second or two the first time; the cache holds one result for each perplexity, and only few are offered.
    """
    from sklearn.manifold import TSNE  # here: only those who press the button need it

    images, digits = load_digits(return_X_y=True)
    maker = TSNE(perplexity=float(perplexity), init="pca", random_state=0)
    return maker.fit_transform(images[:DIGITS]), digits[:DIGITS]
