"""Turns the parser's inline tokens into text with spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markdown_it.token import Token

from app.documents.addresses import may_be_opened
from app.documents.rich_text import FORMULA_CHARACTER, LINE_BREAK, RichText, Span, SpanStyle

_OVERRIDES = {code: f"⟨U+{code:04X}⟩" for code in (0x202A, 0x202B, 0x202D, 0x202E)}
"""Characters that can make text read otherwise than it is written; isolates and marks are left to honest use."""

_OPENING = {
    "strong_open": SpanStyle.BOLD,
    "em_open": SpanStyle.ITALIC,
    "s_open": SpanStyle.STRUCK,
    "link_open": SpanStyle.LINK,
}
_CLOSING = {
    "strong_close": SpanStyle.BOLD,
    "em_close": SpanStyle.ITALIC,
    "s_close": SpanStyle.STRUCK,
    "link_close": SpanStyle.LINK,
}
_ELEMENTS = {
    "sub": SpanStyle.SUBSCRIPT,
    "sup": SpanStyle.SUPERSCRIPT,
    "kbd": SpanStyle.CODE,
    "samp": SpanStyle.CODE,
    "u": SpanStyle.ITALIC,
    "ins": SpanStyle.ITALIC,
    "mark": SpanStyle.BOLD,
    "summary": SpanStyle.BOLD,
}
"""What elements without a sign in Markdown look like; others are plain."""


def read_inline(tokens: Sequence[Token]) -> RichText:
    """Return the text of a paragraph's tokens. An address that may not be opened leaves its text plain."""
    writer = _Writer()
    for token in tokens:
        writer.take(token)
    return writer.rich_text()


class _Writer:
    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._spans: list[Span] = []
        self._open: list[SpanStyle] = []
        self._style = SpanStyle.PLAIN
        self._target = ""

    def take(self, token: Token) -> None:
        kind = token.type
        if kind == "text" or kind == "text_special":
            self._write(token.content.replace("\n", LINE_BREAK))
        elif kind in _OPENING:
            self._enter(_OPENING[kind], token)
        elif kind in _CLOSING:
            self._leave(_CLOSING[kind])
        elif kind == "softbreak" or kind == "hardbreak":
            self._write(LINE_BREAK)
        elif kind == "element_open":
            self._enter(_ELEMENTS.get(token.tag, SpanStyle.PLAIN), token)
        elif kind == "element_close":
            self._leave(_ELEMENTS.get(token.tag, SpanStyle.PLAIN))
        elif kind == "code_inline":
            self._write(token.content, SpanStyle.CODE)
        elif kind == "formula":
            display = SpanStyle.DISPLAY if token.meta["is_display"] else SpanStyle.PLAIN
            self._write(FORMULA_CHARACTER, SpanStyle.FORMULA | display, target=token.content)
        elif kind == "image":
            address = str(token.attrs.get("src", ""))
            self._write(token.content or address, SpanStyle.IMAGE, target=address)
        elif kind == "footnote_mark":
            self._write(token.content, SpanStyle.FOOTNOTE, target=token.content)
        elif token.content:
            self._write(token.content)

    def rich_text(self) -> RichText:
        text = "".join(self._pieces)
        end = len(text.rstrip(LINE_BREAK))
        if end == len(text):
            return RichText(text, tuple(self._spans))
        kept = (replace(span, length=min(span.length, end - span.start)) for span in self._spans if span.start < end)
        return RichText(text[:end], tuple(kept))

    def _enter(self, style: SpanStyle, token: Token) -> None:
        if style is SpanStyle.LINK:
            self._target = str(token.attrs.get("href", ""))
            if not may_be_opened(self._target):
                self._target = ""
                style = SpanStyle.PLAIN
        self._open.append(style)
        self._style = self._all_open()

    def _leave(self, style: SpanStyle) -> None:
        if style is SpanStyle.LINK:
            style = SpanStyle.LINK if self._target else SpanStyle.PLAIN
            self._target = ""
        if style in self._open:  # elements and emphasis may cross
            del self._open[len(self._open) - 1 - self._open[::-1].index(style)]
        self._style = self._all_open()

    def _all_open(self) -> SpanStyle:
        together = SpanStyle.PLAIN
        for style in self._open:
            together |= style
        return together

    def _write(self, text: str, style: SpanStyle = SpanStyle.PLAIN, target: str = "") -> None:
        if style is SpanStyle.PLAIN and self._style is SpanStyle.PLAIN and text.isascii():
            self._pieces.append(text)  # most of what is written
            self._length += len(text)
            return
        shown = text.translate(_OVERRIDES)
        if not style & SpanStyle.FORMULA:
            shown = shown.replace(FORMULA_CHARACTER, "\ufffd")
        if not shown:
            return
        style |= self._style
        target = target or (self._target if style & SpanStyle.LINK else "")
        if style is not SpanStyle.PLAIN:
            last = self._spans[-1] if self._spans else None
            is_same = last is not None and last.end == self._length and (last.style, last.target) == (style, target)
            if last is not None and is_same and not style & (SpanStyle.FORMULA | SpanStyle.FOOTNOTE):
                self._spans[-1] = Span(last.start, last.length + len(shown), style, target)
            else:
                self._spans.append(Span(self._length, len(shown), style, target))
        self._pieces.append(shown)
        self._length += len(shown)
