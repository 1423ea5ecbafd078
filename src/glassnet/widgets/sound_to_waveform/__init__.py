"""Sound → waveform: a sound, and the row of numbers that it is to a computer."""

from glassnet.widgets.sound_to_waveform.session import SoundSession

__all__ = ["SoundSession"]
