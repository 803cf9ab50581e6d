"""Turns callbacks of the app's threads into Qt signals on the GUI thread."""
