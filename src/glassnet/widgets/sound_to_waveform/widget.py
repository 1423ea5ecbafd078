"""Sound → waveform in a notebook."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from glassnet.base.arguments import checked
from glassnet.base.arrays import Array
from glassnet.widgets.host import HostedWidget
from glassnet.widgets.sound_to_waveform.session import SoundSession


class SoundToWaveform(HostedWidget):
    """A sound as a computer stores it: a sequence of numbers with a sample rate and a number of bits per sample.

    Arguments:
        sound: a built-in one ("tone", "chord", "vowel_a", "vowel_i", "vowel_u", "rising"), or the path of a WAV, FLAC,
            OGG, MP3 or AIFF file of at most 20 s.
        keep_every: 1 keeps all samples, 2 every second one, … up to 48.
        bits: bits per sample, 2 to 16.
        filter_first: whether to remove frequencies above half the new rate before downsampling.

    Raises:
        DataError: there is no such file, or it can't be read as a sound.
        GlassnetError: a setting is invalid.

    >>> widget = SoundToWaveform("tone", keep_every=6, bits=8)
    >>> widget.rate, widget.samples.shape, widget.settings["bits"]
    (8000.0, (12000,), 8)
    """

    _page = "sound_to_waveform"

    @checked
    def __init__(
        self, sound: str | Path = "vowel_a", *, keep_every: int = 1, bits: int = 16, filter_first: bool = False
    ) -> None:
        self._session = SoundSession(sound, keep_every, bits, filter_first)
        super().__init__()

    @property
    def settings(self) -> dict[str, Any]:
        """What is shown: sound, keep_every, bits, filter_first."""
        return asdict(self._session.settings)

    @property
    def samples(self) -> Array:
        """The samples with the current settings, (time,), between −1 and 1."""
        return self._session.sampled.values

    @property
    def rate(self) -> float:
        """Samples per second."""
        return self._session.sampled.rate

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
