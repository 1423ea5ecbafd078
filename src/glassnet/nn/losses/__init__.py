"""Losses, one a file, and the registry of their names."""

from glassnet.nn.losses.binary_cross_entropy import BinaryCrossEntropy
from glassnet.nn.losses.categorical_cross_entropy import CategoricalCrossEntropy
from glassnet.nn.losses.loss import Loss, TargetEncoding
from glassnet.nn.losses.mean_squared_error import MeanSquaredError
from glassnet.nn.losses.one_hot import one_hot
from glassnet.nn.losses.sigmoid_cross_entropy import SigmoidCrossEntropy
from glassnet.nn.losses.softmax_cross_entropy import SoftmaxCrossEntropy
from glassnet.nn.losses.sparse_categorical_cross_entropy import SparseCategoricalCrossEntropy
from glassnet.nn.losses.sparse_softmax_cross_entropy import SparseSoftmaxCrossEntropy

LOSSES: dict[str, type[Loss]] = {
    "mean_squared_error": MeanSquaredError,
    "binary_cross_entropy": BinaryCrossEntropy,
    "categorical_cross_entropy": CategoricalCrossEntropy,
    "sparse_categorical_cross_entropy": SparseCategoricalCrossEntropy,
    "sigmoid_cross_entropy": SigmoidCrossEntropy,
    "softmax_cross_entropy": SoftmaxCrossEntropy,
    "sparse_softmax_cross_entropy": SparseSoftmaxCrossEntropy,
}

__all__ = [
    "LOSSES",
    "BinaryCrossEntropy",
    "CategoricalCrossEntropy",
    "Loss",
    "MeanSquaredError",
    "SigmoidCrossEntropy",
    "SoftmaxCrossEntropy",
    "SparseCategoricalCrossEntropy",
    "SparseSoftmaxCrossEntropy",
    "TargetEncoding",
    "one_hot",
]
