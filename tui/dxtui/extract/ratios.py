"""Whether digits with a slash are a day and month or a part of a whole: 28/7, 25/25."""

from dxtui.extract.dates import dated, day_month_at, month_year_at
from dxtui.extract.draft import Draft
from dxtui.extract.leads import counted_follows
from dxtui.extract.page import Page
from dxtui.lexicon.before import Before
from dxtui.lexicon.times import day_leads, known_days

_LEADS = day_leads()
_KNOWN = known_days()


def day_or_ratio(page: Page, start: int, end: int, before: Before) -> Draft | None:
    """Return the date that the digits at `start` are, or None for a ratio."""
    date = month_year_at(page, start) or day_month_at(page, start)
    if date is None or date.end < end or before.rank or before.qualifier or counted_follows(page, date.end):
        return None
    if not date.day:
        return dated(page, start, date)
    led = _LEADS.match(page.back, page.size - start, page.size - page.start) is not None
    if led:
        return dated(page, start, date)
    if before.link:
        return None
    if date.day > date.month or page.low[start:end] in _KNOWN:
        return dated(page, start, date)
    return None
