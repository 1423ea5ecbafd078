"""Text to vectors: words as ones, as counts, as weighted counts, and as vectors that are trained."""

from glassnet.widgets.text_to_vectors.session import WordsSession

__all__ = ["WordsSession"]
