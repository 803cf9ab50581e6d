"""`aside` and `python -m ui`: a command of the command line, or the window.

Nothing of Qt is imported at the top: the engine child is spawned and imports this module again, and commands do
without Qt.
"""

from __future__ import annotations

import sys

from app.environment import tidy_environment
from app.programs import forget_relative_folders


def main() -> int:
    """Run what the command line asks for and return the exit code."""
    if getattr(sys, "frozen", False):  # in a bundle the engine child starts here; it must not go on
        import multiprocessing

        multiprocessing.freeze_support()
    forget_relative_folders()
    tidy_environment()
    arguments = sys.argv[1:]
    if arguments:  # without any, the window opens without waiting for the command line's imports
        from app.interrupts import EarlyInterrupts

        interrupts = EarlyInterrupts(arguments)
        interrupts.take()
        from app.cli.main import is_command, main as run_command

        if is_command(arguments):
            return interrupts.finish(run_command(arguments, check_window=check_window, interrupts=interrupts))
        interrupts.release()
    start_fast()
    from ui.application import run_window

    return run_window(arguments[0] if arguments else "")


def start_fast() -> None:
    """Let the interpreter do nothing in vain while the window is imported and built; called before that.

    PySide has its own `__import__`, which reads the source of every module to see whether it uses `__feature__`, and
    Python keeps what was read: 13 MB. Nothing that is made until the first paint is garbage: `Assembly.start` looks
    for some again.
    """
    import builtins
    import gc

    gc.disable()
    import PySide6.QtCore  # noqa: F401 - puts its `__import__` in place

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def check_window() -> None:
    """Open the real window offscreen on a temporary data directory, and close it; raises what goes wrong."""
    from ui.application import check_window as check

    check()


if __name__ == "__main__":
    sys.exit(main())
