"""Two hundred first guesses of people who know Keras, PyTorch or scikit-learn: each works, or says the right name."""

from typing import Any

import pytest

import glassnet as gn
from glassnet.base.errors import GlassnetError

WORKS = [
    "gn.Sequential([gn.Dense(2)]).compile('adam', 'mean_squared_error')",
    "gn.Sequential().add(gn.Dense(2))",
    "model.fit(data, epochs=1, progress=False)",
    "model.evaluate(data, part='validation')",
    "model.predict(data.x)",
    "model.summary()",
    "model.network",
    "run.evaluate('validation')",
    "run.predict(data.x)",
    "run.predict_classes(data.x)",
    "run.history",
    "run.parameters()",
    "run.network",
    "run.dataset",
    "run.recipe",
    "run.step",
    "run.state",
    "run.setup",
    "run.branches",
    "gn.fit([gn.Dense(2)], data, loss='sparse_softmax_cross_entropy', optimizer='adam', epochs=1, progress=False)",
    "gn.fit([gn.Dense(2)], data, loss='sparse_softmax_cross_entropy', optimizer=gn.Adam, epochs=1, progress=False)",
    "gn.fair([gn.Dense(2)], data, [recipe], seeds=(0,), epochs=1)",
    "gn.Dense(4, 'relu')",
    "gn.Dense(4, activation='relu')",
    "gn.Conv2D(4, 3, activation='relu')",
    "gn.Dropout(0.5)",
    "gn.BatchNorm()",
    "gn.LSTM(4)",
    "gn.SGD(0.1, momentum=0.9)",
    "gn.Adam(0.001)",
    "gn.EarlyStopping(patience=3)",
    "gn.data.moons(100)",
    "gn.data.from_arrays(data.x, data.y, validation=0.2, seed=1)",
    "gn.data.scaled(data)",
    "data.x",
    "data.y",
    "data.train",
    "data.validation",
    "data.class_names",
    "data.feature_names",
    "run.at(1).grads",
    "run.at(1).loss",
    "run.at(1).x",
    "len(run.history.epochs)",
    "run.compare(run)",
    "run.diagnose()",
    "network.summary((2,))",
    "network.layers",
    "network.names",
    "gn.metrics.accuracy(run.predict(data.x), data.y)",
]
"""Guesses that are right."""

KEYWORDS = {
    "gn.Adam({})": {
        "lr": "learning_rate", "eta": "learning_rate", "rate": "learning_rate", "learningrate": "learning_rate",
        "beta1": "beta_1", "beta2": "beta_2", "betas": "beta_1", "eps": "epsilon",
        "learning_rate_init": "learning_rate",
    },
    "gn.SGD({})": {"lr": "learning_rate", "mom": "momentum", "alpha": "learning_rate", "nesterovs": "nesterov"},
    "gn.Dense({})": {
        "neurons": "units", "nodes": "units", "out_features": "units", "hidden_size": "units", "n_units": "units",
        "kernel_initializer": "weight_initializer", "weight_init": "weight_initializer",
        "bias_init": "bias_initializer",
        "act": "activation", "output_dim": "units", "size": "units", "width": "units",
    },
    "gn.Conv2D({})": {
        "channels": "filters", "out_channels": "filters", "kernel": "kernel_size", "strides": "stride",
        "pad": "padding", "act": "activation", "filter": "filters",
    },
    "gn.Dropout({})": {"p": "rate", "dropout_rate": "rate"},
    "gn.LSTM({})": {"hidden_size": "units", "return_sequence": "return_sequences", "neurons": "units"},
    "gn.fit([gn.Dense(2)], data, loss='sparse_softmax_cross_entropy', {})": {
        "epoch": "epochs", "n_epochs": "epochs", "num_epochs": "epochs", "max_iter": "epochs",
        "batchsize": "batch_size",
        "batch": "batch_size", "opt": "optimizer", "optim": "optimizer", "optimiser": "optimizer",
        "random_state": "seed", "verbose": "progress", "metric": "metrics", "callback": "callbacks",
        "class_weight": "class_weights", "scheduler": "schedule", "lr_scheduler": "schedule", "clip": "clipping",
        "clipnorm": "clipping", "regularizers": "regularizer", "regulariser": "regularizer", "hidden": "network",
        "hidden_layer_sizes": "network", "kernel_regularizer": "regularizer", "layers": "network", "model": "network",
    },
    "gn.Recipe('mean_squared_error', {})": {
        "epoch": "epochs", "opt": "optimizer", "batch": "batch_size", "random_state": "seed", "reg": "regularizer",
    },
    "gn.data.moons({})": {
        "n_samples": "samples", "n": "samples", "random_state": "seed", "val": "validation", "test_size": "test",
        "validation_split": "validation",
    },
    "gn.data.from_arrays(data.x, data.y, {})": {
        "val": "validation", "test_size": "test", "random_state": "seed", "labels": "class_names",
        "target_names": "class_names", "columns": "feature_names", "validation_split": "validation",
        "sample_weight": "sample_weights",
    },
    "gn.data.csv('a.csv', 'kind', {})": {
        "sep": "separator", "delimiter": "separator", "val": "validation", "test_size": "test", "random_state": "seed",
        "scaling": "scale",
    },
    "gn.data.csv('a.csv', {})": {"y_col": "target", "label": "target", "target_column": "target"},
    "gn.Run(network, recipe, {})": {"data": "dataset"},
    "gn.EarlyStopping({})": {"patients": "patience", "metric": "monitor"},
    "gn.L2({})": {"alpha": "rate", "lr": "rate"},
    "model.fit(data, {})": {
        "epoch": "epochs", "verbose": "progress", "val_split": "validation_split", "batch": "batch_size",
        "random_state": "seed", "class_weight": "class_weights", "sample_weight": "sample_weights",
    },
    "run.continue_({})": {"epoch": "epochs", "n_epochs": "epochs"},
    "run.evaluate({})": {"parts": "part"},
    "run.mistakes({})": {"counts": "count"},
}  # fmt: skip
"""Arguments under other names, in calls, with the names that are meant."""

VALUES = {
    "run.evaluate({})": {"val": "validation", "valid": "validation", "training": "train", "dev": "validation"},
    "run.mistakes({})": {"val": "validation"},
    "gn.Recipe({})": {
        "mse": "mean_squared_error", "mae": "mean_absolute_error", "rmse": "root_mean_squared_error",
        "bce": "binary_cross_entropy", "binary_crossentropy": "binary_cross_entropy",
        "categorical_crossentropy": "categorical_cross_entropy", "crossentropy": "softmax_cross_entropy",
        "sparse_categorical_crossentropy": "sparse_categorical_cross_entropy", "cross_entropy": "softmax_cross_entropy",
        "CrossEntropyLoss": "sparse_softmax_cross_entropy", "logcosh": "log_cosh", "log_loss": "binary_cross_entropy",
        "MSELoss": "mean_squared_error", "L1Loss": "mean_absolute_error", "nll": "sparse_categorical_cross_entropy",
        "kld": "kl_divergence", "BCELoss": "binary_cross_entropy", "BCEWithLogitsLoss": "sigmoid_cross_entropy",
    },
    "gn.Recipe('mean_squared_error', {})": {
        "Adam": "adam", "SGD": "sgd", "RMSProp": "rmsprop", "adam_w": "adamw", "AdaGrad": "adagrad", "momentum": "sgd",
    },
    "gn.Dense(3, {})": {"ReLU": "relu", "Tanh": "tanh", "swish": "silu", "leakyrelu": "leaky_relu"},
    "run.history.column({})": {
        "val_loss": "validation_loss", "val_acc": "validation_accuracy", "val_accuracy": "validation_accuracy",
        "acc": "validation_accuracy",
    },
    "gn.data.scaled(data, {})": {"Standard": "standard", "minmax": "min_max"},
    "gn.faults.inject({}, gn.Setup(network, recipe, data))": {"overfit": "overfitting", "lr_too_high": "rate_too_high"},
}  # fmt: skip
"""Texts under other names."""

ATTRIBUTES = {
    "gn": {
        "Conv2d": "Conv2D", "MaxPooling2D": "MaxPool2D", "MaxPool2d": "MaxPool2D", "BatchNormalization": "BatchNorm",
        "BatchNorm1d": "BatchNorm", "LayerNormalization": "LayerNorm", "AveragePooling2D": "AveragePool2D",
        "GlobalAveragePooling2D": "GlobalAveragePool2D", "Conv2DTranspose2": "Conv2DTranspose",
        "ConvTranspose2d": "Conv2DTranspose", "MultiHeadAttention": "MultiHeadSelfAttention", "Prelu": "PReLU",
        "CrossEntropyLoss": "SparseSoftmaxCrossEntropy", "MSELoss": "MeanSquaredError", "BCELoss": "BinaryCrossEntropy",
        "Adagrade": "Adagrad", "RMSProp": "RMSprop", "Nadam": "NAdam", "AdamW2": "AdamW", "Lstm": "LSTM", "Gru": "GRU",
        "RNN": "SimpleRNN", "Earlystopping": "EarlyStopping", "Tensorboard": "TensorBoard", "Module": "Network",
        "Model": "Network",         "Swish": "SiLU", "Relu": "ReLU",
    },
    "gn.data": {
        "train_test_split": "split", "from_array": "from_arrays", "read_csv": "csv", "moon": "moons", "scale": "scaled",
    },
    "run": {
        "weights": "parameters", "params": "parameters", "state_dict": "parameters", "coef_": "parameters",
        "predict_proba": "predict", "score": "evaluate", "validate": "evaluate", "model": "network", "net": "network",
        "data": "dataset", "losses": "history", "eval": "evaluate", "optimiser": "recipe", "fit_more": "continue_",
        "layers": "network", "explain": "at", "predictions": "predict", "diagnosis": "diagnose",
    },
    "model": {"predict_proba": "predict", "score": "evaluate", "forward": "predict"},
    "run.at(1)": {"gradients": "grads", "weights": "params", "step_number": "step", "forward_parts": "parts"},
    "data": {"labels": "class_names", "val": "validation", "features": "feature_names", "target": "y"},
    "network": {"summary_text": "summary", "name": "names", "parameters": "summary"},
    "run.history": {"val_loss": "column", "loss": "step_loss", "epoch": "epochs"},
}  # fmt: skip
"""Attributes under other names."""


def guesses() -> list[tuple[str, str]]:
    """Every guess that is another name, with the right one."""
    found = [(call.format(f"{guess}=1"), right) for call, names in KEYWORDS.items() for guess, right in names.items()]
    found += [(call.format(repr(guess)), right) for call, names in VALUES.items() for guess, right in names.items()]
    return found + [(f"{of}.{guess}", right) for of, names in ATTRIBUTES.items() for guess, right in names.items()]


@pytest.fixture(scope="module")
def names() -> dict[str, Any]:
    data = gn.data.moons(60, seed=1)
    model = gn.Sequential([gn.Dense(2)])
    model.compile("sgd", "sparse_softmax_cross_entropy")
    model.fit(data, epochs=1, progress=False)
    run = model.run
    assert run is not None
    run.continue_(1)
    return {"gn": gn, "data": data, "model": model, "run": run, "network": run.network, "recipe": run.recipe}


def test_there_are_two_hundred() -> None:
    assert len(WORKS) + len(guesses()) >= 200


def test_right_guesses_work(names: dict[str, Any]) -> None:
    for guess in WORKS:
        exec(guess, dict(names))  # noqa: S102 (the guesses stand above)


def test_wrong_guesses_say_the_right_name(names: dict[str, Any]) -> None:
    missed = []
    for guess, right in guesses():
        try:
            exec(guess, dict(names))  # noqa: S102
            missed.append(f"{guess}: no error")
        except (GlassnetError, AttributeError) as error:
            if f"Did you mean {right!r}?" not in str(error):
                missed.append(f"{guess}: {error}"[:170])
        except Exception as error:
            missed.append(f"{guess}: {type(error).__name__}: {error}"[:170])
    assert not missed, f"{len(missed)} of {len(guesses())}:\n" + "\n".join(missed)


def test_no_argument_at_all_lists_them() -> None:
    with pytest.raises(TypeError, match="Dense: missing a required argument: 'units'; its arguments are: units"):
        gn.Dense()  # type: ignore[call-arg]


def test_completion_shows_what_is_offered_and_no_imports() -> None:
    for module in (gn, gn.data, gn.figures, gn.metrics, gn.faults, gn.widgets):
        shown = dir(module)
        assert set(shown) <= {*module.__all__, "__version__"}, module
    for thing in (gn.Run, gn.Moment, gn.Dataset, gn.Network):
        assert not [name for name in dir(thing) if name in ("Any", "np", "dataclass")]
