"""Layers, one a file, and the registry of their names."""

from glassnet.nn.layers.activate import Activate
from glassnet.nn.layers.bidirectional import Bidirectional
from glassnet.nn.layers.branch import Branch
from glassnet.nn.layers.dense import Dense
from glassnet.nn.layers.gru import GRU
from glassnet.nn.layers.layer import Grads, Layer, Params, Parts, State
from glassnet.nn.layers.lstm import LSTM
from glassnet.nn.layers.multi_head_self_attention import MultiHeadSelfAttention
from glassnet.nn.layers.positional_embedding import PositionalEmbedding
from glassnet.nn.layers.positional_encoding import PositionalEncoding
from glassnet.nn.layers.prelu import PReLU
from glassnet.nn.layers.residual import Residual
from glassnet.nn.layers.simple_rnn import SimpleRNN

LAYERS: dict[str, type[Layer]] = {
    "Dense": Dense,
    "Activate": Activate,
    "PReLU": PReLU,
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
    "Bidirectional",
    "Branch",
    "Dense",
    "Grads",
    "Layer",
    "MultiHeadSelfAttention",
    "PReLU",
    "Params",
    "Parts",
    "PositionalEmbedding",
    "PositionalEncoding",
    "Residual",
    "SimpleRNN",
    "State",
]
