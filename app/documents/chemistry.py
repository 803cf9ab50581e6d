r"""What `\ce{2H2 + O2 -> 2H2O}` means, written as a formula: enough of mhchem for equations of reactions."""

from __future__ import annotations

import re

_ARROWS = (
    ("<=>", r"\rightleftharpoons "),
    ("<->", r"\leftrightarrow "),
    ("->", r"\rightarrow "),
    ("<-", r"\leftarrow "),
)
_TOKEN = re.compile(
    r"(?P<arrow><=>|<->|->|<-)(?:\[(?P<above>[^\]]*)\])?"
    r"|(?P<charge>\^(?:\{[^{}]*\}|[\d]*[+-]?))"
    r"|(?P<state>\((?:s|l|g|aq)\))"
    r"|(?P<element>[A-Z][a-z]?|\)|\])(?P<count>\d+)?(?P<sign>[+-](?![\w>]))?"
    r"|(?P<number>\d+(?:/\d+)?)"
    r"|(?P<plus>\s\+\s)"
    r"|(?P<gas>\s?\^(?=\s|$))"
    r"|(?P<space>\s+)"
    r"|(?P<other>.)",
    re.DOTALL,
)


def write_chemistry(text: str) -> str:
    """Return the LaTeX of a reaction or a substance."""
    return "".join(_write(found) for found in _TOKEN.finditer(text))


def _write(found: re.Match[str]) -> str:
    if found["arrow"]:
        arrow = dict(_ARROWS)[found["arrow"]]
        if found["above"] and found["arrow"] == "->":
            return rf"\xrightarrow{{\text{{{found['above']}}}}}"
        return f" {arrow}"
    if found["charge"]:
        return f"^{{{found['charge'][1:].strip('{}')}}}"
    if found["element"]:
        written = found["element"] if found["element"] in ")]" else rf"\mathrm{{{found['element']}}}"
        if found["count"]:
            written += f"_{{{found['count']}}}"
        return written + (f"^{{{found['sign']}}}" if found["sign"] else "")
    if found["state"]:
        return rf"\,\text{{{found['state']}}}"
    if found["number"]:
        return rf"{found['number']}\,"
    if found["plus"]:
        return " + "
    return found[0]
