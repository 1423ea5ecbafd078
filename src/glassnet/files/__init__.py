"""Run files: a whole run in one file, which can't execute anything."""

from glassnet.files.container import write_run_file
from glassnet.files.decode import read_run_file
from glassnet.files.run_file import RunFile

__all__ = ["RunFile", "read_run_file", "write_run_file"]
