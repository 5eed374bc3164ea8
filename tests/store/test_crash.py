"""An indexer that is killed at any moment loses nothing, and goes on from there."""

import os
import random
import sys
import time
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, NamedTuple

import pytest
from tests.store.warm import bring_up, forked

Shelf = Any

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")


class Indexer(NamedTuple):
    """An indexer at work."""

    process: BaseProcess
    said: Connection

    def kill(self) -> None:
        """End it, whatever it does."""
        self.process.kill()
        self.finished()

    def finished(self) -> bool:
        """Wait for it; whether it came to its end."""
        try:
            return self.said.recv() == "end"
        except EOFError:
            return False
        finally:
            self.process.join()
            self.said.close()


def start(shelf: Shelf, cores: int) -> Indexer:
    """Start an indexer and return once it is about to work."""
    context = forked()
    said, told = context.Pipe(duplex=False)
    process = context.Process(target=bring_up, args=(shelf.index, shelf.files, cores, dict(os.environ), told))
    process.start()
    told.close()
    assert said.recv() == "begin"
    return Indexer(process, said)


@pytest.mark.parametrize("cores", [1, 2])
def test_killed_again_and_again_it_ends_as_if_it_never_was(shelf: Shelf, cores: int) -> None:
    for at, text in enumerate(shelf.texts(60)):
        shelf.put(f"{at:03}.txt", text)
    chance = random.Random(cores)
    for _ in range(4):
        indexer = start(shelf, cores)
        time.sleep(chance.uniform(0.0, 0.25 * cores))
        indexer.kill()
    assert start(shelf, cores).finished()
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
        indexer = start(shelf, 1)
        time.sleep(chance.uniform(0.0, 0.15))
        indexer.kill()
    assert start(shelf, 1).finished()
    assert shelf.answers(shelf.open()) == shelf.anew()


def test_two_indexers_at_once_make_one_index(shelf: Shelf) -> None:
    for at, text in enumerate(shelf.texts(50)):
        shelf.put(f"{at:03}.txt", text)
    first, second = start(shelf, 1), start(shelf, 1)
    assert first.finished() | second.finished()
    assert start(shelf, 1).finished()
    assert shelf.answers(shelf.open()) == shelf.anew()


def test_readers_read_while_it_is_written(shelf: Shelf) -> None:
    for at, text in enumerate(shelf.texts(20)):
        shelf.put(f"{at:03}.txt", text)
    shelf.bring_up()
    for at, text in enumerate(shelf.texts(50, seed=8)):
        shelf.put(f"new{at:03}.txt", text)
    indexer = start(shelf, 1)
    looks = 0
    while indexer.process.is_alive():
        explorer = shelf.open()
        before = shelf.answers(explorer)
        assert len(explorer.documents) >= 20
        assert shelf.answers(explorer) == before
        looks += 1
    assert indexer.finished()
    assert looks
    assert shelf.answers(shelf.open()) == shelf.anew()
