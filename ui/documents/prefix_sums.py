"""Where each of many stacked things begins, found and changed without going through all of them."""

from __future__ import annotations


class PrefixSums:
    """Heights in pixels, in a binary indexed tree: everything takes some twenty steps at most."""

    def __init__(self) -> None:
        self._heights: list[float] = []
        self._tree: list[float] = [0.0]

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> float:
        """All heights together."""
        return self.top_of(len(self._heights))

    def append(self, height: float) -> None:
        """Add one at the end."""
        self._heights.append(height)
        at = len(self._heights)
        low = at - (at & -at)
        total, below = height, at - 1
        while below > low:
            total += self._tree[below]
            below -= below & -below
        self._tree.append(total)

    def cut(self, count: int) -> None:
        """Keep the first `count`."""
        del self._heights[count:], self._tree[count + 1 :]

    def put(self, index: int, height: float) -> None:
        """Change one height."""
        change = height - self._heights[index]
        self._heights[index] = height
        at = index + 1
        while at < len(self._tree):
            self._tree[at] += change
            at += at & -at

    def scale(self, factor: float) -> None:
        """Change all heights alike."""
        self._heights = [height * factor for height in self._heights]
        self._tree = [total * factor for total in self._tree]

    def top_of(self, index: int) -> float:
        """Return the sum of the heights before one; their number is the end of all."""
        total, at = 0.0, index
        while at > 0:
            total += self._tree[at]
            at -= at & -at
        return total

    def index_at(self, y: float) -> int:
        """Return the last one that begins at or above `y`; 0 if none does."""
        at, step = 0, 1 << len(self._heights).bit_length()
        while step:
            following = at + step
            if following < len(self._tree) and self._tree[following] <= y:
                at = following
                y -= self._tree[following]
            step >>= 1
        return max(0, min(at, len(self._heights) - 1))
