"""*calculate*: exact where that can be, in any unit, and never long."""

from __future__ import annotations

import time

import pytest

from app.tools.built_in.built_in_tool import ToolFailed
from app.tools.built_in.calculate import calculated


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        ("48271 * 90353", "4361429663"),
        ("12345678901234567890 × 98765432109876543210 =", "1219326311370217952237463801111263526900"),
        ("2^64", "18446744073709551616"),
        ("-2^2", "-4"),
        ("0.1 + 0.2", "0.3"),
        ("1/3", "1/3 ≈ 0.33333333333333333333"),
        ("sqrt(16/25)", "0.8"),
        ("sqrt(2)", "≈ 1.4142135623730950488"),
        ("cbrt(-27)", "-3"),
        ("root(32, 5)", "2"),
        ("4^0.5", "2"),
        ("15% of 80", "12"),
        ("17 mod 5", "2"),
        ("1,000,000 * 2", "2000000"),
        ("max(1,200)", "200"),
        ("5!", "120"),
        ("2(3+4)", "14"),
        ("(1+2)(3+4)", "21"),
        ("sin(30°)", "≈ 0.5"),
        ("60 km/h to m/s", "50/3 ≈ 16.666666666666666667 m/s"),
        ("3 ft + 2 in to cm", "96.52 cm"),
        ("5 feet 3 inches", "1.6002 m"),
        ("100 J / 5 s to W", "20 W"),
        ("5 m^2 to cm^2", "50000 cm^2"),
        ("20 °C to °F", "68 °F"),
        ("-40 F in C", "-40 C"),
        ("10 GB / 5 MB", "2000"),
    ],
)
def test_an_expression_is_worked_out_as_people_write_it(expression: str, result: str) -> None:
    assert calculated(expression) == result


@pytest.mark.parametrize(
    "expression",
    [
        "",
        "1/0",
        "3 kg + 2 m",
        "3 kg to m",
        "sqrt(-1)",
        "tan(pi/2)",
        "apples + 1",
        "__import__('os').system('x')",
        "(1).__class__",
        "[1] * 9",
        "'a' * 9",
        "lambda: 1",
        "9**9**9",
        "1e99999",
        "2^(2^40)",
        "factorial(10^9)",
        "comb(10^9, 10^8)",
        "1 << 99999999",
        "(" * 500,
        "1+" * 990 + "1",
        "-" * 1999 + "1",
        "9" * 3000,
        "root(2, 10^9)",
        "exp(10^9)",
        "log(0)",
        "1e3000 ^ 3",
        "√" * 900,
    ],
)
def test_what_cannot_be_worked_out_is_said_at_once(expression: str) -> None:
    began = time.process_time()
    with pytest.raises(ToolFailed, match=r"\w"):
        calculated(expression)

    assert time.process_time() - began < 5
