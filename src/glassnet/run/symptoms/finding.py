"""What a diagnosis finds: causes, each with its evidence, a picture of it, and what to try."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, overload

from glassnet.figures.still import Still
from glassnet.run.symptoms.remedy import Remedy


@dataclass(frozen=True, eq=False)
class Finding:
    """A mistake found in a run: the cause, not what it led to.

    Arguments:
        fault: its name, as in `faults.FAULTS`.
        certainty: from 0 to 1.
        evidence: how it shows, in a sentence with numbers.
        remedy: what to try; `run.try_out(finding)` tries it on a branch.
        picture: the evidence as a figure.
    """

    fault: str
    certainty: float
    evidence: str
    remedy: Remedy
    picture: Still

    @property
    def title(self) -> str:
        """The fault in words."""
        return self.fault.replace("_", " ")

    @property
    def text(self) -> str:
        """The finding with what to try, as text."""
        code = "\n".join(f"    {line}" for line in self.remedy.code.splitlines())
        return f"{self}\n  Try: {self.remedy.advice}\n{code}".rstrip()

    def __str__(self) -> str:
        return f"{self.title} ({self.certainty:.0%}): {self.evidence}"

    def __repr__(self) -> str:
        return f"<{self}>"

    def _repr_html_(self) -> str:
        code = f"<pre>{escape(self.remedy.code)}</pre>" if self.remedy.code else ""
        return (
            f"<section><h4>{escape(self.title.capitalize())} ({self.certainty:.0%} certain)</h4>"
            f"<p>{escape(self.evidence[:1].upper() + self.evidence[1:])}</p>{self.picture}"
            f"<p><b>Try:</b> {escape(self.remedy.advice)}</p>{code}</section>"
        )


@dataclass(frozen=True, eq=False)
class Findings(Sequence[Finding]):
    """The result of a diagnosis: a sequence of findings, causes before what they lead to.

    Arguments:
        found: the findings.
        checked: what was looked at, whether or not something was found.
        unchecked: what could not be looked at, and why.
    """

    found: tuple[Finding, ...]
    checked: tuple[str, ...]
    unchecked: tuple[str, ...]

    @overload
    def __getitem__(self, place: int) -> Finding: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Finding, ...]: ...
    def __getitem__(self, place: Any) -> Any:
        """Return one finding, or several."""
        return self.found[place]

    def __len__(self) -> int:
        return len(self.found)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.found)

    def __str__(self) -> str:
        head = "\n".join(finding.text for finding in self.found) if self.found else "Nothing looks wrong."
        lines = [head, f"Checked: {'; '.join(self.checked)}."]
        return "\n".join(lines + ([f"Not checked: {'; '.join(self.unchecked)}."] if self.unchecked else []))

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        head = "".join(finding._repr_html_() for finding in self.found) or "<p>Nothing looks wrong.</p>"
        listed = [("Checked", self.checked), ("Not checked", self.unchecked)]
        rest = "".join(
            f"<details><summary>{title}: {len(texts)}</summary><ul>"
            + "".join(f"<li>{escape(text)}</li>" for text in texts)
            + "</ul></details>"
            for title, texts in listed
            if texts
        )
        return head + rest
