"""`aside` and `python -m ui`: a command of the command line, or the window.

Nothing of Qt is imported at the top: the engine child is spawned and imports this module again, and commands do
without Qt.
"""

from __future__ import annotations

import multiprocessing
import sys


def main() -> int:
    """Run what the command line asks for and return the exit code."""
    multiprocessing.freeze_support()
    from app.cli.main import is_command
    from app.cli.main import main as run_command

    arguments = sys.argv[1:]
    if is_command(arguments):
        return run_command(arguments, check_window=check_window)
    from ui.application import run_window

    return run_window(arguments[0] if arguments else "")


def check_window() -> None:
    """Open the real window offscreen on a temporary data directory, and close it; raises what goes wrong."""
    from ui.application import check_window as check

    check()


if __name__ == "__main__":
    sys.exit(main())
