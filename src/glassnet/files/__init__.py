"""Run files: what a run was, in one file that executes nothing."""

from glassnet.files.storage import RunFile, read_run_file, write_run_file

__all__ = ["RunFile", "read_run_file", "write_run_file"]
