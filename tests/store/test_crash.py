"""An indexer that is killed at any moment loses nothing, and goes on from there."""

import json
import random
import signal
import subprocess
import sys
import time
from typing import Any

import pytest

Shelf = Any

SCRIPT = """
import json, sys
from pathlib import Path
from dxtui.store import corpus, update, work
if __name__ == "__main__":
    index, files, cores = json.loads(sys.argv[1])
    update._LASTS, update._FOUND = 0.01, 0.05
    work._WORTH, work._LOT = 1, 10_000
    corpus.cores = lambda: cores
    print("begin", flush=True)
    corpus.bring_up(Path(index), [Path(files)], 1 << 26)
    print("end", flush=True)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")


def start(shelf: Shelf, cores: int) -> "subprocess.Popen[str]":
    """Start an indexer and return once it is about to work."""
    call = json.dumps([str(shelf.index), str(shelf.files), cores])
    process = subprocess.Popen([sys.executable, "-c", SCRIPT, call], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "begin\n"
    return process


def finished(process: "subprocess.Popen[str]") -> bool:
    """Wait for an indexer; whether it came to its end."""
    out, _ = process.communicate()
    return "end" in out


@pytest.mark.parametrize("cores", [1, 2])
def test_killed_again_and_again_it_ends_as_if_it_never_was(shelf: Shelf, cores: int) -> None:
    for at, text in enumerate(shelf.texts(60)):
        shelf.put(f"{at:03}.txt", text)
    chance = random.Random(cores)
    for _ in range(4):
        process = start(shelf, cores)
        time.sleep(chance.uniform(0.0, 0.25 * cores))
        process.send_signal(signal.SIGKILL)
        finished(process)
    assert finished(start(shelf, cores))
    assert shelf.answers(shelf.open()) == shelf.anew()


def test_killed_while_it_removes_it_ends_as_if_it_never_was(shelf: Shelf) -> None:
    for at, text in enumerate(shelf.texts(40)):
        shelf.put(f"{at:03}.txt", text)
    shelf.bring_up()
    chance = random.Random(3)
    for turn in range(3):
        for at in range(turn * 10, turn * 10 + 10):
            (shelf.files / f"{at:03}.txt").unlink()
            shelf.put(f"{at:03}x.txt", shelf.texts(1, seed=100 + at)[0])
        process = start(shelf, 1)
        time.sleep(chance.uniform(0.0, 0.15))
        process.send_signal(signal.SIGKILL)
        finished(process)
    assert finished(start(shelf, 1))
    assert shelf.answers(shelf.open()) == shelf.anew()


def test_two_indexers_at_once_make_one_index(shelf: Shelf) -> None:
    for at, text in enumerate(shelf.texts(50)):
        shelf.put(f"{at:03}.txt", text)
    first, second = start(shelf, 1), start(shelf, 1)
    assert finished(first) | finished(second)
    assert finished(start(shelf, 1))
    assert shelf.answers(shelf.open()) == shelf.anew()


def test_readers_read_while_it_is_written(shelf: Shelf) -> None:
    for at, text in enumerate(shelf.texts(20)):
        shelf.put(f"{at:03}.txt", text)
    shelf.bring_up()
    for at, text in enumerate(shelf.texts(50, seed=8)):
        shelf.put(f"new{at:03}.txt", text)
    process = start(shelf, 1)
    looks = 0
    while process.poll() is None:
        explorer = shelf.open()
        before = shelf.answers(explorer)
        assert len(explorer.documents) >= 20
        assert shelf.answers(explorer) == before
        looks += 1
    assert finished(process)
    assert looks
    assert shelf.answers(shelf.open()) == shelf.anew()
