"""The nouns: frozen values without behaviour beyond reading themselves, on the standard library alone."""

from dxtui.model.document import Document, Problem
from dxtui.model.entity import ENTITY_TYPES, EntityType, Mention
from dxtui.model.ids import RowId, document_id, parse_id, row_id
from dxtui.model.number import NUMBER_CLASSES, Figure, Number, NumberClass, Qualifier, Role
from dxtui.model.reading import Reading
from dxtui.model.statement import STATEMENT_KINDS, Statement, StatementKind
from dxtui.model.task import Task, TaskState

__all__ = [
    "ENTITY_TYPES",
    "NUMBER_CLASSES",
    "STATEMENT_KINDS",
    "Document",
    "EntityType",
    "Figure",
    "Mention",
    "Number",
    "NumberClass",
    "Problem",
    "Qualifier",
    "Reading",
    "Role",
    "RowId",
    "Statement",
    "StatementKind",
    "Task",
    "TaskState",
    "document_id",
    "parse_id",
    "row_id",
]
