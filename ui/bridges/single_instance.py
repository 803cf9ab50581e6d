"""One window for each data directory: a second start raises the first one's window and ends.

A lock file says who is first (it costs no network library before the first paint, and one left by a dead process is
taken over); a local socket, named by a hash of the data directory, carries what the second was asked to open.
"""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

from app.private_files import make_private, make_private_folder

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_log = logging.getLogger(__name__)
_PATIENCE_S = 5.0


class SingleInstance(QObject):
    """Signals:
    called(str): another start happened; the text is the file it should open, often empty.
    """

    called = Signal(str)

    def __init__(self, data_directory: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._directory = data_directory
        self._server: QLocalServer | None = None
        self._lock = QLockFile(str(data_directory / "aside.lock"))
        self._lock.setStaleLockTime(0)  # only a dead owner makes it stale, not its age

    @property
    def socket_name(self) -> str:
        """The name of the local socket."""
        import hashlib

        digest = hashlib.sha256(str(self._directory.absolute()).encode()).hexdigest()
        return f"aside-{digest[:20]}"

    def claim(self) -> bool:
        """Become the one instance; `False` if there is one already."""
        try:
            make_private_folder(self._directory)
        except OSError:
            _log.warning("cannot make %s; no lock against a second start", self._directory)
            return True
        if self._lock.tryLock(0):
            make_private(Path(self._lock.fileName()))
            return True
        return self._lock.error() is not QLockFile.LockError.LockFailedError

    def listen(self) -> None:
        """Wait for later starts; called after the first paint."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self.socket_name)
        if not server.listen(self.socket_name):
            _log.warning("later starts cannot reach this one: %s", server.errorString())
            return
        server.newConnection.connect(self._welcome)
        self._server = server

    def hand_over(self, file_to_open: str) -> bool:
        """Ask the running instance to come forward and open a file; `False` if it does not answer."""
        from PySide6.QtNetwork import QLocalSocket

        deadline = time.monotonic() + _PATIENCE_S
        while time.monotonic() < deadline:
            socket = QLocalSocket()
            socket.connectToServer(self.socket_name)
            if socket.waitForConnected(500):
                socket.write(file_to_open.encode() + b"\n")
                has_answer = socket.waitForBytesWritten(1000) and socket.waitForReadyRead(2000)
                socket.disconnectFromServer()
                return has_answer
            time.sleep(0.1)  # the first one may just be starting
        return False

    def close(self) -> None:
        """Let another one be first."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _welcome(self) -> None:
        if self._server is None:
            return
        socket = self._server.nextPendingConnection()

        def read() -> None:
            if socket.canReadLine():
                text = bytes(socket.readLine().data()).decode(errors="replace").rstrip("\n")
                socket.write(b"ok\n")
                socket.flush()
                self.called.emit(text)

        socket.readyRead.connect(read)
        socket.disconnected.connect(socket.deleteLater)
        read()
