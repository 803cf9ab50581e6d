"""The tools that the conversation shown offers: shown, chosen, and kept with it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from app.conversation.session import Session
from app.conversation.session_tools import SessionTools
from app.conversation.shown_branch import ShownBranch
from app.conversation.tool_costs import ToolCosts
from app.engines.model_status import ModelPhase, ModelStatus
from app.history.store import HistoryStore
from app.messages import Permission
from app.tools.toolbox import OfferedTool
from ui.bridges.settings_store import SettingsStore
from ui.bridges.window_events import WindowEvents
from ui.chat.thinking.tools_button import ServerLines, ToolLine, ToolsButton
from ui.widgets.timers import after

_SOON_MS = 150
_COUNT_MS = 400
_CALCULATOR = "calculator"
"""The key of the built-in preset."""


class ToolsPresenter(QObject):
    """Keeps the button as the conversation shown has it.

    Signals:
        page_asked(): show the page of tools.
    """

    page_asked = Signal()

    def __init__(
        self,
        button: ToolsButton,
        *,
        tools: SessionTools,
        costs: ToolCosts,
        branch: ShownBranch,
        session: Session,
        store: HistoryStore,
        kept: SettingsStore,
        events: WindowEvents,
    ) -> None:
        super().__init__(button)
        self._button = button
        self._tools = tools
        self._costs = costs
        self._branch = branch
        self._session = session
        self._store = store
        self._kept = kept
        self._events = events
        self._soon = after(self, _SOON_MS, self._show)
        self._count_soon = after(self, _COUNT_MS, self._count)
        self._model: tuple[object, ModelPhase] | None = None
        button.toggled_tool.connect(self._toggle)
        button.calculator_asked.connect(self._calculate)
        button.usual_asked.connect(lambda: self._offer(None))
        button.kept_as_usual.connect(self._keep)
        button.page_asked.connect(self.page_asked)
        events.model_changed.connect(self._show_model)
        events.turn_ended.connect(self._show)
        events.conversation_shown.connect(self._show)
        events.choices_changed.connect(self._show)
        events.tools_changed.connect(self._note_changed)
        kept.changed.connect(self._show)

    def close(self) -> None:
        """Show nothing more: history is about to be closed."""
        self._soon.stop()
        self._count_soon.stop()

    def _show_model(self, status: ModelStatus) -> None:
        model = (status.model, status.phase)
        if model != self._model and status.phase is ModelPhase.READY:
            self._costs.forget()
        self._model = model
        self._show()

    def _count(self) -> None:
        """Have tools counted that were not yet, unless the engine has something better to do."""
        status = self._session.model_status
        can_count = status.phase is ModelPhase.READY and status.capabilities.counts
        if can_count and status.info is not None and status.info.takes_tools and self._session.running_turn is None:
            with self._events.reporting_problems():
                self._costs.count(
                    [tool.spec for tool in self._tools.all], self._tools.specs(self._branch.conversation_id)
                )

    def _note_changed(self) -> None:
        if not self._soon.isActive():  # a server may tell of changes without end
            self._soon.start()

    def _show(self) -> None:
        conversation_id = self._branch.conversation_id
        with self._events.reporting_problems():
            choices = self._session.overrides.tools(conversation_id)
            chosen = self._tools.chosen(conversation_id)
            never = {
                rule.name
                for rule in (*choices.rules, *self._kept.now().tool_rules)
                if rule.permission is Permission.NEVER
            }
            own = [tool for tool in self._tools.all if not tool.server]
            servers = [
                ServerLines(
                    known.server.name,
                    tuple(self._line(tool, chosen, never) for tool in self._of(known.server.name)),
                    known.server.name in chosen,
                )
                for known in self._tools.servers.all()
            ]
            lines = [self._line(tool, chosen, never) for tool in own]
            cost = self._costs.of_all(self._tools.specs(conversation_id))
            self._button.show_tools(lines, servers, cost=cost, is_usual=choices.offered is None)
        self._count_soon.start()
        self._button.want(wanted=self._session.model_status.phase is not ModelPhase.NONE)

    def _line(self, tool: OfferedTool, chosen: Iterable[str], never: Iterable[str]) -> ToolLine:
        note = ""
        if tool.person_name in never:
            note = self.tr("never allowed")
        elif not tool.server and not tool.only_computes:
            note = self.tr("asks the Internet")
        is_offered = any(tool.is_named(name) for name in chosen)
        return ToolLine(tool.person_name, tool.tool, tool.spec.description, self._costs.of(tool.spec), is_offered, note)

    def _of(self, server: str) -> list[OfferedTool]:
        return [tool for tool in self._tools.all if tool.server == server]

    def _toggle(self, name: str) -> None:
        chosen = self._tools.toggled(self._tools.chosen(self._branch.conversation_id), name)
        if name in chosen and self._is_unknown(name):
            self._tools.servers.open(name)
        self._offer(chosen)

    def _is_unknown(self, name: str) -> bool:
        """Whether a server has never told what it offers: it has to be started once."""
        return any(known.server.name == name and known.listing is None for known in self._tools.servers.all())

    def _offer(self, names: tuple[str, ...] | None) -> None:
        with self._events.reporting_problems():
            self._session.overrides.offer_tools(self._branch.conversation_id, names)
        self._events.choices_changed.emit()

    def _calculate(self) -> None:
        with self._events.reporting_problems():
            preset = self._store.presets.find(_CALCULATOR)
            if preset is not None:
                self._session.apply_preset(self._branch.conversation_id, preset)
        self._events.choices_changed.emit()

    def _keep(self) -> None:
        self._kept.set(offered_tools=self._tools.chosen(self._branch.conversation_id))
        self._offer(None)
