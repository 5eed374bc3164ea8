"""Tables in running text: what their header says of the numbers in their rows."""

from dxtui.extract.draft import Draft
from dxtui.extract.page import Page
from dxtui.extract.times import Now


class Grids:
    """The tables of one text."""

    def __init__(self, page: Page, now: Now) -> None:
        """Find the tables of `page`."""

    def complete(self, page: Page, drafts: list[Draft]) -> None:
        """Give the figures of a row what the header says of their columns."""
