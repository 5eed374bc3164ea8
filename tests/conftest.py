"""What all tests share: the documents, and nothing of the user's own settings."""

from pathlib import Path

import pytest

from dxtui.model import Document, document_id
from dxtui.text.normal import normalise

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


@pytest.fixture(autouse=True)
def _no_settings_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.delenv("DXTUI_CONFIG", raising=False)
