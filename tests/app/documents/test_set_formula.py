from __future__ import annotations

import pytest

from app.documents.set_formula import set_formula


@pytest.mark.parametrize(
    "latex",
    [
        r"\frac{1}{",
        r"\begin{align} x",
        r"\unknownmacro{x}",
        r"x + \mymacro",
        r"\def\a{\a\a}\a",
        r"\frac{1}{" * 40 + "x" + "}" * 40,
        "x^{" * 60 + "x" + "}" * 60,
        r"\left(" * 60 + "x" + r"\right)" * 60,
        "x+" * 4000,
        r"\text{如果}",
        "",
    ],
)
def test_what_cannot_be_set_rightly_stays_source(latex: str) -> None:
    assert set_formula(latex, is_display=True) is None


def test_an_inline_formula_is_lower_than_a_displayed_one() -> None:
    inline = set_formula(r"\sum_{i=1}^n i", is_display=False)
    displayed = set_formula(r"\sum_{i=1}^n i", is_display=True)

    assert inline is not None
    assert displayed is not None
    assert inline.ascent_em + inline.descent_em < displayed.ascent_em + displayed.descent_em


def test_a_letter_stands_on_the_baseline() -> None:
    formula = set_formula("x", is_display=False)

    assert formula is not None
    assert formula.descent_em < 0.1


@pytest.mark.parametrize("latex", [r"\left( \sum_i x_i \right)", r"\left[ \prod_{k} a_k \right]^2", r"\lVert x \rVert"])
@pytest.mark.parametrize("is_display", [True, False])
def test_brackets_are_as_high_as_what_they_enclose(latex: str, is_display: bool) -> None:
    formula = set_formula(latex, is_display=is_display)

    assert formula is not None
    assert formula.ascent_em + formula.descent_em < 5
