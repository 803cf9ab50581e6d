"""A question thought about several times: chosen, watched, decided, stopped, gone on with, and made one of."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app.conversation.shown_vote import MarkState, ShownVote
from app.conversation.vote_cost import VoteCost
from app.history.preset_records import Preset, PresetChoices, ThinkingOptions
from app.inference.scripted_engine import Crash, Pause, Say, SayMany, Script, Step
from app.settings.choices import Language
from tests.ui.conftest import OpenWindow, presenters_of, services_of, session_of
from tests.ui.window_actions import answer_of, ask, button, has_ended, last_reply, press
from ui.assembly import Assembly
from ui.attention_presenter import LONG_S
from ui.chat.presets.presets_dialog import PresetForm
from ui.chat.thinking.vote_button import VoteButton, cost_text
from ui.chat.transcript.card_action import CardAction
from ui.chat.transcript.compare_window import CompareWindow
from ui.chat.transcript.reply_card import MessageEdit
from ui.chat.transcript.reply_words import figures_of, writer_text
from ui.chat.transcript.vote_view import VoteView
from ui.theme.theme import Theme

ENDLESS: tuple[Step, ...] = (Say("<think>"), SayMany(("hm ",), 100_000, tokens_per_s=50))


def thinks_and_says(*texts: str) -> tuple[tuple[Step, ...], ...]:
    return tuple((Say("<think>\nHm.\n</think>\n\n"), Say(text)) for text in texts)


def start(open_window: OpenWindow, *turns: tuple[Step, ...], samples: int = 3, until_sure: bool = False) -> Assembly:
    assembly = open_window(script=Script(turns=turns))
    assembly.window.resize(1200, 760)
    button_of(assembly).options_chosen.emit(ThinkingOptions(samples=samples, until_sure=until_sure))
    return assembly


def button_of(assembly: Assembly) -> VoteButton:
    return assembly.content.page.header.votes


def shown(assembly: Assembly) -> ShownVote:
    vote = last_reply(assembly).card.vote
    assert vote is not None
    return vote


def view(assembly: Assembly) -> VoteView:
    found = last_reply(assembly).vote_view
    assert found is not None
    return found


def said(assembly: Assembly) -> str:
    (words,) = (one for one in view(assembly).findChildren(QLabel) if one.text())
    return words.text()


def marks(assembly: Assembly) -> list[QPushButton]:
    return [one for one in view(assembly).findChildren(QPushButton) if one.isCheckable()]


def finish(assembly: Assembly, qtbot: QtBot) -> None:
    qtbot.waitUntil(has_ended(assembly))
    qtbot.waitUntil(lambda: not shown(assembly).is_running)


def test_the_answer_that_most_agree_on_is_shown_and_the_others_are_one_click_away(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = start(open_window, *thinks_and_says("It is 41.", "It is 42.", "So 42."))

    ask(assembly, "6 × 7?")
    finish(assembly, qtbot)

    assert said(assembly) == "2 of 3 agree"
    assert answer_of(last_reply(assembly)) == "It is 42."
    assert [mark.text() for mark in marks(assembly)] == ["41", "42", "42"]
    assert [mark.isChecked() for mark in marks(assembly)] == [False, True, False]
    assert (last_reply(assembly).card.version, last_reply(assembly).card.versions) == (2, 3)

    press(marks(assembly)[0])

    assert answer_of(last_reply(assembly)) == "It is 41."
    assert [mark.isChecked() for mark in marks(assembly)] == [True, False, False]
    assert said(assembly) == "2 of 3 agree"


def test_a_reply_without_an_answer_is_not_taken_for_one(open_window: OpenWindow, qtbot: QtBot) -> None:
    says_much = "There are legs on a spider. This is a classic example of a cycle of legs. In it, each has its turn."
    assembly = start(open_window, *thinks_and_says("It is 3.", says_much, says_much.replace("spider", "crab")))

    ask(assembly, "How many legs?")
    finish(assembly, qtbot)

    assert [mark.text() for mark in marks(assembly)] == ["3", "✓", "✓"]
    assert said(assembly) == "Only one of 3 has an answer that can be compared"


def test_while_they_think_each_has_a_mark_and_its_thought_is_a_click_away(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = start(open_window, *thinks_and_says("It is 42."), ENDLESS, ENDLESS)

    ask(assembly, "6 × 7?")
    qtbot.waitUntil(lambda: [mark.state for mark in shown(assembly).marks[1:]] == [MarkState.THINKING] * 2)
    qtbot.waitUntil(lambda: shown(assembly).marks[0].state is MarkState.FINISHED)

    assert said(assembly) == "42 leads with 1 of 1"
    assert [mark.text() for mark in marks(assembly)] == ["42", "…", "…"]
    press(marks(assembly)[1])
    pane = assembly.content.dock.pane
    qtbot.waitUntil(lambda: "hm" in pane.view.text())
    assert [mark.isChecked() for mark in marks(assembly)] == [False, True, False]
    assert not button(view(assembly), "Answer now").isHidden()

    session_of(assembly).stop()
    finish(assembly, qtbot)

    assert said(assembly) == "Only one was finished"
    assert answer_of(last_reply(assembly)) == "It is 42."


def test_while_they_think_arrows_lead_from_reply_to_reply(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = start(open_window, ENDLESS, ENDLESS, ENDLESS)
    ask(assembly, "6 × 7?")
    qtbot.waitUntil(lambda: shown(assembly).count(MarkState.THINKING) == 3)
    assembly.content.page.transcript.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(last_reply(assembly), Qt.Key.Key_Right)
    assert [mark.isChecked() for mark in marks(assembly)] == [False, True, False]
    QTest.keyClick(last_reply(assembly), Qt.Key.Key_Right)
    QTest.keyClick(last_reply(assembly), Qt.Key.Key_Right)
    assert [mark.isChecked() for mark in marks(assembly)] == [False, False, True]
    QTest.keyClick(last_reply(assembly), Qt.Key.Key_Left)

    assert [mark.isChecked() for mark in marks(assembly)] == [False, True, False]
    session_of(assembly).stop()
    finish(assembly, qtbot)


def test_marks_are_gone_through_by_keys(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = start(open_window, *thinks_and_says("It is 41.", "It is 42.", "So 42."))
    ask(assembly, "6 × 7?")
    finish(assembly, qtbot)
    view(assembly).take_keyboard()
    assert marks(assembly)[1].hasFocus()

    QTest.keyClick(marks(assembly)[1], Qt.Key.Key_Left)
    QTest.keyClick(marks(assembly)[0], Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: answer_of(last_reply(assembly)) == "It is 41.")
    assert marks(assembly)[0].hasFocus()
    assert marks(assembly)[0].accessibleName() == "Reply 1: answers 41"


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (("It is 42.", "It is 42.", "So 42."), "All 3 agree"),
        (("It is 41.", "It is 42.", "So 43."), "All 3 answers differ"),
        (("It is 41.", "It is 42.", "So 41.", "So 42."), "A tie: 41, 42 have 2 votes each"),
        (
            (
                "The sea is wide and tells of ships.",
                "Long ago a mountain sang to the moon about nothing.",
                "Rivers carry small letters to people who wait.",
            ),
            "No vote is possible: the answers have no common form",
        ),
    ],
)
def test_what_a_vote_comes_to_is_one_sentence(
    open_window: OpenWindow, qtbot: QtBot, texts: tuple[str, ...], words: str
) -> None:
    assembly = start(open_window, *thinks_and_says(*texts), samples=len(texts))

    ask(assembly, "Well?")
    finish(assembly, qtbot)

    assert said(assembly) == words
    assert shown(assembly).can_be_synthesized is not words.startswith("All 3 agree")


def test_where_none_has_won_one_click_makes_one_answer_of_all(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = start(open_window, *thinks_and_says("It is 41.", "It is 42.", "They differ: 41 or 42."), samples=2)
    ask(assembly, "6 × 7?")
    finish(assembly, qtbot)

    press(button(view(assembly), "Synthesis"))
    qtbot.waitUntil(lambda: answer_of(last_reply(assembly)) == "They differ: 41 or 42.")
    qtbot.waitUntil(has_ended(assembly))

    assert last_reply(assembly).card.versions == 3
    assert "Synthesis of the other versions" in figures_of(last_reply(assembly).card)
    assert last_reply(assembly).card.vote is None


def test_until_sure_it_ends_early_and_says_what_was_not_needed(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = start(open_window, *thinks_and_says("42", "42", "42"), samples=8, until_sure=True)

    ask(assembly, "6 × 7?")
    finish(assembly, qtbot)

    assert said(assembly) == "All 3 agree · 5 not needed"


def test_a_vote_broken_off_by_a_killed_child_goes_on(open_window: OpenWindow, qtbot: QtBot) -> None:
    broken: tuple[Step, ...] = (Say("<think>Hm"), Pause(0.3), Crash())
    assembly = start(open_window, *thinks_and_says("It is 42."), broken, ENDLESS)
    ask(assembly, "6 × 7?")
    finish(assembly, qtbot)
    assert said(assembly) == "Only one was finished"
    assert shown(assembly).can_continue

    press(button(view(assembly), "Continue the vote"))

    qtbot.waitUntil(lambda: shown(assembly).is_running)
    qtbot.waitUntil(lambda: shown(assembly).outcome.finished > 1)
    session_of(assembly).stop()
    finish(assembly, qtbot)
    assert said(assembly) == "All 2 that were finished agree"


def test_a_vote_goes_on_after_a_restart(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = start(open_window, *thinks_and_says("It is 42.", "It is 42."), ENDLESS)
    ask(assembly, "6 × 7?")
    qtbot.waitUntil(lambda: shown(assembly).outcome.finished == 2)
    qtbot.waitUntil(lambda: MarkState.THINKING in [mark.state for mark in shown(assembly).marks])
    assembly.close()

    again = open_window(script=Script(turns=thinks_and_says("It is 41.")))
    again.window.resize(1200, 760)

    assert said(again) == "All 2 that were finished agree"
    assert [mark.text() for mark in marks(again)] == ["42", "42", "–"]
    press(button(view(again), "Continue the vote"))
    finish(again, qtbot)
    assert said(again) == "2 of 3 agree"
    assert [mark.text() for mark in marks(again)] == ["42", "42", "–", "41"]


def test_an_answer_is_compared_with_one_that_differs(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = start(open_window, *thinks_and_says("It is 41.", "It is 42.", "So 42."))
    ask(assembly, "6 × 7?")
    finish(assembly, qtbot)

    last_reply(assembly).perform(CardAction.COMPARE)

    (window,) = assembly.window.findChildren(CompareWindow)
    assert [side.chosen for side in window._columns] == [1, 0]
    window.close()


def test_replies_cut_by_length_have_no_vote_and_that_is_said(open_window: OpenWindow, qtbot: QtBot) -> None:
    cut: tuple[Step, ...] = (Say("<think>Hm</think>It is"), SayMany((" 9",), 20_000))
    assembly = open_window(script=Script(turns=(*thinks_and_says("It is 42.", "So 42."), cut), context=4096))
    assembly.window.resize(1200, 760)
    button_of(assembly).options_chosen.emit(ThinkingOptions(samples=3, until_sure=False))

    ask(assembly, "6 × 7?")
    finish(assembly, qtbot)

    assert said(assembly) in ("Both agree · 1 cut by length, without a vote", "2 of 3 agree")


def test_how_often_is_kept_with_the_conversation_and_taken_from_presets(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = start(open_window, *thinks_and_says("42", "42", "42"), samples=3)
    ask(assembly, "6 × 7?")
    finish(assembly, qtbot)
    first = presenters_of(assembly).chat.conversation_id
    assert button_of(assembly).text() == "Think 3 times"

    presenters_of(assembly).chat.show_conversation(None)
    presenters_of(assembly).presets.apply(Preset("own-9", "Sure", choices=PresetChoices(samples=8)))
    assert button_of(assembly).text() == "Think 8 times"
    assert button_of(assembly).accessibleName() == "Think up to 8 times, until sure"
    presenters_of(assembly).chat.show_conversation(first)
    assert button_of(assembly).text() == "Think 3 times"


def test_what_a_vote_costs_is_told_before(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = start(open_window, *thinks_and_says("It is 42.", "It is 42.", "It is 42."), samples=3)
    assert presenters_of(assembly).votes.costs([3]) == {}  # no model is loaded

    ask(assembly, "6 × 7?")
    finish(assembly, qtbot)

    cost = presenters_of(assembly).votes.costs([3])[3]
    assert (cost.samples, cost.at_once, cost.memory_bytes) == (3, 3, 0)
    assert services_of(assembly).store.vote_figures("Scripted")[0].finished == 3
    assert cost_text(cost) == "" or cost_text(cost).startswith("about ")
    button_of(assembly).open_menu()
    menu = button_of(assembly)._menu
    assert [line.text().partition("\t")[0] for line in menu.actions() if line.isCheckable()] == [
        "Think once",
        "Think 3 times",
        "Think 5 times",
        "Think 8 times",
        "Think 16 times",
        "Until sure",
    ]
    menu.close()


def test_another_model_answers_anew_and_each_version_says_who_wrote_it(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(*thinks_and_says("It is 42.")[0])
    assembly.window.resize(1200, 760)
    ask(assembly, "6 × 7?")
    qtbot.waitUntil(has_ended(assembly))

    last_reply(assembly).perform(CardAction.REGENERATE_WITH)
    (menu,) = (one for one in assembly.content.page.transcript.findChildren(QMenu) if one.isVisible())
    others = [line for line in menu.actions() if not line.isSeparator()]
    assert [line.text() for line in others] == ["Aside Starter"]
    others[0].trigger()
    menu.close()
    qtbot.waitUntil(lambda: last_reply(assembly).card.has_ended and last_reply(assembly).card.versions == 2)

    assert last_reply(assembly).card.model_name == "Aside Starter"
    assert writer_text(last_reply(assembly).card) == "Aside Starter"
    last_reply(assembly).perform(CardAction.EARLIER_VERSION)
    assert writer_text(last_reply(assembly).card) == "Scripted"


def test_a_preset_keeps_how_often_is_thought(qtbot: QtBot, theme: Theme) -> None:
    form = PresetForm(())
    qtbot.addWidget(form)

    form.show_preset(Preset("own-1", "Sure", choices=PresetChoices(samples=7)))
    assert form.samples == 7
    form.show_preset(Preset("own-2", "Open"))
    assert form.samples is None


def test_beyond_memory_the_menu_says_what_fits(qtbot: QtBot, theme: Theme) -> None:
    choice = VoteButton()
    qtbot.addWidget(choice)
    choice.costs = lambda asked: {n: VoteCost(n, min(n, 5), 2.0 * n, min(n, 5) * 1_000_000_000) for n in asked}
    choice.show_options(ThinkingOptions(samples=8))
    chosen: list[ThinkingOptions] = []
    choice.options_chosen.connect(chosen.append)

    choice.open_menu()

    lines = {line.text().partition("\t")[0]: line for line in choice._menu.actions()}
    assert lines["Think 8 times"].text().endswith("about 16 s · 5.0 GB")
    assert lines["Think 8 times"].isChecked()
    assert "Memory has room for 5 at once; the others follow." in lines
    lines["Think 5 times"].trigger()
    lines["Until sure"].trigger()
    assert [(one.samples, one.until_sure) for one in chosen] == [(5, True), (8, False)]
    choice._menu.close()


def test_variants_that_say_nearly_the_same_are_told(open_window: OpenWindow, qtbot: QtBot) -> None:
    essay = "The sea is wide and grey, and it tells of ships that went out in the morning and of people who wait."
    other = "Long ago a mountain sang to the moon, and nobody in the valley ever understood a word of what it meant."
    assembly = start(open_window, *thinks_and_says(essay, essay.replace("grey", "blue"), other))

    ask(assembly, "Write something.")
    finish(assembly, qtbot)

    assert said(assembly) == "No vote is possible: 2 of 3 say nearly the same"
    assert [mark.text() for mark in marks(assembly)] == ["✓", "✓", "✓"]
    assert not button(view(assembly), "Synthesis").isHidden()


def test_a_vote_is_there_again_after_another_conversation_and_in_another_language(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = start(open_window, *thinks_and_says("It is 42."), ENDLESS, ENDLESS)
    ask(assembly, "6 × 7?")
    qtbot.waitUntil(lambda: shown(assembly).outcome.finished == 1)
    first = presenters_of(assembly).chat.conversation_id

    presenters_of(assembly).chat.show_conversation(None)
    presenters_of(assembly).chat.show_conversation(first)
    assert said(assembly) == "42 leads with 1 of 1"
    services_of(assembly).kept.set(language=Language.GERMAN)
    qtbot.waitUntil(lambda: assembly.content.page.header.votes.accessibleName().startswith("3-mal"))

    qtbot.waitUntil(lambda: said(assembly) == "42 führt mit 1 von 1")
    session_of(assembly).stop()
    finish(assembly, qtbot)
    assert said(assembly) == "Nur eine wurde fertig"
    services_of(assembly).kept.set(language=Language.ENGLISH)
    qtbot.waitUntil(lambda: assembly.content.page.header.votes.accessibleName() == "Think 3 times")


def test_a_conversation_forgotten_in_mid_vote_leaves_nothing(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = start(open_window, *thinks_and_says("It is 42."), ENDLESS, ENDLESS)
    ask(assembly, "6 × 7?")
    qtbot.waitUntil(lambda: shown(assembly).outcome.finished == 1)
    shown_id = presenters_of(assembly).chat.conversation_id
    assert shown_id is not None

    services_of(assembly).attention._clock = lambda: time.monotonic() + LONG_S  # it takes long, and nobody looks
    store = services_of(assembly).store
    key = (shown_id, store.conversation(shown_id).created_at)
    services_of(assembly).forgetting.forget(frozenset({key}), with_copies=False)

    qtbot.waitUntil(has_ended(assembly))
    qtbot.waitUntil(lambda: not store.conversation_ids())
    assert presenters_of(assembly).chat.conversation_id is None


def test_a_stop_before_anything_is_finished_is_told(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = start(open_window, ENDLESS, ENDLESS, ENDLESS)
    ask(assembly, "6 × 7?")
    qtbot.waitUntil(lambda: shown(assembly).count(MarkState.THINKING) == 3)

    QTest.keyClick(assembly.content.page.composer, Qt.Key.Key_Escape)
    finish(assembly, qtbot)

    assert said(assembly) == "None was finished"
    assert [mark.text() for mark in marks(assembly)] == ["–", "–", "–"]
    assert not button(view(assembly), "Continue the vote").isHidden()


def test_an_edited_question_is_voted_on_too_and_dissenters_go_on_as_any_version(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = start(open_window, *thinks_and_says("It is 41.", "It is 42.", "So 42."))
    ask(assembly, "6 × 7?")
    finish(assembly, qtbot)
    press(marks(assembly)[0])

    button_of(assembly).options_chosen.emit(ThinkingOptions())
    ask(assembly, "Sure?")
    qtbot.waitUntil(has_ended(assembly))
    branch = session_of(assembly).branch(1)
    assert [message.answer for message in branch[:3]] == ["6 × 7?", "It is 41.", "Sure?"]

    button_of(assembly).options_chosen.emit(ThinkingOptions(samples=3, until_sure=False))
    transcript = presenters_of(assembly).transcript
    transcript.view.asks.edited.emit(MessageEdit(branch[2].id, "Really?", is_reply=False))
    finish(assembly, qtbot)
    assert len(shown(assembly).marks) == 3


def test_a_damaged_number_of_samples_asks_no_more_than_is_sensible(open_window: OpenWindow) -> None:
    assembly = open_window()
    levels = session_of(assembly).thinking_levels

    levels.choose_options(None, ThinkingOptions(samples=2_000_000_000))
    vote = levels.vote_of(None)
    assert vote is not None
    assert vote.samples == 64
    levels.choose_options(None, ThinkingOptions(samples=0))
    assert levels.vote_of(None) is None
