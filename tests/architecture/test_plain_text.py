"""Strangers' text is never markup: the style sheet makes every label and tooltip plain, and nothing undoes that."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FORBIDDEN = {
    "setHtml": "a document of ours is built of blocks",
    "insertHtml": "as above",
    "appendHtml": "as above",
    "setMarkdown": "Markdown is read by app/documents, which fetches nothing",
    "setTextFormat": "the style sheet says that labels are plain",
    "setOpenExternalLinks": "an address is opened only after it was shown",
    "convertFromPlainText": "nothing of ours needs it",
    "RichText": "of Qt.TextFormat",
    "AutoText": "of Qt.TextFormat",
    "MarkdownText": "of Qt.TextFormat",
    "QWhatsThis": "it reads HTML",
    "QErrorMessage": "it reads HTML",
    "QTextBrowser": "it follows links",
}


def faults_of(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in FORBIDDEN:
            is_ours = node.attr == "RichText" and not (
                isinstance(node.value, ast.Attribute) and node.value.attr == "TextFormat"
            )
            if not is_ours:
                yield f"{node.lineno}: {node.attr}: {FORBIDDEN[node.attr]}"
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6"):
            yield from (f"{node.lineno}: {alias.name}" for alias in node.names if alias.name in FORBIDDEN)


def test_nothing_in_the_window_reads_markup() -> None:
    found = {
        str(path.relative_to(ROOT)): faults
        for path in sorted((ROOT / "ui").rglob("*.py"))
        if (faults := list(faults_of(path.read_text(encoding="utf-8"))))
    }

    assert found == {}


@pytest.mark.parametrize(
    "line",
    [
        "label.setTextFormat(Qt.TextFormat.RichText)",
        "view.setHtml(text)",
        "label.setOpenExternalLinks(True)",
        "from PySide6.QtWidgets import QTextBrowser",
    ],
)
def test_a_planted_one_is_noticed(line: str) -> None:
    assert list(faults_of(line))
