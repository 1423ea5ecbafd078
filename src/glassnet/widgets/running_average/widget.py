"""The running average in a notebook."""

from typing import Any

from glassnet.widgets.host import HostedWidget
from glassnet.widgets.running_average.session import AverageSession


class RunningAverage(HostedWidget):
    """Two exponentially weighted averages of a series, with and without bias correction; each number explains itself.

    Arguments:
        series: "walks", "month", "road" or "gradient".
        betas: the shares that the two averages keep, 0 to 0.99.
        corrected: whether their bias is corrected at first.

    Attributes:
        settings: series, betas and corrected as shown, as a dict.

    Raises:
        SettingError, UnknownNameError: an argument isn't one of those, or out of range.

    >>> RunningAverage("road", betas=(0.9, 0.5)).settings["betas"]
    [0.9, 0.5]
    """

    _page = "running_average"

    def __init__(
        self, series: str = "walks", *, betas: tuple[float, float] = (0.95, 0.5), corrected: bool = False
    ) -> None:
        self._session = AverageSession(series, betas, corrected)
        super().__init__()

    @property
    def settings(self) -> dict[str, Any]:
        """The settings shown."""
        return self._session.settings

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
