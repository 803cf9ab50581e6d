"""What an engine can be asked for; what it cannot is greyed out, with the reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Capabilities:
    """Of an engine with a model; whether that thinks, sees or takes tools is told by its `ModelInfo`."""

    ends_thoughts: bool = False
    """Ends a running thought: the answer comes then."""
    nudges: bool = False
    """Puts hints into a running thought."""
    bounds_thoughts: bool = False
    """Ends a thought after so many tokens."""
    prefills: bool = False
    """Goes on from a reply's given beginning."""
    counts: bool = False
    """Says how many tokens a prompt takes."""
    reads_ahead: bool = False
    """Reads a prompt while it is typed."""
    samples: bool = False
    """Writes several replies to one prompt."""
    tools: bool = False
    """Tells calls of tools from the answer."""
    images: bool = False
    """Shows pictures to models that see."""
    runs_at_once: int = 1
    """How many runs it takes at a time; more are slower each, and faster together."""
