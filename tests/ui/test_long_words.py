"""Texts without a place to break their lines stop no field, and what is pasted into an editor is not lost."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.history.attachments import StoredAttachment
from ui.chat.thoughts.thought_editor import ThoughtEditor
from ui.chat.transcript.card_action import CardAction
from ui.chat.transcript.card_requests import CardRequests
from ui.chat.transcript.file_text_dialog import FileTextDialog
from ui.chat.transcript.message_editor import MessageEditor
from ui.chat.transcript.question_bubble import QuestionBubble
from ui.chat.transcript.reply_card import QuestionCard, ReplyCard, ReplyPhase
from ui.chat.transcript.reply_view import available_actions
from ui.widgets.growing_edit import GrowingEdit
from ui.widgets.long_words import LONGEST_EDITED

ENCODED = "aGVsbG8" * 30_000


def editor_of(text: str) -> QWidget:
    return MessageEditor(text, confirm_text="Save", note="Kept.", confirm=print, cancel=print)


def thought_of(text: str) -> QWidget:
    editor = ThoughtEditor()
    editor.edit(1, text)
    return editor


def file_of(text: str) -> QWidget:
    return FileTextDialog(StoredAttachment("a.txt", "text", len(text), text))


@pytest.mark.parametrize("text", [ENCODED, " " * 70_000 + "x"], ids=["word", "gap"])
@pytest.mark.parametrize("field_of", [editor_of, thought_of, file_of])
def test_a_word_or_a_gap_of_any_length_is_shown_at_once(
    qtbot: QtBot, field_of: Callable[[str], QWidget], text: str
) -> None:
    begun = time.thread_time()
    field = field_of(text)
    qtbot.addWidget(field)
    field.resize(500, 400)
    field.show()
    field.resize(450, 400)

    assert time.thread_time() - begun < 1.0  # words sought to their ends: several seconds


def pasted(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


@pytest.mark.parametrize("text", ["a line\n" * 1000, ENCODED, "a" + " " * 70_000 + "x"], ids=["lines", "word", "gap"])
def test_a_long_text_is_pasted_into_a_message_that_is_edited(qtbot: QtBot, text: str) -> None:
    editor = MessageEditor("", confirm_text="Save", note="Kept.", confirm=print, cancel=print)
    qtbot.addWidget(editor)
    editor.show()

    editor.findChildren(GrowingEdit)[0].insertFromMimeData(pasted(text))

    assert editor.text == text


def test_what_no_field_takes_is_not_offered_for_editing(qtbot: QtBot) -> None:
    longest, longer = "a b " * (LONGEST_EDITED // 4), "a b " * (LONGEST_EDITED // 4 + 1)
    bubble = QuestionBubble(asks=CardRequests())
    qtbot.addWidget(bubble)

    def is_offered(text: str) -> tuple[bool, bool]:
        reply = ReplyCard(1, ReplyPhase.COMPLETE, reply_id=2, answer=text)
        bubble.show_card(QuestionCard(1, text))
        bubble.perform(CardAction.EDIT)
        is_edited = bubble.is_busy
        bubble.rest()
        return CardAction.EDIT in available_actions(reply), is_edited

    assert is_offered(longest) == (True, True)
    assert is_offered(longer) == (False, False)


def test_a_long_question_is_searched_piece_by_piece(qtbot: QtBot) -> None:
    area = QScrollArea()  # as in the window, only what is seen of it is painted
    qtbot.addWidget(area)
    bubble = QuestionBubble(asks=CardRequests())
    area.setWidget(bubble)
    area.setWidgetResizable(True)
    area.resize(600, 400)
    area.show()
    text = ("word " * 10_000 + "needle ") * 30
    bubble.show_card(QuestionCard(1, text))

    begun = time.thread_time()
    assert bubble.find_text("needle") < 30
    assert bubble.hit_count is None
    assert time.thread_time() - begun < 0.5  # all of it at once: seconds
    top = bubble.hit_top(0)
    assert top > 400
    assert bubble.hit_top(1) > top
    qtbot.waitUntil(lambda: bubble.hit_count is not None)

    assert bubble.hit_count == 30
