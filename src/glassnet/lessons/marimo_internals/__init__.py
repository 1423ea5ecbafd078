"""All that Glassnet relies on in marimo beyond its public interface, and nothing else does.

`application` serves the notebooks, `page` is marimo's page of a notebook with its files, `outputs` what a notebook shows.
What is relied on, thing by thing, is tested under its own name in tests/lessons/test_marimo_internals.py and, as far as it
takes a browser to see it, in tests/browser/lessons/test_marimo_page.py: after an upgrade of marimo their failures say what changed.
"""
