"""What one conversation has of its own: preset, system prompt, sampling, tools, and what is left out of the prompt."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import structs
from msgspec.structs import replace

from app.conversation.preferences import SessionPreferences
from app.history.attachments import StoredAttachment
from app.history.context_exclusions import ContextExclusions
from app.history.preset_records import ConversationChoices, Preset, PresetChoices, ThinkingOptions
from app.history.records import StoredMessage
from app.history.store import HistoryStore
from app.history.votes import KeptVote
from app.inference.protocol import ModelInfo
from app.messages import ToolChoices, ToolRule


class ConversationOverrides:
    """Keeps each conversation's choices in history, and those of the next new one until there is a question."""

    def __init__(self, store: HistoryStore) -> None:
        self._store = store
        self._of_the_next = ConversationChoices()
        self._tools_of_the_next = ToolChoices()

    def of(self, conversation_id: int | None) -> ConversationChoices:
        """Return what a conversation has of its own, or the next new one."""
        return self._of_the_next if conversation_id is None else self._store.presets.choices_of(conversation_id)

    def choose(self, conversation_id: int | None, choices: ConversationChoices) -> None:
        """Use these from the next question on."""
        if conversation_id is None:
            self._of_the_next = choices
        else:
            self._store.presets.set_choices(conversation_id, choices)

    def apply(self, conversation_id: int | None, preset: Preset) -> None:
        """Give a conversation a preset's system prompt, sampling and tools."""
        choices = ConversationChoices(preset.key, preset.system_prompt or None, preset.choices.sampling)
        self.choose(conversation_id, choices)
        if preset.choices.tools is not None:
            self.offer_tools(conversation_id, preset.choices.tools)

    def tools(self, conversation_id: int | None) -> ToolChoices:
        """Return which tools a conversation offers, or the next new one, and what was said of them there."""
        return self._tools_of_the_next if conversation_id is None else self._store.presets.tools_of(conversation_id)

    def choose_tools(self, conversation_id: int | None, choices: ToolChoices) -> None:
        """Keep this from now on."""
        if conversation_id is None:
            self._tools_of_the_next = choices
        else:
            self._store.presets.set_tools(conversation_id, choices)

    def offer_tools(self, conversation_id: int | None, names: tuple[str, ...] | None) -> None:
        """Offer these from the next step on, `None` for what the settings say."""
        self.choose_tools(conversation_id, replace(self.tools(conversation_id), offered=names))

    def add_tool_rule(self, conversation_id: int | None, rule: ToolRule) -> None:
        """Keep what was said of a tool for this conversation."""
        choices = self.tools(conversation_id)
        self.choose_tools(conversation_id, replace(choices, rules=with_rule(choices.rules, rule)))

    def forget_next(self) -> None:
        """A new conversation has begun with what was chosen; the one after it begins with nothing of its own."""
        self._of_the_next = ConversationChoices()
        self._tools_of_the_next = ToolChoices()

    def forget_history(self) -> None:
        """The history holds other presets now: what came from one that is gone has no name now."""
        preset = self._store.presets.find(self._of_the_next.preset_key)
        if preset is None or self._of_the_next.differs_from(preset):
            self._of_the_next = structs.replace(self._of_the_next, preset_key="")

    def exclusions(self, conversation_id: int | None) -> ContextExclusions:
        """Return what of a conversation the model is not given."""
        return ContextExclusions() if conversation_id is None else self._store.exclusions.of(conversation_id)

    def leave_out(self, conversation_id: int, exclusions: ContextExclusions) -> set[int]:
        """Give the model all but this from now on; return the questions that were left out before, or are now."""
        before = self._store.exclusions.of(conversation_id)
        self._store.exclusions.keep(conversation_id, exclusions)
        return {*before.questions, *before.files, *exclusions.questions, *exclusions.files}

    def bring_back(self, conversation_id: int | None, deleted: Preset) -> Preset:
        """Make a preset again that was deleted; a conversation that came from it comes from it again."""
        made = self._store.presets.create(deleted.name, system_prompt=deleted.system_prompt, choices=deleted.choices)
        own = self.of(conversation_id)
        if own.preset_key == deleted.key:
            self.choose(conversation_id, structs.replace(own, preset_key=made.key))
        return made

    def files_of(
        self, branch: Iterable[StoredMessage], *, older: Iterable[int] = ()
    ) -> dict[int, list[StoredAttachment]]:
        """Return the files of those questions of a branch, and of the `older` ones before it, that have any."""
        return self._store.attachments.of_messages([*older, *(m.id for m in branch if m.role == "user")])


def with_rule(rules: tuple[ToolRule, ...], rule: ToolRule) -> tuple[ToolRule, ...]:
    """Return rules with one more; what was said of the same tool otherwise goes, but for other kinds of arguments."""
    kept = (one for one in rules if one.name != rule.name or one.permission is rule.permission)
    return (*(one for one in kept if one != rule), rule)


# How much the model may think, per conversation.

AUTO = "auto"
"""The level that leaves it to the model."""
MOST_SAMPLES = 64
"""More are not asked for, whatever a preset or a file says."""


class ThinkingLevels:
    """Keeps each conversation's level and options in history, and those of the next new one until there is a question.

    A new conversation begins with what the person prefers.
    """

    def __init__(self, store: HistoryStore, preferences: Callable[[], SessionPreferences]) -> None:
        self._store = store
        self._preferences = preferences
        self._level_of_the_next: str | None = None
        self._options_of_the_next: ThinkingOptions | None = None

    def of(self, conversation_id: int | None) -> str:
        """Return the level chosen for a conversation, or for the next new one."""
        if conversation_id is not None:
            return self._store.conversation(conversation_id).thinking_level
        return self._level_of_the_next or self._preferences().thinking_level

    def choose(self, conversation_id: int | None, level: str) -> None:
        """Choose the level from the next question on."""
        if conversation_id is None:
            self._level_of_the_next = level
        else:
            self._store.set_thinking_level(conversation_id, level)

    def options_of(self, conversation_id: int | None) -> ThinkingOptions:
        """Return the options chosen for a conversation, or for the next new one."""
        if conversation_id is not None:
            return self._store.conversation(conversation_id).thinking_options
        return self._options_of_the_next or self._preferences().thinking_options

    def choose_options(self, conversation_id: int | None, options: ThinkingOptions) -> None:
        """Choose the options from the next question on."""
        if conversation_id is None:
            self._options_of_the_next = options
        else:
            self._store.set_thinking_options(conversation_id, options)

    def apply(self, conversation_id: int | None, choices: PresetChoices) -> None:
        """Choose what a preset decides of thinking."""
        if choices.thinking_level:
            self.choose(conversation_id, choices.thinking_level)
        options = before = self.options_of(conversation_id)
        if choices.think_budget_tokens is not None:
            options = structs.replace(options, budget_tokens=choices.think_budget_tokens, budget_s=None)
        if choices.samples is not None:
            options = structs.replace(options, samples=choices.samples, until_sure=choices.until_sure is not False)
        if options != before:
            self.choose_options(conversation_id, options)

    def vote_of(self, conversation_id: int | None) -> KeptVote | None:
        """Return the vote that is held over the answers to the next question, `None` for one answer."""
        options = self.options_of(conversation_id)
        samples = min(options.samples, MOST_SAMPLES)
        return KeptVote(samples, until_sure=options.until_sure) if samples > 1 else None

    def usable(self, conversation_id: int | None, info: ModelInfo | None) -> str:
        """Return the conversation's level if this model has it; another model may have others."""
        level = self.of(conversation_id)
        return level if info is not None and level in info.thinking_levels else AUTO
