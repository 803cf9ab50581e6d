"""The sequences of one context: who has which, what idle ones still hold, and how much room is left.

Prompts share their beginnings by content, whoever wrote them: a new one begins as a copy of the sequence that holds the
most of it, which for ordinary memory is no copy at all: the same cells belong to several sequences. Idle sequences are
kept while nobody needs their place; a conversation's is saved before it goes.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.inference.llama.images.image_reader import ImageReader
from app.inference.llama.sequences.sequence import LlamaSequence
from app.inference.llama.sequences.sequence_store import LEAST_TOKENS, SequenceStore
from app.inference.llama.sequences.token_batch import Decoder
from app.inference.protocol import GenerationRequest

_MOST_IDLE_TOKENS = 2048
"""What idle conversations may hold beside the one at work: a token attends over all cells, its own or not."""


@dataclass(frozen=True, slots=True)
class Settling:
    """A finished turn whose reply is to be read into the cache as history."""

    request: GenerationRequest
    thinking: str
    answer: str


@dataclass(eq=False, slots=True)
class HeldSequence:
    """A sequence and whose it is."""

    sequence: LlamaSequence
    conversation: str = ""
    draft_after: int | None = None
    """What it holds after so many tokens was only typed so far: it is never saved."""
    settling: Settling | None = None
    is_busy: bool = False
    used_at: int = 0


class SequencePool:
    """Hands out sequences for prompts and for copies, and takes them back. `store` keeps conversations on the disk."""

    def __init__(
        self, decoder: Decoder, *, can_forget_partly: bool, images: ImageReader | None, store: SequenceStore | None
    ) -> None:
        self._decoder = decoder
        self._can_forget_partly = can_forget_partly
        self._images = images
        self._store = store
        self._held: list[HeldSequence] = []
        self._clock = itertools.count(1)
        self._met: set[str] = set()
        """The conversations that memory may hold something of."""
        self._is_wipe_due = False

    @property
    def count(self) -> int:
        """How many sequences there are."""
        return len(self._held)

    @property
    def free_count(self) -> int:
        """How many of them nobody works with."""
        return sum(not held.is_busy for held in self._held)

    @property
    def held(self) -> Sequence[HeldSequence]:
        """All sequences, by their number; not to be changed."""
        return self._held

    @property
    def used_cells(self) -> int:
        """How many places of memory the sequences take; those of copies count once."""
        return len(set().union(*(held.sequence.cells for held in self._held)))

    @property
    def busy_tokens(self) -> int:
        """How many tokens the sequences at work hold, those included that share their places."""
        return sum(held.sequence.length for held in self._held if held.is_busy)

    def grow(self, count: int) -> None:
        """Let there be so many sequences."""
        for number in range(len(self._held), count):
            self._held.append(
                HeldSequence(
                    LlamaSequence(self._decoder, number, can_forget_partly=self._can_forget_partly, images=self._images)
                )
            )

    def take(self, conversation: str, prompt: Sequence[int]) -> HeldSequence | None:
        """Return a sequence that holds as much of a prompt as is known anywhere; `None` if all are at work."""
        self._met.add(conversation)
        held = self._own(conversation) or self._for_another()
        if held is None:
            return None
        if held.conversation != conversation:
            if held.draft_after is not None:
                held.sequence.forget_after(held.draft_after)
            self._save(held)
        held.conversation, held.draft_after, held.settling = conversation, None, None
        self._know_most(held, prompt)
        held.is_busy = True
        self._trim_idle()
        return held

    def copy_of(self, held: HeldSequence) -> HeldSequence | None:
        """Return a sequence that holds the same; `None` if all are at work."""
        copy = self._for_another()
        if copy is None:
            return None
        self._save(copy)
        copy.conversation, copy.draft_after, copy.settling = "", None, None
        copy.sequence.become_copy_of(held.sequence)
        copy.is_busy = True
        return copy

    def release(self, held: HeldSequence, *, settling: Settling | None = None) -> None:
        """Nobody works with it any more; what it holds stays as long as there is room."""
        held.sequence.go_home()
        held.is_busy = False
        held.sequence.is_batched = False
        held.used_at = next(self._clock)
        held.settling = settling

    def drop(self, held: HeldSequence) -> None:
        """Nobody works with it any more, nor with what it holds."""
        held.sequence.clear()
        self.release(held)
        held.conversation, held.draft_after, held.settling = "", None, None

    def drop_idle(self) -> bool:
        """Give back what the idle sequence holds that was unused for longest; returns whether there was one."""
        idle = [held for held in self._held if not held.is_busy and held.sequence.length]
        if not idle:
            return False
        held = min(idle, key=lambda one: one.used_at)
        self._save(held)
        self.drop(held)
        return True

    def save_all(self) -> None:
        """Save the caches of all conversations at hand, without what was only typed so far."""
        for held in self._held:
            self._save(held)

    def forget(self, conversations: Collection[str]) -> None:
        """Overwrite what memory holds, if it has ever held something of these conversations: at once, or when idle.

        All of it: prompts share their beginnings, and cells that were given back keep their numbers until others take
        them. Other conversations that are at hand are saved first, and taken up again when they go on.
        """
        if self._met.isdisjoint(conversations):
            return
        self._is_wipe_due = True
        for held in self._held:
            if held.conversation in conversations:
                held.conversation, held.settling = "", None
                if not held.is_busy:
                    self.drop(held)

    def wipe_if_due(self) -> bool:
        """Do what `forget` could not while sequences were at work; returns whether something was done."""
        if not self._is_wipe_due or any(held.is_busy for held in self._held):
            return False
        self._is_wipe_due = False
        self.save_all()
        self._decoder.wipe()
        self.note_cleared()
        self._met.clear()
        return True

    def note_cleared(self) -> None:
        """The memory of the context holds nothing any more."""
        for held in self._held:
            held.sequence.note_cleared()
            if not held.is_busy:
                held.conversation, held.draft_after, held.settling = "", None, None

    def _own(self, conversation: str) -> HeldSequence | None:
        """Return the idle sequence of this conversation that was used last."""
        own = [held for held in self._held if not held.is_busy and held.used_at and held.conversation == conversation]
        return max(own, key=lambda held: held.used_at, default=None)

    def _for_another(self) -> HeldSequence | None:
        """Return an idle sequence: one that holds nothing, or the one that was unused for longest."""
        idle = [held for held in self._held if not held.is_busy]
        return min(idle, key=lambda held: (held.sequence.length > 0, held.used_at), default=None)

    def _know_most(self, held: HeldSequence, prompt: Sequence[int]) -> None:
        """Let it hold what another sequence or the disk knows of a prompt, if that is more than it knows itself."""
        known = held.sequence.keeps(prompt)
        best = max(self._held, key=lambda one: one.sequence.keeps(prompt))
        most = best.sequence.keeps(prompt)
        saved = self._store.tokens_of(held.conversation) if self._store is not None and held.conversation else []
        if saved and held.sequence.knows(saved, prompt) - max(known, most) >= LEAST_TOKENS:
            assert self._store is not None
            held.sequence.load(self._store, held.conversation, saved)
        elif most > known:
            held.sequence.become_copy_of(best.sequence)

    def _save(self, held: HeldSequence) -> None:
        if held.draft_after is not None and not held.is_busy:
            held.sequence.forget_after(held.draft_after)
            held.draft_after = None
        if self._store is not None and held.conversation and held.sequence.length:
            held.sequence.save(self._store, held.conversation)

    def _trim_idle(self) -> None:
        while sum(held.sequence.length for held in self._held if not held.is_busy) > _MOST_IDLE_TOKENS:
            self.drop_idle()
