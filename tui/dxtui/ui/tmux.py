"""What the tmux around the app can do for a text that is to be copied, asked of tmux itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from dxtui.ui.tool import run


@dataclass(frozen=True, slots=True)
class Tmux:
    """The tmux that the app runs in, as it stands now."""

    copies: bool
    """Whether it hands on to its terminal what it is given with `load-buffer -w`."""
    passes: bool
    """Whether it lets sequences through to its terminal."""
    remote: bool
    """Whether its reader sits at another machine, whatever the environment of the app says: tmux may have been
    started here and taken up from there."""

    @classmethod
    def ask(cls, environment: Mapping[str, str]) -> "Tmux | None":
        """Ask tmux; None where the app does not run in it or it does not answer."""
        if not environment.get("TMUX"):
            return None
        told = run(["tmux", "display-message", "-p", "#{client_termfeatures}\n#{allow-passthrough}"])
        if told is None:
            return None
        features, _, passes = told.partition("\n")
        session = run(["tmux", "show-environment", "SSH_CONNECTION"]) or ""
        return cls(
            copies="clipboard" in features.split(","),
            passes=passes.strip() in ("on", "all", "1", "2"),
            remote=session.startswith("SSH_CONNECTION="),
        )


def load(text: str) -> bool:
    """Put `text` into tmux's own buffer and on to the clipboard of its terminal; whether tmux took it."""
    return (
        run(["tmux", "load-buffer", "-w", "-"], text) is not None or run(["tmux", "load-buffer", "-"], text) is not None
    )
