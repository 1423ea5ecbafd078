"""The Python side of the text-to-vectors widget: one request in, one reply out."""

import numpy as np

from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.data.tokens import is_without_blanks
from glassnet.widgets.text_to_vectors.counting import tabulate
from glassnet.widgets.text_to_vectors.messages import (
    Begin,
    Begun,
    Count,
    Counted,
    FourWords,
    Look,
    Open,
    Opening,
    OpeningView,
    Text,
    TextView,
    Train,
    Vectors,
)
from glassnet.widgets.text_to_vectors.space import nearest, sum_of_words, unit
from glassnet.widgets.text_to_vectors.texts import MAX_SIZE, text_of_file
from glassnet.widgets.text_to_vectors.training import STEPS, WordTraining
from glassnet.widgets.uploads import FileInPieces, Received, Upload
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.reading import read
from glassnet.widgets.wire.writing import floats

NEAREST = 6
FIRST = ("king", "man", "woman", "queen")


class WordsSession(Session):
    """One reader's texts and vectors.

    >>> head, buffers = WordsSession().handle({"id": 1, "kind": "count", "text": "a b. b c c.", "encoding": "counts"})
    >>> head["columns"], head["reason"], len(buffers)
    (['a', 'b', 'c'], '“a” occurs once in line 1.', 2)
    """

    def __init__(self, view: str = "counting") -> None:
        self._opening = read(Opening, {"view": view}, "settings")
        self._training: WordTraining | None = None
        self._upload = FileInPieces()
        self._text = ""  # of the latest file

    @property
    def training(self) -> WordTraining:
        """The training of word vectors."""
        if self._training is None:
            raise SettingError("No words are being trained yet: send a begin request first.")
        return self._training

    @answers
    def _open(self, _: Open) -> Answer[OpeningView]:
        return Answer(OpeningView(self._opening.view))

    @answers
    def _count(self, request: Count) -> Answer[Counted]:
        table = tabulate(request.text, request.encoding)
        rows, columns = table.dense.shape
        row, column = (0, int(table.dense[0].argmax())) if request.at is None else map(int, request.at)
        row, column = min(max(row, 0), rows - 1), min(max(column, 0), columns - 1)  # the text may be shorter by now
        counted = Counted(
            max_size=MAX_SIZE,
            by_character=is_without_blanks(request.text),
            rows=tuple(table.rows),
            columns=tuple(table.columns),
            at=(row, column),
            reason=table.reason(row, column),
            **table.sizes(),
        )
        return Answer(counted, [floats(table.dense), floats(table.similarity())])

    @answers
    def _take(self, request: Upload) -> Answer[Received]:
        whole = self._upload.take(request)
        if whole is None:
            return Answer(Received(self._upload.received, False))
        name, data = whole
        self._text = text_of_file(name, data)
        return Answer(Received(len(data), True, name))

    @answers
    def _read(self, _: Text) -> Answer[TextView]:
        return Answer(TextView(self._text))

    @answers
    def _begin(self, request: Begin) -> Answer[Begun]:
        own = request.text is not None
        training = WordTraining.of_text(request.text, request.seed) if own else WordTraining.of_world(request.seed)
        self._training = training
        frequent = (*FIRST, *training.words)
        first, minus, plus, other = [word for word in dict.fromkeys(frequent) if word in training.numbers][:4]
        chosen = (first, minus, plus, other)
        vectors, buffers = self._frame(chosen)
        begun = Begun(
            **vars(vectors),
            words=training.words,
            kinds=tuple(training.kinds),
            max_size=MAX_SIZE,
            by_character=is_without_blanks("".join(training.words)),
            sentences=training.sentences,
            pairs=training.pairs,
            steps=STEPS,
            chosen=chosen,
        )
        return Answer(begun, buffers)

    @answers
    def _train(self, request: Train) -> Answer[Vectors]:
        chosen = self._known(request.chosen)
        self.training.advance(request.steps)
        return self._frame(chosen)

    @answers
    def _look(self, request: Look) -> Answer[Vectors]:
        return self._frame(self._known(request.chosen))

    def _known(self, chosen: FourWords) -> FourWords:
        for word in chosen:
            look_up("word", word, self.training.numbers)
        return chosen

    def _frame(self, chosen: FourWords) -> Answer[Vectors]:
        """Return what is shown: the map, the first word's neighbours, and first − second + third."""
        training = self.training
        vectors, words = training.vectors, training.words
        first, minus, plus, other = (training.numbers[word] for word in chosen)
        direction = sum_of_words([first, plus], [minus], vectors)
        units = unit(vectors)
        places, explained = training.map()
        found = nearest(direction, vectors, words, NEAREST + 3)
        frame = Vectors(
            step=training.step,
            done=training.done,
            latest=training.latest,
            explained_variance=explained,
            near=tuple(n for n in nearest(vectors[first], vectors, words, NEAREST + 1) if n.word != chosen[0]),
            cosine=float(units[first] @ units[other]),
            first_found=found[0].word,
            found=tuple([n for n in found if n.word not in chosen[:3]][:NEAREST]),
        )
        nearest_word = training.numbers[frame.found[0].word]
        strips = [units[first], units[other], units[minus], units[plus], unit(direction), units[nearest_word]]
        return Answer(frame, [floats(places), floats(np.stack(strips))])
