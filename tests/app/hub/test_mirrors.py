"""Mirrors below a path, links that lead elsewhere, renamed repositories, and addresses and tokens that are none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.hub.catalogue.answer_cache import AnswerCache
from app.hub.catalogue.catalogue import Catalogue
from app.hub.catalogue.hub_address import HubAddress
from app.hub.catalogue.search import SearchQuery
from app.hub.connection.access import HubAccess, HubConnection
from app.hub.connection.clients import HubClients
from app.hub.connection.errors import (
    AnswerNotUnderstood,
    CertificatesUnreadable,
    EndpointIsUnusable,
    ProxyIsUnusable,
    TokenIsUnusable,
)
from app.hub.connection.failures import client_problem, storage_problem
from tests.fakes.fake_hub import FakeHub
from tests.fakes.fake_mirror import FakeMirror


@pytest.fixture
def hub() -> Iterator[FakeHub]:
    with FakeHub() as hub:
        hub.add("org/New-GGUF", {"New-Q4_K_M.gguf": b"GGUF" * 9})
        yield hub


@pytest.fixture
def mirror(hub: FakeHub) -> Iterator[FakeMirror]:
    with FakeMirror(hub.endpoint) as mirror:
        yield mirror


def _clients(endpoint: str, *, token: str = "", proxy: str = "") -> HubClients:
    return HubClients.over(HubAccess(HubConnection(endpoint=endpoint, token=token, proxy=proxy)), timeout_s=5)


@pytest.fixture
def catalogue(mirror: FakeMirror, tmp_path: Path) -> Iterator[Catalogue]:
    clients = _clients(mirror.endpoint)
    yield Catalogue(clients, cache=AnswerCache(tmp_path))
    clients.close()


@pytest.mark.parametrize("link_host", ["https://huggingface.co", "", "http://127.0.0.1:1/hub/mirror"])
def test_the_next_page_is_asked_of_the_mirror_whatever_its_link_says(
    hub: FakeHub, mirror: FakeMirror, catalogue: Catalogue, link_host: str
) -> None:
    mirror.link_host = link_host
    for number in range(5):
        hub.add(f"many/M{number}-GGUF", {"m.gguf": b"x"}, downloads=10 - number)

    first = catalogue.search(SearchQuery(text="many/", page_size=3))
    second = catalogue.search(SearchQuery(text="many/", page_size=3), cursor=first.cursor)

    names = [model.repo for model in (*first.models, *second.models)]
    assert names == [f"many/M{number}-GGUF" for number in range(5)]
    assert second.cursor == ""


def test_a_renamed_repository_opens_under_its_new_name(mirror: FakeMirror, catalogue: Catalogue) -> None:
    mirror.renamed = {"org/Old-GGUF": "org/New-GGUF"}

    page = catalogue.page("org/Old-GGUF")

    assert page.model.repo == "org/New-GGUF"
    assert [row.quantization for row in page.quantizations] == ["Q4_K_M"]


@pytest.mark.parametrize("target", ["org/Loop-GGUF", "http://127.0.0.1:1"])
def test_a_redirect_in_circles_or_elsewhere_is_not_followed(
    mirror: FakeMirror, catalogue: Catalogue, target: str
) -> None:
    mirror.renamed = {"org/Loop-GGUF": target}

    with pytest.raises(AnswerNotUnderstood):
        catalogue.page("org/Loop-GGUF")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("{mirror}/org/New-GGUF", HubAddress("org/New-GGUF")),
        ("{mirror}/org/New-GGUF/blob/main/a/New-Q4.gguf", HubAddress("org/New-GGUF", "a/New-Q4.gguf")),
        ("https://huggingface.co/org/M-GGUF?show_file_info=M-Q8_0.gguf", HubAddress("org/M-GGUF", "M-Q8_0.gguf")),
        ("https://huggingface.co/datasets/org/set", None),
        ("https://huggingface.co/spaces/org/app", None),
        ("aside://open?" + "&".join("a=b" for _ in range(50)), None),
    ],
)
def test_an_address_is_understood_below_the_path_of_the_mirror(
    mirror: FakeMirror, text: str, meant: HubAddress | None
) -> None:
    assert HubAddress.parse_link(text.format(mirror=mirror.endpoint), endpoint=mirror.endpoint) == meant


@pytest.mark.parametrize("endpoint", ["ftp://x", "not a url", "http://", "http://127.0.0.1:99999", "http://[::1"])
def test_an_endpoint_that_is_no_address_is_named(endpoint: str) -> None:
    clients = _clients(endpoint)

    with pytest.raises(EndpointIsUnusable) as caught:
        clients.hub.resolve("org/New-GGUF", "New-Q4_K_M.gguf")

    assert endpoint.rstrip("/") in caught.value.message_text()


def test_a_host_alone_is_reached_by_https() -> None:
    assert HubConnection(endpoint="hf-mirror.com/").endpoint == "https://hf-mirror.com"


@pytest.mark.parametrize("token", ["hf_ümlaut", "hf_a\nb"])
def test_a_token_that_cannot_be_sent_is_a_sentence(hub: FakeHub, token: str) -> None:
    clients = _clients(hub.endpoint)

    with pytest.raises(TokenIsUnusable):
        clients.hub.account_name(token)
    with pytest.raises(TokenIsUnusable):
        _clients(hub.endpoint, token=token).hub.resolve("org/New-GGUF", "New-Q4_K_M.gguf")

    assert hub.faults.seen == []


def test_a_proxy_of_an_unknown_kind_is_a_sentence(hub: FakeHub) -> None:
    with pytest.raises(ProxyIsUnusable):
        _clients(hub.endpoint, proxy="gopher://127.0.0.1:1").hub.resolve("org/New-GGUF", "New-Q4_K_M.gguf")


def test_certificates_that_cannot_be_read_are_a_sentence(
    hub: FakeHub, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))

    with pytest.raises(CertificatesUnreadable):
        _clients(hub.endpoint).hub.resolve("org/New-GGUF", "New-Q4_K_M.gguf")


def test_a_wait_may_be_told_as_a_date() -> None:
    told = storage_problem(429, {"retry-after": "Wed, 21 Oct 2099 07:28:00 GMT"}, "cdn", file="m.gguf")
    past = storage_problem(503, {"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, "cdn", file="m.gguf")
    nonsense = storage_problem(503, {"retry-after": "soon"}, "cdn", file="m.gguf")

    assert told.retry_after_s == 900
    assert past.retry_after_s == 0
    assert nonsense.retry_after_s is None


def test_a_mirror_that_sends_us_to_the_hub_behind_it_does_not_get_our_token_there(
    mirror: FakeMirror, hub: FakeHub
) -> None:
    mirror.renamed = {"org/New-GGUF": hub.endpoint}
    clients = _clients(mirror.endpoint, token="hf_secret")

    found = clients.hub.resolve("org/New-GGUF", "New-Q4_K_M.gguf")
    clients.close()

    assert found.size_bytes == len(b"GGUF" * 9)
    asked = hub.faults.requests(port="hub")
    assert asked
    assert all("authorization" not in {name.lower() for name in request.headers} for request in asked)


@pytest.mark.parametrize(("variable", "told"), [("HF_ENDPOINT", "the variable HF_ENDPOINT"), ("", "in the settings")])
def test_the_advice_names_where_the_wrong_address_stands(variable: str, told: str) -> None:
    environment = {variable: "ftp://x"} if variable else {}

    with pytest.raises(EndpointIsUnusable) as caught:
        HubConnection.from_environment(environment, endpoint="ftp://x").check()

    assert told in caught.value.advice_text()


def test_the_advice_names_where_the_wrong_token_stands() -> None:
    of_variable = HubAccess(HubConnection.from_environment({"HF_TOKEN": "hf_ü"}))
    with pytest.raises(TokenIsUnusable) as of_the_variable:
        of_variable.require()
    of_variable.set_token("hf_ö")
    with pytest.raises(TokenIsUnusable) as entered:
        of_variable.require()

    assert "HF_TOKEN" in of_the_variable.value.advice_text()
    assert "HF_TOKEN" not in entered.value.advice_text()


@pytest.mark.parametrize(("proxy", "told"), [("gopher://x", "in the settings"), ("", "HTTPS_PROXY")])
def test_the_advice_names_where_the_wrong_proxy_stands(proxy: str, told: str) -> None:
    assert told in client_problem(ValueError("gopher"), proxy=proxy).advice_text()
