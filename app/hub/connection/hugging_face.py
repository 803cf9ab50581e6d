"""The Hub's interface for metadata: `huggingface_hub`'s session, headers and file metadata, bounded and translated.

The library reads its environment when it is imported, which takes a second: it is imported at the first request, with
telemetry, implicit tokens and progress bars off. Answers are decoded into types; what does not fit is refused.
"""

from __future__ import annotations

import contextlib
import os
import threading
import time
import urllib.parse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec

from app.cancellation import StopSignal
from app.hub.connection.access import HubAccess, HubConnection, joined, origin
from app.hub.connection.errors import AnswerNotUnderstood
from app.hub.connection.failures import client_problem, hub_problem, transport_problem
from app.hub.connection.file_head import FileHead
from app.hub.connection.ranged_client import check_system_proxies
from app.hub.connection.remote_file import RemoteFile
from app.text import visible_line

if TYPE_CHECKING:
    import httpx2

    from app.hub.connection.answer_deadline import AnswerDeadline

T = TypeVar("T")

_TIMEOUT_S = 15.0
_LARGEST_ANSWER_BYTES = 48 * 2**20
_LARGEST_ACCOUNT_BYTES = 2**20
_PIECE_BYTES = 65_536
_SLOWEST_BYTES_PER_S = 65_536
"""On the whole, from the first time-out on: metadata that come slower than that are not waited for."""
_LARGEST_FILE_BYTES = 2**50
_QUIET = {
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_IMPLICIT_TOKEN": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "HF_HUB_DISABLE_EXPERIMENTAL_WARNING": "1",
}
_NUMBERS = ("HF_HUB_ETAG_TIMEOUT", "HF_HUB_DOWNLOAD_TIMEOUT")
"""Variables that the library dies of when they are no whole numbers; ours are given with every call."""
_MOST_REDIRECTS = 5
_import_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class HubAnswer(Generic[T]):
    """A decoded answer, and the address of the next page if there is one."""

    value: T
    next_url: str


class HuggingFace:
    """Asks the Hub. Every call connects, and raises `HubProblem`; nothing connects by itself.

    Any thread may call. `huggingface_hub` has one session for the process: use one object at a time, and close it.
    """

    def __init__(self, access: HubAccess, *, timeout_s: float = _TIMEOUT_S) -> None:
        self._access = access
        self._timeout_s = timeout_s
        self._lock = threading.Lock()
        self._proxy_in_use: str | None = None
        self._deadline: AnswerDeadline | None = None

    def close(self) -> None:
        """Close the connections kept open."""
        with self._lock:
            if self._proxy_in_use is not None:
                self._proxy_in_use = None
                hub_library().close_session()

    def get(
        self, path: str, parameters: Sequence[tuple[str, str]], answer_type: type[T], *, repo: str = ""
    ) -> HubAnswer[T]:
        """Return the decoded answer to a GET request of the interface; `path` begins with `/api/`."""
        connection = self._access.require()
        return self.get_url(f"{connection.endpoint}{path}?{urllib.parse.urlencode(parameters)}", answer_type, repo=repo)

    def get_url(self, url: str, answer_type: type[T], *, repo: str = "") -> HubAnswer[T]:
        """Return the decoded answer at a full address, such as the next page; only the Hub's own is asked.

        Redirects are followed within the Hub: a repository that was renamed answers under its new name.
        """
        connection = self._access.require()
        if not connection.is_hub(url):
            raise AnswerNotUnderstood(connection.host, details=f"next page at {origin(url)}")
        import httpx2

        headers = hub_library().utils.build_hf_headers(token=connection.token or False, library_name="aside")
        try:
            session = self._session(connection)
            for _ in range(_MOST_REDIRECTS):
                self._must_answer(self._timeout_s)
                with session.stream("GET", url, headers=headers, timeout=self._timeout_s) as response:
                    if response.has_redirect_location:
                        url = _redirected(url, response.headers["location"], connection)
                        continue
                    body = self._bounded(response, connection.host, _LARGEST_ANSWER_BYTES)
                    if not response.is_success:
                        raise hub_problem(response.status_code, response.headers, connection, repo=repo)
                    next_url = _next_page(url, response.links.get("next", {}).get("url", ""))
                    break
            else:
                raise AnswerNotUnderstood(connection.host, details=f"more than {_MOST_REDIRECTS} redirects")
        except (httpx2.TransportError, httpx2.InvalidURL, httpx2.DecodingError, httpx2.TooManyRedirects) as error:
            raise transport_problem(error, connection.host, timeout_s=self._timeout_s) from error
        try:
            return HubAnswer(msgspec.json.decode(body, type=answer_type), next_url)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise AnswerNotUnderstood(connection.host, details=str(error)[:500]) from error

    def resolve(self, repo: str, path: str, *, revision: str = "main", stop: StopSignal | None = None) -> RemoteFile:
        """Return what the Hub says about a file now, with a fresh address of its bytes. Raises `Cancelled`."""
        connection = self._access.require()
        import httpx2

        url = hub_library().hf_hub_url(repo, path, revision=revision, endpoint=connection.endpoint)
        try:
            with self._stopped_by(stop):
                found = self._head(url, connection, repo=repo, path=path)
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise transport_problem(error, connection.host, timeout_s=self._timeout_s) from error
        if not found.is_complete or found.size_bytes is None:
            raise AnswerNotUnderstood(connection.host, details=f"{path}: commit, etag or size is missing")
        if found.size_bytes > _LARGEST_FILE_BYTES:
            raise AnswerNotUnderstood(connection.host, details=f"{path}: {found.size_bytes} bytes")
        return RemoteFile(repo, path, found.commit, found.size_bytes, found.etag, found.location)

    def _head(self, url: str, connection: HubConnection, *, repo: str, path: str) -> FileHead:
        """Follow the Hub's redirects to what it says about a file, but not on to the bytes.

        A mirror may know nothing itself and send us to the Hub behind it: there we go without the token, which was
        given for the mirror.
        """
        session = self._session(connection)
        build_headers = hub_library().utils.build_hf_headers
        told: FileHead | None = None
        for _ in range(_MOST_REDIRECTS):
            token = connection.token if connection.is_hub(url) else ""
            headers = build_headers(token=token or False, library_name="aside") | {"Accept-Encoding": "identity"}
            self._must_answer(self._timeout_s)
            response = session.request("HEAD", url, headers=headers, timeout=self._timeout_s)
            if response.status_code >= 400:
                raise hub_problem(response.status_code, response.headers, connection, repo=repo, file=path)
            is_redirect = response.has_redirect_location
            target = joined(url, response.headers["location"]) if is_redirect else url
            if not origin(target)[2]:
                raise AnswerNotUnderstood(connection.host, details=f"a redirect to {target[:200]!r}")
            here = FileHead.of(response.headers, location=target, is_redirect=is_redirect)
            told = here if here.is_complete or told is None else told
            if not is_redirect or (here.is_complete and not connection.is_hub(target)):
                return told
            if url.startswith("https:") and not target.startswith("https:"):
                raise AnswerNotUnderstood(connection.host, details=f"an unprotected address at {origin(target)}")
            url = target
        raise AnswerNotUnderstood(connection.host, details=f"more than {_MOST_REDIRECTS} redirects")

    def account_name(self, token: str) -> str:
        """Return whose token this is; raises `TokenRefused` if the Hub does not know it."""
        connection = replace(self._access.require(), token=token, token_variable="")
        connection.check()
        import httpx2

        headers = hub_library().utils.build_hf_headers(token=token, library_name="aside")
        try:
            session = self._session(connection)
            self._must_answer(self._timeout_s)
            url = f"{connection.endpoint}/api/whoami-v2"
            with session.stream("GET", url, headers=headers, timeout=self._timeout_s) as response:
                if not response.is_success:
                    raise hub_problem(response.status_code, response.headers, connection)
                body = self._bounded(response, connection.host, _LARGEST_ACCOUNT_BYTES)
        except httpx2.HTTPError as error:
            raise transport_problem(error, connection.host, timeout_s=self._timeout_s) from error
        try:
            return visible_line(msgspec.json.decode(body, type=_Account).name)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise AnswerNotUnderstood(connection.host, details=str(error)[:500]) from error

    def _bounded(self, response: httpx2.Response, host: str, most_bytes: int) -> bytes:
        """Return the body, unpacked; bounded in size and, on the whole, in time: pieces come at a fair pace or not."""
        body = bytearray()
        began = time.monotonic()
        self._must_answer(self._timeout_s)
        for chunk in response.iter_bytes(_PIECE_BYTES):
            body += chunk
            if len(body) > most_bytes:
                raise AnswerNotUnderstood(host, details=f"an answer of more than {most_bytes} bytes")
            earned_s = self._timeout_s + response.num_bytes_downloaded / _SLOWEST_BYTES_PER_S
            self._must_answer(min(self._timeout_s, began + earned_s - time.monotonic()))
        return bytes(body)

    @contextlib.contextmanager
    def _stopped_by(self, stop: StopSignal | None) -> Iterator[None]:
        """Let a stop end what this thread waits for."""
        deadline = self._watched()
        deadline.stop = stop
        try:
            yield
        finally:
            deadline.stop = None

    def _must_answer(self, seconds: float) -> None:
        """Bound what this thread waits for now: the head of an answer, then each piece of its body."""
        if self._deadline is not None:
            self._deadline.start(seconds)

    def _watched(self) -> AnswerDeadline:
        from app.hub.connection.answer_deadline import AnswerDeadline

        if self._deadline is None:
            self._deadline = AnswerDeadline()
        return self._deadline

    def _watch(self, client: httpx2.Client) -> None:
        from app.hub.connection.answer_deadline import watch

        watch(client, self._watched())

    def _session(self, connection: HubConnection) -> httpx2.Client:
        import httpx2

        library = hub_library()
        with self._lock:
            if self._proxy_in_use != connection.proxy:
                proxy = connection.proxy or None

                def client() -> httpx2.Client:
                    made = httpx2.Client(follow_redirects=False, timeout=self._timeout_s, proxy=proxy)
                    self._watch(made)
                    return made

                library.set_client_factory(client)
                self._proxy_in_use = connection.proxy
            if not connection.proxy:
                check_system_proxies()
            try:
                session: httpx2.Client = library.get_session()
            except (OSError, ValueError, ImportError) as error:  # nothing connects yet: it is what was set
                raise client_problem(error, proxy=connection.proxy) from error
        return session


class _Account(msgspec.Struct):
    name: str


def hub_library() -> Any:
    """Return the module `huggingface_hub`, imported with everything off that talks on its own."""
    with _import_lock:
        os.environ.update(_QUIET)
        for name in _NUMBERS:
            if not os.environ.get(name, "0").strip().isdecimal():
                del os.environ[name]
        import huggingface_hub
        import huggingface_hub.errors
        import huggingface_hub.utils

        return huggingface_hub


def _redirected(url: str, location: str, connection: HubConnection) -> str:
    """Return where the answer is, if that is still the Hub: the token must not go elsewhere."""
    target = joined(url, location)
    if not connection.is_hub(target):
        raise AnswerNotUnderstood(connection.host, details=f"a redirect to {origin(target)}")
    return target


def _next_page(url: str, link: str) -> str:
    """Return the address of the next page: the same list with the query of the link.

    Mirrors pass links on as the Hub wrote them, with its host and without their own path.
    """
    if not link:
        return ""
    try:
        query = urllib.parse.urlsplit(link).query
    except ValueError:
        return ""
    return urllib.parse.urlsplit(url)._replace(query=query).geturl() if query else ""
