"""What this conversation has of its own: its system prompt and how words are drawn, kept as it is changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from app.history.preset_records import ConversationChoices
from app.messages import Sampling
from ui.chat.presets.preset_editor import KeepingDialog, PresetEditor
from ui.theme.fonts import scaled_px
from ui.theme.spacing import keep_spaced
from ui.widgets.layouts import column, row
from ui.widgets.styled import button, label, styled
from ui.widgets.window_size import open_at


class ConversationPanel(KeepingDialog):
    """Stays open beside the conversation; what is changed in `editor` holds from the next question on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("This conversation"))
        open_at(self, scaled_px(560), scaled_px(620))
        self._shown = ConversationChoices()
        about = label(self.tr("Holds in this conversation, from the next question on."), wraps=True, tone="soft")
        self.editor = PresetEditor()
        close = button(self.tr("Close"), self.tr("Close; what was changed is kept (Esc)"), clicked=self.accept)
        self.reset = styled(QPushButton(), kind="small")
        self._differs = label(wraps=True)
        keep_spaced(
            column(
                about,
                (self.editor, 1),
                self._differs,  # below: what stands under the mouse must not move when it comes
                row(self.reset, 1, close, margins=(0, 0, 12, 0)),
                of=self,
                margins=(24, 20, 12, 16),
                spacing=12,
            )
        )

    def show_choices(self, choices: ConversationChoices, *, usual_prompt: str, recommended: Sampling | None) -> None:
        """Show a conversation's choices, and what holds where there are none."""
        self._shown = choices
        self.editor.show_way(
            system_prompt=choices.system_prompt or "",
            sampling=choices.sampling,
            recommended=recommended,
            placeholder=usual_prompt or self.tr("None"),
        )

    def show_changes(self, changes: Sequence[str], *, preset: str) -> None:
        """Say what differs from the preset of this name, or without a name from the usual."""
        back = self.tr("Back to “{preset}”").format(preset=preset) if preset else self.tr("Back to the usual")
        self.reset.setText(back.replace("&", "&&"))
        self.reset.setToolTip(self.tr("Take back what was changed in this conversation"))
        self.reset.setEnabled(bool(changes))
        words = self.tr("Differs from “{preset}”: {what}") if preset else self.tr("Differs from the usual: {what}")
        self._differs.setText(words.format(preset=preset, what=" · ".join(changes)))
        self._differs.setVisible(bool(changes))

    def choices(self) -> ConversationChoices:
        """Return the choices as they are now; an empty system prompt is as the settings have it."""
        prompt = self.editor.prompt.toPlainText()
        return ConversationChoices(self._shown.preset_key, prompt or None, self.editor.form.choice())
