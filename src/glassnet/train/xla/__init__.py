"""The compiled reading: the same layers, losses and rules under `jax.jit`, many steps in one call."""
