"""The Python side of guess-the-picture: one request in, one reply out."""

from glassnet.widgets.guess_the_picture.messages import PICTURES, SIDE, Puzzle, PuzzleView, Reveal, Revealed
from glassnet.widgets.image_to_numbers.builtin import built_in
from glassnet.widgets.image_to_numbers.source import Source
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.writing import floats


class GuessSession(Session):
    """The pictures of one reader. It is stateless.

    >>> head, (levels,) = GuessSession().handle({"id": 1, "kind": "puzzle", "number": 0})
    >>> head["side"], len(memoryview(levels).cast("f"))
    (14, 196)
    """

    @answers
    def _puzzle(self, request: Puzzle) -> Answer[PuzzleView]:
        return Answer(PuzzleView(request.number, SIDE), [floats(_picture(request.number).levels(SIDE, "grey"))])

    @answers
    def _reveal(self, request: Reveal) -> Answer[Revealed]:
        return Answer(Revealed(request.number, _picture(request.number).words))


def _picture(number: int) -> Source:
    return built_in(PICTURES[number % len(PICTURES)])
