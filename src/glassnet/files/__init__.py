"""Run files: a whole run in one file, which can't execute anything."""

from glassnet.files.container import check_target, write_run_file
from glassnet.files.decode import read_run_file
from glassnet.files.run_file import RunFile

__all__ = ["RunFile", "check_target", "read_run_file", "write_run_file"]
