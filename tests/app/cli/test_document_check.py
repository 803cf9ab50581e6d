"""The self-check finds what a copy lacks for documents."""

from __future__ import annotations

import pytest

from app.cli import document_check


def test_a_whole_copy_lacks_nothing() -> None:
    assert document_check.missing_part() == ""


def test_a_copy_without_the_fonts_of_formulas_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    import ziamath

    def without_font(*_arguments: object, **_options: object) -> None:
        raise FileNotFoundError("STIXTwoMath-Regular.ttf")

    monkeypatch.setattr(ziamath, "Math", without_font)

    assert document_check.missing_part() == "formulas"


def test_a_copy_without_a_lexer_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_check, "_LANGUAGES", ("python", "no-such-language"))

    assert document_check.missing_part() == "colours of no-such-language"


def test_a_copy_that_cannot_read_a_pdf_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_check, "_PDF_OBJECTS", document_check._PDF_OBJECTS[:2])

    assert document_check.missing_part().startswith("PDF files")
