"""Connects the settings page with the settings: what is chosen is checked, kept at once, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.errors import UserError
from app.settings import SettingDeclaration, SettingsGroup
from app.settings.addresses import checked_mirror, checked_proxy
from ui.bridges.notice_of import notice_of
from ui.bridges.settings_store import SettingsStore
from ui.settings.setting_row import SettingRow
from ui.settings.settings_page import SettingsPage

_CHECKS: dict[str, Callable[[str], str]] = {"hub_endpoint": checked_mirror, "proxy": checked_proxy}


class SettingsController(QObject):
    """Shows every setting as it is now, whoever has changed it."""

    def __init__(self, page: SettingsPage, kept: SettingsStore) -> None:
        super().__init__(page)
        self._page = page
        self._kept = kept
        self._before_reset: dict[str, object] = {}
        self._rows: dict[str, SettingRow] = {}
        page.filled.connect(self._take_in)
        for section in page.sections.values():
            section.reset_asked.connect(self.reset)
        page.undo_bar.undone.connect(self._undo)
        kept.changed.connect(self._show)

    @property
    def before_reset(self) -> dict[str, object]:
        """What the settings were before the last reset, while that is offered to be taken back."""
        return {} if self._page.undo_bar.isHidden() else self._before_reset

    def offer_undo(self, before: dict[str, object]) -> None:
        """Offer to give settings what they were before a reset."""
        if before:
            self._before_reset = before
            self._page.undo_bar.offer(self.tr("%n settings were reset.", "", len(before)))

    def reset(self, group: SettingsGroup) -> None:
        """Give every setting of a page its default again, and offer to undo that."""
        rows = [row for row in self._page.sections[group].rows if row.can_be_reset]
        changed = [row.declaration for row in rows if self._is_changed(row.declaration)]
        before = {declaration.name: self._value(declaration.name) for declaration in changed}
        if before and self._change({declaration.name: declaration.default for declaration in changed}):
            self.offer_undo(before)

    def _take_in(self, group: SettingsGroup) -> None:
        rows = {row.declaration.name: row for row in self._page.sections[group].rows}
        for row in rows.values():
            row.value_chosen.connect(self._choose)
            row.reset_asked.connect(lambda name: self._change({name: self._rows[name].declaration.default}))
        self._rows |= rows
        self._show(frozenset(rows))

    def _undo(self) -> None:
        before, self._before_reset = self._before_reset, {}
        if before:
            self._change(before)

    def _choose(self, name: str, value: object) -> None:
        check = _CHECKS.get(name)
        try:
            wanted = check(str(value)) if check is not None else value
        except UserError as error:
            self._tell(name, error)
            return
        if self._change({name: wanted}):
            self._show(frozenset({name}))  # in its checked form, also where that is what it was

    def _change(self, changes: dict[str, object]) -> bool:
        try:
            self._kept.set(**changes)
        except UserError as error:
            self._tell(next(iter(changes)), error)
            return False
        return True

    def _tell(self, name: str, error: UserError) -> None:
        notice = notice_of(error)
        self._rows[name].show_problem(f"{notice.message} {notice.advice}".strip())

    def _show(self, names: frozenset[str]) -> None:
        for name in names & self._rows.keys():
            row = self._rows[name]
            row.show_value(self._value(name), is_changed=self._is_changed(row.declaration))
        for section in self._page.sections.values():
            section.set_resettable(
                is_so=any(row.can_be_reset and self._is_changed(row.declaration) for row in section.rows)
            )

    def _value(self, name: str) -> object:
        return getattr(self._kept.now(), name)

    def _is_changed(self, declaration: SettingDeclaration) -> bool:
        return bool(self._value(declaration.name) != declaration.default)
