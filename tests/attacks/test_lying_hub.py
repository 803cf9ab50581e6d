"""A Hub whose answers are changed at random: what comes of them is a value or a sentence, and a safe one."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.errors import UserError
from app.hub.catalogue.answer_cache import AnswerCache
from app.hub.catalogue.answers import ModelAnswer, understood
from app.hub.catalogue.catalogue import Catalogue
from app.hub.catalogue.search import SearchQuery
from app.hub.connection.access import HubAccess, HubConnection
from app.hub.connection.clients import HubClients
from app.hub.connection.policies import RetryPolicy
from app.hub.connection.server_paths import is_safe_path, local_path
from tests.fakes.fake_hub import FakeHub
from tests.fakes.fake_hub_handlers import HubHandler

REPO = "org/model-GGUF"
HOSTILE: tuple[Any, ...] = (
    None, True, -1, 2**63, 2**70, 1e300, "", "x" * 100_000, "../../etc/passwd", "con.gguf", "a\x00b", "\u202egpj.gguf",
    "\ud800", [], {}, [[[]]], {"a": {"b": 1}}, "https://user@evil.example/", "file:///etc/passwd", "\x1b]0;x\x07",
)  # fmt: skip
HOSTILE_NAMES = (
    "../up.gguf", "/etc/up.gguf", "a/../../up.gguf", "..\\up.gguf", "C:\\up.gguf", "C:up.gguf", "con.gguf", "NUL",
    "aux.x.gguf", "com1.gguf", "lpt9", "conin$.gguf", "a\x00.gguf", "a\n.gguf", "a\r\n.gguf", "\x1b[2J.gguf",
    ".hidden.gguf", "~root.gguf", " space.gguf", "end.gguf ", "end.gguf.", "a//b.gguf", "a/./b.gguf", "a/", "/",
    "", ".", "..", "a:b.gguf", "a?b.gguf", "a*b.gguf", "a|b.gguf", 'a"b.gguf', "a<b>.gguf", "x" * 300 + ".gguf",
    "a/" * 40 + "b.gguf", "é" * 130 + ".gguf", "\ud800.gguf", "a\x7f.gguf", "a\\b.gguf", "~/.ssh/authorized_keys",
    "....//up.gguf", "%2e%2e/up.gguf\x00", "COM\xb9.gguf", "lpt\xb2.gguf", "prn.", "nul .gguf ", "-/../x",
    "a/.git/config", "a/..", "./a.gguf", "\t.gguf", "a\x1f.gguf", "..;/x", "a/ ", "\u202efugg.ngis", "a\u200bb.gguf",
    "a\u2066b.gguf", "\ufeffa.gguf", "a\xadb.gguf", "a\U000e0041.gguf", "a/\u200fb/c.gguf", "end.gguf\n",
)  # fmt: skip


HOSTILE_REPOSITORIES = (
    "org/model\n", "org", "org/", "/model", "org/a/b", "../model", "org/..", "org/a..b", "org/.a", "-org/a",
    "org/a.git", "org/a b", "org/\u202ea", "оrg/a", "org\\a", "org/a\x00", "~/a", "C:/a", "org/" + "a" * 200, "https://a/b",
    "",
)  # fmt: skip


class Liar:
    """Changes what the Hub's interface says."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice

    def changed(self, value: Any) -> Any:
        value = copy.deepcopy(value)
        for _ in range(self.dice.choice((1, 1, 2, 5))):
            value = self._one(value)
        return value

    def _one(self, value: Any) -> Any:
        if self.dice.random() < 0.15 or not isinstance(value, dict | list) or not value:
            return self.dice.choice(HOSTILE)
        if isinstance(value, dict):
            key = self.dice.choice(list(value))
            if self.dice.random() < 0.1:
                del value[key]
            else:
                value[key] = self._one(value[key])
            return value
        place = self.dice.randrange(len(value))
        if self.dice.random() < 0.1:
            value.extend(value[place : place + 1] * self.dice.choice((1, 3000)))
        else:
            value[place] = self._one(value[place])
        return value


@pytest.fixture
def hub() -> Iterator[FakeHub]:
    with FakeHub() as running:
        running.add(
            REPO, {"m-Q4_K_M.gguf": b"GGUF" + bytes(2000), "m-Q8_0.gguf": b"GGUF" + bytes(4000), "README.md": b"# x"}
        )
        yield running


def test_an_answer_that_was_changed_is_a_value_or_a_sentence(
    attacks: int, dice: random.Random, hub: FakeHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    liar = Liar(dice)
    before = HubHandler._json

    def lie(self: HubHandler, value: Any, **headers: str) -> None:
        text = json.dumps(liar.changed(value)).encode()
        if dice.random() < 0.1:
            text = text[: dice.randrange(len(text))]
        self._answer(200, text, Content_Type="application/json", **headers)

    assert before is not lie
    monkeypatch.setattr(HubHandler, "_json", lie)
    told: list[UserError] = []
    for number in range(attacks * 2):
        access = HubAccess(HubConnection(endpoint=hub.endpoint))
        clients = HubClients.over(access, timeout_s=5, retries=RetryPolicy(attempts=2, first_s=0.0, longest_s=0.0))
        catalogue = Catalogue(clients, cache=AnswerCache(tmp_path / f"cache{number}"))
        try:
            if dice.random() < 0.5:
                catalogue.search(SearchQuery(text="m"))
            else:
                page = catalogue.page(REPO)
                assert all(is_safe_path(file.path) for row in page.quantizations for file in row.files)
        except UserError as error:
            told.append(error)
        finally:
            clients.close()
    assert told
    assert all(error.message_text() for error in told)


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    assert not is_safe_path(name)
    with pytest.raises(UserError):
        local_path(tmp_path / "models", REPO, name)


@pytest.mark.parametrize("repo", HOSTILE_REPOSITORIES)
def test_a_repository_that_leads_elsewhere_is_refused(tmp_path: Path, repo: str) -> None:
    with pytest.raises(UserError):
        local_path(tmp_path / "models", repo, "m.gguf")
    assert understood([msgspec.Raw(json.dumps({"id": repo}).encode())])[0].model() is None


@pytest.mark.parametrize("field", ModelAnswer.__struct_fields__)
def test_a_field_of_any_other_kind_is_left_out_with_its_row_or_alone(field: str) -> None:
    facts = {"rfilename": "m.gguf", "size": 5, "lfs": {"sha256": "0" * 64, "size": 5}}
    for value in (*HOSTILE, [facts | dict.fromkeys(facts, value) for value in HOSTILE], [[value] for value in HOSTILE]):
        row = {"id": REPO, "siblings": [facts], field: value}
        for answer in understood([msgspec.Raw(json.dumps(row).encode())]):
            answer.model()
            answer.files()
            answer.may_chat()


def test_made_up_names_are_refused_or_stay_inside(attacks: int, dice: random.Random, tmp_path: Path) -> None:
    pieces = (
        "..",
        ".",
        "/",
        "\\",
        "a",
        "con",
        "nul",
        ":",
        "\x00",
        "\n",
        " ",
        "~",
        ".gguf",
        "é",
        "%2e",
        "$",
        "*",
        "\u202e",
    )
    folder = tmp_path / "models"
    for _ in range(attacks * 50):
        name = "".join(dice.choice(pieces) for _ in range(dice.randrange(1, 9)))
        try:
            target = local_path(folder, REPO, name)
        except UserError:
            continue
        assert target.resolve().is_relative_to(folder.resolve())
        assert target.name not in {"..", "."}
