"""`python -m dxtui` is the command `dxtui`."""

import sys

from dxtui.cli import main

if __name__ == "__main__":
    sys.exit(main())
