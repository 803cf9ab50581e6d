"""The colours of code, for light and dark; each has a contrast of at least 4.5 on the ground of code."""

from __future__ import annotations

from dataclasses import dataclass

from pygments.token import Comment, Generic, Keyword, Literal, Name, Number, Operator, Punctuation, String

from ui.theme.colours import Colours


@dataclass(frozen=True, slots=True)
class CodeColours:
    """One set, as `#rrggbb`; what has no colour of its own is text."""

    ground: str
    comment: str
    keyword: str
    string: str
    number: str
    function: str
    type_name: str
    attribute: str
    inserted: str
    deleted: str

    @classmethod
    def of(cls, colours: Colours) -> CodeColours:
        """Return the set that goes with a theme."""
        return _DARK if colours.is_dark else _LIGHT

    def colour_of(self, token: object) -> str:
        """Return the colour of one of Pygments' token types; empty for plain text."""
        found = _ROLES.get(token)
        while found is None and token is not None:
            token = getattr(token, "parent", None)
            found = _ROLES.get(token)
        return str(getattr(self, found)) if found else ""


_ROLES: dict[object, str] = {
    Comment: "comment",
    Comment.Preproc: "attribute",
    Comment.PreprocFile: "string",
    Keyword: "keyword",
    Keyword.Type: "type_name",
    Keyword.Constant: "number",
    Operator.Word: "keyword",
    String: "string",
    String.Escape: "attribute",
    String.Interpol: "attribute",
    String.Regex: "attribute",
    Number: "number",
    Literal: "number",
    Name.Function: "function",
    Name.Class: "type_name",
    Name.Namespace: "type_name",
    Name.Exception: "type_name",
    Name.Builtin: "type_name",
    Name.Builtin.Pseudo: "number",
    Name.Decorator: "attribute",
    Name.Attribute: "attribute",
    Name.Tag: "keyword",
    Name.Constant: "number",
    Generic.Heading: "keyword",
    Generic.Subheading: "function",
    Generic.Inserted: "inserted",
    Generic.Deleted: "deleted",
    Generic.Prompt: "comment",
    Punctuation: "",
    Operator: "",
    Name: "",
}

_LIGHT = CodeColours(
    ground="#f5f4ee",
    comment="#636967",
    keyword="#7b3aa3",
    string="#1c6a41",
    number="#8d5a08",
    function="#0b6665",
    type_name="#1f5a9e",
    attribute="#96431a",
    inserted="#1c6a41",
    deleted="#a8321f",
)
_DARK = CodeColours(
    ground="#1f2322",
    comment="#929a98",
    keyword="#c99bf0",
    string="#8bd5a3",
    number="#e0b04f",
    function="#57cbc1",
    type_name="#8bb8f5",
    attribute="#eda27c",
    inserted="#74cf9a",
    deleted="#f08d7b",
)
