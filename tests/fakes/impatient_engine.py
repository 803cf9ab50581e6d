"""The real engine, whose chat templates may render for a second only: for those that never end."""

from __future__ import annotations

from dataclasses import dataclass

from app.inference.engine import Emit, Engine, Interrupts
from app.inference.llama_factory import LlamaEngineFactory


@dataclass(frozen=True, slots=True)
class ImpatientEngineFactory:
    """Crosses to the child by pickling."""

    def __call__(self, emit: Emit, interrupts: Interrupts) -> Engine:
        from app.inference.chat_template import ChatTemplate

        usual = ChatTemplate.__init__.__kwdefaults__ or {}
        ChatTemplate.__init__.__kwdefaults__ = usual | {"limit_s": 1.0}
        return LlamaEngineFactory()(emit, interrupts)
