"""Everything that can be done from anywhere in the window, declared once: words, keys, and when it is possible."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from app.engines.model_status import ModelPhase
from ui.chat.conversations.conversation_menu import NEW_FOLDER_KEYS
from ui.chat.conversations.conversation_wish import WishKind
from ui.widgets.window_action import ActionGroup, KeyHint, WindowAction
from ui.window_deeds import WindowDeeds

_STEP = 0.1
"""Of the size of text, with one press."""


class WindowActions(QObject):
    """Declares the actions; `WindowDeeds` does them."""

    def __init__(self, deeds: WindowDeeds) -> None:
        super().__init__(deeds.content)
        self._do = deeds

    def all(self) -> tuple[WindowAction, ...]:
        """Return the actions, group by group."""
        return (
            *self._of_conversations(),
            *self._of_replies(),
            *self._of_thoughts(),
            *self._of_view(),
            *self._general(),
        )

    def hints(self) -> tuple[KeyHint, ...]:
        """Return the keys that parts of the window look after themselves."""
        message, listed, question = ActionGroup.IN_MESSAGE, ActionGroup.IN_LIST, ActionGroup.IN_QUESTION
        return (
            KeyHint("↑", self.tr("Go to the message above"), message),
            KeyHint("↓", self.tr("Go to the message below"), message),
            KeyHint("Return", self.tr("Open the menu of the message"), message),
            KeyHint("C", self.tr("Copy as Markdown"), message),
            KeyHint("X", self.tr("Copy as plain text"), message),
            KeyHint("E", self.tr("Edit; the present version is kept"), message),
            KeyHint("R", self.tr("Answer the question anew"), message),
            KeyHint("G", self.tr("Go on with a reply that was cut"), message),
            KeyHint("B", self.tr("Begin a new conversation from here"), message),
            KeyHint("V", self.tr("Compare two versions"), message),
            KeyHint("T", self.tr("Show the thought"), message),
            KeyHint("A", self.tr("Go to the first line of the message"), message),
            KeyHint("←", self.tr("Show the version before"), message),
            KeyHint("→", self.tr("Show the version after"), message),
            KeyHint("F2", self.tr("Rename the chosen conversation"), listed),
            KeyHint("Del", self.tr("Delete the chosen conversations; this can be undone"), listed),
            KeyHint("Ctrl+D", self.tr("Pin or unpin"), listed),
            KeyHint("Ctrl+E", self.tr("Archive, or take out of the archive"), listed),
            KeyHint("Ctrl+P", self.tr("Print"), listed),
            KeyHint(NEW_FOLDER_KEYS, self.tr("Move the chosen conversations into a new folder"), listed),
            KeyHint("Ctrl+Z", self.tr("Undo the last change"), listed),
            KeyHint("Return", self.tr("Send"), question),
            KeyHint("Shift+Return", self.tr("Begin a new line"), question),
            KeyHint("Ctrl+U", self.tr("Send files along"), question),
        )

    # --- the actions ------------------------------------------------------------------------------------------

    def _general(self) -> Sequence[WindowAction]:
        group = ActionGroup.GENERAL
        return (
            WindowAction(
                "settings",
                self.tr("Show the settings, or go back"),
                group,
                self._do.settings.toggle,
                ("Ctrl+,",),
                more_words=self.tr("preferences options"),
            ),
            WindowAction(
                "quit",
                self.tr("Quit"),
                group,
                self._do.content.window().close,
                ("Ctrl+Q",),
                more_words=self.tr("exit close"),
            ),
        )

    def _of_conversations(self) -> Sequence[WindowAction]:
        group = ActionGroup.CONVERSATIONS
        sidebar = self._do.content.sidebar

        def wish(name: str, label: str, kind: WishKind) -> WindowAction:
            return WindowAction(name, label, group, lambda: self._do.wish(kind), is_available=self._do.has_conversation)

        return (
            WindowAction(
                "new_chat",
                self.tr("Begin a new conversation"),
                group,
                sidebar.new_chat_asked.emit,
                ("Ctrl+N",),
                more_words=self.tr("new chat"),
            ),
            WindowAction(
                "next_conversation",
                self.tr("Go to the next conversation"),
                group,
                lambda: self._do.step(1),
                ("Ctrl+PgDown", "Alt+Down"),
                is_available=self._do.has_conversations,
            ),
            WindowAction(
                "previous_conversation",
                self.tr("Go to the previous conversation"),
                group,
                lambda: self._do.step(-1),
                ("Ctrl+PgUp", "Alt+Up"),
                is_available=self._do.has_conversations,
            ),
            WindowAction(
                "search",
                self.tr("Search all conversations"),
                group,
                self._do.conversations.begin_search,
                ("Ctrl+Shift+F",),
            ),
            WindowAction("new_folder", self.tr("New folder"), group, sidebar.new_folder_asked.emit),
            wish("export", self.tr("Export this conversation…"), WishKind.EXPORT),
            wish("print", self.tr("Print this conversation…"), WishKind.PRINT),
            wish("archive", self.tr("Archive this conversation"), WishKind.ARCHIVE),
            wish("delete", self.tr("Delete this conversation"), WishKind.DELETE),
            wish("forget", self.tr("Forget everything of this conversation…"), WishKind.FORGET),
            WindowAction("export_all", self.tr("Export all conversations…"), group, sidebar.export_all_asked.emit),
            WindowAction("import", self.tr("Import conversations…"), group, sidebar.import_asked.emit),
            WindowAction("back_up", self.tr("Back up the conversations now"), group, sidebar.back_up_asked.emit),
            WindowAction("restore", self.tr("Restore from a backup…"), group, sidebar.restore_asked.emit),
        )

    def _of_replies(self) -> Sequence[WindowAction]:
        group, find = ActionGroup.REPLY, self._do.chat.find
        return (
            WindowAction(
                "question", self.tr("Go to the question's field"), group, self._do.go_to_composer, ("Ctrl+L",)
            ),
            WindowAction(
                "stop",
                self.tr("Stop the running reply"),
                group,
                self._do.session.stop,
                ("Esc",),
                more_words=self.tr("cancel end"),
                is_available=self._do.runs_here,
            ),
            WindowAction(
                "regenerate",
                self.tr("Answer the last question anew"),
                group,
                self._do.regenerate,
                ("Ctrl+R",),
                more_words=self.tr("regenerate retry again"),
                is_available=self._do.has_reply,
            ),
            WindowAction(
                "copy_answer",
                self.tr("Copy the last answer"),
                group,
                self._do.copy_answer,
                ("Ctrl+Shift+C",),
                is_available=self._do.has_answer,
            ),
            WindowAction("find", self.tr("Search on the page that is shown"), group, self._do.find, ("Ctrl+F",)),
            WindowAction(
                "find_next",
                self.tr("Go to the next place found"),
                group,
                lambda: find.go(1),
                ("F3",),
                is_available=self._do.has_conversation,
            ),
            WindowAction(
                "find_previous",
                self.tr("Go to the place found before"),
                group,
                lambda: find.go(-1),
                ("Shift+F3",),
                is_available=self._do.has_conversation,
            ),
        )

    def _of_thoughts(self) -> Sequence[WindowAction]:
        group, models = ActionGroup.THINKING, ActionGroup.MODELS
        return (
            WindowAction(
                "thinking_pane",
                self.tr("Show or hide the thinking pane"),
                group,
                self._do.toggle_thought,
                ("Ctrl+T",),
            ),
            WindowAction(
                "thinking_level",
                self.tr("Choose the next level of thinking"),
                group,
                self._do.content.page.header.thinking.choose_next,
                ("Ctrl+Shift+T",),
            ),
            WindowAction(
                "answer_now",
                self.tr("End the thought and answer now"),
                group,
                self._do.content.dock.pane.ask_for_answer,
                ("Ctrl+Shift+A",),
                is_available=self._do.can_steer,
            ),
            WindowAction(
                "nudge",
                self.tr("Give the running thought a nudge"),
                group,
                self._do.thinking.open_nudge,
                ("Ctrl+Shift+N",),
                is_available=self._do.can_steer,
            ),
            WindowAction(
                "edit_thought",
                self.tr("Edit the thought"),
                group,
                self._do.thinking.edit_thought,
                ("Ctrl+Shift+E",),
                is_available=self._do.can_edit_thought,
            ),
            WindowAction("model", self.tr("Choose a model"), models, self._do.choose_model, ("Ctrl+M",)),
            WindowAction("open_file", self.tr("Open a model file"), models, self._do.picker.ask_for_file, ("Ctrl+O",)),
            WindowAction(
                "models",
                self.tr("Show the models, or go back"),
                models,
                self._do.models.toggle,
                ("Ctrl+Shift+M",),
                more_words=self.tr("download library discover"),
            ),
            WindowAction(
                "unload",
                self.tr("Free the model's memory"),
                models,
                self._do.broker.unload,
                more_words=self.tr("unload"),
                is_available=lambda: self._do.broker.status.phase is ModelPhase.READY,
            ),
        )

    def _of_view(self) -> Sequence[WindowAction]:
        group = ActionGroup.VIEW
        return (
            WindowAction(
                "sidebar",
                self.tr("Show or hide the conversations"),
                group,
                self._do.content.toggle_sidebar,
                ("Ctrl+B",),
                more_words=self.tr("sidebar"),
            ),
            WindowAction(
                "context",
                self.tr("Show how full the context is"),
                group,
                self._do.content.page.header.gauge.open_popup,
                more_words=self.tr("tokens gauge"),
                is_available=lambda: self._do.is_chat_shown() and self._do.content.page.header.gauge.can_open(),
            ),
            WindowAction(
                "theme",
                self.tr("Switch between light and dark"),
                group,
                self._do.switch_theme,
                ("Ctrl+Shift+L",),
                more_words=self.tr("theme appearance colours"),
            ),
            WindowAction(
                "larger",
                self.tr("Larger text"),
                group,
                lambda: self._do.zoom(_STEP),
                ("Ctrl++",),
                other_keys=("Ctrl+=",),
                more_words=self.tr("zoom in"),
            ),
            WindowAction(
                "smaller",
                self.tr("Smaller text"),
                group,
                lambda: self._do.zoom(-_STEP),
                ("Ctrl+-",),
                more_words=self.tr("zoom out"),
            ),
            WindowAction(
                "usual_size",
                self.tr("Text in its usual size"),
                group,
                lambda: self._do.zoom(None),
                ("Ctrl+0",),
                more_words=self.tr("zoom reset"),
            ),
        )
