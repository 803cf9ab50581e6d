"""The tab Tools: Aside's own and servers, a form that adds one, and a field for settings of other apps."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.models.parts.entry_list import EntryList, ResultListModel
from ui.models.parts.panel_questions import Question
from ui.theme.theme import Theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.flow_row import FlowRow
from ui.widgets.layouts import clear, column, row
from ui.widgets.long_words import PlainField
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.styled import button, label, line_field
from ui.widgets.yielding_area import YieldingArea

_PASTED_LINES = 7
_ABOVE_SHARE = 0.6
_EXAMPLE = '{"mcpServers": {"files": {"command": "npx", "args": ["-y", "…"]}}}'


class ToolsView(QWidget):
    """A secret is shown as dots and never kept by this widget.

    Signals:
        add_asked(): keep what is typed.
        pasted(str): keep the servers of this text.
        found_asked(): look for servers in the settings of other apps.
    """

    add_asked = Signal()
    pasted = Signal(str)
    found_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = ResultListModel(self)
        self.list = EntryList(self.entries, theme, self.tr("Tools and servers of tools"))
        self.notice = NoticeBar()
        self.name = line_field(self.tr("Name of the server"), hint=self.tr("name"), longest=40)
        self.target = line_field(
            self.tr("Command or address"),
            hint="npx -y SERVER · https://example.org/mcp",
            tip=self.tr("The program that is started, with its arguments, or the address of a server"),
        )
        self.secret_name = line_field(
            self.tr("Name of a secret"),
            hint=self.tr("API_KEY or Authorization"),
            tip=self.tr("A variable that the program is given, or a header that is sent to the address"),
        )
        self.secret = line_field(
            self.tr("The secret"),
            hint=self.tr("its value, if it needs one"),
            tip=self.tr("Kept in the system's keyring, given to this server only, and never shown again"),
        )
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        for one in (self.name, self.target, self.secret_name, self.secret):
            one.returnPressed.connect(self.add_asked)
        add = button(self.tr("Add"), self.tr("Keep this server; it is started when it is used"), clicked=self._add)
        self._form = QWidget()
        column(
            row((self.name, 2), (self.target, 5), spacing=8),
            row((self.secret_name, 3), (self.secret, 3), add, spacing=8),
            of=self._form,
            spacing=8,
        )
        self.text = PlainField()
        self.text.setObjectName("promptField")
        self.text.setAccessibleName(self.tr("Settings as other apps write them"))
        self.text.setPlaceholderText(_EXAMPLE)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * _PASTED_LINES)
        take = button(
            self.tr("Add these"), self.tr("Keep the servers that stand in this text"), clicked=self._take_pasted
        )
        self._paste = QWidget()
        column(self.text, row(1, take), of=self._paste, spacing=8)
        self._found = QWidget()
        self._found_rows = column(of=self._found, spacing=6)
        look = button(
            self.tr("From other apps"),
            self.tr("Look for servers in the settings of other apps on this computer; nothing is changed there"),
            clicked=lambda: self.found_asked.emit(),
        )
        self._ways = FlowRow(
            self._way(self.tr("Add a server…"), self.tr("By its command or address"), self._form),
            self._way(self.tr("Paste settings…"), self.tr("JSON as other apps write it"), self._paste),
            look,
        )
        self.question = Question()
        yes = button(self.tr("Add it"), self.tr("Do it now"), kind="smallPrimary")
        self.question.set_answers(yes, button(self.tr("Cancel"), self.tr("Change nothing")))
        for part in (self._form, self._paste, self._found):
            part.setVisible(False)
        above = QWidget()
        parts = (self._ways, self._form, self._paste, self._found, self.question, self.notice)
        column(*parts, of=above, spacing=8)
        area = YieldingArea(above, self, most_px=lambda: round(self.height() * _ABOVE_SHARE))
        column(area, (self.list, 1), of=self, margins=(24, 18, 24, 12), spacing=8)

    def show_added(self) -> None:
        """Empty the form."""
        for field in (self.name, self.target, self.secret_name, self.secret):
            field.clear()
        self.text.clear()
        self.question.setVisible(False)
        self._open(None)

    def show_found(self, lines: Sequence[str], take: Callable[[int], None]) -> None:
        """Show servers of other apps, each with a button that keeps it; `take` is called with its place."""
        clear(self._found_rows)
        if not lines:
            words = self.tr("No servers of other apps are found that are not here already.")
            self._found_rows.addWidget(label(words, tone="soft", wraps=True))
        for place, text in enumerate(lines):
            shown = ElidedLabel()
            shown.setText(text)
            add = button(self.tr("Add…"), text, name=self.tr("Add {server}").format(server=text))
            add.clicked.connect(lambda _checked=False, place=place: take(place))
            line = QWidget()
            row((shown, 1), add, of=line, spacing=8)
            self._found_rows.addWidget(line)
        self._open(self._found)

    # --- private ----------------------------------------------------------------------------------------------

    def _way(self, text: str, tip: str, part: QWidget) -> QWidget:
        return button(text, tip, clicked=lambda: self._open(None if not part.isHidden() else part))

    def _open(self, wanted: QWidget | None) -> None:
        for part in (self._form, self._paste, self._found):
            part.setVisible(part is wanted)
        first = {self._form: self.name, self._paste: self.text}.get(wanted) if wanted is not None else None
        if first is not None:
            first.setFocus()

    def _add(self) -> None:
        self.notice.setVisible(False)
        self.add_asked.emit()

    def _take_pasted(self) -> None:
        self.notice.setVisible(False)
        self.pasted.emit(self.text.toPlainText())
