"""A document as it was read, and what could not be read."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Document:
    """One text and what is known of it. Facts that neither the text nor a corpus.toml states are None."""

    id: str
    """Named by its text: see `dxtui.model.ids`."""
    path: Path
    """The file it was read from, as the user would write it."""
    text: str
    """The whole text, NFC with LF line ends and no byte order mark; every span counts its code points."""
    title: str | None = None
    """The title as stated."""
    publisher: str | None = None
    """The newspaper, agency or body that put it out."""
    author: str | None = None
    """The author's name as stated, one string."""
    published: str | None = None
    """ISO date of publication, "2023-12-28", "2023-12" or "2023"."""
    event_date: str | None = None
    """ISO date of the event it reports."""
    place: str | None = None
    """Where the event took place."""
    url: str | None = None
    """Where the text can be found."""
    reference: str | None = None
    """The number and sign that its issuer gave it, "214/BC-UBND"."""

    @property
    def label(self) -> str:
        """The title, or the first words of the text in square brackets where it has none."""
        if self.title:
            return self.title
        words = self.text[:400].split()
        first = " ".join(words[:8])[:60]
        more = "…" if len(first) < len(" ".join(self.text[:500].split())) else ""
        return f"[{first}{more}]" if first else f"[{self.path.name}]"

    def slice(self, start: int, end: int) -> str:
        """Return `text[start:end]`; quicker where the text is not in memory."""
        return self.text[start:end]


_SAME = "same text as "


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that was not taken in, and why; or one that was, with something a reader should know."""

    path: Path
    """The file or folder, as the user would write it."""
    reason: str
    """One line, lower case, without the path."""

    @classmethod
    def copy(cls, path: Path, other: str) -> "Problem":
        """Return the note that a file holds the same text as another, under whose name it is read."""
        return cls(path, f"{_SAME}{other}")

    @property
    def is_copy(self) -> bool:
        """Whether nothing is missing for it: its text is there under another name."""
        return self.reason.startswith(_SAME)
