"""The figures of a text."""

from dxtui.extract import numbers, statements
from dxtui.model import Figure


def figures_of(text: str) -> dict[str, Figure]:
    """Return them by what is written."""
    found = numbers.find(text, statements.find(text), None)
    return {text[number.start : number.end]: number.figure for number in found if number.figure is not None}
