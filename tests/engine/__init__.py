"""The battery: one table of everything the engine offers (`table.py`), and one test file per property."""
