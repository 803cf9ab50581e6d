"""Translates what the network and the servers say into sentences, for every client alike."""

from __future__ import annotations

import re
import socket
from collections.abc import Mapping

from app.hub.connection.access import HubConnection
from app.hub.connection.errors import (
    AccessForbidden,
    AddressExpired,
    AnswerNotUnderstood,
    CertificateNotTrusted,
    CertificatesUnreadable,
    ConnectionBroke,
    FileNotOnHub,
    HostNotFound,
    HubProblem,
    ModelIsGated,
    NoNetwork,
    ProxyIsUnusable,
    ProxyRefused,
    RangeRefused,
    RepositoryNotFound,
    ServerFailed,
    ServerStalled,
    TokenRefused,
    TooManyRequests,
)

_USUAL_WAIT_S = 30.0
_LONGEST_WAIT_S = 900.0
_DISABLED = "Access to this resource is disabled."
_RESET_IN = re.compile(r";\s*t\s*=\s*(\d{1,9})")


def transport_problem(error: BaseException, host: str, *, timeout_s: float) -> HubProblem:
    """Return what an exception of the HTTP client means; the system's may lie under it."""
    import ssl

    import httpx2

    from app.network.http_client import AnswerRefused, causes_of

    details = f"{type(error).__name__}: {error}"
    for cause in causes_of(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return CertificateNotTrusted(host, details=details)
        if isinstance(cause, socket.gaierror):
            return HostNotFound(host, details=details)
    match error:
        case httpx2.ProxyError():
            return ProxyRefused(host, details=details)
        case httpx2.ReadTimeout() | httpx2.WriteTimeout():
            return ServerStalled(host, timeout_s=timeout_s)
        case AnswerRefused() | httpx2.DecodingError() | httpx2.InvalidURL() | httpx2.UnsupportedProtocol():
            return AnswerNotUnderstood(host, details=details)
        case httpx2.LocalProtocolError():
            return AnswerNotUnderstood(host, details=details)
        case httpx2.ReadError() | httpx2.WriteError() | httpx2.CloseError() | httpx2.RemoteProtocolError():
            return ConnectionBroke(host, details=details)
    return NoNetwork(host, details=details)


def client_problem(error: BaseException, *, proxy: str = "") -> HubProblem:
    """Return why no client could be made: by what is said of certificates, and of proxies: `proxy` by the settings."""
    details = f"{type(error).__name__}: {error}"
    if isinstance(error, OSError):  # also `ssl.SSLError`
        return CertificatesUnreadable(details=details)
    return ProxyIsUnusable(is_of_settings=bool(proxy), details=details)


def hub_problem(
    status: int, headers: Mapping[str, str], connection: HubConnection, *, repo: str = "", file: str = ""
) -> HubProblem:
    """Return what an answer of the Hub itself means, whose status is not one of success."""
    host = connection.host
    what = f"{repo}/{file}".rstrip("/") if repo else host
    code, message = headers.get("x-error-code", ""), headers.get("x-error-message", "")
    if code == "GatedRepo":
        return ModelIsGated(repo, page=connection.page(repo), has_token=bool(connection.token))
    if message == _DISABLED:
        return AccessForbidden(what, details=message)
    if code in ("EntryNotFound", "RevisionNotFound") and repo:
        return FileNotOnHub(repo, file or code)
    if code == "RepoNotFound" and repo:
        return RepositoryNotFound(repo)
    passing = _passing_problem(status, headers, host)
    if passing is not None:
        return passing
    if status == 401:
        return TokenRefused(what, page=f"{connection.endpoint}/settings/tokens")
    if status == 403:
        return AccessForbidden(what, details=message)
    if status in (404, 410):
        if repo:
            return FileNotOnHub(repo, file) if file else RepositoryNotFound(repo)
        return AnswerNotUnderstood(host, details=f"status {status}")
    if status == 416:
        return RangeRefused(file or what)
    return AnswerNotUnderstood(host, details=f"status {status} {code} {message[:200]}".strip())


def storage_problem(status: int, headers: Mapping[str, str], host: str, *, file: str) -> HubProblem:
    """Return what an answer of the storage behind the Hub means. A refusal there is an address that has expired."""
    if status == 416:
        return RangeRefused(file)
    passing = _passing_problem(status, headers, host)
    if passing is not None:
        return passing
    if status in (401, 403, 404, 410):
        return AddressExpired(host, details=f"status {status}")
    return AnswerNotUnderstood(host, details=f"status {status}")


def _passing_problem(status: int, headers: Mapping[str, str], host: str) -> HubProblem | None:
    if status == 429:
        wait_s = _asked_wait_s(headers)
        return TooManyRequests(host, retry_after_s=wait_s if wait_s is not None else _USUAL_WAIT_S)
    if status >= 500 or status in (408, 425):
        return ServerFailed(host, status=status, retry_after_s=_asked_wait_s(headers))
    return None


def _asked_wait_s(headers: Mapping[str, str]) -> float | None:
    """Return the wait from `RateLimit: "api";r=0;t=55`, `Retry-After: 55` or `Retry-After: DATE`."""
    from app.network.http_client import wait_asked_for

    match = _RESET_IN.search(headers.get("ratelimit", ""))
    return wait_asked_for(match[1] if match is not None else headers.get("retry-after", ""), at_most_s=_LONGEST_WAIT_S)
