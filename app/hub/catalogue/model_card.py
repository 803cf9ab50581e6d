"""The first sentences of a model card, as plain text: what a person wants to know, without the badges."""

from __future__ import annotations

import html
import re

_LONGEST_CARD = 200_000
_ENOUGH = 600
_FRONT_MATTER = re.compile(r"\A\s*---\s*\n.*?\n---\s*\n", re.DOTALL)
_DROPPED_BLOCKS = re.compile(r"```.*?(?:```|\Z)|<!--.*?(?:-->|\Z)|<(style|script)\b.*?(?:</\1>|\Z)", re.DOTALL | re.I)
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^)\n]{0,500}\)")
_LINK = re.compile(r"\[([^\[\]\n]{0,500})\]\([^)\n]{0,500}\)")
_TAG = re.compile(r"<[^<>\n]{0,2000}>")
_NOT_PROSE = re.compile(r"\s*(?:#|\||[-*+]\s|\d+\.\s|>|={3,}|-{3,}|:?-+:?\|)")
_EMPHASIS = re.compile(r"(\*\*|__|\*|`)")


def first_words(card: str) -> str:
    """Return the card's first paragraphs of prose, at most some 600 characters; empty if there are none."""
    text = _FRONT_MATTER.sub("", card[:_LONGEST_CARD], count=1)
    text = _DROPPED_BLOCKS.sub("\n\n", text)
    words: list[str] = []
    length = 0
    for paragraph in re.split(r"\n\s*\n", text):
        prose = _prose(paragraph)
        if len(prose.split()) < 6:
            continue
        words.append(prose)
        length += len(prose)
        if length >= _ENOUGH // 2:
            break
    joined = "\n\n".join(words)
    if len(joined) <= _ENOUGH:
        return joined
    cut = joined[:_ENOUGH]
    sentence = cut.rfind(". ")
    return cut[: sentence + 1] if sentence > _ENOUGH // 3 else cut.rsplit(" ", 1)[0] + "…"


def _prose(paragraph: str) -> str:
    lines = [line for line in paragraph.splitlines() if not _NOT_PROSE.match(line)]
    text = _IMAGE.sub("", " ".join(lines))
    text = _LINK.sub(r"\1", text)
    text = _EMPHASIS.sub("", _TAG.sub("", text))
    return " ".join(html.unescape(text).split())
