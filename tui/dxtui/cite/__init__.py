"""From a place in a document to a citation of it."""

from dxtui.cite.citation import Citation, cite

__all__ = ["Citation", "cite"]
