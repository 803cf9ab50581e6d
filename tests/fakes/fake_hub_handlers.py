"""The two servers' answers: the Hub's interface, and the storage where the bytes are (reference: hub.md A3)."""

from __future__ import annotations

import gzip
import json
import re
import socket
import struct
import urllib.parse
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any

from tests.fakes.fake_hub_faults import Fault, SeenRequest
from tests.fakes.fake_hub_files import BytesFile, DiskFile, FakeFile, FakeRepository

if TYPE_CHECKING:
    from tests.fakes.fake_hub import FakeHub

_GATED_MESSAGE = "Access to model is restricted and you are not in the authorized list."


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    hub: FakeHub
    port_name = ""

    def log_message(self, *_: object) -> None:
        """Be quiet."""

    def _note(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.hub.faults.note(SeenRequest(self.port_name, self.command, self.path, headers))

    def _answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", headers.get("Content_Length", str(len(body))))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _json(self, value: Any, **headers: str) -> None:
        self._answer(200, json.dumps(value).encode(), Content_Type="application/json", **headers)

    def _wait_headers(self) -> dict[str, Any]:
        return {"RateLimit": f'"api";r=0;t={self.hub.faults.wait_s}'}

    def _drop(self, *, reset: bool = False) -> None:
        if reset:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()


class HubHandler(_Handler):
    """`/api/...` and `/OWNER/NAME/resolve/...`."""

    port_name = "hub"

    def do_HEAD(self) -> None:
        self._note()
        self._route()

    def do_GET(self) -> None:
        self._note()
        self._route()

    def _route(self) -> None:
        parts = urllib.parse.urlsplit(self.path)
        path, query = urllib.parse.unquote(parts.path), urllib.parse.parse_qs(parts.query)
        if self.hub.raw_answer is not None and path.startswith("/api/"):
            self._answer(200, self.hub.raw_answer, Content_Type="application/json")
        elif path == "/api/models":
            self._search(query)
        elif path == "/api/whoami-v2":
            name = self.hub.tokens.get(self._token())
            if name is None:
                self._answer(401, X_Error_Message="Invalid credentials in Authorization header")
            else:
                self._json({"type": "user", "name": name, "auth": {}})
        elif match := re.fullmatch(r"/api/models/([^/]+/[^/]+)(/revision/[^/]+|/tree/[^/]+.*|/auth-check)?", path):
            self._model(match[1], match[2] or "", query)
        elif match := re.fullmatch(r"/([^/]+/[^/]+)/resolve/([^/]+)/(.+)", path):
            self._resolve(match[1], match[2], match[3])
        else:
            self._answer(404)

    def _token(self) -> str:
        return self.headers.get("Authorization", "").removeprefix("Bearer ")

    def _visible(self, name: str) -> FakeRepository | None:
        repository = self.hub.repositories.get(name)
        if repository is None or (repository.is_private and self._token() not in self.hub.tokens):
            self._answer(404 if self._token() else 401, X_Error_Code="RepoNotFound", X_Error_Message="not found")
            return None
        return repository

    def _search(self, query: dict[str, list[str]]) -> None:
        if self.hub.faults.next(of_hub=True) is Fault.HUB_429:
            self._answer(429, **self._wait_headers())
            return
        text = query.get("search", [""])[0].lower()
        found = [r for r in self.hub.repositories.values() if text in r.name.lower() and not r.is_private]
        for wanted in query.get("filter", []):
            found = [r for r in found if wanted in r.tags]
        if author := query.get("author", [""])[0]:
            found = [r for r in found if r.name.split("/")[0] == author]
        key = {"likes": "likes", "lastModified": "last_modified", "trendingScore": "trending"}.get(
            query.get("sort", ["downloads"])[0], "downloads"
        )
        found.sort(key=lambda r: getattr(r, key), reverse=True)
        start, limit = int(query.get("cursor", ["0"])[0]), int(query.get("limit", ["1000"])[0])
        headers: dict[str, Any] = {}
        if start + limit < len(found):
            following = urllib.parse.urlencode({**query, "cursor": [str(start + limit)]}, doseq=True)
            headers["Link"] = f'<{self.hub.endpoint}/api/models?{following}>; rel="next"'
        keys = {"id", *query.get("expand", [])}
        rows = [
            {key: value for key, value in r.described(with_blobs=False).items() if key in keys or "expand" not in query}
            for r in found[start : start + limit]
        ]
        self._json(rows, **headers)

    def _model(self, name: str, rest: str, query: dict[str, list[str]]) -> None:
        if self.hub.faults.next(of_hub=True) is Fault.HUB_429:
            self._answer(429, **self._wait_headers())
            return
        repository = self._visible(name)
        if repository is None:
            return
        if rest == "/auth-check":
            if repository.gated and self._token() not in self.hub.allowed:
                self._gated()
            else:
                self._json({})
        elif rest.startswith("/tree/"):
            self._json([repository.entry(path) for path in repository.files])
        else:
            described = repository.described(with_blobs=query.get("blobs") == ["true"])
            if "expand" in query:
                described = {k: v for k, v in described.items() if k == "id" or k in query["expand"]}
            self._json(described)

    def _gated(self) -> None:
        status = 403 if self._token() else 401
        self._answer(status, X_Error_Code="GatedRepo", X_Error_Message=_GATED_MESSAGE)

    def _resolve(self, name: str, revision: str, path: str) -> None:
        fault = self.hub.faults.next(of_hub=True)
        if fault is not None and self._failed(fault, name, path):
            return
        repository = self._visible(name)
        if repository is None:
            return
        if repository.gated and self._token() not in self.hub.allowed:
            self._gated()
            return
        if revision not in ("main", repository.commit):
            self._answer(404, X_Error_Code="RevisionNotFound", X_Error_Message="Invalid rev id")
            return
        file = repository.files.get(path)
        if file is None:
            self._answer(404, X_Error_Code="EntryNotFound", X_Repo_Commit=repository.commit)
            return
        if path in repository.small:
            body = file.read(0, file.size)
            headers: dict[str, Any] = {"X_Repo_Commit": repository.commit, "ETag": f'"{repository.etag(path)}"'}
            self._answer(200, body, **headers)
            return
        headers = {
            "X_Repo_Commit": repository.commit,
            "X_Linked_Size": "-5" if fault is Fault.HUB_HOSTILE_SIZE else str(file.size),
            "Accept_Ranges": "bytes",
            "Location": f"{self.hub.storage_endpoint}/cdn/{name}/{path}?signature={self.hub.signature()}",
        }
        if fault is not Fault.HUB_NO_ETAG:
            headers["X_Linked_Etag"] = f'"{repository.etag(path)}"'
        self._answer(302, **headers)

    def _failed(self, fault: Fault, name: str, path: str) -> bool:
        match fault:
            case Fault.HUB_401:
                self._answer(401, X_Error_Message="Invalid credentials in Authorization header")
            case Fault.HUB_GATED:
                self._gated()
            case Fault.HUB_403:
                self._answer(403, X_Error_Message="Forbidden")
            case Fault.HUB_404:
                self._answer(404, X_Error_Code="EntryNotFound")
            case Fault.HUB_REPO_404:
                self._answer(404, X_Error_Code="RepoNotFound")
            case Fault.HUB_429:
                self._answer(429, **self._wait_headers())
            case Fault.HUB_408 | Fault.HUB_500 | Fault.HUB_503:
                self._answer(int(fault.value))
            case Fault.HUB_DROP:
                self._drop()
            case Fault.CHANGED:
                file = self.hub.repositories[name].files[path]
                old = file.read(0, file.size)
                self.hub.repositories[name].files[path] = BytesFile(old[:-9] + bytes(255 - b for b in old[-9:]))
                return False
            case _:
                return False
        return True


class StorageHandler(_Handler):
    """`/cdn/OWNER/NAME/PATH`: bytes."""

    port_name = "storage"

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        self._note()
        parts = urllib.parse.urlsplit(self.path)
        name = re.fullmatch(r"/cdn/([^/]+/[^/]+)/(.+)", urllib.parse.unquote(parts.path))
        if name is None or name[1] not in self.hub.repositories:
            self._answer(404)
            return
        if parts.query.removeprefix("signature=") in self.hub.expired:
            self._answer(403)
            return
        if not self.hub.begin_sending():
            self._answer(self.hub.busy_status, **(self._wait_headers() if self.hub.busy_status == 429 else {}))
            return
        try:
            self._serve(self.hub.repositories[name[1]].files[name[2]])
        finally:
            self.hub.end_sending()

    def _serve(self, file: FakeFile) -> None:
        fault = self.hub.faults.next(of_hub=False)
        requested = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        start = int(requested[1]) if requested else 0
        end = min(file.size, int(requested[2]) + 1) if requested and requested[2] else file.size
        if fault is Fault.EXPIRED:
            self._answer(403)
        elif fault is Fault.STORAGE_416 or start >= file.size > 0:
            self._answer(416, Content_Range=f"bytes */{file.size}")
        elif fault is Fault.STORAGE_404:
            self._answer(404)
        elif fault is Fault.STORAGE_429:
            self._answer(429, **self._wait_headers())
        elif fault is Fault.STORAGE_503:
            self._answer(503)
        elif fault is Fault.COMPRESSED:
            body = gzip.compress(file.read(start, min(end - start, 300_000)), 1)
            self._answer(206, body, Content_Encoding="gzip", Content_Range=f"bytes {start}-{end - 1}/{file.size}")
        else:
            self._send(file, start, end, fault, is_partial=requested is not None)

    def _send(self, file: FakeFile, start: int, end: int, fault: Fault | None, *, is_partial: bool) -> None:
        if fault is Fault.IGNORED_RANGE:
            is_partial, start, end = False, 0, file.size
        if fault is Fault.WRONG_RANGE:
            start = max(0, start - 7) if start else min(7, end - 1)
        if fault is Fault.TRUNCATED:
            end = start + max(1, (end - start) // 2)
        length = end - start
        self.send_response(206 if is_partial else 200)
        if is_partial and fault is not Fault.MISSING_RANGE:
            total = file.size + 5 if fault is Fault.TOTAL_WRONG else file.size
            self.send_header("Content-Range", f"bytes {start}-{end - 1}/{total}")
        announced = {Fault.LENGTH_TOO_LONG: length + 1000, Fault.LENGTH_TOO_SHORT: max(0, length - 1000)}
        self.send_header("Content-Length", str(announced.get(fault, length) if fault else length))
        self.send_header("Accept-Ranges", "bytes")
        self.end_headers()
        if self.command != "HEAD":
            self._body(file, start, end, fault)

    def _body(self, file: FakeFile, start: int, end: int, fault: Fault | None) -> None:
        if fault is None and isinstance(file, DiskFile) and not self.hub.pause_s:
            with file.path.open("rb") as opened:
                self.connection.sendfile(opened, start, end - start)
            return
        breaks_at = start + self.hub.faults.after_bytes
        breaks = fault in (Fault.DROP, Fault.RESET, Fault.STALL, Fault.LENGTH_TOO_LONG)
        at_most = 16_384 if fault is Fault.SLOW else 2**18
        for chunk in file.chunks(start, min(end, breaks_at) if breaks else end, at_most=at_most):
            sent = chunk
            if fault is Fault.WRONG_BYTES:
                sent, fault = bytes([chunk[0] ^ 0xFF]) + chunk[1:], None
            try:
                self.wfile.write(sent)
            except OSError:
                self.close_connection = True
                return
            if fault is Fault.SLOW or self.hub.pause_s:
                self.hub.faults.released.wait(self.hub.pause_s or 0.002)
        if fault is Fault.STALL:
            self.hub.faults.released.wait(30)
        if breaks:
            self._drop(reset=fault is Fault.RESET)
