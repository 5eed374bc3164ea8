"""The entry point: from arguments to an exit code, whatever goes wrong on the way."""

import os
import sys
from collections.abc import Sequence

from dxtui.cli import streams
from dxtui.cli.arguments import arguments
from dxtui.cli.commands import run
from dxtui.cli.language import speak_as
from dxtui.errors import DxtuiError

_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with these arguments, or those of the process; return the exit code.

    What goes wrong is one line on standard error, with a hint below it where there is one. The environment variable
    DXTUI_DEBUG shows the traceback of what nobody foresaw.
    """
    try:
        streams.prepare()
        code = _run(sys.argv[1:] if argv is None else argv)
        streams.flush()
    except BrokenPipeError:
        streams.abandon()
        return 0
    except KeyboardInterrupt:
        streams.abandon()
        return _INTERRUPTED
    except DxtuiError as error:
        speak_as(sys.argv[1:] if argv is None else argv)  # Whatever it is that went wrong.
        streams.narrate_error(error)
        return error.exit_code
    except Exception as error:
        if os.environ.get("DXTUI_DEBUG"):
            raise
        streams.abandon()
        streams.narrate_error(_unforeseen(error))
        return DxtuiError.exit_code
    return code


def _run(argv: Sequence[str]) -> int:
    try:
        return run(arguments(argv))
    except SystemExit as asked:  # The help or the version was printed.
        return int(asked.code or 0)


def _unforeseen(error: Exception) -> DxtuiError:
    if isinstance(error, FileNotFoundError) and not error.filename:  # Of all that is asked for only this has no name.
        return DxtuiError("the folder that dxtui was started in is gone", hint="start it in another one")
    if isinstance(error, OSError) and error.strerror:
        return DxtuiError(f"{error.filename}: {error.strerror}" if error.filename else error.strerror)
    return DxtuiError(f"{type(error).__name__}: {error}", hint="DXTUI_DEBUG=1 shows where")
