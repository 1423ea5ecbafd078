"""Augmentation: random changes to training batches, one kind per file, and the registry of their names."""

from glassnet.data.augmentation.affine import Rotate, Shift, Zoom
from glassnet.data.augmentation.augmentation import Augment, Augmentation
from glassnet.data.augmentation.elastic import Elastic
from glassnet.data.augmentation.flip import Flip
from glassnet.data.augmentation.noise import Noise

AUGMENTATIONS: dict[str, type[Augmentation]] = {
    "augment": Augment,
    "flip": Flip,
    "rotate": Rotate,
    "shift": Shift,
    "zoom": Zoom,
    "noise": Noise,
    "elastic": Elastic,
}

__all__ = ["AUGMENTATIONS", "Augment", "Augmentation", "Elastic", "Flip", "Noise", "Rotate", "Shift", "Zoom"]
