"""The command palette and the list of shortcuts: filled from actions, settings, models and conversations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.text import visible_line
from ui.bridges.settings_store import SettingsStore
from ui.bridges.window_events import WindowEvents
from ui.chat.conversations.conversation_model import ConversationModel
from ui.models.picker.model_picker import ModelEntry
from ui.models.picker.picker_presenter import PickerPresenter
from ui.settings.settings_presenter import SettingsPresenter
from ui.theme.theme import Theme
from ui.widgets.action_registry import ActionRegistry
from ui.widgets.command_palette import CommandPalette, PaletteWords
from ui.widgets.palette_model import PaletteEntry, PaletteKind
from ui.widgets.shortcuts_sheet import ShortcutsSheet
from ui.widgets.source_words import SourceWords
from ui.widgets.spoken_numbers import count_text
from ui.widgets.window_action import ActionGroup, WindowAction

_PALETTE = "palette"
_MOST_RECENT = 12
_MOST_CONVERSATIONS = 10_000
_CONVERSATIONS_FIRST = 6
"""How many conversations stand before the actions as long as nothing is typed."""


class CommandsPresenter(SourceWords):
    """Opens the palette and the sheet; remembers what was chosen last.

    Signals:
        spoken(str): words for a screen reader.
    """

    spoken = Signal(str)

    def __init__(
        self,
        content: QWidget,
        *,
        actions: ActionRegistry,
        theme: Theme,
        kept: SettingsStore,
        models: PickerPresenter,
        conversations: ConversationModel,
        settings: SettingsPresenter,
        questions: Callable[[], Sequence[tuple[int, str]]],
        go_to_question: Callable[[int], object],
        events: WindowEvents,
    ) -> None:
        """The palette and the list of shortcuts open above `content`; `questions` are those of the conversation."""
        super().__init__(content)
        self._content = content
        self._actions = actions
        self._theme = theme
        self._kept = kept
        self._recent = kept.now().recent_commands
        self._models = models
        self._known = conversations
        self._settings = settings
        self._questions = questions
        self._go_to_question = go_to_question
        self._events = events
        events.conversations_forgotten.connect(self._forget)
        self._palette: CommandPalette | None = None
        self._question_list: CommandPalette | None = None
        self._sheet: ShortcutsSheet | None = None
        actions.add({ActionGroup.GENERAL: self.own_actions()})
        actions.begun.connect(self._close_before)

    @property
    def palette(self) -> CommandPalette | None:
        """The palette, once it was opened."""
        return self._palette

    @property
    def question_list(self) -> CommandPalette | None:
        """The list of questions, once it was opened."""
        return self._question_list

    @property
    def sheet(self) -> ShortcutsSheet | None:
        """The list of shortcuts, while it is open."""
        return self._sheet

    def own_actions(self) -> tuple[WindowAction, WindowAction]:
        """Return what opens the palette and the sheet."""
        shortcuts = self.tr("List all shortcuts")
        return (
            WindowAction(
                _PALETTE, self.tr("Search actions, settings, models and conversations"), self.open_palette, ("Ctrl+K",)
            ),
            WindowAction(
                "shortcuts",
                shortcuts,
                self.open_sheet,
                ("F1", "?"),
                other_keys=("Shift+?",),
                more_words=self.with_english(self.tr("keyboard keys help accessibility screen reader"), shortcuts),
            ),
        )

    def open_palette(self) -> None:
        """Open the palette, or close it if it is open."""
        words = PaletteWords(
            self.tr("Command palette"),
            self.tr("Search actions, settings, models and conversations"),
            self.tr("What would you like to do, open or find?"),
            self.tr("Found actions, settings, models and conversations"),
        )
        self._palette = self._toggled(self._palette, words, self._entries)

    def open_questions(self) -> None:
        """List the questions of the conversation, to go to one of them, or close the list."""
        words = PaletteWords(
            self.tr("Questions of this conversation"),
            self.tr("Search the questions"),
            self.tr("Which question would you like to go to?"),
            self.tr("Found questions"),
        )
        self._question_list = self._toggled(self._question_list, words, self._question_entries)

    def _toggled(
        self, palette: CommandPalette | None, words: PaletteWords, entries: Callable[[], Sequence[PaletteEntry]]
    ) -> CommandPalette:
        if palette is None:
            palette = CommandPalette(self._theme, self._content, words)
            palette.chosen.connect(self._choose)
            palette.reached.connect(self._speak)
        if palette.isVisible():
            palette.close_palette()
        else:
            palette.open(entries())
        return palette

    def open_sheet(self) -> None:
        """List every shortcut."""
        if self._sheet is None:
            self._sheet = ShortcutsSheet(self._actions.shortcuts(), self._content)
            self._sheet.finished.connect(self._forget_sheet)
            self._sheet.open()

    def _forget(self, conversation_ids: Sequence[int]) -> None:
        """These are gone: they were never chosen."""
        gone = {_conversation_key(conversation_id) for conversation_id in conversation_ids}
        if not gone.isdisjoint(self._recent):
            self._recent = tuple(key for key in self._recent if key not in gone)
            self._kept.set_later(recent_commands=self._recent)
        self._kept.save()

    # --- private ----------------------------------------------------------------------------------------------

    def _speak(self, words: str) -> None:
        self.spoken.emit(words)

    def _close_before(self, name: str) -> None:
        if self._palette is not None and name != _PALETTE:
            self._palette.close_palette()

    def _entries(self) -> list[PaletteEntry]:
        actions = [self._of_action(action) for action in self._actions.available() if action.name != _PALETTE]
        conversations = self._conversations()
        first, others = conversations[:_CONVERSATIONS_FIRST], conversations[_CONVERSATIONS_FIRST:]
        entries = [*first, *actions, *self._setting_entries(), *self._model_entries(), *others]
        recent = {key: at for at, key in enumerate(self._recent)}
        entries.sort(key=lambda entry: recent.get(entry.key, len(recent)))
        return entries

    def _of_action(self, action: WindowAction) -> PaletteEntry:
        return PaletteEntry(
            key=f"action:{action.name}",
            kind=PaletteKind.ACTION,
            text=action.label,
            keys=action.spoken_keys(),
            more_words=action.more_words,
            choose=lambda: self._actions.perform(action.name),
        )

    def _conversations(self) -> list[PaletteEntry]:
        known = self._known
        found = [entry for entry in map(known.entry, known.ids()) if entry is not None and entry.id != known.shown]
        found.sort(key=lambda entry: entry.updated_at, reverse=True)
        return [
            PaletteEntry(
                key=_conversation_key(entry.id),
                kind=PaletteKind.CONVERSATION,
                text=entry.title,
                choose=partial(self._events.conversation_wanted.emit, entry.id),
            )
            for entry in found[:_MOST_CONVERSATIONS]
        ]

    def _model_entries(self) -> Sequence[PaletteEntry]:
        return [self._of_model(model) for model in self._models.entries() if model.is_usable]

    def _setting_entries(self) -> list[PaletteEntry]:
        return [
            PaletteEntry(
                key=f"setting:{place.name or place.group.value}",
                kind=PaletteKind.SETTING,
                text=place.label,
                detail=self.tr("Settings · {page}").format(page=place.page) if place.name else place.page,
                more_words=place.found_by,
                choose=partial(self._settings.open_place, place),
            )
            for place in self._settings.places()
        ]

    def _question_entries(self) -> list[PaletteEntry]:
        return [
            PaletteEntry(
                key=f"question:{question_id}",
                kind=PaletteKind.QUESTION,
                text=" ".join(visible_line(text).split()) or self.tr("Files"),
                detail=count_text(number),
                choose=partial(self._go_to_question, question_id),
            )
            for number, (question_id, text) in enumerate(self._questions(), 1)
        ]

    def _of_model(self, model: ModelEntry) -> PaletteEntry:
        return PaletteEntry(
            key=f"model:{model.key}",
            kind=PaletteKind.MODEL,
            text=" · ".join(part for part in (model.shown_name, model.quantization, model.section) if part),
            more_words=f"{self.tr('model')} {model.key}",
            choose=lambda: self._models.choose(model.key),
        )

    def _choose(self, entry: PaletteEntry) -> None:
        if entry.kind is PaletteKind.QUESTION:
            entry.choose()
            return
        others = tuple(key for key in self._recent if key != entry.key)
        self._recent = (entry.key, *others)[:_MOST_RECENT]
        self._kept.set_later(recent_commands=self._recent)
        entry.choose()

    def _forget_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.deleteLater()
            self._sheet = None


def _conversation_key(conversation_id: int) -> str:
    return f"conversation:{conversation_id}"
