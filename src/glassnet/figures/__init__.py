"""Still figures of a run or of arrays."""
