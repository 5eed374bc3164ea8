"""Reading on all cores, whatever happens to the processes."""

import io
import multiprocessing
import os
import re
import signal
import sys
from pathlib import Path

import pytest
from tests.store.warm import deadly, forked, stillborn

from dxtui import extract
from dxtui.model import Document, Reading
from dxtui.store import helpers, work


class Screen(io.StringIO):
    """What an app puts in the place of standard error: it has no descriptor."""

    def fileno(self) -> int:
        return -1


def tasks(folder: Path, count: int = 12) -> list[work.Job]:
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


@pytest.fixture
def _soon_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have helpers that are forked: what is done with those that end is the same however they were started."""
    if sys.platform != "win32":
        monkeypatch.setattr(helpers, "get_context", lambda _: forked())


def test_outcomes_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    asked = tasks(tmp_path)
    alone = list(work.read_all(asked, {}, 1 << 20, cores=1))
    assert list(work.read_all(asked, {}, 1 << 20, cores=2)) == alone
    assert [outcome.job for outcome in alone] == asked


def test_an_app_may_hold_standard_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from multiprocessing import resource_tracker

    monkeypatch.setattr(resource_tracker, "_resource_tracker", resource_tracker.ResourceTracker())
    monkeypatch.setattr(resource_tracker, "ensure_running", resource_tracker._resource_tracker.ensure_running)
    monkeypatch.setattr(resource_tracker, "getfd", resource_tracker._resource_tracker.getfd)
    monkeypatch.setattr(sys, "stderr", Screen())
    assert len(list(work.read_all(tasks(tmp_path), {}, 1 << 20, cores=2))) == 12


@pytest.mark.usefixtures("_soon_ready")
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
@pytest.mark.parametrize("first", [False, True])
def test_what_a_killed_process_had_in_hand_is_read_by_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: bool
) -> None:
    monkeypatch.setattr(work, "_OWN", -1)  # All is left to the helpers.
    asked = tasks(tmp_path)
    outcomes = work.read_all(asked, {}, 1 << 20, cores=3)
    found = [next(outcomes)]
    children = multiprocessing.active_children()
    assert len(children) == 2
    for child in children[: 1 if first else 2]:
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)
    found += outcomes
    assert [outcome.job for outcome in found] == asked
    assert not [outcome.reason for outcome in found if outcome.id is None]


@pytest.mark.usefixtures("_soon_ready")
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_file_that_ends_who_reads_it_is_told_of_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "_OWN", -1)
    monkeypatch.setattr(helpers, "_serve", deadly)
    outcomes = list(work.read_all(tasks(tmp_path, 8), {}, 1 << 20, cores=2))
    reasons = [outcome.reason for outcome in outcomes]
    assert reasons == [None] * 3 + ["reading it ended the process that read it"] + [None] * 4


@pytest.mark.usefixtures("_soon_ready")
@pytest.mark.parametrize("own", [-1, 1 << 20])
def test_without_helpers_that_can_be_started_all_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own: int
) -> None:
    monkeypatch.setattr(work, "_OWN", own)
    monkeypatch.setattr(helpers, "_serve", stillborn)
    assert all(outcome.id for outcome in work.read_all(tasks(tmp_path), {}, 1 << 20, cores=3))


@pytest.mark.usefixtures("_soon_ready")
def test_who_leaves_early_leaves_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "_OWN", -1)
    outcomes = work.read_all(tasks(tmp_path), {}, 1 << 20, cores=2)
    next(outcomes)
    outcomes.close()
    assert not multiprocessing.active_children()


def test_what_is_known_is_not_parsed_again(tmp_path: Path) -> None:
    asked = tasks(tmp_path, 3)
    first = list(work.read_all(asked, {}, 1 << 20, cores=1))
    known = {outcome.id: "" for outcome in first if outcome.id}
    assert [outcome.packed for outcome in work.read_all(asked, known, 1 << 20, cores=2)] == [None] * 3


def test_a_fault_in_one_document_leaves_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = extract.extract

    def failing(document: Document) -> Reading:
        if "Tài liệu 3 " in document.text:
            raise KeyError("không")
        return real(document)

    monkeypatch.setattr(extract, "extract", failing)
    outcomes = list(work.read_all(tasks(tmp_path), {}, 1 << 20, cores=1))
    assert [outcome.reason for outcome in outcomes if outcome.reason] == ["dxtui failed to read it (KeyError: 'không')"]
    assert sum(outcome.packed is not None for outcome in outcomes) == 11


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells what a process is kept from")
def test_an_interrupt_does_not_reach_a_helper_that_starts() -> None:
    """It would tell where it was, on the screen of who interrupted the whole."""

    def blocked(process: object) -> bool:
        (line,) = re.findall("SigBlk:\t(.*)", Path(f"/proc/{process}/status").read_text("ascii"))
        return bool(int(line, 16) >> (signal.SIGINT - 1) & 1)

    helper = helpers.Helper({}, 1 << 20)
    try:
        assert blocked(helper._process.pid)
        assert not blocked("self")
    finally:
        helper.end()
