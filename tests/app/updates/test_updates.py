"""Word of a release is believed only when signed, asked for at most daily, and never by copies without a channel."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.paths import resources_directory
from app.signed_file import Role, signed_text, trusted_keys
from app.updates.errors import NewsAreOld, NewsNotReached, NewsNotTrusted
from app.updates.update_check import DAY_S, ReleaseNews, SmallDownload, UpdateChannel, UpdateCheck

ADDRESS = "https://news.example.org/aside.json"
LINK = "https://example.org/aside"
DAYS = {"published_on": "2001-09-01", "expires_on": "2002-09-01"}
"""Around the second 1e9, at which it asks."""


class Published:
    """What lies at the address."""

    def __init__(self) -> None:
        self.key = Ed25519PrivateKey.generate()
        self.asked: list[str] = []
        self.files: dict[str, bytes] = {}
        self.publish(version="9.9", notes="More thought.", link=LINK)

    def publish(self, **news: str) -> None:
        content = json.dumps({**DAYS, **news}).encode()
        self.files = {ADDRESS: content, f"{ADDRESS}.sig": self.key.sign(signed_text(Role.NEWS, content))}

    def fetch(self, address: str) -> bytes:
        self.asked.append(address)
        return self.files[address]

    @property
    def keys(self) -> tuple[bytes, ...]:
        return (self.key.public_key().public_bytes_raw(),)


@pytest.fixture
def published() -> Published:
    return Published()


@pytest.fixture
def check(published: Published, tmp_path: Path) -> Callable[..., UpdateCheck]:
    def make(*, version: str = "0.1.0", now_s: float = 1e9, keys: tuple[bytes, ...] | None = None) -> UpdateCheck:
        return UpdateCheck(
            UpdateChannel(ADDRESS),
            state_file=tmp_path / "cache" / "asked.json",
            version=version,
            keys=published.keys if keys is None else keys,
            fetch=published.fetch,
            now_s=lambda: now_s,
        )

    return make


def test_a_newer_release_is_told(check: Callable[..., UpdateCheck]) -> None:
    news = check().news()

    assert news is not None
    assert (news.version, news.notes, news.link) == ("9.9", "More thought.", LINK)


@pytest.mark.parametrize("version", ["9.9", "9.9.0", "10.0", "9.10", "unknown"])
def test_the_same_or_an_older_release_is_no_news(check: Callable[..., UpdateCheck], version: str) -> None:
    assert check(version=version).news() is None


def test_it_asks_once_a_day_also_after_a_failure(check: Callable[..., UpdateCheck], published: Published) -> None:
    assert check().is_due()
    published.files[f"{ADDRESS}.sig"] = b"wrong"
    with pytest.raises(NewsNotTrusted):
        check().news()

    assert not check(now_s=1e9 + DAY_S - 1).is_due()
    assert check(now_s=1e9 + DAY_S).is_due()
    assert check(now_s=1e9 - 60).is_due()


def test_news_signed_by_nobody_we_trust_are_dropped(check: Callable[..., UpdateCheck], published: Published) -> None:
    with pytest.raises(NewsNotTrusted):
        check(keys=()).news()
    published.files[ADDRESS] += b" "
    with pytest.raises(NewsNotTrusted):
        check().news()


@pytest.mark.parametrize(
    "news",
    [
        {"version": "9.9", "notes": "", "link": "file:///etc/passwd"},
        {"version": "newest", "notes": "", "link": LINK},
        {"version": "9.9\n", "notes": "", "link": LINK},
        {"version": "9.9", "notes": "", "link": "https://aside.example@evil.example/"},
        {"version": "9.9", "notes": "", "link": "https:///"},
        {"version": "9.9", "notes": "", "link": "https://[::1/"},
        {"version": "9.9", "notes": "", "link": "https://example.org/\u202egpj"},
        {"version": "9.9", "notes": "", "link": LINK, "expires_on": "soon"},
        {"version": "9.9", "notes": "", "link": LINK, "expires_on": "2001-08-31"},
        {"version": "9.9", "notes": "", "link": LINK, "published_on": ""},
        {"version": "9.9"},
    ],
)
def test_signed_news_that_make_no_sense_are_dropped(
    check: Callable[..., UpdateCheck], published: Published, news: dict[str, str]
) -> None:
    published.publish(**news)

    with pytest.raises(NewsNotTrusted):
        check().news()


def test_a_copy_without_a_channel_never_asks(tmp_path: Path) -> None:
    assert UpdateChannel.of_this_copy(tmp_path) is None
    for content in ("{", '{"address": "http://news.example.org"}', '{"address": 1}'):
        (tmp_path / "update_channel.json").write_text(content, encoding="utf-8")
        assert UpdateChannel.of_this_copy(tmp_path) is None

    (tmp_path / "update_channel.json").write_text(json.dumps({"address": ADDRESS}), encoding="utf-8")
    assert UpdateChannel.of_this_copy(tmp_path) == UpdateChannel(ADDRESS)


def test_a_clone_has_no_channel() -> None:
    assert UpdateChannel.of_this_copy() is None


def test_keys_are_read_from_a_file_with_comments(tmp_path: Path, published: Published) -> None:
    file = tmp_path / "keys.txt"
    file.write_text(f"# ours\n{published.keys[0].hex()}  # since 2026\n\nabcd\n", encoding="utf-8")

    assert trusted_keys(Role.NEWS, file) == published.keys
    assert trusted_keys(Role.NEWS, tmp_path / "missing.txt") == ()
    assert (resources_directory() / "signing_keys.txt").is_file()


def test_versions_are_compared_as_numbers() -> None:
    assert ReleaseNews("0.10.0", "", LINK, **DAYS).is_newer_than("0.9.9")
    assert not ReleaseNews("0.9.9", "", LINK, **DAYS).is_newer_than("0.10")


@pytest.fixture
def server() -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/missing":
                self.send_error(404)
                return
            if self.path == "/elsewhere":
                self.send_response(302)
                self.send_header("Location", "http://example.org/news")
                self.end_headers()
                return
            if self.path == "/trickle":
                self.send_response(200)
                self.send_header("Content-Length", "1000")
                self.end_headers()
                with contextlib.suppress(OSError):
                    for _ in range(1000):
                        self.wfile.write(b"x")
                        time.sleep(0.02)
                return
            content = b"x" * (300_000 if self.path == "/large" else 10)
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()
        thread.join()


def test_a_small_file_is_fetched_and_a_large_or_missing_one_is_not(server: str) -> None:
    download = SmallDownload()

    assert download(f"{server}/small") == b"x" * 10
    for path in ("large", "missing", "elsewhere"):
        with pytest.raises(NewsNotReached):
            download(f"{server}/{path}")


def test_a_server_that_sends_a_byte_now_and_then_is_left(server: str) -> None:
    with pytest.raises(NewsNotReached):
        SmallDownload(deadline_s=0.3)(f"{server}/trickle")


def test_a_question_that_is_stopped_ends(server: str) -> None:
    download = SmallDownload()
    told: list[NewsNotReached] = []

    def ask() -> None:
        with pytest.raises(NewsNotReached) as caught:
            download(f"{server}/trickle")
        told.append(caught.value)

    asking = Thread(target=ask)
    asking.start()
    time.sleep(0.1)
    download.stop()
    asking.join(5)

    assert not asking.is_alive()
    assert told


@pytest.mark.parametrize("address", ["http://example.org/news", "ftp://example.org/news", "file:///etc/passwd"])
def test_only_https_is_spoken(address: str) -> None:
    with pytest.raises(NewsNotReached):
        SmallDownload()(address)


def test_old_news_do_not_come_back_as_new_ones(check: Callable[..., UpdateCheck], published: Published) -> None:
    old = published.files
    published.publish(version="9.10", notes="", link=LINK, published_on="2001-09-02")
    assert check().news() is not None

    published.files = old
    with pytest.raises(NewsAreOld):
        check().news()


def test_news_that_are_kept_up_for_ever_are_noticed(check: Callable[..., UpdateCheck]) -> None:
    with pytest.raises(NewsAreOld):
        check(now_s=1e9 + 400 * DAY_S).news()


def test_a_signature_of_something_else_is_none_of_news(check: Callable[..., UpdateCheck], published: Published) -> None:
    content = published.files[ADDRESS]
    for text in (content, signed_text(Role.PACK, content), signed_text(Role.ARTEFACT, content)):
        published.files[f"{ADDRESS}.sig"] = published.key.sign(text)
        with pytest.raises(NewsNotTrusted):
            check().news()
