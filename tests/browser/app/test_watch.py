"""The watch over every other browser test: it sees what a page must not do, and nothing leaves the machine."""

import pytest
from playwright.sync_api import Page

from ..watch import Watch

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("act", "fault"),
    [
        ("fetch('https://example.org/', {mode: 'no-cors'})", "request to another machine: https://example.org/"),
        ("fetch('http://192.0.2.1/', {mode: 'no-cors'})", "request to another machine: http://192.0.2.1/"),
        ("new Promise((_, fail) => new WebSocket('wss://example.org/').onerror = fail)", "socket elsewhere: wss:"),
        ("Promise.reject(setTimeout(() => { throw new Error('broken') }))", "page error: broken"),
        ("Promise.reject(console.error('wrong'))", "console: wrong"),
    ],
)
def test_it_sees_what_a_page_must_not_do(page: Page, watch: Watch, act: str, fault: str) -> None:
    assert (
        page.evaluate(f"() => {act}.then(() => 'done', () => new Promise(end => setTimeout(end, 0, 'failed')))")
        == "failed"
    )
    with pytest.raises(AssertionError, match=fault):
        watch.check()
    watch.check()  # and then forgets it
