"""Reading one language table."""

from functools import cache
from typing import Any

import tomli

from dxtui.errors import ResourceError
from dxtui.resources import config_file


@cache
def table(name: str) -> dict[str, Any]:
    """Return the parsed table `name` ("units" for config/units.toml). Do not change what it returns.

    Raises:
        ResourceError: the file is missing or is not TOML; the message names file, line and column.
    """
    path = config_file(f"{name}.toml")
    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ResourceError(f"{path}: {error.strerror}", hint="install dxtui again") from error
    except tomli.TOMLDecodeError as error:
        raise ResourceError(f"{path}: {error}", hint="install dxtui again") from error
