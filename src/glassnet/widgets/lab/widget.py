"""The Lab in a notebook: marimo, JupyterLab, VS Code, Colab."""

from typing import Any

import traitlets

from glassnet.base.errors import SettingError
from glassnet.data import Dataset
from glassnet.run import Run
from glassnet.widgets.host import HostedWidget
from glassnet.widgets.lab.frame import describe_state
from glassnet.widgets.lab.own import data_settings, settings_of
from glassnet.widgets.lab.session import LabSession
from glassnet.widgets.lab.spec import LabSpec
from glassnet.widgets.turns import TURN


class Lab(HostedWidget):
    """A small network on points in the plane, trained live.

    Arguments:
        shown: a run that the Lab can show, which goes on from where it stands, or its data; without it, what the
            settings say.
        settings: the initial settings, by name:
            data ("moons", "circle", "xor", "gaussians" or "spiral"), samples (20 to 1000), noise (0 to 0.5, the
            deviation on both coordinates), test (0.1 to 0.9, the fraction held out), data_seed, hidden (units of each
            hidden layer: up to 4 numbers from 1 to 8), activation ("tanh", "relu", "sigmoid" or "linear"),
            learning_rate (0.0001 to 10), l2 (0 to 1, the rate of the penalty), batch_size (1 to 100), seed (of initial
            weights and batches).

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

    def __init__(self, shown: Run | Dataset | None = None, **settings: Any) -> None:
        if shown is not None and not isinstance(shown, Run | Dataset):
            raise SettingError(f"Lab shows a run or data, such as gn.data.moons(); got {shown!r:.100}.")
        own = {} if shown is None else settings_of(shown) if isinstance(shown, Run) else data_settings(shown)
        self._session = LabSession(LabSpec().merge(own | settings), None if settings and own else shown)
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
