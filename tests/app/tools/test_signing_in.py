"""A server that answers only who has signed in: the person is asked, the browser comes back, tokens are kept."""

from __future__ import annotations

import threading
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.hub.connection.token_store import TokenStore
from app.tools.errors import ToolServerProblem
from app.tools.kept_servers import KeptServer, KeptServers
from app.tools.server_process.messages import InputAsked
from app.tools.tool_servers import ToolServers
from tests.fakes.mcp_stage import SIGN_IN_SCRIPT, called, served, wait_for


class Keyring:
    def __init__(self) -> None:
        self.secrets: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self.secrets.get((service, name))

    def set_password(self, service: str, name: str, secret: str) -> None:
        self.secrets[service, name] = secret

    def delete_password(self, service: str, name: str) -> None:
        del self.secrets[service, name]


class Person:
    """Says yes and lets a browser go where it is led, or says no."""

    def __init__(self, *, agrees: bool = True) -> None:
        self.agrees = agrees
        self.asked: list[InputAsked] = []
        self.pages: list[str] = []

    def __call__(self, question: InputAsked) -> str | None:
        self.asked.append(question)
        if not self.agrees:
            return None
        threading.Thread(target=self._browse, args=(question.url,)).start()
        return "{}"

    def _browse(self, url: str) -> None:
        with urllib.request.urlopen(url, timeout=20) as page:
            self.pages.append(page.read().decode())


Open = Callable[[Person], ToolServers]


@pytest.fixture
def doors() -> Iterator[KeptServer]:
    with served(SIGN_IN_SCRIPT) as server:
        yield server


@pytest.fixture
def kept(tmp_path: Path) -> KeptServers:
    return KeptServers(tmp_path / "servers.json", keys=TokenStore(keyring=Keyring()))


@pytest.fixture
def opened(kept: KeptServers) -> Iterator[Open]:
    made: list[ToolServers] = []

    def make(person: Person) -> ToolServers:
        made.append(ToolServers(is_offline=lambda: False, on_input=person, sign_ins=kept))
        return made[-1]

    yield make
    for servers in made:
        servers.close()


def test_the_person_signs_in_once_and_tokens_are_renewed_and_forgotten(
    doors: KeptServer, kept: KeptServers, opened: Open, tmp_path: Path
) -> None:
    kept.add(doors)
    person = Person()
    servers = opened(person)
    assert called(servers, kept.named("fake"), "enter") == "inside"
    (asked,) = person.asked
    assert asked.is_sign_in
    assert asked.url.startswith(doors.url.removesuffix("/mcp") + "/authorize?")
    assert "close this page" in person.pages[0]
    before = kept.sign_in(kept.named("fake"))
    wait_for(
        lambda: called(servers, kept.named("fake"), "enter") == "inside" and kept.sign_in(kept.named("fake")) != before
    )
    servers.close()

    assert kept.named("fake").is_signed_in
    assert "token" not in (tmp_path / "servers.json").read_text()
    nobody = Person(agrees=False)
    assert called(opened(nobody), kept.named("fake"), "enter") == "inside"
    assert nobody.asked == []
    kept.keep_sign_in("fake", "")
    with pytest.raises(ToolServerProblem, match="nobody has agreed"):
        opened(nobody).open(kept.named("fake"))


def test_who_declines_or_is_refused_is_told_so_in_a_sentence(kept: KeptServers, opened: Open) -> None:
    with served(SIGN_IN_SCRIPT, "refuse") as doors:
        kept.add(doors)
        with pytest.raises(ToolServerProblem, match="asks to sign in, and nobody has agreed"):
            opened(Person(agrees=False)).open(doors)
        with pytest.raises(ToolServerProblem, match="signing in failed: access_denied"):
            opened(Person()).open(doors)
    assert not kept.named("fake").is_signed_in


def test_a_header_of_the_persons_own_is_all_that_is_sent(kept: KeptServers, opened: Open, doors: KeptServer) -> None:
    person = Person()
    own = KeptServer("fake", url=doors.url, headers={"Authorization": "Bearer mine"})
    with pytest.raises(ToolServerProblem, match="401"):
        opened(person).open(own)
    assert person.asked == []
