"""Glassnet: neural networks you can see through.

>>> import glassnet as gn
>>> net = gn.Network([gn.Dense(4, "tanh"), gn.Dense(1, "sigmoid")])
>>> run = gn.fit(net, gn.data.moons(100, seed=1), loss="binary_cross_entropy", epochs=2)
>>> run.step
6
"""

from glassnet.base.working_folder import leave_out_working_folder

leave_out_working_folder()  # before any other import

from glassnet.base.lazy_exports import lazy_exports  # noqa: E402
from glassnet.base.version import __version__ as __version__  # noqa: E402

__getattr__, __dir__, __all__ = lazy_exports(__name__, __file__)
