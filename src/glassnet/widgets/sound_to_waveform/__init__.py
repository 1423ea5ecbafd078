"""Sound → waveform: a sound, and the sequence of numbers that represents it in a computer."""

from glassnet.widgets.sound_to_waveform.session import SoundSession

__all__ = ["SoundSession"]
