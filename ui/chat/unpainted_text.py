"""Text of running replies that has come and is not painted yet."""

from __future__ import annotations

from app.conversation.turn import Turn
from app.inference.protocol import DeltaPart
from ui.chat.cards import shown_text


class UnpaintedText:
    """Gathers text by question, and leaves out the empty lines that a thought or an answer begins with."""

    def __init__(self) -> None:
        self._waiting: dict[tuple[int, str], list[str]] = {}
        self._begun: set[tuple[int, str]] = set()

    def add(self, question_id: int, part: DeltaPart) -> None:
        """Take in the next text of a reply's thought or answer."""
        self._waiting.setdefault((question_id, part.kind), []).append(part.text)

    def take(self, kind: str) -> list[tuple[int, str]]:
        """Return what there is of this kind, by question, and forget it."""
        taken = []
        for key in [key for key in self._waiting if key[1] == kind]:
            text = "".join(self._waiting.pop(key))
            if key not in self._begun:
                text = shown_text(text)
            if text:
                self._begun.add(key)
                taken.append((key[0], text))
        return taken

    def drop(self, question_id: int, kind: str) -> None:
        """Forget the text of one reply: it is shown as a whole."""
        self._waiting.pop((question_id, kind), None)

    def clear(self, running: Turn | None) -> None:
        """Forget all of it: what is shown next is taken from the turns as a whole."""
        self._waiting.clear()
        self._begun.clear()
        if running is not None:
            self.note_begun(running)

    def note_begun(self, turn: Turn) -> None:
        """Remember what of a turn has begun, shown as a whole."""
        for kind, text in (("thinking", turn.thinking), ("answer", turn.answer)):
            if shown_text(text):
                self._begun.add((turn.question_id, kind))
