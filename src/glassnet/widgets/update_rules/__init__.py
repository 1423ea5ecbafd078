"""Update rules at work: formula, code and state side by side."""

from glassnet.widgets.update_rules.session import RuleSession

__all__ = ["RuleSession"]
