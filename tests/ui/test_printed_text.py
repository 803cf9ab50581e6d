"""What Qt prints, as Aside does, is read back as it was written, though it is drawn word by word."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QApplication

from app.attachments.reading import read_attachment


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
    path = tmp_path / "print.pdf"
    writer = QPdfWriter(str(path))
    writer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    document.setPlainText(f"{text}\nSecond paragraph.")
    document.print_(writer)
    del writer

    assert read_attachment(path).text.split() == [*text.split(), "Second", "paragraph.", "1"]  # the page's number
