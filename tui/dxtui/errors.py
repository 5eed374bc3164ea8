"""The errors that a person is told of.

    DxtuiError              1  something went wrong; the message says what, where and what to do
    ├── UsageError          2  the command was given something it does not take
    │   ├── SettingsError   2  a settings file or value is not right
    │   └── AliasesError    2  an aliases.toml is not right
    ├── CorpusError         3  there is nothing to read, or what was asked for is not in it
    │   └── DescriptionError 3 a corpus.toml is not right
    └── ResourceError       1  the installation lacks its own data

The number is the exit code. Each message is one line; `hint` is a second one that says what to do.
"""


class DxtuiError(Exception):
    """Base of every error that ends as one line on stderr or a notice in the app.

    `hint`, where there is one, says what to do next.
    """

    exit_code = 1

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        """Take the message (what and where) and the hint (what to do)."""
        super().__init__(message)
        self.hint = hint


class UsageError(DxtuiError):
    """The command line, a query or a value is not one that dxtui takes."""

    exit_code = 2


class SettingsError(UsageError):
    """A settings file is unreadable, or a key or value in it is unknown; names file, key and the nearest spelling."""


class AliasesError(UsageError):
    """An aliases.toml is malformed; names file, key and the nearest right spelling."""


class CorpusError(DxtuiError):
    """A path is missing, a folder holds nothing to read, or an id names nothing in the corpus."""

    exit_code = 3


class DescriptionError(CorpusError):
    """A corpus.toml is malformed; names file, key and the nearest right spelling."""


class ResourceError(DxtuiError):
    """A file that comes with dxtui is missing or malformed."""
