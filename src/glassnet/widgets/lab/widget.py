"""The Lab in a notebook: marimo, JupyterLab, VS Code, Colab."""

from typing import Any

import traitlets

from glassnet.run import Run
from glassnet.widgets.host import HostedWidget
from glassnet.widgets.lab.frame import describe_state
from glassnet.widgets.lab.session import LabSession
from glassnet.widgets.lab.spec import LabSpec
from glassnet.widgets.turns import TURN


class Lab(HostedWidget):
    """A small network on points in the plane, trained live.

    Arguments:
        settings: the initial settings, by name.
            Data: data ("moons", "circle", "xor", "gaussians", "spiral", "blobs", "checkerboard", "plane", "bumps",
            "curve" or "own"), samples (20 to 1000), noise (0 to 0.5, the deviation on coordinates or values), test (0.1
            to 0.9, the fraction held out), data_seed, classes (of blobs, 2 to 6), points (your own, "x,y,class;…"),
            features (some of "x1", "x2", "x1x1", "x2x2", "x1x2", "sin1", "sin2", "cos1", "cos2").
            Network: hidden (units of each hidden layer: up to 8 numbers from 1 to 16), activation (of all), and for
            single layers activations, normalisations ("none", "batch", "layer"), dropouts (0 to 0.8) and initializers.
            Recipe: loss, output, rule ("sgd", "adam", …), momentum (0 to 0.99), learning_rate (0.0001 to 10), schedule,
            schedule_steps (10 to 10000), l1 and l2 (rates of penalties, 0 to 1), clipping ("none", "global_norm",
            "norm", "value"), clip_limit (0.01 to 10), max_norm (0 to 8), batch_size (1 to 100), seed (of weights and
            batches).

    Attributes:
        spec: the settings in force, as a dict; assigning some or all of them continues with those.
        state: the state of training when the reader last paused: step, epoch, train, test, penalty and layers.
        run: the run itself, to inspect or to continue in Python.

    Raises:
        SettingError, UnknownNameError: a setting is invalid.

    >>> lab = Lab(data="xor", hidden=[3])
    >>> lab.spec["data"], lab.state["step"], [layer["name"] for layer in lab.state["layers"]]
    ('xor', 0, ['dense_1', 'dense_2'])
    """

    _page = "lab"
    spec = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)

    def __init__(self, **settings: Any) -> None:
        self._session = LabSession(LabSpec().merge(settings))
        super().__init__(spec=self._session.spec.to_json(), state=self._describe())
        self.observe(self._on_spec, "spec")

    @property
    def run(self) -> Run:
        """The run as it is now."""
        return self._session.run

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request, and keep the traits in sync."""
        head, buffers = self._session.handle(request)
        if head["kind"] == "frame" and (head["stopped"] or not _is_playing(request)):
            self._sync()
        return head, buffers

    def _sync(self) -> None:
        with self.hold_sync():
            self.spec, self.state = self._session.spec.to_json(), self._describe()

    @traitlets.validate("spec")
    def _check_spec(self, proposal: Any) -> dict[str, Any]:
        return self._session.spec.merge(proposal["value"]).to_json()

    def _on_spec(self, change: Any) -> None:
        """Continue with settings assigned by a cell; the page sees the trait change and asks for a frame."""
        if change["new"] == self._session.spec.to_json():
            return
        with TURN:
            self._session.change(change["new"])
        self._sync()

    def _describe(self) -> dict[str, Any]:
        return describe_state(self._session.run)


def _is_playing(request: Any) -> bool:
    """Return whether the page is playing: the traits then stay unchanged, or cells would run again with every frame."""
    return request["kind"] == "advance" and not ("steps" in request and request.get("checkpoint"))
