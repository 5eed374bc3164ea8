"""The command `dxtui`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from dxtui.errors import DxtuiError


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with these arguments, or those of the process; return the exit code."""
    parser = argparse.ArgumentParser(prog="dxtui")
    commands = parser.add_subparsers(dest="command", required=True)
    parse = commands.add_parser("parse")
    parse.add_argument("paths", nargs="*", type=Path)
    parse.add_argument("--format", choices=("json",), default="json")
    options = parser.parse_args(argv)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    from dxtui.extract import extract
    from dxtui.output import json_text, reading_fields
    from dxtui.read import read

    try:
        documents, problems = read(options.paths, 1 << 26)
    except DxtuiError as error:
        sys.stderr.write(f"dxtui: {error}\n{error.hint}\n")
        return error.exit_code
    for problem in problems:
        sys.stderr.write(f"dxtui: {problem.path}: {problem.reason}\n")
    for document in documents:
        sys.stdout.write(json_text(reading_fields(extract(document))) + "\n")
    return 0
