"""A run and its branches: trained further, changed, undone, branched and compared."""

from glassnet.widgets.branching.track import Track
from glassnet.widgets.branching.tracks import Tracks

__all__ = ["Track", "Tracks"]
