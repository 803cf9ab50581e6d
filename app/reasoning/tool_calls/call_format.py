"""How one family of models writes calls of tools, as data."""

from __future__ import annotations

from dataclasses import dataclass

from app.reasoning.tool_calls.call_body import CallBody
from app.reasoning.tool_calls.written_pattern import WrittenPattern


@dataclass(frozen=True, slots=True)
class CallFormat:
    """The syntax of calls. A call is a head, a body, and what closes it; heads are written as `WrittenPattern` says."""

    name: str
    """Stable name for logs and tests."""
    body: CallBody
    heads: tuple[str, ...] = ()
    """How a call may begin anywhere in an answer."""
    first_heads: tuple[str, ...] = ()
    """How one may begin an answer without any marker: only names of offered tools count there."""
    closings: tuple[str, ...] = ()
    """What may follow a call and belongs to it."""
    repeats: bool = False
    """Whether another body may follow without a head."""
    may_be_code: bool = False
    """Whether a reply that is nothing but calls of offered tools in a code block calls them: small models write so."""
    text_heads: tuple[str, ...] = ()
    """What text for people begins with, as if it were a call."""

    @property
    def literals(self) -> frozenset[str]:
        """All markup of it: a control token whose text is part of it must be printed."""
        inner = [literal for head in self.heads for literal in WrittenPattern.of(head).all_literals]
        return frozenset({*inner, *self.closings, *self.body.literals})
