"""The Python side of the applications: one request in, one reply out."""

from collections.abc import Mapping
from time import perf_counter
from typing import TypeVar, cast

import numpy as np

from glassnet.base.registry import look_up
from glassnet.widgets.application.application import Application
from glassnet.widgets.application.customers import Customers, GroupCustomers, GroupsView
from glassnet.widgets.application.digits import Digits, DigitView, DrawDigit
from glassnet.widgets.application.mazes import Mazes, MazeView, WalkMaze
from glassnet.widgets.application.messages import Again, Open, Progress, Train
from glassnet.widgets.application.ratings import Rate, Ratings, RatingsView
from glassnet.widgets.application.sentences import ReadSentence, Sentences, SentenceView
from glassnet.widgets.application.sounds import HearSound, Sounds, SoundView
from glassnet.widgets.application.waves import Forecast, ForecastView, Waves
from glassnet.widgets.uploads import Received, Upload
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.writing import floats

APPLICATIONS: Mapping[str, type[Application]] = {
    "digits": Digits,
    "sentences": Sentences,
    "waves": Waves,
    "ratings": Ratings,
    "maze": Mazes,
    "sounds": Sounds,
    "customers": Customers,
}
Kind = TypeVar("Kind")


class ApplicationSession(Session):
    """One reader's network: trained turn by turn, and used.

    Each application is made when it is first asked for; the one that the session is opened with is trained.

    Arguments:
        name: which application.

    Raises:
        UnknownNameError: there is no such application.

    >>> session = ApplicationSession("maze")
    >>> head, buffers = session.handle({"id": 1, "kind": "train", "turns": 3})
    >>> head["done"], len(buffers[0]) // 4
    (3, 4)
    """

    def __init__(self, name: str) -> None:
        self._name, self._kind = name, look_up("application", name, APPLICATIONS)
        self._made: dict[type, Application] = {}
        self._begin()

    def _begin(self) -> None:
        self._made.pop(self._kind, None)
        self._scores = [self._application.score()]
        self._seconds = 0.0

    @property
    def _application(self) -> Application:
        return self._of(self._kind)

    def _of(self, kind: type[Kind]) -> Kind:
        """Return the application of this kind, made when it is first asked for."""
        if kind not in self._made:
            self._made[kind] = cast(Application, kind())
        return cast(Kind, self._made[kind])

    @answers
    def _open(self, _: Open) -> Answer[Progress]:
        return self._progress()

    @answers
    def _again(self, _: Again) -> Answer[Progress]:
        self._begin()
        return self._progress()

    @answers
    def _train(self, request: Train) -> Answer[Progress]:
        begin = perf_counter()
        for _ in range(min(request.turns, self._application.turns + 1 - len(self._scores))):
            self._application.train()
            self._scores.append(self._application.score())
        self._seconds += perf_counter() - begin
        return self._progress()

    def _progress(self) -> Answer[Progress]:
        application = self._application
        done = len(self._scores) - 1
        progress = Progress(
            self._name, **vars(application.about), turns=application.turns, done=done, seconds=self._seconds
        )
        return Answer(progress, [floats(np.array(self._scores))])

    @answers
    def _digits(self, request: DrawDigit) -> Answer[DigitView]:
        return self._of(Digits).draw(request)

    @answers
    def _sentences(self, request: ReadSentence) -> Answer[SentenceView]:
        return self._of(Sentences).read(request)

    @answers
    def _waves(self, request: Forecast) -> Answer[ForecastView]:
        return self._of(Waves).forecast(request)

    @answers
    def _ratings(self, request: Rate) -> Answer[RatingsView]:
        return self._of(Ratings).rate(request)

    @answers
    def _maze(self, request: WalkMaze) -> Answer[MazeView]:
        return self._of(Mazes).walk(request)

    @answers
    def _sounds(self, request: HearSound) -> Answer[SoundView]:
        return self._of(Sounds).hear(request)

    @answers
    def _recording(self, request: Upload) -> Answer[Received]:
        return self._of(Sounds).take(request)

    @answers
    def _customers(self, request: GroupCustomers) -> Answer[GroupsView]:
        return self._of(Customers).group(request)
