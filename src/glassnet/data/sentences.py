"""Sentences about a small world, made from templates: people, royalty, animals, vehicles, food and places."""

import re
from collections.abc import Mapping

from glassnet.base.checks import whole_number
from glassnet.base.hinted import hinted
from glassnet.base.random import stream

PAIRS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("man", "woman", ()),
    ("boy", "girl", ("toys", "kite")),
    ("father", "mother", ("children", "baby")),
    ("uncle", "aunt", ("nephew", "niece")),
    ("grandfather", "grandmother", ("grandchildren", "armchair")),
    ("actor", "actress", ("stage", "theatre")),
    ("king", "queen", ("kingdom", "subjects")),
    ("prince", "princess", ("tower", "heir")),
    ("emperor", "empress", ("empire", "legions")),
    ("duke", "duchess", ("duchy", "carriage")),
)
"""Who is "he", who is "she", and the words that go with this pair only."""

FIRST_RULER = 6
ANYONE = ("friend", "neighbour", "teacher", "doctor", "farmer", "baker")


def _words(line: str) -> tuple[str, ...]:
    return tuple(line.split())


KINDS: Mapping[str, tuple[str, ...]] = {
    "people": (*(name for he, she, _ in PAIRS[:FIRST_RULER] for name in (he, she)), *ANYONE),
    "royalty": tuple(name for he, she, _ in PAIRS[FIRST_RULER:] for name in (he, she)),
    "animals": _words("dog cat horse cow sheep goat pig hen duck rabbit fox wolf bear mouse"),
    "vehicles": _words("bicycle car bus train truck tram boat ship lorry scooter motorbike van"),
    "food": _words("bread cheese fruit soup rice cake fish meat butter honey salad pudding porridge pie"),
    "places": _words("village town city market school park forest river mountain garden beach station"),
}
"""The words that the sentences are about, by kind."""

SLOTS: Mapping[str, tuple[str, ...]] = {
    **{kind: words for kind, words in KINDS.items() if kind not in ("people", "royalty")},
    "anyone": ANYONE,
    "royal": ("palace", "castle", "fortress", "chambers"),
    "rules": ("rules", "governs", "commands", "defends"),
    "realm": ("nobles", "knights", "army", "court"),
    "splendid": ("royal", "noble", "mighty", "proud", "famous"),
    "home": ("house", "kitchen", "office", "shop", "flat", "job"),
    "works": ("cooks", "cleans", "works", "studies", "sews", "paints"),
    "ordinary": ("young", "tired", "clever", "busy", "friendly"),
    "looks": ("looks", "smiles", "laughs", "wakes"),
    "moves": ("runs", "jumps", "sleeps", "hides", "swims"),
    "furry": ("wild", "hungry", "small", "brown", "furry"),
    "body": ("tail", "ears", "paws", "fur", "nose"),
    "area": ("field", "barn", "stable", "grass", "nest"),
    "drives": ("drives", "repairs", "parks", "steers"),
    "speed": ("fast", "slow", "noisy", "electric", "old"),
    "parts": ("wheels", "engine", "brakes", "seats", "driver"),
    "way": ("street", "road", "bridge", "harbour", "garage"),
    "tastes": ("fresh", "sweet", "warm", "tasty", "salty"),
    "eats": ("eats", "tastes", "bakes", "serves"),
    "meal": ("breakfast", "lunch", "dinner", "supper"),
    "dish": ("bowl", "dish", "basket", "box"),
    "goes": ("walks", "travels", "returns", "hurries"),
    "scenery": ("quiet", "beautiful", "large", "busy", "green"),
    "weather": ("sunny", "rainy", "cloudy", "foggy"),
}

# {person} and {ruler} come with {he} and {his}: gender shows only in the pronouns.
TEMPLATES = (
    "the {ruler} {rules} {his} {realm}",
    "the {ruler} wears {his} {splendid} crown",
    "the {ruler} sits on {his} {splendid} throne",
    "in {his} {royal} {he} is the {ruler}",
    "the {splendid} {ruler} loves {his} {ruled}",
    "the {ruler} cares for {his} {ruled}",
    "all talk about the {ruler} with {his} {ruled}",
    "look at the {ruled} of the {ruler}",
    "{he} is a {splendid} {ruler} and {rules} {his} {realm}",
    "the {person} {works} in {his} {home}",
    "the {ordinary} {person} {works} and {he} {looks} happy",
    "{he} is a {ordinary} {person} and {works} in {his} {home}",
    "the {person} meets {his} {anyone} in the {home}",
    "in {his} {home} {he} is the {person}",
    "the {ordinary} {person} loves {his} {owned}",
    "the {person} cares for {his} {owned}",
    "all know the {person} with {his} {owned}",
    "look at the {owned} of the {person}",
    "the {anyone} {works} in the {home}",
    "the {ordinary} {anyone} {looks} happy",
    "the {furry} {animals} {moves} in the {area}",
    "a {animals} with a {furry} {body} {moves} away",
    "the {animals} {moves} and shakes its {body}",
    "a {furry} {animals} sleeps in the {area}",
    "the {speed} {vehicles} has new {parts}",
    "a driver {drives} the {speed} {vehicles}",
    "the {vehicles} with {speed} {parts} stops near the {way}",
    "one {speed} {vehicles} waits near the {way}",
    "the {tastes} {food} is for {meal}",
    "a {dish} of {tastes} {food} for {meal}",
    "a cook {eats} {tastes} {food} for {meal}",
    "the {food} in the {dish} is {tastes}",
    "a visitor {goes} to the {scenery} {places}",
    "the {scenery} {places} is {weather} today",
    "it is {weather} near the {places}",
    "a visitor {goes} through the {scenery} {places}",
)


@hinted
def sentences(count: int = 4000, *, seed: int = 0) -> tuple[str, ...]:
    """Return sentences about a small world: six kinds of things, each with words that go only with it.

    Words of one kind appear in the same positions of the same templates, so that the meaning of a word can be learnt
    from its neighbours. Only "he", "his" and "she", "her" show that king is to queen as man is to woman.

    Arguments:
        count: how many.
        seed: the same seed gives the same sentences.

    Raises:
        SettingError: count is not a whole number from 1 to 100,000.

    >>> sentences(3, seed=1)
    ('the old tram has new brakes', 'look at the stage of the actor', 'the friend paints in the office')
    """
    whole_number("count", count, minimum=1, maximum=100_000)
    rng = stream(seed).child("sentences")
    templates = rng.child("templates").integers(len(TEMPLATES), (count,))
    draws = rng.child("words").uniform((count, 8), dtype="float64").tolist()
    return tuple(_fill(TEMPLATES[number], row) for number, row in zip(templates, draws, strict=True))


def _fill(template: str, draws: list[float]) -> str:
    """Fill the slots of one template: the first two draws decide who it is about, the others fill one slot each."""
    she = int(draws[0] * 2)
    person = PAIRS[:FIRST_RULER][int(draws[1] * FIRST_RULER)]
    ruler = PAIRS[FIRST_RULER:][int(draws[1] * (len(PAIRS) - FIRST_RULER))]
    slots = {
        **SLOTS,
        "he": (("he", "she")[she],),
        "his": (("his", "her")[she],),
        "person": (str(person[she]),),
        "ruler": (str(ruler[she]),),
        "owned": person[2] or SLOTS["home"],
        "ruled": ruler[2],
    }
    left = iter(draws[2:])

    def word(slot: re.Match[str]) -> str:
        words = slots[slot[1]]
        return words[int(next(left) * len(words))]

    return re.sub(r"\{(\w+)\}", word, template)
