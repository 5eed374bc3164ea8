"""What all tests share: the documents, and nothing of the user's own settings."""

import gc
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from dxtui.model import Document, document_id
from dxtui.text.normal import normalise
from dxtui.ui.words import LANGUAGES, speak

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
def read_before(shared: Path, compiled: Mapping[str, str]) -> Path:
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
        env=own | dict.fromkeys(_HOMES, str(begun)) | compiled,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return begun.rename(home)


@pytest.fixture(scope="session")
def compiled(shared: Path) -> Mapping[str, str]:
    """Return what has programs that tests start keep their modules compiled, where the environment forbids it."""
    if not sys.dont_write_bytecode:
        return {}
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(shared / "compiled")}


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where each test has a home: a numbered folder for each would take longer than most tests."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def _no_settings_of_the_user(
    monkeypatch: pytest.MonkeyPatch, homes: Path, read_before: Path, compiled: Mapping[str, str]
) -> None:
    home = Path(tempfile.mkdtemp(dir=homes))
    for name in _HOMES:
        monkeypatch.setenv(name, str(home / name.lower()))
    # Whoever writes there replaces the file, so a second name for it costs nothing and is as good as a copy.
    shutil.copytree(read_before, home / "xdg_cache_home", copy_function=os.link)
    monkeypatch.delenv("DXTUI_CONFIG", raising=False)
    for name, value in compiled.items():
        monkeypatch.setenv(name, value)
    speak(LANGUAGES[0])  # A test of the other language may have run before in this process.
