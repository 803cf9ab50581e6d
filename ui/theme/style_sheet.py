"""The style sheet: one text, filled in with a set of colours. Selectors are object names and dynamic properties.

It also keeps strangers' text from being markup: by themselves labels and tooltips take for HTML what looks like it, and
open the files that it names. Here each of them, whoever makes it, shows the letters it was given and nothing else.
"""

from __future__ import annotations

import re
from string import Template

from app.paths import resources_directory
from ui.theme.colours import Colours
from ui.theme.fonts import scaled_px
from ui.theme.spacing import spaced_paddings

_ARROW_PX = 26
"""At the end of a list that unfolds."""
_BOX_PX = 12
"""A box to tick, without its frame of two pixels."""

_TEMPLATE = Template(
    """
QMainWindow, #page, #transcript, #transcriptColumn { background: $window; }
#sidebar { background: $sidebar; border: none; border-right: 1px solid $line; }
#header { background: $window; border: none; border-bottom: 1px solid $line; }
#pane, #rail { background: $pane; border: none; }
#paneFoot { background: $pane; border: none; border-top: 1px solid $line; }
#nudge { background: $raised; color: $text; border: 1px solid $accent; border-radius: 6px; padding: 4px 8px;
    selection-background-color: $accent; selection-color: $on_accent; }
#paneHeader { background: $pane; border: none; border-bottom: 1px solid $line; }
#traceOutline { border: none; border-bottom: 1px solid $line; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $accent; }

QLabel, QToolTip { qproperty-textFormat: 0; } /* plain; see the module's docstring */
QLabel { color: $text; background: transparent; }
QLabel[tone="soft"] { color: $soft_text; }
QLabel[tone="faint"] { color: $faint_text; }
QLabel[tone="danger"] { color: $danger; }
QLabel[scale="tiny"] { font-size: 11px; }
QLabel[scale="small"] { font-size: 12px; }
QLabel[scale="large"] { font-size: 17px; font-weight: 600; }
QLabel[scale="title"] { font-size: 22px; font-weight: 600; }
QLabel[tone="warm"] { color: $warm; }
#brand { font-size: 15px; font-weight: 600; }
#paneTitle { font-weight: 600; }

QPushButton, QToolButton { color: $text; background: transparent; border: 1px solid transparent; outline: none;
    border-radius: 6px; padding: 4px 8px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:focus, QToolButton:focus { border-color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $faint_text; }
QPushButton[kind="raised"] { background: $raised; border: 1px solid $line; border-radius: 8px; padding: 7px 12px;
    text-align: left; }
QPushButton[kind="raised"]:hover { background: $hover; }
QPushButton[kind="raised"]:focus { border-color: $accent; }
QPushButton[kind="place"] { text-align: left; padding: 6px 8px; }
QPushButton[kind="place"]:checked { background: $accent_tint; }
#line { background: $line; border: none; }
#downloadBar { background: $sidebar; border: none; border-top: 1px solid $line; }
QProgressBar { background: $line; border: none; border-radius: 3px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; border-radius: 8px;
    padding: 6px 14px; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_text; border-color: $accent_text; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; padding: 5px 13px; }
QPushButton[kind="primary"]:disabled { background: $hover; border-color: $hover; color: $faint_text; }
QPushButton[kind="chip"] { background: $accent_tint; color: $accent_text; border-radius: 6px; padding: 4px 9px;
    font-size: 13px; font-weight: 500; }
QPushButton[kind="chip"]:hover, QPushButton[kind="chip"]:focus { border-color: $accent; }
QPushButton[kind="chip"]:disabled { color: $accent_text; }
QPushButton[kind="mark"] { color: $faint_text; border: 1px solid $line; border-radius: 9px; padding: 2px 8px;
    font-size: 12px; }
QPushButton[kind="mark"][vote="agrees"] { background: $accent_tint; color: $accent_text; }
QPushButton[kind="mark"][vote="differs"] { background: $warm_tint; color: $warm; }
QPushButton[kind="mark"]:hover, QPushButton[kind="mark"]:focus { border-color: $accent; }
QPushButton[kind="mark"]:checked { border: 2px solid $accent; padding: 1px 7px; }
QPushButton[kind="mark"]:checked:focus { border-color: $text; }
QPushButton[kind="quiet"] { color: $faint_text; font-size: 12px; padding: 3px 1px; }
QPushButton[kind="quiet"][rests="true"] { color: transparent; }
QPushButton[kind="quiet"][rests="true"]:focus { color: $faint_text; }
QPushButton[kind="quiet"]:hover { color: $accent_text; background: transparent; }
QPushButton[kind="quiet"]:disabled { color: $line; }
QPushButton[kind="picture"] { background: transparent; border: 1px solid $line; border-radius: 8px; padding: 2px; }
QPushButton[kind="picture"]:hover, QPushButton[kind="picture"]:focus { border-color: $accent; }
QPushButton[kind="link"] { color: $accent_text; padding: 3px 1px; font-weight: 500; }
QPushButton[kind="link"]:hover { color: $text; background: transparent; }
QPushButton[kind="small"] { background: $raised; border: 1px solid $line; padding: 4px 10px; font-size: 13px; }
QPushButton[kind="small"]:hover { background: $hover; }
QPushButton[kind="small"]:checked { background: $accent_tint; color: $accent_text; }
QPushButton[kind="small"]:focus { border-color: $accent; }
QPushButton[kind="list"] { background: $raised; border: 1px solid $edge; border-radius: 8px; padding: 5px 10px;
    text-align: left; }
QPushButton[kind="list"]:focus { border: 2px solid $accent; padding: 4px 9px; }
QPushButton[kind="list"]:disabled { border-color: $line; }
#thinkingControl { background: $raised; border: 1px solid $line; border-radius: 8px; }
QPushButton[kind="segment"] { color: $soft_text; font-size: 13px; padding: 5px 8px; border-radius: 0; }
QPushButton[kind="segment"]:checked { background: $accent_tint; color: $accent_text; font-weight: 600; }
QPushButton[kind="segment"][edge="first"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
QPushButton[kind="segment"][edge="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
QPushButton[kind="segment"][edge="only"] { border-radius: 6px; }
QPushButton[kind="example"] { background: $raised; border: 1px solid $line; border-radius: 10px; padding: 10px 14px;
    text-align: left; }
QPushButton[kind="example"]:hover, QPushButton[kind="example"]:focus { border-color: $accent; }

QListView { background: transparent; border: none; outline: none; color: $text; }
QListView QLineEdit { background: $raised; color: $text; border: 1px solid $accent; border-radius: 6px;
    padding: 0 6px; selection-background-color: $accent; selection-color: $on_accent; }

#searchField { background: $raised; color: $text; border: 1px solid $edge; border-radius: 8px; padding: 5px 8px;
    selection-background-color: $accent; selection-color: $on_accent; }
#searchField:focus { border: 2px solid $accent; padding: 4px 7px; }
#moreButton { padding: 4px 7px; }
#workBar { background: $line; border: none; border-radius: 2px; }
#workRows { background: transparent; }
#workBar::chunk { background: $accent; border-radius: 2px; }
#moreButton::menu-indicator { image: none; width: 0; }
#presetButton::menu-indicator { image: none; width: 0; }

QComboBox { background: $raised; color: $text; border: 1px solid $edge; border-radius: 8px; padding: 5px 10px;
    combobox-popup: 0; }
QComboBox:focus { border: 2px solid $accent; padding: 4px 9px; }
QComboBox:disabled { color: $faint_text; border-color: $line; }
QComboBox::drop-down { border: none; width: ${arrow_px}px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $raised; color: $text; border: 1px solid $line; padding: 4px;
    outline: none; }
QComboBox QAbstractItemView::item { padding: 6px; border-radius: 6px; }
QComboBox QAbstractItemView::item:selected { background: $accent_tint; color: $text; }
#numberField { background: $raised; border: 1px solid $edge; border-radius: 8px; }
#numberField[focused="true"] { border: 2px solid $accent; }
#numberField:disabled { border-color: $line; }
#numberField QToolButton { padding: 0 2px; }
#numberField[invalid="true"] { border-color: $danger; }

QCheckBox, QRadioButton { color: $text; spacing: 8px; border: 1px solid transparent; border-radius: 6px;
    padding: 1px 4px 1px 1px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $faint_text; }
QCheckBox::indicator, QRadioButton::indicator { width: ${box_px}px; height: ${box_px}px; border: 2px solid $faint_text;
    border-radius: 4px; background: $raised; }
QRadioButton::indicator { border-radius: ${round_px}px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QRadioButton::indicator:checked { width: ${dot_px}px; height: ${dot_px}px; border: ${ring_px}px solid $accent; }
QCheckBox::indicator:disabled { background: $line; border-color: $line; }
QListWidget { background: $raised; color: $text; border: 1px solid $line; border-radius: 8px; padding: 4px; }
QListWidget:focus { border-color: $accent; }
QListWidget::item { padding: 6px 8px; border-radius: 6px; }
QListWidget::item:selected { background: $accent_tint; color: $text; }

QTextEdit, QPlainTextEdit { background: transparent; border: none; color: $text;
    selection-background-color: $accent; selection-color: $on_accent; }
#thought { background: $pane; border: none; }
#bubble { background: $bubble; border-radius: 10px; }
#thoughtEditor { background: $raised; border: 1px solid $accent; border-radius: 8px; padding: 6px; }
#promptField { background: $raised; border: 1px solid $edge; border-radius: 8px; padding: 6px; }
#promptField:focus { border: 2px solid $accent; padding: 5px; }
#composer { background: $raised; border: 1px solid $edge; border-radius: 12px; padding: 1px; }
#composer[focused="true"] { border: 2px solid $accent; padding: 0; }
#callCard { background: $raised; border: 1px solid $line; border-radius: 10px; }
#callCard QProgressBar { background: $line; border: none; border-radius: 3px; }
#callCard QProgressBar::chunk { background: $accent; border-radius: 3px; }
QLabel[weight="strong"] { font-weight: 600; }
QLineEdit[kind="field"] { background: $raised; color: $text; border: 1px solid $edge; border-radius: 8px;
    padding: 0 10px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit[kind="field"]:focus { border: 2px solid $accent; padding: 0 9px; }
QPushButton[kind="smallPrimary"] { background: $accent; color: $on_accent; border: 1px solid $accent;
    padding: 4px 10px; font-size: 13px; font-weight: 600; }
QPushButton[kind="smallPrimary"]:hover { background: $accent_text; border-color: $accent_text; }
QPushButton[kind="smallPrimary"]:focus { border: 2px solid $text; padding: 3px 9px; }
#box { background: $window; border: 1px solid $line; border-radius: 10px; }
#notice { background: $warm_tint; border: 1px solid $line; border-radius: 10px; }
#undoBar { background: $raised; border: 1px solid $line; border-radius: 8px; }
#findField { background: transparent; border: none; color: $text; selection-background-color: $accent;
    selection-color: $on_accent; }
#thoughtBox { background: $pane; border: 1px solid $line; border-radius: 8px; }

QMenu { background: $raised; color: $text; border: 1px solid $line; padding: 6px; }
QMenu::item { padding: 7px 24px 7px 14px; border-radius: 6px; }
QMenu::item:selected { background: $accent_tint; color: $text; }
QMenu::item:disabled { color: $faint_text; }
QMenu::indicator { width: ${box_px}px; height: ${box_px}px; }
QMenu::indicator:checked { image: url("$tick"); }
QMenu::right-arrow { width: ${box_px}px; height: ${box_px}px; }
QMenu::separator { height: 1px; background: $line; margin: 6px 8px; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 5px 8px; }

#palette { background: $window; border: 1px solid $line; border-radius: 12px; }
#paletteField { background: $raised; color: $text; border: 1px solid $edge; border-radius: 8px; padding: 8px 10px;
    font-size: 15px; selection-background-color: $accent; selection-color: $on_accent; }
#paletteField:focus { border: 2px solid $accent; padding: 7px 9px; }
#shortcuts { background: $window; }
QLabel[keys="true"] { background: $hover; border: 1px solid $line; border-radius: 6px; padding: 2px 8px; }

QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar::handle:vertical { background: $line; border-radius: 3px; min-height: 32px; }
QScrollBar::handle:vertical:hover { background: $faint_text; }
QScrollBar:horizontal { height: 0; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QDialog { background: $window; border: 1px solid $line; }
"""
)


def style_sheet(colours: Colours) -> str:
    """Return the style sheet in these colours, its text in the person's scale."""
    icons, names = resources_directory() / "icons", ("dark", "light") if colours.is_dark else ("light", "dark")
    check, tick = ((icons / f"check-{name}.svg").as_posix() for name in names)  # on the accent, and on a menu's ground
    box_px, dot_px = scaled_px(_BOX_PX), scaled_px(_BOX_PX // 2)
    dot_px -= (box_px - dot_px) % 2  # as much ring at both sides
    sizes = {
        "arrow_px": scaled_px(_ARROW_PX),
        "box_px": box_px,
        "round_px": box_px // 2 + 2,
        "dot_px": dot_px,
        "ring_px": (box_px - dot_px) // 2 + 2,
    }
    return scaled_sizes(_TEMPLATE.substitute(colours.by_role(), check=check, tick=tick, **sizes))


def scaled_sizes(sheet: str) -> str:
    """Return a style sheet with every font size in the person's scale, and its paddings in the person's density."""
    sheet = spaced_paddings(sheet)
    return re.sub(r"font-size: (\d+)px", lambda found: f"font-size: {scaled_px(int(found[1]))}px", sheet)
