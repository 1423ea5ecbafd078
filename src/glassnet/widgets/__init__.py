"""Widgets: interactive views of a run, for the web application and for notebooks."""
