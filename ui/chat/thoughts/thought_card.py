"""What the thinking pane shows, as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.history.exchange.trace_form import TraceForm
from ui.chat.calls.call_requests import CallRequests

if TYPE_CHECKING:
    from ui.chat.calls.shown_call import ShownCall
    from ui.chat.thoughts.trace_times import TraceTimes


class ThoughtSpan(Struct, frozen=True):
    """Where the thought of a step stands in the text of a trace: from `begin` up to `end`."""

    step: int
    begin: int
    end: int


class ThoughtProgress(Struct, frozen=True):
    """How long and how much; `is_live` while the model still thinks, `is_circling` when it repeats itself."""

    is_live: bool = False
    is_circling: bool = False
    is_over: bool = False
    """Whether the reply is over."""
    can_edit: bool = False
    """Whether its thought can be edited, too."""
    is_edited: bool = False
    """Whether the thought, or its beginning, is a person's."""
    seconds: float | None = None
    tokens: int = 0
    budget: int | None = None
    """How many tokens it may have, while it runs."""
    budget_s: float | None = None
    """How many seconds, while it runs."""
    tokens_per_s: float | None = None
    """While it runs."""
    calls: tuple[ShownCall, ...] = ()
    """Of tools, which have no result yet."""
    thoughts: tuple[ThoughtSpan, ...] = ()
    """Of an ended reply, in their order."""


class ThoughtCard(Struct, frozen=True):
    """The thought of one reply, and when its lines began, if that is known and to be shown."""

    reply_id: int
    text: str
    progress: ThoughtProgress = ThoughtProgress()
    times: TraceTimes | None = None


class EditedThought(Struct, frozen=True):
    """`text` takes the place of the thought of the reply `reply_id`; the model thinks on, or `answers_now`.

    It thinks at most `budget_tokens` more, if that is said. Several `samples` vote.
    """

    reply_id: int
    text: str
    answers_now: bool = False
    budget_tokens: int | None = None
    samples: int = 1
    step: int = 0
    """The place of the step whose thought it is; those before it stay."""


class Bookmarks(Struct, frozen=True):
    """Where a thought is marked, in its characters: that of a `step` of a reply."""

    reply_id: int
    step: int
    places: tuple[int, ...]


class TraceWish(Struct, frozen=True):
    """The trace of a reply should be written to a file."""

    reply_id: int
    form: TraceForm


def trace_form_text(form: TraceForm) -> str:
    """Return what it is called to write a trace in this form."""
    return {
        TraceForm.MARKDOWN: QCoreApplication.translate("TraceWish", "Export the thought as Markdown…"),
        TraceForm.WEB_PAGE: QCoreApplication.translate("TraceWish", "Export the thought as a web page…"),
        TraceForm.JSON: QCoreApplication.translate("TraceWish", "Export the thought as JSON…"),
    }[form]


class ThoughtSteering(QObject):
    """One for all panels; `drafts` holds what was written in editors of thoughts and not sent, by reply and step.

    Signals:
        answer_now_asked(): the running thought should end and the answer begin.
        nudged(str): this hint should go into the running thought.
        edited(EditedThought): the model should go on from this.
        outline_toggled(): outlines are wanted beside thoughts, or not any more; see `has_outlines`.
        unsure_setting_asked(): the setting that keeps how sure models are should be shown.
        unsure_toggled(): words that models were unsure of should be marked, or not any more; see `marks_unsure`.
        export_asked(TraceWish): a trace should be written to a file.
        bookmarked(Bookmarks): the person has marked other places of a thought.
        quoted(str): the person wants to ask about this part of a thought.
    """

    answer_now_asked = Signal()
    nudged = Signal(str)
    edited = Signal(object)
    outline_toggled = Signal()
    bookmarked = Signal(object)
    quoted = Signal(str)
    export_asked = Signal(object)
    unsure_toggled = Signal()
    unsure_setting_asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.calls = CallRequests(self)
        """What is wanted done with calls of tools."""
        self.drafts: dict[tuple[int, int], str] = {}
        self.has_outlines = False
        self.marks_unsure = False

    def toggle_unsure(self) -> None:
        """Mark words that models were unsure of, or no words."""
        self.marks_unsure = not self.marks_unsure
        self.unsure_toggled.emit()

    def toggle_outlines(self) -> None:
        """Show outlines, or hide them."""
        self.has_outlines = not self.has_outlines
        self.outline_toggled.emit()
