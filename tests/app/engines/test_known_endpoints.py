"""Servers are kept in a private file, their keys in the keyring, and nowhere else."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest

from app.engines.endpoint_adding import add_endpoint
from app.engines.endpoint_call import EndpointAccess
from app.engines.endpoint_profile import Dialect, ModelProfile, ThinkingSwitch
from app.engines.errors import EndpointNameIsTaken, EndpointsAreDamaged, NoSuchEndpoint
from app.engines.known_endpoints import Corrections, KeptEndpoint, KnownEndpoints
from app.hub.connection.token_store import TokenStore
from app.settings.addresses import checked_server, is_this_computer
from app.settings.errors import AddressIsInvalid
from tests.fakes.endpoint_dialects import DIALECTS
from tests.fakes.endpoint_server import EndpointServer

KEY = "sk-abcdefgh12345678"


class Keyring:
    """Implements what is used of the library."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.asked = 0

    def get_password(self, service: str, name: str) -> str | None:
        self.asked += 1
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, secret: str) -> None:
        self.kept[service, name] = secret

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


@pytest.fixture
def keyring() -> Keyring:
    return Keyring()


def known_in(folder: Path, keyring: Keyring, *, environment_key: str = "") -> KnownEndpoints:
    keys = TokenStore(keyring=keyring, service="Aside servers")
    return KnownEndpoints(folder / "data" / "endpoints.json", keys=keys, environment_key=environment_key)


def test_a_server_is_kept_with_its_key_in_the_keyring_alone(tmp_path: Path, keyring: Keyring) -> None:
    known = known_in(tmp_path, keyring)
    kept = known.add(KeptEndpoint("lab", "http://lab:8000", Dialect.VLLM), key=KEY)

    assert kept.has_key
    assert keyring.kept == {("Aside servers", "http://lab:8000"): KEY}
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not any(KEY in path.read_text() for path in files)
    if os.name != "nt":
        assert {oct(path.stat().st_mode & 0o777) for path in files} == {"0o600"}
        assert oct((tmp_path / "data").stat().st_mode & 0o777) == "0o700"

    again = known_in(tmp_path, keyring)
    assert again.list() == (kept,)
    assert again.key("http://lab:8000") == KEY
    for other in ("http://lab:8001", "http://lab", "https://lab:8000", "http://lab:8000/other"):
        assert again.key(other) == ""

    assert again.remove("lab") == kept
    assert (again.list(), keyring.kept) == ((), {})
    with pytest.raises(NoSuchEndpoint):
        again.named("lab")


def test_the_keyring_is_asked_only_for_a_server_that_has_a_key(tmp_path: Path, keyring: Keyring) -> None:
    known = known_in(tmp_path, keyring, environment_key="of-the-environment")
    known.add(KeptEndpoint("lab", "http://lab:8000"))

    assert known.key("http://lab:8000") == known.key("http://elsewhere") == "of-the-environment"
    assert keyring.asked == 0


def test_names_are_unique_and_an_address_is_kept_once(tmp_path: Path, keyring: Keyring) -> None:
    known = known_in(tmp_path, keyring)
    known.add(KeptEndpoint("lab", "http://lab:8000"), key=KEY)
    with pytest.raises(EndpointNameIsTaken):
        known.add(KeptEndpoint("lab", "http://other:8000"))
    known.add(KeptEndpoint("big", "http://lab:8000", has_key=True))

    assert [one.name for one in known.list()] == ["big"]
    assert known.key("http://lab:8000") == KEY
    assert known.free_name("http://big.example.org", Dialect.VLLM) == "big-2"
    assert known.free_name("http://big.example.org:1/x", Dialect.VLLM) == "big-2"
    assert known.free_name("http://192.168.1.2:80", Dialect.VLLM) == "vllm"


def test_a_damaged_list_is_told_and_left_as_it_is(tmp_path: Path, keyring: Keyring) -> None:
    known = known_in(tmp_path, keyring)
    known.add(KeptEndpoint("lab", "http://lab:8000"))
    path = tmp_path / "data" / "endpoints.json"
    for content in (b"{", b'[{"name": 5}]', b"\xff\xfe"):
        path.write_bytes(content)
        with pytest.raises(EndpointsAreDamaged):
            known.add(KeptEndpoint("other", "http://other:8000"))
        assert path.read_bytes() == content


def test_what_was_set_by_hand_stands_above_what_a_test_turn_has_shown(tmp_path: Path, keyring: Keyring) -> None:
    known = known_in(tmp_path, keyring)
    tried = {"m": Corrections(thinks=True, switch=ThinkingSwitch.THINK)}
    known.add(KeptEndpoint("lab", "http://lab", by_hand=Corrections(switch=ThinkingSwitch.TYPE), tried=tried))

    found = known.adjusted("http://lab", ModelProfile("m"))
    assert (found.thinks, found.server.switch) == (True, ThinkingSwitch.TYPE)
    assert known.adjusted("http://lab", ModelProfile("n")).thinks is None
    assert known.adjusted("http://other", ModelProfile("m")) == ModelProfile("m")


@pytest.mark.parametrize(
    ("entered", "address"),
    [
        ("localhost:8080", "http://localhost:8080"),
        ("http://Lab:8000/v1/", "http://lab:8000"),
        ("https://example.org/api/v1", "https://example.org/api"),
        ("https://example.org/v1/chat/completions", "https://example.org"),
        ("https://example.org/paas/v4", "https://example.org/paas/v4"),
        ("192.168.1.2:8000/v1", "http://192.168.1.2:8000"),
        ("gpu-box:8000", "http://gpu-box:8000"),
        ("example.org", "https://example.org"),
        ("[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_an_address_is_brought_into_one_form(entered: str, address: str) -> None:
    assert checked_server(entered) == address
    assert checked_server(address) == address


@pytest.mark.parametrize(
    "entered", ["", " ", "ftp://lab", "http://", "http://me:pw@lab", "lab?x=1", "http://lab/#a", "a b"]
)
def test_what_is_no_address_of_a_server_is_refused(entered: str) -> None:
    with pytest.raises(AddressIsInvalid):
        checked_server(entered)


@pytest.mark.parametrize(
    ("address", "is_here"),
    [
        ("http://localhost:1", True),
        ("http://127.0.0.1", True),
        ("http://127.9.9.9:80/v1", True),
        ("http://[::1]:1", True),
        ("http://127.0.0.1.example.org", False),
        ("http://localhost.example.org", False),
        ("http://0.0.0.0", False),
        ("http://192.168.1.1", False),
        ("http://[::1", False),
    ],
)
def test_what_stays_on_this_computer(address: str, is_here: bool) -> None:
    assert is_this_computer(address) is is_here


def test_a_server_keeps_its_place_and_what_is_not_given_anew(tmp_path: Path) -> None:
    known = KnownEndpoints(tmp_path / "endpoints.json")
    by_hand = Corrections(context=99)
    with EndpointServer(pages=DIALECTS[0].pages) as one, EndpointServer(pages=DIALECTS[1].pages) as other:
        add_endpoint(known, EndpointAccess(), one.url, name="one", by_hand=by_hand, may_be_asked=True)
        add_endpoint(known, EndpointAccess(), other.url, name="other", tried="")
        known.add(msgspec.structs.replace(known.named("one"), name="first"))
        again = add_endpoint(known, EndpointAccess(), one.url)

    assert [kept.name for kept in known.list()] == ["first", "other"]
    assert (again.kept.by_hand, again.kept.may_be_asked) == (by_hand, True)
    assert again.model is not None
    assert (again.model.context, again.model.name) == (99, "m")


def test_a_key_that_no_keyring_took_is_kept_until_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TokenStore, "_keyring", lambda _self: None)
    known = KnownEndpoints(tmp_path / "endpoints.json")
    kept = known.add(KeptEndpoint("lab", "http://127.0.0.1:1"), key=KEY)

    assert not kept.has_key
    assert known.key(kept.url) == KEY
    assert known.key("http://127.0.0.1:2") == ""
    assert KnownEndpoints(tmp_path / "endpoints.json").key(kept.url) == ""
    known.remove("lab")
    known.add(KeptEndpoint("lab", kept.url))
    assert known.key(kept.url) == ""
