"""Searching and looking: pages, filters, caches, hostile answers."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.gguf import NotAGguf
from app.hub.catalogue.answer_cache import AnswerCache
from app.hub.catalogue.catalogue import Catalogue, first_words
from app.hub.catalogue.licence import licence_in_words
from app.hub.catalogue.recommended_models import recommended_models
from app.hub.catalogue.search import SearchQuery, SearchSort, SizeClass
from app.hub.connection.access import HubAccess, HubConnection
from app.hub.connection.clients import HubClients
from app.hub.connection.errors import (
    AnswerNotUnderstood,
    HubProblem,
    NoSuchQuantization,
    RepositoryNotFound,
    SeveralFilesMatch,
    TooManyRequests,
)
from app.hub.connection.policies import RetryPolicy
from tests.app.hub.tiny_gguf import write_gguf
from tests.fakes.fake_hub import FakeHub
from tests.fakes.fake_hub_faults import Fault
from tests.fakes.fake_hub_files import EndlessFile

THINKS = "{% for m in messages %}{{ m.content }}{% endfor %}<think>\n{{ '</think>' }}"


@pytest.fixture
def hub() -> Iterator[FakeHub]:
    with FakeHub() as hub:
        yield hub


@pytest.fixture
def clients(hub: FakeHub) -> Iterator[HubClients]:
    access = HubAccess(HubConnection(endpoint=hub.endpoint))
    clients = HubClients.over(access, retries=RetryPolicy(attempts=3, first_s=0.01, longest_s=0.02), timeout_s=5)
    yield clients
    clients.close()


@pytest.fixture
def catalogue(clients: HubClients, tmp_path: Path) -> Catalogue:
    return Catalogue(clients, cache=AnswerCache(tmp_path / "cache"))


def _add(hub: FakeHub, name: str, *, billions: float = 1, downloads: int = 1, licence: str = "mit") -> None:
    facts = {"total": int(billions * 1e9), "architecture": "llama", "context_length": 8192}
    hub.add(
        name,
        {"m-Q4_K_M.gguf": b"x"},
        downloads=downloads,
        gguf=facts,
        tags=["gguf", f"license:{licence}"],
        card={"license": licence},
    )


def test_pages_follow_each_other(hub: FakeHub, catalogue: Catalogue) -> None:
    for number in range(7):
        _add(hub, f"org/m{number}-GGUF", downloads=number)

    first = catalogue.search(SearchQuery(page_size=4))
    second = catalogue.search(SearchQuery(page_size=4), cursor=first.cursor)

    assert [m.downloads for m in (*first.models, *second.models)] == [6, 5, 4, 3, 2, 1, 0]
    assert second.cursor == ""


def test_the_same_search_is_asked_once(hub: FakeHub, catalogue: Catalogue) -> None:
    _add(hub, "org/m-GGUF")

    for _ in range(3):
        catalogue.search(SearchQuery("m"))

    assert len(hub.faults.requests(port="hub")) == 1


def test_filters_hold(hub: FakeHub, catalogue: Catalogue) -> None:
    _add(hub, "org/small-GGUF", billions=1, licence="apache-2.0")
    _add(hub, "org/large-GGUF", billions=32)
    hub.repositories["org/large-GGUF"].gguf = {"total": 32 * 10**9, "architecture": "qwen3", "chat_template": THINKS}
    hub.repositories["org/large-GGUF"].likes = 99

    def found(query: SearchQuery) -> list[str]:
        return [model.name for model in catalogue.search(query).models]

    assert found(SearchQuery(size=SizeClass.TINY)) == ["small-GGUF"]
    assert found(SearchQuery(licence="mit")) == ["large-GGUF"]
    assert found(SearchQuery(thinks_only=True)) == ["large-GGUF"]
    assert found(SearchQuery("small")) == ["small-GGUF"]
    assert found(SearchQuery(owner="nobody")) == []
    assert found(SearchQuery(sort=SearchSort.LIKES))[0] == "large-GGUF"


def test_a_page_sorts_the_files(hub: FakeHub, catalogue: Catalogue) -> None:
    files = [
        "README.md",
        "m-Q4_K_M.gguf",
        "m-UD-Q4_K_XL.gguf",
        "BF16/m-BF16-00002-of-00002.gguf",
        "BF16/m-BF16-00001-of-00002.gguf",
        "m-Q8_0-00001-of-00003.gguf",
        "mmproj-m-F16.gguf",
        "imatrix_unsloth.gguf",
        "m-draft-Q4_0.gguf",
        "..\\evil-Q4_0.gguf",
    ]
    card = b"---\nlicense: mit\n---\n# M\n![x](y)\n\n**M** is a [model](http://x) that <b>thinks</b> before it answers."
    content = {f: b"x" * (100 if "draft" in f else 1000) for f in files} | {"README.md": card}
    hub.add("org/m-GGUF", dict(content), gguf={"total": 2000})

    page = catalogue.page("org/m-GGUF")

    rows = {row.quantization: row for row in page.quantizations}
    assert set(rows) == {"Q4_K_M", "UD-Q4_K_XL", "BF16"}
    assert rows["BF16"].shards == 2
    assert rows["BF16"].size_bytes == 2000
    assert rows["BF16"].path == "BF16/m-BF16-00001-of-00002.gguf"
    assert rows["Q4_K_M"].bits_per_weight == 4.0
    assert {c.kind for c in page.companions} == {"image projector", "importance matrix", "draft model"}
    assert page.incomplete == ("m-Q8_0",)
    assert page.description == "M is a model that thinks before it answers."
    assert page.address == f"{hub.endpoint}/org/m-GGUF"
    assert page.row("q4_k_m").path == "m-Q4_K_M.gguf"
    assert page.row("BF16/m-BF16-00002-of-00002.gguf").shards == 2
    with pytest.raises(NoSuchQuantization) as caught:
        page.row("Q2_K")
    assert "Q4_K_M" in caught.value.advice_text()


def test_two_files_of_one_quantization_must_be_told_apart(hub: FakeHub, catalogue: Catalogue) -> None:
    hub.add("org/m-GGUF", {"a-Q4_0.gguf": b"x", "b-Q4_0.gguf": b"y"})

    with pytest.raises(SeveralFilesMatch):
        catalogue.page("org/m-GGUF").row("Q4_0")

    assert catalogue.page("org/m-GGUF").row("b-q4_0.gguf").path == "b-Q4_0.gguf"


def test_a_path_names_one_file_also_where_only_capitals_tell_it_from_another(
    hub: FakeHub, catalogue: Catalogue
) -> None:
    hub.add("org/m-GGUF", {"dir/M-Q4_0.gguf": b"x", "DIR/m-q4_0.gguf": b"y"})
    page = catalogue.page("org/m-GGUF")

    assert page.row("dir/M-Q4_0.gguf").path == "dir/M-Q4_0.gguf"
    assert page.row("DIR/m-q4_0.gguf").path == "DIR/m-q4_0.gguf"
    with pytest.raises(SeveralFilesMatch):
        page.row("Dir/M-Q4_0.gguf")


def test_a_page_seen_before_costs_one_request_until_it_changes(hub: FakeHub, catalogue: Catalogue) -> None:
    hub.add("org/m-GGUF", {"README.md": b"A card with more than six words in it.", "m-Q4_0.gguf": b"x"})
    catalogue.page("org/m-GGUF")
    first = len(hub.faults.requests(port="hub"))

    catalogue.page("org/m-GGUF")
    assert len(hub.faults.requests(port="hub")) == first + 1

    hub.repositories["org/m-GGUF"].commit = "f" * 40
    catalogue.page("org/m-GGUF")
    assert len(hub.faults.requests(port="hub")) > first + 3


def test_ten_thousand_files_are_no_problem(hub: FakeHub, catalogue: Catalogue) -> None:
    hub.add("org/many-GGUF", {f"d{n}/m-Q4_0.gguf": b"" for n in range(10_000)})

    assert len(catalogue.page("org/many-GGUF").quantizations) == 10_000


HOSTILE = [
    b"",
    b"<html>log in</html>",
    b"[" * 100_000,
    b'{"id": 7}',
    b'{"id": "../..", "sha": "x"}',
    b'{"id": "org/m-GGUF", "sha": 5}',
    b'{"id": "org/m-GGUF", "siblings": {"a": 1}}',
    b"\xff\xfe\x00",
    b"null",
    json.dumps({"id": "org/m-GGUF"}).encode(),
]


@pytest.mark.parametrize("answer", HOSTILE, ids=range(len(HOSTILE)))
def test_an_answer_that_makes_no_sense_is_refused(hub: FakeHub, catalogue: Catalogue, answer: bytes) -> None:
    hub.raw_answer = answer

    with pytest.raises(AnswerNotUnderstood):
        catalogue.page("org/m-GGUF")


def test_hostile_rows_do_not_spoil_the_others(hub: FakeHub, catalogue: Catalogue) -> None:
    rows = [7, None, {"id": "a" * 5000 + "/b"}, {"id": "x/../y"}, {"no": "id"}, {"id": ["org/m"]}]
    good = {"id": "org/good", "downloads": -5, "tags": [1, "gguf"], "gguf": {"total": 1e30}, "cardData": [1]}
    hub.raw_answer = json.dumps([*rows, good]).encode()

    [model] = catalogue.search(SearchQuery()).models

    assert (model.repo, model.downloads, model.parameters, model.tags) == ("org/good", 0, None, ("gguf",))


def test_one_odd_value_does_not_hide_a_model(hub: FakeHub, catalogue: Catalogue) -> None:
    odd = {"modelId": "org/m", "downloads": "many", "likes": 1e300, "lastModified": 7, "tags": {"a": 1}, "gated": []}
    odd |= {"gguf": {"total": 3e9, "architecture": 5, "context_length": "long"}, "sha": 1, "pipeline_tag": ["x"]}
    hub.raw_answer = json.dumps([odd]).encode()

    [model] = catalogue.search(SearchQuery()).models

    assert (model.repo, model.downloads, model.likes, model.last_modified) == ("org/m", 0, 0, "")
    assert (model.parameters, model.architecture, model.context_length) == (3_000_000_000, "", None)


def test_an_endless_answer_is_cut(hub: FakeHub, catalogue: Catalogue) -> None:
    hub.raw_answer = b" " * (49 * 2**20)

    with pytest.raises(AnswerNotUnderstood):
        catalogue.search(SearchQuery())


def test_a_next_page_elsewhere_is_not_asked(hub: FakeHub, catalogue: Catalogue) -> None:
    with pytest.raises(AnswerNotUnderstood):
        catalogue.search(SearchQuery(), cursor="http://127.0.0.1:9/api/models?cursor=1")


def test_rate_limits_are_told_with_the_wait(hub: FakeHub, catalogue: Catalogue) -> None:
    hub.faults.wait_s = 55
    hub.faults.order(Fault.HUB_429)

    with pytest.raises(TooManyRequests) as caught:
        catalogue.search(SearchQuery())

    assert caught.value.retry_after_s == 55
    assert "55 s" in caught.value.message_text()


@pytest.mark.parametrize("repo", ["nobody/nothing", "../..", "no slash", "a/b/c"])
def test_what_is_not_there_is_said(catalogue: Catalogue, repo: str) -> None:
    with pytest.raises(RepositoryNotFound):
        catalogue.page(repo)


def test_a_header_is_read_without_the_file(hub: FakeHub, catalogue: Catalogue, tmp_path: Path) -> None:
    head = write_gguf(tmp_path / "m.gguf").read_bytes()
    hub.add("org/m-GGUF", {"m-Q4_0.gguf": EndlessFile(50_000_000, head=head), "n-Q8_0.gguf": b"no model" * 99})
    page = catalogue.page("org/m-GGUF")

    header = catalogue.header(page.model, page.row("Q4_0").files[0])

    assert header.block_count == 2
    [request] = hub.faults.requests(port="storage")
    assert request.headers["range"] == "bytes=0-2097151"
    catalogue.header(page.model, page.row("Q4_0").files[0])
    assert len(hub.faults.requests(port="storage")) == 1
    with pytest.raises(NotAGguf):
        catalogue.header(page.model, page.row("Q8_0").files[0])


@pytest.mark.parametrize(
    "fault", [Fault.DROP, Fault.EXPIRED, Fault.STORAGE_503, Fault.IGNORED_RANGE, Fault.COMPRESSED, Fault.TRUNCATED]
)
def test_a_header_survives_passing_faults(hub: FakeHub, catalogue: Catalogue, tmp_path: Path, fault: Fault) -> None:
    head = write_gguf(tmp_path / "m.gguf").read_bytes()
    hub.add("org/m-GGUF", {"m-Q4_0.gguf": EndlessFile(5_000_000, head=head)})
    page = catalogue.page("org/m-GGUF")
    hub.faults.order(fault)

    assert catalogue.header(page.model, page.quantizations[0].files[0]).block_count == 2


def test_recommended_models_are_told_without_asking(hub: FakeHub) -> None:
    listed = recommended_models()
    assert len(listed) >= 20
    assert all(model.why.endswith(".") and model.parameters > 0 for model in listed)
    assert hub.faults.seen == []


@pytest.mark.parametrize(
    ("identifier", "said"),
    [
        ("apache-2.0", "Free for any use"),
        ("cc-by-nc-4.0", "Not for commercial use"),
        ("llama3.1", "conditions"),
        ("whatever", "no licence that Aside knows"),
        ("", "no licence that Aside knows"),
    ],
)
def test_licences_are_told_in_plain_words(identifier: str, said: str) -> None:
    licence = licence_in_words(identifier)

    assert said in licence.meaning
    assert licence.meaning.endswith(".")


@pytest.mark.parametrize(
    "card",
    [
        "",
        "---\n" * 9999,
        "<" * 100_000,
        "[" * 100_000,
        "![" * 50_000,
        "```" + "x" * 9999,
        "| a | b |\n" * 999,
        "[](" * 50_000,
    ],
)
def test_a_hostile_card_costs_no_time(card: str) -> None:
    started = time.thread_time()

    first_words(card)

    assert time.thread_time() - started < 1


def test_the_token_is_checked_with_the_hub(hub: FakeHub, clients: HubClients) -> None:
    hub.tokens["hf_good"] = "jane"

    assert clients.hub.account_name("hf_good") == "jane"
    with pytest.raises(HubProblem):
        clients.hub.account_name("hf_bad")
