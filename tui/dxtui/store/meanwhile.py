"""Work that C code does meanwhile: Python goes on with something else."""

from collections.abc import Callable
from threading import Thread
from types import TracebackType


class Meanwhile:
    """Does `work` in a thread while the block runs; what it raises is raised at the end of the block."""

    def __init__(self, work: Callable[[], None]) -> None:
        """Take the work; it must touch nothing that the block changes."""
        self._work = work
        self._thread = Thread(target=self._run)
        self._fault: BaseException | None = None

    def __enter__(self) -> None:
        """Begin the work."""
        self._thread.start()

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        """Wait for the end of the work, whatever became of the block."""
        self._thread.join()
        if self._fault is not None and fault is None:
            raise self._fault

    def _run(self) -> None:
        try:
            self._work()
        except BaseException as fault:
            self._fault = fault
