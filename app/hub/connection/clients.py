"""What every download shares: the two clients, the patience, and the limit."""

from __future__ import annotations

import contextlib
import os
import threading
import urllib.parse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec

from app.cancellation import StopSignal
from app.hub.connection.access import HubAccess, HubConnection
from app.hub.connection.errors import AnswerNotUnderstood
from app.hub.connection.failures import client_problem, hub_problem, transport_problem
from app.hub.connection.policies import BandwidthLimit, RangePolicy, RetryPolicy
from app.hub.connection.ranged_client import RangedClient
from app.hub.connection.remote_file import LARGEST_FILE_BYTES, FileHead, RemoteFile
from app.network.addresses import joined, origin
from app.text import visible_line

if TYPE_CHECKING:
    import httpx2


@dataclass(frozen=True, slots=True)
class HubClients:
    """`hub` asks for facts, `bytes` fetches; close it when the program ends."""

    access: HubAccess
    hub: HuggingFace
    bytes: RangedClient
    retries: RetryPolicy = field(default_factory=RetryPolicy)
    bandwidth: BandwidthLimit = field(default_factory=BandwidthLimit)
    ranges: RangePolicy = field(default_factory=RangePolicy)

    @classmethod
    def over(
        cls,
        access: HubAccess,
        *,
        retries: RetryPolicy | None = None,
        ranges: RangePolicy | None = None,
        bytes_per_s: int = 0,
        stall_timeout_s: float = 30.0,
        timeout_s: float = 15.0,
    ) -> HubClients:
        """Return clients for one way of reaching the Hub; nothing connects yet."""
        return cls(
            access,
            HuggingFace(access, timeout_s=timeout_s),
            RangedClient(access, stall_timeout_s=stall_timeout_s),
            retries or RetryPolicy(),
            BandwidthLimit(bytes_per_s),
            ranges or RangePolicy(),
        )

    def close(self) -> None:
        """Close the connections kept open."""
        self.hub.close()


# The Hub's interface for facts, asked through `huggingface_hub` with our client, and translated.
#
# The library reads its environment when it is imported, and that takes a while: it is imported at the first request,
# with telemetry, implicit tokens and progress bars off. Its session, headers, addresses and errors are used, and
# `HfApi` for accounts. Rows of searches and lists of files are decoded here: `HfApi` cannot go on where a page of a
# search ended, asks the host that a mirror's link names, and one odd value, or a size that a mirror leaves out,
# hides every row.

T = TypeVar("T")

_TIMEOUT_S = 15.0
_QUIET = {
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_IMPLICIT_TOKEN": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "HF_HUB_DISABLE_EXPERIMENTAL_WARNING": "1",
}
_NUMBERS = ("HF_HUB_ETAG_TIMEOUT", "HF_HUB_DOWNLOAD_TIMEOUT")
"""Variables that the library dies of when they are no whole numbers; ours are given with every call."""
_MOST_REDIRECTS = 5
_NO_SENSE = (msgspec.MsgspecError, ValueError, RecursionError)
"""What decoding raises where an answer is none of the Hub's."""
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
        self._way: tuple[str, str] | None = None

    def close(self) -> None:
        """Close the connections kept open."""
        with self._lock:
            if self._way is not None:
                self._way = None
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
        with self._asking(connection, repo=repo) as session:
            response = session.get(url, headers=_headers(connection.token))
            hub_library().utils.hf_raise_for_status(response)
            value = msgspec.json.decode(response.content, type=answer_type)
            return HubAnswer(value, _next_page(str(response.url), response.links.get("next", {}).get("url", "")))

    def account_name(self, token: str) -> str:
        """Return whose token this is; raises `TokenRefused` if the Hub does not know it."""
        connection = replace(self._access.require(), token=token, token_variable="")
        connection.check()
        with self._asking(connection):
            account = hub_library().HfApi(endpoint=connection.endpoint, token=token).whoami()
            return visible_line(msgspec.convert(account, _Account).name)

    def resolve(self, repo: str, path: str, *, revision: str = "main", stop: StopSignal | None = None) -> RemoteFile:
        """Return what the Hub says about a file now, with a fresh address of its bytes. Raises `Cancelled`."""
        connection = self._access.require()
        url = hub_library().hf_hub_url(repo, path, revision=revision, endpoint=connection.endpoint)
        with self._asking(connection, repo=repo, file=path) as session:
            found = self._head(session, url, connection, stop=stop)
        if not found.is_complete or found.size_bytes is None:
            raise AnswerNotUnderstood(connection.host, details=f"{path}: commit, etag or size is missing")
        if found.size_bytes > LARGEST_FILE_BYTES:
            raise AnswerNotUnderstood(connection.host, details=f"{path}: {found.size_bytes} bytes")
        return RemoteFile(repo, path, found.commit, found.size_bytes, found.etag, found.location)

    def _head(
        self, session: httpx2.Client, url: str, connection: HubConnection, *, stop: StopSignal | None
    ) -> FileHead:
        """Follow the Hub's redirects to what it says about a file, but not on to the bytes.

        A mirror may know nothing itself and send us to the Hub behind it: there we go without the token, which was
        given for the mirror.
        """
        told: FileHead | None = None
        for _ in range(_MOST_REDIRECTS):
            headers = _headers(connection.token if connection.is_hub(url) else "") | {"Accept-Encoding": "identity"}
            with session.stream("HEAD", url, headers=headers, extensions={"stop": stop}) as response:
                hub_library().utils.hf_raise_for_status(response)
            is_redirect = response.has_redirect_location
            target = joined(url, response.headers["location"]) if is_redirect else url
            here = FileHead.of(response.headers, location=target, is_redirect=is_redirect)
            told = here if here.is_complete or told is None else told
            if not is_redirect or (here.is_complete and not connection.is_hub(target)):
                return told
            if url.startswith("https:") and not target.startswith("https:"):
                raise AnswerNotUnderstood(connection.host, details=f"an unprotected address at {origin(target)}")
            url = target
        raise AnswerNotUnderstood(connection.host, details=f"more than {_MOST_REDIRECTS} redirects")

    @contextlib.contextmanager
    def _asking(self, connection: HubConnection, *, repo: str = "", file: str = "") -> Iterator[httpx2.Client]:
        """Yield the session; what goes wrong with it, in the library or ours, is translated."""
        import httpx2

        refused = hub_library().errors.HfHubHTTPError
        try:
            yield self._session(connection)
        except refused as error:
            raise hub_problem(
                error.response.status_code, error.response.headers, connection, repo=repo, file=file
            ) from error
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise transport_problem(error, connection.host, timeout_s=self._timeout_s) from error
        except _NO_SENSE as error:
            raise AnswerNotUnderstood(connection.host, details=str(error)[:500]) from error

    def _session(self, connection: HubConnection) -> httpx2.Client:
        from app.network.http_client import HttpClient, proxy_for

        library = hub_library()
        with self._lock:
            try:
                way = (connection.endpoint, proxy_for(connection.endpoint, connection.proxy))
                if self._way != way:
                    library.set_client_factory(lambda: HttpClient(way[0], proxy=way[1], timeout_s=self._timeout_s))
                    self._way = way
                session: httpx2.Client = library.get_session()
            except (OSError, ValueError) as error:  # nothing connects yet: it is what was set
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


def _headers(token: str) -> dict[str, str]:
    headers: dict[str, str] = hub_library().utils.build_hf_headers(token=token or False, library_name="aside")
    return headers


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
