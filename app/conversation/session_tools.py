"""The tools of the window's conversations: implements `ToolRunner` with a toolbox and what the person has chosen."""

from __future__ import annotations

from collections.abc import Callable

from app.conversation.tool_permissions import ToolChoices, ToolRule, decision_on
from app.history.records import ToolDecision
from app.messages import ToolCall, ToolResult, ToolSpec
from app.tools.toolbox import Toolbox


class SessionTools:
    """Offers of a toolbox what a conversation has chosen. `post` has something done on the session's thread.

    `choices` are a conversation's, of the next new one with `None`; `general` is what was said for all conversations.
    """

    def __init__(
        self,
        toolbox: Toolbox,
        *,
        choices: Callable[[int | None], ToolChoices],
        general: Callable[[], tuple[ToolRule, ...]],
        post: Callable[[Callable[[], None]], None],
    ) -> None:
        self._toolbox = toolbox
        self._choices = choices
        self._general = general
        self._post = post

    def specs(self, conversation_id: int | None) -> tuple[ToolSpec, ...]:
        """Return the tools that a conversation has chosen, as far as they are known."""
        chosen = self._choices(conversation_id).offered
        tools = self._toolbox.tools.values()
        return tuple(tool.spec for tool in tools if any(tool.is_named(name) for name in chosen))

    def decision_on(self, conversation_id: int, call: ToolCall) -> ToolDecision:
        """Return what was said of such calls, here or in general."""
        rules = (*self._choices(conversation_id).rules, *self._general())
        return decision_on(self._toolbox.tools[call.name], call, rules)

    def start(self, call: ToolCall, on_done: Callable[[ToolResult], None]) -> Callable[[], None]:
        """Begin to carry a call out."""
        return self._toolbox.start(call, lambda result: self._post(lambda: on_done(result)))
