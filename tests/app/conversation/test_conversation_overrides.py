"""What a conversation has of its own reaches the engine: files, system prompt, sampling, what is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.attachments.attached_file import FileKind
from app.conversation.conversation_overrides import ConversationOverrides, ThinkingLevels
from app.conversation.preferences import SessionPreferences
from app.conversation.turn import Turn
from app.conversation.turn_requests import TurnRequests
from app.history.attachments import StoredAttachment
from app.history.context_exclusions import ContextExclusions
from app.history.preset_records import ConversationChoices, Preset, PresetChoices
from app.history.records import MessageState, ReplyFigures
from app.history.store import HistoryStore
from app.inference.protocol import GenerationRequest, ModelInfo
from app.inference.scripted_engine import Say, Script
from app.messages import Image, Sampling
from tests.fakes.conversation_stage import ConversationStage
from tests.fakes.steps import reply_end

PREFERENCES = SessionPreferences(system_prompt="Be kind.", sampling=Sampling(temperature=0.7, top_k=20))
TABLE = StoredAttachment("prices.csv", "csv", 8, "a,b\n1,2\n")
BLIND = ModelInfo("", 4096, 4096)
CODE = StoredAttachment("x.py", "code", 8, "print('```')")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    opened = HistoryStore.open(tmp_path / "h.sqlite3")
    yield opened
    opened.close()


class Desk:
    """A conversation of some turns, and the request of its next one."""

    def __init__(self, store: HistoryStore) -> None:
        self.store = store
        self.own = ConversationOverrides(store)
        self.requests = TurnRequests(
            preferences=lambda: PREFERENCES, thinking=ThinkingLevels(store, lambda: PREFERENCES), own=self.own
        )
        self.id = store.create_conversation("").id
        self.questions: list[int] = []

    def turn(self, text: str, answer: str, *files: StoredAttachment) -> None:
        question = self.store.add_question(self.id, self.store.conversation(self.id).leaf_id, text)
        self.store.attachments.add(question.id, files)
        self.questions.append(question.id)
        if answer:
            reply = self.store.begin_reply(self.id, question.id, "M")
            self.store.finish_reply(
                reply.id,
                reply_end(raw=answer, thinking="", answer=answer, state=MessageState.COMPLETE, figures=ReplyFigures()),
            )

    def request(self, info: ModelInfo | None = None) -> GenerationRequest:
        turn = Turn(turn_id=1, conversation_id=self.id, question_id=self.questions[-1], reply_id=9, clock=lambda: 0.0)
        return self.requests.for_turn(turn, self.store.branch(self.id, self.questions[-1]), info)

    def contents(self) -> list[str]:
        return [message.text for message in self.request().messages]


def test_files_stand_fenced_below_their_names_and_above_the_question(store: HistoryStore) -> None:
    desk = Desk(store)
    desk.turn("What is in there?", "", TABLE, CODE)

    assert desk.contents()[-1] == (
        "prices.csv:\n```csv\na,b\n1,2\n```\n\nx.py:\n````python\nprint('```')\n````\n\nWhat is in there?"
    )


def test_pictures_go_along_to_a_model_that_sees_and_their_names_to_one_that_does_not(store: HistoryStore) -> None:
    desk = Desk(store)
    cat, dog = (
        StoredAttachment(name, FileKind.IMAGE.value, 3, "", content=name.encode()) for name in ("cat.png", "dog.png")
    )
    desk.turn("What is it?", "A cat.", cat, TABLE)
    desk.turn("And this?", "", dog)

    for info in (None, replace(BLIND, sees_images=True)):
        assert [message.images for message in desk.request(info).messages[1:]] == [
            (Image("cat.png", b"cat.png"),),
            (),
            (Image("dog.png", b"dog.png"),),
        ]
    _, first, _, last = desk.request(BLIND).messages
    assert first.images == ()
    assert first.text.startswith("[cat.png]\nprices.csv:")
    assert last.images == (Image("dog.png", b"dog.png"),), "sending it tells that the model cannot see it"
    draft = desk.requests.for_draft(desk.id, desk.store.branch(desk.id), "and", BLIND, files=(dog,))
    assert draft.messages[-1].images == ()
    joined = desk.requests.for_draft(desk.id, desk.store.branch(desk.id), "and", None, files=(cat,))
    assert [image.name for image in joined.messages[-1].images] == ["dog.png", "cat.png"]


def test_own_choices_stand_over_the_settings_and_open_ones_stay(store: HistoryStore) -> None:
    desk = Desk(store)
    desk.turn("Why?", "")
    desk.own.choose(desk.id, ConversationChoices("", "Be brief.", Sampling(temperature=0.2, seed=7, max_tokens=9)))

    request = desk.request()

    assert request.messages[0].text == "Be brief."
    assert (request.sampling.temperature, request.sampling.top_k, request.sampling.seed) == (0.2, 20, 7)
    assert request.sampling.max_tokens == 9
    desk.own.choose(desk.id, ConversationChoices(system_prompt=""))
    assert desk.request().messages[0].role == "user"


def test_a_preset_is_kept_for_the_next_conversation_until_that_has_begun(store: HistoryStore) -> None:
    own = ConversationOverrides(store)
    own.apply(None, Preset("own-1", "Mine", "Be odd.", PresetChoices(sampling=Sampling(top_k=3))))

    assert own.of(None) == ConversationChoices("own-1", "Be odd.", Sampling(top_k=3))
    own.forget_next()
    assert own.of(None) == ConversationChoices()


def test_turns_and_files_that_are_left_out_come_back(store: HistoryStore) -> None:
    desk = Desk(store)
    desk.turn("One?", "First.")
    desk.turn("Two?", "Second.", TABLE)
    desk.turn("Three?", "", CODE)

    store.exclusions.keep(desk.id, ContextExclusions(tuple(desk.questions), tuple(desk.questions)))
    *earlier, last = desk.contents()
    assert earlier == ["Be kind."]
    assert last.startswith("x.py:")  # what is asked now is sent whole

    store.exclusions.keep(desk.id, ContextExclusions((desk.questions[0],), (desk.questions[1],)))
    assert desk.contents()[:-1] == ["Be kind.", "Two?", "Second."]
    store.exclusions.keep(desk.id, ContextExclusions())
    assert desk.contents()[1:3] == ["One?", "First."]


def test_a_branch_sends_what_its_origin_sends(store: HistoryStore) -> None:
    desk = Desk(store)
    desk.turn("One?", "First.")
    desk.turn("Two?", "Second.", TABLE)
    desk.turn("Three?", "", CODE)
    store.exclusions.keep(desk.id, ContextExclusions((desk.questions[0],), (desk.questions[1],)))
    sent = desk.contents()

    path = [message.id for message in store.branch(desk.id)]
    desk.id = store.copies.branch_off(desk.id, path, "Branch")
    desk.questions = [message.id for message in store.branch(desk.id) if message.role == "user"]

    assert desk.contents() == sent
    assert sent[:3] == ["Be kind.", "Two?", "Second."]


def test_a_draft_is_asked_with_its_files_after_what_is_sent(store: HistoryStore) -> None:
    desk = Desk(store)
    desk.turn("One?", "First.")
    branch = store.branch(desk.id)

    request = desk.requests.for_draft(desk.id, branch, "And?", None, files=(TABLE,))
    assert [m.text for m in request.messages] == [
        "Be kind.",
        "One?",
        "First.",
        "prices.csv:\n```csv\na,b\n1,2\n```\n\nAnd?",
    ]
    store.exclusions.keep(desk.id, ContextExclusions((desk.questions[0],)))
    shorter = desk.requests.for_draft(desk.id, branch, "And?", None)
    assert [m.text for m in shorter.messages] == ["Be kind.", "And?"]


def test_files_are_kept_with_the_question_that_was_sent(tmp_path: Path) -> None:
    stage = ConversationStage(tmp_path, Script(turns=((Say("<think>a</think>Yes."),),)))
    stage.session.choose_model("m.gguf", "M")
    turn = stage.session.send(None, "", files=(TABLE,))
    stage.until(lambda: turn.has_ended)

    assert stage.store.attachments.of_message(turn.question_id) == [TABLE]
    assert stage.store.conversation(turn.conversation_id).title == "prices.csv"
    stage.close()
