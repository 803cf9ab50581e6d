"""When each paragraph of a thought began."""

from __future__ import annotations


class ParagraphTimes:
    """Counts the paragraphs of a growing text; `seconds` holds the time at which each one began."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self._at_line_start = True

    def copy(self) -> ParagraphTimes:
        """Return the same times, to go on from."""
        twin = ParagraphTimes()
        twin.seconds = list(self.seconds)
        twin._at_line_start = self._at_line_start
        return twin

    def feed(self, text: str, *, at_s: float) -> None:
        """Take in more text that came `at_s` seconds after the thought began; blanks before it are not shown."""
        if not self.seconds:
            text = text.lstrip()
        for index, line in enumerate(text.split("\n")):
            if index:
                self._at_line_start = True
            if line and self._at_line_start:
                self.seconds.append(at_s)
                self._at_line_start = False
