"""Losses, one per file, and the registry of their names."""

from glassnet.nn.losses.binary_cross_entropy import BinaryCrossEntropy
from glassnet.nn.losses.categorical_cross_entropy import CategoricalCrossEntropy
from glassnet.nn.losses.categorical_hinge import CategoricalHinge
from glassnet.nn.losses.custom_loss import CustomLoss
from glassnet.nn.losses.formula_loss import FormulaLoss
from glassnet.nn.losses.hinge import Hinge
from glassnet.nn.losses.huber import Huber
from glassnet.nn.losses.kl_divergence import KLDivergence
from glassnet.nn.losses.log_cosh import LogCosh
from glassnet.nn.losses.loss import Loss, TargetEncoding
from glassnet.nn.losses.mean_absolute_error import MeanAbsoluteError
from glassnet.nn.losses.mean_squared_error import MeanSquaredError
from glassnet.nn.losses.one_hot import one_hot
from glassnet.nn.losses.perceptron_loss import PerceptronLoss
from glassnet.nn.losses.quantile_loss import QuantileLoss
from glassnet.nn.losses.root_mean_squared_error import RootMeanSquaredError
from glassnet.nn.losses.sigmoid_cross_entropy import SigmoidCrossEntropy
from glassnet.nn.losses.softmax_cross_entropy import SoftmaxCrossEntropy
from glassnet.nn.losses.sparse_categorical_cross_entropy import SparseCategoricalCrossEntropy
from glassnet.nn.losses.sparse_softmax_cross_entropy import SparseSoftmaxCrossEntropy

LOSSES: dict[str, type[Loss]] = {
    "mean_squared_error": MeanSquaredError,
    "mean_absolute_error": MeanAbsoluteError,
    "root_mean_squared_error": RootMeanSquaredError,
    "quantile": QuantileLoss,
    "huber": Huber,
    "log_cosh": LogCosh,
    "binary_cross_entropy": BinaryCrossEntropy,
    "categorical_cross_entropy": CategoricalCrossEntropy,
    "sparse_categorical_cross_entropy": SparseCategoricalCrossEntropy,
    "sigmoid_cross_entropy": SigmoidCrossEntropy,
    "softmax_cross_entropy": SoftmaxCrossEntropy,
    "sparse_softmax_cross_entropy": SparseSoftmaxCrossEntropy,
    "hinge": Hinge,
    "categorical_hinge": CategoricalHinge,
    "kl_divergence": KLDivergence,
    "perceptron": PerceptronLoss,
    "formula": FormulaLoss,
}

__all__ = [
    "LOSSES",
    "BinaryCrossEntropy",
    "CategoricalCrossEntropy",
    "CategoricalHinge",
    "CustomLoss",
    "FormulaLoss",
    "Hinge",
    "Huber",
    "KLDivergence",
    "LogCosh",
    "Loss",
    "MeanAbsoluteError",
    "MeanSquaredError",
    "PerceptronLoss",
    "QuantileLoss",
    "RootMeanSquaredError",
    "SigmoidCrossEntropy",
    "SoftmaxCrossEntropy",
    "SparseCategoricalCrossEntropy",
    "SparseSoftmaxCrossEntropy",
    "TargetEncoding",
    "one_hot",
]
