from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.documents.set_formula import set_formula
from tests.ui.documents.conftest import ShowDocument
from tests.ui.documents.formula_gallery import FORMULAS
from ui.documents.formula_typesetter import FormulaKey, FormulaTypesetter


@pytest.mark.parametrize("latex", FORMULAS)
def test_a_formula_as_models_write_it_is_set(latex: str) -> None:
    formula = set_formula(latex, is_display=True)

    assert formula is not None
    assert "<text" not in formula.svg
    assert 0 < formula.width_em < 60
    assert 0 < formula.ascent_em + formula.descent_em < 8


def test_there_are_a_hundred() -> None:
    assert len(FORMULAS) >= 100


def test_a_formula_arrives_and_takes_its_place(
    show_document: ShowDocument, typesetter: FormulaTypesetter, qtbot: QtBot
) -> None:
    view = show_document()
    with qtbot.waitSignal(typesetter.arrived):
        view.set_markdown("$$\\begin{matrix}1\\\\2\\\\3\\\\4\\\\5\\end{matrix}$$")

    assert typesetter.formula(FormulaKey(r"\begin{matrix}1\\2\\3\\4\\5\end{matrix}", True)) is not None
    assert view.heightForWidth(640) > 80


def test_latex_that_does_not_parse_is_shown_as_source(show_document: ShowDocument, qtbot: QtBot) -> None:
    view = show_document("So $\\frac{1}{$ it is.")

    qtbot.waitUntil(lambda: view.plain_text() == "So $\\frac{1}{$ it is.")


def test_closing_in_the_middle_of_the_work_ends_the_thread(qtbot: QtBot) -> None:
    typesetter = FormulaTypesetter()
    for number in range(200):
        typesetter.is_known(FormulaKey(rf"\frac{{{number}}}{{2}}", False))

    typesetter.close()

    assert not typesetter.is_known(FormulaKey("x", False))


def test_a_formula_that_is_looked_at_is_set_before_the_others(typesetter: FormulaTypesetter, qtbot: QtBot) -> None:
    arrived: list[str] = []
    typesetter.arrived.connect(lambda key: arrived.append(key.latex))
    keys = [FormulaKey(f"x_{{{number}}}", False) for number in range(60)]
    for key in keys:
        typesetter.is_known(key)

    assert not typesetter.is_there_to_be_seen(keys[-1])
    qtbot.waitUntil(lambda: len(arrived) == len(keys))

    assert typesetter.is_there_to_be_seen(keys[-1])
    assert arrived.index("x_{59}") < 30
    assert sorted(arrived) == sorted({key.latex for key in keys})


def test_words_of_a_formula_are_found_and_all_of_it_is_marked(show_document: ShowDocument) -> None:
    view = show_document("Here $\\sum_k \\sum_l kl$ and there.\n\n$$\\frac{1}{2}$$\n\nA sum.")

    assert view.find("sum") == 3
    assert view.hit_rect(0) == view.hit_rect(1)
    assert view.hit_rect(0).width() > 20
    assert view.find("frac") == 1
    assert view.hit_rect(0).width() > 100
    assert view.find("and there") == 1
