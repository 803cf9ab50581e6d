"""What the Hub offers: searching it, and looking at one repository before anything is downloaded."""

from __future__ import annotations

import html
import re
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

import msgspec

from app.cancellation import StopSignal
from app.gguf import GgufHeader, MoreBytesNeeded, parse_header
from app.hub.catalogue.answer_cache import AnswerCache
from app.hub.catalogue.answers import ModelAnswer, understood
from app.hub.catalogue.model_page import ModelPage
from app.hub.catalogue.search import HubModel, SearchPage, SearchQuery
from app.hub.connection.clients import HubClients
from app.hub.connection.errors import AnswerNotUnderstood, HeaderTooLong, HubProblem, RepositoryNotFound
from app.hub.connection.range_source import RangeSource
from app.hub.connection.remote_file import HubFile
from app.hub.connection.server_paths import is_repository_name
from app.hub.quantization_row import sorted_files

_SEARCH_FRESH_S = 120.0
_MOST_SEARCHES = 64
_MOST_PAGES_AT_ONCE = 4
"""Pages that one call may ask for when a filter leaves little of each."""
_LARGEST_CARD_BYTES = 1024 * 1024
_SEARCHED = ("gguf", "gated", "downloads", "likes", "lastModified", "tags", "sha", "cardData", "pipeline_tag")


class _Card(msgspec.Struct):
    text: str


class _Files(msgspec.Struct):
    files: tuple[HubFile, ...]


class Catalogue:
    """Searches the Hub and describes its repositories. Every call may connect, blocks, and raises `HubProblem`.

    What does not change is kept: files and cards by commit on disk, searches for two minutes in memory. Any thread may
    call.
    """

    def __init__(self, clients: HubClients, *, cache: AnswerCache, clock: Callable[[], float] = time.monotonic) -> None:
        self._clients = clients
        self._cache = cache
        self._clock = clock
        self._lock = threading.Lock()
        self._searches: OrderedDict[tuple[str, SearchQuery, str], tuple[float, SearchPage]] = OrderedDict()
        self._headers = RemoteHeaderReader(clients)

    def search(self, query: SearchQuery, *, cursor: str = "") -> SearchPage:
        """Return a page of GGUF repositories; `cursor` is that of the page before."""
        endpoint = self._clients.access.require().endpoint
        key = (endpoint, query, cursor)
        known = self._known_search(key)
        if known is not None:
            return known
        models: list[HubModel] = []
        for _ in range(_MOST_PAGES_AT_ONCE):
            found, cursor = self._asked(query, cursor)
            models += [model for model in found if _passes(model, query)]
            if not cursor or len(models) >= query.page_size // 2:
                break
        page = SearchPage(tuple(models), cursor)
        with self._lock:
            self._searches[key] = (self._clock(), page)
            while len(self._searches) > _MOST_SEARCHES:
                self._searches.popitem(last=False)
        return page

    def model(self, repo: str) -> HubModel:
        """Return the facts about one repository now."""
        if not is_repository_name(repo):
            raise RepositoryNotFound(repo)
        parameters = [("expand", name) for name in _SEARCHED]
        answer = self._clients.hub.get(f"/api/models/{repo}", parameters, ModelAnswer, repo=repo)
        model = answer.value.model()
        if model is None or not model.commit:
            raise AnswerNotUnderstood(self._clients.access.connection.host, details="a model without name or commit")
        return model

    def page(self, repo: str, *, with_card: bool = True) -> ModelPage:
        """Return everything about one repository; one request if it was seen before at the same commit, else three."""
        model = self.model(repo)
        files = self._files(model)
        found = sorted_files(files, parameters=model.parameters)
        has_card = any(file.path == "README.md" for file in files)
        return ModelPage(
            model=model,
            address=self._clients.access.connection.page(model.repo),
            description=self._description(model) if with_card and has_card else "",
            quantizations=found.rows,
            companions=found.companions,
            incomplete=found.incomplete,
        )

    def header(self, model: HubModel, file: HubFile, *, stop: StopSignal | None = None) -> GgufHeader:
        """Return the header of a file, read over the network; kept in memory. Raises also `app.gguf` errors."""
        return self._headers.read(model.repo, file, revision=model.commit, stop=stop or StopSignal())

    def header_bytes(self, model: HubModel, file: HubFile, *, stop: StopSignal | None = None) -> bytes:
        """Return the header as it stands in the file, for the dry run. Raises as `header`."""
        return self._headers.read_bytes(model.repo, file, revision=model.commit, stop=stop or StopSignal())

    def _asked(self, query: SearchQuery, cursor: str) -> tuple[list[HubModel], str]:
        if cursor:
            answer = self._clients.hub.get_url(cursor, list[msgspec.Raw])
        else:
            parameters = [("filter", "gguf"), ("sort", query.sort.value), ("limit", str(query.page_size))]
            parameters += [("search", query.text.strip())] if query.text.strip() else []
            parameters += [("author", query.owner)] if query.owner else []
            parameters += [("filter", f"license:{query.licence}")] if query.licence else []
            parameters += [("expand", name) for name in _SEARCHED]
            answer = self._clients.hub.get("/api/models", parameters, list[msgspec.Raw])
        models = [row.model() for row in understood(answer.value) if row.may_chat()]
        return [model for model in models if model is not None], answer.next_url

    def _known_search(self, key: tuple[str, SearchQuery, str]) -> SearchPage | None:
        with self._lock:
            found = self._searches.get(key)
            return found[1] if found is not None and self._clock() - found[0] < _SEARCH_FRESH_S else None

    def _files(self, model: HubModel) -> tuple[HubFile, ...]:
        key = f"files {self._clients.access.connection.endpoint} {model.repo} {model.commit}"
        kept = self._cache.get(key, _Files)
        if kept is not None:
            return kept.files
        path = f"/api/models/{model.repo}/revision/{model.commit}"
        answer = self._clients.hub.get(path, [("blobs", "true")], ModelAnswer, repo=model.repo)
        files = answer.value.files()
        self._cache.put(key, _Files(files))
        return files

    def _description(self, model: HubModel) -> str:
        key = f"card {self._clients.access.connection.endpoint} {model.repo} {model.commit}"
        kept = self._cache.get(key, _Card)
        if kept is not None:
            return kept.text
        try:
            remote = self._clients.hub.resolve(model.repo, "README.md", revision=model.commit)
            content = RangeSource(self._clients, remote).read(0, min(remote.size_bytes, _LARGEST_CARD_BYTES))
        except HubProblem:
            return ""  # a page without its card is still a page
        text = first_words(content.decode("utf-8", errors="replace"))
        self._cache.put(key, _Card(text))
        return text


def _passes(model: HubModel, query: SearchQuery) -> bool:
    return (
        (query.size is None or query.size.holds(model.parameters))
        and (not query.licence or model.licence.lower() == query.licence.lower())
        and (not query.thinks_only or model.thinks is True)
    )


# The first sentences of a model card, as plain text: what a person wants to know, without the badges.

_LONGEST_CARD = 200_000
_ENOUGH = 600
_FRONT_MATTER = re.compile(r"\A\s*---\s*\n.*?\n---\s*\n", re.DOTALL)
_DROPPED_BLOCKS = re.compile(r"```.*?(?:```|\Z)|<!--.*?(?:-->|\Z)|<(style|script)\b.*?(?:</\1>|\Z)", re.DOTALL | re.I)
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^)\n]{0,500}\)")
_LINK = re.compile(r"\[([^\[\]\n]{0,500})\]\([^)\n]{0,500}\)")
_TAG = re.compile(r"<[^<>\n]{0,2000}>")
_NOT_PROSE = re.compile(r"\s*(?:#|\||[-*+]\s|\d+\.\s|>|={3,}|-{3,}|:?-+:?\|)")
_EMPHASIS = re.compile(r"(\*\*|__|\*|`)")


def first_words(card: str) -> str:
    """Return the card's first paragraphs of prose, at most some 600 characters; empty if there are none."""
    text = _FRONT_MATTER.sub("", card[:_LONGEST_CARD], count=1)
    text = _DROPPED_BLOCKS.sub("\n\n", text)
    words: list[str] = []
    length = 0
    for paragraph in re.split(r"\n\s*\n", text):
        prose = _prose(paragraph)
        if len(prose.split()) < 6:
            continue
        words.append(prose)
        length += len(prose)
        if length >= _ENOUGH // 2:
            break
    joined = "\n\n".join(words)
    if len(joined) <= _ENOUGH:
        return joined
    cut = joined[:_ENOUGH]
    sentence = cut.rfind(". ")
    return cut[: sentence + 1] if sentence > _ENOUGH // 3 else cut.rsplit(" ", 1)[0] + "…"


def _prose(paragraph: str) -> str:
    lines = [line for line in paragraph.splitlines() if not _NOT_PROSE.match(line)]
    text = _IMAGE.sub("", " ".join(lines))
    text = _LINK.sub(r"\1", text)
    text = _EMPHASIS.sub("", _TAG.sub("", text))
    return " ".join(html.unescape(text).split())


# Reads the header of a model file on the Hub, a few MB of it, before anything is downloaded.

_STEP_BYTES = 2 * 2**20
_MOST_BYTES = 64 * 2**20
_MOST_KEPT = 32
_MOST_KEPT_RAW = 2  # they are large


class RemoteHeaderReader:
    """Fetches headers in steps of 2 MB, at most 64 MB, and keeps the latest. Any thread may call."""

    def __init__(self, clients: HubClients) -> None:
        self._clients = clients
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[str, str, str], GgufHeader] = OrderedDict()
        self._raw: OrderedDict[tuple[str, str, str], bytes] = OrderedDict()

    def read(self, repo: str, file: HubFile, *, revision: str, stop: StopSignal) -> GgufHeader:
        """Return the header; of a file that was cut, from its first piece, with the size of the whole in `file`.

        Raises `HubProblem`, `Cancelled` and the errors of `app.gguf`."""
        key = (repo, file.path, revision)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        return self._fetched_and_kept(repo, file, revision, stop)[0]

    def read_bytes(self, repo: str, file: HubFile, *, revision: str, stop: StopSignal) -> bytes:
        """Return the header as it stands in the file. Raises as `read`."""
        with self._lock:
            raw = self._raw.get((repo, file.path, revision))
        return raw if raw is not None else self._fetched_and_kept(repo, file, revision, stop)[1]

    def _fetched_and_kept(self, repo: str, file: HubFile, revision: str, stop: StopSignal) -> tuple[GgufHeader, bytes]:
        header, raw = self._fetched(repo, file, revision, stop)
        key = (repo, file.path, revision)
        with self._lock:
            self._kept[key] = header
            self._raw[key] = raw
            while len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
            while len(self._raw) > _MOST_KEPT_RAW:
                self._raw.popitem(last=False)
        return header, raw

    def _fetched(self, repo: str, file: HubFile, revision: str, stop: StopSignal) -> tuple[GgufHeader, bytes]:
        remote = self._clients.hub.resolve(repo, file.path, revision=revision)
        source = RangeSource(self._clients, remote)
        data = b""
        wanted = _STEP_BYTES
        while True:
            end = min(wanted, remote.size_bytes)
            data += source.read(len(data), end, stop=stop)
            try:
                header = parse_header(data, max(remote.size_bytes, file.size_bytes), name=file.name)
                return header, data[: header.header_bytes]
            except MoreBytesNeeded as more:
                wanted = max(more.at_least, len(data) + _STEP_BYTES)
                if wanted > _MOST_BYTES:
                    raise HeaderTooLong(file.name, read_bytes=len(data)) from None
