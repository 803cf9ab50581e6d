"""The way to the settings page: cheap to make at the start; the page is made when it is first opened."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from app.paths import AppPaths
from app.private_files import make_private_folder
from ui.bridges.settings_store import SettingsStore
from ui.settings.hub_errands import HubErrands
from ui.theme.icons import Icons
from ui.theme.theme import Theme
from ui.widgets.action_registry import ActionRegistry
from ui.widgets.window_action import spoken_keys

if TYPE_CHECKING:
    from app.settings import SettingsGroup
    from ui.settings.about_panel import AboutPanel
    from ui.settings.group_section import GroupSection
    from ui.settings.settings_controller import SettingsController
    from ui.settings.settings_page import SettingsPage
    from ui.settings.token_panel import TokenPanel


@dataclass(frozen=True, slots=True)
class SettingsState:
    """Where the person is in the settings: the page, the setting that has the keyboard, and what was just reset."""

    group: SettingsGroup
    row: str
    before_reset: dict[str, object]


class SettingsDoor(QObject):
    """Opens the page.

    Signals:
        opened(QWidget): this page should be shown.
        left(): what was shown before should be shown again.
        sidebar_asked(): the list of conversations should appear or go.
    """

    opened = Signal(QWidget)
    left = Signal()
    sidebar_asked = Signal()

    def __init__(
        self,
        paths: AppPaths,
        *,
        theme: Theme,
        icons: Icons,
        kept: SettingsStore,
        errands: HubErrands,
        actions: ActionRegistry,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._paths = paths
        self._theme = theme
        self._icons = icons
        self._kept = kept
        self._errands = errands
        self._actions = actions
        self._page: SettingsPage | None = None
        self._controller: SettingsController | None = None
        self._is_switch_visible = False
        self._token: TokenPanel | None = None
        self.is_shown = False

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
            self._token.say(self._errands.token_words())  # the models page may have been given one meanwhile
        self.opened.emit(page)
        page.field.setFocus()

    def state(self) -> SettingsState | None:
        """Return where the person is in the page; `None` if it is not shown."""
        if self._page is None or self._controller is None or not self.is_shown:
            return None
        return SettingsState(self._page.group, self._page.row_in_use(), self._controller.before_reset)

    def restore(self, state: SettingsState) -> None:
        """Show the page as it was."""
        self.open(state.group)
        if self._page is not None and self._controller is not None:
            self._controller.offer_undo(state.before_reset)
            self._page.go_to(state.row)

    def toggle(self) -> None:
        """Show the page, or go back."""
        if self.is_shown:
            self.left.emit()
        else:
            self.open()

    def set_switch_visible(self, *, visible: bool) -> None:
        """Offer the sidebar switch where the sidebar is not always there."""
        self._is_switch_visible = visible
        if self._page is not None:
            self._page.set_switch_visible(visible=visible)

    def close(self) -> None:
        """Let go of the page."""
        if self._page is not None:
            self._page.deleteLater()
            self._page = self._controller = self._token = None

    # --- private ----------------------------------------------------------------------------------------------

    def _make_page(self) -> SettingsPage:
        from ui.settings.group_section import GroupSection
        from ui.settings.settings_controller import SettingsController
        from ui.settings.settings_page import SettingsPage

        sections = [(GroupSection(group, title), title) for group, title in self._titles().items()]
        page = SettingsPage(self._theme, self._icons, sections, fill=self._fill)
        self._controller = SettingsController(page, self._kept)
        page.close_asked.connect(self.left)
        page.sidebar_asked.connect(self.sidebar_asked)
        page.set_switch_visible(visible=self._is_switch_visible)
        self._page = page
        return page

    def _fill(self, section: GroupSection) -> None:
        from app.settings import SettingDeclaration
        from ui.settings.setting_rows import row_of

        for declaration in SettingDeclaration.all():
            if declaration.group is section.group:
                section.add_row(row_of(declaration, own_models_folder=str(self._paths.models), actions=self._actions))
        self._add_panel(section)

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

    def _add_panel(self, section: GroupSection) -> None:
        from app.settings import SettingsGroup

        match section.group:
            case SettingsGroup.STORAGE:
                self._follow_folder(section)
            case SettingsGroup.NETWORK:
                self._add_token(section)
            case SettingsGroup.SHORTCUTS:
                self._add_kept_keys(section)
            case SettingsGroup.PRIVACY:
                self._add_promise(section)
            case SettingsGroup.ABOUT:
                self._add_about(section)

    def _follow_folder(self, section: GroupSection) -> None:
        from ui.settings.models_folder_editor import ModelsFolderEditor

        for row in section.rows:
            if isinstance(row.editor, ModelsFolderEditor):
                row.editor.move_asked.connect(self._errands.move_models)

    def _add_token(self, section: GroupSection) -> None:
        from ui.settings.token_panel import TokenPanel

        self._token = token = TokenPanel()
        token.token_entered.connect(lambda text: self._use_token(token, text))
        token.forget_asked.connect(lambda: self._errands.forget_token(token.say))
        token.say(self._errands.token_words())
        section.add_panel(token, found_by=self.tr("access token of the hub gated keyring hf_token"))
        for row in section.rows:
            if row.declaration.name == "hub_endpoint" and os.environ.get("HF_ENDPOINT"):
                row.show_note(self.tr("HF_ENDPOINT is set for this computer and is used instead."))

    def _add_kept_keys(self, section: GroupSection) -> None:
        from ui.settings.fact_list import FactList

        kept = [(spoken_keys(hint.keys), hint.words) for hint in self._actions.hints()]
        of_parts = FactList(kept, title=self.tr("In messages, lists and fields, always"), are_keys=True)
        section.add_panel(of_parts, found_by=" ".join(f"{keys} {words}" for keys, words in kept))

    def _add_promise(self, section: GroupSection) -> None:
        from ui.settings.words_panel import WordsPanel

        promise = self.tr(
            "Conversations and models stay on this computer. Aside connects to the Hub only for searches, model pages "
            "and downloads that you ask for. Nothing is measured or reported, and no token is used that you have not "
            "given."
        )
        section.add_panel(WordsPanel(promise), found_by=f"{promise} telemetry")

    def _add_about(self, section: GroupSection) -> None:
        from ui.settings.about_panel import AboutPanel

        about = AboutPanel(self._paths)
        about.folder_asked.connect(self._show_folder)
        about.report_asked.connect(lambda: self._copy_report(about))
        section.add_panel(
            about, found_by=self.tr("about version engine licence data folder log python qt diagnostic report help")
        )

    def _use_token(self, panel: QWidget, token: str) -> None:
        from ui.settings.token_panel import TokenPanel

        assert isinstance(panel, TokenPanel)
        panel.say(self.tr("Asking the Hub whose token this is …"), is_busy=True)
        self._errands.use_token(token, panel.say)

    def _show_folder(self, folder: str) -> None:
        make_private_folder(Path(folder))
        QDesktopServices.openUrl(QUrl.fromLocalFile(folder))

    def _copy_report(self, about: AboutPanel) -> None:
        import msgspec

        from app.diagnostics.report import diagnostic_report

        text = diagnostic_report(self._paths, settings=msgspec.structs.asdict(self._kept.now()))
        QGuiApplication.clipboard().setText(text)
        about.say_copied()
