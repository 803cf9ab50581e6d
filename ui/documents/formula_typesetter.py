"""Sets formulas on a thread of its own, and loads there what colours code; one for all documents of a window."""

from __future__ import annotations

import enum
import itertools
import queue
import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer

from app.documents.lexers import load_lexer
from app.documents.set_formula import INK, SetFormula, set_formula
from ui.documents.formula_outline import FormulaOutline
from ui.documents.qt_text import is_paper

if TYPE_CHECKING:
    from ui.documents.svg_painter import SvgPainter

_KEPT = 4000
_KEPT_RENDERERS = 400


class _Haste(enum.IntEnum):
    """What is done before what."""

    END = 0
    LEXER = 1
    SEEN = 2
    """A formula that somebody looks at."""
    NONE = 3


@dataclass(frozen=True, slots=True)
class FormulaKey:
    """What makes two formulas the same picture."""

    latex: str
    is_display: bool


class FormulaTypesetter(QObject):
    """Hands out formulas by `formula`; what is not set yet arrives later. `close` ends and joins the thread.

    Signals:
        arrived(FormulaKey): a formula that was asked for has been set, or cannot be.
    """

    arrived = Signal(object)
    _was_set = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: OrderedDict[FormulaKey, SetFormula | None] = OrderedDict()
        self._asked: set[FormulaKey] = set()
        self._renderers: OrderedDict[tuple[FormulaKey, str], QSvgRenderer] = OrderedDict()
        self._work: queue.PriorityQueue[tuple[_Haste, int, FormulaKey | str | None]] = queue.PriorityQueue()
        self._order = itertools.count()
        self._seen: set[FormulaKey] = set()
        self._lexers: set[str] = set()
        self._asked_lexers: set[str] = set()
        self._thread: threading.Thread | None = None
        self._svg_painter: SvgPainter | None = None
        self._is_closed = False
        self._was_set.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    def is_known(self, key: FormulaKey) -> bool:
        """Whether it is settled if this formula can be set; if not, it is asked for and `arrived` will tell."""
        if key in self._known:
            return True
        if key not in self._asked and not self._is_closed:
            self._asked.add(key)
            self._put(_Haste.NONE, key)
        return False

    def is_there_to_be_seen(self, key: FormulaKey) -> bool:
        """Whether the picture of a formula that somebody looks at is there; if not, it comes before others."""
        if key in self._asked and key not in self._seen:
            self._seen.add(key)
            self._put(_Haste.SEEN, key)
        return self._known.get(key) is not None

    def formula(self, key: FormulaKey) -> SetFormula | None:
        """Return a known formula; None if it cannot be set."""
        return self._known.get(key)

    def paint(self, painter: QPainter, key: FormulaKey, origin: QPointF, em_px: float, colour: QColor) -> None:
        """Paint a formula; `origin` is the left end of its baseline."""
        formula = self._known.get(key)
        if formula is None:
            return
        area = QRectF(
            origin.x(),
            origin.y() - formula.ascent_em * em_px,
            formula.width_em * em_px,
            (formula.ascent_em + formula.descent_em) * em_px,
        )
        if is_paper(painter):
            FormulaOutline(formula.svg).paint(painter, area, colour)
        else:
            self._renderer(key, formula, colour.name()).render(painter, area)

    def has_lexer(self, language: str) -> bool:
        """Whether code in this language can be coloured at once; if not, what it needs is loaded on the thread."""
        if language in self._lexers or self._is_closed:
            return True
        if language not in self._asked_lexers:
            self._asked_lexers.add(language)
            self._put(_Haste.LEXER, language)
        return False

    def svg_painter(self) -> SvgPainter:
        """Return who draws SVG for the same documents."""
        if self._svg_painter is None:
            from ui.documents.svg_painter import SvgPainter

            self._svg_painter = SvgPainter(self)
        return self._svg_painter

    def close(self) -> None:
        """End the threads; nothing arrives any more."""
        self._is_closed = True
        if self._svg_painter is not None:
            self._svg_painter.close()
        if self._thread is not None:
            self._put(_Haste.END, None)
            self._thread.join()
            self._thread = None

    # --- private ----------------------------------------------------------------------------------------------

    def _renderer(self, key: FormulaKey, formula: SetFormula, colour: str) -> QSvgRenderer:
        renderer = self._renderers.get((key, colour))
        if renderer is None:
            svg = formula.svg.replace(INK, colour)
            renderer = QSvgRenderer(QByteArray(svg.encode()))
            self._renderers[key, colour] = renderer
            if len(self._renderers) > _KEPT_RENDERERS:
                self._renderers.popitem(last=False)
        else:
            self._renderers.move_to_end((key, colour))
        return renderer

    def _put(self, haste: _Haste, work: FormulaKey | str | None) -> None:
        self._work.put((haste, next(self._order), work))
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="formulas", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while not self._is_closed:
            _, _, key = self._work.get()
            if key is None:
                break
            if isinstance(key, FormulaKey) and key not in self._asked:  # it was seen, and came before its turn
                continue
            if isinstance(key, str):
                load_lexer(key)
                self._lexers.add(key)
                continue
            formula = set_formula(key.latex, is_display=key.is_display)
            if not self._is_closed:
                self._was_set.emit(key, formula)

    def _keep(self, key: FormulaKey, formula: SetFormula | None) -> None:
        if self._is_closed:
            return
        self._asked.discard(key)
        self._seen.discard(key)
        self._known[key] = formula
        if len(self._known) > _KEPT:
            self._known.popitem(last=False)
        self.arrived.emit(key)
