"""Where the Hub is, and what the token store promises."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cancellation import StopSignal
from app.hub.connection.access import HubAccess, HubConnection
from app.hub.connection.clients import HubClients
from app.hub.connection.errors import (
    AnswerNotUnderstood,
    HubProblem,
    NoNetwork,
    OfflineSwitchIsOn,
    ProxyIsUnusable,
)
from app.hub.connection.failures import transport_problem
from app.hub.connection.token_store import TokenStore


def test_the_environment_wins_over_the_settings() -> None:
    environment = {"HF_ENDPOINT": "http://127.0.0.1:1/", "HF_TOKEN": " hf_env\n", "HF_HUB_OFFLINE": "1"}

    connection = HubConnection.from_environment(environment, endpoint="https://mirror.example", token="hf_saved")

    assert (connection.endpoint, connection.token) == ("http://127.0.0.1:1", "hf_env")
    assert connection.is_offline
    assert "hf_env" not in repr(connection)
    assert HubConnection.from_environment({}).endpoint == "https://huggingface.co"


@pytest.mark.parametrize(
    ("url", "is_hub"),
    [
        ("https://hub.example/a", True),
        ("https://hub.example:443/a", True),
        ("https://HUB.example/a", True),
        ("http://hub.example/a", False),
        ("https://hub.example:8443/a", False),
        ("https://hub.example.evil.example/a", False),
        ("https://cdn.hub.example/a", False),
        ("https://hub.example:bad/a", False),
    ],
)
def test_the_token_is_for_one_origin_only(url: str, is_hub: bool) -> None:
    connection = HubConnection(endpoint="https://hub.example")

    assert connection.is_hub(url) is is_hub or url.endswith(":bad/a")


def test_offline_means_no_connection_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("a connection was tried"))
    clients = HubClients.over(HubAccess(HubConnection(is_offline=True)))

    with pytest.raises(OfflineSwitchIsOn):
        clients.hub.resolve("a/b", "c")
    with pytest.raises(OfflineSwitchIsOn), clients.bytes.open("http://127.0.0.1/", headers={}, stop=StopSignal()):
        pass


def _open(connection: HubConnection, url: str) -> None:
    clients = HubClients.over(HubAccess(connection))
    with clients.bytes.open(url, headers={}, stop=StopSignal()):
        pass


def test_nothing_unprotected_is_fetched_for_a_protected_hub() -> None:
    with pytest.raises(AnswerNotUnderstood):
        _open(HubConnection(), "http://127.0.0.1:9/x")
    with pytest.raises(AnswerNotUnderstood):
        _open(HubConnection(endpoint="http://127.0.0.1:9"), "file:///etc/passwd")


def test_nobody_there_is_no_network() -> None:
    with pytest.raises(NoNetwork) as caught:
        _open(HubConnection(endpoint="http://127.0.0.1:9"), "http://127.0.0.1:9/x")

    assert "127.0.0.1" in caught.value.message_text()


def test_a_proxy_of_an_unknown_kind_is_refused_without_its_password() -> None:
    with pytest.raises(ProxyIsUnusable) as caught:
        _open(HubConnection(endpoint="http://h.example", proxy="socks5://me:secret@127.0.0.1:9"), "http://h.example/x")

    assert "secret" not in str(caught.value)


def test_causes_are_found_below_what_libraries_put_around_them() -> None:
    import socket
    import ssl

    import httpx2

    def wrapped(cause: BaseException) -> HubProblem:
        outer = httpx2.ConnectError("outer")
        outer.__cause__ = cause
        return transport_problem(outer, "h", timeout_s=30)

    kinds = [
        wrapped(socket.gaierror(-2, "Name or service not known")).kind,
        wrapped(ssl.SSLCertVerificationError(1, "self-signed certificate")).kind,
        wrapped(ConnectionRefusedError()).kind,
        transport_problem(httpx2.ReadTimeout(""), "h", timeout_s=30).kind,
        transport_problem(httpx2.ReadError(""), "h", timeout_s=30).kind,
        transport_problem(httpx2.ProxyError("407"), "h", timeout_s=30).kind,
    ]

    assert kinds == [
        "host_not_found",
        "certificate_not_trusted",
        "no_network",
        "server_stalled",
        "connection_broke",
        "proxy_refused",
    ]


class _Keyring:
    def __init__(self, *, works: bool = True) -> None:
        self.saved: dict[tuple[str, str], str] = {}
        self._works = works

    def get_password(self, service: str, name: str) -> str | None:
        self._check()
        return self.saved.get((service, name))

    def set_password(self, service: str, name: str, password: str) -> None:
        self._check()
        self.saved[service, name] = password

    def delete_password(self, service: str, name: str) -> None:
        del self.saved[service, name]

    def _check(self) -> None:
        if not self._works:
            raise RuntimeError("locked")


def test_a_token_is_kept_in_the_keyring() -> None:
    keyring = _Keyring()

    assert TokenStore(keyring=keyring).save("https://h", "hf_x")
    assert TokenStore(keyring=keyring).load("https://h") == "hf_x"
    assert TokenStore(keyring=keyring).load("https://other") == ""
    TokenStore(keyring=keyring).forget("https://h")
    assert keyring.saved == {}


def test_it_is_remembered_for_which_hub_a_token_is_saved_but_not_which(tmp_path: Path) -> None:
    keyring, record = _Keyring(), tmp_path / "data" / "saved.json"
    TokenStore(keyring=keyring, record=record).save("https://h", "hf_secret")
    TokenStore(keyring=_Keyring(works=False), record=record).save("https://locked", "hf_y")

    later = TokenStore(keyring=_Keyring(works=False), record=record)
    assert later.is_saved("https://h")
    assert not later.is_saved("https://locked")
    assert b"hf_" not in record.read_bytes()
    TokenStore(keyring=keyring, record=record).forget("https://h")
    assert not later.is_saved("https://h")


def test_without_a_working_keyring_it_lives_until_exit_and_in_no_file(aside_home: Path) -> None:
    store = TokenStore(keyring=_Keyring(works=False))

    assert not store.save("https://h", "hf_x")

    assert store.load("https://h") == "hf_x"
    assert TokenStore(keyring=_Keyring(works=False)).load("https://h") == ""
    assert not aside_home.exists()
