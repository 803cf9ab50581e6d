"""The colours of the window: two sets of the same roles, one accent."""

from __future__ import annotations

from msgspec import Struct


class Colours(Struct, frozen=True):
    """One set of colours, as `#rrggbb`. Every text colour has a contrast of at least 4.5 on its grounds.

    `edge` and `accent` have 3.0 on theirs, and so has `text` on `accent`: it frames such a button with the keyboard.
    """

    is_dark: bool
    window: str
    """Behind the transcript."""
    sidebar: str
    pane: str
    """Behind the thought."""
    raised: str
    """Buttons and the composer."""
    hover: str
    line: str
    edge: str
    """Around fields: 3.0 on every ground, by which one tells where to write."""
    text: str
    soft_text: str
    """Thoughts, second lines."""
    faint_text: str
    """Labels, figures, placeholders."""
    accent: str
    on_accent: str
    accent_tint: str
    """Behind chips and the chosen row."""
    accent_text: str
    """On the tint."""
    bubble: str
    warm: str
    """Second thoughts, cautions."""
    warm_tint: str
    danger: str
    danger_tint: str
    good: str
    """On its tint: it fits, it is sound."""
    good_tint: str
    third: str
    """The answer's part of the context gauge."""

    def by_role(self) -> dict[str, str]:
        """Return the colours by their names here."""
        return {name: getattr(self, name) for name in self.__struct_fields__ if name != "is_dark"}


LIGHT = Colours(
    is_dark=False,
    window="#fbfbfa",
    sidebar="#f3f3f1",
    pane="#f5f4ee",
    raised="#ffffff",
    hover="#e9eae7",
    line="#e2e3df",
    edge="#878d8b",
    text="#1c1f1e",
    soft_text="#575d5b",
    faint_text="#636967",
    accent="#0e7c7b",
    on_accent="#ffffff",
    accent_tint="#e1f0ee",
    accent_text="#0b6665",
    bubble="#eceeed",
    warm="#8d5a08",
    warm_tint="#f7efdf",
    danger="#a8321f",
    danger_tint="#f8e4e1",
    good="#1c6a41",
    good_tint="#e0f1e6",
    third="#a27329",
)

DARK = Colours(
    is_dark=True,
    window="#161817",
    sidebar="#1c1f1e",
    pane="#1b1d1a",
    raised="#111312",
    hover="#272b2a",
    line="#2d3130",
    edge="#676e6c",
    text="#e8ebea",
    soft_text="#a9b0ae",
    faint_text="#8f9795",
    accent="#2e9189",
    on_accent="#0b1413",
    accent_tint="#1b312f",
    accent_text="#57cbc1",
    bubble="#242928",
    warm="#e0b04f",
    warm_tint="#2e2819",
    danger="#f08d7b",
    danger_tint="#3a211f",
    good="#74cf9a",
    good_tint="#17301f",
    third="#d9a441",
)
