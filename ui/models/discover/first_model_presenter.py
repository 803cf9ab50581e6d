"""From the starter to a real model: offers the best one while nothing else is here, and brings it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from app.errors import UserError
from app.hub.library.library_model import LibraryModel, ModelOrigin, repository_title
from app.hub.transfer.download_plan import DownloadPlan
from app.hub.transfer.download_progress import DownloadState, QueuedDownload
from app.model_choice.best_model import RankedModel
from ui.bridges.background import Task
from ui.bridges.hub import Hub, system_language
from ui.models.discover.first_model_card import FirstModel, FirstModelCard
from ui.models.downloads.download_words import fraction_of, problem_of, status_of
from ui.models.parts.fit_words import size_and_speed
from ui.models.parts.hub_notice import hub_notice
from ui.models.parts.model_words import origin_words
from ui.widgets.spoken_numbers import size_text


class FirstModelPresenter(QObject):
    """Nothing connects before the person asks. Attached to a card, and to another one in another language.

    `download` queues a plan, `pause` rests the download of an id, `use` loads a model, `browse` shows all that are
    recommended, `choose` all that are here; `take_up` brings back what an earlier run was downloading.
    """

    def __init__(
        self,
        hub: Hub,
        *,
        download: Callable[[DownloadPlan], object],
        pause: Callable[[int], None],
        use: Callable[[LibraryModel], None],
        browse: Callable[[], None],
        take_up: Callable[[], None],
        choose: Callable[[], None],
    ) -> None:
        super().__init__()
        self._hub = hub
        self._download = download
        self._pause = pause
        self._use = use
        self._browse = browse
        self._take_up = take_up
        self._choose = choose
        self._best: RankedModel | None = None
        self._is_known = False
        """Whether the computer is being looked at, or was."""
        self._is_judged = False
        self._is_wanted = True
        self._found: tuple[LibraryModel, ...] = ()
        self._running: QueuedDownload | None = None
        self._asking: Task[DownloadPlan] | None = None
        self._problem: UserError | None = None

    def attach(self, card: FirstModelCard) -> None:
        """Show here from now on what is best."""
        self._card = card
        card.action.clicked.connect(self._act)
        card.others.clicked.connect(self._browse)
        card.show_found_button.clicked.connect(self._choose)
        self._show()

    def show_library(self, models: Sequence[LibraryModel]) -> None:
        """Offer a model if there is none yet but the starter; tell of what other apps have."""
        usable = [model for model in models if model.is_usable() and model.origin is not ModelOrigin.BUILT_IN]
        self._found = tuple(model for model in usable if model.origin.is_of_another_app)
        self._is_wanted = len(self._found) == len(usable) or self._running is not None
        if self._is_wanted and not self._is_known:
            self._is_known = True
            self._hub.look_at_computer(self._judge, owner=self)
        self._show()

    def show_downloads(self, downloads: Sequence[QueuedDownload]) -> None:
        """Tell how the download of the best model stands."""
        if self._best is not None:
            repo = self._best.model.repo
            self._running = next((one for one in reversed(downloads) if one.plan.repo == repo), None)
            self._show()

    # --- private ----------------------------------------------------------------------------------------------

    def _judge(self) -> None:
        self._best = next((one for one in self._hub.service.ranked(system_language()) if one.is_best), None)
        self._is_judged = True
        if self._best is not None:
            self._take_up()
        self._show()

    def _show(self) -> None:
        is_shown = self._is_wanted and (self._best is not None or not self._is_judged or bool(self._found))
        if is_shown:
            self._card.show_model(self._shown())
            self._card.show_found(_found_words(self._found))
        self._card.setVisible(is_shown)

    def _shown(self) -> FirstModel:
        best, running = self._best, self._running
        if best is None:
            looking = FirstModel(" ", self.tr("Looking at this computer …"), " \n ", " ")  # as tall as what will follow
            return FirstModel() if self._is_judged else looking
        name, facts = repository_title(best.model.repo), size_and_speed(best.fit)
        why = QCoreApplication.translate("app", best.model.why)
        if self._problem is not None:
            notice = hub_notice(self._problem)
            words = f"{notice.message} {notice.advice}".strip()
            return FirstModel(name, facts, status=words, action=self.tr("Try again"))
        if self._asking is not None:
            host = self._hub.service.connection.host
            return FirstModel(name, facts, why, self.tr("Asking {host} …").format(host=host), 0.0, self.tr("Pause"))
        if running is None:
            tip = self.tr("Download {name}, {size}").format(name=name, size=size_text(best.fit.download_bytes))
            return FirstModel(name, facts, why, action=self.tr("Download"), action_tip=tip)
        status = " ".join(part for part in problem_of(running) if part) or status_of(running)
        match running.state:
            case DownloadState.DONE:
                tip = self.tr("Load this model")
                return FirstModel(name, facts, why, status, action=self.tr("Use now"), action_tip=tip)
            case DownloadState.FAILED:
                return FirstModel(name, facts, status=status, action=self.tr("Try again"))
            case DownloadState.PAUSED:
                return FirstModel(name, facts, why, status, fraction_of(running), self.tr("Resume"))
        why = self.tr("Meanwhile the starter answers: try one of its examples.")
        return FirstModel(name, facts, why, status, fraction_of(running), self.tr("Pause"))

    def _act(self) -> None:
        running, best = self._running, self._best
        if running is not None and running.model is not None:
            self._use(running.model)
        elif running is not None and running.state in (DownloadState.PAUSED, DownloadState.FAILED):
            self._download(running.plan)
        elif running is not None:
            self._pause(running.id)
        elif self._asking is not None:
            self._asking.cancel()
            self._asking = None
            self._show()
        elif best is not None:
            self._problem = None
            service = self._hub.service
            self._asking = self._hub.background.run(
                lambda stop: service.plan_of(best.model.repo, stop), self._begin, self._failed, owner=self
            )
            self._show()

    def _begin(self, plan: DownloadPlan) -> None:
        self._asking = None
        self._download(plan)
        self._show()

    def _failed(self, error: UserError) -> None:
        self._asking = None
        self._problem = error
        self._show()


def _found_words(found: Sequence[LibraryModel]) -> str:
    """Return `Found 3 models of LM Studio`, all apps named."""
    counts = Counter(origin_words(model.origin) for model in found)
    if not counts:
        return ""
    apps = QLocale().createSeparatedList(sorted(counts))
    return QCoreApplication.translate("models", "Found %n models of {apps}", "", len(found)).format(apps=apps)
