"""The tools of the window's conversations: implements `ToolRunner` with the person's choices, and knows the servers."""

from __future__ import annotations

from collections.abc import Callable

from app.conversation.events import SessionEvent, ToolInputAsked, ToolInputOver, ToolServersChanged
from app.conversation.preferences import SessionPreferences
from app.conversation.tool_permissions import allowing, decision_on, forbidding
from app.history.records import ToolDecision
from app.messages import ToolCall, ToolChoices, ToolResult, ToolRule, ToolSpec
from app.paths import AppPaths
from app.tools.built_in.built_in_tool import CallProgress
from app.tools.chosen_tools import ToolAccess, built_in_tools, offered_by
from app.tools.kept_servers import KeptServers
from app.tools.known_servers import KnownServers
from app.tools.server_process.messages import InputAsked, InputOver
from app.tools.toolbox import OfferedTool, Toolbox


class SessionTools:
    """Offers each conversation what was chosen for it, of Aside's own tools and of the kept `servers`.

    `post` has something done on the session's thread, on which `listener` is called. `choices` are a conversation's, of
    the next new one with `None`. `close()` gives up what is at work and ends the servers.
    """

    def __init__(
        self,
        paths: AppPaths,
        *,
        is_offline: Callable[[], bool],
        proxy: Callable[[], str],
        choices: Callable[[int | None], ToolChoices],
        preferences: Callable[[], SessionPreferences],
        listener: Callable[[SessionEvent], None],
        post: Callable[[Callable[[], None]], None],
        kept: KeptServers | None = None,
    ) -> None:
        self._choices = choices
        self._preferences = preferences
        self._listener = listener
        self._post = post
        self._is_told = False
        access = ToolAccess(paths.tool_servers_file, is_offline, proxy)
        self._own = [OfferedTool.built_in(tool) for tool in built_in_tools(access)]
        self._toolbox = Toolbox(self._own)
        self.servers = KnownServers(
            kept or KeptServers(paths.tool_servers_file),
            paths.tool_lists_file,
            is_offline=is_offline,
            proxy=proxy,
            on_change=self._note_change,
            on_input=self._tell_input,
        )
        self._offer()

    @property
    def all(self) -> tuple[OfferedTool, ...]:
        """All tools that are known: Aside's own, and those of servers that have told theirs."""
        return tuple(self._toolbox.tools.values())

    def offered(self, conversation_id: int | None) -> tuple[OfferedTool, ...]:
        """Return those that a conversation has chosen."""
        chosen = self.chosen(conversation_id)
        return tuple(tool for tool in self.all if any(tool.is_named(name) for name in chosen))

    def chosen(self, conversation_id: int | None) -> tuple[str, ...]:
        """Return what a conversation offers, as people name it, also what is not there at the moment."""
        offered = self._choices(conversation_id).offered
        return self._preferences().offered_tools if offered is None else offered

    def toggled(self, chosen: tuple[str, ...], name: str) -> tuple[str, ...]:
        """Return a choice with a tool or server, or without it; of a server that was chosen whole the others stay."""
        server, _, tool = name.partition("/")
        if name in chosen:
            return tuple(one for one in chosen if one != name)
        if tool and server in chosen:
            place = chosen.index(server)
            others = [one.person_name for one in self.all if one.server == server and one.person_name != name]
            return (*chosen[:place], *others, *chosen[place + 1 :])
        return (*(one for one in chosen if tool or one.partition("/")[0] != name), name)

    def specs(self, conversation_id: int | None) -> tuple[ToolSpec, ...]:
        """Return the tools that a conversation has chosen, as models are told of them."""
        return tuple(tool.spec for tool in self.offered(conversation_id))

    def decision_on(self, conversation_id: int, call: ToolCall) -> ToolDecision:
        """Return what was said of such calls, here or in general."""
        rules = (*self._choices(conversation_id).rules, *self._preferences().tool_rules)
        return decision_on(self._toolbox.tools[call.name], call, rules)

    def rule_allowing(self, call: ToolCall) -> ToolRule:
        """Return what *always* means for a call of an offered tool; `LookupError` if it is not offered any more."""
        return allowing(self._toolbox.tools[call.name], call)

    def rule_forbidding(self, name: str) -> ToolRule:
        """Return what *never* means for the tool that models call by this name; `LookupError` as above."""
        return forbidding(self._toolbox.tools[name])

    def start(
        self,
        call: ToolCall,
        on_done: Callable[[ToolResult], None],
        *,
        question: str,
        on_progress: Callable[[CallProgress], None],
    ) -> Callable[[], None]:
        """Begin to carry a call out."""
        return self._toolbox.start(
            call,
            lambda result: self._post(lambda: on_done(result)),
            question=question,
            on_progress=lambda progress: self._post(lambda: on_progress(progress)),
        )

    def close(self) -> None:
        """Give up what is at work, and end the servers."""
        self.servers.close()
        self._toolbox.close()

    # --- private -------------------------------------------------------------------------------------------------

    def _offer(self) -> None:
        names = [tool.spec.name for tool in self._own]
        offered = list(self._own)
        for known in self.servers.all():
            if known.listing is not None:
                found = offered_by(known.server, known.listing, self.servers.call, taken=names)
                names.extend(tool.spec.name for tool in found)
                offered.extend(found)
        self._toolbox.offer(offered)

    def _note_change(self) -> None:
        """Tell it once, however often it comes before the session's thread has time for it."""
        if not self._is_told:
            self._is_told = True
            self._post(self._tell_change)

    def _tell_change(self) -> None:
        self._is_told = False
        self._offer()
        self._listener(ToolServersChanged())

    def _tell_input(self, event: InputAsked | InputOver) -> None:
        told = ToolInputAsked(event) if isinstance(event, InputAsked) else ToolInputOver(event.question)
        self._post(lambda: self._listener(told))
