"""A pause of the search for cyclic garbage while many objects are made that all stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the cyclic garbage collector off inside the block, and leave it as it was found, even on an error.

    What is read of a text has no cycles, so walking it again and again while it grows frees nothing and costs the
    more the longer the text. The collector is one for the process: within this block other threads do without it too,
    and where somebody has turned it off already it stays off.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
