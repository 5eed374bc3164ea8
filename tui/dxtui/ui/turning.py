"""The sign that turns while something is being done, so that one sees that it is."""

SIGNS = "|/-\\"
"""What it is, one after another."""

EVERY = 0.12
"""Seconds between two of them."""

DOTS = "…"
"""What stands in its place at first, and where nothing is to move."""


def turning(doing: str, step: int) -> str:
    """Return what is being done with its sign: dots at first, then another at each step.

    >>> turning("reading …", 0), turning("reading …", 2)
    ('reading …', 'reading -')
    """
    return f"{doing.removesuffix(DOTS).rstrip()} {SIGNS[step % len(SIGNS)] if step else DOTS}"
