"""Names of people's own data are shown as they are: brackets are no markup."""

import numpy as np
import pytest
from playwright.sync_api import Page, expect

import glassnet as gn

from ..widget_page import hosted

pytestmark = pytest.mark.browser


def test_classes_named_with_brackets_are_text_on_the_page(page: Page) -> None:
    names = ("<b>bold</b>", "[link](x)")
    with hosted(gn.widgets.Threshold(np.array([0.2, 0.6, 0.9]), np.array([0, 0, 1]), names)) as address:
        page.goto(address)
        root = page.locator(".gn-root")
        for name in names:
            expect(root.get_by_text(name).first).to_be_visible()
        assert root.locator("b, a").count() == 0
