"""What Qt prints, as Aside does, is read back as it was written, though it is drawn word by word."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QApplication

from app.attachments.reading import read_attachment
from ui.theme.fonts import text_font
from ui.theme.theme import Theme


@pytest.mark.parametrize(
    "text",
    [
        "English line here, with spaces and 123 numbers.",
        "مرحبا بكم في المكتبة. هذا سطر بسيط 123.",
        "שלום עולם. זו שורה פשוטה 456.",
        "Straße, naïve, Łódź: fi ffl.",
        # kept aside while the code was written
        "في عام 2026 كتبنا Python مرة.",
        "המחיר הוא 1,250 שקלים, נכון?",
        "Ελληνικά και Русский текст.",
        "He said: שלום עולם, and left.",
        "سلام دنیا، این یک آزمایش است.",
        "x² + y² = z², and 3 ≤ 4 → done.",
    ],
)
def test_a_print_is_read_back(qapp: QApplication, tmp_path: Path, text: str) -> None:
    assert printed_and_read(tmp_path, text, QFont("Sans Serif")) == text.split()


@pytest.mark.parametrize("text", ["Straße, naïve, Łódź: fi ffl.", "Ελληνικά και Русский текст.", "μία µm, Ω"])
def test_a_print_in_the_windows_font_is_read_back(theme: Theme, tmp_path: Path, text: str) -> None:
    assert printed_and_read(tmp_path, text, text_font()) == text.split()


def printed_and_read(tmp_path: Path, text: str, font: QFont) -> list[str]:
    path = tmp_path / "print.pdf"
    writer = QPdfWriter(str(path))
    writer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setPlainText(f"{text}\nSecond paragraph.")
    document.print_(writer)
    del writer

    *words, second, paragraph, number = read_attachment(path).text.split()
    assert (second, paragraph, number) == ("Second", "paragraph.", "1"), "the last is the page's number"
    return words
