"""A citation: the document, the exact words, and where they stand in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from dxtui.cite.quotation import LEFT_OUT, quotation
from dxtui.lexicon.tables import table
from dxtui.model.rows import Place
from dxtui.text.visible import visible_line

_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_LONGEST_FACT = 400
_LONGEST_TABLE = 2000
"""Rows of a table that are gone up to find its first."""


@dataclass(frozen=True, slots=True)
class Citation:
    """What a reader needs to find words again. What is not known is None; every string is plain text on one line."""

    id: str
    """What `dxtui cite` takes to give this citation again."""
    title: str
    """The document's title, or its first words in square brackets where it states none."""
    publisher: str | None
    """Who put the document out."""
    author: str | None
    """Its author as stated."""
    published: str | None
    """ISO date of publication."""
    event_date: str | None
    """ISO date of the event it reports."""
    place: str | None
    """Where that event took place."""
    url: str | None
    """Where the document can be found."""
    reference: str | None
    """The number and sign that its issuer gave it."""
    file: str
    """The name of the file it was read from."""
    quote: str | None = None
    """The statement as the document wrote it, line ends as spaces; a very long one is cut to what surrounds the span,
    with […] for what is left out. None where a whole document is cited."""
    surface: str | None = None
    """The span that is cited, such as a number, as the document wrote it; None where a whole document is cited."""
    start: int | None = None
    """First code point of the statement in the document's text."""
    end: int | None = None
    """Past its last code point."""
    line: int | None = None
    """The line of the document that the statement starts in, counted from 1."""
    header: str | None = None
    """The first row of the table that the statement is a row of; None where it is none."""

    def text(self, language: str = "en") -> str:
        """Return the citation as a few lines of plain text in `language`, leaving out what is not known."""
        words = table("citations")[language]
        lines = [self._quoted()] if self.quote else []
        lines.append(" ".join(_stopped(part) for part in (self.author, self.title, self._origin(words)) if part))
        lines.append(f"{self._position(words)} (dxtui cite {self.id})")
        if self.url:
            lines.insert(-1, self.url)
        return "\n".join(lines)

    def _quoted(self) -> str:
        """A row of a table says little without the table's first row, and not which of its cells is meant."""
        if self.header is None:
            return f"“{self.quote}”"
        cell = f"“{self.surface}”: " if self.surface != self.quote else ""
        return f"{cell}“{self.header} {LEFT_OUT} {self.quote}”"

    def _origin(self, words: Mapping[str, str]) -> str:
        number = words["number"].format(number=self.reference) if self.reference else None
        put_out = [part for part in (self.publisher, number, _dated(self.published, words)) if part]
        event = ", ".join(part for part in (_dated(self.event_date, words), self.place) if part)
        if self.event_date:
            event = words["event"].format(when=event)
            event = event if put_out else event[:1].upper() + event[1:]
        return ", ".join([*put_out, event] if event else put_out)

    def _position(self, words: Mapping[str, str]) -> str:
        if self.start is None:
            return self.file
        return words["position"].format(file=self.file, line=self.line, start=self.start, end=self.end)


def cite(place: Place, id: str) -> Citation:
    """Return the citation of `place`, which `id` names; the whole document where it spans all of it."""
    document = place.document
    whole = place.statement is None and place.start == 0 and place.end == len(document.text)
    known = Citation(
        id=id,
        title=_line(document.label) or "",
        publisher=_line(document.publisher),
        author=_line(document.author),
        published=_line(document.published),
        event_date=_line(document.event_date),
        place=_line(document.place),
        url=_line(document.url),
        reference=_line(document.reference),
        file=_line(document.path.name) or "",
    )
    if whole:
        return known
    start, end = place.start, place.end
    if place.statement is not None:
        start, end = min(start, place.statement.start), max(end, place.statement.end)
    return replace(
        known,
        quote=quotation(document.text, (start, end), (place.start, place.end)),
        surface=quotation(document.text, (place.start, place.end), (place.start, place.end)),
        start=start,
        end=end,
        line=document.text.count("\n", 0, start) + 1,
        header=_header(document.text, start, end),
    )


def _header(text: str, start: int, end: int) -> str | None:
    """Return the first row of the table that [start, end) is a row of, on one line; None where it is none or that."""
    if not _is_row(text[start:end]):
        return None
    first = line = text.rfind("\n", 0, start) + 1
    for _ in range(_LONGEST_TABLE):
        above = text.rfind("\n", 0, max(line - 1, 0)) + 1
        if line == 0 or not _is_row(text[above : line - 1]):
            break
        line = above
    if line == first:
        return None
    stop = text.find("\n", line)
    return quotation(text, (line, stop), (line, stop))


def _is_row(line: str) -> bool:
    return line.count("|") > 1 or "\t" in line.strip()


def _line(fact: str | None) -> str | None:
    """Return `fact` on one line without anything that acts on a terminal, or None where nothing is left."""
    if fact is None:
        return None
    words = " ".join(fact[: _LONGEST_FACT + 1].split())
    if len(words) > _LONGEST_FACT:
        words = words[:_LONGEST_FACT].rstrip() + "…"
    return visible_line(words) or None


def _dated(date: str | None, words: Mapping[str, str]) -> str | None:
    """Return an ISO date, month or year as people write it; anything else as it is."""
    if date is None or not _ISO.fullmatch(date):
        return date
    parts = dict(zip(("year", "month", "day"), map(int, date.split("-")), strict=False))
    return words[list(parts)[-1]].format(iso=date, **parts)


def _stopped(part: str) -> str:
    return part if part.endswith((".", "?", "!", "…")) else f"{part}."
