"""JAX, when it is first needed: an optional part, slow to import, with a place on disk for what it has compiled."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

from glassnet.base.errors import SettingError
from glassnet.base.folders import user_folder

OLDEST = (0, 9)
"""The first version of JAX with all that compiled training asks of it."""


def has_jax() -> bool:
    """Return whether JAX is installed, without importing it."""
    return find_spec("jax") is not None


def load_jax() -> Any:
    """Return the module `jax`, told where to keep compiled programs unless the user has told it already.

    Raises:
        SettingError: JAX is not installed, or is too old.
    """
    try:
        import jax  # here, because JAX is optional and takes long to load
    except ImportError:
        raise SettingError(
            'engine="xla" needs JAX, which is not installed: pip install "glassnet[xla]", or take engine="eager".'
        ) from None
    if jax.__version_info__ < OLDEST:
        raise SettingError(
            f'engine="xla" needs JAX {OLDEST[0]}.{OLDEST[1]} or newer; {jax.__version__} is installed: '
            'pip install --upgrade "glassnet[xla]", or take engine="eager".'
        )
    config: Any = jax.config
    folder = user_folder("cache")
    if config.jax_compilation_cache_dir is None and folder is not None:
        config.update("jax_compilation_cache_dir", str(folder / "xla"))
        config.update("jax_persistent_cache_min_compile_time_secs", 0.1)
        config.update("jax_persistent_cache_min_entry_size_bytes", -1)
    return jax


@contextmanager
def wide_numbers(jax: Any) -> Iterator[None]:
    """Let JAX keep float64 where NumPy would: in counts and corrections, and wherever the recipe says float64.

    Arrays in float32 stay in float32; the setting ends with the block, so that the user's own JAX code never sees it.
    """
    with jax.enable_x64(True):
        yield
