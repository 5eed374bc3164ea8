"""The parser of each command, and what its help says."""

import argparse
from pathlib import Path
from typing import Any, NoReturn

from dxtui import __version__
from dxtui.cli.arguments import COMMANDS, COMMON, OPEN, OPEN_OPTIONS
from dxtui.cli.streams import put
from dxtui.errors import UsageError
from dxtui.ui.words import say

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
_SILENT = ("index", "serve")
"""The commands that print nothing but `--where`."""


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < len(text) < 19 and int(text)):
        raise argparse.ArgumentTypeError(say("cli.no_count", text=repr(text)))
    return int(text)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 6 and int(text) < 65536):
        raise argparse.ArgumentTypeError(say("cli.no_port", text=repr(text)))
    return int(text)


def _path(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError(say("cli.no_path"))
    return Path(text)


_OPTIONS: dict[str, dict[str, Any]] = {
    "--corpus": {"metavar": "PATH", "type": _path, "action": "append"},
    "--format": {"metavar": "FORMAT"},
    "--limit": {"metavar": "N", "type": _count},
    "--quiet": {"action": "store_true", "default": None},
    "--language": {"metavar": "LANGUAGE"},
    "--theme": {"metavar": "NAME"},
    "--clipboard": {"metavar": "WAY"},
    "--max-bytes": {"metavar": "N", "type": _count},
    "--index": {"metavar": "FOLDER"},
    "--aliases": {"metavar": "FILE"},
    "--today": {"metavar": "DATE"},
    "--who": {"metavar": "NAME"},
    "--type": {"metavar": "TYPE"},
    "--where": {"action": "store_true"},
    "--rebuild": {"action": "store_true"},
    "--fresh": {"action": "store_true"},
    "--host": {"metavar": "NAME"},
    "--port": {"metavar": "N", "type": _port},
    "--config": {"metavar": "FILE", "type": _path},
}
_OPTIONS_OF = {
    OPEN: ("--fresh", *OPEN_OPTIONS),
    "serve": ("--host", "--port", *OPEN_OPTIONS),
    "parse": ("--corpus", "--format", "--quiet", *COMMON),
    "cite": ("--corpus", "--quiet", "--index", "--aliases", *COMMON),
    "explain": ("--corpus", "--format", "--quiet", "--index", "--aliases", *COMMON),
    "index": ("--where", "--rebuild", "--quiet", "--index", *COMMON),
}
_LIST_OPTIONS = ("--corpus", "--format", "--limit", "--quiet", "--index", "--aliases", *COMMON)
_OPTIONS_OF["entity"] = ("--type", "--today", *_LIST_OPTIONS)
_OPTIONS_OF["tasks"] = ("--who", "--today", *_LIST_OPTIONS)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(message.removeprefix("argument "), hint=f"`{self.prog} --help` says what it takes")

    def _print_message(self, message: str, file: Any = None) -> None:
        """Print the help or the version; that there is no room for it is not passed over, as argparse does."""
        put(message.splitlines())


class _Help(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, f"{say('usage.usage')}: " if prefix is None else prefix)


def parser_of(command: str) -> argparse.ArgumentParser:
    """Return what parses the options of a command, and tells them in the language that is spoken."""
    prog = "dxtui" if command == OPEN else f"dxtui {command}"
    words = _WORDS.get(command, _QUERY)
    usage = f"{prog} {words} [OPTIONS]".replace("  ", " ")
    if command == OPEN:
        usage += "\n       dxtui COMMAND [...]"
        about = say("usage.about")
        epilog = say("usage.more", commands="\n".join(f"  {name:<10} {say(f'commands.{name}')}" for name in COMMANDS))
    else:
        what = say(f"commands.{command}")
        about = f"{what[0].upper()}{what[1:]}." if command in _SILENT else say("usage.prints", what=what)
        asked = f"{say('usage.how')}\n\n{say('usage.query')}" if "QUERY" in words else ""
        epilog = f"{say('usage.all')} {asked}" if words == _QUERY else asked
    parser = _Parser(
        prog=prog,
        usage=usage,
        description=about,
        epilog=epilog,
        allow_abbrev=False,
        formatter_class=_Help,
        add_help=False,
    )
    options = parser.add_argument_group(say("usage.options"))
    options.add_argument("-h", "--help", action="help", help=say("usage.help"))
    options.add_argument("--version", action="version", version=f"dxtui {__version__}", help=say("usage.version"))
    for option in _OPTIONS_OF.get(command, _LIST_OPTIONS):
        options.add_argument(option, **_OPTIONS[option], **_more(command, option))
    return parser


def _more(command: str, option: str) -> dict[str, Any]:
    """Return what is to be said of an option beside what it takes."""
    if option == "--type":
        from dxtui.model import ENTITY_TYPES  # Not on the way to the first paint.

        return {"choices": ENTITY_TYPES, "help": say("options.type", types=", ".join(ENTITY_TYPES))}
    key = "format_parse" if (command, option) == ("parse", "--format") else option[2:].replace("-", "_")
    return {"help": say(f"options.{key}")}
