"""Array types, named trees of arrays, random streams, registries, settings and errors."""
