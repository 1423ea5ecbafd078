"""The web application and the command line.

The code behind each command is imported only when the command runs, so that `glassnet --help` is fast.
"""

from glassnet.base.late import late_door

__getattr__, __dir__, __all__ = late_door(__name__, __file__)
