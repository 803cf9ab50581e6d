"""A model's page: what the model is, then what of it fits, then llama.cpp's own word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QUrl
from PySide6.QtGui import QDesktopServices

from app.cancellation import StopSignal
from app.errors import UserError
from app.gguf import GgufHeader
from app.gguf.projectors import projector_beside
from app.hub.catalogue.hub_address import HubAddress
from app.hub.catalogue.model_page import ModelPage, image_part_of
from app.hub.connection.errors import (
    ModelIsGated,
    NoSuchQuantization,
    RepositoryNotFound,
    SeveralFilesMatch,
    TokenRefused,
)
from app.hub.library.library_model import LibraryModel, repository_title
from app.hub.quantization_row import IMAGE_PROJECTOR, QuantizationRow
from app.hub.transfer.download_plan import DownloadPlan
from app.hub.transfer.download_progress import DownloadState, QueuedDownload
from app.model_choice.model_chooser import ChoiceRow, PageChoice
from app.model_choice.model_fit import ModelFit
from app.reasoning import format_for_template
from ui.bridges.background import Task
from ui.bridges.hub import Hub
from ui.models.discover.model_panel import ModelPanel
from ui.models.discover.quantization_card import CardAction, QuantizationEntry
from ui.models.downloads.download_words import problem_of
from ui.models.parts.fit_words import badge_of_fit
from ui.models.parts.hub_notice import hub_notice
from ui.models.parts.model_words import licence_sentence, parameters_words, short_count
from ui.widgets.spoken_numbers import count_text, fixed_text, size_text

T = TypeVar("T")


class ModelPanelPresenter(QObject):
    """Shows one page at a time; answers about an earlier one are dropped.

    `download` and `use` are what the buttons do, `show_downloads` leads to what is under way, and `hide_gone` is told
    of a repository that is not on the Hub any more.
    """

    def __init__(
        self,
        panel: ModelPanel,
        hub: Hub,
        *,
        download: Callable[[DownloadPlan], object],
        use: Callable[[LibraryModel], None],
        show_downloads: Callable[[], None],
        hide_gone: Callable[[str], None],
    ) -> None:
        super().__init__(panel)
        self._panel = panel
        self._hub = hub
        self._service = hub.service
        self._background = hub.background
        self._download = download
        self._use = use
        self._show_running = show_downloads
        self._hide_gone = hide_gone
        self._address: HubAddress | None = None
        self._page: ModelPage | None = None
        self._choice: PageChoice | None = None
        self._row = ""
        self._confirmed: dict[str, ModelFit] = {}
        self._downloads: tuple[QueuedDownload, ...] = ()
        self._tasks: list[Task[Any]] = []
        panel.row_chosen.connect(self._choose_row)
        panel.action_asked.connect(self._act)
        panel.open_button.clicked.connect(self._open_page)
        panel.gated.page_button.clicked.connect(self._open_page)
        panel.eyes.get_button.clicked.connect(self._add_eyes)
        panel.gated.token.token_entered.connect(self._use_token)
        panel.notice.action.clicked.connect(self._try_again)

    @property
    def repo(self) -> str:
        """The repository shown; empty for none."""
        return self._address.repo if self._address is not None else ""

    def show_address(self, address: HubAddress) -> None:
        """Ask the Hub for a page and show it, a quantization or file of it marked. Downloads nothing."""
        self._stop()
        self._address = address
        self._page = None
        self._choice = None
        self._row = ""
        self._confirmed.clear()
        asking = self.tr("Asking {host} …").format(host=self._service.connection.host)
        self._panel.show_nothing(asking, title=repository_title(address.repo))
        self._run(lambda _stop: self._service.page(address.repo), self._show_page)

    def show_downloads(self, downloads: tuple[QueuedDownload, ...]) -> None:
        """Tell how the downloads stand; shown on the buttons."""
        ready = {download.id for download in downloads if download.model is not None}
        became_ready = bool(ready - {download.id for download in self._downloads if download.model is not None})
        self._downloads = downloads
        self._show_rows()
        self._offer_eyes()
        if became_ready and self._page is not None:
            self.refresh()

    def refresh(self) -> None:
        """Find out anew what fits and what is here already."""
        page = self._page
        if page is not None:
            self._run(lambda stop: self._service.choose(page, stop), self._show_choice)

    # --- private ----------------------------------------------------------------------------------------------

    def _run(
        self,
        work: Callable[[StopSignal], T],
        done: Callable[[T], None],
        failed: Callable[[UserError], None] | None = None,
    ) -> None:
        self._tasks.append(self._background.run(work, done, failed or self._failed, owner=self))

    def _stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        self._tasks = []

    def _show_page(self, page: ModelPage) -> None:
        self._page = page
        about = page.description or self.tr("The page does not describe this model.")
        self._panel.show_page(repository_title(page.model.repo), about, facts_of_page(page, None))
        self._panel.gated.setVisible(page.model.is_gated and not self._service.connection.token)
        if page.model.is_gated:
            self._panel.gated.show_need(
                self.tr("The maker of this model decides who may download it. Ask on its page, then enter your token.")
            )
        part = image_part_of(page) if page.quantizations else None
        self._panel.eyes.show_part(part.size_bytes if part is not None else None)
        self._show_rows()
        if page.quantizations:
            self.refresh()
        else:
            empty = NoSuchQuantization(page.model.repo, "", available=())
            self._panel.notice.show_notice(hub_notice(empty))

    def _show_choice(self, choice: PageChoice) -> None:
        page = self._page
        if page is None or choice.page is not page:
            return
        self._choice = choice
        self._panel.facts.show_facts(facts_of_page(page, choice.header))
        self._show_rows()
        problem = choice.problem
        if isinstance(problem, ModelIsGated | TokenRefused):
            self._show_need(problem)
        elif problem is not None:
            self._panel.notice.show_notice(hub_notice(problem, action=self.tr("Try again")))
        else:
            self._panel.gated.setVisible(False)
            self._panel.notice.setVisible(False)
        self._choose_row(self._row or self._first_row(page, choice))

    def _first_row(self, page: ModelPage, choice: PageChoice) -> str:
        if self._address is not None and self._address.wanted:
            try:
                return page.row(self._address.wanted).path
            except (NoSuchQuantization, SeveralFilesMatch) as error:
                self._panel.notice.show_notice(hub_notice(error))
        recommended = choice.recommended
        return (recommended or page.quantizations[0]).path

    def _choose_row(self, path: str) -> None:
        row = self._row_of(path)
        if row is None:
            return
        self._row = path
        fit = self._confirmed.get(path) or self._fit_of(path)
        page = self._page
        is_asking = fit is not None and path not in self._confirmed
        self._panel.show_chosen(path, fit, is_asking=is_asking)
        self._offer_eyes()
        if is_asking and page is not None:
            self._run(
                lambda stop: self._service.fit_of_row(page, row, stop),
                lambda found: self._show_confirmed(path, found),
                lambda _error: self._panel.show_chosen(path, fit),
            )

    def _show_confirmed(self, path: str, fit: ModelFit) -> None:
        self._confirmed[path] = fit
        if path == self._row:
            self._panel.show_chosen(path, fit)

    def _failed(self, error: UserError) -> None:
        if self._page is None:
            self._panel.show_nothing("", title=self._panel.title())
        if isinstance(error, RepositoryNotFound):
            self._hide_gone(self.repo)
        if isinstance(error, ModelIsGated | TokenRefused):
            self._show_need(error)
        else:
            self._panel.notice.show_notice(hub_notice(error, action=self.tr("Try again")))

    def _show_need(self, error: UserError) -> None:
        notice = hub_notice(error)
        self._panel.gated.setVisible(True)
        self._panel.gated.show_need(f"{notice.message} {notice.advice}")

    def _try_again(self) -> None:
        if self._address is not None:
            self.show_address(self._address)

    def _show_rows(self) -> None:
        if self._page is not None:
            self._panel.show_rows(entries_of_page(self._page, self._choice, self._downloads))

    def _act(self, path: str, action: CardAction) -> None:
        row, page = self._row_of(path), self._page
        if row is None or page is None:
            return
        match action:
            case CardAction.DOWNLOAD:
                part = image_part_of(page) if self._panel.eyes.is_wanted else None
                self._download(DownloadPlan.of(page, row, image_part=part))
            case CardAction.RETRY:
                stopped = next(d for d in self._downloads if (d.plan.repo, d.plan.files[0].path) == (self.repo, path))
                self._download(stopped.plan)
            case CardAction.WATCH:
                self._show_running()
            case CardAction.USE:
                model = self._model_of(path)
                if model is not None:
                    self._use(model)

    def _offer_eyes(self) -> None:
        """Offer the part that sees images for a model that is here without it, unless it is on its way."""
        model = self._model_of(self._row)
        is_blind = model is not None and model.is_usable() and projector_beside(model.path) is None
        is_coming = any(
            d.plan.files[0].path == self._row and d.state is not DownloadState.DONE for d in self._downloads
        )
        self._panel.eyes.get_button.setVisible(is_blind and not is_coming)

    def _add_eyes(self) -> None:
        row, page = self._row_of(self._row), self._page
        if row is not None and page is not None:
            self._download(DownloadPlan.of(page, row, image_part=image_part_of(page)))

    def _open_page(self) -> None:
        if self._address is not None:
            QDesktopServices.openUrl(QUrl(f"{self._service.connection.endpoint}/{self._address.repo}"))

    def _use_token(self, token: str) -> None:
        self._hub.use_token(self._panel.gated.token, token, self._ask_again)

    def _ask_again(self) -> None:
        if self._page is None:
            self._try_again()
        else:
            self.refresh()

    def _row_of(self, path: str) -> QuantizationRow | None:
        rows = self._page.quantizations if self._page is not None else ()
        return next((row for row in rows if row.path == path), None)

    def _fit_of(self, path: str) -> ModelFit | None:
        rows = self._choice.rows if self._choice is not None else ()
        return next((row.fit for row in rows if row.row.path == path), None)

    def _model_of(self, path: str) -> LibraryModel | None:
        rows = self._choice.rows if self._choice is not None else ()
        known = next((row.downloaded for row in rows if row.row.path == path), None)
        if known is not None:
            return known
        repo = self._page.model.repo if self._page is not None else ""
        return next((d.model for d in self._downloads if (d.plan.repo, d.plan.files[0].path) == (repo, path)), None)


# A model's page in words: its facts, and its quantizations as cards.


def facts_of_page(page: ModelPage, header: GgufHeader | None) -> tuple[tuple[str, str], ...]:
    """Return what the panel lists; the header, once it was read, knows better than the Hub."""
    model = page.model
    context = (header.context_length if header is not None else None) or model.context_length
    architecture = (header.architecture if header is not None else "") or model.architecture
    size = parameters_words(model.parameters)
    if size:
        size = _tr("{size} parameters").format(size=size)
    return (
        (_tr("Licence"), licence_sentence(model.licence)),
        (_tr("Context"), _tr("{count} tokens").format(count=count_text(context)) if context else ""),
        (_tr("Thinking"), _thinking(page, header)),
        (_tr("Kind"), " · ".join(part for part in (architecture, size) if part)),
        (_tr("Made from"), model.base_model),
        (_tr("Published"), " · ".join(part for part in (model.owner, model.last_modified[:10]) if part)),
        (_tr("Downloads"), short_count(model.downloads) if model.downloads else ""),
        (_tr("Not listed"), _left_out(page)),
    )


def entries_of_page(
    page: ModelPage, choice: PageChoice | None, downloads: Sequence[QueuedDownload]
) -> tuple[QuantizationEntry, ...]:
    """Return the cards; without a choice yet, without fits."""
    known = {row.row.path: row for row in choice.rows} if choice is not None else {}
    running = {d.plan.files[0].path: d for d in downloads if d.plan.repo == page.model.repo}
    trained = choice.header.context_length if choice is not None and choice.header is not None else None
    names = [row.quantization for row in page.quantizations]
    return tuple(
        _entry(
            row,
            known.get(row.path),
            running.get(row.path),
            trained=trained,
            is_alone=names.count(row.quantization) == 1,
        )
        for row in sorted(page.quantizations, key=lambda row: not _is_recommended(known.get(row.path)))
    )


def _is_recommended(choice: ChoiceRow | None) -> bool:
    return choice is not None and choice.is_recommended


def _entry(
    row: QuantizationRow,
    choice: ChoiceRow | None,
    download: QueuedDownload | None,
    *,
    trained: int | None,
    is_alone: bool,
) -> QuantizationEntry:
    details = []
    if row.bits_per_weight is not None:
        details.append(_tr("{bits} bits a weight").format(bits=fixed_text(row.bits_per_weight, decimals=1)))
    if row.shards > 1:
        details.append(_counted("%n files", row.shards))
    if not is_alone:
        details.append(row.path)
    action, progress, problem = CardAction.DOWNLOAD, "", ""
    if (choice is not None and choice.downloaded is not None and choice.downloaded.is_usable()) or (
        download is not None and download.state is DownloadState.DONE
    ):
        action = CardAction.USE
    elif download is not None and download.state is DownloadState.FAILED:
        action, problem = CardAction.RETRY, " ".join(part for part in problem_of(download) if part)
    elif download is not None:
        action, progress = CardAction.WATCH, _progress(download)
    return QuantizationEntry(
        path=row.path,
        name=row.quantization,
        size=size_text(row.size_bytes),
        detail=" · ".join(details),
        badge=badge_of_fit(choice.fit, trained_context=trained) if choice is not None else None,
        is_recommended=_is_recommended(choice),
        action=action,
        progress=progress,
        problem=problem,
    )


def _progress(download: QueuedDownload) -> str:
    if download.state is DownloadState.PAUSED:
        return _tr("Paused")
    if download.state is DownloadState.QUEUED or not download.total_bytes:
        return _tr("Queued")
    return f"{download.received_bytes * 100 // download.total_bytes} %"


def _thinking(page: ModelPage, header: GgufHeader | None) -> str:
    if header is not None and header.chat_template:
        found = format_for_template(header.chat_template)
        return found.description if found.thinks else _tr("answers directly, without thinking")
    if page.model.thinks:
        return page.model.thinking_format
    return "" if page.model.thinks is None else _tr("answers directly, without thinking")


def _left_out(page: ModelPage) -> str:
    parts = []
    offered = IMAGE_PROJECTOR if image_part_of(page) is not None else ""
    companions = sum(companion.kind != offered for companion in page.companions)
    if companions:
        parts.append(_counted("%n companion files (pictures, drafts)", companions))
    if page.incomplete:
        parts.append(_counted("%n incomplete shard sets", len(page.incomplete)))
    return QLocale().createSeparatedList(parts)


def _counted(text: str, count: int) -> str:
    return QCoreApplication.translate("models", text, "", count)


def _tr(text: str) -> str:
    return QCoreApplication.translate("models", text)
