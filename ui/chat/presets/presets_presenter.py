"""Connects presets and a conversation's own choices with history: chosen, changed, made, deleted and brought back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from app.conversation.session import Session
from app.engines.model_status import ModelPhase, ModelStatus
from app.history.preset_records import ConversationChoices, Preset
from app.history.store import HistoryStore
from app.messages import Sampling
from ui.bridges.window_events import WindowEvents
from ui.chat.composer.composer import Composer
from ui.chat.presets.conversation_panel import ConversationPanel
from ui.chat.presets.preset_picker import PresetPicker
from ui.chat.presets.preset_words import changes, preset_name
from ui.chat.presets.presets_dialog import PresetsDialog
from ui.chat.thinking.thinking_control import shown_level, shown_levels
from ui.chat.thinking.tools_button import ToolsButton
from ui.chat.thinking.vote_button import VoteButton, times_text
from ui.widgets.lacks import Need, lack_of
from ui.widgets.level_words import level_words


class PresetsPresenter(QObject):
    """Keeps picker, chip and panel as the conversation shown has it.

    `model_names` are the models on this computer; `choose_model` is called with the one that a preset switches to.
    """

    def __init__(
        self,
        composer: Composer,
        *,
        session: Session,
        store: HistoryStore,
        events: WindowEvents,
        model_names: Callable[[], Sequence[str]],
        choose_model: Callable[[str], None],
        votes: VoteButton,
        tools: ToolsButton,
    ) -> None:
        super().__init__(composer)
        self._composer = composer
        self._session = session
        self._presets = store.presets
        self._events = events
        self.model_names = model_names
        self._choose_model = choose_model
        self._votes = votes
        self._tools = tools
        self._conversation_id: int | None = None
        self._model: tuple[str, ModelPhase] | None = None
        self._panel: ConversationPanel | None = None
        self._dialog: PresetsDialog | None = None
        self._deleted: Preset | None = None
        self._is_keeping = False
        """Whether what has changed is in the panel already."""
        self._picker = PresetPicker()
        composer.add_to_foot(self._picker)
        self._picker.menu.aboutToShow.connect(self._fill_menu)
        self._picker.chosen.connect(self.apply)
        self._picker.reset_asked.connect(self.reset)
        self._picker.panel_asked.connect(self.show_panel)
        self._picker.edit_asked.connect(self.edit_presets)
        composer.narrow_changed.connect(lambda narrow: self._picker.set_short(short=narrow))
        events.conversation_shown.connect(self._show_conversation)
        events.model_changed.connect(self._show_model)
        events.choices_changed.connect(self.show_choices)
        events.history_replaced.connect(self._forget_presets)
        self._picker.set_short(short=composer.is_narrow)
        self._fill_menu()

    def _show_conversation(self, conversation_id: int | None) -> None:
        self._conversation_id = conversation_id
        self.show_choices()

    def _show_model(self, status: ModelStatus) -> None:
        if (status.name, status.phase) != self._model:
            self._model = (status.name, status.phase)
            self.show_choices()

    def show_choices(self) -> None:
        """Show the choices as they are now."""
        with self._events.reporting_problems():
            self._show_changes()
            if self._panel is not None and self._panel.isVisible() and not self._is_keeping:
                self._show_in_panel(self._panel)

    def reset(self) -> None:
        """Take back what was changed in the conversation shown since it was given its preset, or at all."""
        with self._events.reporting_problems():
            preset = self._preset()
            if preset is not None:
                self.apply(preset)
                return
            self._session.overrides.choose(self._conversation_id, ConversationChoices())
            self._events.choices_changed.emit()

    def apply(self, preset: Preset) -> None:
        """Give the conversation shown a preset."""
        with self._events.reporting_problems():
            self._session.apply_preset(self._conversation_id, preset)
            self._events.choices_changed.emit()
            if preset.choices.model and preset.choices.model != self._session.model_status.name:
                self._choose_model(preset.choices.model)
        self._composer.setFocus()

    @property
    def is_panel_shown(self) -> bool:
        """Whether what the conversation has of its own is open beside it."""
        return self._panel is not None and self._panel.isVisible()

    def show_panel(self) -> None:
        """Open what the conversation has of its own, beside it."""
        if self._panel is None:
            self._panel = ConversationPanel(self._composer.window())
            self._panel.editor.changed.connect(self._keep_panel)
            self._panel.reset.clicked.connect(self.reset)
            self._panel.preset_chosen.connect(self._apply_key)
            self._panel.model_chosen.connect(self._choose_model)
            self._panel.level_chosen.connect(self._choose_level)
            self._panel.times_asked.connect(self._votes.open_menu)
            self._panel.tools_asked.connect(self._tools.open_menu)
        with self._events.reporting_problems():
            self._show_in_panel(self._panel)
            self._panel.show()
            self._panel.raise_()
            self._panel.activateWindow()

    def edit_presets(self) -> None:
        """Open the dialog of presets."""
        dialog = self._dialog = PresetsDialog(self.model_names(), self._recommended(), self._composer.window())
        dialog.create_asked.connect(lambda: self._create(dialog))
        dialog.duplicate_asked.connect(lambda preset: self._duplicate(dialog, preset))
        dialog.delete_asked.connect(lambda preset: self._delete(dialog, preset))
        dialog.undo_asked.connect(lambda: self._undelete(dialog))
        dialog.edited.connect(lambda preset: self._update(dialog, preset))
        with self._events.reporting_problems():
            chosen = self._session.overrides.of(self._conversation_id).preset_key
            dialog.show_presets(self._presets.all(), chosen)
            dialog.exec()
        self._dialog = None
        dialog.deleteLater()
        self.show_choices()

    def _forget_presets(self) -> None:
        """The presets are others now, and what was deleted is not to be brought back among them."""
        self._deleted = None
        if self._dialog is not None:
            with self._events.reporting_problems():
                self._dialog.undo_bar.withdraw()
                self._dialog.show_presets(self._presets.all())

    def close(self) -> None:
        """Close the panel."""
        if self._panel is not None:
            self._panel.close()
            self._panel.deleteLater()

    # --- private ----------------------------------------------------------------------------------------------

    def _fill_menu(self) -> None:
        with self._events.reporting_problems():
            chosen = self._session.overrides.of(self._conversation_id).preset_key
            self._picker.show_presets(self._presets.all(), chosen)

    def _show_in_panel(self, panel: ConversationPanel) -> None:
        choices = self._session.overrides.of(self._conversation_id)
        usual = self._session.requests.usual_system_prompt()
        panel.show_choices(choices, usual_prompt=usual, recommended=self._recommended())
        status = self._session.model_status
        levels = shown_levels(status.info.thinking_levels) if status.info is not None and status.info.thinks else ()
        panel.show_answering(
            [(preset.key, preset_name(preset)) for preset in self._presets.all()],
            self.model_names(),
            model=status.name,
            levels=levels,
            level=shown_level(levels, self._session.thinking_levels.of(self._conversation_id)),
            is_known=status.info is not None,
        )
        panel.show_times(self._votes.accessibleName())
        panel.show_tools(self._tools.accessibleName(), reason=lack_of(self._tools, Need.TOOLS))
        self._show_changes()

    def _preset(self) -> Preset | None:
        key = self._session.overrides.of(self._conversation_id).preset_key
        return self._presets.find(key) if key else None

    def _show_changes(self) -> None:
        preset = self._preset()
        words = changes(self._session.overrides.of(self._conversation_id), preset)
        if preset is not None:
            words += self._changes_of_thinking(preset)
        self._picker.show_choices(preset, words)
        if self._panel is not None:
            self._panel.show_changes(words, preset=preset_name(preset) if preset is not None else "")

    def _changes_of_thinking(self, preset: Preset) -> list[str]:
        """Return in words what of model and thinking is not as the preset has decided."""
        levels, given, words = self._session.thinking_levels, preset.choices, []
        level, status = levels.of(self._conversation_id), self._session.model_status
        if given.model and status.name and status.name != given.model:
            words.append(self.tr("Model: {name}").format(name=status.name))
        if given.thinking_level and level != given.thinking_level:
            words.append(self.tr("Thinking: {level}").format(level=level_words(level)))
        limit = levels.options_of(self._conversation_id).budget_tokens
        if given.think_budget_tokens is not None and limit != given.think_budget_tokens:
            tokens = self.tr("%Ln tokens", "", limit) if limit else self.tr("none")
            words.append(self.tr("Limit of the thought: {limit}").format(limit=tokens))
        samples = levels.options_of(self._conversation_id).samples
        if given.samples is not None and samples != given.samples:
            words.append(times_text(samples))
        return words

    def _apply_key(self, key: str) -> None:
        preset = self._presets.find(key)
        if preset is not None:
            self.apply(preset)

    def _choose_level(self, level: str) -> None:
        with self._events.reporting_problems():
            self._session.thinking_levels.choose(self._conversation_id, level)
        self._events.choices_changed.emit()

    def _keep_panel(self) -> None:
        if self._panel is None:
            return
        with self._events.reporting_problems():
            self._session.overrides.choose(self._conversation_id, self._panel.choices())
            self._is_keeping = True
            self._events.choices_changed.emit()
            self._is_keeping = False

    def _recommended(self) -> Sampling | None:
        return self._session.requests.usual_sampling(self._session.model_status.info)

    def _create(self, dialog: PresetsDialog) -> None:
        with self._events.reporting_problems():
            made = self._presets.create(self.tr("New preset"))
            dialog.show_presets(self._presets.all(), made.key)
            dialog.name_it()

    def _duplicate(self, dialog: PresetsDialog, preset: Preset) -> None:
        with self._events.reporting_problems():
            name = self.tr("{name} (copy)").format(name=preset_name(preset))
            made = self._presets.create(name, system_prompt=preset.system_prompt, choices=preset.choices)
            dialog.show_presets(self._presets.all(), made.key)
            dialog.name_it()

    def _delete(self, dialog: PresetsDialog, preset: Preset) -> None:
        with self._events.reporting_problems():
            self._deleted = self._presets.delete(preset.key)
            dialog.show_presets(self._presets.all())
            dialog.undo_bar.offer(self.tr("Deleted “{name}”").format(name=preset.name))

    def _undelete(self, dialog: PresetsDialog) -> None:
        deleted, self._deleted = self._deleted, None
        if deleted is not None:
            with self._events.reporting_problems():
                made = self._session.overrides.bring_back(self._conversation_id, deleted)
                dialog.show_presets(self._presets.all(), made.key)

    def _update(self, dialog: PresetsDialog, preset: Preset) -> None:
        with self._events.reporting_problems():
            dialog.update_preset(self._presets.update(preset))
