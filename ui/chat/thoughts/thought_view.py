"""A thought on the screen: light text while it grows, code and formulas rendered when it is finished and seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

from app.conversation.paragraph_times import ParagraphTimes
from ui.chat.thoughts.thought_text import NEAR_END_PX, ThoughtText
from ui.widgets.end_button import EndButton

if TYPE_CHECKING:  # documents are not needed before the first paint, and take long to import
    from ui.chat.thoughts.thought_page import ThoughtPage
    from ui.documents.formula_typesetter import FormulaTypesetter


class ThoughtView(QWidget):
    """Shows one thought. What is being read, selected or found stays where it is when the thought is rendered.

    Signals:
        hits_changed(): what is looked for has been found in other places, too.
    """

    hits_changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, typesetter: FormulaTypesetter | None = None) -> None:
        super().__init__(parent)
        self._typesetter = typesetter
        self._text = ""
        self._spans: Sequence[tuple[int, int]] = ()
        self._times: ParagraphTimes | None = None
        self._is_live = False
        self._found = ""
        self._hit: int | None = None
        self._is_hit_due = False
        self._is_filling = False
        self._live = ThoughtText(self)
        self._end_button = EndButton(self, is_of_thought=True)
        self._end_button.clicked.connect(self._go_to_end)
        self._watch(self._live)
        self._page: ThoughtPage | None = None
        self._is_rendered = True
        """Whether the page shows the thought, or shall as soon as it has been read."""
        self._live.setVisible(False)
        self.setFocusProxy(self._live)

    def set_typesetter(self, typesetter: FormulaTypesetter | None) -> None:
        """Say who sets formulas, before the first thought is shown."""
        self._typesetter = typesetter

    def text(self) -> str:
        """Return the thought as it was given."""
        return self._text

    @property
    def is_rendered(self) -> bool:
        """Whether the finished thought is what is seen."""
        return self._page is not None and self._live.isHidden() and not self._page.isHidden()

    def show_thought(self, text: str, times: ParagraphTimes | None, *, is_live: bool = False) -> None:
        """Show a thought from its beginning, a running one from its end; `times` is read again as it grows."""
        self._text, self._times, self._is_live = text, times, is_live
        self.mark_source(())
        self._is_rendered = False
        if is_live:
            self._show_live()
            return
        self._live.show_thought("", None)
        if self._page is not None:
            self._page.show_thought("", None)
        self._render_if_seen()

    def grow_thought(self, text: str) -> None:
        """Show the same thought as far as it has come, or as it is kept at last."""
        known, self._text = self._text, text
        if text == known:
            return
        if not self._is_live:
            self._is_rendered = False
            self._render_if_seen()
            return
        count = self._live.hit_count
        if text.startswith(known):
            self._live.append_thought(text[len(known) :])
        else:
            self._live.show_thought(text, self._times)
        if not self._end_button.isHidden():
            self._end_button.set_marked(marked=True)
        if self._live.hit_count != count:
            self._tell_hits()

    def set_live(self, *, is_live: bool) -> None:
        """Say that the thought has ended, or goes on."""
        if is_live == self._is_live:
            return
        self._is_live = is_live
        if not is_live:
            self._render_if_seen()
        else:
            self._is_rendered = False
            self._show_live()

    def scroll_to_end(self) -> None:
        """Go to the newest text, and follow it from here."""
        if self.is_rendered and self._page is not None:
            self._page.scroll_to_end()
        else:
            self._live.scroll_to_end()

    def mark_source(self, spans: Sequence[tuple[int, int]]) -> None:
        """Mark these characters of the thought, when it is over; another thought has no marks."""
        self._spans = spans
        if self._page is not None:
            self._page.document.mark_source(spans)

    def scroll_to_source(self, source: int) -> None:
        """Put the line with this character of the thought at the top."""
        if self.is_rendered and self._page is not None:
            from ui.documents.verbatim_view import SourcePlace

            self._page.scroll_to(SourcePlace(source) if source else None)
        else:
            self._live.scroll_to_source(source)

    def verticalScrollBar(self) -> QScrollBar:
        """The bar of what is seen."""
        return self._page.verticalScrollBar() if self.is_rendered and self._page else self._live.verticalScrollBar()

    # --- finding ----------------------------------------------------------------------------------------------

    def find_text(self, text: str) -> int:
        """Mark all places of a text, whatever the case, and return their number; an empty text ends it."""
        self._found, self._hit = text, None
        return self._find_again()

    @property
    def is_counted(self) -> bool:
        """Whether `hit_count` is right: all of the thought is there, or as much as has come."""
        if self.is_rendered and self._page is not None:
            return self._page.document.is_caught_up
        return self._is_live

    @property
    def hit_count(self) -> int:
        """How many places have been found so far."""
        if self.is_rendered and self._page is not None:
            return self._page.document.hit_count
        return self._live.hit_count

    def show_hit(self, index: int | None) -> None:
        """Mark one hit more strongly than the others and bring it into view, as soon as it is found, or none."""
        self._hit = index
        self._is_hit_due = index is not None and index >= self.hit_count
        if self.is_rendered and self._page is not None:
            document = self._page.document
            document.show_hit(index)
            if index is not None and not self._is_hit_due:
                place = document.hit_rect(index)
                self._page.bring_into_view(place.top(), place.height())
        else:
            self._live.show_hit(index)

    # --- private ----------------------------------------------------------------------------------------------

    def _tell_hits(self) -> None:
        if self._is_hit_due and self._hit is not None and self.hit_count > self._hit:
            self.show_hit(self._hit)
        self.hits_changed.emit()

    def _find_again(self) -> int:
        count = 0
        if self._page is not None:
            count = self._page.document.find(self._found if self.is_rendered else "")
        if not self.is_rendered:
            count = self._live.find_text(self._found)
        return count

    def _show_live(self) -> None:
        """Show the thought as text that grows, and follow it."""
        had_keyboard = self._has_keyboard()
        self._live.show_thought(self._text, self._times)
        self._live.scroll_to_end()
        if self._page is not None:
            self._page.setVisible(False)
        self._live.setVisible(True)
        self._live.setGeometry(self.rect())
        self.setFocusProxy(self._live)
        if had_keyboard:
            self._live.setFocus()
        self._find_again()
        self._place_end_button()

    def _render_if_seen(self) -> None:
        """Have the finished thought read; until then what was seen stays. Nothing is done while nobody sees it."""
        if self._is_live or self._is_rendered or not self.isVisible():
            return
        self._is_rendered = True
        page = self._page
        if page is None:
            from ui.chat.thoughts.thought_page import ThoughtPage

            page = self._page = ThoughtPage(typesetter=self._typesetter, parent=self)
            QWidget.setTabOrder(self._live, page.document)  # it was made after all others, and would come last
            page.setVisible(False)
            self._watch(page)
            page.read.connect(self._swap)
            page.document.hits_changed.connect(self._tell_hits)
        page.setGeometry(self.rect())
        self._is_filling = True
        page.show_thought(self._text, self._times)
        page.document.mark_source(self._spans)
        self._is_filling = False
        if self._live.isHidden() or not self._live.text():
            self._put_page()
        elif page.document.is_read:
            self._swap()

    def _swap(self) -> None:
        """Put the page in the place of the running thought; the line at the top stays there."""
        page = self._page
        if page is None or self._is_filling or self._is_live or not self._is_rendered or self._live.isHidden():
            return
        is_at_end = self._live.is_at_end and self._live.verticalScrollBar().maximum() > 0
        place, selected = self._live.place_at_top(), self._live.selected_range()
        if is_at_end:
            page.scroll_to_end()
        else:
            page.scroll_to(place)
        if selected is not None:
            page.document.select_source(*selected)
        hit = self._hit
        self._put_page()
        self._live.show_thought("", None)
        if self._found:
            self._find_again()
            page.document.show_hit(hit)
            self.hits_changed.emit()

    def _put_page(self) -> None:
        page = self._page
        assert page is not None, "made before"
        had_keyboard = self._has_keyboard()
        page.setGeometry(self.rect())
        page.setVisible(True)
        self._live.setVisible(False)
        self.setFocusProxy(page.document)
        if had_keyboard:
            page.document.setFocus()
        if self._found:
            self._find_again()
        self._place_end_button()

    def _watch(self, shown: QAbstractScrollArea) -> None:
        bar = shown.verticalScrollBar()
        bar.valueChanged.connect(self._place_end_button)
        bar.rangeChanged.connect(self._place_end_button)

    def _place_end_button(self) -> None:
        """Offer a way to the newest text while that is out of sight."""
        bar = self.verticalScrollBar()
        is_below = bar.value() < bar.maximum() - NEAR_END_PX
        if not is_below and self._end_button.is_marked:
            self._end_button.set_marked(marked=False)
        self._end_button.stand(self.size(), is_wanted=is_below)

    def _go_to_end(self) -> None:
        if self._end_button.hasFocus():  # it goes away
            self.setFocus()
        self.scroll_to_end()

    def _has_keyboard(self) -> bool:
        focused = self.focusWidget()
        return focused is not None and focused.hasFocus() and self.isAncestorOf(focused)

    # --- Qt ---------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """It takes what room there is."""
        return self._live.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give all room to what is seen."""
        super().resizeEvent(event)
        self._live.setGeometry(self.rect())
        if self._page is not None:
            self._page.setGeometry(self.rect())
        self._place_end_button()

    def changeEvent(self, event: QEvent) -> None:
        """Take on another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._end_button.fit()
            self._place_end_button()

    def showEvent(self, event: QShowEvent) -> None:
        """Render what has ended while nobody saw it."""
        super().showEvent(event)
        self._render_if_seen()
