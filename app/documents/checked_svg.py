"""SVG that a model wrote, written anew from what is known to be harmless: shapes, letters, colours and gradients.

Nothing of it refers to anything but itself, and what drawing it costs is bounded: elements, depth, numbers, points,
dashes, markers and copies are counted before anybody draws. What is unknown is left out and told; what is too much, or
declares entities, is refused. Slips that browsers forgive in HTML are forgiven: what stands around it, an ampersand, a
letter by its name in HTML, a prefix that was not declared, a size in percent.
"""

from __future__ import annotations

import logging
import math
import re
from dataclasses import dataclass, field
from html import escape
from html.entities import html5
from xml.parsers import expat

_log = logging.getLogger(__name__)
_NAMES = frozenset({"svg", "xml", "html", ""})
"""What models call code that is SVG."""
MOST_BYTES = 200_000
_MOST_ELEMENTS, _DEEPEST = 800, 24
_MOST_POINTS = 3_000
"""Numbers in all paths and points together."""
_MOST_COPIES = 800
"""Elements that uses and markers draw again."""
_MOST_DASHES = 4_000
_LARGEST = 100_000.0
"""Of all numbers; a picture's own size is less than a tenth of it."""
_USUAL_HEIGHT = 150.0
"""CSS 2, 10.3.2: what says no size is 300 wide, half as high."""
_LARGEST_SCALE = 200.0
_LONGEST_TEXT = 2_000

_SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
_ELEMENTS = _SHAPES | {
    "svg", "g", "defs", "symbol", "title", "desc", "text", "tspan", "linearGradient", "radialGradient", "stop",
    "marker", "use", "style",
}  # fmt: skip
_NUMBERS = frozenset({
    "x", "y", "width", "height", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "dx", "dy", "offset",
    "stroke-width", "stroke-dashoffset", "stroke-miterlimit", "font-size", "opacity", "fill-opacity", "stroke-opacity",
    "stop-opacity", "refX", "refY", "markerWidth", "markerHeight", "letter-spacing",
})  # fmt: skip
_ESSENTIAL = {"path": "d", "polyline": "points", "polygon": "points"}
_GEOMETRY = ("d", "points", "x1", "x2", "y1", "y2", "width", "height", "r", "rx", "ry")
_LISTS = frozenset({"d", "points", "viewBox", "stroke-dasharray"})
_TRANSFORMS = frozenset({"transform", "gradientTransform"})
_REFERENCES = frozenset({"fill", "stroke", "marker-start", "marker-mid", "marker-end"})
_WORDS = frozenset({
    "id", "class", "fill-rule", "stroke-linecap", "stroke-linejoin", "font-family", "font-weight", "font-style",
    "text-anchor", "visibility", "display", "stop-color", "color", "gradientUnits", "spreadMethod", "orient",
    "markerUnits", "preserveAspectRatio", "dominant-baseline", "text-decoration", "overflow",
})  # fmt: skip
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_BEGINNING = re.compile(r"<(?:\w+:)?svg\b")
_NO_TAG = re.compile(r"<(?![a-zA-Z/!?])")
_AMPERSAND = re.compile(r"&(?:(#\d+|#x[\da-fA-F]+|\w+);)?")
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_STYLE_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ONE_NUMBER = re.compile(rf"\s*({_NUMBER.pattern})\s*(px|pt|pc|mm|cm|in|em|ex|%)?\s*")
_LIST = re.compile(r"[-+\d.eE,\s a-zA-Z]*")
_TRANSFORM = re.compile(r"(?:\s*(?:translate|scale|rotate|skewX|skewY|matrix)\s*\([-+\d.eE,\s]*\)\s*,?)*")
_LOCAL = re.compile(r"\s*url\(\s*['\"]?#([\w.-]+)['\"]?\s*\)\s*(?:none|#?\w+)?\s*")
_PLAIN = re.compile(r"[\w\s#%.,()'+-]*")
_STYLES = re.compile(r"[\w\s#%.,(){}:;>*'\"!/+-]*")
_FORBIDDEN_IN_STYLES = re.compile(r"(?i)url|import|expression|dash|marker|filter|mask|clip|animation|behavior")


class SvgIsRefused(ValueError):
    """It stays source; the argument says why, for tests and the log."""


@dataclass(frozen=True, slots=True)
class CheckedSvg:
    """`text` is all that may be drawn; `width` and `height` say its shape; `left_out` names what is not in it."""

    text: str
    width: float
    height: float
    left_out: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Node:
    name: str
    attributes: dict[str, str]
    inside: list[_Node | str] = field(default_factory=list)
    size: int = 1
    """How many elements it is, itself among them."""


def svg_in_code(code: str, language: str) -> CheckedSvg | None:
    """Return what a whole code block draws; `None` where it is no SVG, or none that may be drawn."""
    if language.lower() not in _NAMES or not _BEGINNING.search(code[:2000]):
        return None
    try:
        return checked_svg(code)
    except SvgIsRefused as reason:
        _log.info("an SVG stays source: %s", reason)
        return None


def checked_svg(source: str) -> CheckedSvg:
    """Return what may be drawn of an SVG; raises `SvgIsRefused`."""
    if len(source.encode("utf-8", "replace")) > MOST_BYTES:
        raise SvgIsRefused("too long")
    reader = _Reader()
    root = reader.read(source)
    width, height = _size_of(root)
    check = _Check(root)
    text = check.written()
    return CheckedSvg(text, width, height, frozenset(reader.left_out | check.left_out))


class _Reader:
    """Reads elements, as many as may be; entities and what stands outside of the SVG are no part of it."""

    def __init__(self) -> None:
        self.left_out: set[str] = set()
        self._open: list[_Node] = []
        self._skipped = 0
        self._count = 0
        self._root: _Node | None = None

    def read(self, source: str) -> _Node:
        """Return its first SVG; a declaration before that is not read, so that no entities are declared."""
        beginning = _BEGINNING.search(source)
        if beginning is None or "<!ENTITY" in source:
            raise SvgIsRefused("no svg" if beginning is None else "entities")
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._take
        try:
            parser.Parse(_NO_TAG.sub("&lt;", _AMPERSAND.sub(_as_xml, source[beginning.start() :])), True)
        except (expat.ExpatError, ValueError) as error:
            if self._root is None or self._open:  # after its end anything may stand
                raise SvgIsRefused(str(error)) from error
        assert self._root is not None, "what was found begins with it"
        return self._root

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > _MOST_ELEMENTS:
            raise SvgIsRefused("too many elements")
        if len(self._open) + self._skipped > _DEEPEST:
            raise SvgIsRefused("too deep")
        name = tag.rpartition(":")[2]
        if self._skipped or name not in _ELEMENTS or (name == "svg" and self._open):  # Qt draws no SVG in SVG
            self._skipped += 1
            if self._skipped == 1:
                self.left_out.add(name[:40])
            return
        plain = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        node = _Node(name, plain)
        if self._open:
            self._open[-1].inside.append(node)
        elif self._root is None:
            self._root = node
        self._open.append(node)

    def _end(self, _tag: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        node = self._open.pop()
        if self._open:
            self._open[-1].size += node.size

    def _take(self, text: str) -> None:
        if self._open and not self._skipped and self._open[-1].name in ("text", "tspan", "title", "desc", "style"):
            self._open[-1].inside.append(text)


class _Check:
    """Writes the elements anew, and counts what drawing them costs."""

    def __init__(self, root: _Node) -> None:
        self.left_out: set[str] = set()
        self._root = root
        self._named: dict[str, _Node] = {}
        self._points = self._copies = self._dashes = 0
        self._note_names(root)

    def written(self) -> str:
        lines: list[str] = []
        self._write(self._root, lines, scale=1.0, is_copied=False)
        return "".join(lines)

    def _note_names(self, node: _Node) -> None:
        if "id" in node.attributes:
            self._named.setdefault(node.attributes["id"], node)
        for child in node.inside:
            if isinstance(child, _Node):
                self._note_names(child)

    def _write(self, node: _Node, lines: list[str], *, scale: float, is_copied: bool) -> None:
        is_copied = is_copied or node.name in ("marker", "symbol")
        if node.name == "style":
            self._write_style(node, lines)
            return
        kept = self._kept(node, is_copied=is_copied)
        scale *= _scale_of(kept.get("transform", ""))
        if scale > _LARGEST_SCALE or (node.name == "use" and "href" not in kept):
            self.left_out.add(node.name)
            return
        if node.name in _ESSENTIAL and _ESSENTIAL[node.name] not in kept:
            return
        if node is self._root:
            kept["xmlns"] = "http://www.w3.org/2000/svg"
        lines.append(f"<{node.name}" + "".join(f' {key}="{escape(value)}"' for key, value in kept.items()) + ">")
        left = _LONGEST_TEXT
        for child in node.inside:
            if isinstance(child, str):
                lines.append(escape(child[:left], quote=False))
                left -= min(left, len(child))
            else:
                self._write(child, lines, scale=scale, is_copied=is_copied)
        lines.append(f"</{node.name}>")

    def _write_style(self, node: _Node, lines: list[str]) -> None:
        text = "".join(child for child in node.inside if isinstance(child, str))
        if len(text) <= _LONGEST_TEXT * 4:
            text = _STYLE_COMMENT.sub(" ", text)
        numbers = [abs(float(found)) for found in _NUMBER.findall(text.partition("{")[2])]
        is_fine = _STYLES.fullmatch(text) and not _FORBIDDEN_IN_STYLES.search(text) and "/*" not in text
        if is_fine and len(text) <= _LONGEST_TEXT * 4 and all(number <= _LARGEST_SCALE for number in numbers):
            lines.append(f"<style>{escape(text, quote=False)}</style>")
        else:
            self.left_out.add("style")

    def _kept(self, node: _Node, *, is_copied: bool) -> dict[str, str]:
        """Return the attributes that may stay; those of a `style` are attributes as any."""
        attributes = dict(node.attributes)
        for declaration in attributes.pop("style", "").split(";"):
            key, colon, value = declaration.partition(":")
            if colon:
                attributes[key.strip()] = value.strip().removesuffix("!important").strip()
        kept = {
            key: value for key, value in attributes.items() if self._may_stay(node, key, value, is_copied=is_copied)
        }
        if "stroke-dasharray" in kept and not self._may_be_dashed(node, kept):
            del kept["stroke-dasharray"]
        for key in ("marker-start", "marker-mid", "marker-end"):
            if key in kept and not self._may_be_copied(kept[key], times=_points_of(kept) if key == "marker-mid" else 1):
                del kept[key]
        return kept

    def _may_stay(self, node: _Node, key: str, value: str, *, is_copied: bool) -> bool:
        if key in _NUMBERS:
            found = _ONE_NUMBER.fullmatch(value)
            most = _LARGEST_SCALE if key in ("font-size", "stroke-width", "letter-spacing") else _LARGEST
            return found is not None and abs(float(found[1])) <= most
        if key in _LISTS:
            numbers = _NUMBER.findall(value)
            self._points += len(numbers)
            if self._points > _MOST_POINTS:
                raise SvgIsRefused("too many points")
            return bool(_LIST.fullmatch(value)) and all(abs(float(number)) <= _LARGEST for number in numbers)
        if key in _TRANSFORMS:
            fits = all(abs(float(number)) <= _LARGEST for number in _NUMBER.findall(value))
            return len(value) <= _LONGEST_TEXT and bool(_TRANSFORM.fullmatch(value)) and fits
        if key == "href":
            return node.name == "use" and not is_copied and self._may_be_copied(f"url({value})")
        if key in _REFERENCES and "url" in value.lower():
            is_marker = key.startswith("marker")
            return bool(_LOCAL.fullmatch(value)) and not (is_marker and is_copied)
        if key in _REFERENCES or key in _WORDS:
            return len(value) <= 200 and bool(_PLAIN.fullmatch(value)) and "url" not in value.lower()
        return False

    def _may_be_copied(self, reference: str, *, times: int = 1) -> bool:
        """Whether so many copies of an element can be afforded; one that holds copies itself is not copied."""
        found = _LOCAL.fullmatch(reference)
        node = self._named.get(found[1]) if found is not None else None
        if node is None or _holds_copies(node):
            return False
        self._copies += node.size * max(1, times)
        return self._copies <= _MOST_COPIES

    def _may_be_dashed(self, node: _Node, kept: dict[str, str]) -> bool:
        dashes = [abs(float(number)) for number in _NUMBER.findall(kept["stroke-dasharray"])]
        if node.name not in _SHAPES or not sum(dashes):
            return False
        given = (kept.get(key, "") for key in _GEOMETRY)
        length = 8 * sum(abs(float(number)) for text in given for number in _NUMBER.findall(text))
        self._dashes += int(length / sum(dashes))
        return self._dashes <= _MOST_DASHES


def _holds_copies(node: _Node) -> bool:
    keys = ("marker-start", "marker-mid", "marker-end")
    if node.name == "use" or any(key in node.attributes or key in node.attributes.get("style", "") for key in keys):
        return True
    return any(_holds_copies(child) for child in node.inside if isinstance(child, _Node))


def _points_of(kept: dict[str, str]) -> int:
    return sum(len(_NUMBER.findall(kept.get(key, ""))) for key in ("d", "points"))


def _scale_of(transform: str) -> float:
    """Return by how much a transform may enlarge, at most."""
    scale = 1.0
    for name, numbers in re.findall(r"(scale|matrix|skewX|skewY)\s*\(([^)]*)\)", transform):
        found = [abs(float(number)) for number in _NUMBER.findall(numbers)]
        if name.startswith("skew"):
            scale *= 1 + abs(math.tan(math.radians(found[0]))) if found else 1.0
        else:
            scale *= max([1.0, *(found[:4] if name == "matrix" else found)])
    return scale


def _size_of(root: _Node) -> tuple[float, float]:
    """Return width and height of the picture in its own units, which say its shape."""
    view = [float(number) for number in _NUMBER.findall(root.attributes.get("viewBox", ""))]
    if len(view) == 4:
        width, height = view[2:]
    else:
        found = [_ONE_NUMBER.fullmatch(root.attributes.get(key, "")) for key in ("width", "height")]
        given = [float(one[1]) if one is not None and one[2] != "%" else None for one in found]
        width = given[0] if given[0] is not None else 2 * (given[1] if given[1] is not None else _USUAL_HEIGHT)
        height = given[1] if given[1] is not None else width / 2
        root.attributes["viewBox"] = f"0 0 {width:g} {height:g}"
    if not (0 < width <= _LARGEST / 10 and 0 < height <= _LARGEST / 10 and 0.02 <= width / height <= 50):
        raise SvgIsRefused("no size that could be shown")
    for key in ("width", "height"):
        root.attributes.pop(key, None)
    return width, height


def _as_xml(found: re.Match[str]) -> str:
    """Return an ampersand and what may stand behind it as XML: itself, or the letter that HTML calls so."""
    name = found[1]
    if name is not None and (name[0] == "#" or name in _XML_ENTITIES):
        return found[0]
    letter = html5.get(f"{name};")
    return escape(letter) if letter is not None else f"&amp;{found[0][1:]}"
