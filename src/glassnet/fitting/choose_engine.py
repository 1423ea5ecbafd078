"""Which engine suits a training run: decided by its size alone, so that the same call always does the same."""

from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.train import Setup
from glassnet.train.recipe import ENGINES
from glassnet.train.work import operations
from glassnet.train.xla.hardware import Hardware
from glassnet.train.xla.jax_library import has_jax

LONG = 20.0
"""Seconds of eager training from which compiling, which takes a few seconds, is worthwhile."""
LAYER_SECONDS = 25e-6
"""Minimum cost of a layer in an eager step, in seconds."""
OPERATION_SECONDS = 5e-11
"""Cost of a multiplication with its addition, forward or backward, in seconds."""


def choose_engine(engine: str, setup: Setup, hardware: Hardware) -> str:
    """Return "eager" or "xla"; "auto" chooses the compiled engine for long training if JAX is installed.

    Raises:
        SettingError: devices are requested for eager training, which can't use them.
    """
    look_up("engine", engine, ENGINES | {"auto": "auto"})
    asks = hardware != Hardware()
    if engine == "eager" and asks:
        raise SettingError('device and devices are for engine="xla"; eager training runs on the CPU.')
    if engine != "auto":
        return engine
    if asks:
        return "xla"
    return "xla" if has_jax() and eager_seconds(setup) > LONG else "eager"


def eager_seconds(setup: Setup) -> float:
    """Estimate how long eager training takes on an ordinary CPU, in seconds.

    Every product of the forward pass is computed three times: there, for the weight's gradient, and for the input's.

    >>> from glassnet.data import moons
    >>> from glassnet.nn.layers import Dense
    >>> from glassnet.nn.network import Network
    >>> from glassnet.train import Recipe
    >>> net = Network([Dense(128, "relu"), Dense(1)])
    >>> round(eager_seconds(Setup(net, Recipe("sigmoid_cross_entropy", epochs=100), moons(1000))), 2)
    0.13
    """
    network, recipe, dataset = setup.network, setup.recipe, setup.dataset
    samples = len(dataset.parts["train"])
    steps = recipe.epochs * -(-samples // recipe.batch_size)
    of_layers = steps * len(network.layers) * LAYER_SECONDS
    return of_layers + recipe.epochs * samples * operations(network, dataset.input_shape) * 3 * OPERATION_SECONDS
