"""Leads through every place of the window: its pages, what opens over them, and what is there only at times."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.conversation.reply_prompt import ReplyPrompt
from app.engines.known_endpoints import KeptEndpoint
from app.history.asking import ConversationSetup, NewQuestion
from app.history.attachments import StoredAttachment
from app.history.backups import Backup, BackupKind
from app.history.confidence import ConfidenceRecorder
from app.history.preset_records import ThinkingOptions
from app.history.records import MessageState, ReplyFigures
from app.history.store import HistoryStore
from app.history.votes import KeptVote
from app.hub.connection.errors import HostNotFound
from app.hub.connection.remote_file import HubFile
from app.hub.transfer.download_plan import DownloadPlan
from app.hub.transfer.download_progress import DownloadState, QueuedDownload
from app.inference.protocol import PromptAccount, PromptControl, PromptPiece, PromptSource, TemplateWants
from app.inference.scripted_engine import Say, Script
from app.messages import Sampling
from app.paths import AppPaths
from app.reasoning.tool_calls import TOOL_CALL_JSON
from app.settings import SettingsGroup
from app.tools.built_in.built_in_tool import CallProgress
from app.tools.kept_servers import KeptServer, KeptServers
from app.tools.server_process.messages import (
    InputAsked,
    PromptArgument,
    ServerListing,
    ServerPrompt,
    ServerResource,
)
from app.voting.ballot import Ballot
from tests.app.hub.tiny_gguf import write_gguf
from tests.fakes.steps import EVERY_KIND, PNG, add_reply, reply_end
from tests.ui.conftest import OpenWindow, presenters_of, services_of, session_of
from tests.ui.window_actions import ask, button, has_ended, last_reply, settle
from ui.assembly import Assembly
from ui.bridges.job import Job
from ui.chat.calls.call_card import CallCard
from ui.chat.composer.context_bar import ContextRemedy
from ui.chat.composer.context_gauge import ContextUse
from ui.chat.conversations.forget_dialog import ForgetDialog
from ui.chat.conversations.history_trouble import HistoryTrouble
from ui.chat.exchange.backup_dialog import BackupDialog
from ui.chat.exchange.export_dialog import ExportDialog
from ui.chat.presets.conversation_panel import ConversationPanel
from ui.chat.presets.models_chooser import Answerer, ModelsChooser
from ui.chat.presets.presets_dialog import PresetsDialog
from ui.chat.thinking.thinking_limit_dialog import ThinkingLimitDialog
from ui.chat.thoughts.fork_dialog import ForkDialog
from ui.chat.thoughts.thought_card import EditedThought
from ui.chat.thoughts.thought_panel import ThoughtPanel
from ui.chat.transcript.card_action import CardAction
from ui.chat.transcript.compare_window import CompareWindow
from ui.chat.transcript.file_text_dialog import FileTextDialog
from ui.chat.transcript.picture_dialog import PictureDialog
from ui.chat.transcript.prompt_window import PromptWindow
from ui.models.discover.first_model_card import FirstModel, FirstModelCard
from ui.models.downloads.download_card import DownloadAction
from ui.models.library.library_panel import LibraryAction
from ui.models.models_page import Tab
from ui.models.picker.model_settings_dialog import ModelSettingsDialog
from ui.models.picker.server_consent import ServerConsent
from ui.models.servers.server_panel import ServerAction
from ui.models.tools.tool_panel import ToolServerAction
from ui.settings.packs_panel import PackLine, PacksPanel
from ui.widgets.crash_dialog import CrashDialog
from ui.widgets.menu_button import MenuButton
from ui.widgets.notice_bar import Notice
from ui.widgets.shortcuts_sheet import ShortcutsSheet

MODEL = "Qwen3-8B-Instruct-2507-Q4_K_M"
QUESTION = "How long would a train from Cologne to Zurich take, if every other train were late by half an hour?"
ANSWER = "Between the two:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```python\nx = 1\n```\n"
ARABIC = "كم عدد الأيام في السنة الكبيسة، ولماذا؟"
IN_ARABIC = (
    "السنة الكبيسة فيها **366** يومًا، كما في `calendar.isleap(2024)`:\n\n- شباط فيه 29 يومًا\n- ثم نعود\n\n"
    "| السنة | الأيام |\n|---|---|\n| 2023 | 365 |\n| 2024 | 366 |\n\n"
    "```python\n# سنة كبيسة\nprint(366)\n```\n\n> قال: «نعم» (yes).\n"
)
THOUGHT = "First, I add them.\n\nWait, is it more?\n\nLet me check: 3 × 4 = 12. Yes.\n\nSo it is 12."
FETCH = '<tool_call>\n{"name": "fetch", "arguments": {"url": "https://example.org/a/b"}}\n</tool_call>'
FORM = json.dumps(
    {
        "properties": {
            "name": {"type": "string", "title": "Name", "description": "What you are called"},
            "colour": {"type": "string", "enum": ["red", "green"]},
            "many": {"type": "integer"},
            "sure": {"type": "boolean"},
        },
        "required": ["name"],
    }
)
PIECES = (PromptPiece(PromptSource.TEMPLATE, "<user>"), PromptPiece(PromptSource.QUESTION, "Why?"))
PLAN = DownloadPlan(
    repo="org/A-Model-With-A-Long-Name-GGUF", commit="a", quantization="Q4_K_M", files=(HubFile("a.gguf", 9),)
)

DOWNLOADS = tuple(
    QueuedDownload(
        place,
        PLAN,
        state,
        1_000_000_000,
        5_000_000_000,
        12e6,
        300.0,
        problem=HostNotFound("huggingface.co") if state in (DownloadState.WAITING, DownloadState.FAILED) else None,
        retry_in_s=5.0,
    )
    for place, state in enumerate(DownloadState)
)
OFFERED = ServerListing(
    resources=(ServerResource("notes://today", "Notes of today", QUESTION),),
    prompts=(ServerPrompt("greet", "Greets somebody", (PromptArgument("name", "Whom", is_required=True),)),),
)


def furnish(home: AppPaths) -> None:
    """Give a home a model, a server of tools, and conversations of every kind."""
    folder = home.models / "qwen" / "Qwen3-8B-GGUF"
    folder.mkdir(parents=True)
    write_gguf(folder / "Qwen3-8B-Instruct-2507-Q4_K_M.gguf", name="Qwen3 8B Instruct 2507")
    KeptServers(home.tool_servers_file).add(KeptServer("notes", ("notes-server", "--all"), environment={"KEY": "x"}))
    store = HistoryStore.open(home.database)
    for title, question, thinking, answer in (
        (QUESTION, QUESTION, THOUGHT, ANSWER),
        (ARABIC, ARABIC, IN_ARABIC.split("\n\n")[0] + "\n\nلكن مهلًا، هل هذا صحيح؟", IN_ARABIC),
    ):
        conversation = store.create_conversation(title)
        asked = store.add_question(conversation.id, None, question)
        for _ in range(2):
            reply = store.begin_reply(conversation.id, asked.id, "Qwen3 8B Instruct 2507")
            raw = f"<think>\n{thinking}\n</think>\n\n{answer}"
            figures = ReplyFigures(thinking_s=3.0, thinking_tokens=40, answer_tokens=90, tokens_per_s=12.5)
            end = reply_end(
                raw=raw,
                thinking=thinking,
                answer=answer,
                state=MessageState.COMPLETE,
                figures=figures,
                confidence=_unsure(raw),
            )
            store.finish_reply(reply.id, end)
    conversation = store.create_conversation("Tools and troubles")
    asked = store.add_question(conversation.id, None, QUESTION)
    tools = add_reply(store, asked, EVERY_KIND)
    asked = store.add_question(conversation.id, tools.id, "Again?")
    reply = store.begin_reply(conversation.id, asked.id, "Qwen3 8B Instruct 2507")
    error = "The engine stopped while it answered. What came before is kept."
    end = reply_end(
        raw="Half", thinking="", answer="Half", state=MessageState.FAILED, figures=ReplyFigures(), error=error
    )
    store.finish_reply(reply.id, end)
    for agreeing in (3, 5, 2):
        _hold_vote(store, agreeing)
    store.close()


def _hold_vote(store: HistoryStore, agreeing: int) -> None:
    setup = ConversationSetup("Sums") if agreeing == 3 else None
    asked = store.ask(
        setup or store.conversations()[0].id, NewQuestion("6 × 7?", MODEL, candidates=6, vote=KeptVote(8))
    )
    ballot = Ballot(8, until_sure=True)
    for sample, reply in enumerate(asked.candidates):
        answer = "42" if sample < agreeing else f"{sample}"
        figures = ReplyFigures(thinking_tokens=30, answer_tokens=10, tokens_per_s=20.0)
        end = reply_end(raw="", thinking="Hm.", answer=answer, state=MessageState.COMPLETE, figures=figures)
        store.finish_reply(reply.id, end)
        ballot.count(sample, answer)
    store.keep_vote(asked.reply.id, KeptVote(8, True, ballot.outcome()))


def open_furnished(open_window: OpenWindow, home: AppPaths, qtbot: QtBot) -> Assembly:
    """Open a furnished window, in which a vote has been held and a call of a tool waits for the person."""
    votes = tuple((Say("<think>\nHm.\n</think>\n\n"), Say(text)) for text in ("It is 41.", "It is 42.", "So 42."))
    script = Script(
        turns=(*votes, (Say("<think>\nI had better ask.\n</think>\n\n"), Say(FETCH))),
        wants=TemplateWants(tools=True, tool_calls=True, tool_results=True, call_format=TOOL_CALL_JSON),
    )
    assembly = open_window(script=script, home=home)
    presenters_of(assembly).conversations.begin()
    assembly.content.page.header.votes.options_chosen.emit(ThinkingOptions(samples=3, until_sure=False))
    ask(assembly, "6 × 7?")
    qtbot.waitUntil(has_ended(assembly), timeout=10_000)
    presenters_of(assembly).conversations.begin()
    session_of(assembly).thinking_levels.choose_options(None, ThinkingOptions())
    session_of(assembly).overrides.offer_tools(None, ("fetch",))
    ask(assembly, "Look it up.")
    qtbot.waitUntil(lambda: any(card.call.asks for card in _call_cards(assembly)), timeout=10_000)
    return assembly


def _unsure(raw: str) -> str:
    recorder = ConfidenceRecorder()
    for place in range(0, len(raw), 4):
        chance = 0.3 if place % 3 == 0 else 0.9
        likeliest = [
            (raw[place : place + 4].encode(), math.log(chance)),
            (b" not", math.log(0.29 if chance < 0.5 else 0.05)),
        ]
        recorder.note(likeliest[0], likeliest)
    return recorder.encoded(raw)


def _call_cards(assembly: Assembly) -> tuple[CallCard, ...]:
    calls = last_reply(assembly).call_list
    return calls.cards if calls is not None else ()


Place = tuple[str, QWidget]


def places(assembly: Assembly) -> Iterator[Place]:
    """Show one place after the other; each is there while it is looked at."""
    for group in (_chat, _conversations, _models, _settings, _menus, _dialogs):
        yield from group(assembly)


def _chat(assembly: Assembly) -> Iterator[Place]:
    presenters, content = presenters_of(assembly), assembly.content
    page = content.page
    presenters.conversations.begin()
    yield "welcome", content
    (first_model,) = page.welcome.findChildren(FirstModelCard)
    first_model.show_model(
        FirstModel("Qwen3-8B", "5.0 GB · about 12 tokens/s", "Thinks.", "1 GB of 5 GB", 0.2, "Pause")
    )
    first_model.show_found("3 models of LM Studio are on this computer.")
    yield "welcome, first model", content
    page.notices.show_notice(Notice(QUESTION, QUESTION, "errno 2", "Choose another model", "Try again"))
    button(page.notices, page.notices._more.text()).click()
    page.context_bar.say(QUESTION, "Advice.", {one: f"Remedy {one.value}" for one in ContextRemedy})
    page.composer.files.put(page.composer.files.begin("a.txt"), StoredAttachment("a.txt", "text", 3, "abc"), note="cut")
    page.composer.show_note(QUESTION)
    page.header.gauge.show_use(ContextUse(8192, 1000, 200, 300))
    yield "notices, files and gauge", content
    page.header.gauge.open_popup()
    if page.header.gauge.popup is not None:
        yield "gauge's popup", page.header.gauge.popup
        page.header.gauge.popup.close()
    page.composer.files.take_all()
    page.notices.withdraw()
    page.context_bar.be_quiet()
    for number, name in ((1, "answer"), (2, "Arabic"), (3, "tools and an error"), (5, "vote"), (6, "call")):
        presenters.chat.show_conversation(number)
        settle()
        yield name, content
        if name == "answer":
            if content.is_narrow:
                presenters.thinking.open(last_reply(assembly).card.message_id)
            presenters.actions.perform("outline")
            presenters.actions.perform("find")
            yield "outline and find", content
            presenters.actions.perform("outline")
            page.find_bar.close_bar()
            presenters.actions.perform("next_fork")
            yield "how sure the model was", content
            presenters.actions.perform("edit_thought")
            yield "a thought edited", content
            for panel in content.findChildren(ThoughtPanel):
                panel.put_editor_away()
            for view, what in (
                (last_reply(assembly), "a reply edited"),
                (page.transcript.cards()[0], "a question edited"),
            ):
                view.perform(CardAction.EDIT)
                yield what, content
                view.end_editing()
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(f"/{MODEL}_{MODEL}.txt")])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    QApplication.sendEvent(content, QDragEnterEvent(QPoint(9, 9), copy, dragged, left, Qt.KeyboardModifier.NoModifier))
    yield "a file over the window", content
    QApplication.sendEvent(content, QDragLeaveEvent())
    content.dock.toggle()
    yield "the pane folded", content
    content.dock.toggle()
    for card in _call_cards(assembly):
        call = card.call
        card.show_call(replace(call, question=InputAsked(7, "notes", "Who are you?", schema=FORM)))
        yield "a form in a call", content
        card.show_call(replace(call, seconds=12.0, progress=CallProgress(0.4, "Half way"), question=None))
        yield "a call at work", content
        card.show_call(call)


def _conversations(assembly: Assembly) -> Iterator[Place]:
    content, presenters = assembly.content, presenters_of(assembly)
    was_shown = content.sidebar.isVisible()
    content.want_sidebar(wanted=True)
    content.sidebar.undo_bar.offer("“A conversation with a long name” was deleted.")
    job = Job(lambda: "Writing all conversations into a file …", parent=assembly.content)
    content.sidebar.work_strip.show_job(job)
    job.report(0.4)
    yield "sidebar, a job and undo", content.sidebar
    content.sidebar.undo_bar.withdraw()
    job.finish("2 conversations were written.")
    presenters.actions.perform("search_doubts")
    content.sidebar.search_field.setText("train")
    yield "search", content.sidebar
    content.sidebar.search_field.clear()
    content.sidebar.results.choose_kind(None)
    content.want_sidebar(wanted=was_shown)
    presenters.commands.open_palette()
    yield "palette", content
    for palette_field in content.findChildren(QLineEdit, "paletteField"):
        palette_field.setText("train")
    yield "a long title in the palette", content
    presenters.commands.open_palette()
    services_of(assembly).picker.open_list()
    yield "models to choose from", content
    assembly.picker.close_list()


def _models(assembly: Assembly) -> Iterator[Place]:
    services, content = services_of(assembly), assembly.content
    services.models.open()
    page = services.models.page
    for tab in Tab:
        page.show_tab(tab)
        yield f"models: {tab.name}", content
        if tab in (Tab.DISCOVER, Tab.LIBRARY, Tab.SERVERS):
            page.open_panel()
            yield f"models: {tab.name}, panel", content
            page.close_panel()
    page.show_tab(Tab.DOWNLOADS)
    page.downloads.show_downloads(DOWNLOADS)
    yield "downloads in each state", content
    page.downloads.card(3).button(DownloadAction.CANCEL).click()
    yield "a download to be given up", content
    page.show_tab(Tab.LIBRARY)
    page.bar.show_downloads(DOWNLOADS)
    page.open_panel()
    while not (listed := [one for one in page.library.models.entries() if MODEL.startswith(one.name)]):
        QApplication.processEvents()  # the folders are still being read
    page.library.list.entry_chosen.emit(listed[0])
    settle()
    for area in page.library_panel.findChildren(QScrollArea):
        area.ensureWidgetVisible(page.library_panel.votes)
    yield "votes of a model", content
    for action in (LibraryAction.RENAME, LibraryAction.REMOVE):
        page.library_panel.button(action).click()
        yield f"library, {action.value}", content
    page.close_panel()
    page.downloads.show_downloads(())
    page.bar.show_downloads(())
    page.show_tab(Tab.SERVERS)
    page.servers.question.ask(QUESTION)
    page.servers.show_asking("Asking http://192.168.1.20:8080 …")
    page.servers.notice.show_notice(Notice(QUESTION, QUESTION, "refused"))
    yield "servers, a question and a notice", content
    page.servers.show_asking("")
    page.open_panel()
    page.server_panel.show_server(
        "A server in the cellar", ("a-model",), (("Address", "http://192.168.1.20:8080/v1"),), said=QUESTION
    )
    page.server_panel.allow(tuple(ServerAction))
    for wish in (ServerAction.CORRECT, ServerAction.RENAME, ServerAction.REMOVE):
        page.server_panel.button(wish).click()
        yield f"a server, {wish.value}", content
    page.close_panel()
    page.show_tab(Tab.TOOLS)
    for way in page.tools._ways.findChildren(QPushButton)[:2]:
        way.click()
        yield f"tools, {way.text()}", content
    page.tools.show_found(
        ("notes (Cursor): notes-server --all --of-them", "away: https://example.org/mcp"), lambda _: None
    )
    page.tools.question.ask(QUESTION)
    yield "tools, found", content
    page.tools.question.hide()
    page.open_panel()
    panel, tools = page.tool_panel, page.tools
    tools.list.entry_chosen.emit(tools.entries.entries()[-1])
    panel.show_log("starting\nlistening")
    panel.offers.show_listing(OFFERED)
    panel.button(ToolServerAction.REMOVE).click()
    for question in (
        InputAsked(9, "notes", "", url="https://login.example.org/authorize?a=b", is_sign_in=True),
        InputAsked(10, "notes", "Who are you?", schema=FORM),
    ):
        panel.show_question(question)
        yield f"a tool server that asks {question.question}", content
    panel.show_question(None)
    page.close_panel()


def _settings(assembly: Assembly) -> Iterator[Place]:
    presenters, content = presenters_of(assembly), assembly.content
    for group in (one for one in SettingsGroup if one is not SettingsGroup.REMEMBERED):
        presenters.settings.open(group)
        yield f"settings: {group.name}", content
        for packs in (one for one in content.findChildren(PacksPanel) if one.isVisible()):
            packs.show_packs(
                (
                    PackLine("cuda-12", "works here, three times as fast", works=True),
                    PackLine("vulkan", QUESTION, works=False),
                )
            )
            packs.work.show_work("Downloading the pack …", 0.3)
            yield "packs", content
            packs.work.hide()
            packs.show_packs(())
    trouble = HistoryTrouble()
    content.show_page(trouble)
    kept = [Backup(Path(f"a{n}.sqlite3"), BackupKind.BY_HAND, 1e9 + n, 40_000) for n in range(9)]
    trouble.show_trouble(
        Notice(QUESTION, QUESTION, "errno 2"),
        kept,
        can_start_fresh=True,
        can_retry=True,
        can_salvage=True,
        can_accept=True,
    )
    trouble.say(QUESTION, is_busy=False)
    yield "damaged conversations", content
    presenters.pages.show_chat()
    trouble.deleteLater()


def _menus(assembly: Assembly) -> Iterator[Place]:
    content, presenters = assembly.content, presenters_of(assembly)
    presenters.chat.show_conversation(1)
    settle()
    content.page.header.thinking.show_levels(("off", "low", "medium", "high"), "high")
    settle()
    header, conversations = content.page.header, content.sidebar.list
    reply = last_reply(assembly)
    opened: dict[str, Callable[[], object]] = {
        "votes": header.votes.open_menu,
        "tools": header.tools.open_menu,
        "thinking": lambda: next(one for one in header.thinking.findChildren(MenuButton) if one.isVisible()).click(),
        "reply": reply.open_menu,
        "regenerate with": lambda: reply.perform(CardAction.REGENERATE_WITH),
        "conversations": lambda: content.sidebar.menu().popup(content.mapToGlobal(content.rect().center())),
        "conversation": lambda: conversations.menu_for(1).popup(content.mapToGlobal(content.rect().center())),
    }
    for name, does in opened.items():
        does()
        for menu in [one for one in assembly.window.findChildren(QMenu) if one.isVisible()]:
            yield f"menu: {name}", menu
            menu.close()


def _dialogs(assembly: Assembly) -> Iterator[Place]:
    window, store = assembly.window, services_of(assembly).store
    account = PromptAccount(PIECES, tuple(len(piece.text) for piece in PIECES), (PromptControl("think-budget", "500"),))
    kept = KeptEndpoint(url="http://192.168.1.20:8080/v1", name="A server in the cellar")
    replies = [message.id for message in store.branch(1) if message.role == "assistant"]
    presets = PresetsDialog(["Qwen3 8B Instruct 2507"], Sampling(), window)
    presets.show_presets(store.presets.all())
    chooser = ModelsChooser(QUESTION, "Qwen3 8B", window)
    chooser.show_models(
        (Answerer("Qwen3 8B", "Qwen3 8B", "needs 5 GB"), Answerer("A/b", "b", section="A server", is_usable=False))
    )

    settings = ModelSettingsDialog("Qwen3 8B Instruct 2507", is_here=True, parent=window)
    settings.show_settings(None)

    def panel() -> QDialog:
        presenters_of(assembly).presets.show_panel()
        (shown,) = window.findChildren(ConversationPanel)
        return shown

    made: dict[str, Callable[[], QDialog]] = {
        "panel": panel,
        "presets": lambda: presets,
        "export": lambda: ExportDialog(count=2, parent=window),
        "backups": lambda: BackupDialog([Backup(Path("a.sqlite3"), BackupKind.BY_HAND, 1e9, 40_000)], window),
        "forget": lambda: ForgetDialog([QUESTION, QUESTION], window),
        "limit": lambda: ThinkingLimitDialog(ThinkingOptions(), window),
        "fork": lambda: ForkDialog(EditedThought(replies[0], "First"), "Wait, is that so?", window),
        "several models": lambda: chooser,
        "compare": lambda: CompareWindow(replies, message=store.message, pair=(replies[0], replies[0]), parent=window),
        "prompt": lambda: PromptWindow(ReplyPrompt(account, 3, 2, ()), parent=window),
        "file": lambda: FileTextDialog(StoredAttachment("a.txt", "text", 3, "abc"), window, offers_insertion=True),
        "picture": lambda: PictureDialog("a.png", PNG, window),
        "no picture": lambda: PictureDialog("a.png", b"", window),
        "consent": lambda: ServerConsent(kept, window),
        "model settings": lambda: settings,
        "crash": lambda: CrashDialog("Traceback", window),
        "shortcuts": lambda: ShortcutsSheet(assembly.actions.shortcuts(), window),
    }
    for name, make in made.items():
        dialog = make()
        dialog.show()
        yield f"dialog: {name}", dialog
        dialog.close()
        if not isinstance(dialog, ConversationPanel):
            dialog.deleteLater()
