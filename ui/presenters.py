"""The presenters of one window's content: each is given the views it presents, and is deleted with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.attachments.errors import FileDoesNotFit
from app.conversation.errors import AnswerCircles
from app.conversation.leaving_out import longer_context
from app.errors import UserError
from app.history.errors import DatabaseIsDamaged, LeftElsewhere, NotSavedYet
from app.inference.image_errors import ModelSeesNoImages
from ui.bridges.notice_of import Remedy
from ui.chat.chat_presenter import ChatPresenter, ChatState
from ui.chat.composer.attachments_presenter import AttachmentsPresenter
from ui.chat.composer.context_presenter import ContextPresenter
from ui.chat.composer.gauge_presenter import GaugePresenter
from ui.chat.composer.next_prompt import NextPrompt
from ui.chat.composer.send_note import SendNote
from ui.chat.composer.typing_home import TypingHome
from ui.chat.conversations.conversations_presenter import ConversationsPresenter, UndoableChange
from ui.chat.notices_presenter import NoticesPresenter
from ui.chat.presets.asking_models import AskingModels
from ui.chat.presets.presets_presenter import PresetsPresenter
from ui.chat.presets.regenerating import Regenerating
from ui.chat.search.find_presenter import FindPresenter
from ui.chat.search.search_presenter import SearchPresenter
from ui.chat.thinking.calls_presenter import CallsPresenter
from ui.chat.thinking.thinking_presenter import ThinkingPresenter, ThinkingState
from ui.chat.thinking.tools_presenter import ToolsPresenter
from ui.chat.thinking.vote_presenter import VotePresenter
from ui.chat.transcript.continuation_presenter import ContinuationPresenter
from ui.chat.transcript.prompt_presenter import PromptPresenter
from ui.chat.transcript.transcript_presenter import TranscriptPresenter
from ui.commands_presenter import CommandsPresenter
from ui.models.library.file_reveal import reveal
from ui.settings.settings_presenter import SettingsPresenter
from ui.widgets.action_registry import ActionRegistry
from ui.widgets.spoken_numbers import count_text
from ui.window_pages import WindowPages

if TYPE_CHECKING:
    from app.paths import AppPaths
    from ui.chat.presets.models_chooser import Answerer
    from ui.chat.window_content import WindowContent
    from ui.models.picker.model_picker import ModelPicker
    from ui.services import Services
    from ui.settings.settings_presenter import SettingsState
    from ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class WindowState:
    """Where the person is in views that are about to be made anew."""

    chat: ChatState
    thinking: ThinkingState
    searched: str
    """What is looked for in all conversations."""
    found: str
    """What is looked for on the page; empty without a search."""
    problem: UserError | None
    """What is told above the transcript."""
    change: UndoableChange | None
    """What can be taken back in the list of conversations."""
    is_in_models: bool
    settings: SettingsState | None
    has_preset_panel: bool


class Presenters:
    """What each part of the window shows, and does when something is wanted."""

    def __init__(
        self,
        services: Services,
        content: WindowContent,
        picker: ModelPicker,
        *,
        paths: AppPaths,
        theme: Theme,
    ) -> None:
        self._services = services
        self._content = content
        self._may_lose = False
        self._present_chat()
        self._present_question()
        self._present_list()
        services.picker.attach(picker)
        picker.find_more.clicked.connect(services.models.open)
        picker.manage.clicked.connect(services.models.open_library)
        picker.spoken.connect(services.attention.announcer.say)
        services.models.attach(content.page, content.page.welcome.show_offer)
        services.attention.attach(content.pulse)
        self.actions = ActionRegistry(content)
        self.settings = SettingsPresenter(
            paths,
            theme=theme,
            kept=services.kept,
            hub=services.hub,
            actions=self.actions,
            move_models=services.models.move_models,
            renew_engine=services.renew_engine,
            parent=content,
        )
        open_kept = partial(self.settings.open_setting, "keeps_confidence")
        content.dock.pane.steering.unsure_setting_asked.connect(open_kept)
        self.pages = WindowPages(
            content, chat=self.chat, models=services.models, settings=self.settings, events=services.events
        )
        self.commands = CommandsPresenter(
            content,
            actions=self.actions,
            theme=theme,
            kept=services.kept,
            models=services.picker,
            conversations=content.sidebar.conversations,
            settings=self.settings,
            questions=self.transcript.questions,
            go_to_question=self.transcript.go_to_question,
            events=services.events,
        )
        content.page.header.questions.clicked.connect(self.commands.open_questions)
        for shown in (self.transcript.branch_shown, self.transcript.branch_filled, self.transcript.turn_shown):
            shown.connect(self._offer_questions)
        self.commands.spoken.connect(services.attention.announcer.say)
        starter = services.picker.starter()
        if starter is not None:
            self.chat.set_starter(str(starter.path), services.picker.starter_description())
        services.events.model_changed.emit(services.session.model_status)

    def state(self) -> WindowState:
        """Return where the person is."""
        page, sidebar = self._content.page, self._content.sidebar
        return WindowState(
            thinking=self.thinking.state(),
            chat=self.chat.state(),
            searched=sidebar.search_field.text(),
            found="" if page.find_bar.isHidden() else page.find_bar.text,
            problem=self.notices.problem,
            change=self.conversations.change,
            is_in_models=self._services.models.is_shown,
            settings=self.settings.state(),
            has_preset_panel=self.presets.is_panel_shown,
        )

    def restore(self, state: WindowState) -> None:
        """Bring the person back to where they were in other views."""
        self.thinking.take_over(state.thinking)
        self.chat.restore(state.chat)
        if state.thinking.edited is not None:
            self.thinking.edit_thought(state.thinking.edited)
        if state.found:
            self._content.page.find_bar.open_bar(state.found)
        if state.problem is not None:
            self.notices.show_problem(state.problem)
        if state.change is not None:
            self.conversations.offer_undo(state.change)
        self.attachments.add_paths(state.chat.waiting_files)
        self._content.sidebar.search_field.setText(state.searched)
        self._services.models.tell()
        if state.has_preset_panel:
            self.presets.show_panel()
        if state.is_in_models:
            self._services.models.open()
        elif state.settings is not None:
            self.settings.restore(state.settings)

    def hold_open(self) -> bool:
        """Whether closing now would lose something; if so, the person is told, and may close all the same."""
        if self._may_lose or self.is_saved():
            return False
        self.pages.show_chat()
        self._services.events.report(NotSavedYet(self._services.store.path))
        return True

    def is_saved(self) -> bool:
        """Save what is typed, with the room kept for the end if need be; return whether nothing was refused."""
        drafts, services = self.chat.drafts, self._services
        drafts.save_now()
        if drafts.has_unsaved or services.has_unsaved:
            services.save_what_was_refused()
            drafts.save_now()
        return not drafts.has_unsaved and not services.has_unsaved

    def close(self) -> None:
        """End what runs for the views, and join its threads."""
        self.settings.close()
        self.calls.close()
        self.tools.close()
        self.search.close()
        self.send_note.close()
        self.next_prompt.close()
        self.presets.close()
        self.context.close()
        self.chat.drafts.close()
        self.prompts.close()
        self.transcript.close()

    # --- private ----------------------------------------------------------------------------------------------

    def _offer_questions(self) -> None:
        self._content.page.header.offer_questions(offered=self.transcript.has_several_questions())

    def _present_chat(self) -> None:
        services, content, page, events = self._services, self._content, self._content.page, self._services.events
        session, store, typesetter = services.session, services.store, services.typesetter
        self.notices = NoticesPresenter(page.notices, kept=services.kept, events=events, remedies=self._remedies)
        services.news.connect(page.notices.show_notice)
        calls = services.calls
        self.transcript = TranscriptPresenter(
            page.transcript,
            session=session,
            store=store,
            typesetter=typesetter,
            calls=calls,
            more_context=self._more_context,
            events=events,
        )
        self.regenerating = Regenerating(
            self.transcript,
            session=session,
            models=lambda: [
                (one.key, one.full_name) for one in services.picker.entries() if one.is_usable and not one.is_a_way
            ],
            choose_model=services.picker.choose,
            events=events,
        )
        self.prompts = PromptPresenter(page.transcript, session=session, broker=services.broker, events=events)
        page.transcript.asks.branch_asked.connect(services.branching.branch_off)
        self.thinking = ThinkingPresenter(
            content.dock,
            page.header.thinking,
            transcript=self.transcript,
            session=session,
            broker=services.broker,
            typesetter=typesetter,
            calls=calls,
            events=events,
        )
        self.calls = CallsPresenter(
            page.asking_bar,
            requests=(page.transcript.asks.calls, content.dock.pane.steering.calls),
            calls=calls,
            tools=services.tools,
            session=session,
            store=store,
            transcript=self.transcript,
            thinking=self.thinking,
            kept=services.kept,
            events=events,
        )
        self.votes = VotePresenter(
            page.header.votes,
            tell_cost=page.composer.show_vote_cost,
            branch=self.transcript.branch,
            session=session,
            store=store,
            events=events,
        )
        self.tools = ToolsPresenter(
            page.header.tools,
            tools=services.tools,
            costs=services.tool_costs,
            branch=self.transcript.branch,
            session=session,
            store=store,
            kept=services.kept,
            events=events,
        )
        self.tools.page_asked.connect(services.models.open_tools)
        self.calls.page_asked.connect(services.models.open_asking_tools)
        content.narrow_changed.connect(self.thinking.set_narrow)
        if content.is_narrow:
            self.thinking.set_narrow(True)
        self.thinking.thought_continued.connect(page.composer.setFocus)
        content.dock.pane.steering.export_asked.connect(services.exchange.export_trace)
        content.dock.pane.steering.quoted.connect(page.composer.quote)
        self.find = FindPresenter(page.find_bar, transcript=self.transcript, thoughts=self.thinking, events=events)
        self.gauge = GaugePresenter(
            page.header.gauge,
            session=session,
            transcript=self.transcript,
            load_with=services.picker.load_with,
            events=events,
        )
        self.continuation = ContinuationPresenter(
            page.continuation, summaries=services.summing_up.summaries, events=events
        )

    def _present_question(self) -> None:
        services, page, events = self._services, self._content.page, self._services.events
        session, store = services.session, services.store
        self.next_prompt = NextPrompt(
            page.composer, session=session, store=store, counting=services.broker.counting, events=events
        )
        page.composer.paused.connect(lambda _draft: services.prepare_for_thought())
        self.attachments = AttachmentsPresenter(
            page.composer, session=session, next_prompt=self.next_prompt, background=services.readers, events=events
        )
        self._content.files_dropped.connect(self.attachments.add_paths)
        services.models.resource_wanted.connect(self.attachments.add_resource)
        services.models.prompt_filled.connect(page.composer.edit.insertPlainText)
        self._content.picture_dropped.connect(self.attachments.add_picture)
        self.send_note = SendNote(
            page.composer,
            session=session,
            next_prompt=self.next_prompt,
            servers=services.servers,
            kept=services.kept,
            events=events,
        )
        self.asking = AskingModels(
            self.transcript,
            composer=page.composer,
            button=page.header.votes,
            send=lambda text, vote: self.chat.send(text, vote),
            session=session,
            models=self._answerers,
            allow=services.picker.allow,
            servers=services.servers,
            hub=services.hub,
            events=events,
        )
        self.context = ContextPresenter(
            page.context_bar,
            composer=page.composer,
            transcript=page.transcript,
            session=session,
            next_prompt=self.next_prompt,
            load_with=services.picker.load_with,
            events=events,
        )
        self.context.summary_wanted.connect(services.summing_up.ask)
        self.presets = PresetsPresenter(
            page.composer,
            session=session,
            store=store,
            events=events,
            model_names=lambda: [model.full_name for model in services.picker.entries() if not model.is_a_way],
            choose_model=services.picker.choose_named,
            votes=page.header.votes,
            tools=page.header.tools,
        )
        page.header.answering.clicked.connect(self.presets.show_panel)

    def _answerers(self) -> tuple[list[Answerer], str]:
        """Return the models that can be asked, ways to others, and the name of the chosen one."""
        from ui.chat.presets.models_chooser import Answerer  # there is none before the first paint

        picker = self._services.picker
        return [
            Answerer(
                name=one.full_name,
                title=one.shown_name,
                detail=" · ".join(filter(None, (one.quantization, *one.facts))),
                section=one.section,
                path="" if one.section else one.key,
                is_a_way=one.is_a_way,
                is_usable=one.is_usable,
            )
            for one in picker.entries()
        ], picker.chosen_name()

    def _remedies(self, error: UserError) -> list[Remedy]:
        """Return what can be done about a problem where it is told."""
        services, info = self._services, self._services.session.model_status.info
        if isinstance(error, DatabaseIsDamaged):
            return [
                Remedy(
                    _tr("Restore from a backup…"),
                    services.exchange.ask_restore,
                )
            ]
        if isinstance(error, AnswerCircles):
            return [Remedy(_tr("Stop"), services.session.stop)]
        if isinstance(error, NotSavedYet):
            return [Remedy(_tr("Close all the same"), self._close_all_the_same)]
        if isinstance(error, LeftElsewhere):
            return [Remedy(_tr("Show"), partial(reveal, error.path))]
        if isinstance(error, ModelSeesNoImages):
            words = _tr("Use {name}")
            seeing = services.picker.seeing()[:2]
            return [Remedy(words.format(name=one.title), partial(services.picker.use, one)) for one in seeing]
        if isinstance(error, FileDoesNotFit):
            beginning = Remedy(
                _tr("Attach the beginning"),
                self.attachments.attach_beginning,
            )
            longer = longer_context(info, info.context + error.excess_tokens) if info is not None else None
            return [*self._load_with(longer, then=self.attachments.attach_again), beginning]
        return self._more_context(error)

    def _close_all_the_same(self) -> None:
        self._may_lose = True
        self._content.window().close()

    def _more_context(self, error: UserError) -> list[Remedy]:
        """Return how the model can be loaded with room for a prompt that was too long, if it still is."""
        info = self._services.session.model_status.info
        if error.kind != "prompt_too_long" or info is None:
            return []
        needed = int(str(error.values["prompt_tokens"]))
        return self._load_with(longer_context(info, needed) if needed >= info.context else None)

    def _load_with(self, tokens: int | None, *, then: Callable[[], object] = lambda: None) -> list[Remedy]:
        def load() -> None:
            if tokens is not None:
                self._services.picker.load_with(tokens)
                then()

        words = _tr("Load with {count}")
        return [Remedy(words.format(count=count_text(tokens)), load)] if tokens is not None else []

    def _present_list(self) -> None:
        services, page, sidebar = self._services, self._content.page, self._content.sidebar
        session, store, events = services.session, services.store, services.events
        for strip in (sidebar.work_strip, self._content.strip_below):
            strip.follow(services.jobs)
        self.search = SearchPresenter(
            sidebar.search_field, sidebar.results, session=session, store=store, events=events
        )
        self.search.results_wanted.connect(sidebar.show_results)
        self.search.hit_chosen.connect(self.find.show_choice)
        self.conversations = ConversationsPresenter(
            sidebar,
            session=session,
            store=store,
            exchange=services.exchange,
            forgetting=services.forgetting,
            kept=services.kept,
            events=events,
        )
        self.chat = ChatPresenter(page, session=session, store=store, transcript=self.transcript, events=events)
        services.summing_up.conversation_begun.connect(self.chat.go_on_in)
        page.welcome.open_asked.connect(services.picker.ask_for_file)
        self.typing = TypingHome(page.composer, transcript=page.transcript, pane=self._content.dock.pane)
        self.transcript.reply_ended.connect(self.typing.come_home)


def _tr(text: str) -> str:
    return QCoreApplication.translate("NoticesPresenter", text)
