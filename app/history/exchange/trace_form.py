"""In which forms a trace is written to a file. Imports no writer: the window offers them before one is needed."""

from __future__ import annotations

import enum

TRACE_FORMAT = "aside-trace"
"""What a trace as JSON calls itself."""


class TraceForm(enum.StrEnum):
    """What the file holds; the value is its ending."""

    MARKDOWN = "md"
    WEB_PAGE = "html"
    JSON = "json"
    """With the confidence of each token, if that was kept."""
