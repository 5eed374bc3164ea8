"""The codes of legal texts, "66/2021/NĐ-CP", and the footnote's mark that a page may leave at their end."""

import re
from functools import cache

from dxtui.lexicon.tables import table
from dxtui.text.spelling import UPPER


@cache
def _marked() -> re.Pattern[str]:
    """Return the pattern of the last letters of a code with a mark, which is its group, behind them."""
    sessions = "|".join(map(re.escape, table("laws")["codes"]["sessions"]))
    return re.compile(rf"[-–/](?!(?:{sessions})\d)[{UPPER}]{{2,}}[a-zđ]?(\d{{1,2}})\Z")


def code_length(code: str) -> int:
    """Return how many code points of `code` are the code itself.

    >>> code_length("66/2021/NĐ-CP2"), code_length("20/2023/QH15")
    (13, 12)
    """
    mark = _marked().search(code) if code[-1:].isdecimal() else None
    return mark.start(1) if mark is not None else len(code)
