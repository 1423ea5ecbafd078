"""Array kernels that layers share: products, windows, sums at places."""
