"""Footnotes while a text streams in: a reference is one before its definition has come."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.footnote import footnote_plugin

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
