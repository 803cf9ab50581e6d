"""Which sampling values a model's replies are drawn with where nobody has chosen: its own, else sane ones to reason."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec.structs import fields

from app.messages import Sampling

REASONING_DEFAULTS = Sampling(temperature=0.6, top_k=40, top_p=0.95, min_p=0.0, repeat_penalty=1.0)
"""DeepSeek-R1's card asks for temperature 0.5 to 0.7 and top-p 0.95; penalties damage long thoughts."""

_KEYS = {"temperature": "temp", "repeat_penalty": "penalty_repeat"}
"""What metadata calls otherwise."""
_OF_ONE_REPLY = frozenset({"seed", "max_tokens"})
"""No model has a say in these."""


def recommended_sampling(metadata: Mapping[str, str]) -> Sampling:
    """Return what the model's metadata recommends (`general.sampling.*`), completed with the defaults."""
    recommended = Sampling()
    for name in (field.name for field in fields(Sampling)):
        text = metadata.get(f"general.sampling.{_KEYS.get(name, name)}")
        if text is not None and name not in _OF_ONE_REPLY:
            try:
                one = msgspec.convert({name: float(text)}, Sampling, strict=False)
            except (ValueError, msgspec.ValidationError):
                continue  # what is no such number recommends nothing
            recommended = recommended.completed_by(one)
    return recommended.completed_by(REASONING_DEFAULTS)
