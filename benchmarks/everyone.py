"""Those that take part in every contest, and what each of them needs to know of the network."""

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from glassnet_side import glassnet
from jax_side import Apply, by_hand
from keras_side import keras_on_jax
from problem import Problem
from task import BY_HAND, COMPILED, EAGER, Contestant
from torch_side import Way, pytorch


class Words(NamedTuple):
    """The same network in the other libraries' words.

    Arguments:
        module: from torch and the first weights (tensors, by layer), the module.
        model: from keras, the model, ending in logits.
        apply: from parameters and features to logits, for JAX.
        pictures: whether it learns from pictures, whose channels may be laid in two ways.
    """

    module: Callable[[Any, dict[str, Any]], Any]
    model: Callable[[Any], Any]
    apply: Apply
    pictures: bool = False


def everyone(problem: Problem, words: Words) -> dict[str, Callable[[], Contestant]]:
    """Return what makes each contestant, by name."""
    ways = {
        "PyTorch eager": Way(),
        "PyTorch eager, one thread": Way(one=True),
        "PyTorch torch.compile": Way(compiled=True),
        "PyTorch torch.compile, one thread": Way(compiled=True, one=True),
    }
    if words.pictures:
        ways |= {
            "PyTorch eager, channels last": Way(channels_last=True),
            "PyTorch torch.compile, channels last": Way(compiled=True, channels_last=True),
        }
    order = [name for name, of in problem.first_weights().items() if of]
    return {
        COMPILED: partial(glassnet, problem, "xla"),
        EAGER: partial(glassnet, problem, "eager"),
        BY_HAND: partial(by_hand, problem, words.apply),
        **{name: partial(pytorch, problem, words.module, way) for name, way in ways.items()},
        "Keras on JAX": partial(keras_on_jax, problem, words.model, order, 1),
        "Keras on JAX, 16 at once": partial(keras_on_jax, problem, words.model, order, 16),
    }
