"""Layers, one per file, and the registry of their names."""

from glassnet.nn.layers.activate import Activate
from glassnet.nn.layers.average_pool2d import AveragePool2D
from glassnet.nn.layers.batch_norm import BatchNorm
from glassnet.nn.layers.bidirectional import Bidirectional
from glassnet.nn.layers.branch import Branch
from glassnet.nn.layers.conv2d import Conv2D
from glassnet.nn.layers.conv2d_transpose import Conv2DTranspose
from glassnet.nn.layers.dense import Dense
from glassnet.nn.layers.dropout import Dropout
from glassnet.nn.layers.embedding import Embedding
from glassnet.nn.layers.flatten import Flatten
from glassnet.nn.layers.global_average_pool2d import GlobalAveragePool2D
from glassnet.nn.layers.group_norm import GroupNorm
from glassnet.nn.layers.gru import GRU
from glassnet.nn.layers.layer import Grads, Layer, Params, Parts, State
from glassnet.nn.layers.layer_norm import LayerNorm
from glassnet.nn.layers.lstm import LSTM
from glassnet.nn.layers.max_pool2d import MaxPool2D
from glassnet.nn.layers.min_pool2d import MinPool2D
from glassnet.nn.layers.multi_head_self_attention import MultiHeadSelfAttention
from glassnet.nn.layers.positional_embedding import PositionalEmbedding
from glassnet.nn.layers.positional_encoding import PositionalEncoding
from glassnet.nn.layers.prelu import PReLU
from glassnet.nn.layers.reshape import Reshape
from glassnet.nn.layers.residual import Residual
from glassnet.nn.layers.select import Select
from glassnet.nn.layers.simple_rnn import SimpleRNN
from glassnet.nn.layers.up_sampling2d import UpSampling2D

LAYERS: dict[str, type[Layer]] = {
    "Dense": Dense,
    "Activate": Activate,
    "PReLU": PReLU,
    "Conv2D": Conv2D,
    "Conv2DTranspose": Conv2DTranspose,
    "MaxPool2D": MaxPool2D,
    "MinPool2D": MinPool2D,
    "AveragePool2D": AveragePool2D,
    "GlobalAveragePool2D": GlobalAveragePool2D,
    "UpSampling2D": UpSampling2D,
    "Flatten": Flatten,
    "Reshape": Reshape,
    "Select": Select,
    "Dropout": Dropout,
    "BatchNorm": BatchNorm,
    "LayerNorm": LayerNorm,
    "GroupNorm": GroupNorm,
    "Embedding": Embedding,
    "Residual": Residual,
    "Branch": Branch,
    "SimpleRNN": SimpleRNN,
    "LSTM": LSTM,
    "GRU": GRU,
    "Bidirectional": Bidirectional,
    "MultiHeadSelfAttention": MultiHeadSelfAttention,
    "PositionalEncoding": PositionalEncoding,
    "PositionalEmbedding": PositionalEmbedding,
}

__all__ = [
    "GRU",
    "LAYERS",
    "LSTM",
    "Activate",
    "AveragePool2D",
    "BatchNorm",
    "Bidirectional",
    "Branch",
    "Conv2D",
    "Conv2DTranspose",
    "Dense",
    "Dropout",
    "Embedding",
    "Flatten",
    "GlobalAveragePool2D",
    "Grads",
    "GroupNorm",
    "Layer",
    "LayerNorm",
    "MaxPool2D",
    "MinPool2D",
    "MultiHeadSelfAttention",
    "PReLU",
    "Params",
    "Parts",
    "PositionalEmbedding",
    "PositionalEncoding",
    "Reshape",
    "Residual",
    "Select",
    "SimpleRNN",
    "State",
    "UpSampling2D",
]
