"""The life of the windowed app: one instance, the log, the event loop; also when history cannot be opened."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QEventLoop, QLoggingCategory, QTimer
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.diagnostics.log_files import close_log, open_log
from app.errors import UserError
from app.paths import AppPaths
from app.terminal import guard_terminals
from ui.assembly import Assembly
from ui.platform.clipboard_release import release_clipboard
from ui.platform.crash_hook import CrashHook
from ui.platform.exit_signals import ExitSignals
from ui.platform.file_open_application import FileOpenApplication
from ui.platform.screen_failure import told_screen_failure
from ui.platform.single_instance import SingleInstance
from ui.widgets.window_size import bring_onto_screen, open_at

if TYPE_CHECKING:
    from app.history.lost_history import LostHistory
    from app.inference.engine import EngineFactory
    from ui.history_trouble_presenter import HistoryTroublePresenter
    from ui.widgets.crash_dialog import CrashDialog

_CHECK_TIMEOUT_MS = 20_000
_SETTLED_MS = 1000
"""By then the desktop has put windows where it wants them when a screen is gone."""


def run_window(file_to_open: str = "") -> int:
    """Open the window and return the exit code when it is closed; a second start raises the first one's window."""
    guard_terminals()
    paths = AppPaths.from_environment()
    paths.keep_private()
    if file_to_open and "://" not in file_to_open:  # a link stays as it is
        file_to_open = str(Path(file_to_open).absolute())
    application = _application()
    instance = SingleInstance(paths.data)
    if not instance.claim():
        if instance.hand_over(file_to_open):
            return 0
        return _tell_no_answer()
    log = open_log(paths.logs)
    crashes = CrashHook()
    try:
        return _Window(application, paths, instance, crashes, file_to_open).run()
    finally:
        instance.close()
        crashes.close()
        close_log(log)


def check_window() -> None:
    """Open the real window on a temporary data directory, wait until it works, and close it."""
    import tempfile

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = _application()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        paths = AppPaths.from_environment({**os.environ, "ASIDE_HOME": folder})
        assembly = Assembly(application, paths, engine_factory=_llama_factory)
        loop = QEventLoop()
        problems: list[Exception] = [TimeoutError("the window was not painted in time")]

        def fail(error: Exception) -> None:
            problems[:] = [error]
            loop.quit()

        def succeed() -> None:
            problems.clear()
            loop.quit()

        assembly.started.connect(succeed)
        assembly.history_failed.connect(fail)
        QTimer.singleShot(_CHECK_TIMEOUT_MS, loop.quit)
        assembly.show()
        loop.exec()
        assembly.close()
        if problems:
            raise problems[0]
    _check_formula_is_painted()


def _check_formula_is_painted() -> None:
    from PySide6.QtSvg import QSvgRenderer

    from app.documents.set_formula import set_formula

    formula = set_formula(r"\frac{a}{b}", is_display=True)
    image = QImage(200, 200, QImage.Format.Format_Mono)
    image.fill(1)
    blank = image.copy()
    painter = QPainter(image)
    QSvgRenderer(QByteArray(formula.svg.encode() if formula is not None else b"")).render(painter)
    painter.end()
    if image == blank:
        raise RuntimeError("a formula is painted blank")


class _Window:
    """One run of the window, and what can be answered when it cannot start."""

    def __init__(
        self,
        application: QApplication,
        paths: AppPaths,
        instance: SingleInstance,
        crashes: CrashHook,
        file_to_open: str,
    ) -> None:
        self._application = application
        self._paths = paths
        self._dialog: CrashDialog | None = None
        self._trouble: HistoryTroublePresenter | None = None
        self._exit_code = 0
        self._lost: LostHistory | None = None
        """What is still open of a history whose file is gone."""
        self._assembly = self._assembled(file_to_open, None)
        self._signals = ExitSignals(
            lambda: QTimer.singleShot(0, lambda: application.exit(0))
        )  # whatever holds the window
        crashes.crashed.connect(self._show_crash)
        instance.called.connect(self._open_file)
        self._assembly.window.first_painted.connect(lambda: QTimer.singleShot(0, instance.listen))
        application.setQuitOnLastWindowClosed(False)
        application.screenRemoved.connect(lambda _screen: QTimer.singleShot(_SETTLED_MS, self._follow_screens))
        if isinstance(application, FileOpenApplication):
            application.file_asked.connect(self._open_file)

    def _assembled(self, file_to_open: str, trouble: UserError | None) -> Assembly:
        assembly = Assembly(
            self._application, self._paths, engine_factory=_llama_factory, file_to_open=file_to_open, trouble=trouble
        )
        assembly.window.closed.connect(self._application.quit)
        assembly.history_failed.connect(self._show_trouble)
        assembly.history_lost.connect(self._begin_anew)
        return assembly

    def _begin_anew(self, trouble: UserError) -> None:
        """Close all that has the conversations open, and begin with what can be done about them."""
        former = self._assembly
        former.window.closed.disconnect(self._application.quit)
        self._lost = former.close() or self._lost
        former.deleteLater()
        self._assembly = self._assembled("", trouble)
        self._assembly.show()

    def _follow_screens(self) -> None:
        bring_onto_screen(self._assembly.window)

    def _open_file(self, path: str) -> None:
        self._assembly.open_file(path)

    def run(self) -> int:
        """Show the window and return when it is closed."""
        window = self._assembly.window
        if not window.isMaximized() and not window.isFullScreen():
            open_at(window, window.width(), window.height())
        self._assembly.show()
        self._application.exec()
        if self._trouble is not None:
            self._trouble.close()
        self._lost = self._assembly.close() or self._lost
        if self._lost is not None:
            self._lost.rescue()
        release_clipboard()
        self._signals.close()
        return self._exit_code

    def _show_crash(self, report: str) -> None:
        if self._dialog is None:
            from ui.widgets.crash_dialog import CrashDialog

            self._dialog = CrashDialog(report, self._assembly.window)
            self._dialog.finished.connect(self._forget_crash)
            self._dialog.open()

    def _forget_crash(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _show_trouble(self, error: UserError) -> None:
        from ui.history_trouble_presenter import HistoryTroublePresenter

        if self._trouble is None:
            self._trouble = HistoryTroublePresenter(self._assembly, self._paths.database)
            self._trouble.quit_asked.connect(self._give_up)
            self._assembly.started.connect(self._forget_trouble)
        self._exit_code = 1
        self._trouble.show(error, self._lost)

    def _forget_trouble(self) -> None:
        self._exit_code = 0
        if self._trouble is not None:
            self._trouble.close()
            self._trouble = None

    def _give_up(self) -> None:
        self._assembly.window.close()


def _application() -> QApplication:
    QCoreApplication.setApplicationName("Aside")
    QCoreApplication.setOrganizationName("Aside")
    QGuiApplication.setDesktopFileName("io.github.aside.Aside")  # so that a desktop finds its menu entry and icon
    # A desktop without D-Bus is no fault of the person's: Qt only stops following changes of its colours. What
    # QT_LOGGING_RULES asks for comes after these rules, and wins.
    QLoggingCategory.setFilterRules("qt.qpa.theme.dbus.warning=false\nqt.qpa.theme.gnome.warning=false")
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    # Told so, and not by `setStyle`: that hands Python a QStyle, whose five hundred names take it 10 ms.
    arguments = [*sys.argv[:1], "-style", "Fusion"]
    with told_screen_failure():
        return FileOpenApplication(arguments) if sys.platform == "darwin" else QApplication(arguments)


def _llama_factory() -> EngineFactory:
    from app.inference.llama_factory import LlamaEngineFactory  # not before the first paint

    return LlamaEngineFactory()


def _tell_no_answer() -> int:
    message = _tr("Aside is running already, but does not answer. End it, then start Aside again.")
    if sys.stderr is not None:
        print(message, file=sys.stderr)
    return 1


def _tr(text: str) -> str:
    return QCoreApplication.translate("application", text)
