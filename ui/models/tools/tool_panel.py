"""The right side of Tools: one server with its log and its tools, or one of Aside's own."""

from __future__ import annotations

import enum
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from app.conversation.tool_costs import TokenCost
from app.text import visible, visible_line
from app.tools.server_process.messages import InputAsked
from ui.documents.server_question import ServerQuestion
from ui.models.parts.action_panel import ActionPanel
from ui.models.tools.server_offers import ServerOffers
from ui.theme.fonts import code_font
from ui.widgets.announcement import announce
from ui.widgets.layouts import clear, column, row
from ui.widgets.long_words import PlainField
from ui.widgets.spoken_numbers import tokens_text
from ui.widgets.styled import button, label, line_field, show_text
from ui.widgets.unfolding_box import UnfoldingBox

_LOG_LINES = 8
_MOST_ROWS = 50
"""Shown at once; the others are found by the field above them."""
_FILTERED_FROM = 12


class ToolServerAction(enum.Enum):
    """What a person may do with a server."""

    START = "start"
    STOP = "stop"
    RESTART = "restart"
    SIGN_OUT = "sign_out"
    REMOVE = "remove"


class Leave(enum.Enum):
    """What calls of a tool are to wait for."""

    ASKS = "asks"
    FREE = "free"
    """It only computes, and asks nobody."""
    SOME = "some"
    """Calls of some kinds go by themselves."""
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class PanelTool:
    """A tool of the panel; `name` is what people call it."""

    name: str
    title: str
    description: str
    cost: TokenCost
    is_usual: bool
    """Whether new conversations offer it."""
    leave: Leave
    allowed: str = ""
    """In words, which calls go by themselves."""
    only_computes: bool = False


class ToolPanel(ActionPanel):
    """What a server asks is answered in place.

    Signals:
        answered(InputAsked, object): what the person says to a server; `None` to decline.
        usual_changed(str): new conversations should offer the tool of this name, or no more.
        asking_wanted(str), never_wanted(str): calls of the tool of this name should be asked for, or never go.
    """

    usual_changed = Signal(str)
    answered = Signal(object, object)
    asking_wanted = Signal(str)
    never_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._tools: Sequence[PanelTool] = ()
        self._question = QWidget()
        self._asked = column(of=self._question, spacing=8)
        self._asking: ServerQuestion | None = None
        buttons: dict[enum.Enum, QPushButton] = {
            ToolServerAction.START: button(self.tr("Start"), self.tr("Start it now, and see what it offers")),
            ToolServerAction.STOP: button(self.tr("Stop"), self.tr("End it; the next call starts it again")),
            ToolServerAction.RESTART: button(self.tr("Restart"), self.tr("End it and start it anew")),
            ToolServerAction.SIGN_OUT: button(
                self.tr("Sign out"), self.tr("Forget what signing in has brought, and end it")
            ),
            ToolServerAction.REMOVE: button(
                self.tr("Remove…"), self.tr("Forget this server and its secrets; asks first")
            ),
        }
        self.set_actions(buttons, ToolServerAction.REMOVE)
        self._log_title = label(self.tr("What its program has written"), tone="soft", scale="small")
        self.log = PlainField()
        self.log.setObjectName("promptField")
        self.log.setReadOnly(True)
        self.log.setTabChangesFocus(True)
        self.log.setAccessibleName(self._log_title.text())
        self.log.setFont(code_font(size_px=12))
        self.log.setFixedHeight(self.log.fontMetrics().lineSpacing() * _LOG_LINES)
        self.offers = ServerOffers()
        words = self.tr("Ticked ones are offered in new conversations. At the right: who decides on their calls.")
        self._rows_title = label(words, tone="soft", scale="small", wraps=True)
        self.filter = line_field(self.tr("Find a tool"), hint=self.tr("Find a tool"))
        self.filter.textChanged.connect(lambda _text: self._fill())
        self._rows = QWidget()
        self._row_column = column(of=self._rows, spacing=14)
        for hidden in (self._rows_title, self.filter):
            hidden.setVisible(False)
        self._more = label(tone="soft", scale="small", wraps=True)
        above = (self.said, self.notice, self._question, self.facts, self.action_row, self.removal)
        offered = (self._rows_title, self.filter, self._rows, self._more, self.offers)
        self.fill(*above, self._log_title, self.log, *offered, name=self.tr("About this tool"))
        self.show_nothing()

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self.say_only(self.tr("Choose a tool or a server to see what it offers and who may decide on its calls."))
        self.show_log("")
        self.show_question(None)
        self.show_tools(())
        self.offers.show_listing(None)

    def show_one(self, title: str, facts: Sequence[tuple[str, str]], *, said: str, is_server: bool) -> None:
        """Show a server or a tool; what is open stays open while it is the same one."""
        if title != self.title():
            self.filter.clear()
        self.show_about(title, title, facts, said=said)
        self.action_row.setVisible(is_server)
        question = self.tr("Forget {name}? Its secrets are deleted from the keyring, too.").format(name=title)
        self.removal.set_words(question, self.tr("Remove"))

    def allow(self, actions: Collection[enum.Enum]) -> None:
        """Let these be done now, and no others; signing out is there only where somebody has signed in."""
        super().allow(actions)
        self._buttons[ToolServerAction.SIGN_OUT].setVisible(ToolServerAction.SIGN_OUT in actions)

    def show_question(self, question: InputAsked | None) -> None:
        """Show what the server asks the person; what is written there stays while it is the same question."""
        if question == (self._asking.question if self._asking is not None else None):
            return
        focused = self.window().focusWidget()
        if focused is not None and self._question.isAncestorOf(focused):  # it would go anywhere
            next(one for one in self._buttons.values() if one.isEnabled()).setFocus(Qt.FocusReason.TabFocusReason)
        clear(self._asked)
        self._asking = None
        if question is not None:
            self._asking = ServerQuestion(question)
            self._asking.answered.connect(lambda content: self.answered.emit(question, content))
            self._asked.addWidget(self._asking)
            if focused is not None and self.isAncestorOf(focused):
                self.take_keyboard()
            announce(self, self.tr("The tool server {name} asks you something.").format(name=question.server))

    def take_keyboard(self) -> None:
        """Put the keyboard where a question is answered, if there is one."""
        if self._asking is not None:
            self._asking.take_keyboard()

    def show_log(self, text: str) -> None:
        """Show the end of what its program has written."""
        self._log_title.setVisible(bool(text))
        self.log.setVisible(bool(text))
        shown = "\n".join(line.rstrip() for line in visible(text).rstrip().split("\n"))
        if shown != self.log.toPlainText():
            self.log.setPlainText(shown)
            self.log.setLineWrapMode(PlainField.LineWrapMode.NoWrap)
            self.log.verticalScrollBar().setValue(self.log.verticalScrollBar().maximum())

    def show_tools(self, tools: Sequence[PanelTool]) -> None:
        """Show who may decide on calls of these, and whether new conversations offer them."""
        if tools == self._tools:
            return
        self._tools = tools
        self._rows_title.setVisible(bool(tools))
        self.filter.setVisible(len(tools) >= _FILTERED_FROM)
        self._fill()

    # --- private ----------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        wanted = self.filter.text().strip().lower()
        found = [one for one in self._tools if wanted in f"{one.title}\n{one.description}".lower()]
        clear(self._row_column)
        for one in found[:_MOST_ROWS]:
            self._row_column.addWidget(self._row_of(one))
        left = len(found) - _MOST_ROWS
        words = self.tr("{count} more: find them by a word above.").format(count=left)
        show_text(self._more, words if left > 0 else "")

    def _row_of(self, tool: PanelTool) -> QWidget:
        made = QWidget()
        title = visible_line(tool.title)
        usual = QCheckBox(title.replace("&", "&&"))
        usual.setChecked(tool.is_usual)
        usual.setToolTip(self.tr("Offer it in new conversations"))
        usual.setAccessibleName(self.tr("Offer {tool} in new conversations").format(tool=title))
        usual.toggled.connect(lambda _is_on: self.usual_changed.emit(tool.name))
        leave = UnfoldingBox()
        leave.addItem(self.tr("free") if tool.only_computes else self.tr("asks"), Leave.ASKS)
        if tool.leave is Leave.SOME:
            leave.addItem(self.tr("some go by themselves"), Leave.SOME)
        leave.addItem(self.tr("never"), Leave.NEVER)
        at = leave.findData(Leave.ASKS if tool.leave is Leave.FREE else tool.leave)
        leave.setCurrentIndex(max(0, at))
        leave.setAccessibleName(self.tr("Calls of {tool}").format(tool=title))
        leave.setToolTip(self.tr("Whether calls of it wait for you"))
        leave.activated.connect(lambda at: self._choose(tool, leave.itemData(at)))
        about = label(visible_line(tool.description), tone="soft", scale="small", wraps=True)
        allowed = label(tool.allowed, tone="soft", scale="small", wraps=True)
        allowed.setVisible(bool(tool.allowed))
        tokens = label(tokens_text(tool.cost.tokens, is_counted=tool.cost.is_counted), tone="faint", scale="small")
        column(row(usual, 1, tokens, leave, spacing=8), about, allowed, of=made, spacing=4)
        return made

    def _choose(self, tool: PanelTool, leave: object) -> None:
        if leave is Leave.NEVER:
            self.never_wanted.emit(tool.name)
        elif leave is Leave.ASKS:
            self.asking_wanted.emit(tool.name)
