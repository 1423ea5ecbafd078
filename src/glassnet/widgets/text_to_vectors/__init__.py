"""Text to vectors: words as one-hot vectors, counts, weighted counts and trained vectors."""

from glassnet.widgets.text_to_vectors.session import WordsSession

__all__ = ["WordsSession"]
