"""Handwritten digits mapped to the plane by PCA and t-SNE, computed once for all readers."""

from functools import cache

from sklearn.datasets import load_digits
from sklearn.decomposition import PCA

from glassnet.base.arrays import Array

DIGITS = 400


def digits_by_pca() -> tuple[Array, Array]:
    """Return coordinates (400, 2) in the plane of the first two principal components, and the digits' labels (400,).

    >>> places, digits = digits_by_pca()
    >>> places.shape, digits[:5].tolist()
    ((400, 2), [0, 1, 2, 3, 4])
    """
    images, digits = load_digits(return_X_y=True)
    return PCA(2, svd_solver="full").fit_transform(images[:DIGITS]), digits[:DIGITS]


@cache
def digits_by_tsne(perplexity: int) -> tuple[Array, Array]:
    """Return t-SNE coordinates (400, 2), initialised by PCA, and the digits' labels (400,).

    This takes a second or two the first time. One result per perplexity is cached; the lesson offers only a few.
    """
    from sklearn.manifold import TSNE  # slow to import, and needed only when the button is pressed

    images, digits = load_digits(return_X_y=True)
    maker = TSNE(perplexity=float(perplexity), init="pca", random_state=0)
    return maker.fit_transform(images[:DIGITS]), digits[:DIGITS]
