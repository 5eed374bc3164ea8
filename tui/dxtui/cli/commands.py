"""What each command does. Explorer, tables and app are imported by the command that needs them: starting is quick."""

import gc
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dxtui.cli.arguments import COMMANDS, OPEN, OPEN_OPTIONS, Options
from dxtui.cli.streams import narrate, narrate_error, narrate_problems, put, quieten
from dxtui.errors import CorpusError, DxtuiError, UsageError
from dxtui.settings import Settings, fault, theme_tables
from dxtui.tomlfile import nearest
from dxtui.ui.words import say, spoken

if TYPE_CHECKING:
    from textual.theme import Theme

    from dxtui.cli.table import Column
    from dxtui.explorer import View
    from dxtui.model import Problem
    from dxtui.output import Shape

_BARE = ("dumb", "unknown")
"""What TERM says where lines can only be written below each other, as in a shell inside an editor."""


def run(options: Options) -> int:
    """Run the command that `options` name; return its exit code.

    Raises:
        DxtuiError: what went wrong.
    """
    flags = {
        name: getattr(options, name)
        for name in ("max_bytes", "language", "theme", "clipboard", "index", "aliases", "today")
    }
    quieten(bool(options.quiet))
    settings = Settings.load(options.config, flags)
    return _RUN.get(options.command, _list)(options, settings)


def _open(options: Options, settings: Settings) -> int:
    paths = _paths(options, settings)
    seen = sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()
    term = os.environ.get("TERM", "")
    if not os.environ.get("TEXTUAL_DRIVER") and (
        not seen or term in _BARE
    ):  # With it what shows the app is no terminal.
        raise UsageError(
            f"the app needs a terminal in which a cursor can be moved: TERM is {term}"
            if seen
            else "the app needs a terminal on standard input and output",
            hint=f"without one there are {', '.join(f'`dxtui {command}`' for command in COMMANDS)}",
        )
    # Until the first paint much is made and next to nothing becomes garbage; looking for it takes a tenth of the time.
    gc.disable()
    try:
        from dxtui.ui.launch import Launch
        from dxtui.ui.memory import Memory

        memory = Memory(paths, fresh=options.fresh or False)
        with Launch(settings, memory) as launch:
            themes = _check_looks(options, settings)
            from dxtui.ui.app import run

            return run(paths, settings, memory, themes, launch)
    finally:
        gc.enable()


def _paths(options: Options, settings: Settings) -> list[Path]:
    """Return the paths that the app is to open; raise CorpusError where it could not."""
    paths = [Path(word) for word in options.words]
    if paths:
        from dxtui.read import check

        try:
            check(paths, settings.max_bytes)
        except CorpusError as wrong:
            raise _meant_a_command(paths) or wrong from wrong
    return paths


def _check_looks(options: Options, settings: Settings) -> "list[Theme]":
    """Return the reader's own themes; raise SettingsError for a theme or keys that the app does not have.

    Only what shows the app asks: what prints has neither, and making the app's parts would take most of its time.
    """
    from dxtui.ui.app import keys_fault, theme_fault
    from dxtui.ui.themes import own

    themes = own(theme_tables(options.config))
    unknown = theme_fault(settings.theme, themes)
    if unknown is not None:
        raise fault("theme", unknown, options.config, vars(options))
    clash = keys_fault(settings.keys)
    if clash is not None:
        raise fault(*clash, options.config, vars(options), table="keys")
    return themes


def _serve(options: Options, settings: Settings) -> int:
    _paths(options, settings)
    _check_looks(options, settings)
    try:
        from dxtui.ui import served
    except ModuleNotFoundError as missing:
        from shlex import quote

        raise DxtuiError(
            "serve needs textual-serve, which is not installed",
            hint=f'{quote(sys.executable)} -m pip install ".[serve]", in the folder that dxtui was installed from',
        ) from missing

    host = (options.host or "127.0.0.1").strip()
    sockets = served.listen(host, 8000 if options.port is None else options.port)
    if served.open_to_others(sockets):
        narrate(say("cli.open_to_others"))
    narrate(say("cli.served", address=served.address_of(sockets[0])))
    given = ((option, getattr(options, option[2:].replace("-", "_"))) for option in OPEN_OPTIONS)
    flags = [f"{option}={value}" for option, value in given if value is not None]
    served.serve([*flags, "--", *options.words], sockets, host, spoken())
    return 0


def _meant_a_command(paths: Sequence[Path]) -> CorpusError | None:
    """Return the error for a first word that is no path but looks like a command."""
    word = str(paths[0])
    meant = {name.strip("-"): name for name in (*COMMANDS, "--help", "--version")}
    near = nearest(word, meant)
    if near is None or paths[0].exists():
        return None
    return CorpusError(f"{word}: no such file, folder or command", hint=f"did you mean `{meant[near]}`?")


def _parse(options: Options, settings: Settings) -> int:
    from dxtui.extract import extract
    from dxtui.output import json_text, reading_fields
    from dxtui.read import read

    paths = [*(options.corpus or ()), *(Path(word) for word in options.words)]
    there, gone = _parted(paths)
    documents, problems = read(there, settings.max_bytes)
    for wrong in gone:
        narrate_error(wrong)
    narrate_problems(problems, _telling(options, there))
    failed = False
    for document in documents:
        try:
            line = json_text(reading_fields(extract(document)))
        except Exception as fault:
            # A fault of ours in one document must not take the others from the reader.
            why = say("cli.failed", why=f"{type(fault).__name__}: {fault}")
            narrate_error(DxtuiError(f"{document.path}: {why}"))
            failed = True
        else:
            put([line])
    if gone:
        return gone[0].exit_code
    return DxtuiError.exit_code if failed else 0


def _parted(paths: Sequence[Path]) -> tuple[list[Path], list[CorpusError]]:
    """Return the paths that are there, and what is wrong with the others.

    Raises:
        CorpusError: none of them is there.
    """
    from dxtui.read import all_there

    there: list[Path] = []
    gone: list[CorpusError] = []
    for path in paths:
        try:
            all_there((path,))
        except CorpusError as wrong:
            gone.append(wrong)
        else:
            there.append(path)
    if gone and not there:
        raise gone[0]
    return there, gone


def _cite(options: Options, settings: Settings) -> int:
    from dxtui.cite import stands
    from dxtui.explorer import Explorer
    from dxtui.model.ids import KINDS, parse_id
    from dxtui.text.visible import visible

    explorer = Explorer.open(options.corpus or (), settings, tell=narrate)
    id = options.words[0].strip()
    put([visible(explorer.cite(id).text(spoken()))])
    parts = parse_id(id)
    if parts is not None and not stands(explorer.reading(parts.document), parts):
        narrate(say("cli.other_kind", kind=say(f"kinds.{KINDS[parts.kind]}")))
    return 0


def _explain(options: Options, settings: Settings) -> int:
    from dxtui.cli.lists import NOTE_COLUMNS
    from dxtui.explorer import Explorer
    from dxtui.output import NOTE

    explorer = Explorer.open(options.corpus or (), settings, tell=narrate)
    id = options.words[0]
    text = explorer.locate(id).document.text
    notes = [(note, text[note.start : note.end]) for note in explorer.explain(id)]
    _print(options, NOTE, NOTE_COLUMNS, notes)
    return 0


def _problems(options: Options, settings: Settings) -> int:
    from dxtui.cli.lists import PROBLEM_COLUMNS
    from dxtui.explorer import Explorer
    from dxtui.output import PROBLEM
    from dxtui.read import take_in
    from dxtui.read.aliases import aliases_of

    paths = options.corpus or ()
    aliases = aliases_of(settings.names(), paths)
    problems: Sequence[Problem] = [*take_in(paths, settings.max_bytes)[1], *aliases.problems]
    if aliases:  # What they mean is known once the names in the texts are.
        with suppress(CorpusError):
            problems = Explorer.open(paths, settings, tell=narrate).problems
    if not problems:
        narrate(say("cli.all_read"))
    _print(options, PROBLEM, PROBLEM_COLUMNS, problems)
    return 0


def _list(options: Options, settings: Settings) -> int:
    from dxtui.cli.lists import LISTS
    from dxtui.cli.progress import progress_bar
    from dxtui.explorer import Explorer
    from dxtui.explorer.view import MOST

    with progress_bar(quiet=options.quiet) as report:
        explorer = Explorer.open(options.corpus or (), settings, report=report, tell=narrate)
    narrate_problems(explorer.problems, _telling(options, options.corpus or ()))
    words = list(options.words)
    if options.who is not None:
        name = re.sub('["“”]', " ", options.who).strip()
        words.append(f'who:"{name}"')
    view = explorer.view(" ".join(words), most=max(MOST, options.limit or 0))
    _refuse(view)
    what = LISTS[options.command]
    rows = what.rows(view)
    _narrate_paths(options.words)
    _narrate_answer(options.command, view, rows)
    _print(options, what.shape(view), what.columns, rows, view)
    return 0


def _entity(options: Options, settings: Settings) -> int:
    from dxtui.cli.page import fields, lines
    from dxtui.explorer import Explorer
    from dxtui.output import json_text

    explorer = Explorer.open(options.corpus or (), settings, tell=narrate)
    narrate_problems(explorer.problems, _telling(options, options.corpus or ()))
    page = explorer.entity(" ".join(options.words), options.type)
    for other in page.others:
        narrate(say("cli.also", name=other.canonical, kind=say(f"types.{other.type}"), type=other.type))
    if page.capped:
        narrate(say("trips.capped", n=len(page.statements), total=page.total))
    put([json_text(fields(page, options.limit))] if options.format == "json" else lines(page, options.limit))
    return 0


def _index(options: Options, settings: Settings) -> int:
    from dxtui.store import place

    paths = [Path(word) for word in options.words]
    if options.where:
        put([str(place.folder(paths, settings.index) if paths else place.base(settings.index))])
        return 0
    from dxtui.cli.progress import progress_bar, summary_line
    from dxtui.store.corpus import bring_up

    with progress_bar(quiet=options.quiet) as report:
        summary = bring_up(
            place.folder(paths, settings.index), paths, settings.max_bytes, report, narrate, rebuild=options.rebuild
        )
    narrate(summary_line(summary))
    narrate_problems(summary.problems, _telling(options, paths))
    return 0


def _telling(options: Options, paths: Sequence[Path]) -> list[str]:
    """Return the options with which `dxtui problems` tells of what this command reads in `paths`."""
    told = [word for path in paths for word in ("--corpus", str(path))]
    for name in ("aliases", "max_bytes", "index", "config"):
        if (value := getattr(options, name)) is not None:
            told += [f"--{name.replace('_', '-')}", str(value)]
    return told


def _refuse(view: "View") -> None:
    """Raise UsageError for the first thing in the query that is not understood."""
    for start, end, message, hint in view.answer.query.problems:
        raise UsageError(f"query, from character {start + 1} to {end}: {message}", hint=hint)


_LONGEST_TOLD = 200
"""Code points of a query that are told again."""


def _narrate_answer(command: str, view: "View", rows: Sequence[Any]) -> None:
    answer = view.answer
    for typed, taken in answer.corrected:
        narrate(say("cli.taken", typed=typed, taken=taken))
    if answer.missing and (rows or view.statements):
        narrate(say("cli.without", words=", ".join(answer.missing)))
    for typed, near in answer.nearest:
        narrate(say("cli.nearest", typed=typed, near=", ".join(near)))
    if view.capped:
        shown = len(view.statements)
        narrate(say("cli.best", n=shown, total=view.total) if view.exact else say("cli.best_of_more", n=shown))
    if not rows:
        what = say(f"panes.{'statements' if command == 'search' else command}")
        asked = view.query.strip()
        query = asked if len(asked) <= _LONGEST_TOLD else f"{asked[:_LONGEST_TOLD]}…"
        narrate(say("cli.unmatched", rows=what, query=query) if asked else say("panes.empty", rows=what))
        if asked and view.statements:
            narrate(say("cli.sentences", n=view.total))


def _narrate_paths(words: Sequence[str]) -> None:
    """Tell of words of the query that may be meant as what to read."""
    for word in words:
        if os.path.exists(word):  # noqa: PTH110 - never raises
            narrate(say("cli.path", word=word))


def _print(
    options: Options,
    shape: "Shape[Any]",
    columns: "Sequence[Column[Any]]",
    rows: Sequence[Any],
    view: "View | None" = None,
) -> None:
    from dxtui import output
    from dxtui.cli.table import show

    rows = rows[: options.limit]
    if options.format == "table":
        show(columns, rows, view.matcher.spans if view is not None and view.query.strip() else None)
        return
    fields: Iterator[output.Fields] = map(shape, rows)
    match options.format:
        case "csv":
            put(output.csv_lines(shape.names, fields))
        case "csv-bom":  # Without the mark spreadsheets take UTF-8 for something else.
            put(["\ufeff" + next(lines := output.csv_lines(shape.names, fields))])
            put(lines)
        case "jsonl":
            put(output.json_lines(fields))
        case _:
            put(output.json_array(fields))


_RUN = {
    "entity": _entity,
    OPEN: _open,
    "serve": _serve,
    "parse": _parse,
    "cite": _cite,
    "explain": _explain,
    "problems": _problems,
    "index": _index,
}
"""What runs the commands that are no lists."""
