"""Hears of new releases while the window is open: at the start and later, at most daily, and only if asked to."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.paths import AppPaths
from app.updates.update_check import ReleaseNews, UpdateChannel, UpdateCheck
from ui.bridges.background import Background
from ui.bridges.settings_store import SettingsStore
from ui.widgets.notice_bar import Notice
from ui.widgets.timers import every

if TYPE_CHECKING:
    from app.updates.update_check import SmallDownload

_log = logging.getLogger(__name__)
_LOOK_AGAIN_MS = 60 * 60 * 1000


class UpdateWatch(QObject):
    """Does nothing in copies without a channel, nor while the setting is off. `close` joins its thread.

    Signals:
        news_arrived(Notice): there is a newer version.
    """

    news_arrived = Signal(object)

    def __init__(
        self,
        paths: AppPaths,
        kept: SettingsStore,
        *,
        channel: UpdateChannel | None = None,
        make_check: Callable[[UpdateChannel], UpdateCheck] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._paths = paths
        self._kept = kept
        self._channel = channel if channel is not None else UpdateChannel.of_this_copy()
        self._make_check = make_check if make_check is not None else self._real_check
        self._background: Background | None = None
        self._download: SmallDownload | None = None
        self._timer = every(self, _LOOK_AGAIN_MS, self._look)

    def begin(self) -> None:
        """Look now, every hour whether a day has passed, and when the person switches it on."""
        if self._channel is None:
            return
        self._kept.changed.connect(self._follow)
        self._timer.start()
        self._look()

    def close(self) -> None:
        """Stop looking, and end a question that is under way."""
        self._timer.stop()
        if self._download is not None:
            self._download.stop()
        if self._background is not None:
            self._background.close()
            self._background = None

    def _follow(self, names: frozenset[str]) -> None:
        if "checks_for_updates" in names:
            self._look()

    def _look(self) -> None:
        settings = self._kept.now()
        if self._channel is None or not settings.checks_for_updates or settings.stay_offline:
            return
        check = self._make_check(self._channel)
        if not check.is_due():
            return
        if self._background is None:
            self._background = Background(threads=1, parent=self)
        self._background.run(lambda _stop: check.news(), self._tell, self._note)

    def _tell(self, news: ReleaseNews | None) -> None:
        if news is None:
            return
        self.news_arrived.emit(
            Notice(
                self.tr("Aside {version} can be had.").format(version=news.version),
                self.tr("What is new, and where to get it, is in the details."),
                details=f"{news.notes}\n\n{news.link}",
            )
        )

    def _note(self, error: UserError) -> None:
        _log.warning("no word of new versions: %s (%s)", error, error.details)

    def _real_check(self, channel: UpdateChannel) -> UpdateCheck:
        import importlib.metadata

        from app.signed_file import Role, trusted_keys
        from app.updates.update_check import SmallDownload

        self._download = SmallDownload(proxy=self._kept.now().proxy)
        return UpdateCheck(
            channel,
            state_file=self._paths.cache / "asked-for-news.json",
            version=importlib.metadata.version("aside"),
            keys=trusted_keys(Role.NEWS),
            fetch=self._download,
        )
