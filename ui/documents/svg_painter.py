"""Draws checked SVG in a process of its own: whatever it asks for costs that process, and a few seconds.

A thread waits for the process, so that the window never does. What is drawn is an image of a size of its own, which
is shown larger or smaller as there is room.
"""

from __future__ import annotations

import contextlib
import os
import queue
import sys
import threading
from collections import OrderedDict
from multiprocessing.connection import Connection

from PySide6.QtCore import QByteArray, QObject, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from app.documents.checked_svg import CheckedSvg
from app.processes import spawn_context
from app.terminal import guard_terminals

_LONGER_SIDE_PX = 1200
_LIMIT_S = 8.0
"""With the start of the process, which takes most of it."""
_MOST_MEMORY_BYTES = 2 << 30
_KEPT = 40


class SvgPainter(QObject):
    """One for all documents of a window. `close` ends what is being drawn, and joins the thread.

    Signals:
        drawn(CheckedSvg): its image is there, or it is known that there is none.
    """

    drawn = Signal(object)
    _was_drawn = Signal(object, QImage)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._images: OrderedDict[CheckedSvg, QImage] = OrderedDict()
        self._asked: set[CheckedSvg] = set()
        self._work: queue.SimpleQueue[CheckedSvg | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._is_closed = threading.Event()
        self._was_drawn.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    def image(self, svg: CheckedSvg) -> QImage | None:
        """Return what was drawn: null if it could not be, `None` while it is still to come; then `drawn` tells."""
        if svg in self._images:
            self._images.move_to_end(svg)
            return self._images[svg]
        if svg not in self._asked and not self._is_closed.is_set():
            self._asked.add(svg)
            self._work.put(svg)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="svg", daemon=True)
                self._thread.start()
        return None

    def close(self) -> None:
        """Draw nothing any more."""
        self._is_closed.set()
        if self._thread is not None:
            self._work.put(None)
            self._thread.join()
            self._thread = None

    def _run(self) -> None:
        while (svg := self._work.get()) is not None and not self._is_closed.is_set():
            image = drawn_beside(svg, is_given_up=self._is_closed)
            if not self._is_closed.is_set():
                self._was_drawn.emit(svg, image)

    def _keep(self, svg: CheckedSvg, image: QImage) -> None:
        self._asked.discard(svg)
        self._images[svg] = image
        if len(self._images) > _KEPT:
            self._images.popitem(last=False)
        self.drawn.emit(svg)


def drawn_beside(svg: CheckedSvg, *, is_given_up: threading.Event, limit_s: float = _LIMIT_S) -> QImage:
    """Return the image, drawn by a process that is killed when it takes too long; null without one."""
    size = QSizeF(svg.width, svg.height).scaled(
        _LONGER_SIDE_PX, _LONGER_SIDE_PX, Qt.AspectRatioMode.KeepAspectRatio
    ).toSize()  # fmt: skip
    context = spawn_context()
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(
        target=_draw_in_child, args=(theirs, svg.text, size.width(), size.height()), name="svg", daemon=True
    )
    child.start()
    theirs.close()
    try:
        for _ in range(round(limit_s / 0.05)):
            if is_given_up.is_set():
                break
            if ours.poll(0.05):
                pixels = ours.recv_bytes(4 * _LONGER_SIDE_PX * _LONGER_SIDE_PX)
                form = QImage.Format.Format_ARGB32_Premultiplied
                return QImage(pixels, size.width(), size.height(), 4 * size.width(), form).copy()
    except (EOFError, OSError):  # it has died of what it drew
        pass
    finally:
        ours.close()
        child.kill()
        child.join()
        child.close()
    return QImage()


def _draw_in_child(pipe: Connection, text: str, width: int, height: int) -> None:
    guard_terminals()
    _limit_memory()
    from PySide6.QtSvg import QSvgRenderer  # only here

    os.environ["QT_MAC_DISABLE_FOREGROUND_APPLICATION_TRANSFORM"] = "1"
    application = QGuiApplication([])  # for the letters
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    renderer = QSvgRenderer(QByteArray(text.encode()))
    if renderer.isValid():
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer.render(painter, QRectF(0, 0, width, height))
        painter.end()
        pipe.send_bytes(bytes(image.constBits()))
    pipe.close()
    del application


def _limit_memory() -> None:
    if sys.platform == "linux":
        import resource

        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY_BYTES, _MOST_MEMORY_BYTES))
