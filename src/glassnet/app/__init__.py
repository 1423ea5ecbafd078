"""The web application and the command line.

What a command needs is imported when it runs, so that `glassnet --help` waits for none of it.
"""

from glassnet.base.lazy_exports import lazy_exports

__getattr__, __dir__, __all__ = lazy_exports(__name__, __file__)
