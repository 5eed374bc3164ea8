"""An opening says what its pattern says, wherever it is asked."""

import re

import pytest

from dxtui.text.letters import letters_end
from dxtui.text.openings import Opening, begins

TEXT = "Điều 2. Giao Sở Y tế, các xã (100%) - trước ngày 5/3; mà “kế hoạch” đặt ra:\n1) năm 2025…  hiện nay №5 ß"

PATTERNS = (
    "(?:ab|c)d",
    r" {1,2}(?:hiện {1,3}+(?:nay|tại)|như)(?!\w)",
    "(?i:giao|trước) ",
    r"[-–•*+]?\s?\(?\d{1,3}(?:\.\d+)*[.)/]?",
    r"(?:,|,? và)[ \n](?:các|xã)",
    r"(?<=\d)[^\W\d_]|[“\"](?P<what>kế) hoạch",
    r"(?:t|đ)?r?ước",
    "(?:n|ng|đ)ày",
    r"(\d)/\d",
    r"\W{0,4}n",
    r"(?:[ ,]x)*+ \(",
    ".{2}a",
)


@pytest.mark.parametrize("written", PATTERNS)
def test_an_opening_is_where_its_pattern_is(written: str) -> None:
    pattern = re.compile(written)
    opening = Opening(pattern)
    for low in (TEXT, TEXT.lower(), TEXT.upper(), TEXT[::-1]):
        for at in range(len(low) + 2):
            for end in (at - 1, at + 1, at + 3, len(low), len(low) + 5):
                found, told = pattern.match(low, at, max(end, 0)), opening.match(low, at, max(end, 0))
                assert (found and found.span()) == (told and told.span())


def test_what_may_be_empty_begins_with_anything() -> None:
    assert begins(re.compile("a?")) == begins(re.compile("(?:)")) == begins(re.compile("x", re.IGNORECASE))


def test_a_group_of_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="do not know"):
        begins(re.compile("(?P<a>x)(?P=a)"))


def test_letters_end_where_the_pattern_of_letters_does() -> None:
    letters = re.compile(r"[^\W\d_]*")
    signs = "".join(map(chr, range(0x3000)))
    for at in range(len(signs)):
        found = letters.match(signs, at, at + 2)
        assert found is not None
        assert letters_end(signs, at, at + 2) == found.end()
