"""Update rules, one per file, and the registry of their names."""

from glassnet.optim.adadelta import Adadelta
from glassnet.optim.adagrad import Adagrad
from glassnet.optim.adam import Adam
from glassnet.optim.adamw import AdamW
from glassnet.optim.amsgrad import AMSGrad
from glassnet.optim.lion import Lion
from glassnet.optim.nadam import NAdam
from glassnet.optim.rmsprop import RMSprop
from glassnet.optim.sgd import SGD
from glassnet.optim.update_rule import UpdateRule

UPDATE_RULES: dict[str, type[UpdateRule]] = {
    "sgd": SGD,
    "adagrad": Adagrad,
    "adadelta": Adadelta,
    "rmsprop": RMSprop,
    "adam": Adam,
    "adamw": AdamW,
    "amsgrad": AMSGrad,
    "nadam": NAdam,
    "lion": Lion,
}

__all__ = [
    "SGD",
    "UPDATE_RULES",
    "AMSGrad",
    "Adadelta",
    "Adagrad",
    "Adam",
    "AdamW",
    "Lion",
    "NAdam",
    "RMSprop",
    "UpdateRule",
]
