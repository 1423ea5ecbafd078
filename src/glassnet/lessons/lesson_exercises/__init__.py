"""The exercises of each lesson; the notebooks place them on their pages."""
