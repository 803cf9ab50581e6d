"""What is read stays where it is, whatever gets another height above it inside one tall answer."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.history.records import MessageState, ReplyFigures
from app.history.store import HistoryStore
from app.paths import AppPaths
from tests.fakes.steps import reply_end
from tests.ui.conftest import OpenWindow, presenters_of
from ui.assembly import Assembly
from ui.chat.transcript.reply_view import ReplyView
from ui.chat.transcript.transcript import Transcript
from ui.documents.document_view import DocumentView
from ui.documents.formula_typesetter import FormulaKey, FormulaTypesetter

_HIGH = r"\dfrac{\dfrac{\dfrac{a}{b}}{\dfrac{c}{d}}}{\dfrac{e}{f}}"
_TEXT = "Some words on a line of their own, and a little more.\n\n"
ANSWER = (
    "".join(f"{_TEXT * 6}$${n} = {_HIGH}$$\n\nAnd $\\frac{{{n}}}{{2}}$ within.\n\n" for n in range(12))
    + _TEXT * 5
    + "The eye rests here.\n\n"
    + _TEXT * 60
)


class HeldTypesetter(FormulaTypesetter):
    """Gives nothing before it is let; so a formula comes when the test wants it to."""

    def __init__(self) -> None:
        super().__init__()
        self.held: list[FormulaKey] = []
        self.is_held = True

    def is_known(self, key: FormulaKey) -> bool:
        if self.is_held:
            self.held.append(key)
            return False
        return super().is_known(key)

    def let_go(self) -> None:
        self.is_held = False
        for key in dict.fromkeys(self.held):
            super().is_known(key)


def _write(paths: AppPaths, answer: str) -> int:
    store = HistoryStore.open(paths.database)
    conversation = store.create_conversation("Tall")
    question = store.add_question(conversation.id, None, "Well?")
    reply = store.begin_reply(conversation.id, question.id, "model")
    store.finish_reply(
        reply.id, reply_end(raw="", thinking="", answer=answer, state=MessageState.COMPLETE, figures=ReplyFigures())
    )
    store.close()
    return conversation.id


def _place_of_the_eye(transcript: Transcript, words: str = "The eye rests") -> int:
    view = next(view for view in transcript.cards() if isinstance(view, ReplyView)).text_view()
    assert view.find(words) == 1
    return view.mapTo(transcript.viewport(), view.hit_rect(0).topLeft()).y()


def _read_at_the_eye(assembly: Assembly, qtbot: QtBot) -> DocumentView:
    transcript = assembly.content.page.transcript
    qtbot.waitUntil(lambda: any(isinstance(view, ReplyView) for view in transcript.cards()))
    view = next(view for view in transcript.cards() if isinstance(view, ReplyView)).text_view()
    qtbot.waitUntil(lambda: not view.is_behind)
    bar = transcript.verticalScrollBar()
    bar.setValue(bar.value() + _place_of_the_eye(transcript) - 120)
    qtbot.waitUntil(lambda: abs(_place_of_the_eye(transcript) - 120) < 3)
    return view


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> list[HeldTypesetter]:
    made: list[HeldTypesetter] = []

    def make(*_: object) -> HeldTypesetter:
        made.append(HeldTypesetter())
        return made[-1]

    monkeypatch.setattr("ui.services.FormulaTypesetter", make)
    return made


def test_formulas_that_are_set_late_above_the_eye_move_nothing(
    open_window: OpenWindow, paths: AppPaths, qtbot: QtBot, held: list[HeldTypesetter]
) -> None:
    conversation_id = _write(paths, ANSWER)
    assembly = open_window()
    assembly.window.resize(1200, 700)
    presenters_of(assembly).chat.show_conversation(conversation_id)
    view = _read_at_the_eye(assembly, qtbot)
    transcript = assembly.content.page.transcript
    before, height = _place_of_the_eye(transcript), view.height()
    assert held
    assert held[0].held

    held[0].let_go()

    qtbot.waitUntil(lambda: view.height() > height + 300)
    qtbot.waitUntil(lambda: not view.is_behind)
    qtbot.wait(30)
    assert abs(_place_of_the_eye(transcript) - before) <= 2


def test_a_narrower_window_leaves_the_line_at_the_top_there(
    open_window: OpenWindow, paths: AppPaths, qtbot: QtBot
) -> None:
    long = "A sentence that is long enough to be broken into more lines when there is less room for it. " * 3
    conversation_id = _write(paths, f"{long}\n\n" * 40 + "The eye rests here.\n\n" + f"{long}\n\n" * 40)
    assembly = open_window()
    assembly.window.resize(1200, 700)
    presenters_of(assembly).chat.show_conversation(conversation_id)
    view = _read_at_the_eye(assembly, qtbot)
    transcript = assembly.content.page.transcript
    bar = transcript.verticalScrollBar()
    bar.setValue(bar.value() + 110)
    before = _place_of_the_eye(transcript)

    width = view.width()
    assembly.window.resize(500, 700)
    qtbot.waitUntil(lambda: view.width() < width - 60)
    qtbot.waitUntil(lambda: not view.is_behind)
    qtbot.wait(30)

    assert abs(_place_of_the_eye(transcript) - before) <= 70, "two lines more or less, since they break elsewhere"


def test_an_answer_that_is_longer_than_was_guessed_is_seen_to_its_last_line(
    paths: AppPaths, open_window: OpenWindow, qtbot: QtBot
) -> None:
    conversation = _write(paths, "Where letters are wide, MORE LINES ARE NEEDED THAN COUNTED. " * 12)
    assembly = open_window()
    presenters_of(assembly).chat.show_conversation(conversation)
    view = next(card for card in assembly.content.findChildren(ReplyView)).text_view()
    qtbot.waitUntil(lambda: not view.is_behind)

    qtbot.waitUntil(lambda: view.height() >= view.heightForWidth(view.width()))
