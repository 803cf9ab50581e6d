"""The style of the models page, in the colours of the theme."""

from __future__ import annotations

from string import Template

STYLE = Template(
    """
#models, #models QScrollArea, #models QScrollArea > QWidget > QWidget { background: $window; }
#modelPanel { background: $window; border: none; border-left: 1px solid $line; }
#panelHeader, #modelsHeader { background: $window; border: none; border-bottom: 1px solid $line; }
#panelTitle { font-size: 15px; font-weight: 600; }
QLabel[scale="small"] { font-size: 12px; }
QLabel[scale="body"] { font-size: 13px; }
QLabel[weight="strong"] { font-weight: 600; }

QPushButton[kind="tab"] { color: $soft_text; padding: 7px 12px; border-radius: 8px; }
QPushButton[kind="tab"]:checked { background: $accent_tint; color: $accent_text; font-weight: 600; }
QPushButton[kind="toggle"] { color: $soft_text; border: 1px solid $line; border-radius: 8px; padding: 5px 10px;
    font-size: 13px; }
QPushButton[kind="toggle"]:hover { background: $hover; }
QPushButton[kind="toggle"]:checked { background: $accent_tint; color: $accent_text; border-color: $accent_tint; }
QPushButton[kind="toggle"]:focus { border-color: $accent; }
QPushButton[kind="toggle"]::menu-indicator { image: none; width: 0; }
QPushButton[kind="small"] { background: $raised; border: 1px solid $line; border-radius: 8px; padding: 5px 12px;
    font-size: 13px; }
QPushButton[kind="small"]:hover { background: $hover; }
QPushButton[kind="small"]:focus { border-color: $accent; }
QPushButton[kind="small"]:disabled { color: $faint_text; background: transparent; }
QPushButton[kind="smallPrimary"] { background: $accent; color: $on_accent; border: 1px solid $accent;
    border-radius: 8px; padding: 5px 12px; font-size: 13px; font-weight: 600; }
QPushButton[kind="smallPrimary"]:hover { background: $accent_text; border-color: $accent_text; }
QPushButton[kind="smallPrimary"]:focus { border: 2px solid $text; padding: 4px 11px; }
QPushButton[kind="danger"] { background: $danger_tint; color: $danger; border: 1px solid $danger_tint;
    border-radius: 8px; padding: 5px 12px; font-size: 13px; font-weight: 600; }
QPushButton[kind="danger"]:hover, QPushButton[kind="danger"]:focus { border-color: $danger; }

QLineEdit[kind="field"] { background: $raised; color: $text; border: 1px solid $edge; border-radius: 10px;
    padding: 0 12px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit[kind="field"]:focus { border: 2px solid $accent; padding: 0 11px; }

QLabel[badge="good"] { background: $good_tint; color: $good; }
QLabel[badge="warm"] { background: $warm_tint; color: $warm; }
QLabel[badge="bad"] { background: $danger_tint; color: $danger; }
QLabel[badge="plain"] { background: $hover; color: $soft_text; }
QLabel[badge] { border-radius: 6px; font-size: 12px; font-weight: 500; }

QFrame[kind="card"] { background: $window; border: 1px solid $line; border-radius: 10px; }
QFrame[kind="card"][chosen="true"] { border-color: $accent; }
QFrame[kind="card"]:focus { border-color: $accent; }
QFrame[kind="card"][chosen="true"]:focus { border-color: $text; }
QFrame[kind="inset"] { background: $window; border: 1px solid $line; border-radius: 10px; }
"""
)
