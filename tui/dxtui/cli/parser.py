"""The parser of each command, and what its help says."""

import argparse
from pathlib import Path
from typing import Any, NoReturn

from dxtui import __version__
from dxtui.cli.arguments import COMMANDS, COMMON, OPEN, OPEN_OPTIONS
from dxtui.errors import UsageError

_WORDS = {
    OPEN: "[PATH ...]",
    "parse": "[PATH ...]",
    "search": "QUERY",
    "entity": "NAME",
    "cite": "ID",
    "explain": "ID",
    "problems": "",
    "index": "PATH [...]",
    "serve": "[PATH ...]",
}
_QUERY = "[QUERY]"


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < len(text) < 19 and int(text)):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of 1 or more")
    return int(text)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 6 and int(text) < 65536):
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: a whole number up to 65535, 0 for any that is free")
    return int(text)


_OPTIONS: dict[str, dict[str, Any]] = {
    "--corpus": {
        "metavar": "PATH",
        "type": Path,
        "action": "append",
        "help": "a file or folder to read (may be given again); without it, the documents that come with dxtui",
    },
    "--format": {"metavar": "FORMAT", "help": "table (default), json, jsonl or csv"},
    "--limit": {"metavar": "N", "type": _count, "help": "print at most N rows"},
    "--language": {"metavar": "LANGUAGE", "help": "what the app speaks: en, vi, or auto for that of the locale"},
    "--theme": {"metavar": "NAME", "help": "the app's theme: dark, light, contrast, a Textual one (nord, …), your own"},
    "--clipboard": {"metavar": "WAY", "help": "how the app copies: auto, system, osc52, file or none"},
    "--max-bytes": {"metavar": "N", "type": _count, "help": "do not read files larger than this many bytes"},
    "--index": {"metavar": "FOLDER", "help": "keep the indexes of large corpora in this folder"},
    "--aliases": {"metavar": "FILE", "help": "read this file of your own names instead of your usual one"},
    "--today": {"metavar": "DATE", "help": "the day against which tasks are overdue, 2024-06-30; without it, today"},
    "--who": {"metavar": "NAME", "help": "only the tasks of whom the name, a part of it or its short form calls"},
    "--type": {"metavar": "TYPE"},
    "--where": {
        "action": "store_true",
        "help": "only print where the index of PATH lies, or without one all indexes",
    },
    "--rebuild": {"action": "store_true", "help": "make the index anew from the files"},
    "--fresh": {"action": "store_true", "help": "forget how the app was left the last time, and what was chosen in it"},
    "--host": {"metavar": "NAME", "help": "listen there (default 127.0.0.1); others are open to other machines"},
    "--port": {"metavar": "N", "type": _port, "help": "listen on this port (default 8000; 0 is any that is free)"},
    "--config": {"metavar": "FILE", "type": Path, "help": "read this settings file instead of your usual one"},
}
_PARSED = ("parse", "--format")
_PARSE_FORMAT = {"help": "json (default) or jsonl, which are the same here"}
_OPTIONS_OF = {
    OPEN: ("--fresh", *OPEN_OPTIONS),
    "serve": ("--host", "--port", *OPEN_OPTIONS),
    "parse": ("--format", *COMMON),
    "cite": ("--corpus", "--index", "--aliases", "--language", *COMMON),
    "explain": ("--corpus", "--format", "--index", "--aliases", *COMMON),
    "index": ("--where", "--rebuild", "--index", *COMMON),
}
_LIST_OPTIONS = ("--corpus", "--format", "--limit", "--index", "--aliases", *COMMON)
_OPTIONS_OF["entity"] = ("--type", "--today", *_LIST_OPTIONS)
_OPTIONS_OF["tasks"] = ("--who", "--today", *_LIST_OPTIONS)

_EPILOG = """\
commands:
{commands}

`dxtui COMMAND --help` says more of each. A file or folder that is named like a command is opened as ./NAME.

examples:
  dxtui                                        open the documents that come with dxtui
  dxtui reports/ notes.md                      open your own
  dxtui search "ho so truc tuyen"              without marks, with slips: it finds them
  dxtui figures GDP --corpus reports/ --format csv > figures.csv
  dxtui parse reports/ --format json | jq -c '.numbers[]'
  dxtui index archive/                         what is large is indexed once, then opens at once

settings: max_bytes, language, theme, clipboard, index, aliases and today, in TOML, in the file config.toml of the
folder dxtui where this system keeps settings (~/.config on Linux), or in the file that --config or the variable
DXTUI_CONFIG names

exit codes: 0 done, 1 something went wrong, 2 not understood, 3 nothing to read or not in the corpus"""

_QUERY_EPILOG = """\
Without a query everything is printed. A query is (for the shell in '…'):

{help}"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(message.removeprefix("argument "), hint=f"`{self.prog} --help` says what it takes")


def parser_of(command: str) -> argparse.ArgumentParser:
    """Return what parses the options of a command."""
    prog = "dxtui" if command == OPEN else f"dxtui {command}"
    options = _OPTIONS_OF.get(command, _LIST_OPTIONS)
    usage = f"{prog} {_WORDS.get(command, _QUERY)} [OPTIONS]".replace("  ", " ")
    if command == OPEN:
        usage += "\n       dxtui COMMAND [...]"
        about = "Explore Vietnamese reports: from any number to the sentence that says it and a citation of it."
        lines = "\n".join(f"  {name:<10} {what}" for name, what in COMMANDS.items())
        epilog = _EPILOG.format(commands=lines)
    else:
        about = f"Print {COMMANDS[command]}."
        epilog = _query_help() if "QUERY" in _WORDS.get(command, _QUERY) else ""
    parser = _Parser(
        prog=prog,
        usage=usage,
        description=about,
        epilog=epilog,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"dxtui {__version__}")
    for option in options:
        parser.add_argument(option, **_OPTIONS[option] | _more(command, option))
    return parser


def _more(command: str, option: str) -> dict[str, Any]:
    """Return what is to be said of an option beside what is the same for all commands."""
    if (command, option) == _PARSED:
        return _PARSE_FORMAT
    if option == "--type":
        from dxtui.model import ENTITY_TYPES  # Not on the way to the first paint.

        return {"choices": ENTITY_TYPES, "help": f"which of one name: {', '.join(ENTITY_TYPES)}"}
    return {}


def _query_help() -> str:
    # What asks for rows loads the search anyway; what does not must not wait for it.
    from dxtui.search import HELP

    return _QUERY_EPILOG.format(help=HELP)
