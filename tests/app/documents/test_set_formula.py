from __future__ import annotations

import subprocess
import sys

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
        "x \u2be8 y",
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


@pytest.mark.parametrize("is_display", [True, False])
def test_a_large_operator_keeps_off_the_factor_before_it(is_display: bool) -> None:
    # Beside each other, and apart from each other: the widths differ by a thin space at least.
    together = set_formula(r"3\sum_{k=1}^n k", is_display=is_display)
    factor = set_formula("3", is_display=is_display)
    alone = set_formula(r"\sum_{k=1}^n k", is_display=is_display)

    assert together is not None
    assert factor is not None
    assert alone is not None
    assert together.width_em - factor.width_em - alone.width_em > -0.08


def test_exponents_of_a_bracket_and_of_a_letter_stand_alike() -> None:
    bracket = set_formula("(k+1)^3", is_display=False)
    longer = set_formula("(k+1)^{3n}", is_display=False)

    assert bracket is not None
    assert longer is not None
    assert bracket.ascent_em == pytest.approx(longer.ascent_em, abs=0.02)


def test_a_sign_after_an_equals_sign_stands_at_its_number() -> None:
    sign = set_formula("x = -b", is_display=False)
    difference = set_formula("x = a - b", is_display=False)
    letter = set_formula("a", is_display=False)

    assert sign is not None
    assert difference is not None
    assert letter is not None
    assert difference.width_em - sign.width_em > letter.width_em + 0.2


def test_floors_are_no_higher_than_the_brackets_that_a_person_would_write() -> None:
    floor = set_formula(r"\lfloor x \rfloor + \frac{1}{\frac{2}{3}}", is_display=True)
    alone = set_formula(r"x + \frac{1}{\frac{2}{3}}", is_display=True)

    assert floor is not None
    assert alone is not None
    assert floor.ascent_em + floor.descent_em == pytest.approx(alone.ascent_em + alone.descent_em)


@pytest.mark.parametrize(
    "latex",
    [
        r"s = \text{速度} \times \text{时间}",
        "v_{平均} = 5",
        r"\text{만약 } x > 0",
        r"\frac{\text{距離}}{\text{時間}}",
        r"\text{العدد} = 5",
        r"\text{שלום}^2",
        r"x_{ก}",
        r"\mathrm{平均}",
        r"\sqrt{面積}",
        "面积=πr^2",
        r"\text{यदि } x",
        r"\begin{cases} x & \text{如果} \\ y & \text{否则} \end{cases}",
    ],
)
@pytest.mark.parametrize("is_display", [True, False])
def test_words_of_any_script_are_text_in_the_picture(latex: str, is_display: bool) -> None:
    formula = set_formula(latex, is_display=is_display)

    assert formula is not None
    assert "<text" in formula.svg


def test_a_word_of_chinese_has_its_room() -> None:
    two, four = (set_formula(rf"\text{{{word}}}", is_display=False) for word in ("速度", "速度时间"))

    assert two is not None
    assert four is not None
    assert four.width_em - two.width_em == pytest.approx(2)


@pytest.mark.parametrize("kind", ["pmatrix", "bmatrix", "vmatrix", "Vmatrix", "Bmatrix", "matrix", "cases"])
@pytest.mark.parametrize("script", ["^{-1}", "^T", "_{B}", "_B^2", "^\\top", "'", " ^{n}"])
def test_a_matrix_may_have_a_power_or_an_index(kind: str, script: str) -> None:
    matrix = rf"\begin{{{kind}}} a & b \\ c & d \end{{{kind}}}"
    bare = set_formula(matrix, is_display=True)
    scripted = set_formula(f"{matrix}{script} = {matrix}{script}", is_display=True)

    assert bare is not None
    assert scripted is not None
    assert scripted.width_em > 2 * bare.width_em


@pytest.mark.parametrize(
    "latex",
    [
        r"\begin{bmatrix} \begin{bmatrix} 1 \end{bmatrix}^2 & 0 \end{bmatrix}^{-1}",
        r"\left( \begin{array}{cc} 1 & 2 \\ 3 & 4 \end{array} \right)^{-1}",
        r"A^T \begin{pmatrix} x \\ y \end{pmatrix}_{B} \begin{pmatrix} 1 \end{pmatrix}^{T}",
        r"\det \begin{pmatrix} a & b \\ c & d \end{pmatrix}^2",
        r"\begin{smallmatrix} a \\ b \end{smallmatrix}^{T}",
    ],
)
def test_powers_of_matrices_are_set_within_formulas(latex: str) -> None:
    assert set_formula(latex, is_display=True) is not None


def test_a_formula_brings_no_network() -> None:
    script = "import sys, app.documents.set_formula as s; s.set_formula('x', is_display=True); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    modules = set(done.stdout.split())
    assert "latex2mathml.converter" in modules
    assert {"ssl", "hashlib", "http.client", "xml.sax.saxutils"} & modules == set()
