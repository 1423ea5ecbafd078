"""The widgets; each is imported when it is first asked for: the web application does without their libraries."""

from glassnet.widgets.backpropagation.widget import Backpropagation as Backpropagation
from glassnet.widgets.custom_loss.widget import CustomLoss as CustomLoss
from glassnet.widgets.descent.widget import DescentPlayground as DescentPlayground
from glassnet.widgets.images.widget import ImageToNumbers as ImageToNumbers
from glassnet.widgets.lab.widget import Lab as Lab
from glassnet.widgets.losses.widget import LossExplorer as LossExplorer
from glassnet.widgets.monitor.widget import TrainingMonitor as TrainingMonitor
from glassnet.widgets.progress.widget import TrainingProgress as TrainingProgress
from glassnet.widgets.sounds.widget import SoundToWaveform as SoundToWaveform
from glassnet.widgets.words.widget import TextToVectors as TextToVectors

__all__: list[str]
