"""A page whose first answer is lost, in a real browser: it says so, and asks again."""

import pytest
from playwright.sync_api import Page, Route, expect

import glassnet as gn

from ..widget_page import hosted

pytestmark = pytest.mark.browser

PATIENCE_MS = 60_000


def test_a_page_whose_first_answers_are_lost_says_so_and_is_filled_by_a_later_one(page: Page) -> None:
    held: list[Route] = []
    page.clock.install()
    page.route("**/ask", lambda route: held.append(route) if len(held) < 3 else route.continue_())
    with hosted(gn.widgets.CustomLoss()) as address:
        with page.expect_request("**/ask"):
            page.goto(address)
        for pause in (10_000, 20_000):
            with page.expect_request("**/ask"):
                page.clock.fast_forward(pause)
        expect(page.get_by_role("alert")).to_contain_text("not answered for 30 seconds", timeout=PATIENCE_MS)
        assert len({route.request.post_data for route in held}) == 1
        page.clock.fast_forward(40_000)
        page.locator(".gn-root[data-ready='true']").wait_for(timeout=PATIENCE_MS)
        expect(page.locator(".gn-error")).to_be_empty(timeout=PATIENCE_MS)
        for route in held:  # answers that come after all change nothing
            with page.expect_response("**/ask"):
                route.continue_()
        expect(page.locator(".gn-root[data-ready='true']")).to_have_count(1)
