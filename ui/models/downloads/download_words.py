"""A download in words: what it is, how far, how fast, how long, what went wrong."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.hub.library.library_model import repository_title
from app.hub.transfer.download_progress import DownloadState, QueuedDownload
from ui.models.parts.hub_notice import hub_notice
from ui.widgets.spoken_numbers import duration_text, size_text


def title_of(download: QueuedDownload) -> str:
    """Return what is downloaded: `Qwen3-4B-Thinking · Q4_K_M`."""
    return f"{repository_title(download.plan.repo)} · {download.plan.quantization}"


def fraction_of(download: QueuedDownload) -> float:
    """Return how far it is, 0…1."""
    if download.state is DownloadState.DONE:
        return 1.0
    return min(1.0, download.received_bytes / download.total_bytes) if download.total_bytes else 0.0


def status_of(download: QueuedDownload) -> str:
    """Return how it stands, in a line."""
    sizes = _sizes(download)
    match download.state:
        case DownloadState.QUEUED:
            return _tr("Waiting for its turn · {sizes}").format(sizes=sizes)
        case DownloadState.RESOLVING:
            return _tr("Asking the Hub · {sizes}").format(sizes=sizes)
        case DownloadState.CHECKING:
            return _tr("Checking what is here · {sizes}").format(sizes=sizes)
        case DownloadState.WAITING:
            wait = duration_text(download.retry_in_s)
            return _tr("Trying again in {wait} · {sizes}").format(wait=wait, sizes=sizes)
        case DownloadState.PAUSED:
            return _tr("Paused · {sizes}").format(sizes=sizes)
        case DownloadState.FAILED:
            return _tr("Stopped · {sizes}").format(sizes=sizes)
        case DownloadState.DONE:
            return _tr("Ready · {size}, verified").format(size=size_text(download.total_bytes))
    parts = [sizes]
    if download.bytes_per_s is not None:
        parts.append(f"{size_text(int(download.bytes_per_s))}/s")
    if download.seconds_left is not None:
        parts.append(_tr("{time} left").format(time=duration_text(max(1.0, download.seconds_left))))
    return " · ".join(parts)


def problem_of(download: QueuedDownload) -> tuple[str, str]:
    """Return what went wrong and what to do; empty if nothing did."""
    if download.problem is None:
        return "", ""
    notice = hub_notice(download.problem)
    return notice.message, notice.advice


def cancel_question(download: QueuedDownload) -> str:
    """Return what is asked before a download is given up."""
    size = size_text(download.received_bytes)
    return _tr("Give it up? The {size} that have arrived are deleted.").format(size=size)


def _sizes(download: QueuedDownload) -> str:
    received, total = size_text(download.received_bytes), size_text(download.total_bytes)
    if received.split()[-1] == total.split()[-1]:
        received = received.split()[0]
    return _tr("{received} of {total}").format(received=received, total=total)


def _tr(text: str) -> str:
    return QCoreApplication.translate("models", text)
