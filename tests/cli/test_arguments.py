"""Which command, words and options a command line stands for."""

import re
import shlex
from pathlib import Path

import pytest

from dxtui.cli import parser
from dxtui.cli.arguments import COMMANDS, OPEN, OPTIONS, arguments
from dxtui.errors import UsageError
from dxtui.ui.words import say, speak


@pytest.mark.parametrize(
    ("line", "command", "words"),
    [
        ("", OPEN, []),
        ("a.txt b/", OPEN, ["a.txt", "b/"]),
        ("./figures", OPEN, ["./figures"]),
        ("a.txt figures", OPEN, ["a.txt", "figures"]),
        ("-- figures -x", OPEN, ["figures", "-x"]),
        ("--theme figures a.txt", OPEN, ["a.txt"]),
        ("--config f figures GDP", "figures", ["GDP"]),
        ("--config=f figures GDP", "figures", ["GDP"]),
        ("--corpus a figures", "figures", []),
        ("search ho so --limit 3 truc tuyen", "search", ["ho", "so", "truc", "tuyen"]),
        ("search -- -1,7%", "search", ["-1,7%"]),
        ("figures GDP -unit:% năm --limit 3 -1,7", "figures", ["GDP", "-unit:%", "năm", "-1,7"]),
        ("figures -unit:", "figures", ["-unit:"]),
        ("search -hoso -'đã bỏ'", "search", ["-hoso", "-đã bỏ"]),
        ("search parse", "search", ["parse"]),
        ("parse a.txt --format json", "parse", ["a.txt"]),
        ("cite k3v7x2m4qpta.f1-2 --corpus a --corpus b", "cite", ["k3v7x2m4qpta.f1-2"]),
        ("problems", "problems", []),
        ("-", OPEN, ["-"]),
    ],
)
def test_command_and_words(line: str, command: str, words: list[str]) -> None:
    found = arguments(shlex.split(line))
    assert (found.command, found.words) == (command, words)


def test_options_have_their_values_and_none_where_not_given() -> None:
    found = arguments(["figures", "--corpus", "a b", "--corpus=c", "--limit", "5", "--format=csv", "--max-bytes", "9"])
    assert (found.corpus, found.limit, found.format, found.max_bytes) == ([Path("a b"), Path("c")], 5, "csv", 9)
    assert (found.theme, found.clipboard, found.config) == (None, None, None)


def test_the_format_that_is_meant_where_none_is_named() -> None:
    assert arguments(["figures"]).format == "table"
    assert arguments(["parse"]).format == "json"


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("figures --fromat json", "unknown option --fromat", "did you mean `--format`?"),
        ("figures --json", "unknown option --json", "did you mean `--format json`?"),
        ("figures --foo", "unknown option --foo", "says what it takes"),
        ("--theem nord", "unknown option --theem", "did you mean `--theme`?"),
        ("-1,7", "unknown option -1,7", "after --"),
        ("figures -f json", "unknown option -f", "after --"),
        ("figures -format json", "unknown option -format", "`--format`"),
        ("parse -a.txt", "unknown option -a.txt", "after --"),
        ("cite x --format json", "dxtui cite takes no --format", "dxtui cite --help"),
        ("figures --format xml", "'xml' is none of table, json, jsonl, csv", "dxtui figures --help"),
        ("figures --format jsom", "'jsom' is none of", "did you mean `json`?"),
        ("parse --format csv", "'csv' is none of json, jsonl", "dxtui parse --help"),
        ("figures --format", "--format", "dxtui figures --help"),
        ("figures --limit 0", "'0' is not a whole number of 1 or more", "dxtui figures --help"),
        ("figures --limit ٣", "'٣' is not a whole number of 1 or more", "dxtui figures --help"),
        ("figures --limit 1e9", "'1e9' is not", "dxtui figures --help"),
        ("search", "dxtui search needs a query", "QUERY"),
        ("search ''", "dxtui search needs a query", "QUERY"),
        ("search ' ' '\t'", "dxtui search needs a query", "QUERY"),
        ("cite", "dxtui cite takes one id", "ID"),
        ("cite a b", "dxtui cite takes one id", "ID"),
        ("problems x", "dxtui problems takes no 'x'", "--corpus"),
        ("--limt 5 figures", "unknown option --limt", "`--limit`"),
    ],
)
def test_what_is_not_understood(line: str, message: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        arguments(shlex.split(line))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert hint in (caught.value.hint or "")


@pytest.mark.parametrize("command", ["", "parse"])
def test_an_empty_path_is_no_path(command: str) -> None:
    with pytest.raises(UsageError, match="a path is empty"):
        arguments([*command.split(), ""])


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_names_what_there_is(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        arguments([*command.split(), "--help"])
    said = capsys.readouterr()
    assert (caught.value.code, said.err) == (0, "")
    assert said.out.startswith(f"usage: dxtui {command}".rstrip())
    wanted = COMMANDS if not command else (say(f"commands.{command}")[1:], "--config")
    assert all(word in said.out for word in wanted)
    assert (say("usage.query") in said.out) == (command in ("documents", "figures", "entities", "tasks", "search"))


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_told_in_either_language(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        with pytest.raises(SystemExit):
            arguments([*command.split(), "--help", "--language", "vi"])
        said = capsys.readouterr().out
        assert said.startswith(f"cách dùng: dxtui {command}".rstrip())
        assert not re.search(r"\b(usage|options|show|print|the)\b", said.replace("[OPTIONS]", ""))
        assert all(len(line) <= 120 for line in said.splitlines())
    finally:
        speak("en")


def test_every_option_has_its_help_and_a_parser() -> None:
    assert set(OPTIONS) == set(parser._OPTIONS)
    assert set(parser._OPTIONS_OF) <= {*COMMANDS, OPEN}
