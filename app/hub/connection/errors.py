"""What can go wrong between this computer and the Hub. The tree is drawn in `app.hub.library.errors`.

Each problem knows whether it may pass by itself (`is_passing`): those are tried again, the others never.
"""

from __future__ import annotations

from typing import ClassVar

from app.errors import UserError
from app.text import format_bytes, format_duration, translatable


class HubProblem(UserError):
    """Something between here and the Hub. `retry_after_s` is the wait that the server asked for, if it did."""

    is_passing: ClassVar[bool] = False

    def __init__(
        self,
        message: str = "",
        advice: str = "",
        *,
        details: str = "",
        retry_after_s: float | None = None,
        **values: object,
    ) -> None:
        super().__init__(message, advice, details=details, **values)
        self.retry_after_s = retry_after_s


class HostProblem(HubProblem):
    """A problem with one server, on the way to it or with what it answers."""

    def __init__(self, host: str, *, details: str = "") -> None:
        super().__init__(host=host, details=details)


class OfflineSwitchIsOn(HubProblem):
    """The person has switched every connection off."""

    message = translatable("Aside is set to stay offline.")
    advice = translatable("Switch “Stay offline” off in the settings to search and download.")


class EndpointIsUnusable(HubProblem):
    """The address of the Hub, or of its mirror, is none; it stands in `variable`, or else in the settings."""

    def __init__(self, endpoint: str, *, variable: str = "") -> None:
        super().__init__(
            translatable("“{endpoint}” is no address of a Hub."),
            translatable("Correct the variable {variable}, or remove it; the address begins with https://.")
            if variable
            else translatable("Correct the mirror in the settings; the address begins with https://."),
            endpoint=endpoint,
            variable=variable,
        )


class TokenIsUnusable(HubProblem):
    """The access token, in `variable` or else entered, holds what cannot be sent: it was copied wrongly."""

    def __init__(self, host: str, *, variable: str = "") -> None:
        super().__init__(
            translatable("The access token for {host} holds characters that no token has."),
            translatable("Copy it again from the Hub into the variable {variable}; it begins with hf_.")
            if variable
            else translatable("Copy it again from the Hub and enter it anew; it begins with hf_."),
            host=host,
            variable=variable,
        )


class CertificatesUnreadable(HubProblem):
    """The file of trusted certificates that this computer names cannot be used."""

    message = translatable("The certificates that this computer trusts cannot be read.")
    advice = translatable("Correct the variables SSL_CERT_FILE and SSL_CERT_DIR, or remove them.")


class NoNetwork(HostProblem):
    """No connection could be made."""

    is_passing = True
    message = translatable("{host} cannot be reached.")
    advice = translatable("Check the internet connection, and the proxy if you use one.")


class HostNotFound(HostProblem):
    """The name of the server could not be looked up."""

    is_passing = True
    message = translatable("The address of {host} could not be found.")
    advice = translatable("Check the internet connection and the name of the mirror, if you set one.")


class CertificateNotTrusted(HostProblem):
    """Whoever answered could not prove to be the server."""

    message = translatable("The certificate of {host} is not trusted, so nothing was sent or read.")
    advice = translatable(
        "Check this computer's date and time. In a company network, its certificate must be installed."
    )


class ProxyRefused(HubProblem):
    """The proxy answered, but does not let the connection through."""

    message = translatable("The proxy {proxy} did not let the connection through.")
    advice = translatable(
        "Check the proxy in the settings; it must begin with http:// and may need a name and password."
    )

    def __init__(self, proxy: str, *, details: str = "") -> None:
        super().__init__(proxy=proxy, details=details)


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


class ConnectionBroke(HostProblem):
    """The connection ended before everything had arrived."""

    is_passing = True
    message = translatable("The connection to {host} broke off.")
    advice = translatable("Try again; what has arrived is kept.")


class ServerStalled(HubProblem):
    """The connection stands, but nothing arrives."""

    is_passing = True
    message = translatable("Nothing has come from {host} for {timeout}.")
    advice = translatable("Try again; what has arrived is kept.")

    def __init__(self, host: str, *, timeout_s: float) -> None:
        super().__init__(host=host, timeout=format_duration(timeout_s))


class TokenRefused(HubProblem):
    """401: the access token is missing, wrong or has expired."""

    message = translatable("The Hub asks who you are before it shows {repo}.")
    advice = translatable("Check the name; for a private model, enter an access token from {page}.")

    def __init__(self, repo: str, *, page: str) -> None:
        super().__init__(repo=repo, page=page)


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
            repo=repo,
            page=page,
        )
        self.page = page
        self.has_token = has_token


class AccessForbidden(HubProblem):
    """403 for another reason."""

    message = translatable("The server does not allow access to {what}.")
    advice = translatable("Check whether your network blocks it, and whether your access token has the right to read.")

    def __init__(self, what: str, *, details: str = "") -> None:
        super().__init__(what=what, details=details)


class AddressExpired(HostProblem):
    """The storage server no longer accepts the signed address; a fresh one is asked for."""

    is_passing = True
    message = translatable("{host} does not accept the download's address any more.")
    advice = translatable("Try again; what has arrived is kept.")


class RepositoryNotFound(HubProblem):
    """404: there is no such repository, or it is private."""

    message = translatable("There is no model {repo} on the Hub.")
    advice = translatable("Check the spelling, or search: aside models search. A private model needs an access token.")

    def __init__(self, repo: str) -> None:
        super().__init__(repo=repo)


class FileNotOnHub(HubProblem):
    """404: the repository is there, the file or the revision is not."""

    message = translatable("{repo} has no file {file}.")
    advice = translatable("See its files with: aside models files {repo}")

    def __init__(self, repo: str, file: str) -> None:
        super().__init__(repo=repo, file=file)


class RangeRefused(HubProblem):
    """416: the server says that the file does not reach that far."""

    message = translatable("The server does not have the part of {file} that was asked for.")
    advice = translatable("The file on the server is not the one it announces. Try again later or choose another file.")

    def __init__(self, file: str) -> None:
        super().__init__(file=file)


class TooManyRequests(HubProblem):
    """429: the server wants us to wait."""

    is_passing = True
    message = translatable("{host} received too many requests from this network and asks to wait {wait}.")
    advice = translatable("Wait, then try again. With an access token more requests are allowed.")

    def __init__(self, host: str, *, retry_after_s: float) -> None:
        super().__init__(host=host, wait=format_duration(retry_after_s), retry_after_s=retry_after_s)


class ServerFailed(HubProblem):
    """5xx or another answer that means the server is in trouble."""

    is_passing = True
    message = translatable("{host} has a problem of its own (status {status}).")
    advice = translatable("Wait a while, then try again; what has arrived is kept.")

    def __init__(self, host: str, *, status: int, retry_after_s: float | None = None) -> None:
        super().__init__(host=host, status=status, retry_after_s=retry_after_s)


class AnswerNotUnderstood(HostProblem):
    """The server answered something that the Hub would not."""

    message = translatable("{host} answered something that makes no sense.")
    advice = translatable("Check the mirror in the settings, and whether this network wants you to log in first.")


class TransferWasAltered(HostProblem):
    """The body came compressed, at the wrong place or with the wrong length: not the bytes asked for."""

    is_passing = True
    message = translatable("{host}, or something on the way, does not send the bytes that were asked for.")
    advice = translatable("Try again; if it stays, try without the proxy or mirror.")


class FileChangedOnHub(HubProblem):
    """The file became another one while it was being downloaded; the download starts over."""

    is_passing = True
    message = translatable("{file} changed on the Hub during the download.")
    advice = translatable("Start the download again to get the new file.")

    def __init__(self, file: str, *, details: str = "") -> None:
        super().__init__(file=file, details=details)


class HashIsWrong(HubProblem):
    """Everything arrived twice, and both times it was not the published file."""

    message = translatable("What arrived as {file} is not the file that was published, so it was deleted.")
    advice = translatable("Try another network or without a mirror; if it stays, tell the model's maker.")

    def __init__(self, file: str, *, expected: str, received: str) -> None:
        super().__init__(file=file, details=f"expected {expected}, received {received}")


class FileNameIsUnsafe(HubProblem):
    """The server names a file that would lie outside the models folder, or that no system could hold."""

    message = translatable("The file name {file} is not safe to write.")
    advice = translatable("Do not use this repository; report it to the Hub.")

    def __init__(self, file: str) -> None:
        super().__init__(file=ascii(file[:200]))


class DownloadRunsElsewhere(HubProblem):
    """Another process is downloading the same file."""

    message = translatable("{file} is already being downloaded by another Aside (process {pid}).")
    advice = translatable("Wait for it, or stop it there.")

    def __init__(self, file: str, *, pid: int | None) -> None:
        super().__init__(file=file, pid=pid if pid is not None else "?")


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
            repo=repo,
            wanted=wanted,
            available=", ".join(available),
        )


class SeveralFilesMatch(HubProblem):
    """More than one file of the repository has this quantization."""

    message = translatable("Several files of {repo} are “{wanted}”.")
    advice = translatable("Name one of them: {files}.")

    def __init__(self, repo: str, wanted: str, *, files: tuple[str, ...]) -> None:
        super().__init__(repo=repo, wanted=wanted, files=", ".join(files))


class HeaderTooLong(HubProblem):
    """The header of a model file is longer than any real one."""

    message = translatable("The description at the start of {file} does not end within {read}.")
    advice = translatable("Choose another file; this one is probably damaged.")

    def __init__(self, file: str, *, read_bytes: int) -> None:
        super().__init__(file=file, read=format_bytes(read_bytes))
