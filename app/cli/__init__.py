"""The command line: one module per command, opened by `main(argv)` before Qt is ever imported."""

from app.cli.main import is_command, main

__all__ = ["is_command", "main"]
