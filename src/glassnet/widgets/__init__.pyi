"""The widgets; each is imported on first use, as the web application does without their libraries.

Made by tools/widget_list.py: don't edit, run `make generate`.
"""

from glassnet.widgets.activation_explorer.widget import ActivationExplorer as ActivationExplorer
from glassnet.widgets.application.widget import Application as Application
from glassnet.widgets.architecture_explorer.widget import ArchitectureExplorer as ArchitectureExplorer
from glassnet.widgets.backpropagation.widget import Backpropagation as Backpropagation
from glassnet.widgets.bump_builder.widget import BumpBuilder as BumpBuilder
from glassnet.widgets.custom_activation.widget import CustomActivation as CustomActivation
from glassnet.widgets.custom_loss.widget import CustomLoss as CustomLoss
from glassnet.widgets.descent_playground.widget import DescentPlayground as DescentPlayground
from glassnet.widgets.feature_scaling.widget import FeatureScaling as FeatureScaling
from glassnet.widgets.forward_propagation.widget import ForwardPropagation as ForwardPropagation
from glassnet.widgets.glass_box.widget import GlassBox as GlassBox
from glassnet.widgets.gradient_flow.widget import GradientFlow as GradientFlow
from glassnet.widgets.guess_the_picture.widget import GuessThePicture as GuessThePicture
from glassnet.widgets.hidden_layer_by_hand.widget import HiddenLayerByHand as HiddenLayerByHand
from glassnet.widgets.hillside.widget import Hillside as Hillside
from glassnet.widgets.image_to_numbers.widget import ImageToNumbers as ImageToNumbers
from glassnet.widgets.lab.widget import Lab as Lab
from glassnet.widgets.layer_zoo.widget import LayerZoo as LayerZoo
from glassnet.widgets.loss_explorer.widget import LossExplorer as LossExplorer
from glassnet.widgets.optimizer_race.widget import OptimizerRace as OptimizerRace
from glassnet.widgets.perceptron_by_hand.widget import PerceptronByHand as PerceptronByHand
from glassnet.widgets.pixel_information.widget import PixelInformation as PixelInformation
from glassnet.widgets.principal_axes.widget import PrincipalAxes as PrincipalAxes
from glassnet.widgets.replay.widget import Replay as Replay
from glassnet.widgets.running_average.widget import RunningAverage as RunningAverage
from glassnet.widgets.slope_triangle.widget import SlopeTriangle as SlopeTriangle
from glassnet.widgets.sound_to_waveform.widget import SoundToWaveform as SoundToWaveform
from glassnet.widgets.sure_and_wrong.widget import SureAndWrong as SureAndWrong
from glassnet.widgets.text_to_vectors.widget import TextToVectors as TextToVectors
from glassnet.widgets.threshold.widget import Threshold as Threshold
from glassnet.widgets.training_monitor.widget import TrainingMonitor as TrainingMonitor
from glassnet.widgets.training_progress.widget import TrainingProgress as TrainingProgress
from glassnet.widgets.two_neurons.widget import TwoNeurons as TwoNeurons
from glassnet.widgets.update_rules.widget import UpdateRules as UpdateRules
from glassnet.widgets.wishes.widget import Wishes as Wishes

__all__: list[str]
