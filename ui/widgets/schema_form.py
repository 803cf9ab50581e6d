"""Fields for a JSON object: what a model asks a tool to do, and what a tool's server asks the person."""

from __future__ import annotations

import json
from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.text import visible_line
from ui.widgets.layouts import column
from ui.widgets.long_words import PlainField
from ui.widgets.styled import label, line_field, show_text
from ui.widgets.unfolding_box import UnfoldingBox

_MOST_FIELDS = 40
"""With more, or what is no object, the JSON itself is edited."""
_MOST_CHOICES = 200
_LONG_CHARACTERS = 60
_FIELD_LINES = 5

Value = object
Object = Mapping[str, Value]


class SchemaForm(QWidget):
    """A field for each value that `schema` (a JSON Schema) or `content` (a JSON object) names.

    Signals:
        submitted(): Enter was pressed in a line.
    """

    submitted = Signal()

    def __init__(self, schema: str, content: str = "{}") -> None:
        super().__init__()
        known, values = _object(schema), _object(content)
        properties = known.get("properties") if known is not None else None
        fields: Object = properties if isinstance(properties, dict) else {}
        required = known.get("required") if known is not None else None
        self._fields: list[_Field] = []
        self._whole: PlainField | None = None
        parts: list[QWidget] = []
        names = list(dict.fromkeys((*(values or {}), *fields)))
        if values is None or len(names) > _MOST_FIELDS:
            self._whole = self._text_field(self.tr("Arguments as JSON"), content)
            parts.append(self._whole)
        else:
            for name in names:
                kind = fields.get(name)
                field = _Field(
                    name,
                    kind if isinstance(kind, dict) else {},
                    is_required=isinstance(required, list) and name in required,
                    has_value=name in values,
                )
                control = self._control(field, values.get(name))
                self._fields.append(field)
                parts += [label(self._title(field), tone="soft", scale="small", wraps=True), control]
        self._problem = label(tone="danger", scale="small", wraps=True)
        self._problem.setVisible(False)
        column(*parts, self._problem, of=self, spacing=4)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to fill in."""
        return self._whole is None and not self._fields

    def read(self) -> str | None:
        """Return JSON of what is filled in; `None`, and a word about it, where something cannot be taken."""
        show_text(self._problem, "")
        if self._whole is not None:
            text = self._whole.toPlainText()
            if _object(text) is None:
                show_text(self._problem, self.tr("This is no JSON object."))
                return None
            return text
        values: dict[str, Value] = {}
        for field in self._fields:
            try:
                value = field.read()
            except ValueError:
                show_text(self._problem, self._objection(field))
                field.control.setFocus()
                return None
            if value is not _NOTHING:
                values[field.name] = value
        return json.dumps(values, ensure_ascii=False)

    def take_keyboard(self) -> None:
        """Put the keyboard into the first field."""
        if self._whole is not None:
            self._whole.setFocus()
        elif self._fields:
            self._fields[0].control.setFocus()

    # --- private ----------------------------------------------------------------------------------------------

    def _title(self, field: _Field) -> str:
        told = field.schema.get("description") or field.schema.get("title")
        words = f"{field.name}: {told}" if isinstance(told, str) and told != field.name else field.name
        return visible_line(words)[:300] + (" *" if field.is_required else "")

    def _objection(self, field: _Field) -> str:
        name = visible_line(field.name)
        match field.kind:
            case "integer":
                return self.tr("{name} must be a whole number.").format(name=name)
            case "number":
                return self.tr("{name} must be a number.").format(name=name)
            case "string" | "choice":
                return self.tr("{name} must be filled in.").format(name=name)
            case _:
                return self.tr("{name} must be JSON.").format(name=name)

    def _control(self, field: _Field, value: Value) -> QWidget:
        choices = field.choices()
        spoken = visible_line(field.name)
        if choices and (not field.has_value or value in choices):
            field.kind = "choice"
            box = UnfoldingBox()
            if not field.is_required:
                box.addItem("–", None)
            for one in choices:
                shown = {True: self.tr("yes"), False: self.tr("no")}[one] if isinstance(one, bool) else str(one)
                box.addItem(visible_line(shown), json.dumps(one))
            wanted = json.dumps(value if field.has_value else field.schema.get("default"))
            box.setCurrentIndex(max(0, box.findData(wanted)))
            box.setAccessibleName(spoken)
            field.control = box
            return box
        field.kind = field.simple_kind(value)
        default = field.schema.get("default")
        present: Value = value if field.has_value else default
        text = "" if present is None else _written(present, indent=None)
        if field.kind == "json" or "\n" in text or len(text) > _LONG_CHARACTERS:
            text = "" if present is None else _written(present, indent=2)
            field.control = self._text_field(spoken, text)
        else:
            line = line_field(spoken, longest=100_000)
            line.setText(text)
            line.returnPressed.connect(self.submitted)
            field.control = line
        return field.control

    def _text_field(self, name: str, text: str) -> PlainField:
        made = PlainField()
        made.setObjectName("promptField")
        made.setAccessibleName(name)
        made.setTabChangesFocus(True)
        made.setPlainText(text)
        made.setFixedHeight(made.fontMetrics().lineSpacing() * _FIELD_LINES + 20)
        return made


class _Nothing:
    """Marks that a field is left out."""


_NOTHING = _Nothing()


class _Field:
    """One value; `kind` is `string`, `integer`, `number`, `choice` or `json`."""

    control: QWidget

    def __init__(self, name: str, schema: Object, *, is_required: bool, has_value: bool) -> None:
        self.name = name
        self.schema = schema
        self.is_required = is_required
        self.has_value = has_value
        self.kind = "string"

    def choices(self) -> list[Value]:
        """Return what can be chosen from; nothing where anything can be written."""
        named = self.schema.get("enum")
        if isinstance(named, list) and 0 < len(named) <= _MOST_CHOICES:
            return list(named)
        return [True, False] if self.schema.get("type") == "boolean" else []

    def simple_kind(self, value: Value) -> str:
        """Return what is written into it, by the schema, else by what stands there."""
        kind = self.schema.get("type")
        if kind in ("string", "integer", "number"):
            fits = not self.has_value or isinstance(value, str) == (kind == "string")
            return str(kind) if fits else "json"
        if kind is None and (isinstance(value, str) or not self.has_value):
            return "string"
        return "json"

    def read(self) -> Value:
        """Return what is filled in; raises `ValueError`."""
        if isinstance(self.control, UnfoldingBox):
            data = self.control.currentData()
            return _NOTHING if data is None else json.loads(data)
        text = self.control.text() if isinstance(self.control, QLineEdit) else _plain(self.control)
        if not text.strip() and not (self.kind == "string" and self.has_value):
            if self.is_required:
                raise ValueError(self.name)
            return _NOTHING
        match self.kind:
            case "string":
                return text
            case "integer":
                return int(text)
            case "number":
                number = float(text)
                return int(number) if number.is_integer() and "." not in text else number
            case _:
                return json.loads(text)


def _written(value: Value, *, indent: int | None) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=indent)


def _plain(control: QWidget) -> str:
    return control.toPlainText() if isinstance(control, PlainField) else ""


def _object(text: str) -> dict[str, Value] | None:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) else None


def argument_lines(content: str) -> list[tuple[str, str]]:
    """Return the values of a JSON object as (name, words), and whatever else it is as it is, without a name."""
    values = _object(content)
    if values is None:
        return [("", content)]
    return [
        (visible_line(name), value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
        for name, value in values.items()
    ]
