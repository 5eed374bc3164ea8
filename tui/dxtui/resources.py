"""Where the files that come with dxtui lie: the shipped documents and the language tables.

An installed package carries them in `dxtui/_data/`; a checkout has them beside `tui/`.
"""

from functools import cache
from pathlib import Path

from dxtui.errors import ResourceError


@cache
def data_folder(name: str) -> Path:
    """Return the folder `name` ("seeds" or "config").

    Raises:
        ResourceError: neither the package nor the checkout has it.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "_data" / name, package.parent.parent / name):
        if folder.is_dir():
            return folder
    raise ResourceError(f"the folder {name} that comes with dxtui is missing", hint="install dxtui again")


def seeds() -> Path:
    """Return the folder of the documents that are opened when no path is given."""
    return data_folder("seeds")


def config_file(name: str) -> Path:
    """Return the path of the table `name` ("units.toml") among the language tables."""
    return data_folder("config") / name
