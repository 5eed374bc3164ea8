"""What was read in one document."""

from dataclasses import dataclass

from dxtui.model.document import Document
from dxtui.model.entity import Mention
from dxtui.model.number import Number
from dxtui.model.statement import Statement
from dxtui.model.task import Task


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with all that was found in it, each list sorted by start."""

    document: Document
    """The document; its title is filled from the text where nothing else stated one."""
    statements: tuple[Statement, ...]
    """Every non-space character lies in exactly one."""
    numbers: tuple[Number, ...]
    """Every digit lies in exactly one."""
    mentions: tuple[Mention, ...]
    """Names, without overlap."""
    tasks: tuple[Task, ...]
    """What is to be done."""
