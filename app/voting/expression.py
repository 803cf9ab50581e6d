"""Works out what is written in formulas: numbers exactly where that can be, terms with variables at fixed points.

Two terms that have the same value at points chosen without regard to them are the same term (Schwartz 1980, Zippel
1979), so nothing needs to be rearranged.
"""

from __future__ import annotations

import math
import re
import zlib
from fractions import Fraction

_TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?)|(sqrt|root|pi|inf|sin|cos|tan|ln|log|[a-zA-Z])|([-+*/^(),!]))")
_LONGEST = 200
_DEEPEST = 40
_HIGHEST_POWER = 64
_HIGHEST_FACTORIAL = 100
_FUNCTIONS = {
    "sqrt": math.sqrt,
    "sin": math.sin,
    "cos": math.cos,
    "tan": math.tan,
    "ln": math.log,
    "log": math.log10,
}
Value = Fraction | float


class _NotATerm(Exception):
    """It is no formula, or cannot be worked out."""


def value_of(text: str) -> Value | None:
    """Return what a formula without variables comes to: a `Fraction` where that is exact, else a float."""
    return _worked_out(text, point=None)


def key_of_term(text: str) -> str | None:
    """Return what is equal for equal terms, `None` for what is no formula."""
    constant = value_of(text)
    if isinstance(constant, Fraction):
        return str(constant)
    values = [constant] if constant is not None else [_worked_out(text, point=point) for point in ("u", "v", "w")]
    if any(value is None for value in values):
        return None
    return "~" + " ".join(f"{float(value):.9g}" for value in values if value is not None)


def _worked_out(text: str, *, point: str | None) -> Value | None:
    if len(text) > _LONGEST:
        return None
    try:
        value = _Reader(text, point).read()
    except (_NotATerm, ArithmeticError, ValueError):
        return None
    return value if isinstance(value, Fraction) or not math.isnan(value) else None


class _Reader:
    """Reads one formula by recursive descent. Without a `point` variables are refused."""

    def __init__(self, text: str, point: str | None) -> None:
        self._tokens: list[str] = []
        place = 0
        text = text.strip()
        while place < len(text):
            found = _TOKEN.match(text, place)
            if found is None:
                raise _NotATerm
            self._tokens.append(found[0].strip())
            place = found.end()
        self._place = 0
        self._depth = 0
        self._point = point

    def read(self) -> Value:
        value = self._sum()
        if self._place < len(self._tokens):
            raise _NotATerm
        return value

    def _next(self) -> str:
        return self._tokens[self._place] if self._place < len(self._tokens) else ""

    def _take(self, wanted: str) -> bool:
        if self._next() != wanted:
            return False
        self._place += 1
        return True

    def _sum(self) -> Value:
        value = self._product()
        while (sign := self._next()) in ("+", "-") and sign:
            self._place += 1
            other = self._product()
            value = value + other if sign == "+" else value - other
        return value

    def _product(self) -> Value:
        value = self._signed()
        while True:
            if self._take("*"):
                value = value * self._signed()
            elif self._take("/"):
                value = value / self._signed()
            elif self._next() == "(" or self._next()[:1].isalpha():
                value = value * self._power()  # 2x
            else:
                return value

    def _signed(self) -> Value:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _NotATerm
        try:
            if self._take("-"):
                return -self._signed()
            return self._signed() if self._take("+") else self._power()
        finally:
            self._depth -= 1

    def _power(self) -> Value:
        base = self._atom()
        while self._take("!"):
            if not 0 <= base <= _HIGHEST_FACTORIAL:
                raise _NotATerm
            is_whole = isinstance(base, Fraction) and base.denominator == 1
            base = Fraction(math.factorial(int(base))) if is_whole else math.gamma(base + 1)
        if not self._take("^"):
            return base
        power = self._signed()
        is_whole = isinstance(power, Fraction) and power.denominator == 1 and abs(power) <= _HIGHEST_POWER
        if isinstance(base, Fraction) and is_whole:
            return Fraction(base ** int(power))
        return math.pow(base, power)

    def _atom(self) -> Value:
        token = self._next()
        self._place += 1
        if token[:1].isdigit():
            return Fraction(token)
        if token == "(":
            return self._in_brackets()
        if token == "pi":
            return math.pi
        if token == "inf":
            return math.inf
        if token == "root" and self._take("("):
            degree = self._sum()
            if not self._take(","):
                raise _NotATerm
            return math.pow(self._in_brackets(), 1 / degree)
        if token in _FUNCTIONS:
            return self._applied(token, self._in_brackets() if self._take("(") else self._power())
        if token.isalpha() and self._point is not None:
            return 0.5 + zlib.crc32(f"{token}{self._point}".encode()) / 2**32
        raise _NotATerm

    def _in_brackets(self) -> Value:
        value = self._sum()
        if not self._take(")"):
            raise _NotATerm
        return value

    def _applied(self, name: str, value: Value) -> Value:
        if name == "sqrt" and isinstance(value, Fraction) and value >= 0:
            roots = math.isqrt(value.numerator), math.isqrt(value.denominator)
            if roots[0] ** 2 == value.numerator and roots[1] ** 2 == value.denominator:
                return Fraction(*roots)
        return _FUNCTIONS[name](value)
