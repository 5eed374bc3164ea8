"""What a command line asks for: the command, its words and its options."""

from collections.abc import Sequence
from types import SimpleNamespace

from dxtui.cli.language import speak_as
from dxtui.errors import UsageError
from dxtui.tomlfile import nearest

Options = SimpleNamespace
"""What is asked for: `command`, `words` (paths, a query or an id), and every option by its name: None if not given."""

OPEN = "open"
"""The command that is meant where none is named: open the app."""

FORMATS = ("table", "json", "jsonl", "csv", "csv-bom")
"""How lists are printed."""

_PARSE_FORMATS = ("json", "jsonl")
_PAGE_FORMATS = ("table", "json")

COMMANDS = (
    "documents",
    "figures",
    "entities",
    "tasks",
    "search",
    "entity",
    "cite",
    "explain",
    "parse",
    "problems",
    "index",
    "serve",
)
"""The commands; config/interface.toml says what each prints."""

QUERIES = ("documents", "figures", "entities", "tasks", "search")
"""Those of them whose words are a query, in which `-word` leaves something out."""

OPTIONS = (
    "--corpus",
    "--format",
    "--limit",
    "--quiet",
    "--language",
    "--theme",
    "--clipboard",
    "--max-bytes",
    "--index",
    "--aliases",
    "--today",
    "--who",
    "--type",
    "--where",
    "--rebuild",
    "--fresh",
    "--host",
    "--port",
    "--config",
)
"""The options of all commands."""

COMMON = ("--language", "--max-bytes", "--config")
"""The options of every command."""

OPEN_OPTIONS = ("--theme", "--clipboard", "--index", "--aliases", "--today", *COMMON)
"""The options of opening the app."""


def arguments(argv: Sequence[str]) -> Options:
    """Return what `argv` asks for: `command`, `words` (paths, a query or an id) and every option, None where not given.

    Raises:
        UsageError: it holds what no command takes.
        SystemExit: it asks for the help or the version, which was printed.
    """
    if (bare := _bare(argv)) is not None:
        return bare
    ours, literal = list(argv), []
    if "--" in ours:
        at = ours.index("--")
        ours, literal = ours[:at], ours[at + 1 :]
    first = _first_word(ours)
    command = ours.pop(first) if first is not None and ours[first] in COMMANDS else OPEN
    from dxtui.cli.parser import parser_of

    speak_as(argv)
    parser = parser_of(command)
    found, rest = parser.parse_known_args(_shielded(ours) if command in QUERIES else ours, Options())
    words = []
    for word in rest:
        if word.startswith("-") and len(word) > 1:
            raise _unknown(word, parser.prog)
        words.append(word.removeprefix(_SHIELD))
    found.command = command
    found.words = words + literal
    _complete(found)
    _check(found, parser.prog)
    return found


def _bare(argv: Sequence[str]) -> Options | None:
    """Return what words alone ask for where none of them is an option or a command: to open them.

    Making a parser, which has nothing to do then, is a part of the time to the first paint.
    """
    if any(word.startswith("-") for word in argv) or (argv and argv[0] in COMMANDS):
        return None
    found = Options(command=OPEN, words=list(argv))
    _complete(found)
    _check(found, "dxtui")
    return found


def _complete(found: Options) -> None:
    """Say of every option that was not given that it was not."""
    for option in OPTIONS:
        name = option[2:].replace("-", "_")
        setattr(found, name, getattr(found, name, None))


def _first_word(argv: Sequence[str]) -> int | None:
    """Return where the first argument stands that is neither an option nor the value of one."""
    value_next = False
    for at, word in enumerate(argv):
        if not value_next and (not word.startswith("-") or word == "-"):
            return at
        value_next = not value_next and word in OPTIONS
    return None


_SHIELD = "\0"
"""Before a word it keeps the parser from taking it for an option; no argument of a process can hold it."""


def _shielded(argv: Sequence[str]) -> list[str]:
    """Return `argv` with a shield before what starts with one dash but cannot be an option: "-unit:%", "-1,7"."""
    out: list[str] = []
    for word in argv:
        one_dash = word[:1] == "-" and word[1:2] not in ("", "-")
        meant = one_dash and ((len(word) == 2 and word[1:].isalpha()) or f"-{word.split('=')[0]}" in OPTIONS)
        value = bool(out) and out[-1] in OPTIONS
        out.append(_SHIELD + word if one_dash and not meant and not value else word)
    return out


def _unknown(word: str, prog: str) -> UsageError:
    option = word.split("=")[0]
    if option in OPTIONS:
        return UsageError(f"{prog} takes no {option}", hint=f"`{prog} --help` says what it takes")
    if option.strip("-") in FORMATS:
        return UsageError(f"unknown option {word}", hint=f"did you mean `--format {option.strip('-')}`?")
    # Without the dashes, which make all options alike.
    near = nearest(option.strip("-"), (known.strip("-") for known in (*OPTIONS, "--help", "--version")))
    hint = f"did you mean `--{near}`?" if near else f"`{prog} --help` says what it takes; after -- all is words"
    return UsageError(f"unknown option {word}", hint=hint)


def _check(found: Options, prog: str) -> None:
    """Raise UsageError for words or a format that the command does not take."""
    command, words = found.command, found.words
    help_ = f"`{prog} --help` says what it takes"
    if command in ("cite", "explain") and len(words) != 1:
        raise UsageError(f"{prog} takes one id", hint=f"usage: {prog} ID [OPTIONS]; every list shows the ids")
    if command == "search" and not any(word.strip() for word in words):
        raise UsageError(f"{prog} needs a query", hint=f"usage: {prog} QUERY [OPTIONS]")
    if command == "entity" and not any(word.strip() for word in words):
        raise UsageError(f"{prog} needs a name", hint=f"usage: {prog} NAME [OPTIONS]")
    if found.host is not None and not found.host.strip():
        raise UsageError("--host: no name", hint=help_)
    if found.who is not None and not found.who.strip(' "“”'):
        raise UsageError("--who: no name", hint=help_)
    if command == "problems" and words:
        raise UsageError(f"{prog} takes no {words[0]!r}", hint=f"usage: {prog} --corpus PATH")
    if command == "index" and not (words or found.where):
        raise UsageError(f"{prog} needs a file or folder", hint=f"usage: {prog} PATH [...] [OPTIONS]")
    if command in (OPEN, "parse", "index", "serve") and "" in words:
        raise UsageError("a path is empty", hint=help_)
    formats = {"parse": _PARSE_FORMATS, "entity": _PAGE_FORMATS}.get(command, FORMATS)
    if found.format is None:
        found.format = formats[0]
    elif found.format not in formats:
        near = nearest(found.format, formats)
        hint = f"did you mean `{near}`?" if near else help_
        raise UsageError(f"--format: {found.format!r} is none of {', '.join(formats)}", hint=hint)
