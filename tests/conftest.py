"""What all tests share: the documents, and nothing of the user's own settings."""

import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from dxtui.explorer import Explorer
from dxtui.model import Document, document_id
from dxtui.settings import Settings
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


@pytest.fixture(scope="session")
def read_before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of caches in which the shipped documents have been read, as at any start but the first."""
    home = tmp_path_factory.mktemp("read")
    with pytest.MonkeyPatch.context() as patch:
        for name in _HOMES:
            patch.setenv(name, str(home))
        Explorer.open([], Settings.load())
    return home


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Return what has programs that tests start keep their modules compiled, where the environment forbids it."""
    if not sys.dont_write_bytecode:
        return {}
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
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
