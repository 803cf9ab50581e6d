"""`aside endpoints` and `aside ask --endpoint`, as scripts and people see them."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import keyring
import keyring.backend
import pytest

from app.cli.main import main
from app.engines.known_endpoints import KeptEndpoint, KnownEndpoints
from app.paths import AppPaths
from app.settings import SettingsFile
from tests.fakes.endpoint_dialects import DIALECTS
from tests.fakes.endpoint_server import DONE, EndpointServer, chunk, delta, event

KEY = "sk-abcdefgh12345678"
LLAMA, VLLM, *_, OTHER = DIALECTS


class MemoryKeyring(keyring.backend.KeyringBackend):
    """A keyring that lasts as long as a test."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.kept.pop((service, username), None)


@pytest.fixture
def memory() -> Any:
    before = keyring.get_keyring()
    made = MemoryKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


class Run:
    """What a command printed and how it ended."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: str) -> None:
        capsys.readouterr()
        self.code = main(arguments, check_window=lambda: None)
        self.out, self.err = capsys.readouterr()

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


def serving(case: Any) -> EndpointServer:
    return EndpointServer(*case.stream, pages=case.pages)


def test_a_question_to_a_server_prints_what_a_question_prints(capsys: pytest.CaptureFixture[str]) -> None:
    with serving(LLAMA) as server:
        ran = Run(capsys, "ask", "--json", "--endpoint", f"{server.url}/v1", "--model", "m", "Why?")

    loaded, *told, finished = ran.rows
    assert ran.code == 0
    assert {**loaded, "load_s": 0} == {
        "event": "loaded",
        "model": "m",
        "context": 2048,
        "backend": "endpoint",
        "load_s": 0,
    }
    assert "".join(one["text"] for one in told if one["event"] == "thinking") == "Hmm."
    assert "".join(one["text"] for one in told if one["event"] == "answer") == "Yes"
    assert (finished["reason"], finished["thinking_ended"]) == ("stop", "model")
    assert (finished["prompt_tokens"], finished["cached_tokens"]) == (9, 8)
    assert (finished["thinking_tokens"], finished["answer_tokens"]) == (None, None)


def test_what_nobody_says_is_null(capsys: pytest.CaptureFixture[str]) -> None:
    with serving(OTHER) as server:
        ran = Run(capsys, "ask", "--json", "--endpoint", server.url, "--model", "m", "--samples", "2", "Why?")

    loaded, *_, finished = ran.rows
    assert loaded["context"] is None
    for one in (finished, *finished["samples"]):
        assert {one[f"{name}_tokens"] for name in ("prompt", "cached", "thinking", "answer")} == {None}


def test_for_people_the_thought_is_apart(capsys: pytest.CaptureFixture[str]) -> None:
    with serving(VLLM) as server:
        ran = Run(capsys, "ask", "--endpoint", server.url, "Why?")  # its only model

    assert (ran.code, ran.out, ran.err.strip()) == (0, "Yes\n", "Hmm.")


def test_an_answer_in_circles_is_told_of_and_ended_on_wish(capsys: pytest.CaptureFixture[str]) -> None:
    circles = [chunk(f"{word} ") for word in ["Yes,", "so"] * 200]
    ask = ("ask", "--model", "m", "--json", "Why?")
    with EndpointServer(*circles, chunk(reason="stop"), DONE, pages=OTHER.pages) as server:
        told = Run(capsys, *ask, "--endpoint", server.url)
    with EndpointServer(*circles, None, pages=OTHER.pages) as server:
        ended = Run(capsys, *ask, "--end-loops", "--endpoint", server.url)

    assert (told.code, told.rows[-1]["reason"]) == (0, "stop")
    assert (ended.code, ended.rows[-1]["reason"]) == (0, "stopped")
    assert [run.err.strip() for run in (told, ended)] == ["The answer goes round in circles."] * 2


@pytest.mark.parametrize(
    ("options", "code", "says"),
    [
        (["--think-seconds", "3"], 2, "so many seconds"),
        (["--think-budget", "3"], 2, "how long a thought may be"),
        (["--prefill-thinking", "x"], 2, "cannot go on from a thought"),
        (["--thinking", "on"], 0, "not known whether"),
        (
            ["--gpu-layers", "3", "--threads", "2", "--context", "99"],
            0,
            "by itself: --context, --gpu-layers, --threads",
        ),
    ],
)
def test_what_a_server_cannot_do_is_said(
    capsys: pytest.CaptureFixture[str], options: list[str], code: int, says: str
) -> None:
    with serving(OTHER) as server:
        ran = Run(capsys, "ask", "--endpoint", server.url, "--model", "m", *options, "Why?")
        assert bool(server.asked) is (code == 0)

    assert ran.code == code
    assert says in ran.err


def test_a_budget_and_a_beginning_reach_a_server_that_takes_them(capsys: pytest.CaptureFixture[str]) -> None:
    with serving(LLAMA) as server:
        assert Run(capsys, "ask", "--endpoint", server.url, "--think-budget", "7", "Why?").code == 0
        assert Run(capsys, "ask", "--endpoint", server.url, "--prefill-thinking", "It", "Why?").code == 0

    assert server.asked[0]["thinking_budget_tokens"] == 7
    assert server.asked[1]["messages"][-1]["reasoning_content"] == "It"


def test_a_level_that_the_model_lacks_names_those_it_has(capsys: pytest.CaptureFixture[str]) -> None:
    with serving(LLAMA) as server:
        ran = Run(capsys, "ask", "--json", "--endpoint", server.url, "--thinking", "high", "Why?")

    assert (ran.code, ran.rows[-1]["kind"]) == (1, "unknown_thinking_level")
    assert "off, on" in ran.rows[-1]["advice"]


def test_a_stream_that_breaks_off_is_an_error_after_what_came(capsys: pytest.CaptureFixture[str]) -> None:
    with EndpointServer(chunk("Half"), DONE) as server:
        ran = Run(capsys, "ask", "--json", "--endpoint", server.url, "--model", "m", "Why?")

    assert ran.code == 1
    assert [row["event"] for row in ran.rows] == ["loaded", "answer", "error"]
    assert ran.rows[-1]["kind"] == "endpoint_broke_off"


def test_a_server_is_added_listed_asked_and_removed(
    capsys: pytest.CaptureFixture[str], memory: MemoryKeyring, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(f"{KEY}\n".encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    with serving(LLAMA) as server:
        added = Run(capsys, "endpoints", "add", f"{server.url}/v1", "--name", "lab", "--key", "-", "--json")
        listed = Run(capsys, "endpoints", "list", "--json")
        models = Run(capsys, "endpoints", "models", "lab", "--json")
        asked = Run(capsys, "ask", "--model", "lab/m", "Why?")
        assert set(server.keys) == {f"Bearer {KEY}"}
        assert len(server.asked) == 1  # its template says everything: no test turn
        gone = Run(capsys, "endpoints", "remove", "lab")
        after = Run(capsys, "ask", "--model", "lab/m", "Why?")

    kept = {"name": "lab", "url": server.url, "dialect": "llama-server", "has_key": True}
    assert added.rows[0].items() >= {**kept, "models": ["m"], "thoughts": "reasoning_content"}.items()
    assert listed.rows == [kept]
    assert models.rows[0].items() >= {"name": "lab/m", "context": 2048, "thinks": True, "tools": True}.items()
    assert (asked.code, asked.out) == (0, "Yes\n")
    assert (gone.code, after.code, memory.kept) == (0, 1, {})
    home = AppPaths.from_environment().data.parent
    assert not any(KEY.encode() in path.read_bytes() for path in home.rglob("*") if path.is_file())


def test_without_a_keyring_the_key_is_not_kept_and_that_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.hub.connection.token_store.TokenStore._keyring", lambda _self: None)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(KEY.encode())))
    with serving(LLAMA) as server:
        added = Run(capsys, "endpoints", "add", server.url, "--name", "lab", "--key", "-", "--json")
        monkeypatch.setenv("ASIDE_ENDPOINT_KEY", "other-key")
        asked = Run(capsys, "ask", "--model", "lab/m", "Why?")

    assert (added.code, added.rows[0]["has_key"], asked.code) == (0, False, 0)
    assert "ASIDE_ENDPOINT_KEY" in added.err
    assert server.keys[-1] == "Bearer other-key"


def test_what_a_server_does_not_say_is_tried_once_and_kept(capsys: pytest.CaptureFixture[str]) -> None:
    stream = (delta(reasoning="Hm"), chunk("43"), chunk(reason="stop"), event({"choices": []}), DONE)
    with EndpointServer(*stream, pages=OTHER.pages) as server:
        first = Run(capsys, "endpoints", "add", server.url, "--json")
        tried = len(server.asked)
        again = Run(capsys, "endpoints", "add", server.url, "--json", "--switch", "think")
        assert len(server.asked) == tried > 1

    assert first.rows[0].items() >= {"thoughts": "reasoning", "switch": "none", "thinks": True}.items()
    assert again.rows[0].items() >= {"thoughts": "reasoning", "switch": "think", "name": "other"}.items()


def test_a_damaged_list_is_told_in_a_sentence_and_an_address_is_asked_all_the_same(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = AppPaths.from_environment().endpoints_file
    path.parent.mkdir(parents=True)
    path.write_text('[{"name": 5')
    with serving(LLAMA) as server:
        asked = Run(capsys, "ask", "--json", "--endpoint", server.url, "--model", "m", "Why?")
        added = Run(capsys, "endpoints", "add", server.url)

    assert (asked.code, asked.rows[-1]["event"]) == (0, "finished")
    assert asked.err.count("The list of servers cannot be read.") == 1
    assert (added.code, path.read_text()) == (1, '[{"name": 5'), "what may be mended is not written over"
    named = Run(capsys, "ask", "--json", "--model", "lab/m", "Why?")
    assert (named.code, named.rows[0]["kind"]) == (1, "endpoints_are_damaged"), "not that there is no such model"


def test_staying_offline_forbids_servers_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    SettingsFile(AppPaths.from_environment().settings_file).update(stay_offline=True)
    ran = Run(capsys, "ask", "--json", "--endpoint", "http://192.0.2.1", "--model", "m", "Why?")
    assert (ran.code, ran.rows[0]["kind"]) == (1, "endpoint_is_elsewhere")
    with serving(LLAMA) as server:
        assert Run(capsys, "ask", "--endpoint", server.url, "Why?").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask", "--endpoint", "http://me:secret@lab", "Why?"],
        ["ask", "--endpoint", "", "Why?"],
        ["endpoints", "add", "ftp://lab"],
        ["endpoints", "add", "lab", "--name", "a/b"],
        ["endpoints", "add", "lab", "--key", "secret"],
    ],
)
def test_wrong_usage_is_said_and_nothing_is_kept(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    ran = Run(capsys, *arguments)

    assert ran.code == 2
    assert not AppPaths.from_environment().endpoints_file.exists()


def test_of_several_models_one_that_fails_is_told_and_the_exit_code_is_1(capsys: pytest.CaptureFixture[str]) -> None:
    with EndpointServer(delta(content="The answer is 4."), delta(reason="stop"), DONE) as server:
        kept = KnownEndpoints(AppPaths.from_environment().endpoints_file)
        kept.add(KeptEndpoint("here", server.url))
        kept.add(KeptEndpoint("gone", "http://127.0.0.1:9"))
        run = Run(capsys, "ask", "--json", "--model", "here/m", "--also", "gone/m", "--vote", "2+2?")

    events = [json.loads(line) for line in run.out.splitlines()]
    assert run.code == 1
    assert [one["sample"] for one in events if one["event"] == "error"] == [1]
    assert [one["winner"] for one in events if one["event"] == "vote"] == ["4"]
