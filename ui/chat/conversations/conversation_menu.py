"""The menu of the conversations that are marked in the list."""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.history.conversation_lines import ConversationEntry, FolderLine

PIN_KEYS = "Ctrl+D"
ARCHIVE_KEYS = "Ctrl+E"
NEW_FOLDER_KEYS = "Ctrl+Shift+D"
PRINT_KEYS = "Ctrl+P"


def toggled_pin(entries: Sequence[ConversationEntry]) -> CommandKind:
    """Return what the key for pinning does: pin, unless all of them are pinned."""
    return CommandKind.UNPIN if entries and all(entry.is_pinned for entry in entries) else CommandKind.PIN


def toggled_archive(entries: Sequence[ConversationEntry]) -> CommandKind:
    """Return what the key for the archive does: archive, unless all of them are archived."""
    return CommandKind.UNARCHIVE if entries and all(entry.is_archived for entry in entries) else CommandKind.ARCHIVE


def conversation_menu(
    parent: QWidget,
    entries: Sequence[ConversationEntry],
    folders: Sequence[FolderLine],
    *,
    command: Callable[[ConversationCommand], None],
    rename: Callable[[], None],
    tells_keys: bool = True,
) -> QMenu:
    """Return the menu for these conversations; what is chosen goes to `command`.

    It tells keys only where they would do the same: while the list has the keyboard.
    """
    ids = tuple(entry.id for entry in entries)
    menu = QMenu(parent)

    def add(to: QMenu, text: str, kind: CommandKind, *, keys: str = "", folder_id: int | None = None) -> QAction:
        action = QAction(text, to)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: command(ConversationCommand(kind, ids, folder_id)))
        to.addAction(action)
        return action

    if len(entries) == 1:
        renaming = QAction(_tr("Rename"), menu)
        renaming.setShortcut(Qt.Key.Key_F2)
        renaming.triggered.connect(rename)
        menu.addAction(renaming)
    pin = toggled_pin(entries)
    add(menu, _tr("Pin") if pin is CommandKind.PIN else _tr("Unpin"), pin, keys=PIN_KEYS)
    into = menu.addMenu(_tr("Move to folder"))
    held_by = {entry.folder_id for entry in entries}
    for folder in folders:
        action = add(into, folder.name.replace("&", "&&"), CommandKind.MOVE, folder_id=folder.id)
        action.setEnabled(held_by != {folder.id})
    if held_by != {None}:
        add(into, _tr("No folder"), CommandKind.MOVE)
    if folders:
        into.addSeparator()
    add(into, _tr("New folder…"), CommandKind.NEW_FOLDER, keys=NEW_FOLDER_KEYS)
    archive = toggled_archive(entries)
    add(
        menu,
        _tr("Archive") if archive is CommandKind.ARCHIVE else _tr("Take out of the archive"),
        archive,
        keys=ARCHIVE_KEYS,
    )
    menu.addSeparator()
    add(menu, _tr("Export…"), CommandKind.EXPORT)
    if len(entries) == 1:
        add(menu, _tr("Print…"), CommandKind.PRINT, keys=PRINT_KEYS)
    menu.addSeparator()
    add(menu, _tr("Delete"), CommandKind.DELETE).setShortcut(Qt.Key.Key_Delete)
    one, many = _tr("Forget everything of this conversation…"), _tr("Forget everything of these conversations…")
    add(menu, one if len(entries) == 1 else many, CommandKind.FORGET)
    if not tells_keys:
        for action in (*menu.actions(), *into.actions()):
            action.setShortcut(QKeySequence())
    return menu


def _tr(text: str) -> str:
    return QCoreApplication.translate("ConversationList", text)


# What a person may want done with the conversations that are marked in the list.


class CommandKind(enum.Enum):
    """The commands."""

    PIN = "pin"
    UNPIN = "unpin"
    ARCHIVE = "archive"
    UNARCHIVE = "unarchive"
    MOVE = "move"
    """Into the folder of the command, or out of all folders."""
    NEW_FOLDER = "new folder"
    """Into a folder that is made for them."""
    EXPORT = "export"
    PRINT = "print"
    DELETE = "delete"
    FORGET = "forget"
    """Delete for good, with all that is left anywhere; the person is asked first."""


class ConversationCommand(Struct, frozen=True):
    """A command and the conversations it is for; `folder_id` is for `MOVE`."""

    kind: CommandKind
    conversation_ids: tuple[int, ...]
    folder_id: int | None = None
