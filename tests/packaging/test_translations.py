"""Every text of the window is found, translated completely, and compiled as it stands."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator
from translation_file import Message, read_translation

from tests.packaging.conftest import ROOT, Script

LANGUAGES = {"en": (1, 2), "de": (1, 2), "zh_CN": (5,)}
"""Counts that need each of the language's plural forms, in their order."""
TRANSLATED = ("de", "zh_CN")
NAMES = {"Aside", "hf_…", "English", "Deutsch", "简体中文"}
"""What is called so in every language."""
SHOWN_BY = {
    "QAction", "QCheckBox", "QGroupBox", "QLabel", "QMenu", "QPushButton", "QRadioButton", "addAction", "addButton",
    "addItem", "addMenu", "addTab", "button", "label", "line_field", "offer", "say", "setAccessibleDescription",
    "setAccessibleName",
    "setInformativeText", "setPlaceholderText", "setPrefix", "setSpecialValueText", "setStatusTip", "setSuffix",
    "setTabText", "setText", "setTitle", "setToolTip", "setWhatsThis", "setWindowTitle", "show_text",
}  # fmt: skip
FIELD = re.compile(r"\{\w*[^}]*\}|%L?n|%L?\d")


@pytest.fixture
def update(script: Script, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "packaging" / "translations"))
    return script("translations/update.py")


def translation(language: str) -> tuple[Message, ...]:
    return read_translation(ROOT / "resources" / "translations" / f"aside_{language}.ts")


def test_every_text_of_the_source_can_be_found(update: ModuleType) -> None:
    found = update.phrases_of(ROOT)

    assert not found.faults
    assert len(found.places) > 800
    sources = {phrase.source for phrase in found.places}
    assert {"New chat", "Text size", "The engine stopped."} & sources, "tr(), settings and errors"


def test_words_that_are_not_marked_or_not_literal_are_told(update: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "ui").mkdir()
    (tmp_path / "app").mkdir()
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "recommended_models.json").write_text("[]")
    (tmp_path / "ui" / "box.py").write_text(
        "class Box(QWidget):\n"
        "    def __init__(self, words):\n"
        "        self.tr(words)\n"
        "        self.tr('Open' if words else 'Close')\n"
        "        self.tr('%n files', '', len(words))\n"
        "        QCoreApplication.translate('elsewhere', words)\n"
        "def _tr(text):\n"
        "    return QCoreApplication.translate('box', text)\n"
        "print(_tr('Lid'))\n"
    )

    found = update.phrases_of(tmp_path)

    assert [fault.split(":")[1] for fault in found.faults] == ["3", "6"]
    assert {(p.context, p.source, p.is_counted) for p in found.places} == {
        ("Box", "Open", False),
        ("Box", "Close", False),
        ("Box", "%n files", True),
        ("box", "Lid", False),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_are_up_to_date_with_the_source(update: ModuleType, language: str) -> None:
    phrases = update.phrases_of(ROOT).places
    wanted = update.merged(phrases, translation(language), language)

    assert update.as_ts(wanted, language) == update.translation_path(language).read_text(encoding="utf-8"), (
        "run packaging/translations/update.py, and translate what it lists"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_untranslated(language: str) -> None:
    left = [(message.context, message.source) for message in translation(language) if not message.is_finished]

    assert not left


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_fields_of_its_source(language: str) -> None:
    wrong = [
        (message.source, form)
        for message in translation(language)
        for form in message.forms
        if Counter(FIELD.findall(form)) != Counter(FIELD.findall(message.source))
    ]

    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_form_is_there(language: str) -> None:
    counted = [message for message in translation(language) if message.is_counted]

    assert counted
    assert all(len(message.forms) == len(LANGUAGES[language]) for message in counted)


@pytest.mark.parametrize("language", TRANSLATED)
def test_line_breaks_ends_and_file_filters_stay(language: str) -> None:
    wrong = []
    for message in translation(language):
        for form in message.forms:
            if (
                form.count("\n") != message.source.count("\n")
                or form.count("\t") != message.source.count("\t")
                or (form != form.strip()) != (message.source != message.source.strip())
                or form.endswith("…") != message.source.endswith("…")
                or re.findall(r"\*\.\w+", form) != re.findall(r"\*\.\w+", message.source)
                or form.count(";;") != message.source.count(";;")
            ):
                wrong.append((message.source, form))

    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_says_what_is_written(language: str) -> None:
    compiled = QTranslator()
    assert compiled.load(f"aside_{language}", str(ROOT / "resources" / "translations"))

    for message in translation(language):
        if not message.is_counted:
            assert compiled.translate(message.context, message.source) == message.forms[0]
            continue
        for count, form in zip(LANGUAGES[language], message.forms, strict=True):
            assert compiled.translate(message.context, message.source, "", count) == form


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiling_again_gives_the_same(update: ModuleType, language: str, tmp_path: Path) -> None:
    source = ROOT / "resources" / "translations" / f"aside_{language}.ts"

    update.compile_translation(source, tmp_path / "again.qm")

    assert (tmp_path / "again.qm").read_bytes() == source.with_suffix(".qm").read_bytes()


@pytest.mark.parametrize("path", sorted((ROOT / "ui").rglob("*.py")), ids=lambda path: path.stem)
def test_no_text_is_shown_without_being_translatable(path: Path) -> None:
    assert list(bare_texts(ast.parse(path.read_text(encoding="utf-8")))) == []


def test_a_bare_text_is_found_in_all_its_disguises() -> None:
    source = (
        "a.setText('Open')\n"
        "a.setToolTip(f'Opened {n} times')\n"
        "a.setText('Hello {x}'.format(x=1))\n"
        "a.setText('Yes' if b else 'No')\n"
        "QLabel('Name')\n"
        "a.setText('A' + self.tr('b'))\n"
        "a.setText(self.tr('fine')); a.setText('· {}'.format(1)); a.setText(f'{a}/{b}'); QLabel('Aside')\n"
    )

    assert [line for line, _text in bare_texts(ast.parse(source))] == [1, 2, 3, 4, 4, 5, 6]


def bare_texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield line and text of each literal with letters that a widget is given as it is."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in SHOWN_BY:
                for argument in (*node.args[:1], *(word.value for word in node.keywords if word.arg == "text")):
                    for text in _literals(argument):
                        if text not in NAMES and any(letter.isalpha() for letter in text):
                            yield node.lineno, text


def _literals(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            yield "".join(
                part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)
            )
        case ast.BinOp(left=left, right=right):
            yield from _literals(left)
            yield from _literals(right)
        case ast.IfExp(body=body, orelse=other):
            yield from _literals(body)
            yield from _literals(other)
        case ast.Call(func=ast.Attribute(value=template, attr="format")):
            yield from _literals(template)


@pytest.mark.parametrize(
    "path", sorted(p for p in (ROOT / "app").rglob("*.py") if "cli" not in p.parts), ids=lambda path: path.stem
)
def test_no_error_is_made_of_words_that_are_not_translatable(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    words = {"message", "advice", "title", "description", "label", "summary"}
    bare = [
        (node.lineno, text)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) != "add_argument"
        for keyword in node.keywords
        if keyword.arg in words
        for text in _literals(keyword.value)
        if " " in text.strip() and text[:1].isupper()
    ]

    assert bare == []
