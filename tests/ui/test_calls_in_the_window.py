"""Calls of tools in the window: asked for, edited, allowed, denied, at work, and steered meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from app.history.records import ToolDecision, ToolStep
from app.inference.protocol import TemplateWants
from app.inference.scripted_engine import Say, Script, Step
from app.messages import Permission, ToolRule
from app.paths import AppPaths
from app.reasoning.tool_calls import TOOL_CALL_JSON
from app.settings.choices import Language
from app.tools.kept_servers import KeptServers
from tests.fakes.mcp_stage import program
from tests.ui.conftest import OpenWindow, presenters_of, services_of, session_of
from tests.ui.window_actions import answer_of, ask, button, has_ended, last_reply, press, thought_in_pane
from ui.assembly import Assembly
from ui.chat.calls.call_card import CallCard
from ui.chat.transcript.picture_button import PictureButton

TAKES_TOOLS = TemplateWants(tools=True, tool_calls=True, tool_results=True, call_format=TOOL_CALL_JSON)
THINKS = Say("<think>\nI had better ask.\n</think>\n\n")
ANSWERS: tuple[Step, ...] = (Say("<think>\nSo be it.\n</think>\n\n"), Say("Done."))


def call(name: str, arguments: str) -> Say:
    return Say(f'<tool_call>\n{{"name": "{name}", "arguments": {arguments}}}\n</tool_call>')


FETCH = call("fetch", '{"url": "https://example.org/a/b"}')


def start(open_window: OpenWindow, *turns: tuple[Step, ...], offers: tuple[str, ...] = ("fetch",)) -> Assembly:
    assembly = open_window(script=Script(turns=turns, wants=TAKES_TOOLS))
    assembly.window.resize(1200, 800)
    session_of(assembly).overrides.offer_tools(None, offers)
    return assembly


def cards(assembly: Assembly) -> tuple[CallCard, ...]:
    calls = last_reply(assembly).call_list
    return calls.cards if calls is not None else ()


def asking(assembly: Assembly, qtbot: QtBot) -> CallCard:
    """Wait for the call that waits for the person."""
    qtbot.waitUntil(lambda: any(card.call.asks for card in cards(assembly)))
    return next(card for card in cards(assembly) if card.call.asks)


def line(card: CallCard, name: str) -> QLineEdit:
    return next(one for one in card.findChildren(QLineEdit) if one.accessibleName() == name)


def tools_of(assembly: Assembly) -> list[ToolStep]:
    """Return the calls of the reply that has ended."""
    reply = presenters_of(assembly).transcript.branch.last_ended_reply()
    assert reply is not None
    return [step for step in reply.steps if isinstance(step, ToolStep)]


def test_a_call_is_edited_and_allowed_and_calls_like_it_go_by_themselves(
    open_window: OpenWindow, qtbot: QtBot, paths: AppPaths
) -> None:
    KeptServers(paths.tool_servers_file).add(program())
    turn = ((THINKS, call("fake__add", '{"a": 2, "b": 3}')), (call("fake__add", '{"a": 1, "b": 1}'),), ANSWERS)
    assembly = start(open_window, *turn, offers=("fake",))
    tools = services_of(assembly).tools
    tools.servers.open("fake")
    qtbot.waitUntil(lambda: any(tool.server == "fake" for tool in tools.all))

    ask(assembly, "2 + 3?")
    card = asking(assembly, qtbot)
    assert card.accessibleName() == "Call of add · fake, waits for you. a 2. b 3"
    pane = assembly.content.dock.pane.panel.call_list
    assert pane is not None
    assert [one.call.key for one in pane.cards] == [card.call.key]

    press(button(card, "Edit"))
    first = line(card, "a")
    first.setText("many")
    press(button(card, "Allow once"))
    assert card.call.asks, "what is no number does not go"
    first.setText("40")
    QTest.keyClick(button(card, "Always"), Qt.Key.Key_Space)
    (menu,) = card.findChildren(QMenu)
    menu.actions()[0].trigger()
    menu.close()
    qtbot.waitUntil(has_ended(assembly))

    first_call, second_call = tools_of(assembly)
    assert first_call.result is not None
    assert first_call.result.content == "43"
    assert second_call.result is not None
    assert (second_call.result.content, second_call.decision) == ("2", ToolDecision.ALLOWED)
    assert not cards(assembly)
    assert "a: 40" in thought_in_pane(assembly)
    rules = session_of(assembly).overrides.tools(presenters_of(assembly).chat.conversation_id).rules
    assert [(rule.name, rule.permission) for rule in rules] == [("fake/add", Permission.ALWAYS)]


def test_a_denied_call_is_told_with_a_word_and_never_holds_from_then_on(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = start(open_window, (THINKS, FETCH), (FETCH,), (FETCH,), ANSWERS)
    ask(assembly, "Look it up.")
    card = asking(assembly, qtbot)
    press(button(card, "Deny…"))
    QTest.keyClicks(line(card, "A word to the model"), "Not from the web.")
    QTest.keyClick(line(card, "A word to the model"), Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: asking(assembly, qtbot).call.place > card.call.place)
    second = asking(assembly, qtbot)
    press(button(second, "Never"))
    (menu,) = second.findChildren(QMenu)
    menu.actions()[1].trigger()
    menu.close()
    qtbot.waitUntil(has_ended(assembly))

    told = [step.result.content for step in tools_of(assembly) if step.result is not None]
    assert "says: Not from the web." in told[0]
    assert len(told) == 3
    assert all(step.decision is ToolDecision.REFUSED for step in tools_of(assembly))
    rules = services_of(assembly).kept.now().tool_rules
    assert [(rule.name, rule.permission) for rule in rules] == [("fetch", Permission.NEVER)]
    assert answer_of(last_reply(assembly)) == "Done."


def test_an_unanswered_call_blocks_nothing_and_says_where_it_waits(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = start(open_window, (THINKS, FETCH), ANSWERS, ANSWERS)
    bar, presenters = assembly.content.page.asking_bar, presenters_of(assembly)
    ask(assembly, "Look it up.")
    asking(assembly, qtbot)
    assert bar.isHidden(), "it is before the eyes"

    first = presenters.chat.conversation_id
    presenters.chat.show_conversation(None)
    assert bar.accessibleName() == "In “Look it up.” a call of fetch waits for your answer."
    ask(assembly, "And this?")
    qtbot.waitUntil(lambda: answer_of(last_reply(assembly)) == "Done.")

    press(bar.show_button)
    assert presenters.chat.conversation_id == first
    assert button(cards(assembly)[0], "Allow once").hasFocus()
    assembly.actions.action("answer_now").perform()
    qtbot.waitUntil(has_ended(assembly))
    assert answer_of(last_reply(assembly)) == "Done."


@pytest.mark.parametrize("size", [1200, 760])
def test_a_stop_while_a_call_waits_keeps_it_without_a_result(open_window: OpenWindow, qtbot: QtBot, size: int) -> None:
    assembly = start(open_window, (THINKS, FETCH), ANSWERS)
    assembly.window.resize(size, 800)
    ask(assembly, "Look it up.")
    asking(assembly, qtbot)

    session_of(assembly).stop()
    qtbot.waitUntil(has_ended(assembly))

    assert not cards(assembly)
    assert [step.result for step in tools_of(assembly)] == [None]


def test_the_thought_before_a_call_is_edited_and_the_calls_before_it_stay(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    calculated = call("calculate", '{"expression": "6 * 7"}')
    second = (Say("<think>\nNow the page.\n</think>\n\n"), FETCH)
    assembly = start(open_window, (THINKS, calculated), second, ANSWERS, offers=("calculate", "fetch"))
    ask(assembly, "How much is it?")
    asking(assembly, qtbot)
    press(button(last_reply(assembly), "Edit the thought"))
    qtbot.waitUntil(has_ended(assembly))
    editor = assembly.content.dock.pane.panel._editor
    assert editor._text.toPlainText() == "Now the page."
    assert "The calls before this thought stay" in editor._hint.text()

    editor._text.setPlainText("No page is needed: it is 42.")
    press(button(editor, "Think on from here"))
    qtbot.waitUntil(has_ended(assembly))
    qtbot.waitUntil(lambda: answer_of(last_reply(assembly)) == "Done.")

    (kept,) = tools_of(assembly)
    assert kept.result is not None
    assert kept.result.content == "42"
    trace = thought_in_pane(assembly)
    assert trace.index("I had better ask.") < trace.index("expression: 6 * 7") < trace.index("it is 42.")
    assert last_reply(assembly).card.version == 2
    assert last_reply(assembly).card.is_thought_edited
    reply = presenters_of(assembly).transcript.branch.last_ended_reply()
    assert reply is not None
    qtbot.waitUntil(lambda: services_of(assembly).store.message(reply.id).steps == reply.steps)


def test_a_server_asks_the_person_tells_how_far_it_is_draws_and_dies(
    open_window: OpenWindow, qtbot: QtBot, paths: AppPaths
) -> None:
    KeptServers(paths.tool_servers_file).add(program())
    at_work = call("fake__slow", '{"seconds": 0.5}')
    turns = ((THINKS, call("fake__ask", "{}")), (at_work,), (call("fake__picture", "{}"),), (call("fake__die", "{}"),))
    assembly = start(open_window, *turns, ANSWERS, offers=("fake",))
    tools, kept = services_of(assembly).tools, services_of(assembly).kept
    tools.servers.open("fake")
    qtbot.waitUntil(lambda: any(tool.server == "fake" for tool in tools.all))
    for name in ("slow", "picture", "die"):
        rule = next(tool for tool in tools.all if tool.tool == name)
        allowed = ToolRule(
            rule.person_name, Permission.ALWAYS, ("seconds: float",) if name == "slow" else (), rule.fingerprint
        )
        kept.set(tool_rules=(*kept.now().tool_rules, allowed))

    ask(assembly, "Go.")
    press(button(asking(assembly, qtbot), "Allow once"))
    qtbot.waitUntil(lambda: any(card.call.question is not None for card in cards(assembly)))
    kept.set(language=Language.GERMAN)
    qtbot.waitUntil(lambda: any("fragt Sie" in card.accessibleName() for card in cards(assembly)))
    kept.set(language=Language.ENGLISH)
    qtbot.waitUntil(lambda: any("asks you" in card.accessibleName() for card in cards(assembly)))
    card = asking(assembly, qtbot)
    assert card.accessibleName().startswith("Call of ask · fake, asks you")
    press(button(card, "Send"))
    assert card.call.question is not None, "the name is missing"
    QTest.keyClicks(line(card, "name"), "Ada")
    QTest.keyClick(line(card, "name"), Qt.Key.Key_Return)

    def is_half_way() -> bool:
        return any(one.call.progress is not None and one.call.progress.fraction == 0.5 for one in cards(assembly))

    qtbot.waitUntil(is_half_way)
    assert [one.text() for one in cards(assembly)[0].findChildren(QLabel) if one.text() == "half way"]
    qtbot.waitUntil(has_ended(assembly))

    results = [step.result for step in tools_of(assembly)]
    assert [result.is_error for result in results if result is not None] == [False, False, False, True]
    assert results[0] is not None
    assert results[0].content == "accept Ada"
    assert results[3] is not None
    assert "out of cheese" in results[3].content
    assert [one.accessibleName() for one in last_reply(assembly).findChildren(PictureButton)]
    assert answer_of(last_reply(assembly)) == "Done."


def test_broken_unknown_and_endless_calls_end_with_an_answer(open_window: OpenWindow, qtbot: QtBot) -> None:
    broken = Say('<tool_call>\n{"name": "calculate", "arguments": "not JSON"}\n</tool_call>')
    same = call("calculate", '{"expression": "1 + 1"}')
    turns = ((THINKS, broken, call("no_such_tool", "{}")), *((same,) for _ in range(50)))
    assembly = start(open_window, *turns, offers=("calculate",))
    ask(assembly, "Go.")
    qtbot.waitUntil(has_ended(assembly), timeout=60_000)

    assert len(tools_of(assembly)) == 25
    told = [step.result.content for step in tools_of(assembly) if step.result is not None]
    assert "no tool of this name" in told[1]
    assert told[2:5] == ["2", "2", "2"]
    assert all("was made" in content for content in told[5:])
    assert last_reply(assembly).card.calls == 25


def test_tools_are_chosen_beside_the_thinking_control_and_kept_with_the_conversation(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = start(open_window, ANSWERS, offers=())
    chooser = assembly.content.page.header.tools
    ask(assembly, "Go.")
    qtbot.waitUntil(has_ended(assembly))
    assert (chooser.isEnabled(), chooser.text(), chooser.accessibleName()) == (True, "Tools", "No tools offered")

    press(chooser)
    (menu,) = (one for one in chooser.findChildren(QMenu) if one.isVisible())
    lines = {line.text().partition("\t")[0]: line for line in menu.actions()}
    lines["calculate"].trigger()
    lines["fetch · asks the Internet"].trigger()
    menu.close()
    conversation_id = presenters_of(assembly).chat.conversation_id
    overrides = session_of(assembly).overrides
    assert overrides.tools(conversation_id).offered == ("calculate", "fetch")
    assert chooser.accessibleName() == "Tools of this conversation: 2"
    tools = services_of(assembly).tools
    both, own = tools.specs(conversation_id), {tool.tool: tool.spec for tool in tools.all}
    costs = services_of(assembly).tool_costs
    extra = sum(len(f"{spec.name}{spec.description}{spec.parameters}") for spec in both)
    qtbot.waitUntil(lambda: costs.of_all(both).is_counted)
    assert costs.of_all(both).tokens in (extra // 4, extra // 4 + 1)
    qtbot.waitUntil(lambda: "They take about" not in chooser.toolTip())
    assert "tokens of every prompt" in chooser.toolTip()
    cost = costs.of(own["today"])
    press(chooser)
    lines = {line.text().partition("\t")[0]: line for line in menu.actions()}
    assert lines["today"].text() == f"today\t{cost.tokens} tokens"
    menu.close()
    services_of(assembly).models.open_tools()
    entries = services_of(assembly).models.page.tools.entries.entries()
    assert next(entry.detail for entry in entries if entry.name == "today") == f"{cost.tokens} tokens"
    presenters_of(assembly).pages.show_chat()

    presenters_of(assembly).chat.show_conversation(None)
    assert chooser.accessibleName() == "No tools offered"
    lines["Think with a calculator"].trigger()
    assert overrides.tools(None).offered == ("calculate",)
    assert overrides.of(None).preset_key == "calculator"
    presenters_of(assembly).chat.show_conversation(conversation_id)
    assert chooser.accessibleName() == "Tools of this conversation: 2"


def test_a_model_whose_template_takes_no_tools_says_so(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(script=Script(turns=(ANSWERS,)))
    ask(assembly, "Go.")
    qtbot.waitUntil(has_ended(assembly))
    chooser = assembly.content.page.header.tools
    qtbot.waitUntil(lambda: not chooser.isEnabled())
    assert chooser.toolTip() == "The template of this model has no place for tools."


def test_the_keyboard_goes_on_to_the_next_call_that_waits(open_window: OpenWindow, qtbot: QtBot) -> None:
    other = call("fetch", '{"url": "https://example.org/other"}')
    assembly = start(open_window, (THINKS, FETCH, other), ANSWERS)
    ask(assembly, "Look both up.")
    asking(assembly, qtbot)
    qtbot.waitUntil(lambda: len(cards(assembly)) == 2)
    presenters_of(assembly).calls.show_waiting()
    first, second = cards(assembly)
    assert button(first, "Allow once").hasFocus()

    QTest.keyClick(button(first, "Deny…"), Qt.Key.Key_Space)
    QTest.keyClick(line(first, "A word to the model"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cards(assembly) == (second,))
    assert button(second, "Allow once").hasFocus()
    session_of(assembly).stop()
    qtbot.waitUntil(has_ended(assembly))
