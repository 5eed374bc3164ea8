"""The tool that makes the README's picture."""

import importlib.util
from pathlib import Path

_HERE = Path(__file__).parent
_PICTURE = _HERE.parent / "pictures" / "explorer.svg"


def test_the_picture_loads_nothing() -> None:
    spec = importlib.util.spec_from_file_location("screenshot", _HERE / "screenshot.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    made = tool.offline(
        '@font-face {\n  src: local("A"),\n url("https://x/a.woff2") format("woff2");\n}\n'
        ".m { font-family: Fira Code, monospace; }\n.t { font-family: arial; }"
    )
    assert made == ".m { font-family: Fira Code, monospace; }\n.t { font-family: monospace; }"
    svg = _PICTURE.read_text(encoding="utf-8")
    assert tool.offline(svg) == svg
    assert "url(http" not in svg
