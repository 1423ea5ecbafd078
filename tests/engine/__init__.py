"""The battery: one table of everything the engine offers (`table.py`), one test file for each property it must have."""
