"""The page that a browser gets: one terminal over all of it. All that it loads comes from the server that sends it."""

from html import escape
from string import Template

from dxtui.ui.words import say

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self' $socket; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
"""What the page may load and do (Content-Security-Policy): nothing from elsewhere."""

_PAGE = Template("""\
<!DOCTYPE html>
<html lang="$language">
<head>
<meta charset="utf-8">
<title>dxtui</title>
<link rel="icon" href="data:,">
<link rel="preload" href="/static/fonts/RobotoMono-VariableFont_wght.ttf" as="font" type="font/ttf" crossorigin>
<link rel="stylesheet" href="/static/css/xterm.css">
<style>
@font-face { font-family: "Roboto Mono"; font-weight: 100 700;
  src: url("/static/fonts/RobotoMono-VariableFont_wght.ttf") format("truetype"); }
@font-face { font-family: "Roboto Mono"; font-weight: 100 700; font-style: italic;
  src: url("/static/fonts/RobotoMono-Italic-VariableFont_wght.ttf") format("truetype"); }
html, body { height: 100%; margin: 0; overflow: hidden; background: #121212; color: #e0e0e0; }
body { font: 16px "Roboto Mono", monospace; }
.textual-terminal { width: 100vw; height: 100vh; }
.told { position: absolute; inset: 0; z-index: 10; background: #121212;
  display: flex; gap: 2ch; align-items: center; justify-content: center; }
.told a { color: #ffa62b; }
body.-first-byte .opening, body:not(.-closed) .closed { display: none; }
</style>
<script src="/static/js/textual.js"></script>
</head>
<body>
<div class="told opening">$opening</div>
<div class="told closed"><span>$closed</span> <a href="/">$again</a></div>
<div id="terminal" class="textual-terminal" data-session-websocket-url="$socket/ws" data-font-size="$size"></div>
</body>
</html>
""")


def page(language: str, socket: str, size: int) -> str:
    """Return the page in the language that the app speaks; `socket` is where it listens: "ws://127.0.0.1:8000".

    `size` is that of the letters in pixels.
    """
    return _PAGE.substitute(
        language=language,
        socket=escape(socket),
        size=size,
        opening=escape(say("served.opening")),
        closed=escape(say("served.closed")),
        again=escape(say("served.again")),
    )


def policy(socket: str) -> str:
    """Return the policy of the page that listens at `socket`."""
    return Template(POLICY).substitute(socket=socket)
