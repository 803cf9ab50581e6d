"""Units of measurement: each as a factor and the powers of the base units it is made of.

Factors are exact where they are defined exactly (SI brochure, 9th edition; NIST Handbook 44, appendix C).
"""

from __future__ import annotations

from fractions import Fraction

Dimensions = tuple[tuple[str, int], ...]
"""Base units with their powers, sorted; none of power 0."""

NO_UNIT: Dimensions = ()
_PREFIXES = {
    "Q": 30,
    "R": 27,
    "Y": 24,
    "Z": 21,
    "E": 18,
    "P": 15,
    "T": 12,
    "G": 9,
    "M": 6,
    "k": 3,
    "h": 2,
    "da": 1,
    "d": -1,
    "c": -2,
    "m": -3,
    "µ": -6,
    "μ": -6,
    "u": -6,
    "n": -9,
    "p": -12,
    "f": -15,
    "a": -18,
    "z": -21,
    "y": -24,
    "r": -27,
    "q": -30,
}
_BINARY_PREFIXES = {"Ki": 10, "Mi": 20, "Gi": 30, "Ti": 40, "Pi": 50}
_LONG_PREFIXES = {"kilo": 3, "mega": 6, "giga": 9, "tera": 12, "deci": -1, "centi": -2, "milli": -3, "micro": -6}
_BASES: dict[str, tuple[str, str]] = {
    "m": ("1", "m"),
    "g": ("1/1000", "kg"),
    "s": ("1", "s"),
    "A": ("1", "A"),
    "K": ("1", "K"),
    "mol": ("1", "mol"),
    "cd": ("1", "cd"),
    "Hz": ("1", "s-1"),
    "N": ("1", "kg m s-2"),
    "Pa": ("1", "kg m-1 s-2"),
    "J": ("1", "kg m2 s-2"),
    "W": ("1", "kg m2 s-3"),
    "C": ("1", "A s"),
    "V": ("1", "kg m2 s-3 A-1"),
    "F": ("1", "kg-1 m-2 s4 A2"),
    "Ω": ("1", "kg m2 s-3 A-2"),
    "ohm": ("1", "kg m2 s-3 A-2"),
    "T": ("1", "kg s-2 A-1"),
    "L": ("1/1000", "m3"),
    "l": ("1/1000", "m3"),
    "Wh": ("3600", "kg m2 s-2"),
    "eV": ("1.602176634e-19", "kg m2 s-2"),
    "cal": ("4.184", "kg m2 s-2"),
    "bar": ("100000", "kg m-1 s-2"),
    "bit": ("1", "bit"),
    "B": ("8", "bit"),
    "byte": ("8", "bit"),
}
"""Those that take prefixes."""
_OTHERS: dict[str, tuple[str, str]] = {
    "t": ("1000", "kg"),
    "min": ("60", "s"),
    "h": ("3600", "s"),
    "d": ("86400", "s"),
    "week": ("604800", "s"),
    "year": ("31557600", "s"),
    "inch": ("0.0254", "m"),
    "ft": ("0.3048", "m"),
    "yd": ("0.9144", "m"),
    "mi": ("1609.344", "m"),
    "nmi": ("1852", "m"),
    "ly": ("9460730472580800", "m"),
    "au": ("149597870700", "m"),
    "ha": ("10000", "m2"),
    "acre": ("4046.8564224", "m2"),
    "gal": ("0.003785411784", "m3"),
    "qt": ("0.000946352946", "m3"),
    "pt": ("0.000473176473", "m3"),
    "cup": ("0.0002365882365", "m3"),
    "oz": ("0.028349523125", "kg"),
    "lb": ("0.45359237", "kg"),
    "stone": ("6.35029318", "kg"),
    "atm": ("101325", "kg m-1 s-2"),
    "mmHg": ("133.322387415", "kg m-1 s-2"),
    "psi": ("6894.757293168361", "kg m-1 s-2"),
    "hp": ("745.69987158227022", "kg m2 s-3"),
    "mph": ("0.44704", "m s-1"),
    "kmh": ("5/18", "m s-1"),
    "kn": ("463/900", "m s-1"),
    "kWh": ("3600000", "kg m2 s-2"),
    "BTU": ("1055.05585262", "kg m2 s-2"),
}
_NAMES = {
    "meter": "m",
    "metre": "m",
    "gram": "g",
    "gramme": "g",
    "second": "s",
    "sec": "s",
    "ampere": "A",
    "kelvin": "K",
    "hertz": "Hz",
    "newton": "N",
    "pascal": "Pa",
    "joule": "J",
    "watt": "W",
    "volt": "V",
    "liter": "L",
    "litre": "L",
    "calorie": "cal",
    "minute": "min",
    "hour": "h",
    "hr": "h",
    "day": "d",
    "yr": "year",
    "tonne": "t",
    "inches": "inch",
    "foot": "ft",
    "feet": "ft",
    "yard": "yd",
    "mile": "mi",
    "gallon": "gal",
    "ounce": "oz",
    "pound": "lb",
    "lbs": "lb",
    "knot": "kn",
    "kph": "kmh",
    "hectare": "ha",
}


def unit_named(name: str) -> tuple[Fraction, Dimensions] | None:
    """Return a unit by its symbol or English name, with a prefix or in the plural; `None` if there is none."""
    for candidate in (name, name.lower()):
        found = _plain(candidate) or _prefixed(candidate)
        if found is not None:
            return found
    return unit_named(name[:-1]) if len(name) > 3 and name.endswith("s") else None


def power_of(dimensions: Dimensions, exponent: int) -> Dimensions:
    """Return a unit's dimensions to a power."""
    return tuple((base, power * exponent) for base, power in dimensions if exponent)


def product_of(one: Dimensions, other: Dimensions) -> Dimensions:
    """Return what two units multiplied are made of."""
    powers = dict(one)
    for base, power in other:
        powers[base] = powers.get(base, 0) + power
    return tuple(sorted((base, power) for base, power in powers.items() if power))


def shown(dimensions: Dimensions) -> str:
    """Return dimensions as people write a unit, such as `kg*m/s^2`."""
    above = [_powered(base, power) for base, power in dimensions if power > 0]
    below = [_powered(base, -power) for base, power in dimensions if power < 0]
    return "/".join(["*".join(above) or "1", *below]) if dimensions else ""


def _plain(name: str) -> tuple[Fraction, Dimensions] | None:
    name = _NAMES.get(name, name)
    found = _BASES.get(name) or _OTHERS.get(name)
    return None if found is None else (Fraction(found[0]), _dimensions(found[1]))


def _prefixed(name: str) -> tuple[Fraction, Dimensions] | None:
    for prefixes, base in ((_PREFIXES, 10), (_LONG_PREFIXES, 10), (_BINARY_PREFIXES, 2)):
        for prefix, exponent in prefixes.items():
            rest = name.removeprefix(prefix)
            if rest != name and _NAMES.get(rest, rest) in _BASES:
                plain = _plain(rest)
                assert plain is not None, "it is one of the bases"
                return plain[0] * Fraction(base) ** exponent, plain[1]
    return None


def _dimensions(text: str) -> Dimensions:
    parts = []
    for part in text.split():
        base = part.rstrip("-0123456789")
        parts.append((base, int(part[len(base) :] or "1")))
    return tuple(sorted(parts))


def _powered(base: str, power: int) -> str:
    return base if power == 1 else f"{base}^{power}"
