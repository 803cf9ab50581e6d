"""Text that people read: the marker for translation, and numbers in words."""

from __future__ import annotations


def translatable(template: str) -> str:
    """Return `template` unchanged; the extraction script collects the argument of every call for translation."""
    return template


def format_bytes(size_bytes: int) -> str:
    """Return a size in decimal units with at most one decimal, as download pages print it: `4.7 GB`."""
    size = float(size_bytes)
    for unit in ("B", "kB", "MB", "GB"):
        if size < 999.5 or unit == "GB":
            return f"{size:.0f} {unit}" if unit in ("B", "kB") or size >= 100 else f"{size:.1f} {unit}"
        size /= 1000
    raise AssertionError("unreachable: the loop ends with GB")


def format_duration(seconds: float) -> str:
    """Return a duration in words short enough for a label: `0.4 s`, `12 s`, `3 min 5 s`, `2 h 10 min`."""
    if seconds < 9.95:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"
