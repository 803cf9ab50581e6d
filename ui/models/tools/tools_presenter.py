"""The tab Tools: adds, starts, stops, restarts and removes servers; says which tools are offered, and who decides."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from app.conversation.conversation_overrides import with_rule
from app.conversation.session_tools import SessionTools
from app.conversation.tool_costs import ToolCosts
from app.errors import UserError
from app.messages import Permission, ToolRule
from app.text import visible_line
from app.tools.errors import ToolServerIsElsewhere
from app.tools.kept_servers import KeptServer, pasted_servers
from app.tools.known_servers import KnownServer, ServerState
from app.tools.other_apps import servers_of_other_apps
from app.tools.resource_file import WantedResource
from app.tools.server_process.messages import InputAsked, ServerPrompt, ServerResource
from app.tools.toolbox import OfferedTool
from app.tools.typed_server import typed_server
from ui.bridges.background import Background
from ui.bridges.notice_of import notice_of
from ui.bridges.settings_store import SettingsStore
from ui.bridges.window_events import WindowEvents
from ui.models.parts.entry_list import ResultEntry
from ui.models.tools.tool_panel import Leave, PanelTool, ToolPanel, ToolServerAction
from ui.models.tools.tool_words import entry_of_server, entry_of_tool, facts_of_server, server_key, warning_of
from ui.models.tools.tools_view import ToolsView
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.timers import after

_SOON_MS = 150


class ToolsPagePresenter(QObject):
    """Servers are kept and known by `tools`; what is said of tools in general stands in the settings.

    Signals:
        resource_wanted(WantedResource): the question that is being written should have it.
        prompt_filled(str): this text should be put into it.
    """

    resource_wanted = Signal(object)
    prompt_filled = Signal(str)

    def __init__(
        self,
        tools: SessionTools,
        *,
        costs: ToolCosts,
        questions: Mapping[int, InputAsked],
        kept: SettingsStore,
        background: Background,
        events: WindowEvents,
    ) -> None:
        """`questions` are what servers ask now, by number."""
        super().__init__()
        self._tools = tools
        self._costs = costs
        self._background = background
        self._kept = kept
        self._chosen = ""
        self._waiting: Sequence[KeptServer] = ()
        """What the person is asked about."""
        self._found: list[tuple[str, KeptServer]] = []
        """What other apps have, with their names."""
        self._restarted = ""
        self._soon = after(self, _SOON_MS, self._show)
        self._questions = questions
        events.tools_changed.connect(self._note_changed)
        events.tool_input_asked.connect(self._note_asked)
        events.tool_input_over.connect(self._note_over)
        kept.changed.connect(self._show)

    def attach(self, view: ToolsView, panel: ToolPanel) -> None:
        """Fill these from now on, in the place of others."""
        self._view = view
        self._panel = panel
        view.add_asked.connect(self._ask_to_add)
        view.pasted.connect(self._ask_to_take)
        view.question.confirmed.connect(self._add)
        view.list.entry_chosen.connect(self._choose)
        view.found_asked.connect(self._look)
        panel.answered.connect(self._answer)
        panel.offers.resource_wanted.connect(self._want_resource)
        panel.offers.prompt_wanted.connect(self._fill_in)
        panel.action_asked.connect(self._act)
        panel.usual_changed.connect(self._change_usual)
        panel.asking_wanted.connect(self._forget_rules)
        panel.never_wanted.connect(self._forbid)
        self._show()

    def show_question(self) -> None:
        """Show a server that asks something, the keyboard where it is answered."""
        asked = next(iter(self._questions.values()), None)
        if asked is not None:
            self._chosen = server_key(asked.server)
            self._show()
            self._panel.take_keyboard()

    def refresh(self) -> None:
        """Another program may have added servers meanwhile."""
        self._tools.servers.look_again()

    def close(self) -> None:
        """Show nothing more."""
        self._soon.stop()

    # --- adding -----------------------------------------------------------------------------------------------

    def _ask_to_add(self) -> None:
        view = self._view
        name, secret = view.secret_name.text(), view.secret.text()
        with self._telling(view.notice):
            self._ask([typed_server(view.name.text(), view.target.text(), secret_name=name, secret=secret)])

    def _ask_to_take(self, text: str) -> None:
        with self._telling(self._view.notice):
            self._ask(pasted_servers(text))

    def _ask(self, servers: Sequence[KeptServer]) -> None:
        self._waiting = servers
        told = "\n".join(f"{server.name}: {visible_line(server.target)}" for server in servers)
        warnings = dict.fromkeys(warning_of(server.target) for server in servers)
        self._view.question.ask("\n".join((told, *warnings)))

    def _add(self) -> None:
        servers, self._waiting = self._waiting, ()
        not_taken: list[str] = []
        for server in servers:
            try:
                not_taken += self._tools.servers.add(server)
            except UserError as error:
                self._tell(self._view.notice, error)
                return
        self._chosen = server_key(servers[-1].name) if servers else ""
        self._view.show_added()
        self._show()
        if not_taken:
            words = self.tr("No keyring took {names}: set them in the environment that Aside is started with.")
            self._panel.said.setText(words.format(names=", ".join(not_taken)))
            self._panel.said.setVisible(True)

    def _look(self) -> None:
        """Look for servers in the settings of other apps; those that are kept already are left out."""
        kept = {(one.server.command, one.server.url) for one in self._tools.servers.all()}
        self._found = [
            (found.app, server)
            for found in servers_of_other_apps()
            for server in found.servers
            if (server.command, server.url) not in kept
        ]
        self._view.show_found([f"{server.name} ({app}): {server.target}" for app, server in self._found], self._take)

    def _take(self, place: int) -> None:
        self._ask([self._found[place][1]])

    # --- what servers ask -------------------------------------------------------------------------------------

    def _note_over(self, _number: object) -> None:
        self._show()

    def _note_asked(self, question: InputAsked) -> None:
        if self._server() is None:
            self._chosen = server_key(question.server)
        self._show()

    def _answer(self, question: InputAsked, content: str | None) -> None:
        self._tools.servers.answer(question.question, content)

    # --- what is shown ----------------------------------------------------------------------------------------

    def _note_changed(self) -> None:
        if not self._soon.isActive():  # a server may tell of changes without end
            self._soon.start()

    def _show(self) -> None:
        usual, rules = self._kept.now().offered_tools, self._kept.now().tool_rules
        never = {rule.name for rule in rules if rule.permission is Permission.NEVER}
        own = [
            entry_of_tool(tool, self._costs.of(tool.spec), is_never=tool.tool in never, is_usual=tool.tool in usual)
            for tool in self._tools.all
            if not tool.server
        ]
        servers = self._tools.servers.all()
        self._view.entries.show_entries([*own, *map(entry_of_server, servers)])
        self._view.list.mark(self._chosen)
        if self._tools.servers.trouble is not None:
            self._tell(self._view.notice, self._tools.servers.trouble)
        again = next((one for one in servers if one.server.name == self._restarted), None)
        if again is not None and again.state is ServerState.IDLE:
            self._restarted = ""
            self._tools.servers.open(again.server.name)
        self._show_panel()

    def _show_panel(self) -> None:
        known = self._server()
        tool = next((one for one in self._tools.all if not one.server and one.tool == self._chosen), None)
        if known is not None:
            self._show_server(known)
        elif tool is not None:
            self._panel.show_one(tool.tool, (), said="", is_server=False)
            self._panel.show_log("")
            self._panel.show_question(None)
            self._panel.offers.show_listing(None)
            self._panel.show_tools((self._line(tool),))
        else:
            self._panel.show_nothing()

    def _show_server(self, known: KnownServer) -> None:
        name, panel = known.server.name, self._panel
        panel.show_one(name, facts_of_server(known), said=self._said(known), is_server=True)
        asked = (one for one in self._questions.values() if one.server == name)
        panel.show_question(next(asked, None))
        panel.show_log(known.log)
        panel.show_tools(tuple(self._line(tool) for tool in self._tools.all if tool.server == name))
        panel.offers.show_listing(known.listing)
        runs = known.state in (ServerState.RUNNING, ServerState.STARTING)
        can = {ToolServerAction.STOP, ToolServerAction.RESTART} if runs else {ToolServerAction.START}
        if known.server.is_signed_in:
            can.add(ToolServerAction.SIGN_OUT)
        panel.allow(can | {ToolServerAction.REMOVE})

    def _said(self, known: KnownServer) -> str:
        if known.problem is not None:
            notice = notice_of(known.problem)
            advice = notice.advice if isinstance(known.problem, ToolServerIsElsewhere) else ""
            return f"{notice.message} {advice}".strip()
        return warning_of(known.server.target)

    def _line(self, tool: OfferedTool) -> PanelTool:
        settings = self._kept.now()
        rules = [rule for rule in settings.tool_rules if rule.name == tool.person_name]
        always = [", ".join(rule.kinds) for rule in rules if rule.permission is Permission.ALWAYS]
        leave = Leave.FREE if tool.only_computes else Leave.ASKS
        if any(rule.permission is Permission.NEVER for rule in rules):
            leave = Leave.NEVER
        elif always:
            leave = Leave.SOME
        return PanelTool(
            tool.person_name,
            tool.tool,
            tool.spec.description.partition("\n")[0],
            self._costs.of(tool.spec),
            any(tool.is_named(name) for name in settings.offered_tools),
            leave,
            self.tr("Goes by itself with {kinds}").format(kinds=" · ".join(always)) if always else "",
            tool.only_computes,
        )

    def _server(self) -> KnownServer | None:
        return next((one for one in self._tools.servers.all() if server_key(one.server.name) == self._chosen), None)

    def _choose(self, entry: ResultEntry) -> None:
        self._chosen = entry.key
        self._show_panel()

    def _want_resource(self, resource: ServerResource) -> None:
        known, servers = self._server(), self._tools.servers
        if known is not None:
            name, said = known.server.name, visible_line(resource.name or resource.uri)
            self.resource_wanted.emit(WantedResource(said, lambda stop: servers.read(name, resource, stop)))

    def _fill_in(self, prompt: ServerPrompt, arguments: Mapping[str, str]) -> None:
        known, servers, bar = self._server(), self._tools.servers, self._panel.notice
        if known is not None:
            name = known.server.name
            self._background.run(
                lambda stop: servers.prompt(name, prompt.name, arguments, stop),
                self.prompt_filled.emit,
                lambda error: self._tell(bar, error),
                owner=self._panel,
            )

    # --- what is done -----------------------------------------------------------------------------------------

    def _act(self, action: ToolServerAction) -> None:
        known = self._server()
        if known is None:
            return
        name = known.server.name
        match action:
            case ToolServerAction.START:
                self._tools.servers.open(name)
            case ToolServerAction.STOP:
                self._tools.servers.end(name)
            case ToolServerAction.RESTART:
                self._restarted = name
                self._tools.servers.end(name)
            case ToolServerAction.SIGN_OUT:
                with self._telling(self._panel.notice):
                    self._tools.servers.sign_out(name)
            case ToolServerAction.REMOVE:
                self._chosen = ""
                with self._telling(self._panel.notice):
                    self._tools.servers.remove(name)

    def _change_usual(self, name: str) -> None:
        self._kept.set(offered_tools=self._tools.toggled(self._kept.now().offered_tools, name))

    def _forget_rules(self, name: str) -> None:
        self._kept.set(tool_rules=tuple(rule for rule in self._kept.now().tool_rules if rule.name != name))

    def _forbid(self, name: str) -> None:
        self._kept.set(tool_rules=with_rule(self._kept.now().tool_rules, ToolRule(name, Permission.NEVER)))

    @contextlib.contextmanager
    def _telling(self, bar: NoticeBar) -> Iterator[None]:
        try:
            yield
        except UserError as error:
            self._tell(bar, error)

    def _tell(self, bar: NoticeBar, error: UserError) -> None:
        bar.show_notice(notice_of(error))
