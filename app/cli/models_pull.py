"""`aside models pull`: download a model, verified, and register it. Ctrl+C keeps what has arrived."""

from __future__ import annotations

import time

from app.cancellation import StopSignal
from app.cli.models_hub import say_refusal
from app.cli.output import Output
from app.cli.progress_line import ProgressLine, bar, patiently
from app.cli.streams import write_error_line
from app.hub.catalogue.hub_address import HubAddress
from app.hub.catalogue.model_page import image_part_of_page
from app.hub.library.library_model import LibraryModel
from app.hub.transfer.download_plan import DownloadPlan
from app.hub.transfer.download_progress import DownloadProgress, DownloadState, TransferRate
from app.hub.transfer.model_download import ModelDownload
from app.model_choice.hub_session import HubSession
from app.text import format_bytes, format_duration

_EVENT_S = 0.25


def pull(session: HubSession, address: HubAddress, output: Output, *, with_images: bool = False) -> None:
    """Download what the address names; without a quantization, the one recommended for this computer.

    `with_images` brings the part along that sees images; raises `NoImagePart` if there is none.
    """
    plan = patiently(lambda: session.with_token(lambda: _plan(session, address, with_images=with_images)))
    with ProgressLine() as line:
        shown = _Shown(plan.name, line, output)
        try:
            model = session.with_token(lambda: _download(session, plan, shown))
        except KeyboardInterrupt:
            line.__exit__()
            write_error_line("Stopped. What has arrived is kept: run the command again to go on.")
            raise
    shown.finish(model)


def _plan(session: HubSession, address: HubAddress, *, with_images: bool) -> DownloadPlan:
    page = session.catalogue.page(address.repo, with_card=False)
    if address.wanted or len(page.quantizations) == 1:
        row = page.row(address.wanted) if address.wanted else page.quantizations[0]
        refusal = session.chooser().refusal_of_row(page, row)
        if refusal is not None:
            say_refusal(refusal)  # it may be for another program
    else:
        page, row = session.chooser().recommended(address.repo, session.computer())
    return DownloadPlan.of(page, row, image_part=image_part_of_page(page) if with_images else None)


def _download(session: HubSession, plan: DownloadPlan, shown: _Shown) -> LibraryModel:
    download = ModelDownload(
        session.clients, plan, library=session.library, stop=StopSignal(), on_progress=shown.update
    )
    return download.run()


class _Shown:
    """Turns progress into a bar or into events."""

    def __init__(self, name: str, line: ProgressLine, output: Output) -> None:
        self._name = name
        self._line = line
        self._output = output
        self._rate = TransferRate()
        self._told_at = 0.0
        self._last: tuple[int, int] | None = None

    def update(self, progress: DownloadProgress) -> None:
        """Show where the download is."""
        if progress.state is DownloadState.DOWNLOADING:
            self._rate.note(progress.received_bytes)
        else:
            self._rate.restart()
        now = time.monotonic()
        if self._output.is_json and progress.total_bytes and now - self._told_at >= _EVENT_S:
            self._told_at = now
            self._tell(progress.received_bytes, progress.total_bytes)
        self._line.show(self._text(progress), always=progress.state is DownloadState.WAITING)

    def finish(self, model: LibraryModel) -> None:
        """Say that it is there."""
        if not self._output.is_json:
            self._output.line(f"{model.name} is ready: {model.path}")
            return
        if self._last != (model.size_bytes, model.size_bytes):
            self._tell(model.size_bytes, model.size_bytes)
        more = {"files": [str(path) for path in model.files]} if len(model.files) > 1 else {}
        self._output.event(event="done", path=str(model.path), sha256=model.sha256, **more)

    def _tell(self, received_bytes: int, total_bytes: int) -> None:
        self._last = (received_bytes, total_bytes)
        self._output.event(event="progress", bytes=received_bytes, total_bytes=total_bytes)

    def _text(self, progress: DownloadProgress) -> str:
        received, total = progress.received_bytes, progress.total_bytes
        sizes = f"{format_bytes(received)} / {format_bytes(total)}"
        match progress.state:
            case DownloadState.RESOLVING:
                return f"{self._name}: asking the Hub"
            case DownloadState.CHECKING:
                return f"{self._name}: checking {sizes}"
            case DownloadState.WAITING if progress.problem is not None:
                return f"{progress.problem.message_text()} Trying again in {format_duration(progress.retry_in_s)}."
            case _:
                speed, left = self._rate.bytes_per_s, self._rate.seconds_left(total - received)
                parts = [bar(received, total), sizes]
                if speed is not None and left is not None:
                    parts.append(f"{format_bytes(int(speed))}/s")
                    parts.append(f"{format_duration(left)} left")
                return "  ".join(parts)
