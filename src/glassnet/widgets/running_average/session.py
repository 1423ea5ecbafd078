"""The Python side of the running average: one request in, one reply out."""

from typing import Any

from glassnet.explain import parse_reference
from glassnet.widgets.explaining import with_terms
from glassnet.widgets.running_average.average import averages, explain
from glassnet.widgets.running_average.messages import AveragesView, Explain, Explained, Look, Open, Opening
from glassnet.widgets.running_average.series import SERIES
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.common import Choice
from glassnet.widgets.wire.reading import read
from glassnet.widgets.wire.writing import floats, to_json


class AverageSession(Session):
    """One reader's averages.

    Arguments:
        series: what is averaged at first, by name.
        betas: the first two values of β.
        corrected: whether the bias is corrected at first.

    Attributes:
        settings: the settings shown: series, betas and corrected.

    >>> session = AverageSession("walks", (0.5, 0.95))
    >>> head, _ = session.handle({"id": 1, "kind": "explain", "reference": "walks.corrected[3]"})
    >>> head["explanation"]["numbers"]
    'corrected[3] = 3 / (1 − 0.5^3)'
    """

    def __init__(
        self, series: str = "walks", betas: tuple[float, float] = (0.95, 0.5), corrected: bool = False
    ) -> None:
        self._shown = read(Look, {"series": series, "betas": betas, "corrected": corrected}, "settings")

    @property
    def settings(self) -> dict[str, Any]:
        """The settings shown."""
        return dict(to_json(self._shown))

    @answers
    def _open(self, _: Open) -> Answer[Opening]:
        shown = self._shown
        series = tuple(Choice(name, one.label) for name, one in SERIES.items())
        return Answer(Opening(series, shown.series, shown.betas, shown.corrected))

    @answers
    def _look(self, request: Look) -> Answer[AveragesView]:
        self._shown = request
        series = SERIES[request.series]
        values = series.make()
        rows = [row for beta in request.betas for row in averages(values, beta)]
        view = AveragesView(request.series, series.words, series.place, series.unit, request.betas, request.corrected)
        return Answer(view, [floats(values), *map(floats, rows)])

    @answers
    def _explain(self, request: Explain) -> Answer[Explained]:
        shown = self._shown
        beta = shown.betas[request.track == "second"]
        values = SERIES[shown.series].make()
        explanation = explain(shown.series, values, beta, parse_reference(request.reference))
        return Answer(Explained(with_terms(explanation, request.terms).to_dict()))
