"""Everything that relies on marimo beyond its public interface; no other module does.

`application` serves the notebooks, `page` handles marimo's HTML page and its files, `outputs` what a notebook shows.
Each assumption has a test named after it in tests/lessons/test_marimo_internals.py or, if it needs a browser, in
tests/browser/lessons/test_marimo_page.py: after an upgrade of marimo, the failing names say what changed.
"""
