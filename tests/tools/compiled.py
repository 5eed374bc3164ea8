"""A build hook: compiles the reading of texts to machine code while a wheel is built, if `DXTUI_COMPILE=1` asks for it.

    DXTUI_COMPILE=1 python -m pip install .

Needs a C compiler and the headers of Python. The same sources are run as they are without it. Nothing is written into
the tree, so that a source never hides behind what was compiled from an older one.
"""

import os
import shutil
import sysconfig
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_PACKAGE = "dxtui"
_COMPILED = ("extract/**/*.py", "lexicon/cues.py", "lexicon/phrases.py", "text/sentences.py", "text/spelling.py")
"""What runs once for every number, name or line of a text."""


def _asked() -> bool:
    return os.environ.get("DXTUI_COMPILE") == "1"


class CompiledBuildHook(BuildHookInterface[Any]):
    """Adds extension modules to the wheel, beside the sources they were compiled from."""

    PLUGIN_NAME = "compiled"

    def dependencies(self) -> list[str]:
        """Return what the build needs beyond what every build needs."""
        if not _asked():
            return []
        typed = [need for need in self.metadata.core.dependencies if need.startswith("ahocorasick_rs")]
        return ["mypy>=1.15,<3", "setuptools>=77", *typed]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into a folder of its own, which goes when the wheel is written."""
        if version == "editable" or not _asked():
            return
        self._folder = Path(mkdtemp(prefix="dxtui-build-"))
        shutil.copytree(
            Path(self.root) / "tui" / _PACKAGE, self._folder / _PACKAGE, ignore=shutil.ignore_patterns("__pycache__")
        )
        for library in _compile(self._folder):
            build_data["force_include"][str(library)] = library.relative_to(self._folder).as_posix()
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Throw the folder away."""
        if version != "editable" and _asked():
            shutil.rmtree(self._folder, ignore_errors=True)


def _compile(folder: Path) -> list[Path]:
    """Compile the rooms of the package in `folder`, beside their sources; return the libraries."""
    from mypyc.build import mypycify
    from setuptools import Distribution

    back = Path.cwd()
    os.chdir(folder)
    try:
        sources = [str(path) for place in _COMPILED for path in sorted(Path(_PACKAGE).glob(place))]
        extensions = mypycify(["--ignore-missing-imports", *sources], opt_level="2", debug_level="0")
        distribution = Distribution({"name": _PACKAGE, "ext_modules": extensions})
        command: Any = distribution.get_command_obj("build_ext")
        command.inplace = 1
        command.parallel = os.cpu_count()
        command.ensure_finalized()
        command.run()
    finally:
        os.chdir(back)
    suffix = sysconfig.get_config_var("EXT_SUFFIX")
    return sorted(path for path in folder.rglob("*" + suffix) if "build" not in path.relative_to(folder).parts)
