"""Whether an answer is still wanted: a newer question ends the work on an older one between its steps."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import local


class UnwantedError(Exception):
    """Raised inside the work on an answer that nobody waits for any more."""


class _Here(local):
    """What the work of this thread asks."""

    wanted: Callable[[], bool] | None = None


_here = _Here()


@contextmanager
def while_wanted(wanted: Callable[[], bool]) -> Iterator[None]:
    """Let the work that this thread does inside go on only as long as `wanted` says so; it is asked at every step.

    Raises:
        UnwantedError: it is not any more.
    """
    before, _here.wanted = _here.wanted, wanted
    try:
        yield
    finally:
        _here.wanted = before


def unwanted() -> bool:
    """Whether nobody waits any more for what this thread does."""
    return _here.wanted is not None and not _here.wanted()


def step() -> None:
    """Begin a step of the work.

    Raises:
        UnwantedError: nobody waits for it any more.
    """
    if unwanted():
        raise UnwantedError
