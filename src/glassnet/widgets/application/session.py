"""The Python side of the applications: one request in, one reply out."""

from collections.abc import Callable, Mapping
from time import perf_counter
from typing import TypeVar

import numpy as np

from glassnet.base.errors import SettingError
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

APPLICATIONS: Mapping[str, Callable[[], Application]] = {
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

    Arguments:
        name: which application.

    Raises:
        UnknownNameError: there is no such application.

    >>> session = ApplicationSession("maze")
    >>> head, buffers = session.handle({"id": 1, "kind": "train", "turns": 3})
    >>> head["done"], len(buffers[0]) // 4
    (3, 4)
    >>> session.handle({"id": 2, "kind": "read_sentence", "text": "good"})[0]["message"]
    'This application is "maze", and it has nothing for Sentences; open "sentences" instead.'
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._begin()

    def _begin(self) -> None:
        self._application = look_up("application", self.name, APPLICATIONS)()
        self._scores = [self._application.score()]
        self._seconds = 0.0

    @property
    def trained(self) -> bool:
        """Whether training is over."""
        return len(self._scores) > self._application.turns

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
            self.name, **vars(application.about), turns=application.turns, done=done, seconds=self._seconds
        )
        return Answer(progress, [floats(np.array(self._scores))])

    def _open_as(self, kind: type[Kind]) -> Kind:
        """Return the application if it is of this kind."""
        if isinstance(self._application, kind):
            return self._application
        other = next(name for name, made in APPLICATIONS.items() if made is kind)
        raise SettingError(
            f'This application is "{self.name}", and it has nothing for {kind.__name__}; open "{other}" instead.'
        )

    @answers
    def _digits(self, request: DrawDigit) -> Answer[DigitView]:
        return self._open_as(Digits).draw(request)

    @answers
    def _sentences(self, request: ReadSentence) -> Answer[SentenceView]:
        return self._open_as(Sentences).read(request)

    @answers
    def _waves(self, request: Forecast) -> Answer[ForecastView]:
        return self._open_as(Waves).forecast(request)

    @answers
    def _ratings(self, request: Rate) -> Answer[RatingsView]:
        return self._open_as(Ratings).rate(request)

    @answers
    def _maze(self, request: WalkMaze) -> Answer[MazeView]:
        return self._open_as(Mazes).walk(request)

    @answers
    def _sounds(self, request: HearSound) -> Answer[SoundView]:
        return self._open_as(Sounds).hear(request)

    @answers
    def _recording(self, request: Upload) -> Answer[Received]:
        return self._open_as(Sounds).take(request)

    @answers
    def _customers(self, request: GroupCustomers) -> Answer[GroupsView]:
        return self._open_as(Customers).group(request)
