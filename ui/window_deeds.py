"""How the window's actions are done, and when they can be; `window_actions.py` declares their words and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from app.conversation.turn import TurnState
from app.errors import UserError
from app.settings.choices import ThemeChoice
from ui.bridges.settings_store import SettingsStore
from ui.chat.conversations.conversation_wish import ConversationWish, WishKind
from ui.chat.transcript.last_reply import LastReply
from ui.chat.window_content import WindowContent
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from app.conversation.session import Session
    from app.engines.broker import Broker
    from app.history.records import StoredMessage
    from app.history.store import HistoryStore
    from ui.chat.chat_controller import ChatController
    from ui.chat.conversations.conversation_controller import ConversationController
    from ui.chat.thinking.thinking_controller import ThinkingController
    from ui.models.models_presenter import ModelsPresenter
    from ui.models.picker.picker_presenter import PickerPresenter
    from ui.settings.settings_presenter import SettingsPresenter
    from ui.window_pages import WindowPages

_SMALLEST, _LARGEST = 0.5, 3.0


class WindowDeeds:
    """Does with the parts of the window what an action says, and knows when it can be done."""

    def __init__(
        self,
        *,
        content: WindowContent,
        theme: Theme,
        kept: SettingsStore,
        session: Session,
        broker: Broker,
        chat: ChatController,
        conversations: ConversationController,
        thinking: ThinkingController,
        picker: PickerPresenter,
        models: ModelsPresenter,
        pages: WindowPages,
        settings: SettingsPresenter,
        store: HistoryStore,
    ) -> None:
        self.content = content
        self._theme = theme
        self._kept = kept
        self.session = session
        self.broker = broker
        self.chat = chat
        self.conversations = conversations
        self.thinking = thinking
        self.picker = picker
        self.models = models
        self.pages = pages
        self.settings = settings
        self._last_reply = LastReply(session=session, store=store)

    def has_conversation(self) -> bool:
        """Whether a conversation with a question is shown."""
        return self.chat.conversation_id is not None and self.is_chat_shown()

    def has_conversations(self) -> bool:
        """Whether there is any conversation."""
        return bool(self.content.sidebar.conversations.ids())

    def is_chat_shown(self) -> bool:
        """Whether the chat is shown, and not the models or the settings."""
        return self.pages.is_chat_shown

    def show_chat(self) -> None:
        """Show the chat, if another page is in its place."""
        if not self.is_chat_shown():
            self.pages.show_chat()

    def runs_here(self) -> bool:
        """Whether a reply of the conversation shown is being written."""
        turn = self.session.running_turn
        return turn is not None and turn.conversation_id == self.chat.conversation_id

    def thinks_here(self) -> bool:
        """Whether the model is thinking in the conversation shown."""
        turn = self.session.running_turn
        return self.runs_here() and turn is not None and turn.state is TurnState.THINKING

    def can_steer(self) -> bool:
        """Whether the running thought of the conversation shown can be reached into."""
        return self.thinks_here() and self.broker.can_steer

    def can_edit_thought(self) -> bool:
        """Whether a model could go on from an edited thought of the conversation shown."""
        return self.has_conversation() and self.broker.status.capabilities.prefills

    def _last(self) -> StoredMessage | None:
        return self._last_reply.of(self.chat.conversation_id) if self.is_chat_shown() else None

    def has_reply(self) -> bool:
        """Whether the conversation shown ends with a reply that has ended."""
        return self._last() is not None

    def has_answer(self) -> bool:
        """Whether there is a last answer that has ended."""
        reply = self._last_reply.of(self.chat.conversation_id)
        return self.is_chat_shown() and reply is not None and bool(reply.answer)

    def wish(self, kind: WishKind) -> None:
        """Do something with the conversation shown, as its menu in the list does."""
        if self.chat.conversation_id is not None:
            self.conversations.fulfil(ConversationWish(kind, (self.chat.conversation_id,)))

    def step(self, step: int) -> None:
        """Show the next (+1) or previous (-1) conversation of the list, around its ends."""
        ids = self.content.sidebar.conversations.ids()
        shown = self.chat.conversation_id
        before = ids.index(shown) if shown in ids else -1 if step > 0 else 0
        self.chat.show_conversation(ids[(before + step) % len(ids)])

    def go_to_composer(self) -> None:
        """Give the keyboard to the field for the question."""
        self.show_chat()
        self.content.page.composer.setFocus()

    def find(self) -> None:
        """Search on the page that is shown."""
        if self.models.is_shown:
            self.models.find()
        elif self.is_chat_shown():
            self.content.page.find_bar.open_bar()

    def regenerate(self) -> None:
        """Answer the last question anew."""
        reply = self._last_reply.of(self.chat.conversation_id)
        if reply is not None and reply.parent_id is not None:
            self.chat.regenerate(reply.parent_id)

    def copy_answer(self) -> None:
        """Copy the last answer as Markdown."""
        reply = self._last_reply.of(self.chat.conversation_id)
        if reply is not None:
            QGuiApplication.clipboard().setText(reply.answer)

    def toggle_thought(self) -> None:
        """Fold the pane away or show it; in a narrow window unfold the thought above the answer, or fold it."""
        if not self.content.is_narrow:
            self.content.dock.toggle()
            return
        reply_id = self.content.page.transcript.reply_in_view()
        if reply_id is not None:
            self.content.page.transcript.thought_asked.emit(reply_id)

    def choose_model(self) -> None:
        """Open the menu of models."""
        self.show_chat()
        self.picker.open_menu()

    def switch_theme(self) -> None:
        """Go from light to dark, or back."""
        self._change(theme=ThemeChoice.LIGHT if self._theme.colours.is_dark else ThemeChoice.DARK)

    def zoom(self, step: float | None) -> None:
        """Show text larger or smaller by a step; `None` for its usual size. Raises nothing: a problem is told."""
        scale = 1.0 if step is None else round(self._kept.now().text_scale + step, 2)
        self._change(text_scale=max(_SMALLEST, min(_LARGEST, scale)))

    def _change(self, **changes: object) -> None:
        try:
            self._kept.set(**changes)
        except UserError as error:
            self.chat.show_problem(error)
