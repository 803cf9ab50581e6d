"""How llama.cpp's log tells that memory was the reason of a failure: it has no code for it."""

from __future__ import annotations

_SIGNS = ("failed to allocate", "unable to allocate", "out of memory", "outofdevicememory", "cudamalloc failed")


def tells_of_memory(log: str) -> bool:
    """Return whether an allocation failed, in the computer's memory or on a device."""
    lowered = log.lower()
    return any(sign in lowered for sign in _SIGNS)
