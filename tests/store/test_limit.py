"""More answers than a list shows, where they are asked for."""

import json
from pathlib import Path

import pytest

from dxtui.cli import main


@pytest.mark.parametrize("query", ["báo cáo", "bao cao unit:%", "class:figure", "bao cao -muoi"])
def test_as_many_are_printed_as_are_asked_for_and_the_best_stay_the_best(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], query: str
) -> None:
    for part in range(3):
        lines = [f"Báo cáo số {at} của năm: tăng {at % 90 + part},5% so với trước." for at in range(part, 1200, 3)]
        (tmp_path / f"{part}.txt").write_text("\n".join(lines), "utf-8")
    shown = {}
    for limit in (20, 500, 700, 1100):
        assert main(["search", query, "--corpus", str(tmp_path), "--format", "json", "--limit", str(limit)]) == 0
        shown[limit] = [row["id"] for row in json.loads(capsys.readouterr().out)]
        assert len(shown[limit]) == limit
        assert len(set(shown[limit])) == limit
    for few, many in ((20, 500), (500, 700), (700, 1100)):
        assert shown[many][:few] == shown[few]
