"""JAX, imported when first needed: optional, slow to import, with a cache on disk for compiled programs."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

from glassnet.base.errors import SettingError
from glassnet.base.folders import user_folder

MIN_VERSION = (0, 9)
"""The first version of JAX with everything that compiled training needs."""


def has_jax() -> bool:
    """Return whether JAX is installed, without importing it."""
    return find_spec("jax") is not None


def load_jax() -> Any:
    """Return the module `jax`, with a cache folder for compiled programs unless the user has set one.

    Raises:
        SettingError: JAX is not installed, or is too old.
    """
    try:
        import jax  # here, because JAX is optional and slow to load
    except ImportError:
        raise SettingError(
            'engine="xla" needs JAX, which is not installed: pip install "glassnet[xla]", or use engine="eager".'
        ) from None
    if jax.__version_info__ < MIN_VERSION:
        raise SettingError(
            f'engine="xla" needs JAX {MIN_VERSION[0]}.{MIN_VERSION[1]} or newer; {jax.__version__} is installed: '
            'pip install --upgrade "glassnet[xla]", or use engine="eager".'
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
    """Let JAX use float64 where NumPy would: in counts and corrections, and wherever the recipe says float64.

    Arrays in float32 stay float32; the setting ends with the block, so that it never affects the user's own JAX code.
    """
    with jax.enable_x64(True):
        yield
