"""The style of the settings page, in the colours of the theme."""

from __future__ import annotations

from string import Template

STYLE = Template(
    """
#settings, #settings QScrollArea, #settings QScrollArea > QWidget > QWidget { background: $window; }
#settingsHeader { background: $window; border: none; border-bottom: 1px solid $line; }
#settingsTitle { font-size: 15px; font-weight: 600; }
QLabel[scale="group"] { font-size: 18px; font-weight: 600; }
QLabel[weight="strong"] { font-weight: 600; }
#settingRow { background: transparent; border: none; border-bottom: 1px solid $line;
    border-left: 3px solid transparent; }
#settingRow[changed="true"] { border-left: 3px solid $accent; }
QPushButton[kind="group"] { text-align: left; color: $soft_text; padding: 7px 12px; border-radius: 8px; }
QPushButton[kind="group"]:checked { background: $accent_tint; color: $accent_text; font-weight: 600; }
QPushButton[kind="link"][scale="small"] { font-size: 12px; }
QLineEdit[kind="field"] { background: $raised; color: $text; border: 1px solid $line;
    border-radius: 8px; padding: 5px 10px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit[kind="field"]:focus { border-color: $accent; }
QKeySequenceEdit QLineEdit { background: $raised; color: $text; border: 2px solid $accent; border-radius: 6px;
    padding: 3px 8px; }
QLabel[keys="true"] { background: $hover; border: 1px solid $line; border-radius: 6px; padding: 2px 8px;
    font-size: 12px; }
"""
)
