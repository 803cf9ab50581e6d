"""Which tools this conversation offers, and what they cost: a button beside the thinking control."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.text import visible_line
from ui.chat.thinking.yielding_button import YieldingButton
from ui.theme.icons import IconName, give_icon
from ui.widgets.key_tip import KeyTip
from ui.widgets.lacks import Need, Needs
from ui.widgets.menus import add_ticked, open_at
from ui.widgets.spoken_numbers import count_text, tokens_text

if TYPE_CHECKING:
    from app.conversation.tool_costs import TokenCost

_MOST_LINES = 60
"""Of one server in a menu; all are on the page of tools."""


class ToolLine(Struct, frozen=True):
    """A tool in the menu; `name` is what people call it, as is kept of the conversation."""

    name: str
    title: str
    description: str
    cost: TokenCost
    is_offered: bool
    note: str = ""
    """What is special of it: that it is never allowed, or leaves this computer."""


class ServerLines(Struct, frozen=True):
    """A server in the menu, with its tools as far as they are known."""

    name: str
    tools: tuple[ToolLine, ...]
    is_offered: bool
    """Whether it is chosen as a whole, whatever it offers."""


class ToolsButton(YieldingButton):
    """Wanted while a model is chosen, greyed where its template takes no tools.

    Signals:
        toggled_tool(str): offer what is called this, or no more.
        calculator_asked(): the preset that lets small models calculate.
        usual_asked(): as new conversations have it.
        kept_as_usual(): new conversations should have what this one has.
        page_asked(): show the page of tools.
    """

    toggled_tool = Signal(str)
    calculator_asked = Signal()
    usual_asked = Signal()
    kept_as_usual = Signal()
    page_asked = Signal()

    def __init__(self, stand_in: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(stand_in, parent)
        self.setObjectName("toolsButton")
        give_icon(self, IconName.TOOLS)
        self._tip = KeyTip(self, "", action="tools")
        Needs(self, Need.TOOLS)
        self._own: Sequence[ToolLine] = ()
        self._servers: Sequence[ServerLines] = ()
        self._is_usual = True
        self._total_cost: tuple[int, bool] = (0, True)
        self._menu = StayingMenu(self)
        self._total: QAction | None = None
        self.clicked.connect(lambda: self.open_menu())

    def show_tools(
        self, own: Sequence[ToolLine], servers: Sequence[ServerLines], *, cost: TokenCost, is_usual: bool
    ) -> None:
        """Show what is offered, and what that costs together."""
        self._own, self._servers, self._total_cost, self._is_usual = own, servers, cost, is_usual
        count = len(self._offered())
        if count:
            self.say(count_text(count), self.tr("Tools: {count}").format(count=count_text(count)))
        else:
            self.say(None, self.tr("Tools"))
        words = self.tr("No tools offered")
        if count:
            words = self.tr("Tools of this conversation: {count}").format(count=count_text(count))
        self.setAccessibleName(words)
        self._tip.say(f"{words}\n{self._cost()}".strip())
        if self._total is not None:
            self._total.setText(self._cost() or words)

    def open_menu(self, at: QWidget | None = None) -> None:
        """Offer the tools, each with what it costs in every prompt; below another widget where that asks for it."""
        menu = self._menu
        menu.clear()
        self._total = menu.addAction(self._cost() or self.tr("No tools offered"))
        self._total.setEnabled(False)
        menu.addAction(self.tr("Think with a calculator"), self.calculator_asked.emit)
        menu.addSeparator()
        for line in self._own:
            self._add_tool(menu, line)
        for server in self._servers:
            self._add_server(menu, server)
        menu.addSeparator()
        usual = menu.addAction(self.tr("As new conversations have it"), self.usual_asked.emit)
        usual.setEnabled(not self._is_usual)
        keep = menu.addAction(self.tr("Let new conversations have these"), self.kept_as_usual.emit)
        keep.setEnabled(not self._is_usual)
        menu.addAction(self.tr("Manage tools…"), self.page_asked.emit)
        open_at(menu, at or self.menu_place())

    # --- private ----------------------------------------------------------------------------------------------

    def _offered(self) -> list[ToolLine]:
        of_servers = [line for server in self._servers for line in server.tools if line.is_offered]
        return [*(line for line in self._own if line.is_offered), *of_servers]

    def _cost(self) -> str:
        tokens, is_counted = self._total_cost
        counted = self.tr("They take {count} tokens of every prompt")
        about = self.tr("They take about {count} tokens of every prompt")
        return (counted if is_counted else about).format(count=count_text(tokens)) if tokens else ""

    def _add_tool(self, menu: QMenu, line: ToolLine) -> None:
        parts = (visible_line(line.title), line.note)
        words = " · ".join(filter(None, parts)).replace("&", "&&")
        text = f"{words}\t{tokens_text(line.cost.tokens, is_counted=line.cost.is_counted)}"
        toggle, tip = partial(self.toggled_tool.emit, line.name), visible_line(line.description)[:500]
        add_ticked(menu, text, toggle, is_ticked=line.is_offered, tip=tip)

    def _add_server(self, menu: QMenu, server: ServerLines) -> None:
        count = sum(line.is_offered for line in server.tools)
        title = visible_line(server.name).replace("&", "&&")
        told = self.tr("{count} of {all}").format(count=count, all=len(server.tools)) if server.tools else ""
        inner = StayingMenu(menu)
        inner.setTitle(f"{title}\t{told}" if told else title)
        toggle = partial(self.toggled_tool.emit, server.name)
        add_ticked(inner, self.tr("All its tools"), toggle, is_ticked=server.is_offered)
        inner.addSeparator()
        for line in server.tools[:_MOST_LINES]:
            self._add_tool(inner, line)
        if len(server.tools) > _MOST_LINES:
            inner.addAction(self.tr("More on the page of tools…"), self.page_asked.emit)
        if not server.tools:
            inner.addAction(self.tr("What it offers is known when it has run once")).setEnabled(False)
        menu.addMenu(inner)


class StayingMenu(QMenu):
    """Stays open while lines are ticked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick what is under the mouse."""
        action = self.actionAt(event.position().toPoint())
        if action is None or not self._tick(action):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick the chosen line with Space; Enter does, and closes."""
        action = self.activeAction()
        if event.key() != Qt.Key.Key_Space or action is None or not self._tick(action):
            super().keyPressEvent(event)

    def _tick(self, action: QAction) -> bool:
        if action.isCheckable() and action.isEnabled():
            action.trigger()
            return True
        return False
