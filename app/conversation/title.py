"""A conversation's title from its first question, without asking the model."""

from __future__ import annotations

import unicodedata

MAX_LENGTH = 60


def title_from_question(question: str) -> str:
    """Return the first line that says something, in one piece and cut between words; empty only for an empty question.

    Control and format characters (bidirectional overrides among them) are left out, since a title stands in a list.
    """
    for line in question.splitlines():
        visible = "".join(c if c.isprintable() else " " for c in line if unicodedata.category(c) not in {"Cf", "Cs"})
        title = " ".join(visible.split()).strip("#*`>-–— ")
        if title:
            return _cut(title)
    return " ".join(question.split())[:MAX_LENGTH]


def _cut(title: str) -> str:
    if len(title) <= MAX_LENGTH:
        return title
    cut = title[: MAX_LENGTH - 1]
    at_space = cut.rfind(" ")
    if at_space >= MAX_LENGTH // 2:
        cut = cut[:at_space]
    return cut.rstrip(" ,.;:–—-") + "…"
