"""A file that goes along with the question: its name, how long it is, and a way to take it out again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QWidget

from app.attachments.picture import estimated_tokens
from app.attachments.picture_header import picture_header
from app.attachments.reading import file_of
from app.history.attachments import StoredAttachment
from app.text import shortened_name, visible_line
from ui.chat.transcript.picture_button import pixmap_within
from ui.theme.fonts import scaled_px
from ui.theme.icons import IconName, give_icon
from ui.widgets.layouts import row
from ui.widgets.spoken_numbers import count_text, size_text
from ui.widgets.styled import button

_PICTURE_PX = 40


@dataclass(frozen=True, slots=True)
class _State:
    """What a chip says; `tokens` is exact or about, `None` while the file is being read."""

    name: str
    size_bytes: int = 0
    tokens: int | None = None
    is_exact: bool = False
    note: str = ""
    preview: bytes = field(default=b"", repr=False)
    """Of a picture."""


class AttachedChip(QFrame):
    """One file; `open_button` is for its text, `remove_button` for not sending it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """A file of this name is being read."""
        super().__init__(parent)
        self.setObjectName("box")
        self.open_button = button("", kind="quiet")
        self._picture = QLabel()
        self._picture.setVisible(False)
        self.remove_button = QToolButton()
        give_icon(self.remove_button, IconName.CLOSE)
        self.remove_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row(self._picture, self.open_button, self.remove_button, of=self, margins=(8, 0, 2, 0), spacing=4)
        self._show(_State(visible_line(name)))

    def show_file(self, file: StoredAttachment, *, note: str = "") -> None:
        """The file is read: say how large it is, and about how long."""
        self._show(_State(file.head.name, file.size_bytes, _about(file), note=note, preview=file.preview))

    def show_tokens(self, tokens: int) -> None:
        """Say exactly how long it is."""
        self._show(replace(self._state, tokens=tokens, is_exact=True))

    def show_estimate(self, file: StoredAttachment) -> None:
        """Say about how long it is: nobody can count now."""
        self._show(replace(self._state, tokens=_about(file), is_exact=False))

    # --- private ----------------------------------------------------------------------------------------------

    def _show(self, state: _State) -> None:
        self._state = state
        short = shortened_name(state.name)
        if state.tokens is None:
            text = self.tr("{name} · reading…").format(name=short)
        else:
            words = (
                self.tr("{name} · {size} · {count} tokens")
                if state.is_exact
                else self.tr("{name} · {size} · about {count} tokens")
            )
            text = words.format(name=short, size=size_text(state.size_bytes), count=count_text(state.tokens))
        self.open_button.setText(text)
        self.open_button.setEnabled(state.tokens is not None)
        self._show_picture(state.preview)
        words = self.tr("Show {name} large") if state.preview else self.tr("Show the text of {name}")
        tip = words.format(name=state.name)
        self.open_button.setToolTip(f"{tip}\n{state.note}" if state.note else tip)
        self.open_button.setAccessibleName(text if not state.note else f"{text}. {state.note}")
        self.remove_button.setToolTip(self.tr("Do not send {name}").format(name=state.name))
        self.remove_button.setAccessibleName(self.remove_button.toolTip())
        self.updateGeometry()

    def _show_picture(self, preview: bytes) -> None:
        if not preview or self._picture.isVisibleTo(self):
            return
        side = scaled_px(_PICTURE_PX)
        pixmap = pixmap_within(preview, QSize(2 * side, side), ratio=self.devicePixelRatioF())
        if not pixmap.isNull():
            self._picture.setPixmap(pixmap)
            self._picture.setContentsMargins(0, 4, 0, 4)
            self._picture.setVisible(True)


def _about(file: StoredAttachment) -> int:
    if file.is_picture:
        header = picture_header(file.content)
        return estimated_tokens(header) if header is not None else 0
    return file_of(file.name, file.kind, file.size_bytes, file.text).estimated_tokens()
