"""Fetches an engine pack from an address. Its worth is its signature, which is checked when it is installed."""

from __future__ import annotations

import hashlib
import os
import re
import urllib.parse
from collections.abc import Callable
from pathlib import Path

from app.cancellation import StopSignal
from app.hub.connection.errors import AnswerNotUnderstood, HubProblem
from app.hub.connection.failures import storage_problem
from app.hub.connection.policies import RetryPolicy
from app.hub.connection.ranged_client import ByteStream, RangedClient
from app.hub.transfer.disk import disk_problem
from app.hub.transfer.own_file import open_own
from app.network.addresses import joined, origin
from app.private_files import make_private_folder
from app.settings.errors import AddressIsInvalid

OnBytes = Callable[[int, int], None]
"""Told how many bytes are here, and of how many; 0 if nobody said."""
_MOST_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_LENGTH = re.compile(r"[0-9]{1,18}")
_WHOLE, _PART, _NOTHING_LEFT = 200, 206, 416


def is_address(text: str) -> bool:
    """Whether this names a pack on a server and no file."""
    return text.startswith(("https://", "http://"))


class PackDownload:
    """One pack on its way into `folder`. What arrived is kept, and the next try goes on from there.

    Raises `AddressIsInvalid` for what is no address.
    """

    def __init__(
        self, client: RangedClient, retries: RetryPolicy, folder: Path, address: str, *, stop: StopSignal | None = None
    ) -> None:
        self._client = client
        self._retries = retries
        self._address = address
        if not origin(address)[2]:
            raise AddressIsInvalid("This is not an address.", "Enter an address such as https://example.org.")
        name = Path(urllib.parse.urlsplit(address).path).name or "pack"
        key = hashlib.sha256(address.encode()).hexdigest()[:12]
        self.file = folder / f"{key}-{name[:100]}"
        self._stop = stop or StopSignal()

    def run(self, on_bytes: OnBytes) -> Path:
        """Return the whole file. Raises `HubProblem`, and for a full disk what `disk_problem` says."""
        try:
            make_private_folder(self.file.parent)
            failures = 0
            while True:
                before = self._arrived_bytes()
                try:
                    self._attempt(self._address, on_bytes, redirects=0)
                    return self.file
                except HubProblem as problem:
                    failures = 1 if self._arrived_bytes() > before else failures + 1
                    if not problem.is_passing or failures >= self._retries.attempts:
                        raise
                    self._stop.wait(self._retries.wait_s(failures, asked_s=problem.retry_after_s))
        except OSError as error:
            raise disk_problem(error, self.file, size_bytes=0) from error

    def discard(self) -> None:
        self.file.unlink(missing_ok=True)

    def _arrived_bytes(self) -> int:
        return self.file.stat().st_size if self.file.exists() else 0

    def _attempt(self, address: str, on_bytes: OnBytes, *, redirects: int) -> None:
        here = self._arrived_bytes()
        headers = {"Range": f"bytes={here}-"} if here else {}
        with self._client.open(address, headers=headers, stop=self._stop) as stream:
            if stream.status not in _REDIRECTS:
                self._take(stream, here, on_bytes)
                return
            target = joined(address, stream.headers.get("location", ""))
            if redirects == _MOST_REDIRECTS or not _is_as_safe(target, address):
                raise AnswerNotUnderstood(stream.host, details=f"it leads to {target[:200]}")
        self._attempt(target, on_bytes, redirects=redirects + 1)

    def _take(self, stream: ByteStream, here: int, on_bytes: OnBytes) -> None:
        if stream.status == _NOTHING_LEFT and here:
            if stream.headers.get("content-range", "") == f"bytes */{here}":
                return
            self.discard()  # another file lies there now
            raise AnswerNotUnderstood(stream.host, details=f"{here} bytes are more than it has")
        if stream.status not in (_WHOLE, _PART):
            raise storage_problem(stream.status, stream.headers, stream.host, file=self.file.name)
        goes_on = stream.status == _PART and stream.headers.get("content-range", "").startswith(f"bytes {here}-")
        if stream.status == _PART and not goes_on:
            self.discard()
            raise AnswerNotUnderstood(stream.host, details=stream.headers.get("content-range", "no Content-Range"))
        begin = here if goes_on else 0
        length = stream.headers.get("content-length", "")
        total = begin + int(length) if _LENGTH.fullmatch(length) else 0
        flags = os.O_WRONLY | os.O_CREAT | (os.O_APPEND if goes_on else os.O_TRUNC)
        with os.fdopen(open_own(self.file, flags), "ab" if goes_on else "wb") as file:
            while data := stream.read():
                file.write(data)
                on_bytes(file.tell(), total)


def _is_as_safe(target: str, address: str) -> bool:
    scheme, host, port = origin(target)
    return bool(host and port) and (scheme == "https" or (scheme == "http" and address.startswith("http://")))
