"""Self-checking exercises: the question, the right answer, and feedback for each wrong answer."""

from glassnet.lessons.exercises.book import Book, open_book
from glassnet.lessons.exercises.card import Card
from glassnet.lessons.exercises.choice import ChoiceExercise
from glassnet.lessons.exercises.code import CodeExercise
from glassnet.lessons.exercises.goal import GoalExercise
from glassnet.lessons.exercises.number import NumberExercise
from glassnet.lessons.exercises.order import OrderExercise
from glassnet.lessons.exercises.place import Picture, PlaceExercise, Spot
from glassnet.lessons.exercises.prediction import Prediction
from glassnet.lessons.exercises.session import ExerciseSession
from glassnet.lessons.exercises.verdict import Exercise, Verdict

__all__ = [
    "Book",
    "Card",
    "ChoiceExercise",
    "CodeExercise",
    "Exercise",
    "ExerciseSession",
    "GoalExercise",
    "NumberExercise",
    "OrderExercise",
    "Picture",
    "PlaceExercise",
    "Prediction",
    "Spot",
    "Verdict",
    "open_book",
]


def __dir__() -> list[str]:
    return __all__
