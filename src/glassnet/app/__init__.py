"""The web application and the command line.

The code behind each command is imported only when the command runs, so that `glassnet --help` is fast.
"""

from glassnet.base.lazy_exports import lazy_exports

__getattr__, __dir__, __all__ = lazy_exports(__name__, __file__)
