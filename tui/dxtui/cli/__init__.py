"""The command line: parse arguments, ask the explorer, print. The app is imported only by the command that opens it."""

from dxtui.cli.main import main

__all__ = ["main"]
