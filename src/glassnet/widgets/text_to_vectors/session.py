"""The Python side of text to vectors: one request in, one reply out."""

from typing import Any

from glassnet.base.checks import whole_number
from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.widgets.asking import Fields, Reply, floats, pair, respond
from glassnet.widgets.text_to_vectors.counting import ENCODINGS, tabulate
from glassnet.widgets.text_to_vectors.space import nearest, sum_of_words, unit
from glassnet.widgets.text_to_vectors.texts import text_of_file
from glassnet.widgets.text_to_vectors.training import STEPS, WordTraining
from glassnet.widgets.uploads import Upload

NEAREST = 6
MOST_STEPS = 500
LARGEST_SEED = 2**32 - 1
FIRST = ("king", "man", "woman", "bicycle")


class WordsSession:
    """One reader's texts and vectors.

    >>> head, buffers = WordsSession().handle({"id": 1, "kind": "count", "text": "a b. b c c.", "encoding": "counts"})
    >>> head["columns"], head["reason"], len(buffers)
    (['a', 'b', 'c'], '“a” stands once in line 1.', 2)
    """

    def __init__(self) -> None:
        self._training: WordTraining | None = None
        self._upload = Upload()
        self._text = ""  # of the file that came last

    @property
    def training(self) -> WordTraining:
        """The words in training."""
        if self._training is None:
            raise SettingError("There are no words in training yet: begin first.")
        return self._training

    def handle(self, request: object) -> Reply:
        """Answer one request."""
        kinds = {
            "count": self._count,
            "upload": self._upload_piece,
            "text": self._read,
            "begin": self._begin,
            "train": self._train,
        }
        return respond(request, {**kinds, "look": self._look})

    def _count(self, fields: Fields) -> Reply:
        look_up("encoding", str(fields.get("encoding")), ENCODINGS)
        table = tabulate(fields.get("text"), str(fields["encoding"]))
        rows, columns = table.dense.shape
        asked = fields.get("at")
        row, column = (0, int(table.dense[0].argmax())) if asked is None else map(int, pair("at", asked, limit=1e6))
        row, column = min(max(row, 0), rows - 1), min(max(column, 0), columns - 1)  # the text may be shorter by now
        head = {
            "rows": list(table.rows),
            "columns": list(table.columns),
            "at": [row, column],
            "reason": table.reason(row, column),
            **table.sizes(),
        }
        return head, [floats(table.dense), floats(table.likeness())]

    def _upload_piece(self, fields: Fields) -> Reply:
        whole = self._upload.take(fields)
        if whole is not None:
            self._text = text_of_file(*whole)
        return {"received": self._upload.received}, []

    def _read(self, _: Fields) -> Reply:
        return {"text": self._text}, []

    def _begin(self, fields: Fields) -> Reply:
        seed = whole_number("seed", fields.get("seed", 0), minimum=0, maximum=LARGEST_SEED)
        text = fields.get("text")
        training = WordTraining.of_world(seed) if text is None else WordTraining.of_text(text, seed)
        self._training = training
        frequent = (*FIRST, *training.words)
        chosen = [word for word in dict.fromkeys(frequent) if word in training.numbers][:4]
        about = {
            "words": list(training.words),
            "kinds": training.kinds,
            "sentences": training.sentences,
            "pairs": training.pairs,
            "steps": STEPS,
            "chosen": chosen,
        }
        head, buffers = self._frame(chosen)
        return {**about, **head}, buffers

    def _train(self, fields: Fields) -> Reply:
        chosen = self._chosen(fields)
        self.training.advance(whole_number("steps", fields.get("steps"), minimum=1, maximum=MOST_STEPS))
        return self._frame(chosen)

    def _look(self, fields: Fields) -> Reply:
        return self._frame(self._chosen(fields))

    def _chosen(self, fields: Fields) -> list[str]:
        """Return the four chosen words: the one looked at, minus, plus, compared with."""
        chosen = fields.get("chosen")
        if not isinstance(chosen, list | tuple) or len(chosen) != 4:
            raise SettingError(f"chosen must be four words; got {chosen!r}.")
        for word in chosen:
            look_up("word", str(word), self.training.numbers)
        return [str(word) for word in chosen]

    def _frame(self, chosen: list[str]) -> Reply:
        """Return what is shown: the map, the first word's neighbours, and first − second + third."""
        training = self.training
        vectors, words = training.vectors, training.words
        first, minus, plus, other = (training.numbers[word] for word in chosen)
        direction = sum_of_words([first, plus], [minus], vectors)
        units = unit(vectors)
        places, share = training.map()
        found = nearest(direction, vectors, words, NEAREST + 3)
        head: dict[str, Any] = {
            "step": training.step,
            "done": training.done,
            "latest": training.latest,
            "share": share,
            "near": [n._asdict() for n in nearest(vectors[first], vectors, words, NEAREST + 1) if n.word != chosen[0]],
            "cosine": float(units[first] @ units[other]),
            "first_found": found[0].word,
            "found": [n._asdict() for n in found if n.word not in chosen[:3]][:NEAREST],
        }
        return head, [floats(places), floats(vectors[first])]
