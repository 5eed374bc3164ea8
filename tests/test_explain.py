"""A row explains itself: in the explorer and on the command line."""

import json

import pytest

from dxtui.cli import main
from dxtui.errors import CorpusError
from dxtui.explorer import Explorer
from dxtui.settings import Settings


def _figure(explorer: Explorer, surface: str) -> str:
    return next(row.id for row in explorer.everything.figures if row.place.surface == surface)


def test_every_figure_of_the_seeds_explains_itself() -> None:
    explorer = Explorer.open((), Settings.load())
    for row in explorer.everything.figures:
        figure = row.number.figure
        assert figure is not None
        said = {note.aspect: note for note in explorer.explain(row.id)}
        assert {"class", "value", "unit", "qualifier", "role", "period"} <= set(said)
        assert said["qualifier"].value == figure.qualifier
        assert said["class"].value == "figure"
        assert (said["period"].value == figure.period) or figure.period is None
        assert all(note.rule and 0 <= note.start <= note.end for note in said.values())


def test_what_is_no_number_explains_nothing() -> None:
    explorer = Explorer.open((), Settings.load())
    row = explorer.everything.statements[0]
    with pytest.raises(CorpusError, match="names no number"):
        explorer.explain(row.id)


def test_the_command_prints_the_notes(capsys: pytest.CaptureFixture[str]) -> None:
    explorer = Explorer.open((), Settings.load())
    assert main(["explain", _figure(explorer, "1,3 tỷ"), "--format", "json"]) == 0
    rows = {row["aspect"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["qualifier"]["value"] == "over"
    assert rows["qualifier"]["words"] == "hơn"
    assert rows["unit"]["value"] == "lượt"
