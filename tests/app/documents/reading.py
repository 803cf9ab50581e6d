"""Reads a text and writes what a reader would see as lines: containers, kinds of blocks, and styles in braces."""

from __future__ import annotations

from app.documents.blocks import Block, CodePart, FormulaBlock, Paragraph, TableRow
from app.documents.growing_document import GrowingDocument
from app.documents.rich_text import FORMULA_CHARACTER, LINE_BREAK, RichText, SpanStyle

_NAMES = {
    SpanStyle.BOLD: "b",
    SpanStyle.ITALIC: "i",
    SpanStyle.STRUCK: "s",
    SpanStyle.CODE: "c",
    SpanStyle.LINK: "a",
    SpanStyle.SUBSCRIPT: "sub",
    SpanStyle.SUPERSCRIPT: "sup",
}


def seen(text: str, *, step: int = 10**9) -> list[str]:
    """Return what is seen of a text that came in pieces of so many characters."""
    document = GrowingDocument()
    for at in range(0, len(text), step):
        document.append(text[at : at + step])
        while document.advance() is not None:
            pass
    document.finish()
    while document.advance() is not None:
        pass
    return [_line(block) for block in document.blocks]


def _line(block: Block) -> str:
    around = "".join(f"[{level.marker or '>'}]" if level.is_first else "[ ]" for level in block.levels)
    around += " " if around else ""
    match block:
        case Paragraph():
            return f"{around}{'#' * block.heading}{' ' if block.heading else ''}{written(block.text)}"
        case CodePart():
            return f"{around}code {block.language}: {block.code!r}"
        case FormulaBlock():
            return f"{around}$$ {block.latex}"
        case TableRow():
            return f"{around}| " + " | ".join(map(written, block.cells))
        case _:
            return f"{around}{type(block).__name__}"


def written(rich: RichText) -> str:
    """Return styled text with its styles in braces; a link shows its address if that is not its text."""
    pieces: list[str] = []
    at = 0
    for span in rich.spans:
        text = rich.text[span.start : span.end]
        pieces.append(rich.text[at : span.start])
        if span.style & SpanStyle.FORMULA:
            pieces.append(f"{{${span.target}$}}")
        else:
            names = "".join(name for style, name in _NAMES.items() if style & span.style)
            address = f" {span.target}" if span.target not in ("", text) else ""
            pieces.append(f"{{{names}:{text}{address}}}")
        at = span.end
    return ("".join(pieces) + rich.text[at:]).replace(LINE_BREAK, "/").replace(FORMULA_CHARACTER, "?")
