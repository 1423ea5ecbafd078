"""The version, defined only here: the package, its metadata, the command line and run files read it."""

__version__ = "0.1.0"
