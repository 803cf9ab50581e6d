"""Chooses several models that are asked the same question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QWidget

from app.text import quoted, visible_line
from ui.theme.fonts import scaled_px
from ui.widgets.dialog_buttons import DialogButtons
from ui.widgets.layouts import clear, column, scrolled
from ui.widgets.styled import button, label, restyle, show_text

MOST_MODELS = 4
_LEAST_MODELS = 2
_LONGEST_NAME = 44
_LONGEST_QUESTION = 120
_WIDTH_PX = 420
_LIST_PX = 220


@dataclass(frozen=True, slots=True)
class Answerer:
    """A model that can be asked: `name` is what its replies say, `title` what it is called below its `section`.

    Without a section it is on this computer, in the file at `path`; with one, on a server. It may be no model, but a
    way to a server's models, or why there are none.
    """

    name: str
    title: str
    detail: str = ""
    section: str = ""
    path: str = ""
    is_a_way: bool = False
    is_usable: bool = True


class ModelsChooser(QDialog):
    """Two to four of the models, with what each takes.

    Signals:
        chosen(tuple[str, ...]): ask the models of these names.
        way_chosen(str): the person wants to see the models that this leads to.
    """

    chosen = Signal(object)
    way_chosen = Signal(str)

    def __init__(self, question: str, chosen_name: str, parent: QWidget | None = None) -> None:
        """`chosen_name` is the model chosen above: it is asked first, and marked already."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Ask several models"))
        self.setMinimumWidth(min(scaled_px(_WIDTH_PX), parent.width() if parent is not None else _WIDTH_PX))
        self._chosen_name = chosen_name
        self._boxes: dict[str, QCheckBox] = {}
        self._details: dict[str, QLabel] = {}
        self._wanted = {chosen_name}
        self._answerers: tuple[Answerer, ...] = ()
        words = label(quoted(question, longest=_LONGEST_QUESTION), tone="soft", wraps=True)
        inside = QWidget()
        inside.setObjectName("transcriptColumn")
        self._rows = column(of=inside, margins=(2, 2, 8, 2), spacing=2)
        area = scrolled(inside)
        area.setMinimumHeight(scaled_px(_LIST_PX))
        self._words = label(tone="soft", wraps=True)
        buttons = DialogButtons(self, self.tr("Ask"))
        self._confirm = buttons.confirm
        self._confirm.clicked.connect(self._accept)
        column(words, (area, 1), self._words, buttons, of=self, margins=(20, 18, 20, 16), spacing=12)
        self._show_state()

    def show_models(self, models: Sequence[Answerer]) -> None:
        """Offer these, in the place of those before; what is marked stays so."""
        self._answerers = tuple(models)
        clear(self._rows)
        self._boxes.clear()
        self._details.clear()
        section = ""
        for model in models:
            if model.section != section:
                section = model.section
                self._rows.addWidget(label(visible_line(section), tone="faint", scale="small", wraps=True))
            if model.is_a_way:
                self._rows.addWidget(self._way_to(model))
                continue
            self._rows.addWidget(self._box_for(model))
            detail = self._details[model.name] = label(tone="faint", scale="small", wraps=True)
            detail.setContentsMargins(scaled_px(26), 0, 0, scaled_px(6))
            show_text(detail, model.detail)
            self._rows.addWidget(detail)
        self._rows.addStretch()
        self._wanted &= {model.name for model in models if model.is_usable and not model.is_a_way}
        self._show_state()
        first = next(iter(self._boxes.values()), None)
        if first is not None:
            first.setFocus()

    def show_detail(self, name: str, detail: str, *, is_warning: bool = False) -> None:
        """Say what a model takes."""
        shown = self._details.get(name)
        if shown is not None:
            show_text(shown, detail)
            restyle(shown, tone="warm" if is_warning else "faint")
            self._boxes[name].setAccessibleDescription(detail)

    # --- private ----------------------------------------------------------------------------------------------

    def _box_for(self, model: Answerer) -> QCheckBox:
        box = QCheckBox(quoted(model.title, longest=_LONGEST_NAME).replace("&", "&&"))
        box.setAccessibleName(visible_line(model.name))
        box.setAccessibleDescription(" ".join(filter(None, (model.section, model.detail))))
        box.setChecked(model.name in self._wanted and model.is_usable)
        box.toggled.connect(lambda checked, name=model.name: self._want(name, wanted=checked))
        self._boxes[model.name] = box
        return box

    def _way_to(self, model: Answerer) -> QWidget:
        if not model.is_usable:
            return label(visible_line(model.title), tone="soft", wraps=True)
        way = button(quoted(model.title), kind="link", clicked=lambda: self.way_chosen.emit(model.name))
        way.setAutoDefault(False)
        return way

    def _want(self, name: str, *, wanted: bool) -> None:
        if wanted:
            self._wanted.add(name)
        else:
            self._wanted.discard(name)
        self._show_state()

    def _show_state(self) -> None:
        is_full = len(self._wanted) >= MOST_MODELS
        usable = {model.name for model in self._answerers if model.is_usable}
        for name, box in self._boxes.items():
            box.setEnabled(name in usable and (name in self._wanted or not is_full))
            is_left_out = name in usable and not box.isEnabled()
            box.setToolTip(self.tr("Four at most") if is_left_out else visible_line(name) * (name != box.text()))
        count = len(self._wanted)
        words = self.tr("Ask {count} models").format(count=count) if count >= _LEAST_MODELS else self.tr("Ask")
        self._confirm.setText(words)
        self._confirm.setEnabled(count >= _LEAST_MODELS)
        self._words.setText(self._how())

    def _how(self) -> str:
        if len(self._boxes) < _LEAST_MODELS:
            return self.tr("There is no other model yet. Download one on the models page, or add a server there.")
        if len(self._wanted) < _LEAST_MODELS:
            return self.tr("Choose two to four models. Each answers the question once, and their answers are compared.")
        chosen = [model for model in self._answerers if model.name in self._wanted]
        here, elsewhere = [one for one in chosen if one.path], [one for one in chosen if not one.path]
        sentences = []
        if len(here) > 1:
            sentences.append(self.tr("Those on this computer are loaded one after another."))
        if elsewhere and here:
            sentences.append(self.tr("Servers answer at the same time."))
        if any(one.name != self._chosen_name for one in here) and self._chosen_name:
            words = self.tr("{name} is loaded again afterwards.")
            sentences.append(words.format(name=quoted(self._chosen_name, longest=_LONGEST_NAME)))
        servers = sorted({one.name.partition("/")[0] for one in elsewhere})
        if servers:
            words = self.tr("The question, with what was before it, is sent to {servers}.")
            sentences.append(words.format(servers=", ".join(map(quoted, servers))))
        return " ".join(sentences)

    def _accept(self) -> None:
        """The model that is chosen already comes first: it need not be loaded."""
        names = [model.name for model in self._answerers if model.name in self._wanted]
        self.chosen.emit(tuple(sorted(names, key=lambda name: name != self._chosen_name)))
        self.accept()
