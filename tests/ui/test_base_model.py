"""A base model in the window: said in plain words, a text instead of a question, and no answer but what follows."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.inference.scripted_engine import Say, Script
from tests.ui.conftest import OpenWindow, presenters_of, services_of, session_of
from tests.ui.window_actions import answer_of, ask, button, has_ended, last_reply


def test_a_base_model_is_given_a_text_and_goes_on_with_it(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(script=Script(turns=((Say(" there was a king."),),), goes_on_with_text=True))
    composer = assembly.content.page.composer
    session_of(assembly).choose_model("/models/base.gguf", "Base")
    qtbot.waitUntil(lambda: session_of(assembly).model_status.info is not None)

    assert "it goes on with your text instead of answering" in composer.note
    assert composer.edit.placeholderText() == "Write a text that the model goes on with"
    assert composer.edit.accessibleName() == "Your text"
    composer.set_draft("Once")
    assert button(composer, "Go on").isEnabled()
    composer.set_draft("")

    ask(assembly, "Once upon a time")
    qtbot.waitUntil(has_ended(assembly))
    view = last_reply(assembly)
    assert answer_of(view).strip() == "there was a king."
    presenters_of(assembly).chat.show_conversation(None)
    assert composer.edit.placeholderText() == "Write a text that the model goes on with"
    shown = services_of(assembly).store.conversations()[0]
    qtbot.waitUntil(lambda: services_of(assembly).store.branch(shown.id)[-1].figures.goes_on_with_text)
    presenters_of(assembly).chat.show_conversation(shown.id)
    words = [one.text() for one in last_reply(assembly).findChildren(QLabel) if one.isVisible()]
    assert any("Goes on with the text" in text for text in words)

    session_of(assembly).choose_model("/models/other.gguf", "Other", load=False)
    assert composer.note == ""
    assert composer.edit.placeholderText() == "Ask a follow-up"
