"""Names of quantizations, from the header and from file names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from app.gguf.tensors import TensorInfo

_OF_FILE_TYPE = {
    0: "F32",
    1: "F16",
    2: "Q4_0",
    3: "Q4_1",
    7: "Q8_0",
    8: "Q5_0",
    9: "Q5_1",
    10: "Q2_K",
    11: "Q3_K_S",
    12: "Q3_K_M",
    13: "Q3_K_L",
    14: "Q4_K_S",
    15: "Q4_K_M",
    16: "Q5_K_S",
    17: "Q5_K_M",
    18: "Q6_K",
    19: "IQ2_XXS",
    20: "IQ2_XS",
    21: "Q2_K_S",
    22: "IQ3_XS",
    23: "IQ3_XXS",
    24: "IQ1_S",
    25: "IQ4_NL",
    26: "IQ3_S",
    27: "IQ3_M",
    28: "IQ2_S",
    29: "IQ2_M",
    30: "IQ4_XS",
    31: "IQ1_M",
    32: "BF16",
    36: "TQ1_0",
    37: "TQ2_0",
    38: "MXFP4",
    39: "NVFP4",
    40: "Q1_0",
    41: "Q2_0",
}
"""`LLAMA_FTYPE_*` of llama.h; 1024 is added to it when the type was guessed."""
_GUESSED = 1024

_IN_NAME = re.compile(
    r"(?<![A-Za-z0-9])(?:(?P<dynamic>UD)[-_])?"
    r"(?P<name>BF16|FP?16|FP?32|FP8|NVFP4|MXFP4(?:_MOE)?|TQ[12]_0|IQ\d_(?:XXS|XS|XL|NL|KSS|KS|KT|KL|K|S|M|L)"
    r"|Q\d_K(?:_(?:XXL|XL|XS|S|M|L|P))?|Q4_0_[48]_[48]|Q\d_\d(?:_(?:L|XL))?|Q\d(?:_(?:XL|L))?)"
    r"(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_AT_END = re.compile(r"(.*?[^-._ ])[-._ ]+((?:UD-)?[A-Za-z0-9_]+)", re.IGNORECASE)
_SPELLINGS = {"FP16": "F16", "FP32": "F32", "MXFP4_MOE": "MXFP4"}


def quantization_of_file_type(file_type: int | None) -> str:
    """Return the name of a `general.file_type`, or an empty string."""
    if file_type is None:
        return ""
    return _OF_FILE_TYPE.get(file_type & ~_GUESSED, "") if file_type >= 0 else ""


def split_model_name(name: str) -> tuple[str, str]:
    """Return a model's name without the quantization that it ends in, and that as it stands there, or nothing."""
    found = _AT_END.fullmatch(name)
    return (found[1], found[2]) if found is not None and quantization_from_name(found[2]) else (name, "")


def quantization_from_name(file_name: str) -> str:
    """Return the quantization that a file name mentions last, in upper case, or an empty string.

    `UD-` (a dynamic mixture of types) is part of the name, since such a file lies beside the ordinary one.
    """
    mentions = list(_IN_NAME.finditer(file_name))
    if not mentions:
        return ""
    name = mentions[-1]["name"].upper()
    return ("UD-" if mentions[-1]["dynamic"] else "") + _SPELLINGS.get(name, name)


def dominant_type_name(tensors: Iterable[TensorInfo]) -> str:
    """Return the tensor type that most weights have, or an empty string if there are no tensors."""
    weights: Counter[str] = Counter()
    for tensor in tensors:
        weights[tensor.type.name] += tensor.element_count
    return max(weights, key=lambda name: weights[name], default="")
