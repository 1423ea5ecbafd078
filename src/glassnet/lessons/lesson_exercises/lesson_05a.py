"""The exercises of lesson 05a, Everything becomes numbers."""

import numpy as np

from glassnet.lessons.exercises import ChoiceExercise, CodeExercise, NumberExercise, Prediction


def counted(text, vocabulary):
    words = text.split()
    return np.array([words.count(word) for word in vocabulary])


def pixels() -> NumberExercise:
    return NumberExercise(
        question="A colour image is 28 pixels wide and 28 pixels high, with three channels. How many numbers is that?",
        answer=2352,
        tolerance=0.5,
        because="28 · 28 = 784 pixels, with three numbers each.",
        hint="How many pixels are there? And how many numbers does each of them have?",
        slips={
            784.0: "That is the number of pixels; but each has a number for red, for green and for blue.",
            84.0: "That is 28 · 3. The image has 28 rows *and* 28 columns.",
            200704.0: "That is 784 · 256. Each number can take 256 values, but it is still one number.",
            602112.0: "A number can take 256 values, but that doesn't increase how many numbers there are.",
        },
    )


def hot() -> NumberExercise:
    return NumberExercise(
        question="“king” and “queen” as one-hot vectors. What is the distance between them, by Pythagoras?",
        answer=2**0.5,
        tolerance=0.01,
        because="They differ by 1 in two places: √(1² + 1²) = 1.414. It is the same for any two different words.",
        hint="In how many places do the two vectors differ, and by how much? Then Pythagoras.",
        slips={
            0.0: "Then they would be the same word.",
            1.0: "They differ in *two* places: one has its 1 where the other has 0, and vice versa.",
            2.0: "That is the sum of the squares. The distance is its square root.",
        },
    )


def alias(*, pitch) -> Prediction:
    return Prediction(
        ask=NumberExercise(
            question="A tone of 3,000 hertz is sampled 4,000 times per second, without any filter. What pitch will you hear, in hertz?",
            answer=1000,
            tolerance=0.5,
            because="At the sampling times, a 3,000 Hz tone has the same values as one of 4,000 − 3,000 = 1,000 Hz, upside down.",
            hint="Half the sample rate is 2,000 Hz. The tone is 1,000 Hz above that, and is mirrored down.",
            slips={
                3000.0: "That would need more than 6,000 samples per second.",
                2000.0: "That is half the sample rate, the limit above which tones are mirrored.",
                4000.0: "That is the sample rate.",
                0.0: "The samples are not all the same; only a tone of 4,000 Hz would look constant.",
            },
        ),
        run=lambda: f"Just sampled and measured: the strongest wave in the samples has {pitch(3_000, 4_000):,} Hz.",
    )


def order_lost() -> ChoiceExercise:
    return ChoiceExercise(
        question="Which two sentences have the same bag of words, although they mean different things?",
        right="“the dog bites the man” and “the man bites the dog”",
        reasons={
            "“the dog bites the man” and “the man bites the dog”": "The same words, equally often. A bag of words forgets the order, and here the order is the message.",
            "“the dog bites” and “the dog bites the man”": "The second has one *the* and one *man* more, so two of its counts differ.",
            "“a dog bites” and “the dog bites”": "They mean nearly the same, but *a* and *the* are different words with counts of their own.",
            "“a good dog” and “a bad dog”": "*good* and *bad* are as different as any two words: their counts differ in two places.",
        },
    )


def departments() -> ChoiceExercise:
    return ChoiceExercise(
        question="A shop encodes its departments as toys = 1, books = 2, tools = 3, and feeds that number to a network. What is wrong?",
        right="it claims that books lie between toys and tools",
        reasons={
            "it claims that books lie between toys and tools": "Names are not quantities. One-hot encoding gives each its own position; an embedding learns one.",
            "the numbers must lie between 0 and 1": "Dividing by 3 would keep the false order, only on a smaller scale.",
            "three values are too few to learn from": "There is no such limit; a light switch has two.",
            "nothing, a network can learn any encoding": "With enough units and data it may undo the false order, but it is better not to introduce it.",
        },
    )


def sound_size() -> NumberExercise:
    return NumberExercise(
        question="Ten seconds of sound, one channel, 44,100 samples per second, 16 bits each. How many numbers does a network get?",
        answer=441_000,
        tolerance=0.5,
        because="10 · 44,100 = 441,000 samples, and each sample is one number, however many bits it has.",
        hint="Each sample is one number. How many samples are there in ten seconds?",
        slips={
            882_000.0: "That is the size in bytes, two for 16 bits. Each sample is one number.",
            7_056_000.0: "That is the size in bits. Each sample is one number.",
            44_100.0: "That is one second.",
        },
    )


def count_words() -> CodeExercise:
    return CodeExercise(
        question="Turn `my_count` into a bag of words: for each word of `vocabulary`, how often it is in `text`.",
        solution=counted,
        source="words = text.split()\nreturn np.array([words.count(word) for word in vocabulary])",
        cases=[
            ("the cat saw the dog", ["bird", "cat", "dog", "saw", "the"]),
            ("a bird sang", ["a", "bird", "cat", "sang"]),
            ("cat cats cat", ["cat", "cats", "at"]),
            ("", ["a", "b"]),
        ],
        hints=(
            "`text.split()` gives the list of its words.",
            "A list knows how often it holds something: `words.count(word)`. Ask it for each word of the vocabulary.",
        ),
        because="All cases agree, also the word that is hidden in a longer one.",
        skeleton="return np.array([word in text for word in vocabulary])",
        wrong=(
            lambda text, vocabulary: np.array([word in text for word in vocabulary]),
            lambda text, vocabulary: np.array([text.count(word) for word in vocabulary]),
            lambda text, vocabulary: np.array([word in text.split() for word in vocabulary]),
        ),
    )
