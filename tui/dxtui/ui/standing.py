"""The years of a body or province, and what became of it, in words."""

from dxtui.lexicon.standing import Standing
from dxtui.ui.words import say


def standing_words(known: Standing, *, part: bool) -> str:
    """Return in one line since when and until when it was, and what it became; with `part` what it went into."""
    told = []
    if known.until is not None:
        years = f"{known.since}-{known.until}"
        told.append(years if known.since is not None else say("trips.until", year=str(known.until)))
    elif known.since is not None:
        told.append(say("trips.since", year=str(known.since)))
    if known.now:
        told.append(say("trips.part", name=known.now) if part else say("trips.now", name=known.now))
    if known.merged:
        told.append(say("trips.merged", names=", ".join(known.merged)))
    return ", ".join(told)
