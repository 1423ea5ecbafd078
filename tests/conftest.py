"""What must not be skipped: `REQUIRE=browser,reference` turns the skips of those markers into failures.

A machine without Chromium or PyTorch skips their tests and says so; where both are promised, a skip would hide a fault.
"""

import os

import pytest
from hypothesis import settings

os.environ["GLASSNET_HOME"] = "none"  # tests leave the answers of whoever runs them alone
settings.register_profile("patient", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("patient")


def required_markers() -> set[str]:
    """The markers named in the REQUIRE variable."""
    return {word for word in os.environ.get("REQUIRE", "").replace(",", " ").split() if word}


def pytest_configure(config: pytest.Config) -> None:
    known = {line.split(":")[0] for line in config.getini("markers")}
    if unknown := required_markers() - known:
        raise pytest.UsageError(
            f"REQUIRE={','.join(sorted(unknown))} names no marker; known: {', '.join(sorted(known))}"
        )


def pytest_collection_finish(session: pytest.Session) -> None:
    """Refuse to pass on nothing: each required marker selects at least one test."""
    if session.config.option.collectonly or session.testsfailed:
        return
    for marker in sorted(required_markers()):
        if not any(item.get_closest_marker(marker) for item in session.items):
            raise pytest.UsageError(f"REQUIRE={marker}, but no test with that marker was selected")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item):
    report = yield
    needed = [marker for marker in sorted(required_markers()) if item.get_closest_marker(marker)]
    if report.skipped and needed and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid}: {reason} (a {needed[0]} test, which REQUIRE forbids to skip)"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report():
    """A whole file skipped at its import has no markers left to ask, so with REQUIRE set it fails too."""
    report = yield
    if report.skipped and required_markers():
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid}: {report.longrepr} (skipped as a whole: skip test by test instead)"
    return report
