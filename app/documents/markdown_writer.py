"""Writes a piece of styled text as Markdown, for copying a part of a paragraph."""

from __future__ import annotations

import re

from app.documents.rich_text import FORMULA_CHARACTER, LINE_BREAK, RichText, Span, SpanStyle
from app.documents.text_direction import without_isolate

_SPECIAL = re.compile(r"([\\`*_\[\]])")


def write_markdown(rich: RichText, start: int, end: int) -> str:
    """Return characters `start` to `end` with the marks that make them look the same."""
    pieces: list[str] = []
    at = start
    for span in rich.spans:
        if span.end <= at or span.start >= end:
            continue
        begin, stop = max(at, span.start), min(end, span.end)
        pieces.append(_plain(rich.text[at:begin]))
        pieces.append(_marked(rich.text[begin:stop], span))
        at = stop
    pieces.append(_plain(rich.text[at:end]))
    return "".join(pieces)


def write_plain(rich: RichText, start: int, end: int) -> str:
    """Return characters `start` to `end` without marks; formulas as LaTeX."""
    pieces: list[str] = []
    at = start
    for span in rich.spans:
        if span.style & SpanStyle.FORMULA and start <= span.start < end:
            pieces += [rich.text[at : span.start], span.formula_source]
            at = span.end
        elif span.style & SpanStyle.CODE and span.start < end and span.end > at:
            stop = min(span.end, end)
            begin = max(at, span.start)
            pieces += [rich.text[at:begin], without_isolate(rich.text[begin:stop])]
            at = stop
    pieces.append(rich.text[at:end])
    return "".join(pieces).replace(LINE_BREAK, "\n").replace("\u2060", "")


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text).replace(LINE_BREAK, "  \n").replace(FORMULA_CHARACTER, "").replace("\u2060", "")


def _marked(text: str, span: Span) -> str:
    style, target = span.style, span.target
    if style & SpanStyle.FORMULA:
        return span.formula_source
    if style & SpanStyle.FOOTNOTE:
        return f"[^{target}]"
    if style & SpanStyle.CODE:
        text = without_isolate(text)
        ticks = "``" if "`" in text else "`"
        written = f"{ticks}{text}{ticks}"
    else:
        written = _plain(text)
    if style & SpanStyle.IMAGE:
        return f"![{written}]({target})"
    for flag, mark in ((SpanStyle.BOLD, "**"), (SpanStyle.ITALIC, "*"), (SpanStyle.STRUCK, "~~")):
        if style & flag:
            written = f"{mark}{written}{mark}"
    for flag, name in ((SpanStyle.SUBSCRIPT, "sub"), (SpanStyle.SUPERSCRIPT, "sup")):
        if style & flag:
            written = f"<{name}>{written}</{name}>"
    return f"[{written}]({target})" if style & SpanStyle.LINK and target else written
