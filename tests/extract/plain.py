"""Names compared as loosely as the labels want it."""

from dxtui.text.fold import fold


def plain_key(name: str) -> str:
    """Return `name` without case, marks or signs, words one space apart."""
    return " ".join("".join(char if char.isalnum() else " " for char in fold(name)).split())
