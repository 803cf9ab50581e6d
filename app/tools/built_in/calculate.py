"""*calculate*: works a formula out, exactly where that can be, in any unit.

Numbers are fractions as long as nothing irrational is done to them; then they are decimals of 40 digits. What a formula
may cost is bounded: its length, the size of every number on the way, and the number of steps.
"""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal, DecimalException
from fractions import Fraction

from app.messages import ToolSpec
from app.tools.built_in.built_in_tool import BuiltInTool, CallAtWork, ToolFailed, text_argument
from app.tools.built_in.units import NO_UNIT, Dimensions, power_of, product_of, shown, unit_named

_LONGEST = 2000
_MOST_BITS = 13_000
"""Some 3,900 digits: Python refuses to write more than 4,300."""
_MOST_FACTORIAL = 1_400
_MOST_STEPS = 1_000
_SHOWN_DIGITS = 20
_FLOAT_DIGITS = 15
_PRECISE = Context(prec=40, Emax=10_000, Emin=-10_000)
_PI = Decimal("3.141592653589793238462643383279502884197169")
_E = Decimal("2.718281828459045235360287471352662497757247")

_WRITTEN_OTHERWISE = str.maketrans({"×": "*", "·": "*", "⋅": "*", "÷": "/", "−": "-", "–": "-", "^": "⌃", "π": " pi "})
_NUMBER = r"(?:\d[\d_]*(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+(?![\w.]))?"
_BEFORE_UNIT = re.compile(
    rf"(?<![\w.⌃])(?<!\*\*)(?<!\*\* )(?<!⌃ )({_NUMBER})\s*([A-Za-z°µμΩ]+)(?!\w*\s*\()"
    r"(?:\s*(?:⌃|\*\*)\s*(-?\d+))?(?![\w])"
)
_BEFORE_BRACKET = re.compile(rf"(?<![\w.])({_NUMBER})\s*(?=\(|[A-Za-z]\w*\s*\()")
_CONVERSION = re.compile(r"^(.*\S)\s+(?:to|in|as)\s+([A-Za-z°µμΩ][A-Za-z0-9°µμΩ/*⌃ -]*)$", re.DOTALL)
_TEMPERATURE = re.compile(r"^\s*(-?[\d.]+)\s*(?:°|deg)?\s*(C|F|K|celsius|fahrenheit|kelvin)\s*$", re.IGNORECASE)
_SCALE = re.compile(r"^\s*(?:°|deg)?\s*(C|F|K|celsius|fahrenheit|kelvin)\s*$", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:max|min|gcd|lcm|root|log|comb|perm|round|mod)\s*\(")
_EXPONENT = re.compile(r"[eE][+-]?(\d+)")

Number = Fraction | Decimal


@dataclass(frozen=True, slots=True)
class _Value:
    number: Number
    unit: Dimensions = NO_UNIT


def calculated(text: str) -> str:
    """Return what a formula comes to, as people write it; raises `ToolFailed`."""
    if len(text) > _LONGEST:
        raise ToolFailed(f"The expression is longer than {_LONGEST:,} characters.")
    try:
        return _calculated(text)
    except ZeroDivisionError:
        raise ToolFailed("Division by zero.") from None
    except (DecimalException, ArithmeticError):
        raise ToolFailed("The result is too large, or there is none.") from None
    except RecursionError:
        raise ToolFailed("The expression is nested too deeply.") from None


def _calculated(text: str) -> str:
    text = text.strip().rstrip("=").translate(_WRITTEN_OTHERWISE).strip()
    conversion = _CONVERSION.match(text)
    if conversion is None:
        return _shown(_worked_out(text))
    source, target = conversion.groups()
    if (degrees := _converted_temperature(source, target)) is not None:
        return f"{_shown(_Value(degrees))} {target.strip()}"
    value, unit = _worked_out(source), _worked_out(target)
    if value.unit != unit.unit:
        raise ToolFailed(f"{shown(value.unit) or 'A plain number'} cannot be told in {target.strip()}.")
    return f"{_shown(_Value(_divided(value.number, unit.number)))} {target.strip().replace('⌃', '^')}"


def _converted_temperature(source: str, target: str) -> Fraction | None:
    given, scale = _TEMPERATURE.match(source), _SCALE.match(target)
    if given is None or scale is None:
        return None
    degrees, zero = _literal(given[1].lstrip("-")), Fraction("273.15")
    degrees = -degrees if given[1].startswith("-") else degrees
    match given[2][0].upper():
        case "C":
            degrees += zero
        case "F":
            degrees = (degrees - 32) * Fraction(5, 9) + zero
    match scale[1][0].upper():
        case "C":
            return degrees - zero
        case "F":
            return (degrees - zero) * Fraction(9, 5) + 32
    return degrees


def _worked_out(text: str) -> _Value:
    source = _as_python(text)
    try:
        tree = ast.parse(source.strip(), mode="eval")
    except (SyntaxError, ValueError, MemoryError):
        raise ToolFailed(f"This is no expression: {text[:200]}") from None
    return _Evaluator(source.strip()).value(tree.body)


def _as_python(text: str) -> str:
    """Return a formula as people write it in Python's grammar."""
    if not _SEVERAL.search(text):
        text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)
    text = re.sub(r"\bmod\b(?!\s*\()", "%", text)
    text = re.sub(r"%\s*of\b", "/100*", text)
    text = re.sub(r"(?<=\d)\s*%\s*(?=$|[)*/+,])", "/100", text)
    text = re.sub(r"(\d+|\))\s*!(?!=)", lambda found: _factorial_of(found[1]), text)
    text = re.sub(r"√\s*(\d+(?:\.\d+)?)", r"sqrt(\1)", text).replace("√", "sqrt")
    text = re.sub(r"(\d)\s*°(?![CF])", r"\1*(pi/180)", text)
    text = _BEFORE_UNIT.sub(_with_unit, text)
    text = re.sub(rf"\)\s+(?=\({_NUMBER}\*)", ")+", text)  # 5 ft 3 in
    text = _BEFORE_BRACKET.sub(r"\1*", text)
    text = re.sub(r"\)\s*(?=[\w(])", ")*", text)
    return re.sub(r"\bin\b", "inch", text.replace("⌃", "**"))


def _factorial_of(before: str) -> str:
    if before == ")":
        raise ToolFailed("Write factorial(…) for the factorial of a bracket.")
    return f"factorial({before})"


def _with_unit(found: re.Match[str]) -> str:
    number, unit, power = found.groups()
    unit = "inch" if unit == "in" else unit
    return f"({number}*{unit}**{power})" if power else f"({number}*{unit})"


class _Evaluator:
    """Works out one expression; `source` is its text, from which numbers are taken exactly."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._steps = 0

    def value(self, node: ast.expr) -> _Value:
        self._steps += 1
        if self._steps > _MOST_STEPS:
            raise ToolFailed("The expression has too many parts.")
        match node:
            case ast.Constant(value=bool() | str() | bytes() | None):
                raise ToolFailed("Only numbers can be calculated with.")
            case ast.Constant(value=int() | float()):
                return _Value(_literal(ast.get_source_segment(self._source, node) or ""))
            case ast.UnaryOp(op=ast.USub()):
                operand = self.value(node.operand)
                return _Value(-operand.number, operand.unit)
            case ast.UnaryOp(op=ast.UAdd()):
                return self.value(node.operand)
            case ast.BinOp():
                return _bounded(_combined(node.op, self.value(node.left), self.value(node.right)))
            case ast.Name(name):
                return _named(name)
            case ast.Call(func=ast.Name(name), keywords=[]):
                arguments = [self.value(argument) for argument in node.args]
                return _bounded(_called(name, arguments))
            case _:
                raise ToolFailed(
                    f"This cannot be calculated: {(ast.get_source_segment(self._source, node) or '')[:80]}"
                )


def _literal(text: str) -> Fraction:
    exponent = _EXPONENT.search(text)
    if exponent is not None and (len(exponent[1]) > 4 or int(exponent[1]) > 3_900):
        raise ToolFailed("The number is too large.")
    try:
        return Fraction(text.replace("_", ""))
    except ValueError:
        raise ToolFailed(f"This is no number: {text[:80]}") from None


def _named(name: str) -> _Value:
    if name in ("pi", "tau", "e"):
        return _Value({"pi": _PI, "tau": _PI * 2, "e": _E}[name])
    unit = unit_named(name)
    if unit is None:
        raise ToolFailed(f"{name[:80]} is no number and no unit.")
    return _Value(*unit)


def _combined(operator: ast.operator, left: _Value, right: _Value) -> _Value:
    match operator:
        case ast.Mult():
            return _Value(_with(left, right, lambda a, b: a * b), product_of(left.unit, right.unit))
        case ast.Div():
            return _Value(_divided(left.number, right.number), product_of(left.unit, power_of(right.unit, -1)))
        case ast.Pow():
            return _power(left, right)
    if left.unit != right.unit:
        raise ToolFailed(
            f"{shown(left.unit) or 'A plain number'} and {shown(right.unit) or 'a plain number'} do not go together."
        )
    match operator:
        case ast.Add():
            return _Value(_with(left, right, lambda a, b: a + b), left.unit)
        case ast.Sub():
            return _Value(_with(left, right, lambda a, b: a - b), left.unit)
        case ast.FloorDiv():
            return _Value(Fraction(math.floor(_divided(left.number, right.number))))
        case ast.Mod():
            quotient = math.floor(_divided(left.number, right.number))
            return _Value(_with(left, right, lambda a, b: a - b * quotient), left.unit)
    raise ToolFailed("Only + - * / // % and powers can be calculated.")


def _power(base: _Value, exponent: _Value) -> _Value:
    if exponent.unit:
        raise ToolFailed("An exponent has no unit.")
    power = exponent.number
    if isinstance(power, Fraction) and power.denominator == 1:
        if isinstance(base.number, Decimal):
            return _Value(_PRECISE.power(base.number, Decimal(power.numerator)), power_of(base.unit, int(power)))
        bits = _bits(base.number)
        if bits > 1 and bits * abs(power.numerator) > _MOST_BITS:
            raise ToolFailed("The result has too many digits.")
        return _Value(base.number**power.numerator, power_of(base.unit, int(power)))
    if base.unit:
        if isinstance(power, Fraction) and all(p * power.numerator % power.denominator == 0 for _, p in base.unit):
            unit = tuple((b, p * power.numerator // power.denominator) for b, p in base.unit)
            return _Value(_power(_Value(base.number), exponent).number, unit)
        raise ToolFailed("This power of a unit is none.")
    if isinstance(power, Fraction) and isinstance(base.number, Fraction) and base.number >= 0:
        exact = _exact_root(base.number, power.denominator)
        if exact is not None:
            return _power(_Value(exact), _Value(Fraction(power.numerator)))
    if base.number < 0:
        raise ToolFailed("A negative number has no such power among the real numbers.")
    return _Value(_PRECISE.power(_decimal(base.number), _decimal(power)))


def _exact_root(number: Fraction, degree: int) -> Fraction | None:
    """Return the root if it is a fraction."""
    if degree > _MOST_BITS:
        return None
    top, bottom = _whole_root(number.numerator, degree), _whole_root(number.denominator, degree)
    return Fraction(top, bottom) if top is not None and bottom is not None else None


def _whole_root(number: int, degree: int) -> int | None:
    low, high = 0, 1 << (number.bit_length() // degree + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**degree <= number else (low, middle - 1)
    return low if low**degree == number else None


def _called(name: str, arguments: list[_Value]) -> _Value:
    values = [argument.number for argument in arguments]
    match name, arguments:
        case "sqrt", [value]:
            return _power(value, _Value(Fraction(1, 2)))
        case "cbrt", [value]:
            return _root(value, 3)
        case "root", [value, degree] if not degree.unit and degree.number in range(1, _MOST_BITS):
            return _root(value, int(degree.number))
        case "abs", [value]:
            size: Number = -value.number if value.number < 0 else value.number
            return _Value(size, value.unit)
        case (("max" | "min"), [first, *others]) if all(other.unit == first.unit for other in others):
            return (max if name == "max" else min)(arguments, key=lambda value: value.number)
    if any(argument.unit for argument in arguments):
        raise ToolFailed(f"{name} takes plain numbers.")
    match name, values:
        case (("floor" | "ceil" | "trunc"), [number]):
            return _Value(Fraction(_ROUNDED[name](number)))
        case "round", [number]:
            return _Value(Fraction(round(number)))
        case "round", [number, Fraction(denominator=1) as digits] if abs(digits) < 1_000:
            return _Value(Fraction(round(Fraction(number), int(digits))))
        case "mod", [_, _]:
            return _combined(ast.Mod(), *arguments)
        case (("log" | "log10"), [number]):
            return _Value(_PRECISE.log10(_decimal(number)))
        case "log", [number, base]:
            return _Value(_divided(_PRECISE.ln(_decimal(number)), _PRECISE.ln(_decimal(base))))
        case "log2", [number]:
            return _Value(_divided(_PRECISE.ln(_decimal(number)), _PRECISE.ln(Decimal(2))))
        case "ln", [number]:
            return _Value(_PRECISE.ln(_decimal(number)))
        case "exp", [number]:
            return _Value(_PRECISE.exp(_decimal(number)))
    if name in _OF_WHOLE_NUMBERS:
        return _Value(Fraction(_of_whole_numbers(name, values)))
    if name in _BY_FLOAT and len(values) == 1:
        return _Value(_by_float(_BY_FLOAT[name], values[0]))
    raise ToolFailed(f"There is no function {name[:40]} of {len(values)} numbers.")


def _root(value: _Value, degree: int) -> _Value:
    if value.number < 0 and degree % 2:
        positive = _root(_Value(-value.number, value.unit), degree)
        return _Value(-positive.number, positive.unit)
    return _power(value, _Value(Fraction(1, degree)))


_OF_WHOLE_NUMBERS: dict[str, Callable[..., int]] = {
    "factorial": math.factorial,
    "gcd": math.gcd,
    "lcm": math.lcm,
    "comb": math.comb,
    "perm": math.perm,
}
_ROUNDED: dict[str, Callable[[Number], int]] = {"floor": math.floor, "ceil": math.ceil, "trunc": math.trunc}
_BY_FLOAT: dict[str, Callable[[float], float]] = {
    name: getattr(math, name)
    for name in ("sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "degrees", "radians")
}


def _of_whole_numbers(name: str, values: list[Number]) -> int:
    whole = [int(value) for value in values if isinstance(value, Fraction) and value.denominator == 1]
    if len(whole) != len(values) or not whole or any(number < 0 for number in whole):
        raise ToolFailed(f"{name} takes whole numbers of 0 or more.")
    if name in ("factorial", "comb", "perm") and whole[0] > _MOST_FACTORIAL:
        raise ToolFailed(f"{name} takes numbers up to {_MOST_FACTORIAL:,}.")
    try:
        return _OF_WHOLE_NUMBERS[name](*whole)
    except TypeError:
        raise ToolFailed(f"There is no function {name} of {len(whole)} numbers.") from None


def _by_float(function: Callable[[float], float], number: Number) -> Decimal:
    try:
        value = function(float(number))
    except (ValueError, OverflowError):
        raise ToolFailed("There is no such value.") from None
    if abs(value) > 10**_FLOAT_DIGITS:  # a pole, missed by the last digit of pi
        raise ToolFailed("There is no such value.")
    rounded = round(value, _FLOAT_DIGITS)
    return Decimal(f"{rounded:.{_FLOAT_DIGITS}g}")


def _with(left: _Value, right: _Value, operation: Callable[[Fraction, Fraction], Fraction]) -> Number:
    result = operation(Fraction(left.number), Fraction(right.number))
    is_exact = isinstance(left.number, Fraction) and isinstance(right.number, Fraction)
    return result if is_exact else _decimal(result)


def _divided(one: Number, other: Number) -> Number:
    if not other:
        raise ZeroDivisionError
    if isinstance(one, Fraction) and isinstance(other, Fraction):
        return one / other
    return _PRECISE.divide(_decimal(one), _decimal(other))


def _decimal(number: Number) -> Decimal:
    if isinstance(number, Decimal):
        return number
    return _PRECISE.divide(Decimal(number.numerator), Decimal(number.denominator))


def _bits(number: Fraction) -> int:
    return max(number.numerator.bit_length(), number.denominator.bit_length())


def _bounded(value: _Value) -> _Value:
    number = value.number
    if (
        isinstance(number, Fraction)
        and max(number.numerator.bit_length(), number.denominator.bit_length()) > _MOST_BITS
    ):
        raise ToolFailed("The result has too many digits.")
    if isinstance(number, Decimal) and not number.is_finite():
        raise ToolFailed("There is no such value.")
    return value


def _shown(value: _Value) -> str:
    number, unit = value.number, shown(value.unit)
    return f"{_shown_number(number)} {unit}".rstrip()


def _shown_number(number: Number) -> str:
    if isinstance(number, Decimal):
        return f"≈ {_shown_decimal(number)}"
    if number.denominator == 1:
        return str(number.numerator)
    odd = number.denominator
    for prime in (2, 5):
        while odd % prime == 0:
            odd //= prime
    near = _shown_decimal(_decimal(number))
    if odd == 1 and Fraction(near) == number:
        return near
    return f"{number.numerator}/{number.denominator} ≈ {near}"


def _shown_decimal(number: Decimal) -> str:
    rounded = Context(prec=_SHOWN_DIGITS).plus(number)
    text = f"{rounded:f}" if -10 < rounded.adjusted() < 40 else f"{rounded:e}"
    return text.rstrip("0").rstrip(".") if "." in text and "e" not in text else text


def _calculate(arguments: Mapping[str, object], _call: CallAtWork) -> str:
    return calculated(text_argument(arguments, "expression"))


CALCULATE = BuiltInTool(
    ToolSpec(
        "calculate",
        "Works out an arithmetic expression exactly, with units if there are any.",
        '{"type": "object", "properties": {"expression": {"type": "string", "description":'
        ' "such as 1234 * 5678 or sqrt(2) or 60 km/h to m/s"}}, "required": ["expression"]}',
    ),
    _calculate,
)
