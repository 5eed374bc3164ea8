"""Reading on all cores, whatever happens to the processes."""

import io
import multiprocessing
import os
import signal
import sys
from pathlib import Path

import pytest

from dxtui.model import Document, Reading
from dxtui.store import work


class Screen(io.StringIO):
    """What an app puts in the place of standard error: it has no descriptor."""

    def fileno(self) -> int:
        return -1


def jobs(folder: Path, count: int = 12) -> list[work.Job]:
    """Write some files and return the jobs of reading them."""
    found = []
    for at in range(count):
        path = folder / f"{at}.txt"
        path.write_text(f"Tài liệu {at} có 12,5% hồ sơ trực tuyến.\n", "utf-8")
        found.append(work.Job(at, path, True, {}, "", path.stat().st_size))
    return found


@pytest.fixture(autouse=True)
def _small_lots(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "_WORTH", 1)
    monkeypatch.setattr(work, "_LOT", 100)


def test_outcomes_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    asked = jobs(tmp_path)
    alone = list(work.read_all(asked, {}, 1 << 20, cores=1))
    assert list(work.read_all(asked, {}, 1 << 20, cores=2)) == alone
    assert [outcome.job for outcome in alone] == asked


def test_an_app_may_hold_standard_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from multiprocessing import resource_tracker

    monkeypatch.setattr(resource_tracker, "_resource_tracker", resource_tracker.ResourceTracker())
    monkeypatch.setattr(resource_tracker, "ensure_running", resource_tracker._resource_tracker.ensure_running)
    monkeypatch.setattr(sys, "stderr", Screen())
    assert len(list(work.read_all(jobs(tmp_path), {}, 1 << 20, cores=2))) == 12


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_what_a_killed_process_had_in_hand_is_read_by_another(tmp_path: Path) -> None:
    asked = jobs(tmp_path)
    outcomes = work.read_all(asked, {}, 1 << 20, cores=2)
    found = [next(outcomes)]
    for child in multiprocessing.active_children():
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)
    found += outcomes
    assert [outcome.job for outcome in found] == asked
    assert all(outcome.id for outcome in found)


def test_what_is_known_is_not_parsed_again(tmp_path: Path) -> None:
    asked = jobs(tmp_path, 3)
    first = list(work.read_all(asked, {}, 1 << 20, cores=1))
    known = {outcome.id: "" for outcome in first if outcome.id}
    assert [outcome.packed for outcome in work.read_all(asked, known, 1 << 20, cores=2)] == [None] * 3


def test_a_fault_in_one_document_leaves_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = work.extract

    def failing(document: Document) -> Reading:
        if "Tài liệu 3 " in document.text:
            raise KeyError("không")
        return real(document)

    monkeypatch.setattr(work, "extract", failing)
    outcomes = list(work.read_all(jobs(tmp_path), {}, 1 << 20, cores=1))
    assert [outcome.reason for outcome in outcomes if outcome.reason] == ["dxtui failed to read it (KeyError: 'không')"]
    assert sum(outcome.packed is not None for outcome in outcomes) == 11
