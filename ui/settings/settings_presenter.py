"""The settings page, made when it is first opened; what is chosen there is checked, kept, and can be taken back."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.paths import AppPaths
from ui.bridges.hub import Hub
from ui.bridges.notice_of import notice_of
from ui.bridges.settings_store import SettingsStore
from ui.theme.theme import Theme
from ui.widgets.action_keys import chosen_keys
from ui.widgets.action_registry import ActionRegistry
from ui.widgets.source_words import SourceWords
from ui.widgets.window_action import spoken_keys

if TYPE_CHECKING:
    from app.settings import SettingDeclaration, SettingsGroup
    from ui.settings.setting_row import SettingRow
    from ui.settings.settings_page import GroupSection, SettingsPage
    from ui.settings.token_panel import TokenPanel


@dataclass(frozen=True, slots=True)
class SettingsState:
    """Where the person is in the settings: the page, the setting that has the keyboard, and what was just reset."""

    group: SettingsGroup
    row: str
    before_reset: dict[str, object]


@dataclass(frozen=True, slots=True)
class SettingPlace:
    """Something on a page of the settings: a setting by its `name`, or without one what else stands there."""

    group: SettingsGroup
    name: str
    label: str
    page: str
    """What its page is called."""
    found_by: str
    """What else a search finds it by."""


class SettingsPresenter(SourceWords):
    """Opens the page and shows every setting as it is now; does what concerns the whole window.

    `move_models` moves the downloaded models into a folder, `renew_engine` begins a new engine if nothing runs.

    Signals:
        opened(QWidget): this page should be shown.
        left(): what was shown before should be shown again.
    """

    opened = Signal(QWidget)
    left = Signal()

    def __init__(
        self,
        paths: AppPaths,
        *,
        theme: Theme,
        kept: SettingsStore,
        hub: Hub,
        actions: ActionRegistry,
        move_models: Callable[[Path], None],
        renew_engine: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._paths = paths
        self._theme = theme
        self._kept = kept
        self._hub = hub
        self._actions = actions
        self._move_models = move_models
        self._renew_engine = renew_engine
        self._page: SettingsPage | None = None
        self._token: TokenPanel | None = None
        self._rows: dict[str, SettingRow] = {}
        self._before_reset: dict[str, object] = {}
        self.is_shown = False
        kept.changed.connect(self._follow)
        self._follow(frozenset({"shortcuts"}))

    @property
    def page(self) -> SettingsPage | None:
        """The page, once it was opened."""
        return self._page

    def open(self, group: SettingsGroup | None = None) -> None:
        """Show the page, or one of its pages."""
        is_new = self._page is None
        page = self._page or self._make_page()
        if group is not None or is_new:
            page.show_group(group)
        self.is_shown = True
        if self._token is not None:
            self._token.refresh()
        self.opened.emit(page)
        self._actions.tell_tips()
        page.field.setFocus()

    def places(self) -> list[SettingPlace]:
        """Return everything that can be opened on a page of the settings, page by page."""
        from app.settings import SettingDeclaration

        found = []
        for group, title in self._titles().items():
            for one in SettingDeclaration.all():
                if one.group is group:
                    words = f"{_declared_words(one.search_words)} {one.search_words}"
                    found.append(SettingPlace(group, one.name, _declared_words(one.label), title, words))
            found.append(SettingPlace(group, "", title, self.tr("Settings"), self._words_of_panel(group)))
        return found

    def open_place(self, place: SettingPlace) -> None:
        """Show a page of the settings, and give what is meant there the keyboard."""
        self.open(place.group)
        if self._page is not None and place.name:
            self._page.go_to(place.name)

    def open_setting(self, name: str) -> None:
        """Show a setting by its name, and give it the keyboard."""
        self.open_place(next(place for place in self.places() if place.name == name))

    def state(self) -> SettingsState | None:
        """Return where the person is in the page; `None` if it is not shown."""
        if self._page is None or not self.is_shown:
            return None
        before = {} if self._page.undo_bar.isHidden() else self._before_reset
        return SettingsState(self._page.group, self._page.row_in_use(), before)

    def restore(self, state: SettingsState) -> None:
        """Show the page as it was."""
        self.open(state.group)
        if self._page is not None:
            self._offer_undo(state.before_reset)
            self._page.go_to(state.row)

    def toggle(self) -> None:
        """Show the page, or go back."""
        if self.is_shown:
            self.left.emit()
        else:
            self.open()

    def close(self) -> None:
        """Let go of the page."""
        if self._page is not None:
            self._page.deleteLater()
            self._page = self._token = None
            self._rows.clear()

    # --- the page ---------------------------------------------------------------------------------------------

    def _make_page(self) -> SettingsPage:
        from ui.settings.settings_page import GroupSection, SettingsPage

        sections = [(GroupSection(group, title), title) for group, title in self._titles().items()]
        page = self._page = SettingsPage(self._theme, sections, fill=self._fill, actions=self._actions)
        for section, _ in sections:
            section.reset.clicked.connect(lambda _checked=False, section=section: self._reset(section))
        page.undo_bar.undone.connect(self._undo)
        page.close_asked.connect(self.toggle)
        return page

    def _fill(self, section: GroupSection) -> None:
        from app.settings import SettingDeclaration
        from ui.settings.setting_row import SettingRow, editor_of

        declared = [one for one in SettingDeclaration.all() if one.group is section.group]
        for declaration in declared:
            editor = editor_of(
                declaration,
                own_models_folder=str(self._paths.models),
                move_models=self._move_models,
                actions=self._actions,
            )
            row = self._rows[declaration.name] = SettingRow(declaration, editor)
            row.value_chosen.connect(self._choose)
            section.add_row(row)
        self._add_panel(section)
        self._show(frozenset(declaration.name for declaration in declared))

    def _titles(self) -> dict[SettingsGroup, str]:
        from app.settings import SettingsGroup

        return {
            SettingsGroup.APPEARANCE: self.tr("Appearance"),
            SettingsGroup.GENERATION: self.tr("Generation"),
            SettingsGroup.PERFORMANCE: self.tr("Performance"),
            SettingsGroup.STORAGE: self.tr("Storage"),
            SettingsGroup.NETWORK: self.tr("Network"),
            SettingsGroup.SHORTCUTS: self.tr("Shortcuts"),
            SettingsGroup.PRIVACY: self.tr("Privacy"),
            SettingsGroup.ABOUT: self.tr("About"),
        }

    def _words_of_panel(self, group: SettingsGroup) -> str:
        """Return the words by which what stands below the settings of a page is found; empty if nothing does."""
        from app.settings import SettingsGroup

        match group:
            case SettingsGroup.PERFORMANCE:
                words = self.tr("graphics card pack gpu cuda vulkan rocm nvidia amd intel driver vram install")
            case SettingsGroup.NETWORK:
                words = self.tr(
                    "access token api key account log in sign in login of the hub hugging face gated keyring hf_token"
                )
            case SettingsGroup.SHORTCUTS:
                return " ".join(f"{keys} {words}" for keys, words in self._keys_of_parts())
            case SettingsGroup.PRIVACY:
                words = self.tr("privacy telemetry tracking analytics data")
                return f"{self._promise()} {self.with_english(words)}"
            case SettingsGroup.ABOUT:
                words = self.tr(
                    "version engine licence data folder log file python qt diagnostic report bug crash error help "
                    "uninstall delete all"
                )
            case _:
                return ""
        return self.with_english(words)

    def _keys_of_parts(self) -> list[tuple[str, str]]:
        return [(spoken_keys(hint.keys), hint.words) for hint in self._actions.hints()]

    def _promise(self) -> str:
        return self.tr(
            "Conversations and models stay on this computer. Aside connects to the Hub only for searches, "
            "model pages and downloads that you ask for. Nothing is measured or reported, and no token is "
            "used that you have not given."
        )

    def _add_panel(self, section: GroupSection) -> None:
        from app.settings import SettingsGroup
        from ui.settings.about_panel import AboutPanel
        from ui.settings.fact_list import FactList
        from ui.settings.packs_panel import PacksPanel
        from ui.settings.packs_presenter import PacksPresenter
        from ui.settings.token_panel import TokenPanel
        from ui.widgets.styled import label

        panel: QWidget | None = None
        match section.group:
            case SettingsGroup.PERFORMANCE:
                panel = packs = PacksPanel()
                PacksPresenter(
                    packs, paths=self._paths, hub=self._hub, kept=self._kept, renew_engine=self._renew_engine
                )
            case SettingsGroup.NETWORK:
                panel = self._token = TokenPanel(self._hub)
                if os.environ.get("HF_ENDPOINT"):
                    words = self.tr("HF_ENDPOINT is set for this computer and is used instead.")
                    self._rows["hub_endpoint"].show_note(words)
            case SettingsGroup.SHORTCUTS:
                title = self.tr("In messages, lists and fields, always")
                panel = FactList(self._keys_of_parts(), title=title, are_keys=True)
            case SettingsGroup.PRIVACY:
                panel = label(self._promise(), tone="soft", wraps=True)
                panel.setContentsMargins(17, 8, 0, 8)
            case SettingsGroup.ABOUT:
                panel = AboutPanel(self._paths, report=self._report)
        if panel is not None:
            section.add_panel(panel, found_by=self._words_of_panel(section.group))

    def _report(self) -> str:
        import msgspec

        from app.diagnostics.report import diagnostic_report

        return diagnostic_report(self._paths, settings=msgspec.structs.asdict(self._kept.now()))

    # --- the settings -----------------------------------------------------------------------------------------

    def _choose(self, name: str, value: object) -> None:
        from app.settings.addresses import checked_mirror, checked_proxy

        check = {"hub_endpoint": checked_mirror, "proxy": checked_proxy}.get(name)
        try:
            wanted = check(str(value)) if check is not None else value
        except UserError as error:
            self._show_problem(name, error)
            return
        if self._change({name: wanted}):
            self._show(frozenset({name}))  # in its checked form, also where that is what it was

    def _reset(self, section: GroupSection) -> None:
        """Give every setting of a page its default again, and offer to undo that."""
        rows = [row for row in section.rows if row.can_be_reset]
        changed = [row.declaration for row in rows if self._is_changed(row.declaration)]
        before = {declaration.name: self._value(declaration.name) for declaration in changed}
        if before and self._change({declaration.name: declaration.default for declaration in changed}):
            self._offer_undo(before)

    def _offer_undo(self, before: dict[str, object]) -> None:
        if before and self._page is not None:
            self._before_reset = before
            self._page.undo_bar.offer(self.tr("%n settings were reset.", "", len(before)))

    def _undo(self) -> None:
        before, self._before_reset = self._before_reset, {}
        if before:
            self._change(before)

    def _change(self, changes: dict[str, object]) -> bool:
        try:
            self._kept.set(**changes)
        except UserError as error:
            self._show_problem(next(iter(changes)), error)
            return False
        return True

    def _show_problem(self, name: str, error: UserError) -> None:
        notice = notice_of(error)
        self._rows[name].show_problem(f"{notice.message} {notice.advice}".strip())

    def _show(self, names: frozenset[str]) -> None:
        for name in names & self._rows.keys():
            row = self._rows[name]
            row.show_value(self._value(name), is_changed=self._is_changed(row.declaration))
        for section in self._page.sections.values() if self._page is not None else ():
            section.reset.setEnabled(
                any(row.can_be_reset and self._is_changed(row.declaration) for row in section.rows)
            )

    def _value(self, name: str) -> object:
        return getattr(self._kept.now(), name)

    def _is_changed(self, declaration: SettingDeclaration) -> bool:
        return bool(self._value(declaration.name) != declaration.default)

    def _follow(self, names: frozenset[str]) -> None:
        """Do what a changed setting does at once."""
        settings, theme = self._kept.now(), self._theme
        if "theme" in names:
            theme.choose(settings.theme)
        if "text_scale" in names:
            theme.set_text_scale(settings.text_scale)
        if "density" in names:
            theme.set_density(settings.density)
        if names & {"reading_width", "reading_font"}:
            theme.set_reading(settings.reading_width, settings.reading_font)
        if "shortcuts" in names:
            self._actions.choose_keys(chosen_keys(settings.shortcuts))
        self._show(names)


def _declared_words(text: str) -> str:
    return QCoreApplication.translate("app", text) if text else ""
