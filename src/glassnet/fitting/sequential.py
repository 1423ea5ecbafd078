"""Sequential: the interface of Keras for a Run."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from glassnet.base.arrays import Array, Shape
from glassnet.base.checks import number
from glassnet.base.errors import DataError, SettingError, ShapeError
from glassnet.base.hinted import NamedAttributes, hinted_class
from glassnet.base.names import Label
from glassnet.base.registry import Named, look_up
from glassnet.data import Dataset
from glassnet.data.from_arrays import from_arrays
from glassnet.data.parts import PARTS
from glassnet.fitting.callbacks import Callback
from glassnet.fitting.fit import train
from glassnet.history.history import History
from glassnet.nn.layers import Layer
from glassnet.nn.layers.chain import check_layers
from glassnet.nn.metrics import Metric
from glassnet.nn.network import Network
from glassnet.run.run import Run
from glassnet.train import Plan, Recipe
from glassnet.train.evaluate import evaluate


@hinted_class
class Sequential(NamedAttributes):
    """A network with `compile`, `fit`, `evaluate`, `predict` and `summary`; `run` is the Run behind it.

    Fitting again continues training, as in Keras.

    Arguments:
        layers: the layers in order; more can be added later.

    >>> import glassnet as gn
    >>> model = gn.Sequential([gn.Dense(8, "tanh"), gn.Dense(1, "sigmoid")])
    >>> model.compile(optimizer=gn.SGD(0.5), loss="binary_cross_entropy")
    >>> data = gn.data.moons(200, seed=1, validation=0.0)
    >>> history = model.fit(data.x, data.y, epochs=40, validation_split=0.2)
    >>> len(history.epochs), model.run.step, model.predict(data.x[:3]).shape
    (40, 200, (3, 1))
    >>> sorted(model.evaluate(data.x, data.y))
    ['accuracy', 'loss']
    """

    def __init__(self, layers: Iterable[Layer] = ()) -> None:
        self._layers = check_layers("A Sequential", layers) if type(layers) is not tuple or layers else ()
        self._recipe: Recipe | None = None
        self.run: Run | None = None

    @property
    def network(self) -> Network:
        """The chain of layers as a `Network`."""
        return Network(self._layers)

    def add(self, layer: Layer) -> None:
        """Append a layer; weights that still fit are kept."""
        self._layers = (*self._layers, *check_layers("A Sequential", layer))

    def compile(
        self,
        optimizer: Named = "sgd",
        loss: Named = "mean_squared_error",
        metrics: Sequence[str | Metric] = (),
        **settings: Any,
    ) -> None:
        """Configure training.

        Arguments:
            optimizer, loss: by name or as objects.
            metrics: what to measure besides loss and accuracy; as in a `Recipe`.
            settings: further settings of a `Recipe`: schedule, clipping, regularizer, dtype ….
        """
        Recipe.check_names(settings)
        self._recipe = Recipe(loss, optimizer, metrics=metrics, **settings)

    def fit(
        self,
        x: Array | Dataset,
        y: Array | None = None,
        *,
        batch_size: int = 32,
        epochs: int = 1,
        validation_split: float = 0.0,
        validation_data: tuple[Array, Array] | None = None,
        class_names: Sequence[Label] = (),
        class_weights: Mapping[str, float] | Mapping[int, float] | str | None = None,
        sample_weights: Array | None = None,
        seed: int = 0,
        callbacks: Callback | Sequence[Callback] = (),
        progress: bool = True,
    ) -> History:
        """Train for `epochs` more passes and return the history; Ctrl-C keeps what was learnt.

        Arguments:
            x: features (samples, …), or a `Dataset` (which determines the held-out samples).
            y: labels or class numbers (samples,), or values (samples, outputs).
            batch_size, epochs, seed: as in a `Recipe`.
            validation_split: fraction of the samples to hold out, stratified by class, chosen by the seed.
            validation_data: (features, targets) to validate on instead.
            class_names: what the classes are called, in the order of their numbers; numbers, such as (3, 7), say which
                numbers in y are labels. Texts are numbered alphabetically.
            class_weights: as in a `Recipe`.
            sample_weights: how much each sample counts, shape (samples,).
            callbacks: called after every epoch.
            progress: whether to show a progress bar in a terminal or a notebook.
        """
        recipe = replace(self._compiled(), batch_size=batch_size, epochs=epochs, seed=seed, class_weights=class_weights)
        number("validation_split", validation_split, minimum=0, below=1)
        unnamed = isinstance(class_names, tuple) and not class_names
        if isinstance(x, Dataset):
            _check_alone(y=y, validation_data=validation_data, sample_weights=sample_weights)
            _check_alone(validation_split=validation_split or None, class_names=None if unnamed else class_names)
            dataset = x
        else:
            dataset = from_arrays(
                x,
                _targets(y),
                validation=validation_split,
                validation_data=validation_data,
                class_names=self._class_names if unnamed else class_names,
                sample_weights=sample_weights,
                seed=seed,
            )
        if self.run is not None and dataset.input_shape != self.run.dataset.input_shape:
            raise ShapeError(
                f"This model was trained on features of shape {self.run.dataset.input_shape}; got "
                f"{dataset.input_shape}. Create a new Sequential for other features."
            )
        if self.run is None:
            self.run = Run(self.network, recipe, dataset)
        else:
            changes = {field.name: getattr(recipe, field.name) for field in fields(recipe)}
            self.run.change(network=self.network, dataset=dataset, **changes)
        train(self.run, self.run.state.epoch + epochs, progress=progress, callbacks=callbacks)
        return self.run.history

    def evaluate(self, x: Array | Dataset, y: Array | None = None, *, part: str = "test") -> dict[str, Any]:
        """Return mean loss, accuracy (if the targets are classes) and metrics on other data.

        Arguments:
            x: features (samples, …), or a `Dataset`.
            y: targets, as in `fit`.
            part: for a Dataset, "train", "validation" or "test".
        """
        run = self._fitted()
        look_up("part of the data", part, dict.fromkeys(PARTS))
        if isinstance(x, Dataset):
            if not len(x.parts[part]):
                raise DataError(f"{x.name} has no {part} samples: hold some out, for example {part}=0.2.")
            x, y = x.part(part)
        dataset = from_arrays(x, _targets(y), validation=0.0, class_names=self._class_names)
        measured = evaluate(Plan(run.network, run.recipe, dataset), run.state, "train")
        known = {"loss": measured.loss} | ({} if measured.accuracy is None else {"accuracy": measured.accuracy})
        return known | dict(measured.metrics)

    def predict(self, x: Any, *, raw: bool = False) -> Array:
        """Return the network's prediction for features x, (samples, …), or for rows of a table: see `Run.predict`."""
        return self._fitted().predict(x, raw=raw)

    def predict_classes(self, x: Any, *, raw: bool = False) -> Array:
        """Return the label of the predicted class for each sample of features x, shape (samples,): as the data have it.

        Raises:
            SettingError: the model predicts values, not classes.
        """
        return self._fitted().predict_classes(x, raw=raw)

    def summary(self, input_shape: Shape | None = None) -> str:
        """Return a table of layers, shapes and parameter counts; after a fit the input shape is known."""
        if input_shape is None and self.run is None:
            raise SettingError("Before the first fit the input shape is unknown: pass it, for example summary((2,)).")
        return self.network.summary(self._fitted().dataset.input_shape if input_shape is None else input_shape)

    def _compiled(self) -> Recipe:
        if self._recipe is None:
            raise SettingError('Call compile first, for example compile(optimizer="sgd", loss="mean_squared_error").')
        return self._recipe

    @property
    def _class_names(self) -> tuple[Label, ...]:
        return () if self.run is None else self.run.dataset.class_names

    def _fitted(self) -> Run:
        if self.run is None:
            raise SettingError("This model has no weights yet: call fit first.")
        return self.run


def _targets(y: Array | None) -> Array:
    if y is None:
        raise DataError("Targets are missing: pass features and targets, or a Dataset.")
    return y


def _check_alone(**given: Any) -> None:
    """Check that nothing is given that a data set already has: targets, parts and weights."""
    for name, value in given.items():
        if value is not None:
            raise SettingError(f"A Dataset has its own targets, parts and weights; leave out {name}, or pass arrays.")
