"""No module of the app hands text to anything that parses it: only `literal` makes what widgets show."""

import ast
from pathlib import Path

import pytest

import dxtui.ui

MODULES = sorted(Path(dxtui.ui.__file__).parent.glob("*.py"))
PARSES = {"from_markup", "from_text", "render_str", "notify", "update", "Label", "Markdown", "Tree", "DataTable", "Log"}
"""Names of Textual and rich that take a string as markup."""
MAKES = {"literal.py", "panel.py", "help.py", "tour.py", "small.py"}
"""Modules that may make Content: of a document's text only `literal`, of our own words the others."""


def names(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.ImportFrom):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_nothing_is_parsed(module):
    used = set(names(ast.parse(module.read_text(encoding="utf-8"))))
    assert not used & PARSES
    assert "Content" not in used or module.name in MAKES
    assert "Static" not in used or module.name in MAKES
    assert "Text" not in used


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_titles_of_borders_hold_only_our_own_words(module):
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Attribute) and target.attr in ("border_title", "border_subtitle", "tooltip"):
                    assert set(names(node.value)) <= {"self", "number", "noun", "title", "counted", "total"}
