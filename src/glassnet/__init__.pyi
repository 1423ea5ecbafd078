"""What `import glassnet` offers; the module beside it imports each name when it is first asked for."""

from glassnet import data as data
from glassnet import figures as figures
from glassnet import widgets as widgets
from glassnet.base.errors import (
    DataError as DataError,
)
from glassnet.base.errors import (
    DivergedError as DivergedError,
)
from glassnet.base.errors import (
    FormulaError as FormulaError,
)
from glassnet.base.errors import (
    GlassnetError as GlassnetError,
)
from glassnet.base.errors import (
    RunFileError as RunFileError,
)
from glassnet.base.errors import (
    SettingError as SettingError,
)
from glassnet.base.errors import (
    ShapeError as ShapeError,
)
from glassnet.base.errors import (
    UnknownNameError as UnknownNameError,
)
from glassnet.data import Dataset as Dataset
from glassnet.explain import (
    Explanation as Explanation,
)
from glassnet.explain import (
    Reference as Reference,
)
from glassnet.fitting import (
    Sequential as Sequential,
)
from glassnet.fitting import (
    fit as fit,
)
from glassnet.fitting.callbacks import (
    Callback as Callback,
)
from glassnet.fitting.callbacks import (
    Checkpoint as Checkpoint,
)
from glassnet.fitting.callbacks import (
    EarlyStopping as EarlyStopping,
)
from glassnet.fitting.callbacks import (
    TensorBoard as TensorBoard,
)
from glassnet.lessons import exercises as exercises
from glassnet.nn import metrics as metrics
from glassnet.nn.activations import (
    ELU as ELU,
)
from glassnet.nn.activations import (
    GELU as GELU,
)
from glassnet.nn.activations import (
    SELU as SELU,
)
from glassnet.nn.activations import (
    BinaryStep as BinaryStep,
)
from glassnet.nn.activations import (
    GELUTanh as GELUTanh,
)
from glassnet.nn.activations import (
    LeakyReLU as LeakyReLU,
)
from glassnet.nn.activations import (
    Linear as Linear,
)
from glassnet.nn.activations import (
    ReLU as ReLU,
)
from glassnet.nn.activations import (
    Sigmoid as Sigmoid,
)
from glassnet.nn.activations import (
    SiLU as SiLU,
)
from glassnet.nn.activations import (
    Softmax as Softmax,
)
from glassnet.nn.activations import (
    Softplus as Softplus,
)
from glassnet.nn.activations import (
    Tanh as Tanh,
)
from glassnet.nn.constraints import MaxNorm as MaxNorm
from glassnet.nn.initializers import (
    Constant as Constant,
)
from glassnet.nn.initializers import (
    GlorotNormal as GlorotNormal,
)
from glassnet.nn.initializers import (
    GlorotUniform as GlorotUniform,
)
from glassnet.nn.initializers import (
    HeNormal as HeNormal,
)
from glassnet.nn.initializers import (
    HeUniform as HeUniform,
)
from glassnet.nn.initializers import (
    LeCunNormal as LeCunNormal,
)
from glassnet.nn.initializers import (
    LeCunUniform as LeCunUniform,
)
from glassnet.nn.initializers import (
    Normal as Normal,
)
from glassnet.nn.initializers import (
    Ones as Ones,
)
from glassnet.nn.initializers import (
    Orthogonal as Orthogonal,
)
from glassnet.nn.initializers import (
    TruncatedNormal as TruncatedNormal,
)
from glassnet.nn.initializers import (
    Uniform as Uniform,
)
from glassnet.nn.initializers import (
    Zeros as Zeros,
)
from glassnet.nn.layers import (
    GRU as GRU,
)
from glassnet.nn.layers import (
    LSTM as LSTM,
)
from glassnet.nn.layers import (
    Activate as Activate,
)
from glassnet.nn.layers import (
    AveragePool2D as AveragePool2D,
)
from glassnet.nn.layers import (
    BatchNorm as BatchNorm,
)
from glassnet.nn.layers import (
    Bidirectional as Bidirectional,
)
from glassnet.nn.layers import (
    Branch as Branch,
)
from glassnet.nn.layers import (
    Conv2D as Conv2D,
)
from glassnet.nn.layers import (
    Conv2DTranspose as Conv2DTranspose,
)
from glassnet.nn.layers import (
    Dense as Dense,
)
from glassnet.nn.layers import (
    Dropout as Dropout,
)
from glassnet.nn.layers import (
    Embedding as Embedding,
)
from glassnet.nn.layers import (
    Flatten as Flatten,
)
from glassnet.nn.layers import (
    GlobalAveragePool2D as GlobalAveragePool2D,
)
from glassnet.nn.layers import (
    LayerNorm as LayerNorm,
)
from glassnet.nn.layers import (
    MaxPool2D as MaxPool2D,
)
from glassnet.nn.layers import (
    MinPool2D as MinPool2D,
)
from glassnet.nn.layers import (
    MultiHeadSelfAttention as MultiHeadSelfAttention,
)
from glassnet.nn.layers import (
    PositionalEmbedding as PositionalEmbedding,
)
from glassnet.nn.layers import (
    PositionalEncoding as PositionalEncoding,
)
from glassnet.nn.layers import (
    PReLU as PReLU,
)
from glassnet.nn.layers import (
    Reshape as Reshape,
)
from glassnet.nn.layers import (
    Residual as Residual,
)
from glassnet.nn.layers import (
    SimpleRNN as SimpleRNN,
)
from glassnet.nn.layers import (
    UpSampling2D as UpSampling2D,
)
from glassnet.nn.losses import (
    BinaryCrossEntropy as BinaryCrossEntropy,
)
from glassnet.nn.losses import (
    CategoricalCrossEntropy as CategoricalCrossEntropy,
)
from glassnet.nn.losses import (
    CategoricalHinge as CategoricalHinge,
)
from glassnet.nn.losses import (
    CustomLoss as CustomLoss,
)
from glassnet.nn.losses import (
    FormulaLoss as FormulaLoss,
)
from glassnet.nn.losses import (
    Hinge as Hinge,
)
from glassnet.nn.losses import (
    Huber as Huber,
)
from glassnet.nn.losses import (
    KLDivergence as KLDivergence,
)
from glassnet.nn.losses import (
    LogCosh as LogCosh,
)
from glassnet.nn.losses import (
    MeanAbsoluteError as MeanAbsoluteError,
)
from glassnet.nn.losses import (
    MeanSquaredError as MeanSquaredError,
)
from glassnet.nn.losses import (
    PerceptronLoss as PerceptronLoss,
)
from glassnet.nn.losses import (
    RootMeanSquaredError as RootMeanSquaredError,
)
from glassnet.nn.losses import (
    SigmoidCrossEntropy as SigmoidCrossEntropy,
)
from glassnet.nn.losses import (
    SoftmaxCrossEntropy as SoftmaxCrossEntropy,
)
from glassnet.nn.losses import (
    SparseCategoricalCrossEntropy as SparseCategoricalCrossEntropy,
)
from glassnet.nn.losses import (
    SparseSoftmaxCrossEntropy as SparseSoftmaxCrossEntropy,
)
from glassnet.nn.network import Network as Network
from glassnet.nn.regularizers import (
    L1 as L1,
)
from glassnet.nn.regularizers import (
    L2 as L2,
)
from glassnet.nn.regularizers import (
    ElasticNet as ElasticNet,
)
from glassnet.optim import (
    SGD as SGD,
)
from glassnet.optim import (
    Adadelta as Adadelta,
)
from glassnet.optim import (
    Adagrad as Adagrad,
)
from glassnet.optim import (
    Adam as Adam,
)
from glassnet.optim import (
    AdamW as AdamW,
)
from glassnet.optim import (
    AMSGrad as AMSGrad,
)
from glassnet.optim import (
    Lion as Lion,
)
from glassnet.optim import (
    NAdam as NAdam,
)
from glassnet.optim import (
    RMSprop as RMSprop,
)
from glassnet.optim.clipping import (
    ClipByGlobalNorm as ClipByGlobalNorm,
)
from glassnet.optim.clipping import (
    ClipByNorm as ClipByNorm,
)
from glassnet.optim.clipping import (
    ClipByValue as ClipByValue,
)
from glassnet.optim.schedules import (
    ConstantRate as ConstantRate,
)
from glassnet.optim.schedules import (
    CosineDecay as CosineDecay,
)
from glassnet.optim.schedules import (
    CosineRestarts as CosineRestarts,
)
from glassnet.optim.schedules import (
    ExponentialDecay as ExponentialDecay,
)
from glassnet.optim.schedules import (
    OneCycle as OneCycle,
)
from glassnet.optim.schedules import (
    PolynomialDecay as PolynomialDecay,
)
from glassnet.optim.schedules import (
    ReduceOnPlateau as ReduceOnPlateau,
)
from glassnet.optim.schedules import (
    StepDecay as StepDecay,
)
from glassnet.optim.schedules import (
    WarmUp as WarmUp,
)
from glassnet.run import (
    Moment as Moment,
)
from glassnet.run import (
    Run as Run,
)
from glassnet.run import (
    load as load,
)
from glassnet.study import (
    Ensemble as Ensemble,
)
from glassnet.study import (
    fair as fair,
)
from glassnet.study import (
    faults as faults,
)
from glassnet.study.landscape import landscape as landscape
from glassnet.study.over_time import (
    flow_over_time as flow_over_time,
)
from glassnet.study.over_time import (
    sample_history as sample_history,
)
from glassnet.train import (
    Plan as Plan,
)
from glassnet.train import (
    Recipe as Recipe,
)
from glassnet.train import (
    Setup as Setup,
)
from glassnet.train import (
    lbfgs_steps as lbfgs_steps,
)
from glassnet.train import (
    newton_steps as newton_steps,
)
from glassnet.train import (
    perceptron_steps as perceptron_steps,
)

__all__: list[str]
__version__: str
