"""The nouns: frozen values without behaviour beyond reading themselves, on the standard library alone.

What is imported from here is fetched from its module then: who needs one noun does not wait for all of them.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dxtui.model.document import Document, Problem
    from dxtui.model.entity import ENTITY_TYPES, EntityType, Mention
    from dxtui.model.ids import RowId, document_id, parse_id, row_id
    from dxtui.model.number import NUMBER_CLASSES, Figure, Number, NumberClass, Qualifier, Role
    from dxtui.model.reading import Reading
    from dxtui.model.statement import STATEMENT_KINDS, Statement, StatementKind
    from dxtui.model.task import Task, TaskState
else:
    from importlib import import_module

    _HOMES = {
        "ENTITY_TYPES": "entity",
        "NUMBER_CLASSES": "number",
        "STATEMENT_KINDS": "statement",
        "Document": "document",
        "EntityType": "entity",
        "Figure": "number",
        "Mention": "entity",
        "Number": "number",
        "NumberClass": "number",
        "Problem": "document",
        "Qualifier": "number",
        "Reading": "reading",
        "Role": "number",
        "RowId": "ids",
        "Statement": "statement",
        "StatementKind": "statement",
        "Task": "task",
        "TaskState": "task",
        "document_id": "ids",
        "parse_id": "ids",
        "row_id": "ids",
    }

    def __getattr__(name):
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        return value


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
