"""Text from strangers is shown letter for letter wherever the window shows text; no file that it names is opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QListWidgetItem, QMenu, QMessageBox, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from app.settings.choices import ThemeChoice
from ui.platform.tray import without_markup
from ui.theme.theme import Theme


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Theme:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    theme.wear()
    return theme


@pytest.fixture(
    params=["<h1>Big</h1>", "<b>bold", "<img src='{}'>", "a<br>b<table><tr><td>c", "<a href='file:{}'>x</a>"]
)
def hostile(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    picture = tmp_path / "canary.png"
    image = QImage(2000, 10, QImage.Format.Format_Mono)
    image.fill(0)
    image.save(str(picture))
    text: str = request.param
    return text.format(picture)


def width_of_letters(widget: QWidget, text: str) -> int:
    return max(widget.fontMetrics().horizontalAdvance(line) for line in text.split("\n"))


@pytest.fixture(autouse=True)
def no_tip_is_left() -> Iterator[None]:
    yield
    QToolTip.hideText()
    for tip in tips():
        tip.deleteLater()


def tips() -> list[QLabel]:
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QLabel) and widget.metaObject().className() == "QTipLabel" and widget.isVisible()
    ]


def ask_for_tip(widget: QWidget, place: QPoint) -> QLabel:
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))
    (tip,) = tips()
    return tip


def shows_letters(label: QLabel, text: str) -> bool:
    is_plain = label.text() == text and label.sizeHint().isValid() and label.textFormat() is Qt.TextFormat.PlainText
    return is_plain and (label.wordWrap() or abs(label.sizeHint().width() - width_of_letters(label, text)) < 60)


def test_a_label_shows_letters(qtbot: QtBot, hostile: str) -> None:
    label = QLabel(hostile)
    qtbot.addWidget(label)

    assert shows_letters(label, hostile)
    label.setText(f"{hostile} again")
    assert shows_letters(label, f"{hostile} again")


def test_a_label_that_was_made_before_the_theme_changed_shows_letters(qtbot: QtBot, theme: Theme, hostile: str) -> None:
    label = QLabel(hostile)
    qtbot.addWidget(label)
    label.show()
    theme.choose(ThemeChoice.DARK)

    assert shows_letters(label, hostile)


def test_a_tooltip_shows_letters(qtbot: QtBot, hostile: str) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setToolTip(hostile)
    widget.show()

    assert shows_letters(ask_for_tip(widget, QPoint(2, 2)), hostile)


def test_the_tooltip_of_a_row_shows_letters(qtbot: QtBot, hostile: str) -> None:
    rows = QListWidget()
    qtbot.addWidget(rows)
    row = QListWidgetItem("row")
    row.setToolTip(hostile)
    rows.addItem(row)
    rows.show()

    assert shows_letters(ask_for_tip(rows.viewport(), rows.visualItemRect(row).center()), hostile)


def test_the_tooltip_of_an_entry_in_a_menu_shows_letters(qtbot: QtBot, hostile: str) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.setToolTipsVisible(True)
    entry = menu.addAction("entry")
    entry.setToolTip(hostile)
    menu.popup(QPoint(10, 10))

    assert shows_letters(ask_for_tip(menu, menu.actionGeometry(entry).center()), hostile)
    menu.close()


def test_a_message_shows_letters(qtbot: QtBot, hostile: str) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setText(hostile)
    box.setInformativeText(hostile)
    box.show()

    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in box.findChildren(QLabel))


def test_a_notification_of_the_desktop_holds_no_markup(hostile: str) -> None:
    assert "<" not in without_markup(hostile)
    assert len(without_markup(hostile)) == len(hostile)
