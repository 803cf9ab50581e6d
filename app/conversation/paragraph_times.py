"""When each paragraph of a thought began."""

from __future__ import annotations

from app.reasoning import TraceMark


class ParagraphTimes:
    """Finds the lines with text of a growing thought; `marks` says where and when each one began."""

    def __init__(self) -> None:
        self.marks: list[TraceMark] = []
        self._length = 0
        self._is_begun = False
        """Whether the last line has text already."""

    @classmethod
    def of(cls, text: str) -> ParagraphTimes:
        """Return where the lines of a whole thought begin."""
        found = cls()
        found.feed(text)
        return found

    def feed(self, text: str, *, tokens: int = 0, seconds: float = 0.0) -> None:
        """Take what comes next; `tokens` and `seconds` are those of the thought before this text."""
        for index, line in enumerate(text.split("\n")):
            if index:
                self._is_begun = False
                self._length += 1
            words = line.lstrip()
            if words and not self._is_begun:
                self.marks.append(TraceMark(self._length + len(line) - len(words), tokens, round(seconds, 1)))
                self._is_begun = True
            self._length += len(line)
