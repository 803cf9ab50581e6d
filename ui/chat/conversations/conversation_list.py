"""The list of conversations: choose, mark several, rename, move, archive, delete, by mouse and by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.history.conversation_lines import ArchiveLine, ConversationEntry, FolderLine, Section
from ui.chat.conversations.conversation_menu import (
    ARCHIVE_KEYS,
    NEW_FOLDER_KEYS,
    PIN_KEYS,
    PRINT_KEYS,
    CommandKind,
    ConversationCommand,
    conversation_menu,
    toggled_archive,
    toggled_pin,
)
from ui.chat.conversations.conversation_model import ConversationModel, ConversationRole, Index
from ui.theme.cut_text import paint_cut
from ui.theme.fonts import scaled_px, text_font
from ui.theme.icons import IconName, themed_icon
from ui.theme.spacing import spaced_px
from ui.theme.theme import Theme
from ui.widgets.composed_word import typed_text
from ui.widgets.list_ground import paint_ground
from ui.widgets.menus import look_for_mouse
from ui.widgets.pulse import Pulse, paint_dot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyle

_HELD_KEYS = frozenset((Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta))


class ConversationList(QListView):
    """Shows a `ConversationModel`. A click shows a conversation; Ctrl and Shift mark more without showing them.

    Signals:
        conversation_chosen(int): the person wants to see this conversation.
        commanded(ConversationCommand): the person wants something done with one or more conversations.
        folder_delete_asked(int): the person wants this folder gone (its conversations stay).
        undo_asked(): the last change should be taken back.
    """

    conversation_chosen = Signal(int)
    commanded = Signal(object)
    folder_delete_asked = Signal(int)
    undo_asked = Signal()

    def __init__(self, model: ConversationModel, theme: Theme, pulse: Pulse, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_syncing = False
        self.came_by_mouse = False
        self._conversations = model
        self.setModel(model)
        self.setItemDelegate(ConversationDelegate(theme, pulse, self))
        self.setAccessibleName(self.tr("Conversations"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)  # ten thousand lines need not be measured one by one
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setDragDropOverwriteMode(True)  # onto lines, not between them
        self.setMouseTracking(True)
        self.clicked.connect(self._toggle_clicked)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        model.layoutAboutToBeChanged.connect(self._keep_marked)
        model.layoutChanged.connect(self._sync)
        self._marked: tuple[int, ...] = ()
        self._current_folder: int | None = None
        pulse.beaten.connect(self._repaint)

    def set_chosen(self, conversation_id: int | None) -> None:
        """Mark the conversation that is shown."""
        self._is_syncing = True
        self._conversations.set_shown(conversation_id)
        self._marked, self._current_folder = (), None
        self._sync()

    def marked_ids(self) -> tuple[int, ...]:
        """Return the conversations that are marked, from top to bottom."""
        selection = self.selectionModel().selection()
        parts = map(selection.at, range(selection.count()))
        ranges = sorted((part.top(), part.bottom()) for part in parts)
        return tuple(one for first, last in ranges for one in self._conversations.ids_between(first, last))

    def edit_title(self, conversation_id: int) -> None:
        """Let the person type a conversation's title in place."""
        self._edit_at(self._conversations.index_of(conversation_id))

    def edit_folder(self, folder_id: int) -> None:
        """Let the person type a folder's name in place."""
        self._edit_at(self._conversations.index_of_folder(folder_id))

    def _edit_at(self, index: QModelIndex) -> None:
        if index.isValid():
            self.scrollTo(index)
            self._go_to(index)
            self.edit(index)

    def menu_for(self, *conversation_ids: int) -> QMenu:
        """Return the menu of conversations."""
        found = (self._conversations.entry(conversation_id) for conversation_id in conversation_ids)
        return conversation_menu(
            self,
            [entry for entry in found if entry is not None],
            self._conversations.folders(),
            command=self.commanded.emit,
            rename=lambda: self.edit(self._conversations.index_of(conversation_ids[0])),
            tells_keys=self.hasFocus() and not self.came_by_mouse,
        )

    def folder_menu(self, index: QModelIndex) -> QMenu:
        """Return the menu of the folder in this line."""
        line = index.data(ConversationRole.LINE)
        menu = QMenu(self)
        rename = QAction(self.tr("Rename folder"), menu)
        rename.setShortcut(Qt.Key.Key_F2)
        rename.triggered.connect(lambda: self.edit_folder(line.id))
        delete = QAction(self.tr("Delete folder, keep conversations"), menu)
        delete.setShortcut(Qt.Key.Key_Delete)
        delete.triggered.connect(lambda: self.folder_delete_asked.emit(line.id))
        menu.addActions([rename, delete])
        return menu

    # --- private ----------------------------------------------------------------------------------------------

    def _sync(self) -> None:
        """Mark again what was marked before the list changed, or the conversation that is shown."""
        self._is_syncing = True
        marked = self._marked if len(self._marked) > 1 else ()
        index = QModelIndex()
        if self._current_folder is not None:
            index = self._conversations.index_of_folder(self._current_folder)
        if not index.isValid():  # also when the folder is gone
            index = self._conversations.index_of(self._conversations.shown)
        if index.isValid():
            self._go_to(index)
        else:
            self.clearSelection()
        if marked:
            self._mark(sorted(place.row() for place in map(self._conversations.index_of, marked) if place.isValid()))
        self._is_syncing = False

    def _go_to(self, index: QModelIndex) -> None:
        """Mark this line alone: `setCurrentIndex` would mark it beside others while Ctrl of a shortcut is held."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _mark(self, rows: list[int]) -> None:
        """Mark these rows: neighbours as one range, for Qt takes seconds over ten thousand single ones."""
        selection = QItemSelection()
        first = last = rows[0] if rows else 0
        for row in [*rows[1:], -1]:
            if row == last + 1:
                last = row
                continue
            if rows:
                part = QItemSelectionRange(self._conversations.index(first), self._conversations.index(last))
                selection.append(part)
            first = last = row
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)

    def _keep_marked(self) -> None:
        self._marked = self.marked_ids()
        line = self.currentIndex().data(ConversationRole.LINE)
        self._current_folder = line.id if isinstance(line, FolderLine) and self.hasFocus() else None
        self._is_syncing = True

    def _selection_changed(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        if self._is_syncing:
            return
        marked = self.marked_ids()
        if len(marked) == 1 and marked[0] != self._conversations.shown:
            self.conversation_chosen.emit(marked[0])

    def _toggle_clicked(self, index: QModelIndex) -> None:
        if isinstance(index.data(ConversationRole.LINE), FolderLine | ArchiveLine):
            self._conversations.toggle(index.row())

    def _open_menu(self, index: QModelIndex, place: QPoint) -> None:
        line = index.data(ConversationRole.LINE)
        if isinstance(line, ConversationEntry):
            marked = self.marked_ids()
            menu = self.menu_for(*(marked if line.id in marked else (line.id,)))
        elif isinstance(line, FolderLine):
            menu = self.folder_menu(index)
        else:
            return
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.aboutToHide.connect(lambda: look_for_mouse(self.viewport()))
        menu.popup(self.viewport().mapToGlobal(place))

    def _command(self, kind: CommandKind) -> None:
        ids = self.marked_ids()
        if ids:
            self.commanded.emit(ConversationCommand(kind, ids))

    def _marked_entries(self) -> list[ConversationEntry]:
        found = (self._conversations.entry(conversation_id) for conversation_id in self.marked_ids())
        return [entry for entry in found if entry is not None]

    def _repaint(self, _strong: bool) -> None:
        if self.isVisible():
            self.viewport().update()

    def _perform_key(self, event: QKeyEvent) -> bool:
        """Do what a key means on the current line; return whether it means anything."""
        line = self.currentIndex().data(ConversationRole.LINE)
        key = event.key()
        if isinstance(line, FolderLine | ArchiveLine):
            opens = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}.get(Qt.Key(key), not line.is_open)
            keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right)
            if key in keys:
                if opens != line.is_open:
                    self._conversations.toggle(self.currentIndex().row())
                return True
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if isinstance(line, FolderLine) and not self.marked_ids():
                self.folder_delete_asked.emit(line.id)
            else:
                self._command(CommandKind.DELETE)
            return True
        pressed = QKeySequence(event.keyCombination())
        entries = self._marked_entries()
        for keys_text, kind in (
            (PIN_KEYS, toggled_pin(entries)),
            (ARCHIVE_KEYS, toggled_archive(entries)),
            (NEW_FOLDER_KEYS, CommandKind.NEW_FOLDER),
            (PRINT_KEYS, CommandKind.PRINT),
        ):
            if pressed == QKeySequence(keys_text):
                self._command(kind)
                return True
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_asked.emit()
            return True
        return False

    # --- Qt ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete, pin, archive, open folders by keyboard; a field for a name passes on the keys it does not take.

        What is typed after a click is not meant for the list.
        """
        if self.came_by_mouse and typed_text(event):
            event.ignore()
            return
        if event.key() not in _HELD_KEYS:  # such as Shift before the first letter of a question
            self.came_by_mouse = False
        if self.state() == QAbstractItemView.State.EditingState or not self._perform_key(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note whether the keyboard was brought here by the mouse; a menu that closes brings it back as it was."""
        super().focusInEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.came_by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The right button and “…” mark nothing: their menu is for the line under them, which need not be shown."""
        self.came_by_mouse = True
        at = event.position().toPoint()
        index = self.indexAt(at)
        is_left = event.button() == Qt.MouseButton.LeftButton
        line = index.data(ConversationRole.LINE)
        if is_left and isinstance(line, ConversationEntry) and at.x() >= more_place(self.visualRect(index)).left():
            self._open_menu(index, self.visualRect(index).bottomLeft() + QPoint(24, 0))
        elif event.button() != Qt.MouseButton.RightButton:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the line under the mouse, or of the current one for the menu key."""
        is_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if is_key else self.indexAt(event.pos())
        place = self.visualRect(index).bottomLeft() + QPoint(24, 0) if is_key else event.pos()
        self._open_menu(index, place)


# Paints the lines of the conversation list.

_LINE_PX = 34
_TEXT_PX = 20
_PADDING_PX = 8
_INDENT_PX = 16
_CHEVRON_PX = 3.5
_MORE_PX = 16


class ConversationDelegate(QStyledItemDelegate):
    """A rounded tint with an edge for the conversation that is open, a pulse at one that is being written."""

    def __init__(self, theme: Theme, pulse: Pulse, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pulse = pulse

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a conversation, a folder, or a heading."""
        line = index.data(ConversationRole.LINE)
        if isinstance(line, Section):
            self._paint_heading(painter, option, index)
        elif isinstance(line, FolderLine | ArchiveLine):
            self._paint_folder(painter, option, index, line)
        else:
            self._paint_conversation(painter, option, index, is_inside=_is_inside(line))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All lines are as tall as each other: the list asks for one and knows them all."""
        return QSize(80, scaled_px(_TEXT_PX + spaced_px(_LINE_PX - _TEXT_PX)))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Let the field for a new title cover the line."""
        editor.setGeometry(_rect(option).adjusted(1, 2, -1, -2))

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        font = text_font(size_px=11, weight=QFont.Weight.DemiBold)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.5)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colours.faint_text))
        place = _rect(option).adjusted(_PADDING_PX, 0, -_PADDING_PX, -5)
        painter.drawText(place, Qt.AlignmentFlag.AlignBottom, str(index.data()).upper())
        painter.restore()

    def _paint_folder(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, line: FolderLine | ArchiveLine
    ) -> None:
        colours = self._theme.colours
        painter.save()
        rect = self._paint_ground(painter, option, index)
        inside = rect.adjusted(_PADDING_PX, 0, -_PADDING_PX, 0)
        painter.setPen(QPen(QColor(colours.faint_text), 1.5))
        middle = QPointF(inside.left() + _CHEVRON_PX, rect.center().y() + 1)
        painter.drawPolyline(_chevron(middle, is_open=line.is_open))
        inside.setLeft(inside.left() + scaled_px(_INDENT_PX))
        painter.setFont(text_font(size_px=12))
        painter.setPen(QColor(colours.faint_text))
        count = str(line.count)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
        inside.setRight(inside.right() - painter.fontMetrics().horizontalAdvance(count) - _PADDING_PX)
        painter.setFont(text_font(weight=QFont.Weight.Medium))
        painter.setPen(QColor(colours.soft_text))
        paint_cut(painter, inside, str(index.data()))
        painter.restore()

    def _paint_conversation(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, *, is_inside: bool
    ) -> None:
        from PySide6.QtWidgets import QStyle

        colours = self._theme.colours
        painter.save()
        rect = self._paint_ground(painter, option, index)
        is_shown = bool(index.data(ConversationRole.IS_SHOWN))
        inside = rect.adjusted(_PADDING_PX + (scaled_px(_INDENT_PX) if is_inside else 0), 0, -_PADDING_PX, 0)
        if _state(option) & QStyle.StateFlag.State_MouseOver:
            themed_icon(IconName.MORE).paint(painter, more_place(rect))
            inside.setRight(more_place(rect).left() - 4)
        elif index.data(ConversationRole.IS_RUNNING):
            centre = QPointF(inside.right() - 7, rect.center().y() + 1)
            is_asking = bool(index.data(ConversationRole.IS_ASKING))
            colour = colours.warm if is_asking else colours.accent
            paint_dot(painter, centre, colour, strong=is_asking or self._pulse.is_strong)
            inside.setRight(inside.right() - 22)
        painter.setFont(text_font(weight=QFont.Weight.Medium if is_shown else QFont.Weight.Normal))
        painter.setPen(QColor(colours.text))
        paint_cut(painter, inside, str(index.data()))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> QRect:
        """Tint an open, chosen or hovered line, ring the one with the focus; return where its content goes."""
        by_mouse = isinstance(option.widget, ConversationList) and option.widget.came_by_mouse
        is_shown = bool(index.data(ConversationRole.IS_SHOWN))
        return paint_ground(painter, option, self._theme.colours, by_mouse=by_mouse, is_shown=is_shown)


def more_place(line: QRect) -> QRect:
    """Return where in a conversation's line its menu is opened, while the mouse is over it."""
    side = scaled_px(_MORE_PX)
    return QRect(line.right() - _PADDING_PX - side, line.center().y() - side // 2, side, side)


def _is_inside(line: object) -> bool:
    if not isinstance(line, ConversationEntry) or (line.is_pinned and not line.is_archived):
        return False
    return line.is_archived or line.folder_id is not None


def _chevron(middle: QPointF, *, is_open: bool) -> QPolygonF:
    size = _CHEVRON_PX
    if is_open:
        points = [QPointF(-size, -size / 2), QPointF(0, size / 2), QPointF(size, -size / 2)]
    else:
        points = [QPointF(-size / 2, -size), QPointF(size / 2, 0), QPointF(-size / 2, size)]
    return QPolygonF([middle + point for point in points])


def _rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    state: QStyle.StateFlag = option.state
    return state
