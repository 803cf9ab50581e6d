"""How people type: frames around a core question, politeness, letter case, punctuation, typing mistakes.

Text inside `⟦…⟧` is kept exactly as written by every disturbance here (numbers are never touched); the brackets go at
the end, in `spoken`.
"""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

FRAMES = (
    "What is {x}?", "What is {x}?", "what is {x}", "What's {x}?", "whats {x}", "{x}", "{x}", "{x} =", "{x} = ?", "{x}?",
    "Calculate {x}.", "calculate {x}", "Compute {x}.", "Work out {x}.", "work out {x} please", "How much is {x}?",
    "how much is {x}", "Can you work out {x}?", "can you calculate {x} for me", "could you compute {x}?", "Tell me {x}.",
    "tell me what {x} is", "I need to know {x}.", "Solve {x}.", "solve: {x}", "Please calculate {x}.", "Find {x}.",
    "What do you get for {x}?", "what does {x} come to", "What does {x} equal?", "{x} equals?", "{x} equals what?",
    "{x} is what?", "and what is {x}?", "So what is {x}?", "Do you know what {x} is?", "do you know {x}", "Evaluate {x}.",
    "Give me {x}.", "give me the result of {x}", "What would {x} be?", "What is the result of {x}?", "the answer to {x}",
    "what is the value of {x}?", "Figure out {x}.", "How much does {x} make?", "I want {x}", "result of {x}?", "{x} makes?",
    "Help me with {x}.", "help me work out {x}", "Let's do {x}.", "try {x}", "now {x}", "Think step by step: {x}",
    "My homework says {x}. What is it?", "Quick question: {x}?", "What's the answer to {x}?", "Do {x}", "Show me {x}.",
    "Determine {x}.", "My calculator is broken: {x}", "Could you tell me {x}?", "i need {x}", "is it hard to do {x}? what is it",
)  # fmt: skip

_OPENERS = (
    "Hi! ", "Hello, ", "hey ", "hey, ", "Hi, ", "ok ", "Okay, ", "so ", "Please, ", "Good morning. ", "Hi there, ", "Right, ",
    "Hello! ", "um, ", "Quick one: ", "A question: ", "Question: ", "Dear Aside, ", "well, ", "Yo ", "alright, ", "Sorry, ",
    "I have a question. ", "Let me ask you something. ", "Here is one for you: ", "Another one: ", "Next: ", "Now ", "Can you help? ",
    "I am stuck. ", "pls ", "Excuse me, ",
)  # fmt: skip
_CLOSERS = (
    " please", " please?", ", please.", " thanks", " thx", ", thank you", "! Thanks!", " pls", " :)", "??", "?!", " Explain.",
    " Think step by step.", " Show your work.", " Be careful.", " Just the number.", " I forgot.", " I need it for school.", "...", "!",
    " Can you help?", " Do you know?", " Tell me.", " Thank you!", " asap", " lol", " Short answer please.", " Take your time.",
)  # fmt: skip
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_NEAR = {
    "a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj", "i": "uo", "j": "hk", "k": "jl",
    "l": "k", "m": "n", "n": "bm", "o": "ip", "p": "o", "q": "wa", "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb",
    "w": "qe", "x": "zc", "y": "tu", "z": "x",
}  # fmt: skip
_KEPT = re.compile(r"(⟦[^⟧]*⟧)")
_WORD = re.compile(r"[A-Za-z]{4,}")


def framed(rng: Random, x: str) -> str:
    """A noun phrase or expression put into a question."""
    return rng.choice(FRAMES).replace("{x}", x)


def filled(rng: Random, templates: tuple[str, ...], **values: object) -> str:
    """One of the templates with its names filled in."""
    return rng.choice(templates).format(**values)


def _mistyped(rng: Random, word: str) -> str:
    i = rng.randrange(len(word) - 1)
    roll = rng.random()
    if roll < 0.3:
        return word[:i] + word[i + 1] + word[i] + word[i + 2 :]
    if roll < 0.55:
        return word[:i] + word[i + 1 :]
    if roll < 0.75:
        return word[:i] + word[i] + word[i:]
    near = _NEAR.get(word[i].lower(), rng.choice(_LETTERS))
    return word[:i] + rng.choice(near) + word[i + 1 :]


def _typos(rng: Random, text: str, share: float) -> str:
    return _WORD.sub(lambda m: _mistyped(rng, m[0]) if rng.random() < share and not m[0][0].isupper() else m[0], text)


def _outside(text: str, change: Callable[[str], str]) -> str:
    return "".join(part if part.startswith("⟦") else change(part) for part in _KEPT.split(text))


def spoken(rng: Random, text: str) -> str:
    """The question as somebody might really type it; most stay as they are."""
    roll = rng.random()
    if roll < 0.12:
        opener = rng.choice(_OPENERS)
        text = opener + text
    elif roll < 0.2:
        text = text.rstrip("?. ") + rng.choice(_CLOSERS)
    elif roll < 0.23:
        text = rng.choice(_OPENERS) + text.rstrip("?. ") + rng.choice(_CLOSERS)
    roll = rng.random()
    if roll < 0.16:
        share = rng.choice((0.1, 0.2, 0.45))
        text = _outside(text, lambda part: _typos(rng, part, share))
    roll = rng.random()
    if roll < 0.14:
        text = _outside(text, str.lower)
    elif roll < 0.17:
        text = _outside(text, str.upper)
    elif roll < 0.19:
        text = _outside(text, str.capitalize)
    roll = rng.random()
    if roll < 0.10:
        text = text.rstrip("?.!")
    elif roll < 0.13:
        text = text.rstrip("?.!") + rng.choice(("?", "??", ".", " ?", "...", "!"))
    elif roll < 0.14:
        text = text.replace(" ", "  ", 1)
    elif roll < 0.15:
        text = _outside(text, lambda part: part.replace(",", "").replace("'", ""))
    elif roll < 0.16:
        text = "\n" + text if rng.random() < 0.3 else text + "\n"
    elif roll < 0.17:
        text = text.replace("'", "’")
    return text.replace("⟦", "").replace("⟧", "")


def amount(rng: Random, n: int) -> str:
    """A number as people write it: sometimes with thousands separators, small ones sometimes in words."""
    if n >= 1000 and rng.random() < 0.08:
        return f"{n:,}"
    if 0 <= n <= 20 and rng.random() < 0.12:
        return SPELLED[n]
    return str(n)


SPELLED = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
