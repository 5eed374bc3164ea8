"""What all tests share: the documents, and nothing of the user's own settings."""

import gc
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.util import cache_from_source
from pathlib import Path

import pytest

from dxtui.model import Document, document_id
from dxtui.text.normal import normalise
from dxtui.ui.words import LANGUAGES, speak

try:
    import fcntl
except ImportError:  # Where there are no locks of POSIX, each process compiles for itself.
    fcntl = None  # type: ignore[assignment]

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*(ROOT / "seeds").glob("*.txt"), *(ROOT / "tests" / "documents").iterdir()])


def load(path: Path) -> Document:
    """Return the document at `path` with nothing known but its text."""
    text = normalise(path.read_bytes().decode("utf-8"))
    return Document(document_id(text), path, text)


@pytest.fixture(params=DOCUMENTS, ids=lambda path: path.stem)
def document(request: pytest.FixtureRequest) -> Document:
    """Every document that the tests have, one after the other."""
    return load(request.param)


_HOMES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")


def pytest_configure(config: pytest.Config) -> None:
    """Have modules kept compiled in the cache of the tests where nothing is to be kept beside the source.

    All processes would compile all of them again: those that run tests, and the programs that tests start.
    """
    if not sys.dont_write_bytecode:
        return
    if (cache := getattr(config, "cache", None)) is not None:
        folder = str(cache.mkdir("compiled"))
    else:
        folder = tempfile.mkdtemp()
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    sys.dont_write_bytecode, sys.pycache_prefix = False, folder
    os.environ |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": folder}


@pytest.hookimpl(hookwrapper=True)
def pytest_collection(session: pytest.Session) -> Iterator[None]:
    """Have one process compile the tests where none has yet: all would, at once, which takes as long as hundreds do."""
    if fcntl is None or not hasattr(session.config, "workerinput"):
        yield
        return
    kept = Path(cache_from_source(str(ROOT / "tests" / "test_entity.py")))
    with Path(__file__).open("rb") as held:
        if not any(kept.parent.glob(f"{kept.name.partition('.')[0]}.*.pyc")):
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                fcntl.flock(held, fcntl.LOCK_SH)  # It has to wait until they are compiled; then all go on at once.
        yield


def pytest_collection_finish() -> None:
    """Have the search for garbage spare what lasts to the end, as the program does: thousands of tests, all modules.

    It would go through all that again and again, most of all while an app draws.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all processes share that run tests."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def read_before(shared: Path) -> Path:
    """Return a folder of caches in which the shipped documents have been read, as at any start but the first.

    The first process that asks for it has them read, which takes as long as dozens of tests; the others wait for it. A
    program does it, so that what programs keep compiled is there for all that tests start, also for those processes
    that may only look there.
    """
    home, begun = shared / "read", shared / "read-begun"
    try:
        begun.mkdir()
    except FileExistsError:
        end = time.monotonic() + 300
        while not home.exists():
            assert time.monotonic() < end, "whoever was to read the documents has not"
            time.sleep(0.05)
        return home
    own = {key: value for key, value in os.environ.items() if key != "DXTUI_CONFIG"}
    subprocess.run(
        [sys.executable, "-m", "dxtui", "documents"],
        env=own | dict.fromkeys(_HOMES, str(begun)),
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return begun.rename(home)


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where each test has a home: a numbered folder for each would take longer than most tests."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def _no_settings_of_the_user(monkeypatch: pytest.MonkeyPatch, homes: Path, read_before: Path) -> None:
    home = Path(tempfile.mkdtemp(dir=homes))
    for name in _HOMES:
        monkeypatch.setenv(name, str(home / name.lower()))
    # Whoever writes there replaces the file, so a second name for it costs nothing and is as good as a copy.
    shutil.copytree(read_before, home / "xdg_cache_home", copy_function=os.link)
    monkeypatch.delenv("DXTUI_CONFIG", raising=False)
    speak(LANGUAGES[0])  # A test of the other language may have run before in this process.
