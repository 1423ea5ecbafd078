"""The web application and the command line.

What the commands do is imported when one is carried out, so that `glassnet --help` waits for none of it.
"""

from glassnet.base.late import late_door

__getattr__, __dir__, __all__ = late_door(__name__, __file__)
