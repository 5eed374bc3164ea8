"""Vietnamese text without domain words: normal form, folding that keeps offsets, visible characters, statements."""
