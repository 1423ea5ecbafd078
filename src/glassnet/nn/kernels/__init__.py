"""Array kernels that layers share: products, windows, sums of overlapping parts."""
