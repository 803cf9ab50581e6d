"""The one configuration of the Markdown parser: CommonMark, GFM, footnotes and formulas; no HTML.

Where models write otherwise it leaves CommonMark on purpose: a line break is a line break, emphasis works beside the
punctuation of every script, fences nest in fences of Markdown, table cells hold code and formulas whole, lists take
what is indented by two columns, and bare addresses end where their script ends. Each is a module of its own.
"""

from __future__ import annotations

import functools
import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from app.documents.autolink_rules import install_autolinks
from app.documents.element_rules import install_elements
from app.documents.emphasis_rules import install_emphasis
from app.documents.fence_rules import install_fences
from app.documents.list_rules import install_lists
from app.documents.math_rules import install_math
from app.documents.paragraph_rules import install_paragraphs
from app.documents.table_rules import install_tables
from app.documents.text_cuts import is_beyond_reading

DEEPEST = 10
"""Levels of nesting that are read; Python's stack bounds them. `GrowingDocument` shows what is deeper as text."""


class _Parser(MarkdownIt):
    def normalizeLinkText(self, link: str) -> str:  # noqa: N802  (the parser's name)
        """Show an address as it was written."""
        return link


@functools.cache
def markdown_parser() -> MarkdownIt:
    """Return the parser, which keeps nothing between two texts.

    HTML is text to it but for a few elements, and addresses are checked by whoever makes links of them.
    """
    parser = _Parser("commonmark", {"html": False, "maxNesting": DEEPEST * 4})
    parser.enable(["table", "strikethrough"])
    parser.disable(["html_block", "html_inline"])
    install_emphasis(parser)
    install_fences(parser)
    install_tables(parser)
    install_lists(parser)
    install_paragraphs(parser)
    install_autolinks(parser)
    install_elements(parser)
    install_footnotes(parser)
    install_math(parser)
    parser.core.ruler.at("inline", _inline_within_bounds)
    return parser


def missing_end(markdown: str) -> str:
    """Return the lines that end the code block in which a text ends, so that it takes nothing that comes behind."""
    tokens = markdown_parser().parse(markdown, {"references": {}, "is_growing": False})
    last = tokens[-1] if tokens else None
    return str(last.meta["closing"]) if last is not None and last.type == "fence" and last.level == 0 else ""


def _inline_within_bounds(state: StateCore) -> None:
    """Read the text of paragraphs; what no person wrote, and would take long to read, stays as it is."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        if token.children is None:
            token.children = []
        if is_beyond_reading(token.content):
            token.children.append(Token("text", "", 0, content=token.content))
        else:
            state.md.inline.parse(token.content, state.md, state.env, token.children)


# Footnotes while a text streams in: a reference is one before its definition has come.

_REFERENCE = re.compile(r"\[\^([^\s\[\]]{1,64})\]")


def install_footnotes(parser: MarkdownIt) -> None:
    """Add footnotes; definitions stay where they are written, instead of moving to an end that is yet to come."""
    parser.use(footnote_plugin)
    parser.core.ruler.disable("footnote_tail")
    parser.inline.ruler.disable(["footnote_inline", "footnote_ref"])
    parser.inline.ruler.before("link", "footnote_mark", _reference)


def _reference(state: StateInline, silent: bool) -> bool:
    found = _REFERENCE.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.push("footnote_mark", "", 0).content = found[1]
    state.pos = found.end()
    return True
