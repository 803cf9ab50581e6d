"""The list of models below the picker: searched by letters, recent first, with what each can do, and ways to more."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from app.engines.model_status import ModelPhase
from app.hub.library.library_model import LibraryModel, ModelOrigin, ModelSource, ModelState
from app.model_choice.engine_probe import EngineProbe
from app.paths import AppPaths
from app.text import natural_key
from tests.app.hub.tiny_gguf import write_gguf
from tests.ui.conftest import OpenWindow, services_of, session_of
from tests.ui.model_manager_stage import THINKING_TEMPLATE
from ui.assembly import Assembly
from ui.models.models_page import Tab
from ui.models.parts.badge import BadgeText
from ui.models.parts.entry_list import ResultEntry, cut_words
from ui.models.picker.model_lines import ModelLine
from ui.widgets.tip_lines import tip_lines

TOOLS_TEMPLATE = "{% for tool in tools %}{{ tool }}{% endfor %}{{ messages }}"


@pytest.fixture(autouse=True)
def nobody_looks_at_devices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EngineProbe, "_asked", lambda _self, _question: None)


@pytest.fixture
def home(paths: AppPaths) -> AppPaths:
    """Four models, two of them alike but for their size."""
    paths.models.mkdir(parents=True)
    for name, template in (
        ("Big-10B-Q4_K_M", THINKING_TEMPLATE),
        ("Big-3B-Q4_K_M", ""),
        ("alpha-Q8_0", TOOLS_TEMPLATE),
        ("Zeta", ""),
    ):
        write_gguf(paths.models / f"{name}.gguf", name=name, chat_template=template)
    return paths


def lines(assembly: Assembly) -> list[ModelLine]:
    shown = assembly.picker.list
    assert shown is not None
    entries = [shown.model.entry(row) for row in range(shown.model.rowCount())]
    return [entry for entry in entries if isinstance(entry, ModelLine)]


def texts(assembly: Assembly) -> list[str]:
    return [line.text for line in lines(assembly)]


def subtitle(assembly: Assembly, text: str) -> str:
    (found,) = (line.entry for line in lines(assembly) if line.text == text)
    assert found is not None
    return found.subtitle


def press(keys: str) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keySequence(target, QKeySequence(keys))


def test_models_stand_in_natural_order_with_what_they_can_do(
    home: AppPaths, open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window(home=home)
    assembly.picker.open_list()

    names = [text for text in texts(assembly) if "Starter" not in text]
    assert names == ["alpha", "Big-3B", "Big-10B", "Zeta"]
    qtbot.waitUntil(lambda: "thinks" in subtitle(assembly, "Big-10B"))
    assert subtitle(assembly, "Big-10B").startswith("Q4_K_M · ")
    assert "thinks" not in subtitle(assembly, "Big-3B")
    assert "tools" in subtitle(assembly, "alpha")
    badges = {line.text: line.entry.badge.text for line in lines(assembly) if line.entry and line.entry.badge}
    assert badges["Big-3B"] == "Fits"


def test_what_was_used_last_is_first_and_the_loaded_one_is_marked(
    home: AppPaths, open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window(home=home)
    for name in ("Zeta", "Big-10B-Q4_K_M"):
        services_of(assembly).picker.choose_named(name)
    qtbot.waitUntil(lambda: session_of(assembly).model_status.phase is ModelPhase.READY)
    assert "Big-10B Q4_K_M" in assembly.picker.findChildren(type(assembly.picker.cancel))[0].accessibleName()

    assembly.picker.open_list()

    assert texts(assembly)[:3] == ["Used last", "Big-10B", "Zeta"]
    assert texts(assembly).count("Zeta") == 1
    first = lines(assembly)[1].entry
    assert first is not None
    assert first.badge is not None
    assert first.badge.text == "Loaded"
    assert assembly.picker.unload.isVisible()


def test_letters_search_and_enter_chooses(home: AppPaths, open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(home=home)
    assembly.window.activateWindow()
    assembly.picker.open_list()
    shown = assembly.picker.list
    assert shown is not None
    (field,) = shown.findChildren(QLineEdit)
    qtbot.waitUntil(field.hasFocus)

    QTest.keyClicks(field, "10b")
    assert texts(assembly)[0] == "Big-10B"
    services_of(assembly).picker.list_models()  # a server answers meanwhile: what was typed stays
    assert texts(assembly)[0] == "Big-10B"
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert not shown.isVisible()
    assert session_of(assembly).model_status.name == "Big-10B-Q4_K_M"


def test_the_keyboard_reaches_the_foot_and_what_stands_there(
    home: AppPaths, open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window(home=home)
    assembly.window.activateWindow()
    picker = assembly.picker
    picker.open_list()
    shown = picker.list
    assert shown is not None
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))

    press("Tab")
    assert QApplication.focusWidget() is picker.settings
    press("Esc")
    assert not shown.isVisible()
    picker.open_list()
    picker.manage.click()
    assert not shown.isVisible()
    room = services_of(assembly).models
    assert room.page.isVisible()
    assert room.page.tab is Tab.LIBRARY


@pytest.mark.parametrize(
    ("name", "file", "repo", "title", "quantization"),
    [
        ("qwen3-8b-q4_k_m", "qwen3-8b-q4_k_m.gguf", "Qwen/Qwen3-8B-GGUF", "Qwen3-8B", "Q4_K_M"),
        ("SmolLM2-135M.Q4_1", "SmolLM2-135M.Q4_1.gguf", "", "SmolLM2-135M", "Q4_1"),
        ("Some-UD-Q4_K_XL", "Some-UD-Q4_K_XL.gguf", "", "Some", "UD-Q4_K_XL"),
        ("My own name", "Qwen3-8B-Q8_0.gguf", "Qwen/Qwen3-8B-GGUF", "My own name", "Q8_0"),
        ("plain", "plain.gguf", "", "plain", "F16"),
    ],
)
def test_a_model_is_called_what_the_hub_calls_it(
    name: str, file: str, repo: str, title: str, quantization: str
) -> None:
    source = ModelSource(repo, "c", (file,)) if repo else None
    model = LibraryModel(
        name, Path(f"/m/{file}"), 1, ModelOrigin.DOWNLOADED, ModelState.READY, quantization="F16", source=source
    )

    assert (model.title, model.shown_quantization) == (title, quantization)


def test_a_name_that_is_cut_is_whole_in_the_tooltip_and_for_a_screen_reader(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window()
    name = "Qwen3-30B-A3B-Thinking-2507-Instruct-Distilled"
    session_of(assembly).choose_model(f"/models/{name}.gguf", name, load=False)
    opener = assembly.picker.findChildren(type(assembly.picker.cancel))[0]
    assembly.window.resize(700, 600)
    qtbot.waitUntil(lambda: name in opener.accessibleName())

    def tip() -> str:
        QApplication.sendEvent(opener, QHelpEvent(QEvent.Type.ToolTip, QPoint(), QPoint()))
        QToolTip.hideText()
        return opener.toolTip()

    assert tip() == f"{name}\nChoose a model (Ctrl+M)"
    session_of(assembly).choose_model("/models/Tiny.gguf", "Tiny", load=False)
    qtbot.waitUntil(lambda: tip() == "Choose a model (Ctrl+M)")

    place, entry = QRect(0, 0, 300, 50), ResultEntry("k", name, "short", badge=BadgeText("Fits"))
    assert cut_words(place, entry) == name
    assert cut_words(QRect(0, 0, 900, 50), entry) == ""


def test_lines_of_tooltips_are_broken_between_words_and_chinese_letters() -> None:
    assert tip_lines("Copy") == "Copy"
    assert tip_lines("Facts:\n" + " ".join(["word"] * 20)).split("\n") == [
        "Facts:",
        *["word word word word word word word word word word"] * 2,
    ]
    first, *_ = tip_lines("以更小的方式存储模型读过的内容：可容纳更长的上下文，精度略低。").split("\n")
    assert first == "以更小的方式存储模型读过的内容：可容纳更长的上下文，"


def test_numbers_in_names_are_in_their_order() -> None:
    names = ["m-10B", "m-3B", "M-1.7B", "m-0.6B", "m", "10", "a"]

    assert sorted(names, key=natural_key) == ["10", "a", "m", "m-0.6B", "M-1.7B", "m-3B", "m-10B"]
