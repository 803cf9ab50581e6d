"""Texts that no person writes, and a model in trouble may: each must leave the window answering."""

from __future__ import annotations


def repeated(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]


def nested_fractions(depth: int) -> str:
    return "\\frac{1}{" * depth + "x" + "}" * depth


_ROW = "|" + " c |" * 10 + "\n"
_WIDE_ROW = "|" + " c |" * 500 + "\n"

BAD_INPUT: dict[str, str] = {
    "five megabytes in one line": repeated("word *x* and `y` ", 5_000_000),
    "five megabytes without a space": "a" * 5_000_000,
    "five megabytes of paragraphs": repeated("A line of **text** here with `code` and more.\n\n", 5_000_000),
    "fifty thousand list markers in a line": "- " * 50_000 + "x",
    "list markers ever deeper": "\n".join(" " * (2 * min(n, 400)) + "- x" for n in range(5000)),
    "quote marks in a line": ">" * 50_000 + " x",
    "quotes ever deeper": "\n".join(">" * (n % 50) + " a" for n in range(5000)),
    "a quote that goes on lazily": "> a\n" + "b\n" * 20_000,
    "opening brackets": "[" * 50_000,
    "opening pictures": "![" * 30_000,
    "links within links": "[a](" * 20_000,
    "brackets the wrong way": "](" * 30_000,
    "open emphasis": "_a " * 20_000,
    "open strong emphasis": "**a " * 20_000,
    "open strikes": "~~a " * 20_000,
    "backticks": "`" * 20_000,
    "code that never ends": "`a " * 20_000,
    "runs of backticks of all lengths": " ".join("`" * n for n in range(1, 300)),
    "one-letter paragraphs": "a\n\n" * 50_000,
    "one-letter lines": "a\n" * 50_000,
    "list items": "- a\n" * 50_000,
    "numbered items with two paragraphs": "".join(f"{n}. a\n\n   b\n\n" for n in range(5000)),
    "five hundred columns": _WIDE_ROW + "|" + "---|" * 500 + "\n" + _WIDE_ROW * 20,
    "ten thousand cells": _ROW + "|" + "---|" * 10 + "\n" + _ROW * 1000,
    "bars": "|\n" * 20_000,
    "a fence that never ends": "```python\n" + "x = 'a' + 1\n" * 50_000,
    "a fenced line without an end": "```\n" + "x" * 1_000_000,
    "angle brackets in code": "```html\n" + "<a" * 20_000,
    "a formula that never ends": "$$" + "x" * 100_000,
    "opening formulas": "\\(" * 20_000,
    "opening environments": "\\begin{align} " * 5000,
    "dollars": "$x " * 20_000,
    "formulas that explode": f"$${nested_fractions(200)}$$\n\n$${'{' * 2000}{'}' * 2000}$$\n",
    "macros that explode": "$$\\def\\a{\\a\\a}\\a$$\n\n$$\\newcommand{\\b}{\\b\\b}\\b$$\n",
    "control characters": "\x00\x01\x07\x1b[31m\u202e\u2066\u200b" * 5_000,
    "overrides of direction": "\u202eabc \u202c" * 20_000,
    "joined emoji": "👩‍👩‍👧‍👦" * 10_000,
    "accents upon accents": "a" + "\u0301" * 50_000,
    "right to left": "שלום " * 50_000,
    "tags": "<div>" * 50_000,
    "comments": "<!--" * 30_000,
    "entities": "&amp;" * 50_000,
    "backslashes": "\\" * 50_000,
    "definitions": "".join(f"[{n}]: https://a.example/{n}\n" for n in range(3000)) + "[1] [2] [3]",
    "footnotes": "".join(f"[^{n}]: note\n\n" for n in range(3000)),
    "addresses": "https://a.example/x " * 10_000,
    "one address": "https://" + "a." * 50_000,
    "malicious links": "[x](javascript:alert(1)) [y](file:///etc/passwd) [z](data:text/html,a) ![w](file:///a)\n\n"
    * 500,
    "tabs": "\t" * 50_000 + "x",
    "spaces": " " * 200_000 + "x",
    "empty lines": "\n" * 200_000,
}
