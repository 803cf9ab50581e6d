"""The Hub of the pictures: on this machine, with one model of the recommended list. No scene asks the network."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from tests.app.hub.tiny_gguf import write_gguf
from tests.fakes.fake_hub import FakeHub
from tests.fakes.fake_hub_files import EndlessFile, FakeFile

REPOSITORY = "Qwen/Qwen3-0.6B-GGUF"
_SIZES = {"Q4_K_M": 484_220_320, "Q5_K_M": 551_378_336, "Q6_K": 622_733_728, "Q8_0": 804_753_824, "F16": 1_509_345_184}
_CARD = (
    b"# Qwen3-0.6B\n\nThe smallest Qwen3. It thinks before it answers, and the thinking can be switched off.\n\n"
    b"- 32,768 tokens of context\n- More than 100 languages\n"
)
_FACTS = {"license": "apache-2.0", "base_model": ["Qwen/Qwen3-0.6B"]}
_TEMPLATE = "{% if add_generation_prompt %}<|im_start|>assistant\n<think>\n{% endif %}"


class _ShownFile(EndlessFile):
    @cached_property
    def sha256(self) -> str:
        """Made up: nobody waits for the hash of what is not there."""
        return f"{self.size:064x}"


@contextmanager
def shown_hub(folder: Path) -> Iterator[FakeHub]:
    """Run the Hub while the pictures are taken; its files give their bytes slowly."""
    head = write_gguf(folder / "head.gguf", name="Qwen3-0.6B", architecture="qwen3").read_bytes()
    hub = FakeHub()
    files: dict[str, bytes | FakeFile] = {
        f"Qwen3-0.6B-{name}.gguf": _ShownFile(size, head=head) for name, size in _SIZES.items()
    }
    files["README.md"] = _CARD
    facts = {"total": 596_049_920, "architecture": "qwen3", "context_length": 32_768, "chat_template": _TEMPLATE}
    hub.add(REPOSITORY, files, downloads=912_345, gguf=facts, card=_FACTS)
    hub.pause_s = 0.02
    with hub:
        yield hub
