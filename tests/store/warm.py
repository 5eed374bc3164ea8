"""Processes that tests end or lose, forked from one that has made all that reading needs.

A process of its own makes it anew, which takes longer than what is read in most tests. Whether helpers are started as
the program does it is what a few tests of `test_work.py` hold.
"""

import multiprocessing
import os
import signal
from collections.abc import Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from dxtui import extract
from dxtui.model import Document, Reading
from dxtui.store import corpus, update, work
from dxtui.store.helpers import _serve as serve

extract.extract(Document("first", Path("first.txt"), "Có 5 xã."))


def forked() -> Any:
    """Return what starts such processes."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


def bring_up(index: Path, files: Path, cores: int, environment: Mapping[str, str], told: Connection) -> None:
    """Be an indexer that keeps what it has read again and again, and reads with helpers however little there is."""
    os.environ |= environment
    update._LASTS, update._FOUND = 0.01, 0.05
    work._WORTH, work._LOT = 1, 10_000
    corpus.cores = lambda: cores
    told.send("begin")
    corpus.bring_up(index, [files], 1 << 26)
    told.send("end")


def stillborn(lots: Any, outcomes: Any) -> None:
    """Be a helper that ends before it is ready."""


def deadly(lots: Any, outcomes: Any) -> None:
    """Be a helper that one of the files ends."""
    real = extract.extract

    def end(document: Document) -> Reading:
        if "Tài liệu 3 " in document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(document)

    extract.extract = end
    serve(lots, outcomes)
