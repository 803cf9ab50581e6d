"""The lines above code blocks, with a switch for wrapping and a button for copying; each that has been seen has one.

What tools were asked and told is read more often than it is copied: its buttons show under the pointer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, Signal
from PySide6.QtGui import QEnterEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from app.atomic_write import write_atomically
from app.documents.blocks import Block, CodePart
from app.documents.lexers import lexer_of
from app.text import visible_line
from ui.documents.code_box import HEADER_PX, TOLD_BY_TOOLS, CodeBox, code_in
from ui.documents.document_layout import DocumentLayout
from ui.documents.scroll_group import ScrollGroup
from ui.theme.fonts import scaled_px
from ui.widgets.announcement import announce
from ui.widgets.file_questions import ask_where_to_save
from ui.widgets.layouts import row
from ui.widgets.styled import button, label, restyle
from ui.widgets.timers import after

if TYPE_CHECKING:
    from ui.documents.svg_painter import SvgPainter
    from ui.documents.svg_picture import SvgPicture

_COPIED_MS = 1600
_FAR_PX = 3000
"""Beyond this from what is seen, code needs no header."""


class CodeHeader(QWidget):
    """Stands on the ground of the code block.

    Signals:
        wrap_changed(bool): wrap long lines, or not.
        folded(bool): show its first lines only, or all.
    """

    wrap_changed = Signal(bool)
    folded = Signal(bool)

    def __init__(self, language: str, parent: QWidget, *, rests: bool = False) -> None:
        """`rests` hides the buttons while the pointer is elsewhere."""
        super().__init__(parent)
        self._rests = rests
        self._language = label(tone="faint", scale="small")
        self._wrap = button("", kind="quiet")
        self._wrap.setCheckable(True)
        self._wrap.toggled.connect(self._wrap_toggled)
        self._fold: QPushButton | None = None
        """Only where there is something to fold: that is seldom, and a button takes twenty kilobytes."""
        self.copy_button = button("", kind="quiet")
        self.save_button = button("", kind="quiet")
        for one in (self._wrap, self.save_button, self.copy_button):
            one.setCursor(Qt.CursorShape.PointingHandCursor)
            one.setFlat(True)
        self._copied = after(self, _COPIED_MS, self._say)
        margins = (scaled_px(14), 2, scaled_px(12), 0)
        parts = (self._language, 1, self._wrap, self.save_button, self.copy_button)
        self._row = row(*parts, of=self, margins=margins, spacing=14)
        self._name = language
        self._shown: tuple[str, SvgPicture | None, bool, bool, bool] | None = None
        self._say()
        self.show_block(language)
        self.point_at(is_pointed_at=False)

    def show_block(
        self,
        language: str,
        picture: SvgPicture | None = None,
        *,
        is_folded: bool = False,
        can_fold: bool = False,
        is_refused: bool = False,
    ) -> None:
        """Show the language as it is written after the fence, that a picture is shown and what of the source is not in
        it, or that it should be drawn and cannot be; offer to show all of the block, or its first lines only.
        """
        shown = (language, picture, is_folded, can_fold, is_refused)
        if shown == self._shown:  # asked for whenever the text grows
            return
        self._shown = shown
        left_out = ", ".join(sorted(picture.checked.left_out)) if picture is not None else ""
        tip = self.tr("Drawn without: {names}").format(names=left_out) if left_out else ""
        tip = self.tr("Cannot be drawn: broken, or too large") if is_refused else tip
        self._language.setToolTip(tip)
        self._language.setText(display_name(language) + (f" · {tip}" if tip else ""))
        if language != self._name:
            self._name = language
            self._say()
        self._can_fold = can_fold
        if can_fold:
            fold = self._fold = self._fold or self._new_fold()
            fold.setText(self.tr("Show all") if is_folded else self.tr("Show less"))
            fold.setAccessibleName(self._with_language(fold.text()))
            fold.setToolTip(self.tr("Show all lines") if is_folded else self.tr("Show the first lines only"))
        self._is_folded = is_folded
        self._fit()

    def say_copied(self) -> None:
        """Tell that it has been copied, for a moment."""
        self.copy_button.setText(self.tr("Copied"))
        self._copied.start()

    def say_not_saved(self, name: str) -> None:
        """Tell, until it is tried again, that it could not be saved, and what can be done in the tooltip."""
        words = self.tr("{name} cannot be written. Choose another folder, or check that its disk has room.")
        self.save_button.setText(self.tr("Not saved"))
        self.save_button.setToolTip(words.format(name=visible_line(name)))
        announce(self, f"{self.save_button.text()}. {self.save_button.toolTip()}")

    def say_saved(self) -> None:
        """Tell that it has been saved, for a moment."""
        self.save_button.setText(self.tr("Saved"))
        self.save_button.setToolTip(self.save_words())
        self._copied.start()

    def save_words(self) -> str:
        """Return what saving is called in full."""
        return self.tr("Save this code as a file")

    def file_name(self) -> str:
        """Return what a file with this code would be called."""
        return self.tr("code") + file_ending(self._name)

    def set_wrapped(self, *, wrapped: bool) -> None:
        """Show whether lines are wrapped."""
        if self._wrap.isChecked() != wrapped:
            self._wrap.setChecked(wrapped)

    def point_at(self, *, is_pointed_at: bool) -> None:
        """Show the buttons while the pointer is on the block."""
        for one in (self._wrap, self.save_button, self.copy_button):
            restyle(one, rests=self._rests and not is_pointed_at)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the buttons."""
        super().enterEvent(event)
        self.point_at(is_pointed_at=True)

    def leaveEvent(self, event: QEvent) -> None:
        """The block below tells whether the pointer is there."""
        super().leaveEvent(event)
        self.point_at(is_pointed_at=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what is needed least where there is no room: in a narrow column, or with large text."""
        super().resizeEvent(event)
        self._fit()

    # --- private ----------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        margins = self._row.contentsMargins()
        left = self.width() - margins.left() - margins.right()
        folds = [self._fold] if self._fold is not None and self._can_fold else []
        if self._fold is not None:
            self._fold.setVisible(False)
        buttons = (self.copy_button, self.save_button, self._wrap)
        for part in (*folds, self._language, *buttons) if self._rests else (*folds, *buttons, self._language):
            left -= part.sizeHint().width() + self._row.spacing()
            part.setVisible(left >= -self._row.spacing())

    def _new_fold(self) -> QPushButton:
        made = button("", kind="quiet", clicked=lambda: self.folded.emit(not self._is_folded))
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setFlat(True)
        self._row.insertWidget(self._row.indexOf(self._wrap), made)
        QWidget.setTabOrder(made, self._wrap)
        return made

    def _say(self) -> None:
        self.save_button.setText(self.tr("Save"))
        self.save_button.setToolTip(self.save_words())
        self.copy_button.setText(self.tr("Copy"))
        self.copy_button.setAccessibleName(self._with_language(self.tr("Copy this code")))
        self.copy_button.setToolTip(self.tr("Copy this code"))
        self.save_button.setAccessibleName(self._with_language(self.save_words()))
        is_wrapped = self._wrap.isChecked()
        self._wrap.setText(self.tr("Unwrap") if is_wrapped else self.tr("Wrap"))
        self._wrap.setAccessibleName(self._with_language(self.tr("Wrap long lines of this code")))
        self._wrap.setToolTip(self.tr("Show each line in one piece") if is_wrapped else self.tr("Wrap long lines"))

    def _with_language(self, name: str) -> str:
        """Return what a button is called, so that those of several code blocks can be told apart."""
        language = display_name(self._name)
        return self.tr("{name} ({language})").format(name=name, language=language) if language else name

    def _wrap_toggled(self, wrapped: bool) -> None:
        self._say()
        self.wrap_changed.emit(wrapped)


_SHORT = frozenset({"css", "html", "json", "jsx", "php", "sql", "svg", "tsx", "xml", "yaml"})
"""Names that are short for something."""
_NO_LANGUAGE = frozenset({"text", "txt", "plaintext"})
_NAMES = {
    "py": "Python",
    "python": "Python",
    "bash": "Bash",
    "python3": "Python",
    "js": "JavaScript",
    "javascript": "JavaScript",
    "ts": "TypeScript",
    "typescript": "TypeScript",
    "cpp": "C++",
    "cs": "C#",
    "csharp": "C#",
    "sh": "Shell",
    "yml": "YAML",
}


_DIAGRAMS = {
    "mermaid": "Mermaid",
    "dot": "Graphviz",
    "graphviz": "Graphviz",
    "plantuml": "PlantUML",
    "puml": "PlantUML",
    "d2": "D2",
    "tikz": "TikZ",
}
"""Languages whose diagrams are not drawn here."""


def file_ending(language: str) -> str:
    """Return how the name of a file in a language ends, from what stands behind a fence."""
    lexer = lexer_of(language)
    patterns = lexer.filenames if lexer is not None else []
    return next((pattern[1:] for pattern in patterns if pattern.startswith("*.")), ".txt")


def display_name(language: str) -> str:
    """Return what a language is called, from what stands behind a fence."""
    name = language.strip("{}.").split(",", 1)[0][:24]
    if name.lower() in _DIAGRAMS:
        return _tr("{language}, source of a diagram").format(language=_DIAGRAMS[name.lower()])
    if name in TOLD_BY_TOOLS:
        return {"asked": _tr("Asked"), "result": _tr("Result"), "error": _tr("Error")}[name]
    if name.lower() in _NO_LANGUAGE:
        return ""
    return name.upper() if name.lower() in _SHORT else _NAMES.get(name.lower(), name[:1].upper() + name[1:])


def _tr(text: str) -> str:
    return QCoreApplication.translate("CodeHeader", text)


class CodeHeaders:
    """Makes headers when their code is first painted, and moves them with it."""

    def __init__(
        self,
        view: QWidget,
        layout: DocumentLayout,
        changed: Callable[[], None],
        *,
        painter: Callable[[], SvgPainter] | None,
        drawn: Callable[[object], None],
    ) -> None:
        """`painter` returns who draws SVG, and `drawn` is told by it; without one it stays source."""
        self._view = view
        self._painter = painter
        self._drawn = drawn
        self._is_told = False
        self._layout = layout
        self._changed = changed
        self._headers: dict[ScrollGroup, CodeHeader] = {}
        self._wanted: set[ScrollGroup] = set()
        self._unfolded: set[ScrollGroup] = set()
        """Those that can be folded again."""
        self._examined: set[ScrollGroup] = set()
        """Those of which is known whether they draw a picture."""
        self._refused: set[ScrollGroup] = set()
        """Those that should, and cannot."""
        self._timer = after(view, 0, self.place)
        self._redraw = after(view, 0, changed)

    def want(self, index: int) -> None:
        """A box is seen: if it begins a code block, it gets a header soon (not while painting)."""
        box = self._layout.boxes[index]
        if isinstance(box, CodeBox) and box.block.part == 0 and box.group not in self._headers:
            self._wanted.add(box.group)
            self._timer.start()

    def point_at(self, group: ScrollGroup | None) -> None:
        """The pointer is on this block, or on none."""
        for other, header in self._headers.items():
            header.point_at(is_pointed_at=other is group)

    def place(self) -> None:
        """Make the headers that are wanted, put all in their places, drop those whose code is gone or far away."""
        if not self._headers and not self._wanted:
            return
        layout = self._layout
        has_new = False
        for group in self._wanted:
            index = layout.beginning_of(group)
            if index is not None and group not in self._headers:
                self._headers[group] = self._make(layout.boxes[index].block, group)
                has_new = True
        self._wanted.clear()
        if has_new:
            # Tab goes through them as they stand one above the other, not as they were made.
            for group in sorted(self._headers, key=lambda group: group.first_box):
                self._headers[group].raise_()
        seen = self._view.visibleRegion().boundingRect()
        height = round(layout.style.px(HEADER_PX))
        for group, header in list(self._headers.items()):
            index = layout.beginning_of(group)
            if index is None:
                self._drop(group)
                continue
            box = layout.boxes[index]
            if isinstance(box, CodeBox):
                self._draw(group, box.block.language)
                if group.picture is not None and group.picture.has_failed:
                    self._show_picture(group, None)
                    self._refused.add(group)
                can_fold = box.is_cut or (group.is_folded is False and group in self._unfolded)
                language, is_folded = box.block.language, bool(group.is_folded)
                is_refused = group in self._refused and language.lower() == "svg"
                header.show_block(
                    language, group.picture, is_folded=is_folded, can_fold=can_fold, is_refused=is_refused
                )
            place = QRect(
                round(layout.left(index)), round(layout.top(index)), round(layout.area(index).width()), height
            )
            if header.geometry() != place:
                header.setGeometry(place)
            is_far = place.top() > seen.bottom() + _FAR_PX or place.bottom() < seen.top() - _FAR_PX
            if is_far and not seen.isEmpty() and not header.isAncestorOf(QApplication.focusWidget() or self._view):
                self._drop(group)

    def _draw(self, group: ScrollGroup, language: str) -> None:
        """Draw the picture of a block that is whole, once, and fold its source."""
        last = self._layout.code_of(group)[-1].block
        if group in self._examined or last.is_open or not last.is_last:
            return
        self._examined.add(group)
        if self._painter is None or ("<svg" not in last.code and "</svg" not in last.code):
            return
        from ui.documents.svg_picture import SvgPicture

        picture = SvgPicture.of(self._code(group), language, self._painter())
        if picture is not None and not picture.has_failed:
            if not self._is_told:
                self._is_told = True
                self._painter().drawn.connect(self._drawn)
            self._show_picture(group, picture)
        else:
            self._refused.add(group)

    def _show_picture(self, group: ScrollGroup, picture: SvgPicture | None) -> None:
        group.picture, group.is_folded = picture, picture is not None
        self._layout.forget_group(group)
        self._redraw.start()

    def fold(self, group: ScrollGroup, *, is_folded: bool) -> None:
        """Show the first lines of a block only, or all of it."""
        if bool(group.is_folded) == is_folded:
            return
        group.is_folded = is_folded
        if not is_folded:
            self._unfolded.add(group)
        self._layout.forget_group(group)
        self._changed()

    def restyle(self) -> None:
        """Sizes are other ones: make the headers anew when their code is painted."""
        for group in list(self._headers):
            self._drop(group)

    def _drop(self, group: ScrollGroup) -> None:
        header = self._headers.pop(group)
        header.hide()
        header.deleteLater()

    def _make(self, block: Block, group: ScrollGroup) -> CodeHeader:
        language = block.language if isinstance(block, CodePart) else ""
        header = CodeHeader(language, self._view, rests=self._layout.style.is_verbatim and language in TOLD_BY_TOOLS)
        header.set_wrapped(wrapped=group.is_wrapped)
        header.copy_button.clicked.connect(lambda: self._copy(group, header))
        header.save_button.clicked.connect(lambda: self._save(group, header))
        header.wrap_changed.connect(lambda wrapped: self._wrap(group, wrapped))
        header.folded.connect(lambda is_folded: self.fold(group, is_folded=is_folded))
        header.show()
        return header

    def _copy(self, group: ScrollGroup, header: CodeHeader) -> None:
        QGuiApplication.clipboard().setText(self._code(group))
        header.say_copied()

    def _save(self, group: ScrollGroup, header: CodeHeader) -> None:
        path = ask_where_to_save(self._view.window(), header.save_words(), header.file_name())
        if path is not None:
            try:
                write_atomically(path, self._code(group).encode("utf-8", "replace"))
            except OSError:
                header.say_not_saved(path.name)
            else:
                header.say_saved()

    def _code(self, group: ScrollGroup) -> str:
        return code_in(self._layout.code_of(group))

    def _wrap(self, group: ScrollGroup, wrapped: bool) -> None:
        group.is_wrapped = wrapped
        group.offset = group.content_width = 0.0
        self._layout.forget_group(group)
        self._changed()
