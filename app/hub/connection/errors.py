"""What can go wrong between this computer and the Hub. The tree is drawn in `app.hub.library.errors`.

Each problem knows whether it may pass by itself (`is_passing`): those are tried again, the others never.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from app.errors import UserError
from app.text import format_bytes, format_duration, translatable


class HubProblem(UserError):
    """Something between here and the Hub. `retry_after_s` is the wait that the server asked for, if it did."""

    is_passing: ClassVar[bool] = False

    def __init__(
        self,
        message: str,
        advice: str,
        *,
        values: Mapping[str, object] | None = None,
        details: str = "",
        retry_after_s: float | None = None,
    ) -> None:
        super().__init__(message, advice, values=values, details=details)
        self.retry_after_s = retry_after_s


class PassingProblem(HubProblem):
    """A problem that may be over in a while."""

    is_passing = True


class OfflineSwitchIsOn(HubProblem):
    """The person has switched every connection off."""

    def __init__(self) -> None:
        super().__init__(
            translatable("Aside is set to stay offline."),
            translatable("Switch “Stay offline” off in the settings to search and download."),
        )


class EndpointIsUnusable(HubProblem):
    """The address of the Hub, or of its mirror, is none; it stands in `variable`, or else in the settings."""

    def __init__(self, endpoint: str, *, variable: str = "") -> None:
        super().__init__(
            translatable("“{endpoint}” is no address of a Hub."),
            translatable("Correct the variable {variable}, or remove it; the address begins with https://.")
            if variable
            else translatable("Correct the mirror in the settings; the address begins with https://."),
            values={"endpoint": endpoint, "variable": variable},
        )


class TokenIsUnusable(HubProblem):
    """The access token, in `variable` or else entered, holds what cannot be sent: it was copied wrongly."""

    def __init__(self, host: str, *, variable: str = "") -> None:
        super().__init__(
            translatable("The access token for {host} holds characters that no token has."),
            translatable("Copy it again from the Hub into the variable {variable}; it begins with hf_.")
            if variable
            else translatable("Copy it again from the Hub and enter it anew; it begins with hf_."),
            values={"host": host, "variable": variable},
        )


class CertificatesUnreadable(HubProblem):
    """The file of trusted certificates that this computer names cannot be used."""

    def __init__(self, *, details: str = "") -> None:
        super().__init__(
            translatable("The certificates that this computer trusts cannot be read."),
            translatable("Correct the variables SSL_CERT_FILE and SSL_CERT_DIR, or remove them."),
            details=details,
        )


class NoNetwork(PassingProblem):
    """No connection could be made."""

    def __init__(self, host: str, *, details: str = "") -> None:
        super().__init__(
            translatable("{host} cannot be reached."),
            translatable("Check the internet connection, and the proxy if you use one."),
            values={"host": host},
            details=details,
        )


class HostNotFound(PassingProblem):
    """The name of the server could not be looked up."""

    def __init__(self, host: str, *, details: str = "") -> None:
        super().__init__(
            translatable("The address of {host} could not be found."),
            translatable("Check the internet connection and the name of the mirror, if you set one."),
            values={"host": host},
            details=details,
        )


class CertificateNotTrusted(HubProblem):
    """Whoever answered could not prove to be the server."""

    def __init__(self, host: str, *, details: str = "") -> None:
        super().__init__(
            translatable("The certificate of {host} is not trusted, so nothing was sent or read."),
            translatable(
                "Check this computer's date and time. In a company network, its certificate must be installed."
            ),
            values={"host": host},
            details=details,
        )


class ProxyRefused(HubProblem):
    """The proxy answered, but does not let the connection through."""

    def __init__(self, proxy: str, *, details: str = "") -> None:
        super().__init__(
            translatable("The proxy {proxy} did not let the connection through."),
            translatable(
                "Check the proxy in the settings; it must begin with http:// and may need a name and password."
            ),
            values={"proxy": proxy},
            details=details,
        )


class ProxyIsUnusable(HubProblem):
    """The proxy that is set, in the settings or else by the system, is no address or of an unknown kind."""

    def __init__(self, *, is_of_settings: bool, details: str = "") -> None:
        super().__init__(
            translatable("The proxy that is set is of a kind that Aside cannot use."),
            translatable("Correct it in the settings; it must begin with http://.")
            if is_of_settings
            else translatable("Correct the variables HTTPS_PROXY and ALL_PROXY; they must begin with http://."),
            details=details,
        )


class ConnectionBroke(PassingProblem):
    """The connection ended before everything had arrived."""

    def __init__(self, host: str, *, details: str = "") -> None:
        super().__init__(
            translatable("The connection to {host} broke off."),
            translatable("Try again; what has arrived is kept."),
            values={"host": host},
            details=details,
        )


class ServerStalled(PassingProblem):
    """The connection stands, but nothing arrives."""

    def __init__(self, host: str, *, timeout_s: float) -> None:
        super().__init__(
            translatable("Nothing has come from {host} for {timeout}."),
            translatable("Try again; what has arrived is kept."),
            values={"host": host, "timeout": format_duration(timeout_s)},
        )


class TokenRefused(HubProblem):
    """401: the access token is missing, wrong or has expired."""

    def __init__(self, repo: str, *, page: str) -> None:
        super().__init__(
            translatable("The Hub asks who you are before it shows {repo}."),
            translatable("Check the name; for a private model, enter an access token from {page}."),
            values={"repo": repo, "page": page},
        )


class ModelIsGated(HubProblem):
    """The maker of the model wants to be asked first. `page` is where access is granted."""

    def __init__(self, repo: str, *, page: str, has_token: bool) -> None:
        if has_token:
            advice = translatable("Ask for access on {page} with the account that your access token belongs to.")
        else:
            advice = translatable("Ask for access on {page}, then enter your access token (HF_TOKEN).")
        super().__init__(
            translatable("{repo} is gated: its maker decides who may download it."),
            advice,
            values={"repo": repo, "page": page},
        )
        self.page = page
        self.has_token = has_token


class AccessForbidden(HubProblem):
    """403 for another reason."""

    def __init__(self, what: str, *, details: str = "") -> None:
        super().__init__(
            translatable("The server does not allow access to {what}."),
            translatable("Check whether your network blocks it, and whether your access token has the right to read."),
            values={"what": what},
            details=details,
        )


class AddressExpired(PassingProblem):
    """The storage server no longer accepts the signed address; a fresh one is asked for."""

    def __init__(self, host: str, *, details: str = "") -> None:
        super().__init__(
            translatable("{host} does not accept the download's address any more."),
            translatable("Try again; what has arrived is kept."),
            values={"host": host},
            details=details,
        )


class RepositoryNotFound(HubProblem):
    """404: there is no such repository, or it is private."""

    def __init__(self, repo: str) -> None:
        super().__init__(
            translatable("There is no model {repo} on the Hub."),
            translatable("Check the spelling, or search: aside models search. A private model needs an access token."),
            values={"repo": repo},
        )


class FileNotOnHub(HubProblem):
    """404: the repository is there, the file or the revision is not."""

    def __init__(self, repo: str, file: str) -> None:
        super().__init__(
            translatable("{repo} has no file {file}."),
            translatable("See its files with: aside models files {repo}"),
            values={"repo": repo, "file": file},
        )


class RangeRefused(HubProblem):
    """416: the server says that the file does not reach that far."""

    def __init__(self, file: str) -> None:
        super().__init__(
            translatable("The server does not have the part of {file} that was asked for."),
            translatable("The file on the server is not the one it announces. Try again later or choose another file."),
            values={"file": file},
        )


class TooManyRequests(PassingProblem):
    """429: the server wants us to wait."""

    def __init__(self, host: str, *, retry_after_s: float) -> None:
        super().__init__(
            translatable("{host} received too many requests from this network and asks to wait {wait}."),
            translatable("Wait, then try again. With an access token more requests are allowed."),
            values={"host": host, "wait": format_duration(retry_after_s)},
            retry_after_s=retry_after_s,
        )


class ServerFailed(PassingProblem):
    """5xx or another answer that means the server is in trouble."""

    def __init__(self, host: str, *, status: int, retry_after_s: float | None = None) -> None:
        super().__init__(
            translatable("{host} has a problem of its own (status {status})."),
            translatable("Wait a while, then try again; what has arrived is kept."),
            values={"host": host, "status": status},
            retry_after_s=retry_after_s,
        )


class AnswerNotUnderstood(HubProblem):
    """The server answered something that the Hub would not."""

    def __init__(self, host: str, *, details: str = "") -> None:
        super().__init__(
            translatable("{host} answered something that makes no sense."),
            translatable("Check the mirror in the settings, and whether this network wants you to log in first."),
            values={"host": host},
            details=details,
        )


class TransferWasAltered(PassingProblem):
    """The body came compressed, at the wrong place or with the wrong length: not the bytes asked for."""

    def __init__(self, host: str, *, details: str = "") -> None:
        super().__init__(
            translatable("{host}, or something on the way, does not send the bytes that were asked for."),
            translatable("Try again; if it stays, try without the proxy or mirror."),
            values={"host": host},
            details=details,
        )


class FileChangedOnHub(PassingProblem):
    """The file became another one while it was being downloaded; the download starts over."""

    def __init__(self, file: str, *, details: str = "") -> None:
        super().__init__(
            translatable("{file} changed on the Hub during the download."),
            translatable("Start the download again to get the new file."),
            values={"file": file},
            details=details,
        )


class HashIsWrong(HubProblem):
    """Everything arrived twice, and both times it was not the published file."""

    def __init__(self, file: str, *, expected: str, received: str) -> None:
        super().__init__(
            translatable("What arrived as {file} is not the file that was published, so it was deleted."),
            translatable("Try another network or without a mirror; if it stays, tell the model's maker."),
            values={"file": file},
            details=f"expected {expected}, received {received}",
        )


class FileNameIsUnsafe(HubProblem):
    """The server names a file that would lie outside the models folder, or that no system could hold."""

    def __init__(self, file: str) -> None:
        super().__init__(
            translatable("The file name {file} is not safe to write."),
            translatable("Do not use this repository; report it to the Hub."),
            values={"file": ascii(file[:200])},
        )


class DownloadRunsElsewhere(HubProblem):
    """Another process is downloading the same file."""

    def __init__(self, file: str, *, pid: int | None) -> None:
        super().__init__(
            translatable("{file} is already being downloaded by another Aside (process {pid})."),
            translatable("Wait for it, or stop it there."),
            values={"file": file, "pid": pid if pid is not None else "?"},
        )


class NoSuchQuantization(HubProblem):
    """The repository has no file of this quantization, or none that can be chatted with."""

    def __init__(self, repo: str, wanted: str, *, available: tuple[str, ...]) -> None:
        advice = (
            translatable("It has: {available}.")
            if available
            else translatable("It has no GGUF model files. Look for a repository whose name ends in GGUF.")
        )
        super().__init__(
            translatable("{repo} has no “{wanted}”.") if wanted else translatable("{repo} has no model to download."),
            advice,
            values={"repo": repo, "wanted": wanted, "available": ", ".join(available)},
        )


class SeveralFilesMatch(HubProblem):
    """More than one file of the repository has this quantization."""

    def __init__(self, repo: str, wanted: str, *, files: tuple[str, ...]) -> None:
        super().__init__(
            translatable("Several files of {repo} are “{wanted}”."),
            translatable("Name one of them: {files}."),
            values={"repo": repo, "wanted": wanted, "files": ", ".join(files)},
        )


class HeaderTooLong(HubProblem):
    """The header of a model file is longer than any real one."""

    def __init__(self, file: str, *, read_bytes: int) -> None:
        super().__init__(
            translatable("The description at the start of {file} does not end within {read}."),
            translatable("Choose another file; this one is probably damaged."),
            values={"file": file, "read": format_bytes(read_bytes)},
        )
