"""What a menu leaves behind when it closes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.widgets.menu_button import MenuButton
from ui.widgets.menus import open_at, passing_menu


def test_a_button_forgets_the_mouse_that_has_gone_while_its_menu_was_open(qtbot: QtBot) -> None:
    button = QPushButton("…")
    qtbot.addWidget(button)
    button.show()
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    menu = passing_menu(button)
    menu.addAction("Export")
    QCursor.setPos(button.mapToGlobal(QPoint(300, 300)))

    open_at(menu, button)
    assert menu.isVisible()
    menu.close()

    assert not button.underMouse()


def test_an_arrow_down_opens_the_menu_as_it_does_a_list(qtbot: QtBot) -> None:
    button = MenuButton("How often")
    qtbot.addWidget(button)
    asked: list[bool] = []
    button.clicked.connect(lambda: asked.append(True))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_F4, Qt.Key.Key_Space):
        QTest.keyClick(button, key)
    assert len(asked) == 3


def test_the_letters_that_a_menu_tells_are_obeyed_in_it(qtbot: QtBot) -> None:
    button = QPushButton("…")
    qtbot.addWidget(button)
    button.show()
    done: list[str] = []
    for letter in ("V", "Z", "W"):
        menu = passing_menu(button)
        menu.addAction("Compare versions\tV", lambda: done.append("compare"))
        menu.addAction("Fold", lambda: done.append("fold")).setShortcut(Qt.Key.Key_Z)
        menu.addAction("With…\tW", lambda: done.append("with")).setEnabled(False)
        open_at(menu, button)
        QTest.keyClicks(menu, letter.lower())
        assert menu.isVisible() == (letter == "W")
        menu.close()
    assert done == ["compare", "fold"]
