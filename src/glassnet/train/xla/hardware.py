"""Where compiled steps run: one device, or several that share each batch."""

from collections.abc import Callable
from typing import Any

import numpy as np

from glassnet.base.checks import whole_number
from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.base.settings_class import settings_class

DEVICES = {name: name for name in ("cpu", "gpu", "tpu", "cuda", "rocm", "metal")}
"""What JAX calls the kinds of devices."""


@settings_class
class Hardware:
    """The devices to train on.

    Arguments:
        device: "cpu", "gpu", "tpu", or None for the best that JAX finds.
        devices: number of devices that share each batch.
    """

    device: str | None = None
    devices: int = 1

    def __post_init__(self) -> None:
        if self.device is not None:
            look_up("device", self.device, DEVICES)
        whole_number("devices", self.devices, minimum=1)

    def find(self, jax: Any) -> list[Any]:
        """Return JAX's devices.

        Raises:
            SettingError: there are no such devices, or too few.
        """
        try:
            found = jax.devices(self.device)
        except RuntimeError:
            known = sorted({device.platform for device in jax.devices()} | {"cpu"})
            raise SettingError(
                f"JAX finds no device {self.device!r} here; it finds {', '.join(known)}. "
                "A GPU or TPU needs JAX's own package for it."
            ) from None
        if len(found) < self.devices:
            raise SettingError(
                f"devices={self.devices} asks for more than the {len(found)} {found[0].platform} device(s) that JAX "
                "finds; use fewer, or make the CPU count as several with "
                f"XLA_FLAGS=--xla_force_host_platform_device_count={self.devices}."
            )
        return list(found[: self.devices])


class Placement:
    """Puts arrays on the devices: state and data on each of them, batches split between them.

    Arguments:
        jax: the library.
        hardware: which devices.
    """

    def __init__(self, jax: Any, hardware: Hardware) -> None:
        self.devices = hardware.find(jax)
        self._jax = jax
        mesh = jax.sharding.Mesh(self.devices, ("batch",))
        named, spec = jax.sharding.NamedSharding, jax.sharding.PartitionSpec
        self._same = named(mesh, spec()) if len(self.devices) > 1 else self.devices[0]
        self._rows = named(mesh, spec("batch"))
        self._rows_of_steps = named(mesh, spec(None, "batch")) if len(self.devices) > 1 else self.devices[0]

    @property
    def hosts(self) -> int:
        """How many processes train together (`jax.distributed`)."""
        return self._jax.process_count()

    @property
    def platform(self) -> str:
        """The kind of devices: cpu, gpu, tpu."""
        return self.devices[0].platform

    def put(self, tree: Any) -> Any:
        """Return the arrays, complete, on every device."""
        return self._jax.tree.map(lambda value: self._lay(value, self._same), tree)

    def hand_over(self, tree: Any) -> Any:
        """Return small arrays ready for a program: unchanged if it runs on JAX's first device anyway."""
        return tree if self.devices == self._jax.devices()[:1] else self.put(tree)

    def put_steps(self, tree: Any) -> Any:
        """Return arrays (steps, size, …) with the samples of each step split between the devices, if possible."""
        if len(self.devices) == 1:
            return self.hand_over(tree)
        return self._jax.tree.map(
            lambda value: self._lay(value, self._rows_of_steps if self._fits(value.shape[1:]) else self._same), tree
        )

    @property
    def spread(self) -> Callable[[Any], Any]:
        """Splits a batch between the devices inside a program; a batch that can't be split evenly stays whole."""

        def lay(value: Any) -> Any:
            if value is None or len(self.devices) == 1 or not self._fits(value.shape):
                return value
            return self._jax.lax.with_sharding_constraint(value, self._rows)

        return lay

    def _lay(self, value: Any, sharding: Any) -> Any:
        if self.hosts == 1:
            return self._jax.device_put(value, sharding)
        array = np.asarray(value)  # each host has all of it and passes on the parts for its own devices
        return self._jax.make_array_from_callback(array.shape, sharding, lambda place: array[place])

    def _fits(self, shape: tuple[int, ...]) -> bool:
        return bool(shape) and shape[0] % len(self.devices) == 0
