"""Reads a small file of a repository whole, such as its card."""

from __future__ import annotations

from app.cancellation import StopSignal
from app.hub.connection.clients import HubClients
from app.hub.connection.failures import hub_problem, storage_problem


def read_small_file(
    clients: HubClients, repo: str, path: str, *, revision: str, at_most_bytes: int, stop: StopSignal | None = None
) -> bytes:
    """Return the file's beginning, at most so many bytes; raises `HubProblem` and `Cancelled`."""
    remote = clients.hub.resolve(repo, path, revision=revision)
    headers = {"Range": f"bytes=0-{max(0, min(at_most_bytes, remote.size_bytes) - 1)}"}
    if not remote.size_bytes:
        return b""
    with clients.bytes.open(remote.location, headers=headers, stop=stop or StopSignal()) as stream:
        if stream.status not in (200, 206):
            if clients.bytes.is_hub(remote.location):
                connection = clients.access.connection
                raise hub_problem(stream.status, stream.headers, connection, repo=repo, file=path)
            raise storage_problem(stream.status, stream.headers, stream.host, file=path)
        body = bytearray()
        while len(body) < at_most_bytes and (data := stream.read(at_most_bytes - len(body))):
            body += data
    return bytes(body)
