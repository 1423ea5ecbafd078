"""Tables of text as numbers: reading the file, judging its columns, encoding them."""
