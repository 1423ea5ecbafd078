"""Runs with their branches, as a reader walks about in them: trained on, changed, taken back, branched, compared."""

from glassnet.widgets.futures.track import Track
from glassnet.widgets.futures.tracks import Tracks

__all__ = ["Track", "Tracks"]
