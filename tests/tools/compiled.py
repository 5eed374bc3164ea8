"""A build hook: compiles the reading of texts to machine code while a wheel is built, where there is a C compiler.

    python -m pip install .

The same sources are run as they are where there is none, where compiling fails and where `DXTUI_COMPILE=0` forbids it;
`DXTUI_COMPILE=1` asks for it, so that a failure ends the build. Nothing is written into the tree, so that a source
never hides behind what was compiled from an older one, and an editable install is never compiled.
"""

import os
import shlex
import shutil
import sysconfig
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_PACKAGE = "dxtui"
_LEXICON = (
    "after",
    "before",
    "courses",
    "cues",
    "deadlines",
    "frames",
    "names",
    "organisations",
    "parties",
    "phrases",
    "statements",
)
_COMPILED = (
    "extract/**/*.py",
    *(f"lexicon/{name}.py" for name in _LEXICON),
    *(f"text/{name}.py" for name in ("letters", "openings", "paragraphs", "places", "sentences", "shapes", "spelling")),
)
"""What runs once for every number, name or line of a text, and what that asks for facts each time.

Its constants are `Final`: those are reached in one step, others are looked up by name each time.
"""

_TYPED = "ahocorasick-rs"
_CHOICE = "DXTUI_COMPILE"


def _lacking() -> str:
    """Say what is missing: the compiler named by `CC` or that this Python was built with; Python's headers."""
    command = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")
    if shutil.which(command[0]) is None:
        return f"no C compiler {command[0]}"
    headers = Path(sysconfig.get_path("include"), "Python.h")
    return "" if headers.is_file() else f"no {headers}"


def _wanted() -> bool:
    return {"0": False, "1": True}.get(os.environ.get(_CHOICE, ""), not _lacking())


class CompiledBuildHook(BuildHookInterface[Any]):
    """Adds extension modules to the wheel, beside the sources they were compiled from."""

    PLUGIN_NAME = "compiled"
    _folder: Path | None = None

    def dependencies(self) -> list[str]:
        """Return what the build needs beyond what every build needs."""
        if not _wanted():
            return []
        # Typed, so that what it finds is compiled as numbers. A need is listed under its name as indexes have it.
        typed = [need for need in self.metadata.core.dependencies if need.startswith(_TYPED)]
        return ["mypy>=1.15,<3", "setuptools>=77", "pybind11>=2.13,<4", *typed]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into a folder of its own, which goes when the wheel is written."""
        if version == "editable" or not _wanted():
            return
        if lacking := _lacking():
            raise FileNotFoundError(f"{_CHOICE}=1 asks for a compiled dxtui, but there is {lacking}")
        self._folder = Path(mkdtemp(prefix="dxtui-build-"))
        shutil.copytree(
            Path(self.root) / "tui" / _PACKAGE, self._folder / _PACKAGE, ignore=shutil.ignore_patterns("__pycache__")
        )
        try:
            libraries = _compile(self._folder)
        except (
            Exception,
            SystemExit,
        ) as problem:  # mypyc exits where types are wrong; a compiler fails in its own ways.
            if os.environ.get(_CHOICE) == "1":
                raise
            self.app.display_warning(f"dxtui is not compiled and runs as Python: {problem}")
            return
        for library in libraries:
            build_data["force_include"][str(library)] = library.relative_to(self._folder).as_posix()
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Throw the folder away."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)


def _compile(folder: Path) -> list[Path]:
    """Compile the rooms of the package in `folder`, beside their sources; return the libraries."""
    from mypyc.build import mypycify
    from pybind11.setup_helpers import ParallelCompile
    from setuptools import Distribution

    back = Path.cwd()
    os.chdir(folder)
    try:
        sources = [str(path) for place in _COMPILED for path in sorted(Path(_PACKAGE).glob(place))]
        # A file a module: compiled side by side, and sooner altogether than one file of 45 MB. Level 2 takes half as
        # long again and reads no quicker.
        extensions = mypycify(["--ignore-missing-imports", *sources], opt_level="1", debug_level="0", multi_file=True)
        distribution = Distribution({"name": _PACKAGE, "ext_modules": extensions})
        command: Any = distribution.get_command_obj("build_ext")
        command.inplace = 1
        command.ensure_finalized()
        with ParallelCompile():
            command.run()
    finally:
        os.chdir(back)
    suffix = sysconfig.get_config_var("EXT_SUFFIX")
    return sorted(path for path in folder.rglob("*" + suffix) if "build" not in path.relative_to(folder).parts)
