"""From a place in a document to a citation of it."""

from dxtui.cite.citation import Citation, cite
from dxtui.cite.standing import stands

__all__ = ["Citation", "cite", "stands"]
