"""Everything that can be done from anywhere in the window, declared once: words, keys, and when it is possible."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from app.conversation.turn import TurnState
from app.engines.model_status import ModelPhase
from app.history.backups import BackupKind
from app.history.exchange.trace_form import TraceForm
from app.reasoning import StepKind
from app.settings.choices import ThemeChoice
from ui.chat.conversations.conversation_menu import NEW_FOLDER_KEYS, CommandKind, ConversationCommand
from ui.chat.thoughts.thought_card import TraceWish, trace_form_text
from ui.widgets.source_words import SourceWords
from ui.widgets.window_action import ActionGroup, KeyHint, WindowAction

if TYPE_CHECKING:
    from ui.chat.window_content import WindowContent
    from ui.models.picker.model_picker import ModelPicker
    from ui.presenters import Presenters
    from ui.services import Services
    from ui.theme.theme import Theme
    from ui.widgets.action_registry import ActionRegistry

_SMALLEST, _LARGEST, _STEP = 0.5, 3.0, 0.1  # of the size of text; a step with one press


class WindowActions(SourceWords):
    """Declares the actions; the presenters do them."""

    def __init__(
        self, presenters: Presenters, services: Services, content: WindowContent, *, picker: ModelPicker, theme: Theme
    ) -> None:
        super().__init__(content)
        self._presenters = presenters
        self._services = services
        self._content = content
        self._picker = picker
        self._theme = theme
        self._chat = presenters.chat
        self._session = services.session

    def register_in(self, registry: ActionRegistry) -> None:
        """Let the palette, the shortcuts and their list know the actions, group by group."""
        self._registry = registry
        registry.keys_changed.connect(self._show_keys)
        groups = {
            ActionGroup.CONVERSATIONS: self._of_conversations(),
            ActionGroup.REPLY: self._of_replies(),
            ActionGroup.THINKING: self._of_thoughts(),
            ActionGroup.MODELS: self._of_models(),
            ActionGroup.VIEW: self._of_view(),
            ActionGroup.GENERAL: self._general(),
        }
        registry.add({group: [self._in_english_too(one) for one in actions] for group, actions in groups.items()})
        registry.add_hints(self._hints())

    def _in_english_too(self, action: WindowAction) -> WindowAction:
        return replace(action, more_words=self.with_english(action.more_words, action.label))

    def _show_keys(self) -> None:
        keys = self._registry.action("new_chat").spoken_keys()
        self._content.sidebar.show_new_chat_keys(keys.replace("+", " "))

    def _hints(self) -> tuple[KeyHint, ...]:
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
            KeyHint("W", self.tr("Answer anew with another model or level"), message),
            KeyHint("M", self.tr("Ask several models the same question"), message),
            KeyHint("G", self.tr("Go on with a reply that was cut"), message),
            KeyHint("B", self.tr("Begin a new conversation from here"), message),
            KeyHint("V", self.tr("Compare two versions"), message),
            KeyHint("T", self.tr("Show the thought"), message),
            KeyHint("P", self.tr("Show what the model got"), message),
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
        return (
            WindowAction(
                "settings",
                self.tr("Show the settings, or go back"),
                self._presenters.settings.toggle,
                ("Ctrl+,",),
                more_words=self.tr("preferences options"),
            ),
            WindowAction(
                "quit", self.tr("Quit"), self._content.window().close, ("Ctrl+Q",), more_words=self.tr("exit close")
            ),
        )

    def _of_conversations(self) -> Sequence[WindowAction]:
        conversations, exchange = self._presenters.conversations, self._services.exchange

        def command(kind: CommandKind, label: str, words: str = "") -> WindowAction:
            can_be_done = self._has_conversation
            return WindowAction(
                kind.value, label, lambda: self._command(kind), more_words=words, is_available=can_be_done
            )

        return (
            WindowAction(
                "new_chat",
                self.tr("Begin a new conversation"),
                conversations.begin,
                ("Ctrl+N",),
                more_words=self.tr("new chat"),
            ),
            WindowAction(
                "next_conversation",
                self.tr("Go to the next conversation"),
                lambda: conversations.step(1),
                ("Ctrl+PgDown", "Alt+Down"),
                is_available=conversations.has_any,
            ),
            WindowAction(
                "previous_conversation",
                self.tr("Go to the previous conversation"),
                lambda: conversations.step(-1),
                ("Ctrl+PgUp", "Alt+Up"),
                is_available=conversations.has_any,
            ),
            WindowAction(
                "search",
                self.tr("Search all conversations"),
                self._search,
                ("Ctrl+Shift+F",),
                more_words=self.tr("find history"),
            ),
            WindowAction(
                "search_doubts",
                self.tr("Find where thoughts doubt"),
                partial(self._search, StepKind.DOUBT),
                more_words=self.tr("search steps"),
            ),
            WindowAction(
                "search_failed_checks",
                self.tr("Find checks in thoughts that failed"),
                partial(self._search, StepKind.FAILED_CHECK),
                more_words=self.tr("search steps"),
            ),
            WindowAction("new_folder", self.tr("New folder"), conversations.new_folder),
            WindowAction(
                "rename", self.tr("Rename this conversation"), self._rename, is_available=self._has_conversation
            ),
            command(CommandKind.EXPORT, self.tr("Export this conversation…"), self.tr("pdf html markdown json")),
            command(CommandKind.PRINT, self.tr("Print this conversation…"), self.tr("pdf paper")),
            command(CommandKind.ARCHIVE, self.tr("Archive this conversation"), self.tr("old chat hide put away")),
            command(CommandKind.DELETE, self.tr("Delete this conversation"), self.tr("remove erase")),
            command(
                CommandKind.FORGET, self.tr("Forget everything of this conversation…"), self.tr("delete all erase")
            ),
            WindowAction(
                "export_all",
                self.tr("Export all conversations…"),
                conversations.export_all,
                more_words=self.tr("history data"),
            ),
            WindowAction(
                "import",
                self.tr("Import conversations…"),
                exchange.ask_import,
                more_words=self.tr("chatgpt claude open webui history"),
            ),
            WindowAction(
                "back_up",
                self.tr("Back up the conversations now"),
                partial(exchange.back_up, BackupKind.BY_HAND),
                more_words=self.tr("backup save copy"),
            ),
            WindowAction(
                "restore",
                self.tr("Restore from a backup…"),
                exchange.ask_restore,
                more_words=self.tr("backup bring back"),
            ),
        )

    def _of_replies(self) -> Sequence[WindowAction]:
        find, step = self._presenters.find, self._content.page.transcript.step_question

        def way(name: str, label: str, go: Callable[[], object], keys: str) -> WindowAction:
            return WindowAction(name, label, go, (keys,), is_available=self._has_conversation)

        return (
            WindowAction("question", self.tr("Go to the question's field"), self._go_to_composer, ("Ctrl+L",)),
            WindowAction(
                "stop",
                self.tr("Stop the running reply"),
                self._session.stop,
                ("Esc",),
                more_words=self.tr("cancel end"),
                is_available=self._runs_here,
                otherwise=self._bring_keyboard_home,
            ),
            WindowAction(
                "regenerate",
                self.tr("Answer the last question anew"),
                self._regenerate,
                ("Ctrl+R",),
                more_words=self.tr("regenerate retry again"),
                is_available=self._has_reply,
            ),
            WindowAction(
                "ask_models",
                self.tr("Ask several models…"),
                self._presenters.asking.offer,
                ("Ctrl+Alt+M",),
                more_words=self.tr("compare council opinion another"),
                is_available=lambda: self._is_chat_shown() and self._presenters.asking.can_offer(),
            ),
            WindowAction(
                "copy_answer",
                self.tr("Copy the last answer"),
                self._copy_answer,
                ("Ctrl+Shift+C",),
                is_available=self._has_answer,
            ),
            WindowAction(
                "show_prompt",
                self.tr("Show what the model got"),
                self._show_prompt,
                more_words=self.tr("prompt tokens template"),
                is_available=self._has_reply,
            ),
            WindowAction(
                "questions",
                self.tr("Go to a question of this conversation"),
                self._presenters.commands.open_questions,
                ("Ctrl+Shift+J",),
                more_words=self.tr("outline contents jump"),
                is_available=self._has_conversation,
            ),
            way("next_question", self.tr("Go to the next question, or to the end"), partial(step, 1), "Alt+PgDown"),
            way("previous_question", self.tr("Go to the question before"), partial(step, -1), "Alt+PgUp"),
            WindowAction("find", self.tr("Search on the page that is shown"), self._find, ("Ctrl+F",)),
            way("find_next", self.tr("Go to the next place found"), partial(find.go, 1), "F3"),
            way("find_previous", self.tr("Go to the place found before"), partial(find.go, -1), "Shift+F3"),
        )

    def _of_thoughts(self) -> Sequence[WindowAction]:
        return (
            WindowAction(
                "answering",
                self.tr("How this conversation is answered"),
                self._show_answering,
                ("Ctrl+Shift+P",),
                more_words=self.tr(
                    "system prompt temperature top-p top-k min-p seed sampling instructions persona role behaviour "
                    "model thinking reasoning token limit preset"
                ),
            ),
            WindowAction(
                "edit_presets",
                self.tr("Edit presets"),
                self._presenters.presets.edit_presets,
                more_words=self.tr("system prompt temperature sampling instructions persona role"),
            ),
            WindowAction("thinking_pane", self.tr("Show or hide the thinking pane"), self._toggle_thought, ("Ctrl+T",)),
            WindowAction(
                "thinking_level",
                self.tr("Choose the next level of thinking"),
                self._content.page.header.thinking.choose_next,
                ("Ctrl+Shift+T",),
            ),
            WindowAction(
                "vote",
                self.tr("Think several times and agree"),
                self._content.page.header.votes.open_menu,
                ("Ctrl+Alt+T",),
                more_words=self.tr("vote samples majority"),
                is_available=lambda: self._content.page.header.votes.is_wanted,
            ),
            WindowAction(
                "tools",
                self.tr("Choose the tools of this conversation"),
                self._content.page.header.tools.open_menu,
                ("Ctrl+Alt+O",),
                more_words=self.tr("mcp calculator functions"),
                is_available=self._content.page.header.tools.isEnabled,
            ),
            WindowAction(
                "waiting_call",
                self.tr("Go to the call of a tool that waits for you"),
                self._presenters.calls.show_waiting,
                ("Ctrl+Alt+W",),
                more_words=self.tr("allow deny permission"),
                is_available=lambda: self._presenters.calls.is_anything_waiting,
            ),
            WindowAction(
                "answer_now",
                self.tr("End the thought and answer now"),
                self._answer_now,
                ("Ctrl+Shift+A",),
                is_available=lambda: (
                    self._calls() or (self._thinks() and self._services.broker.running_capabilities.ends_thoughts)
                ),
            ),
            WindowAction(
                "nudge",
                self.tr("Give the running thought a nudge"),
                self._presenters.thinking.open_nudge,
                ("Ctrl+Shift+N",),
                is_available=lambda: self._thinks() and self._services.broker.running_capabilities.nudges,
            ),
            WindowAction(
                "outline",
                self.tr("Show or hide the outline of the thought"),
                self._presenters.thinking.toggle_outline,
                ("Ctrl+Shift+O",),
                more_words=self.tr("steps structure"),
                is_available=self._has_conversation,
            ),
            WindowAction(
                "next_fork",
                self.tr("Go to the next word that the model was torn about"),
                lambda: self._presenters.thinking.step_fork(1),
                ("F8",),
                more_words=self.tr("unsure confidence fork"),
                is_available=self._has_reply,
            ),
            WindowAction(
                "previous_fork",
                self.tr("Go to the word before that the model was torn about"),
                lambda: self._presenters.thinking.step_fork(-1),
                ("Shift+F8",),
                more_words=self.tr("unsure confidence fork"),
                is_available=self._has_reply,
            ),
            *(
                WindowAction(
                    f"export_thought_{form.value}",
                    trace_form_text(form),
                    partial(self._export_thought, form),
                    more_words=self.tr("trace save"),
                    is_available=self._has_reply,
                )
                for form in TraceForm
            ),
            WindowAction(
                "edit_thought",
                self.tr("Edit the thought"),
                self._presenters.thinking.edit_thought,
                ("Ctrl+Shift+E",),
                is_available=self._can_edit_thought,
            ),
        )

    def _of_models(self) -> Sequence[WindowAction]:
        return (
            WindowAction(
                "model",
                self.tr("Choose a model"),
                self._choose_model,
                ("Ctrl+M",),
                more_words=self.tr("switch change swap select pick other different llm"),
            ),
            WindowAction("open_file", self.tr("Open a model file"), self._services.picker.ask_for_file, ("Ctrl+O",)),
            WindowAction(
                "models",
                self.tr("Show the models, or go back"),
                self._services.models.toggle,
                ("Ctrl+Shift+M",),
                more_words=self.tr("download library discover"),
            ),
            WindowAction(
                "servers_page",
                self.tr("Show the servers of models"),
                self._services.models.open_servers,
                more_words=self.tr(
                    "api key openai ollama llama-server vllm openrouter endpoint interface add cloud remote"
                ),
            ),
            WindowAction(
                "tools_page",
                self.tr("Show the tools and their servers"),
                self._services.models.open_tools,
                more_words=self.tr("mcp servers fetch python calculator permissions"),
            ),
            WindowAction(
                "unload",
                self.tr("Free the model's memory"),
                self._services.broker.unload,
                more_words=self.tr("unload memory ram vram eject"),
                is_available=lambda: self._services.broker.status.phase is ModelPhase.READY,
            ),
        )

    def _of_view(self) -> Sequence[WindowAction]:
        return (
            WindowAction(
                "sidebar",
                self.tr("Show or hide the conversations"),
                self._content.toggle_sidebar,
                ("Ctrl+B",),
                more_words=self.tr("sidebar"),
            ),
            WindowAction(
                "context",
                self.tr("Show how full the context is"),
                self._content.page.header.gauge.open_popup,
                more_words=self.tr("tokens gauge"),
                is_available=lambda: self._is_chat_shown() and self._content.page.header.gauge.can_open(),
            ),
            WindowAction(
                "theme",
                self.tr("Switch between light and dark"),
                self._switch_theme,
                ("Ctrl+Shift+L",),
                more_words=self.tr("theme appearance colours look design"),
            ),
            WindowAction(
                "larger",
                self.tr("Larger text"),
                lambda: self._zoom(_STEP),
                ("Ctrl++",),
                other_keys=("Ctrl+=",),
                more_words=self.tr("zoom in"),
            ),
            WindowAction(
                "smaller",
                self.tr("Smaller text"),
                lambda: self._zoom(-_STEP),
                ("Ctrl+-",),
                more_words=self.tr("zoom out"),
            ),
            WindowAction(
                "usual_size",
                self.tr("Text in its usual size"),
                lambda: self._zoom(None),
                ("Ctrl+0",),
                more_words=self.tr("zoom reset"),
            ),
            WindowAction("full_screen", self.tr("Full screen, or back"), self._content.toggle_full_screen, ("F11",)),
        )

    # --- when they can be done --------------------------------------------------------------------------------

    def _is_chat_shown(self) -> bool:
        return self._presenters.pages.is_chat_shown

    def _has_conversation(self) -> bool:
        """Whether a conversation with a question is shown."""
        return self._chat.conversation_id is not None and self._is_chat_shown()

    def _runs_here(self) -> bool:
        """Whether a reply of the conversation shown is being written."""
        turn = self._session.running_turn
        return turn is not None and turn.conversation_id == self._chat.conversation_id

    def _thinks(self) -> bool:
        """Whether a thought of the conversation shown is running."""
        turn = self._session.running_turn
        return self._runs_here() and turn is not None and turn.state is TurnState.THINKING

    def _calls(self) -> bool:
        """Whether calls of tools wait, or are at work, in the conversation shown."""
        turn = self._session.running_turn
        return self._runs_here() and turn is not None and turn.state is TurnState.CALLING

    def _answer_now(self) -> None:
        if self._calls():
            self._session.answer_now()
        else:
            self._content.dock.pane.ask_for_answer()

    def _can_edit_thought(self) -> bool:
        """Whether a model could go on from an edited thought of the conversation shown."""
        return self._has_conversation() and self._services.broker.status.capabilities.prefills

    def _has_reply(self) -> bool:
        """Whether the conversation shown ends with a reply that has ended."""
        return self._is_chat_shown() and self._presenters.transcript.last_reply() is not None

    def _has_answer(self) -> bool:
        reply = self._presenters.transcript.last_reply()
        return self._is_chat_shown() and reply is not None and bool(reply.answer)

    # --- how they are done ------------------------------------------------------------------------------------

    def _command(self, kind: CommandKind) -> None:
        """Do something with the conversation shown, as its menu in the list does."""
        if self._chat.conversation_id is not None:
            self._presenters.conversations.execute(ConversationCommand(kind, (self._chat.conversation_id,)))

    def _show_sidebar(self) -> None:
        if self._content.sidebar.isHidden():
            self._content.toggle_sidebar()

    def _search(self, kind: StepKind | None = None) -> None:
        self._show_sidebar()
        self._presenters.search.begin(kind)

    def _rename(self) -> None:
        if self._chat.conversation_id is not None:
            self._show_sidebar()
            self._content.sidebar.show_results(False)
            self._content.sidebar.list.edit_title(self._chat.conversation_id)

    def _show_chat(self) -> None:
        if not self._is_chat_shown():
            self._presenters.pages.show_chat()

    def _bring_keyboard_home(self) -> None:
        """Out of an outline, a list or a message that is read by keyboard: letters are commands there."""
        if self._is_chat_shown():
            self._content.page.composer.setFocus()

    def _go_to_composer(self) -> None:
        self._show_chat()
        self._content.page.composer.setFocus()

    def _find(self) -> None:
        """Search on the page that is shown."""
        if self._services.models.is_shown:
            self._services.models.find()
        elif self._is_chat_shown():
            self._content.page.find_bar.open_bar()

    def _regenerate(self) -> None:
        reply = self._presenters.transcript.last_reply()
        if reply is not None and reply.parent_id is not None:
            self._presenters.transcript.regenerate(reply.parent_id)

    def _copy_answer(self) -> None:
        reply = self._presenters.transcript.last_reply()
        if reply is not None:
            QGuiApplication.clipboard().setText(reply.answer)

    def _show_prompt(self) -> None:
        reply_id = self._reply_at_hand()
        if reply_id is not None:
            self._presenters.prompts.show(reply_id)

    def _show_answering(self) -> None:
        self._show_chat()
        self._presenters.presets.show_panel()

    def _export_thought(self, form: TraceForm) -> None:
        reply_id = self._reply_at_hand()
        if reply_id is not None:
            self._services.exchange.export_trace(TraceWish(reply_id, form))

    def _reply_at_hand(self) -> int | None:
        """Return the reply in view, or else the last one."""
        reply_id, last = self._content.page.transcript.reply_in_view(), self._presenters.transcript.last_reply()
        return last.id if reply_id is None and last is not None else reply_id

    def _toggle_thought(self) -> None:
        """Fold the pane away or show it; in a narrow window unfold the thought above the answer, or fold it."""
        if not self._content.is_narrow:
            self._content.dock.toggle()
            return
        reply_id = self._content.page.transcript.reply_in_view()
        if reply_id is not None:
            self._presenters.thinking.open(reply_id)

    def _choose_model(self) -> None:
        self._show_chat()
        self._picker.open_list()

    def _switch_theme(self) -> None:
        self._set(theme=ThemeChoice.LIGHT if self._theme.colours.is_dark else ThemeChoice.DARK)

    def _zoom(self, step: float | None) -> None:
        """Show text larger or smaller by a step; `None` for its usual size."""
        scale = 1.0 if step is None else round(self._services.kept.now().text_scale + step, 2)
        self._set(text_scale=max(_SMALLEST, min(_LARGEST, scale)))

    def _set(self, **changes: object) -> None:
        with self._services.events.reporting_problems():
            self._services.kept.set(**changes)
