"""The gradient-flow lab: what becomes of signals and gradients in a deep network."""

from glassnet.widgets.gradient_flow.session import FlowSession

__all__ = ["FlowSession"]
