"""The optimiser race: update rules on a landscape and on a real network at once."""

from glassnet.widgets.optimizer_race.session import RaceSession

__all__ = ["RaceSession"]
