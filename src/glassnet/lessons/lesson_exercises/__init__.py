"""The exercises of each lesson, which the notebooks place on their pages."""
