"""What is shipped: the package with its data, in every form it is installed from."""

import importlib.metadata
import importlib.util
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

import dxtui
from dxtui.resources import config_file, seeds

ROOT = Path(__file__).resolve().parent.parent
DATA = sorted(path.relative_to(ROOT).as_posix() for name in ("seeds", "config") for path in (ROOT / name).iterdir())


def test_the_version_is_one() -> None:
    assert importlib.metadata.version("dxtui") == dxtui.__version__


def test_a_wheel_holds_the_package_and_its_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DXTUI_COMPILE", "0")
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"dxtui/_data/{name}" for name in DATA} <= names
    assert {"dxtui/__init__.py", "dxtui/py.typed", "dxtui/cli/__init__.py", "dxtui/ui/app.py"} <= names
    assert not {name for name in names if not name.startswith(("dxtui/", "dxtui-"))}


@pytest.mark.parametrize("compiler", ["no-such-compiler", "false"], ids=["none there", "one that fails"])
def test_a_wheel_is_built_where_nothing_can_be_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compiler: str
) -> None:
    monkeypatch.delenv("DXTUI_COMPILE", raising=False)
    monkeypatch.setenv("CC", compiler)
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    assert Path(wheel).name.endswith("-py3-none-any.whl")


def test_a_compiled_wheel_that_is_asked_for_is_not_replaced_by_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DXTUI_COMPILE", "1")
    monkeypatch.setenv("CC", "no-such-compiler")
    with pytest.raises(FileNotFoundError, match="no-such-compiler"):
        next(WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"]))


@pytest.mark.parametrize("choice", ["0", "1", None])
def test_an_editable_install_fetches_nothing_that_compiles(monkeypatch: pytest.MonkeyPatch, choice: str | None) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("DXTUI_COMPILE", choice or "")
    file = ROOT / tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["backend-path"][0]
    spec = importlib.util.spec_from_file_location("backend", file / "backend.py")
    assert spec is not None
    assert spec.loader is not None
    backend = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(backend)
    assert not any(need.startswith("mypy") for need in backend.get_requires_for_build_editable())
    assert any(need.startswith("mypy") for need in backend.get_requires_for_build_wheel()) or choice != "1"


def test_an_sdist_can_build_the_same(tmp_path: Path) -> None:
    (sdist,) = SdistBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {*DATA, "pyproject.toml", "README.md", "LICENSE", "tui/dxtui/__init__.py", "tests/tools/backend.py"} <= names


@pytest.mark.parametrize("name", DATA)
def test_data_is_found(name: str) -> None:
    folder, _, file = name.partition("/")
    assert (seeds() / file if folder == "seeds" else config_file(file)).is_file()
