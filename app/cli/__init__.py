"""The command line: one module per command, opened by `main(argv)` before Qt is ever imported."""
