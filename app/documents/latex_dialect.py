r"""LaTeX as models write it, put into the words that latex2mathml and ziamath know and set rightly.

What they do not know is found later, in the MathML; this only rewrites. Both are pure Python without bounds of their
own, so formulas that would take long are refused here.
"""

from __future__ import annotations

import re

LONGEST = 2500
DEEPEST = 8
MOST_CELLS = 300
MOST_PIECES = 900
MOST_COST = 5000
"""Setting takes twice as long with each level of nesting: a sum over characters of 2 to the power of their depth."""

_SUBSTITUTES: tuple[tuple[str, str], ...] = (
    (r"\\require\s*\{[^{}]*\}|\\(?:label|ref|eqref)\s*\{[^{}]*\}", ""),
    (r"\\(?:nonumber|notag|displaylimits|allowbreak|nobreak|null|relax|hfill|centering|noindent)(?![A-Za-z])", ""),
    (r"\\(?:begin|end)\s*\{(?:equation|displaymath|math|center)\*?\}", ""),
    (r"\\(begin|end)\s*\{(?:align|flalign|eqnarray|split|aligned|alignedat|alignat|multline)\*?\}", r"\\\1{align*}"),
    (r"(\\begin\{align\*\})\{\d+\}", r"\1"),
    (r"\\(begin|end)\s*\{gather(?:ed)?\*?\}", r"\\\1{matrix}"),
    (r"\\(begin|end)\s*\{(?:dcases|rcases)\*?\}", r"\\\1{cases}"),
    (r"\\(begin|end)\s*\{([pbvBV]?matrix)\*\}(?:\[[a-z]\])?", r"\\\1{\2}"),
    (r"\\(begin|end)\s*\{(?:tabular|darray)\}", r"\\\1{array}"),
    (r"\\\\\s*\[\s*-?[\d.]+\s*(?:pt|em|ex|mm|cm|px|in)\s*\]", r"\\\\ "),
    (r"\\tag\*?\s*\{([^{}]*)\}", r"\\qquad (\\text{\1})"),
    (r"\\operatorname\s*\*?\s*\{\s*(arg)\s*(?:\\[,;!: ]|~|\s)*\s*(min|max)\s*\}", r"\\\1\2 "),
    (r"\\operatorname\*\s*\{", r"\\operatorname{"),
    (r"\\DeclareMathOperator\*?\{[^{}]*\}\{[^{}]*\}", ""),
    (r"\\arg\s*(?:\\[,;!])?\s*\\(min|max)(?![A-Za-z])", r"\\arg\1 "),
    (r"\\not\s*=", r"\\neq "),
    (r"\\not\s*\\in(?![A-Za-z])", r"\\notin "),
    (r"\\not\s*\\(subset|subseteq|equiv|sim|exists|approx|mid|parallel|leq|geq)(?![A-Za-z])", r"\\n\1 "),
    (r"\\bmod(?![A-Za-z])", r"\\;\\mathrm{mod}\\;"),
    (r"\\pmod\s*(\d|[a-zA-Z])(?![A-Za-z])", r"\\pmod{\1}"),
    (r"\\pmod\s*\{", r"\\;(\\mathrm{mod}\\;\\pmodend{"),
    (r"\\lVert(?![A-Za-z])|\\rVert(?![A-Za-z])", r"\\|"),
    (r"\\(?:mathds|mathbbm|mathbbb)(?![A-Za-z])", r"\\mathbb"),
    (r"\\(?:textsc|textsl|mbox|hbox|fbox|textup|textnormal|textmd|emph)\s*\{", r"\\text{"),
    (r"\\fcolorbox\{[^{}]*\}\{[^{}]*\}\s*\{|\\colorbox\{[^{}]*\}\s*\{", r"\\boxed{"),
    (r"\\(?:bcancel|xcancel|sout|cancelto\{[^{}]*\})\s*\{", r"\\cancel{"),
    (r"\\(?:mathclap|mathllap|mathrlap|smash|vcenter|ensuremath)\s*\{", "{"),
    (r"\\(?:vphantom|strut)(?:\s*\{[^{}]*\})?", ""),
    (r"\\degree(?![A-Za-z])", r"^{\\circ}"),
    (r"\\(?:euro|texteuro)(?![A-Za-z])", "€"),
    (r"\\(?:textdollar|dollar)(?![A-Za-z])", r"\\$"),
    (r"\\textasciitilde(?![A-Za-z])", r"\\sim "),
    (r"\\(?:dd|differentialD)(?![A-Za-z])", r"\\mathrm{d}"),
    (r"\\qty\s*\(", r"\\left("),
    (r"\\(?:lt)(?![A-Za-z])", "<"),
    (r"\\(?:gt)(?![A-Za-z])", ">"),
    (r"\\R(?![A-Za-z])", r"\\mathbb{R}"),
    (r"\\N(?![A-Za-z])", r"\\mathbb{N}"),
    (r"\\Z(?![A-Za-z])", r"\\mathbb{Z}"),
    (r"\\Q(?![A-Za-z])", r"\\mathbb{Q}"),
    (r"\\C(?![A-Za-z])", r"\\mathbb{C}"),
    (r"\\(?:mathstrut|scriptspace)(?![A-Za-z])", ""),
    (r"\\Longleftarrow(?![A-Za-z])", r"\\Leftarrow "),
    (r"\\(?:implies)(?![A-Za-z])", r"\\;\\Longrightarrow\\;"),
    (r"\\(?:impliedby)(?![A-Za-z])", r"\\;\\Leftarrow\\;"),
    (r"\\(?:iff)(?![A-Za-z])", r"\\;\\Longleftrightarrow\\;"),
    (r"\\hspace\*?\s*\{\s*-[^{}]*\}", ""),
    (r"%[^\n]*(?=\n)", ""),
)
_COMPILED = tuple((re.compile(pattern), substitute) for pattern, substitute in _SUBSTITUTES)
_PIECE = re.compile(r"\\[A-Za-z]+|\\.|[^\s]", re.DOTALL)
_TEXT = re.compile(r"\\(?:text\w*|mathrm|mbox|operatorname\*?|begin|end)\s*\{[^{}]*\}(?<!end\{)", re.DOTALL)
_ESCAPED_PERCENT = "\ue000"
_CHEMISTRY = re.compile(r"\\ce\s*\{")
_SCRIPTED_END = re.compile(r"\\end\{([A-Za-z]+\*?)\}(?=\s*[\^_'])")
_DEGREES = re.compile(r"°")


class UnsupportedLatex(Exception):
    """The formula would be set wrongly, or would take too long."""


def to_supported_latex(latex: str) -> str:
    """Return the same formula in words that are set rightly; `UnsupportedLatex` if it is beyond all bounds."""
    if len(latex) > LONGEST or _cost(latex) > MOST_COST:
        raise UnsupportedLatex("too large")
    if latex.count("&") + latex.count(r"\\") > MOST_CELLS or re.search(
        r"\\(?:def|newcommand|let|input|write)\b", latex
    ):
        raise UnsupportedLatex("not a formula to be set here")
    text = latex.replace(r"\%", _ESCAPED_PERCENT)
    text = _with_chemistry(text)
    for pattern, substitute in _COMPILED:
        text = pattern.sub(substitute, text)
    text = _close_modulus(text)
    text = _with_bases(text)
    text = _DEGREES.sub(r"^{\\circ}", text) if r"\text" not in text else text
    return text.replace(_ESCAPED_PERCENT, r"\%").strip()


def _cost(latex: str) -> int:
    """Return about how long setting takes, in units of a character that is not nested."""
    depth = cost = pieces = 0
    for found in _PIECE.finditer(_TEXT.sub("xxxx", latex)):
        piece = found[0]
        if piece in ("{", r"\left", r"\begin"):
            depth += 1
        elif piece in ("}", r"\right", r"\end"):
            depth -= 1
        if depth > DEEPEST:
            return MOST_COST + 1
        pieces += 1
        cost += 1 << max(0, depth)
    return cost if pieces <= MOST_PIECES else MOST_COST + 1


def _with_chemistry(text: str) -> str:
    """Put what `\\ce{…}` says into formulas."""
    while (found := _CHEMISTRY.search(text)) is not None:
        end = _closing_brace(text, found.end())
        text = text[: found.start()] + write_chemistry(text[found.end() : end]) + text[end + 1 :]
    return text


def _close_modulus(text: str) -> str:
    """`\\pmod{n}` is set with too wide a gap: write the bracket out."""
    marker = r"\pmodend{"
    while (at := text.find(marker)) >= 0:
        begin = at + len(marker)
        end = _closing_brace(text, begin)
        text = f"{text[:at]}{{{text[begin:end]}}}){text[end + 1 :]}"
    return text


def _with_bases(text: str) -> str:
    r"""Put braces around an environment that has a power, an index or a prime: `\begin{pmatrix}…\end{pmatrix}^{-1}`."""
    at = 0
    while (found := _SCRIPTED_END.search(text, at)) is not None:
        at = found.end()
        begin = _beginning(text, found[1], found.start())
        if begin is not None:
            text = f"{text[:begin]}{{{text[begin:at]}}}{text[at:]}"
            at += 2
    return text


def _beginning(text: str, name: str, end: int) -> int | None:
    """Return where the environment begins that ends at a place."""
    opening, closing = f"\\begin{{{name}}}", f"\\end{{{name}}}"
    depth, at = 1, end
    while depth:
        begin, inner = text.rfind(opening, 0, at), text.rfind(closing, 0, at)
        if begin < 0:
            return None
        at = max(begin, inner)
        depth += -1 if begin > inner else 1
    return at


def _closing_brace(text: str, begin: int) -> int:
    depth = 1
    for at in range(begin, len(text)):
        depth += (text[at] == "{") - (text[at] == "}")
        if depth == 0:
            return at
    raise UnsupportedLatex("a brace is not closed")


# What `\ce{2H2 + O2 -> 2H2O}` means, written as a formula: enough of mhchem for equations of reactions.

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
