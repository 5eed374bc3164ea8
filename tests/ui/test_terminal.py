"""The real program in a pseudo-terminal."""

import re
import signal
import termios
import unicodedata

import pytest

from dxtui.explorer import Explorer
from dxtui.settings import Settings

PANES = ["Documents", "Entities", "Figures", "Statements", "Source"]


@pytest.fixture(scope="module")
def explorer():
    return Explorer.open([], Settings.load())


def test_from_a_few_letters_to_a_copied_citation(terminal, explorer):
    best = explorer.view("ho so truc tuyen").figures[0]
    screen = terminal()
    screen.until_seen(f"3 Figures {len(explorer.everything.figures)}")
    screen.until_seen(explorer.everything.figures[0].place.surface)
    screen.send("/", "ho so truc tuyen", "\r")
    screen.until_seen(" ".join(best.place.quote.split()))
    screen.send("y")
    screen.until(lambda: bool(screen.copied()))
    copied = screen.copied()[-1]
    assert copied == explorer.cite(best.id).text()
    assert " ".join(best.place.quote.split()) in copied
    assert best.place.document.label in copied
    screen.until_seen("OSC 52")
    screen.send("\x1b", pause=0.3)
    screen.send("Y")
    screen.until(lambda: len(screen.copied()) == 2)
    assert screen.copied()[-1] == explorer.cite(best.id).quote
    screen.until_seen("The quote, sent to")
    screen.send("\x1b", pause=0.3)
    screen.send("q")
    assert screen.end() == 0


def test_a_terminal_that_copies_is_told_apart(terminal):
    screen = terminal()
    screen.ready()
    screen.until(lambda: b"\x1b[c" in screen.raw)
    screen.send("\x1b[?62;4;2", "2;52c", "y")
    screen.until(lambda: bool(screen.copied()))
    screen.until_seen("Copied the citation to the terminal")


def test_everything_typed_ahead_in_one_burst_keeps_its_order(terminal, explorer):
    best = explorer.view("ho so truc tuyen").figures[0]
    screen = terminal()
    screen.ready()
    screen.send("/ho so truc tuyen\ry")
    screen.until(lambda: bool(screen.copied()))
    assert screen.copied() == [explorer.cite(best.id).text()]


def test_help_asked_for_while_the_documents_are_read_stays(terminal, explorer):
    screen = terminal()
    screen.ready()
    screen.send("?")
    screen.until_seen("Here and now")
    screen.until(lambda: f"3 Figures {len(explorer.everything.figures)}" in screen.lines()[1])
    assert "Here and now" in screen.seen()
    screen.send("\x1b")
    screen.until_seen(explorer.everything.figures[0].place.surface)


def test_keys_of_a_burst_are_done_one_after_the_other(terminal, explorer):
    screen = terminal()
    screen.until_seen(f"3 Figures {len(explorer.everything.figures)}")
    screen.send("jjy")  # A key behind one that moves finds what that selected.
    screen.until(lambda: bool(screen.copied()))
    told = explorer.cite(explorer.everything.figures[2].id).text()
    assert screen.copied() == [told]
    screen.until_seen("The citation, sent to")
    screen.send("x", pause=0.2)
    screen.raw = b""
    screen.send("yq")  # Copying is done before the next key, which does not reach the list below what is told of it.
    screen.until(lambda: bool(screen.copied()))
    screen.until_seen("The citation, sent to")
    screen.send("x", pause=0.2)
    screen.send("q")
    assert screen.end() == 0
    assert screen.copied() == [told]
    assert b"Traceback" not in screen.raw


BURSTS = [
    ["vie\x7fêt\x7f\x7fệt"],
    ["vie", "\x7fê", "t", "\x7f\x7fệt"],
    ["vie\x08êt\x08\x08ệt"],
    [unicodedata.normalize("NFD", "việt")],
    ["vie", "\u0323", "\u0302", "t"],
    ["\x1b[200~việt\x1b[201~"],
    ["\x1b[200~" + unicodedata.normalize("NFD", "việt") + "\r\n\x1b[201~"],
    [b"vi", "ệ".encode()[:1], "ệ".encode()[1:] + b"t"],
    ["viet\x1b[D\x7f", "ệ"],
]


def test_input_methods_write_what_they_mean(terminal):
    screen = terminal()
    screen.ready()
    screen.send("/")
    for bursts in BURSTS:
        screen.send("\x15", "?")  # Emptied, then something that is not there afterwards.
        screen.until(lambda: screen.lines()[0].split()[:2] == ["/", "?"])
        screen.send("\x7f", *bursts)
        screen.until(lambda: "việt" in screen.lines()[0])
        screen.read(0.05)
        assert screen.lines()[0].split()[:2] == ["/", "việt"], bursts


def test_a_long_paste_does_not_hold_it_up(terminal):
    screen = terminal()
    screen.ready()
    screen.send("/")
    screen.send("\x1b[200~" + "hồ sơ\n" * 20_000 + "\x1b[201~")
    screen.until(lambda: "hồ sơ" in screen.lines()[0])
    screen.send("\x15")
    screen.send("muc tieu")
    screen.until(lambda: "muc tieu" in screen.lines()[0])


def test_it_follows_the_size_of_the_terminal(terminal):
    screen = terminal(columns=80, rows=24)
    screen.until_seen("4 Statements")
    screen.until(lambda: "q quit" in screen.lines()[-1])
    screen.raw = b""
    screen.resize(130, 40)
    screen.until(lambda: "q quit" in screen.lines()[-1] and "╮" in screen.lines()[1])
    screen.until(lambda: all(f"{number} {pane}" in screen.seen() for number, pane in enumerate(PANES, 1)))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_being_ended_leaves_the_terminal_as_it_was(terminal, number):
    screen = terminal()
    screen.ready()
    screen.process.send_signal(number)
    assert screen.end() == 128 + number
    assert termios.tcgetattr(screen.slave)[:4] == screen.before[:4]
    assert b"\x1b[?1049l" in screen.raw


def test_what_cannot_be_opened_ends_with_one_line_and_its_code(terminal, tmp_path):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text("Có 5 hồ sơ.")
    (tmp_path / "corpus" / "corpus.toml").write_text("[documents\n")
    screen = terminal(str(tmp_path / "corpus"))
    assert screen.end() == 3
    told = screen.raw.decode().rpartition("\x1b")[2]
    assert "corpus.toml" in told
    assert "Traceback" not in screen.raw.decode()


def test_a_document_cannot_speak_to_the_terminal(terminal, tmp_path):
    text = "[/] [@click=app.quit]Có[/] \x1b]52;c;aGFja2Vk\x07 \x1b[?1049l \x1b]0;title\x07 5 hồ sơ \x9b2J \u202eabc.\n"
    (tmp_path / "hostile.txt").write_text(text, encoding="utf-8")
    screen = terminal(str(tmp_path / "hostile.txt"))
    screen.until_seen("␛]52;c;aGFja2Vk␇")
    assert screen.copied() == []
    assert b"\x1b]0;title" not in screen.raw
    assert b"\x1b[?1049l" not in screen.raw
    screen.send("y")
    screen.until(lambda: bool(screen.copied()))
    assert all(char.isprintable() or char == "\n" for char in screen.copied()[0])


def test_bytes_that_are_not_utf8_do_not_end_it(terminal):
    screen = terminal()
    screen.send(b"\xff\xc3(\x7f\x7f", pause=0.5)
    screen.ready()
    screen.send(b"/\xff\xc3(\xe1\xbb", "ho so")
    screen.until(lambda: "ho so" in screen.lines()[0])


@pytest.mark.parametrize("kind", ["dumb", "unknown"])
def test_a_terminal_that_cannot_show_it_is_told_so(terminal, kind):
    screen = terminal(TERM=kind)
    assert screen.end() == 2
    told = screen.raw.decode()
    assert f"TERM is {kind}" in told
    assert "`dxtui figures`" in told
    assert "\x1b" not in told


def colours(raw):
    """Return the codes by which colours were asked for, those of the sixteen as "few"."""
    found = set()
    for codes in re.findall(rb"\x1b\[([0-9;]*)m", raw):
        parts = [int(part or 0) for part in codes.split(b";")]
        if 38 in parts or 48 in parts:
            found.add("many")
        elif any(30 <= part <= 37 or 40 <= part <= 47 or 90 <= part <= 107 for part in parts):
            found.add("few")
    return found


@pytest.mark.parametrize(
    ("environment", "shown", "key"),
    [
        ({"TERM": "vt100"}, None, "q"),
        ({"TERM": "screen"}, None, "\x03"),
        ({"TERM": "of-nobody"}, None, "\x11"),
        ({"TERM": ""}, None, "q"),
        ({"NO_COLOR": "1"}, set(), "q"),
        ({"NO_COLOR": "", "TERM": "xterm"}, {"few"}, "\x03"),
        ({"TERM": "linux"}, {"few"}, "\x11"),
        ({"TERM": "xterm-256color"}, {"many"}, "q"),
    ],
    ids=str,
)
def test_any_terminal_shows_it_in_the_colours_that_it_has_and_is_left_as_it_was(terminal, environment, shown, key):
    screen = terminal(columns=97, rows=31, **{"COLORTERM": ""} | environment)
    screen.until_seen("mục tiêu")
    assert "q quit" in screen.lines()[30]
    screen.send("2", pause=0.5)
    if shown is not None:
        assert colours(screen.raw) == shown
        assert b"\x1b[1m" in screen.raw or re.search(rb"\x1b\[1;", screen.raw)
        assert re.search(rb"\x1b\[(?:\d+;)*7(?:;\d+)*m", screen.raw) or shown == {"many"}
    screen.send(key)
    assert screen.end() == 0
    assert termios.tcgetattr(screen.slave)[:4] == screen.before[:4]
    for on, off in (("1049h", "1049l"), ("25l", "25h"), ("1000h", "1000l"), ("2004h", "2004l")):
        assert screen.raw.rindex(f"\x1b[?{off}".encode()) > screen.raw.rindex(f"\x1b[?{on}".encode())
