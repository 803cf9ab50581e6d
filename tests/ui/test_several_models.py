"""Several models are asked one question in the window: chosen, asked, told apart, compared, and asked on."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.engines.endpoint_profile import Dialect
from app.engines.known_endpoints import KeptEndpoint, KnownEndpoints
from app.inference.scripted_engine import Pause, Say, Script, Step
from app.paths import AppPaths
from tests.fakes.endpoint_server import DONE, EndpointServer, chunk
from tests.ui.conftest import OpenWindow, presenters_of, services_of, session_of
from tests.ui.window_actions import answer_of, ask, button, has_ended, last_reply, press
from ui.assembly import Assembly
from ui.chat.presets.models_chooser import Answerer, ModelsChooser
from ui.chat.transcript.card_action import CardAction
from ui.chat.transcript.compare_window import CompareWindow
from ui.models.picker.picker_presenter import CannotBeAsked
from ui.models.picker.server_consent import ServerConsent
from ui.theme.theme import Theme

LISTED: dict[str, object] = {"/v1/models": {"data": [{"id": "big"}, {"id": "small"}]}, "/version": {"version": "1"}}


def says(text: str) -> tuple[bytes, ...]:
    return (chunk(text), chunk(reason="stop"), DONE)


def thinks_and_says(text: str) -> tuple[Step, ...]:
    return (Say("<think>\nHm.\n</think>\n\n"), Say(text))


def keep(paths: AppPaths, url: str, *, may_be_asked: bool = False) -> None:
    KnownEndpoints(paths.endpoints_file).add(KeptEndpoint("lab", url, Dialect.VLLM, may_be_asked=may_be_asked))


def chooser_of(assembly: Assembly) -> ModelsChooser:
    return next(one for one in assembly.window.findChildren(ModelsChooser) if one.isVisible())


def boxes(assembly: Assembly) -> dict[str, QCheckBox]:
    return {box.accessibleName(): box for box in chooser_of(assembly).findChildren(QCheckBox)}


def choose(assembly: Assembly, qtbot: QtBot, *names: str) -> None:
    qtbot.waitUntil(lambda: set(names) <= boxes(assembly).keys())
    for name, box in boxes(assembly).items():
        box.setChecked(name in names)
    press(button(chooser_of(assembly), f"Ask {len(names)} models"))


def marks(assembly: Assembly) -> list[str]:
    view = last_reply(assembly).vote_view
    assert view is not None
    return [one.text() for one in view.findChildren(QPushButton) if one.isCheckable()]


def said(assembly: Assembly) -> str:
    view = last_reply(assembly).vote_view
    assert view is not None
    return next(one.text() for one in view.findChildren(QLabel) if one.text())


def finish(assembly: Assembly, qtbot: QtBot) -> None:
    qtbot.waitUntil(has_ended(assembly))
    qtbot.waitUntil(lambda: (vote := last_reply(assembly).card.vote) is not None and not vote.is_running)


def test_what_is_written_is_asked_of_a_file_and_of_servers_and_each_says_who_it_is(
    open_window: OpenWindow, paths: AppPaths, qtbot: QtBot
) -> None:
    with EndpointServer(*says("It is 42."), then=[says("So 41.")], pages=LISTED) as server:
        keep(paths, server.url)
        assembly = open_window(*thinks_and_says("42"))
        assembly.window.resize(1200, 760)
        header = assembly.content.page.header.votes
        header.open_menu()
        (line,) = [one for one in header._menu.actions() if one.text() == "Ask several models…"]
        assert not line.isEnabled(), "there is no question"
        header._menu.close()

        assembly.content.page.composer.set_draft("6 × 7?")
        header.models_asked.emit()
        choose(assembly, qtbot, "Aside Starter", "lab/big", "lab/small")
        finish(assembly, qtbot)

        vote = last_reply(assembly).card.vote
        assert vote is not None
        assert said(assembly) == "2 of 3 models agree"
        assert marks(assembly)[0] == "Aside Starter: 42"
        assert {words.partition(": ")[0] for words in marks(assembly)[1:]} == {"lab/big", "lab/small"}
        assert assembly.content.page.composer.draft == ""
        assert session_of(assembly).model_status.name == "Scripted", "the chosen model stays"
        last_reply(assembly).perform(CardAction.COMPARE)
        (window,) = assembly.window.findChildren(CompareWindow)
        assert "Version 1 of 3 · Aside Starter · 42" in [side._choice.itemText(0) for side in window._columns], (
            "each says who wrote it"
        )
        window.close()


def test_a_reply_s_question_is_asked_of_others_and_a_model_that_fails_is_asked_again(
    open_window: OpenWindow, paths: AppPaths, qtbot: QtBot
) -> None:
    with EndpointServer(*says("It is 42."), pages=LISTED) as server:
        keep(paths, server.url)
        script = Script(turns=(thinks_and_says("It is 41."),), refuses="aside-starter-q8_0")
        assembly = open_window(script=script)
        assembly.window.resize(1200, 760)
        ask(assembly, "6 × 7?")
        qtbot.waitUntil(has_ended(assembly))

        last_reply(assembly).perform(CardAction.ASK_MODELS)
        choose(assembly, qtbot, "Aside Starter", "lab/big", "lab/small")
        finish(assembly, qtbot)

        assert said(assembly) == "All 2 models that answered agree · 1 gave no answer"
        assert last_reply(assembly).card.versions == 4
        (failed,) = [text for text in marks(assembly) if text.startswith("Aside Starter")]
        assert failed == "Aside Starter: !"
        view = last_reply(assembly).vote_view
        assert view is not None
        press(next(one for one in view.findChildren(QPushButton) if one.text() == failed))
        failure = last_reply(assembly).card.failure
        assert failure is not None
        assert failure.message.startswith("aside-starter-q8_0 cannot be read.")
        assert not failure.action, "the vote goes on, not the chosen model"

        press(button(view, "Continue the vote"))
        finish(assembly, qtbot)

        assert [text for text in marks(assembly) if text.startswith("Aside Starter")] == ["Aside Starter: !"] * 2
        assert said(assembly) == "All 2 models that answered agree · 1 gave no answer"


def test_a_stop_keeps_what_is_finished_and_the_rest_is_asked_after_a_restart(
    open_window: OpenWindow, paths: AppPaths, qtbot: QtBot
) -> None:
    with EndpointServer(*says("It is 42."), pages=LISTED) as server:
        keep(paths, server.url)
        assembly = open_window(Say("<think>Hm"), Pause(30.0))
        assembly.content.page.composer.set_draft("6 × 7?")
        presenters_of(assembly).asking.offer()
        choose(assembly, qtbot, "Aside Starter", "lab/big")
        qtbot.waitUntil(lambda: "lab/big: 42" in marks(assembly))
        assembly.close()

        again = open_window(script=Script(turns=(thinks_and_says("42"),)))
        assert said(again) == "Only one model has answered · 1 gave no answer"
        view = last_reply(again).vote_view
        assert view is not None
        press(button(view, "Continue the vote"))
        finish(again, qtbot)

        assert said(again) == "Both models agree"
        assert answer_of(last_reply(again)) in ("42", "It is 42.")


def test_a_server_that_may_not_be_asked_is_not_offered_nor_asked_on(open_window: OpenWindow, paths: AppPaths) -> None:
    keep(paths, "http://server.invalid:8080")
    assembly = open_window()
    assembly.content.page.composer.set_draft("6 × 7?")

    presenters_of(assembly).asking.offer()

    assert list(boxes(assembly)) == ["Aside Starter"]
    press(button(chooser_of(assembly), "Ask http://server.invalid:8080 for its models…"))
    consent = chooser_of(assembly).findChild(ServerConsent)
    assert consent is not None
    consent.reject()
    chooser_of(assembly).reject()
    with pytest.raises(CannotBeAsked):
        services_of(assembly).picker.named("lab/big")
    assert assembly.content.page.composer.draft == "6 × 7?"


def test_two_to_four_are_chosen_and_the_chooser_says_how_they_are_asked(qtbot: QtBot, theme: Theme) -> None:
    chooser = ModelsChooser("6 × 7?", "A")
    qtbot.addWidget(chooser)
    files = [Answerer(name, name, path=f"/m/{name}.gguf") for name in "ABC"]
    served = [Answerer(f"lab/{name}", name, section="lab, on this computer") for name in "DE"]
    chooser.show_models([*files, *served])
    found: list[tuple[str, ...]] = []
    chooser.chosen.connect(found.append)
    shown = {box.accessibleName(): box for box in chooser.findChildren(QCheckBox)}
    assert [name for name, box in shown.items() if box.isChecked()] == ["A"]
    assert not button(chooser, "Ask").isEnabled()

    for name in ("lab/D", "C", "B"):
        shown[name].setChecked(True)
    assert (shown["lab/E"].isEnabled(), shown["lab/E"].toolTip()) == (False, "Four at most")
    words = [one.text() for one in chooser.findChildren(QLabel)]
    assert (
        "Those on this computer are loaded one after another. Servers answer at the same time. A is loaded again"
        " afterwards. The question, with what was before it, is sent to lab."
    ) in words
    shown["B"].setChecked(False)
    chooser.show_detail("C", "needs 9.0 GB", is_warning=True)
    assert shown["C"].accessibleDescription() == "needs 9.0 GB"
    press(button(chooser, "Ask 3 models"))

    assert found == [("A", "C", "lab/D")]
