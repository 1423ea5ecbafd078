"""Layers, activations, losses, initialisers, regularisers, metrics and the network that chains them."""
