"""Update rules, one a file, and the registry of their names."""

from glassnet.optim.sgd import SGD
from glassnet.optim.update_rule import UpdateRule

UPDATE_RULES: dict[str, type[UpdateRule]] = {"sgd": SGD}

__all__ = ["SGD", "UPDATE_RULES", "UpdateRule"]
