"""The optimiser race in a notebook."""

from typing import Any

from glassnet.widgets.host import HostedWidget
from glassnet.widgets.optimizer_race.session import USUAL, RaceSession


class OptimizerRace(HostedWidget):
    """Update rules race down a landscape and on a real network at once; who wins is counted over ten starts.

    All rules start from the same weights and see the same batches. The network's paths are shown in the plane in which
    they vary most, with its true loss. Every rule has the learning rate that a search found best for it, until it is
    changed on the page.

    Arguments:
        task: the network: "moons", "digits" or "words".
        landscape: the landscape, by name.
        rules: who takes part, at most six: "sgd", "momentum", "nesterov", "adagrad", "adadelta", "rmsprop", "adam",
            "adamw", "nadam", "amsgrad" or "lion".
        seed: of the network's first weights and batches, 0 to 9.
        view: "race", or "rates" for the search of learning rates.

    Attributes:
        settings: landscape, task, rules, seed, landscape_rates and task_rates of the race shown, as a dict.

    Raises:
        SettingError, UnknownNameError: an argument isn't one of those, or out of range.

    >>> race = OptimizerRace("words", rules=("sgd", "adagrad"))
    >>> race.settings["task_rates"]
    {'sgd': 3.0, 'adagrad': 3.0}
    """

    _page = "optimizer_race"

    def __init__(
        self,
        task: str = "moons",
        *,
        landscape: str = "long_bowl",
        rules: tuple[str, ...] = USUAL,
        seed: int = 0,
        view: str = "race",
    ) -> None:
        self._session = RaceSession(task, landscape, rules, seed, view)
        super().__init__()

    @property
    def settings(self) -> dict[str, Any]:
        """The settings of the race shown."""
        return self._session.settings

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
