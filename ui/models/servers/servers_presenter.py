"""The tab Servers: adds, shows, tries, corrects, renames and removes. Servers are asked beside the window."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject

from app.engines.endpoint_adding import AddedEndpoint
from app.engines.errors import EndpointNameIsUnusable
from app.engines.known_endpoints import Corrections, is_name
from app.errors import UserError
from app.settings.addresses import checked_server, is_this_computer
from app.text import visible_line
from ui.bridges.notice_of import notice_of
from ui.bridges.servers import ListedServer, Servers
from ui.models.parts.entry_list import ResultEntry
from ui.models.picker.server_consent import consent_words
from ui.models.servers.server_panel import ServerAction, ServerPanel
from ui.models.servers.server_words import entry_of_server, facts_of
from ui.models.servers.servers_view import ServersView
from ui.widgets.notice_bar import NoticeBar


class ServersPresenter(QObject):
    """`use` chooses the model of this key and shows the chat."""

    def __init__(self, servers: Servers, *, use: Callable[[str], None]) -> None:
        super().__init__()
        self._servers = servers
        self._use = use
        self._chosen = ""
        self._waiting = ("", "")
        """The address and the key that the person is asked about."""
        servers.changed.connect(self._show)

    def attach(self, view: ServersView, panel: ServerPanel) -> None:
        """Fill these from now on, in the place of others."""
        self._view = view
        self._panel = panel
        view.add_asked.connect(self._ask_to_add)
        view.question.confirmed.connect(lambda: self._add(*self._waiting))
        view.list.entry_chosen.connect(self._choose)
        view.list.entry_activated.connect(lambda _entry: self._act(ServerAction.USE))
        panel.action_asked.connect(self._act)
        panel.rename_asked.connect(self._rename)
        panel.model_chosen.connect(lambda _name: self._show_panel())
        panel.corrections.corrected.connect(self._correct)
        self._show()

    def refresh(self) -> None:
        """Ask the servers anew what they have."""
        self._servers.refresh()
        self._show()

    # --- adding -----------------------------------------------------------------------------------------------

    def _ask_to_add(self, text: str, key: str) -> None:
        try:
            url = checked_server(text)
        except UserError as error:
            self._tell(self._view.notice, error)
            return
        if is_this_computer(url) or ((kept := self._servers.at(url)) is not None and kept.is_allowed):
            self._add(url, key)
            return
        self._waiting = (url, key)
        first = self.tr("{address} is not on this computer.").format(address=visible_line(url))
        self._view.question.ask(f"{first} {consent_words(url)}")

    def _add(self, url: str, key: str) -> None:
        self._waiting = ("", "")
        self._view.show_asking(self.tr("Asking {address} …").format(address=visible_line(url)))
        self._servers.add(url, lambda added: self._added(added, key), self._refused, key=key, may_be_asked=True)

    def _added(self, added: AddedEndpoint, key: str) -> None:
        self._view.address.clear()
        self._view.key.clear()
        lost = self.tr("No keyring took the key: it is kept until Aside ends.")
        self._view.show_asking("")
        self._chosen = added.kept.url
        self._show()
        if key and not added.kept.has_key:
            self._panel.said.setText(lost)
            self._panel.said.setVisible(True)

    def _refused(self, error: UserError) -> None:
        self._view.show_asking("")
        self._tell(self._view.notice, error)

    # --- what is shown ----------------------------------------------------------------------------------------

    def _show(self) -> None:
        servers = self._servers.list()
        self._view.models.show_entries([entry_of_server(server) for server in servers])
        self._view.show_empty(is_empty=not servers)
        self._view.list.mark(self._chosen)
        self._show_panel()

    def _server(self) -> ListedServer | None:
        return next((server for server in self._servers.list() if server.kept.url == self._chosen), None)

    def _show_panel(self) -> None:
        server = self._server()
        if server is None:
            self._panel.show_nothing()
            return
        names = [model.name for model in server.models]
        facts = facts_of(server, None)
        self._panel.show_server(server.kept.name, names, facts, said=self._said(server))
        model = next((one for one in server.models if one.name == self._panel.model), None)
        if model is not None:
            self._servers.look_closer(server.kept.url, model.name)
            self._panel.facts.show_facts(facts_of(server, model))
        self._panel.corrections.show_corrections(server.kept.by_hand)
        always = {ServerAction.CORRECT, ServerAction.RENAME, ServerAction.REMOVE}
        can_ask = model is not None and server.problem is None
        self._panel.allow(always | ({ServerAction.USE, ServerAction.TRY} if can_ask else set()))

    def _said(self, server: ListedServer) -> str:
        if server.problem is not None:
            notice = notice_of(server.problem)
            return f"{notice.message} {notice.advice}".strip()
        if not server.kept.is_allowed:
            return self.tr("It was added on the command line. Add it here, too, to let the window ask it.")
        return ""

    def _choose(self, entry: ResultEntry) -> None:
        self._chosen = entry.key
        server = self._server()
        if server is not None and not server.kept.is_allowed:
            self._view.address.setText(entry.key)
        self._show_panel()

    # --- what is done -----------------------------------------------------------------------------------------

    def _act(self, action: ServerAction) -> None:
        server = self._server()
        if server is None:
            return
        name = self._panel.model
        if action is ServerAction.USE and name:
            self._use(f"{server.kept.name}/{name}")
        elif action is ServerAction.TRY and name:
            self._try(server, name)
        elif action is ServerAction.REMOVE:
            self._chosen = ""
            self._servers.remove(server.kept.name)

    def _try(self, server: ListedServer, name: str) -> None:
        def failed(error: UserError) -> None:
            self._show_panel()
            self._tell(self._panel.notice, error)

        self._panel.said.setText(self.tr("Asking {model} small questions …").format(model=visible_line(name)))
        self._panel.said.setVisible(True)
        self._panel.allow(())
        self._servers.add(server.kept.url, lambda _added: self._show_panel(), failed, tried=name)

    def _rename(self, name: str) -> None:
        server = self._server()
        name = name.strip()
        if server is None or name == server.kept.name:
            return
        if not is_name(name):
            self._tell(self._panel.notice, EndpointNameIsUnusable(name=name))
            return
        self._servers.keep(msgspec.structs.replace(server.kept, name=name))

    def _correct(self, by_hand: Corrections) -> None:
        server = self._server()
        if server is not None:
            self._servers.keep(msgspec.structs.replace(server.kept, by_hand=by_hand))

    def _tell(self, bar: NoticeBar, error: UserError) -> None:
        bar.show_notice(notice_of(error))
