"""What scaling does to neighbours."""

from glassnet.widgets.feature_scaling.session import ScalingSession

__all__ = ["ScalingSession"]
