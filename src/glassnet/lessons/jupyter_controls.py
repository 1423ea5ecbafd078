"""The lessons' controls as ipywidgets: each has a value and notifies listeners when it changes."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import ipywidgets
import marimo
from IPython import get_ipython
from IPython.display import Markdown, display

Listener = Callable[[], None]
WIDE = {"width": "100%"}
WORDS = {"description_width": "initial"}


class State:
    """A value that is read by calling the object."""

    def __init__(self, value: Any) -> None:
        self._value = value
        self.listeners: list[Listener] = []

    def __call__(self) -> Any:
        """Return the value."""
        return self._value

    def set(self, value: Any) -> None:
        """Change the value and notify the listeners."""
        self._value = value
        for listener in self.listeners:
            listener()


class WatchedFunction(State):
    """A function that the reader writes in a cell of this notebook; listeners are notified whenever it is redefined."""

    def __init__(self, name: str) -> None:
        shell = get_ipython()
        super().__init__(shell.user_ns.get(name))
        self.name, self._known = name, shell.user_ns
        for listener in list(shell.events.callbacks["post_run_cell"]):
            older = getattr(listener, "__self__", None)
            if isinstance(older, WatchedFunction) and older.name == name:  # left by an earlier run of the card's cell
                shell.events.unregister("post_run_cell", listener)
        shell.events.register("post_run_cell", self.refresh)

    def refresh(self, _: Any = None) -> None:
        """Check whether the cell that has just run redefined it."""
        if self._known.get(self.name) is not self():
            self.set(self._known.get(self.name))


class RunButton(ipywidgets.Button):  # type: ignore[misc]
    """A button whose value is true only while the cells it starts are running."""

    def __init__(self, label: str) -> None:
        super().__init__(description=label, layout={"width": "auto"})
        self.value = False
        self.listeners: list[Listener] = []
        self.on_click(self._press)

    def _press(self, _: Any) -> None:
        self.value = True
        try:
            for listener in self.listeners:
                listener()
        finally:
            self.value = False


class Shown:
    """A widget whose values other cells read, like marimo's wrapper: `value` has every trait that is synced with the page."""

    def __init__(self, widget: Any) -> None:
        self.widget = widget

    @property
    def value(self) -> dict[str, Any]:
        """The widget's traits by name."""
        shared = self.widget.trait_values(sync=True)
        return {name: value for name, value in shared.items() if not name.startswith("_")}

    def __getattr__(self, name: str) -> Any:
        return getattr(self.widget, name)

    def _ipython_display_(self) -> None:
        display(self.widget)


class Fixed:
    """A control without an equivalent in Jupyter: it keeps its initial value and says so."""

    def __init__(self, kind: str, element: Any) -> None:
        self.kind, self.value = kind, element.value

    def _ipython_display_(self) -> None:
        display(
            Markdown(
                f"*The lesson's own page (`glassnet serve`) has a {self.kind} here. In Jupyter it keeps its initial value.*"
            )
        )


class Controls:
    """The controls, under marimo's names."""

    def __getattr__(self, name: str) -> Callable[..., Fixed]:
        made = getattr(marimo.ui, name)
        return lambda *arguments, **settings: Fixed(name.replace("_", " "), made(*arguments, **settings))

    def anywidget(self, widget: Any) -> Shown:
        """Return one of our widgets, ready to be shown and read by other cells."""
        return Shown(widget)

    def slider(
        self,
        start: float | None = None,
        stop: float | None = None,
        step: float | None = None,
        value: float | None = None,
        *,
        steps: Sequence[Any] | None = None,
        label: str = "",
        **_: Any,
    ) -> Any:
        """Return a slider over a range or over a list of steps."""
        looks = {"description": label, "layout": WIDE, "style": WORDS, "continuous_update": False}
        if steps is not None:
            return ipywidgets.SelectionSlider(options=list(steps), value=steps[0] if value is None else value, **looks)
        numbers = {"min": start, "max": stop, "value": start if value is None else value, **looks}
        whole = all(isinstance(one, int) for one in (start, stop, numbers["value"], step if step is not None else 1))
        kind = ipywidgets.IntSlider if whole else ipywidgets.FloatSlider
        return kind(**numbers, **({} if step is None else {"step": step}))

    def number(
        self,
        start: float | None = None,
        stop: float | None = None,
        step: float | None = None,
        value: float | None = None,
        *,
        label: str = "",
        **_: Any,
    ) -> Any:
        """Return a number field."""
        ends = {name: end for name, end in (("min", start), ("max", stop), ("step", step)) if end is not None}
        begin = value if value is not None else start or 0
        kind = ipywidgets.BoundedFloatText if {"min", "max"} <= set(ends) else ipywidgets.FloatText
        return kind(value=begin, description=label, style=WORDS, **(ends if kind is not ipywidgets.FloatText else {}))

    def dropdown(self, options: Any, value: Any = None, *, label: str = "", **_: Any) -> Any:
        """Return a drop-down list."""
        choices, chosen = _choices(options, value)
        return ipywidgets.Dropdown(
            options=choices, value=chosen, description=label, layout={"width": "auto"}, style=WORDS
        )

    def radio(self, options: Any, value: Any = None, *, label: str = "", **_: Any) -> Any:
        """Return a group of radio buttons."""
        choices, chosen = _choices(options, value)
        return ipywidgets.RadioButtons(
            options=choices, value=chosen, description=label, layout={"width": "auto"}, style=WORDS
        )

    def switch(self, value: bool = False, *, label: str = "", **_: Any) -> Any:
        """Return a checkbox."""
        return ipywidgets.Checkbox(value=value, description=label, indent=False, layout=WIDE)

    checkbox = switch

    def text(self, value: str = "", *, label: str = "", placeholder: str = "", **_: Any) -> Any:
        """Return a text field."""
        return ipywidgets.Text(
            value=value, description=label, placeholder=placeholder, layout=WIDE, style=WORDS, continuous_update=False
        )

    def run_button(self, *, label: str = "Run", **_: Any) -> RunButton:
        """Return a button that runs the cells that read it."""
        return RunButton(label)


def watch(control: Any, listener: Listener) -> None:
    """Call the listener whenever a control changes."""
    if isinstance(control, State | RunButton):
        control.listeners.append(listener)
    elif isinstance(control, Shown):
        control.widget.observe(lambda _: listener())
    elif not isinstance(control, Fixed):
        control.observe(lambda _: listener(), names="value")


def _choices(options: Any, value: Any) -> tuple[list[Any], Any]:
    """Return pairs of label and value, and the chosen value; marimo gives the choice by its label."""
    pairs = list(options.items()) if isinstance(options, Mapping) else [(str(option), option) for option in options]
    return pairs, None if value is None else dict(pairs)[str(value)]
