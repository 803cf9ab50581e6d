"""One window for each data directory: a second start raises the first one's window and ends.

A lock file says who is first (it costs no network library before the first paint, and one left by a dead process is
taken over); a local socket, named by a hash of the data directory, carries what the second was asked to open. It lies
where only its owner can write, so that nobody else can wait for us there; what comes through it is bounded in length,
time and number.
"""

from __future__ import annotations

import contextlib
import logging
import os
import stat
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

from app.private_files import make_private, make_private_folder
from ui.widgets.timers import after

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_log = logging.getLogger(__name__)
_PATIENCE_S = 5.0
_LONGEST_MESSAGE_BYTES = 64 * 1024
_MOST_CALLERS = 8
_LONGEST_PATH_BYTES = 100
"""Of a socket; systems end at 104 or 108."""
_OTHERS_WRITE = 0o022


class SingleInstance(QObject):
    """Neither side waits longer than `patience_s` for the other.

    Signals:
    called(str): another start happened; the text is the file it should open, often empty.
    """

    called = Signal(str)

    def __init__(self, data_directory: Path, parent: QObject | None = None, *, patience_s: float = _PATIENCE_S) -> None:
        super().__init__(parent)
        self._patience_s = patience_s
        self._directory = data_directory
        self._server: QLocalServer | None = None
        self._callers = 0
        self._lock = QLockFile(str(data_directory / "aside.lock"))
        self._lock.setStaleLockTime(0)  # only a dead owner makes it stale, not its age

    @property
    def socket_name(self) -> str:
        """The name of the local socket."""
        from PySide6.QtCore import QCryptographicHash  # after the first paint

        path = str(self._directory.absolute()).encode()
        digest = QCryptographicHash.hash(path, QCryptographicHash.Algorithm.Sha256).toHex().toStdString()
        return f"aside-{digest[:20]}"

    def socket_places(self) -> list[str]:
        """Return where the socket may lie, best first: in folders that are ours alone. On Windows it is no file."""
        if sys.platform == "win32":
            return [self.socket_name]
        import tempfile

        temporary = Path(tempfile.gettempdir()) / f"aside-{os.geteuid()}"
        runtime = os.environ.get("XDG_RUNTIME_DIR", "")
        folders = [Path(runtime)] if runtime else []
        folders += [self._directory]
        if len(os.fsencode(self._directory / self.socket_name)) > _LONGEST_PATH_BYTES:
            with contextlib.suppress(OSError):
                make_private_folder(temporary)
            folders += [temporary]
        places = [folder.absolute() / self.socket_name for folder in folders if _is_ours(folder)]
        return [str(place) for place in places if len(os.fsencode(place)) <= _LONGEST_PATH_BYTES]

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
        server.setMaxPendingConnections(_MOST_CALLERS)
        for place in self.socket_places():
            QLocalServer.removeServer(place)
            if server.listen(place):
                server.newConnection.connect(self._welcome)
                self._server = server
                return
        _log.warning("later starts cannot reach this one: %s", server.errorString())

    def hand_over(self, file_to_open: str) -> bool:
        """Ask the running instance to come forward and open a file; `False` if it does not answer."""
        from PySide6.QtNetwork import QLocalSocket

        deadline = time.monotonic() + self._patience_s
        while time.monotonic() < deadline:
            for place in self.socket_places():
                socket = QLocalSocket()
                socket.connectToServer(place)
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
        while self._server is not None and self._server.hasPendingConnections():
            self._receive(self._server.nextPendingConnection())

    def _receive(self, socket: QLocalSocket) -> None:
        socket.setReadBufferSize(_LONGEST_MESSAGE_BYTES)
        self._callers += 1

        def read() -> None:
            if socket.canReadLine():
                text = bytes(socket.readLine().data()).decode(errors="replace").rstrip("\n")
                socket.readyRead.disconnect(read)  # one message a call
                socket.write(b"ok\n")
                socket.flush()
                self.called.emit(text)
            elif socket.bytesAvailable() >= _LONGEST_MESSAGE_BYTES:
                socket.abort()

        def forget() -> None:
            self._callers -= 1
            socket.deleteLater()

        socket.readyRead.connect(read)
        socket.disconnected.connect(forget)
        if self._callers > _MOST_CALLERS:
            socket.abort()
            return
        patience = after(socket, 0, lambda: socket.abort())
        patience.start(int(self._patience_s * 1000))
        read()


def _is_ours(folder: Path) -> bool:
    """Whether only we can put something there."""
    try:
        facts = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(facts.st_mode) and facts.st_uid == os.geteuid() and not facts.st_mode & _OTHERS_WRITE
