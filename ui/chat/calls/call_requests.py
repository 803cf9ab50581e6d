"""What a person wants done with calls of tools, told by their cards and heard by a presenter."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class CallRequests(QObject):
    """One for all cards of calls of a place: whichever has a button, the wish is heard there.

    Signals:
        decided(CallDecision): a call may go, or not.
        answered(InputGiven): what a server asked for.
        answer_now_asked(): the calls are to be given up, and the model to answer without tools.
        edit_asked(ShownCall): the thought that made this call should be edited, and gone on from.
    """

    decided = Signal(object)
    answered = Signal(object)
    answer_now_asked = Signal()
    edit_asked = Signal(object)
