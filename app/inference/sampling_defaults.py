"""Which sampling values a turn uses: the request's, else the model's own, else sane ones for reasoning."""

from __future__ import annotations

from collections.abc import Mapping

from app.inference.protocol import Sampling

REASONING_DEFAULTS = Sampling(temperature=0.6, top_k=40, top_p=0.95, min_p=0.0, repeat_penalty=1.0)
"""DeepSeek-R1's card asks for temperature 0.5 to 0.7 and top-p 0.95; penalties damage long thoughts."""


def recommended_sampling(metadata: Mapping[str, str]) -> Sampling:
    """Return what the model's metadata recommends (`general.sampling.*`), completed with the defaults."""

    def number(key: str) -> float | None:
        try:
            value = float(metadata[f"general.sampling.{key}"])
        except (KeyError, ValueError):
            return None
        return value if value == value and abs(value) < 1e6 else None

    top_k = number("top_k")
    recommended = Sampling(
        temperature=number("temp"),
        top_k=int(top_k) if top_k is not None else None,
        top_p=number("top_p"),
        min_p=number("min_p"),
        repeat_penalty=number("penalty_repeat"),
    )
    return resolve(recommended, REASONING_DEFAULTS)


def resolve(chosen: Sampling, fallback: Sampling) -> Sampling:
    """Return `chosen` with its open values taken from `fallback`."""
    names = ("temperature", "top_k", "top_p", "min_p", "repeat_penalty", "seed")
    values = {
        name: getattr(chosen, name) if getattr(chosen, name) is not None else getattr(fallback, name) for name in names
    }
    return Sampling(**values)
