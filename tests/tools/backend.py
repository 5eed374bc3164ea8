"""The build backend: hatchling's, but an editable install, which is never compiled, does not fetch what compiles."""

import os
from typing import Any
from unittest.mock import patch

from hatchling import build
from hatchling.build import (
    build_editable,
    build_sdist,
    build_wheel,
    get_requires_for_build_sdist,
    get_requires_for_build_wheel,
)

__all__ = [
    "build_editable",
    "build_sdist",
    "build_wheel",
    "get_requires_for_build_editable",
    "get_requires_for_build_sdist",
    "get_requires_for_build_wheel",
]


def get_requires_for_build_editable(config_settings: dict[str, Any] | None = None) -> list[str]:
    """Return what an editable install needs beyond what every build needs."""
    with patch.dict(os.environ, DXTUI_COMPILE="0"):
        return build.get_requires_for_build_editable(config_settings)
