"""All runs of one model, which join and leave one batch between two tokens.

A step lets every reply draw its next token and decodes all of them together, with a small part of a prompt being read.
One reply alone is decoded as if there were nothing else: at once, with drafts, on a device drawn there. Where cells run
short, idle ones go, then the context grows if memory allows; else the youngest run reads its own again later.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Sequence

from app.inference.chat_template import RenderingWasStopped
from app.inference.delta_stream import DeltaStream
from app.inference.engine import Emit, Interrupts
from app.inference.errors import PromptTooLong, TemplateFailed, report_of
from app.inference.event_bundle import EventBundle
from app.inference.llama.drafting.drafts_together import DraftsTogether
from app.inference.llama.loading.loaded_llama import LoadedLlama
from app.inference.llama.native.binding import LlamaLog, lib
from app.inference.llama.replies.reading_pace import ReadingPace
from app.inference.llama.replies.reply import Pause
from app.inference.llama.replies.runs import (
    Phase,
    Question,
    Reader,
    ReadingOrder,
    Run,
    draft_for,
    draw_on_cpu,
    failure_of,
    favoured_first,
    of_sample,
    stopped_stats,
)
from app.inference.llama.sampling.drawing import Drawers
from app.inference.llama.sampling.sampler_chain import logits_at
from app.inference.llama.sequences.sequence import PromptReading, ReadingWasStopped
from app.inference.llama.sequences.token_batch import (
    MOST_RUNS,
    NO_MEMORY,
    NO_SLOT,
    READ_BATCH,
    DecodeFailed,
    TokenBatch,
)
from app.inference.protocol import FinishReason, PromptProgress, RunFailed, RunFinished, RunStats, StartRun
from app.messages import RunId

_SPARE_CELLS = 256
"""What a run needs to be able to write before it may take part."""
_MEANWHILE_EVERY_S = 0.05
"""While an image is computed, replies get a token after so long."""


class RunBatch:
    """Holds the runs of one loaded model; `add` and `step` are called in turn, nothing else decodes meanwhile."""

    def __init__(self, loaded: LoadedLlama, *, emit: Emit, interrupts: Interrupts, log: LlamaLog) -> None:
        self._loaded = loaded
        self._emit = EventBundle(emit)
        self._interrupts = interrupts
        self._log = log
        self._runs: list[Run] = []
        """Those that have not ended, first come first."""
        self.runs: tuple[RunId, ...] = ()
        self._readers: list[Reader] = []
        self._order = ReadingOrder()
        self._alone: Run | None = None
        """The run that is decoded as if there were no others."""
        self._is_changed = False
        """Whether a run that waits may be able to go on."""
        self._batch = TokenBatch(READ_BATCH + MOST_RUNS)
        self._pace = ReadingPace()
        self._together = DraftsTogether()
        self._decoded: tuple[int, int, float] | None = None
        """Of the last decode of several runs: how many, how many drafted tokens, and when it began."""
        self._meanwhile_at = 0.0
        """When replies may go on by the next token beside an image."""
        self._drawers = Drawers(vocabulary_size=loaded.model.vocabulary.size)
        loaded.decoder.on_full = loaded.pool.drop_idle

    def add(self, command: StartRun) -> None:
        """Take up what was asked. Raises `UserError` for what cannot be answered."""
        request, asked_at, context = command.request, time.monotonic(), self._loaded.info.context
        runs, is_stopped = command.runs, self._interrupts.is_stopped
        try:
            prompt = self._loaded.prompts.write(request, is_stopped=lambda: all(map(is_stopped, runs)))
        except RenderingWasStopped:
            for run in runs:
                self._emit(RunFinished(run, stopped_stats(0, context=self._loaded.info.context)))
            return
        if not prompt.tokens:
            raise TemplateFailed(details="it makes nothing of this conversation")
        if len(prompt.tokens) >= context:
            raise PromptTooLong(prompt_tokens=len(prompt.tokens), context=context)
        question = Question(request, prompt, asked_at, is_for_several=len(runs) > 1)
        question.runs = [Run(run, question, DeltaStream(self._emit, run)) for run in runs]
        self._runs += question.runs
        self._note_change()

    def step(self) -> None:
        """Let every reply go on by a token, and a prompt that is being read by a part."""
        if self._alone is not None and len(self._runs) == 1 and not self._is_changed:
            self._advance(self._alone)
            return
        self._end_stopped()
        writing = self._still_writing(self._runs)
        is_awaited = any(run.held is None and run.question.is_read for run in self._runs)
        is_alone = len(writing) == 1 and not writing[0].sequence.is_away
        if is_alone and not (self._is_changed or self._readers or is_awaited):
            self._go_alone(writing[0])
            return
        self._leave_alone()
        self._advance_together([run for run in writing if not run.sequence.waiting])
        if self._is_changed:
            self._let_begin()
        self._decode()

    def give_up(self) -> None:
        """Hold no runs any more; nobody is told."""
        self._alone = None
        self._runs.clear()
        self._note_change()
        self._readers.clear()
        self._drawers.close()
        if self._loaded.context is not None:
            self._loaded.sampling_place.close()
            for held in self._loaded.pool.held:
                self._loaded.pool.drop(held)

    # --- who does what -------------------------------------------------------------------------------------------

    def _note_change(self) -> None:
        self.runs = tuple(run.id for run in self._runs)
        self._is_changed = True

    def _in_order(self) -> list[Run]:
        """Return the runs, the one that comes first in front: those in view, then by age."""
        return favoured_first(self._runs, self._interrupts.favoured)

    def _end_stopped(self) -> None:
        """End what is stopped and does not write: replies see it by themselves."""
        for run in tuple(self._runs):
            if run.phase is Phase.WRITING or not self._interrupts.is_stopped(run.id):
                continue
            run.tell_beginning()
            if run.steps is not None:
                self._stop_reading(run)
                run.phase = Phase.WRITING
                self._advance(run)
            else:
                self._finish(run, stopped_stats(len(run.question.prompt.tokens), context=self._loaded.info.context))

    def _go_alone(self, run: Run) -> None:
        assert run.reply is not None
        if self._alone is not run:
            self._alone = run
            run.sequence.is_batched = False
            if run.sequence.waiting:
                self._decode_together([run], None)
                if run.phase is not Phase.WRITING or run not in self._runs:
                    return
            run.reply.speculate(self._loaded.speculation)
            run.reply.is_alone = True
        self._advance(run)

    def _leave_alone(self) -> None:
        run, self._alone = self._alone, None
        if run is not None and run.reply is not None and run.held is not None:
            run.reply.speculate(None)
            run.reply.is_alone = False
            run.held.sequence.is_batched = True

    def _advance_together(self, writing: Sequence[Run]) -> None:
        """Let replies draw their next tokens, side by side where that takes long; some may end."""
        with self._emit:
            drawing = [run for run in writing if self._to_pause(run) is Pause.DRAW]  # a device computes meanwhile
            if self._decoded is not None:
                runs, drafted, began = self._decoded
                self._decoded = None
                lib.llama_synchronize(self._loaded.context)
                self._together.record(runs, drafted, time.perf_counter() - began)
            at_home = [run for run in drawing if not run.sequence.is_away]
            draws = [(run.sampler, run.sequence.output) for run in at_home if run.sampler is not None]
            tokens = self._drawers.draw(self._loaded.context, draws)
            for run, token in zip(at_home, tokens, strict=True):
                if run.reply is not None:
                    run.reply.go_on_with(token)
            for run in drawing:
                self._advance(run)

    def _advance(self, run: Run) -> None:
        """Let a reply go on until it waits to be decoded; it may end, or, alone, have decoded a token."""
        while (pause := self._to_pause(run)) is not None:
            if pause is Pause.DECODE and (run is self._alone or run.sequence.waiting):
                return

    def _to_pause(self, run: Run, failure: DecodeFailed | None = None) -> Pause | None:
        """Let a reply go on to its next pause; `None` if it has ended."""
        steps = run.steps
        assert steps is not None
        try:
            return next(steps) if failure is None else steps.throw(failure)
        except StopIteration as end:
            self._finish(run, end.value)
        except Exception as error:  # one broken reply is not the end of the others
            self._fail(run, error)
        return None

    # --- beginning and waiting -----------------------------------------------------------------------------------

    def _let_begin(self) -> None:
        """Let those begin or go on that there is room for, in order; none goes before one that waits for room."""
        self._is_changed = False
        for run in self._in_order():
            if run.phase is not Phase.WAITING or run not in self._runs:
                continue
            try:
                may_go_on = self._let_one_begin(run)
            except Exception as error:
                self._fail_question(run.question, error)
                if self._loaded.context is None:
                    raise
                continue
            if not may_go_on:
                run.tell_waits(self._emit)
                return
            run.is_wait_told = False

    def _let_one_begin(self, run: Run) -> bool:
        """Let a waiting run begin, if it does not wait for its prompt anyway; returns whether there was room."""
        question = run.question
        if run.again is not None:
            return self._read_again(run, run.again)
        if question.is_read:
            return self._begin_copy(run)
        return question.reading is not None or self._begin_reading(question)

    def _begin_reading(self, question: Question) -> bool:
        loaded, request, tokens = self._loaded, question.request, question.prompt.tokens
        wanted = 1 + len(question.runs) if question.is_for_several else 1
        if loaded.pool.free_count < wanted:
            self._make_room_for(max(2, loaded.pool.count - 1 + wanted - loaded.pool.free_count))
        if question.is_for_several and loaded.pool.free_count < 2:
            if loaded.pool.count > 1:
                return False
            question.ask_one_by_one()
            return self._begin_reading(question.runs[0].question)
        held = loaded.pool.take(request.conversation, tokens)
        if held is None:
            return False
        if not self._has_room(len(tokens) - held.sequence.keeps(tokens)):
            loaded.pool.release(held)
            return False
        question.begin_reading(held, loaded=loaded, emit=self._emit, is_alone=len(self._runs) == 1)
        self._readers.append(question)
        return True

    def _begin_copy(self, run: Run) -> bool:
        """Begin a reply with a copy of the prompt that has been read for several."""
        question, loaded = run.question, self._loaded
        assert question.held is not None
        copy = loaded.pool.copy_of(question.held) if self._has_room(0) else None
        if copy is None:
            return False
        assert question.logits is not None
        copy.sequence.set_logits(question.logits)
        chosen = of_sample(question.request.sampling.completed_by(loaded.info.sampling), run.id.sample)
        sampler = loaded.sampling_place.chain(chosen, number=copy.sequence.number, is_alone=False)
        run.held = copy
        run.begin_writing(sampler, loaded=loaded, interrupts=self._interrupts, emit=self._emit)
        self._let_go_of_prompt(question)
        self._advance(run)
        return True

    def _read_again(self, run: Run, tokens: Sequence[int]) -> bool:
        if not self._has_room(len(tokens) - run.sequence.keeps(tokens)):
            return False

        def on_progress(read: int, cached: int) -> None:
            self._emit(PromptProgress(run.id, read, len(tokens), cached))

        run.reading = PromptReading(run.sequence, tokens, on_progress=on_progress)
        run.phase = Phase.READING
        self._readers.append(run)
        return True

    def _has_room(self, tokens: int) -> bool:
        """Whether so many more fit into memory, with some to go on: what is idle goes, the context is made larger."""
        loaded = self._loaded
        needed = min(tokens + _SPARE_CELLS, loaded.info.context)
        while loaded.free_cells < needed:
            if not loaded.pool.drop_idle() and not self._make_room_for(len(self._runs)):
                # With nothing else at work it fits in any case.
                return not self._readers and all(run.phase is Phase.WAITING for run in self._runs)
        return True

    def _make_room_for(self, replies: int) -> bool:
        """Make the context larger if memory allows; nothing of any run is lost but what a device drew with."""
        if replies <= 1 or not self._loaded.has_memory_for(replies):
            return False
        draw_on_cpu(self._runs, self._loaded)
        self._bring_home()
        before = {run.id: run.everything for run in self._runs if run.phase is Phase.WRITING}
        is_larger = self._loaded.make_more_room(replies)
        for run in self._runs:
            if run.phase is Phase.WRITING and run.everything != before[run.id]:
                self._note_lost(run, before[run.id])
            elif run.question.is_read and run.question.held is not None and not run.question.held.sequence.length:
                self._give_up_prompt(run.question)
        return is_larger

    # --- decoding ------------------------------------------------------------------------------------------------

    def _decode(self) -> None:
        """Decode what replies wait with, and a part of a prompt."""
        reader = self._order.next_of(self._readers, favoured=self._interrupts.favoured)
        writing = self._still_writing(self._runs)
        if reader is not None and (not writing or reader.part_reader.is_at_image):
            self._bring_home()
            self._read_alone(reader)
            reader = None
        if reader is None:
            if self._decode_side_by_side(writing):
                return
            self._bring_home()
        if reader is None and self._loaded.decoder.is_cheaper_singly(len(writing)):
            self._decode_singly(writing)
            return
        away = [run for run in self._still_writing(writing) if run.sequence.is_away]
        self._decode_singly(away)
        here = [run for run in self._still_writing(writing) if run not in away]
        drafts = reader is None and len(here) > 1 and self._loaded.speculation is not None
        cost = draft_for(here, self._together) if drafts else 1.0
        self._decode_together(here, reader, cost=cost)

    def _still_writing(self, runs: Sequence[Run]) -> list[Run]:
        return [run for run in runs if run.phase is Phase.WRITING and run in self._runs]

    def _decode_singly(self, writing: Sequence[Run]) -> None:
        for run in writing:
            if self._still_writing([run]):
                self._decode_together([run], None)
            if self._still_writing([run]):
                self._advance(run)  # the next one writes over its logits

    def _decode_side_by_side(self, writing: Sequence[Run]) -> bool:
        """Decode two runs at once in two contexts, where that pays; returns whether it does.

        Not two of more: threads that have decoded one wait for the next, spinning, on the core of another.
        """
        second, writing = self._loaded.second, self._still_writing(writing)
        if second is None or len(writing) != 2 or not self._loaded.has_room_at_home:
            return False
        codes = second.decode(writing[0].sequence, writing[1].sequence)
        failed = [run for run, code in zip(writing, codes, strict=False) if code != 0]
        if codes:
            self._take_back(failed, None)
            self._advance_together([run for run in writing if run not in failed])
            self._decode_singly(failed)
        return bool(codes)

    def _bring_home(self) -> bool:
        """Let no run be in the second context any more; returns whether one was."""
        away = [run for run in self._runs if run.held is not None and run.sequence.is_away]
        for run in away:
            everything = run.everything
            if not run.sequence.go_home():
                self._note_lost(run, everything)
        return bool(away)

    def _decode_together(self, writing: Sequence[Run], reader: Reader | None, *, cost: float = 1.0) -> None:
        """Decode at once; drafted tokens make it cost so many times what it would without."""
        batch = self._batch
        while True:
            writing = self._still_writing(writing)
            if reader is not None and reader not in self._readers:
                reader = None
            batch.clear()
            for run in writing:
                run.sequence.put(batch)
            words = batch.size
            if reader is not None:
                part = reader.part_reader
                part.put(batch, self._pace.tokens(self._loaded.decoder.single_s, left=part.left))
            if not batch.size:
                return
            began = time.perf_counter()
            decoder = writing[0].sequence.decoder if writing else self._loaded.decoder
            drafted = words - sum(len(run.sequence.waiting) for run in writing)
            is_mixed = batch.size > words
            code = decoder.decode_mixed(batch) if is_mixed else decoder.decode_tokens(batch, drafted=drafted)
            if code == 0:
                for run in writing:
                    taken = run.sequence.take()
                    if drafted and run.reply is not None:
                        run.reply.drafts.note_draft(taken, cost)
                if len(writing) > 1 and not is_mixed:
                    self._decoded = (len(writing), drafted, began)
                if reader is not None:
                    lib.llama_synchronize(decoder.context)
                    self._pace.note(batch.size - words, time.perf_counter() - began)
                    part.take()
                    self._note_read(reader, place=batch.size - 1)
                return
            self._take_back(writing, reader)
            if drafted:
                continue
            if not self._make_way(code):
                for run in writing:
                    self._to_pause(run, DecodeFailed(code))
                if reader is not None:
                    self._fail_question(reader, DecodeFailed(code))
                return

    def _read_alone(self, reader: Reader) -> None:
        """Read a part of a prompt, or an image beside which replies go on: a stop of one that waits interrupts it."""
        waiting = [run.id for run in self._runs if run.phase is not Phase.WRITING]
        is_stopped = self._interrupts.is_stopped
        is_beside = len(waiting) < len(self._runs)
        part = reader.part_reader
        left, is_text, began = part.left, not part.is_at_image, time.perf_counter()
        try:
            part.read_part(
                READ_BATCH,
                is_stopped=lambda: any(map(is_stopped, waiting)),
                meanwhile=self._go_on_meanwhile if is_beside else None,
            )
        except ReadingWasStopped:
            return
        except DecodeFailed as error:
            if not self._make_way(error.code):
                self._fail_question(reader, error)
        except Exception as error:
            self._fail_question(reader, error)
        else:
            if is_text:
                self._pace.note(left - part.left, time.perf_counter() - began)
            self._note_read(reader, place=-1)

    def _go_on_meanwhile(self) -> None:
        """Let replies go on by a token while an image is computed; where that fails they wait for its end."""
        if time.perf_counter() < self._meanwhile_at:
            return
        writing = self._still_writing(self._runs)
        self._batch.clear()
        for run in writing:
            run.sequence.put(self._batch)
        if not writing or self._loaded.decoder.decode_tokens(self._batch) != 0:
            self._take_back(writing, None)
        else:
            for run in writing:
                run.sequence.take()
            self._advance_together(writing)  # at once: the image writes over their logits
        self._meanwhile_at = time.perf_counter() + _MEANWHILE_EVERY_S

    def _note_read(self, reader: Reader, *, place: int) -> None:
        """Let the reply begin, or go on, whose prompt has been read to its end; its logits stand at `place`."""
        if not reader.part_reader.is_done:
            return
        self._readers.remove(reader)
        if isinstance(reader, Run):
            reader.reading = reader.again = None
            reader.phase = Phase.WRITING
            return
        reader.reading = None
        reader.is_read = True
        if not reader.is_for_several:
            (run,) = reader.runs
            run.held, reader.held = reader.held, None
            sampler, reader.sampler = reader.sampler, None
            assert sampler is not None
            run.begin_writing(sampler, loaded=self._loaded, interrupts=self._interrupts, emit=self._emit)
            return
        # The decodes that follow write over them.
        reader.logits = logits_at(self._loaded.context, place, self._loaded.model.vocabulary.size).copy()
        self._is_changed = True

    def _take_back(self, writing: Sequence[Run], reader: Reader | None) -> None:
        """A batch has not been decoded: every sequence is as before, or it is read again."""
        for run in writing:
            everything = run.everything
            if not run.sequence.take_back():
                self._note_lost(run, everything)
        if reader is not None:
            reader.part_reader.take_back()

    def _note_lost(self, run: Run, tokens: list[int]) -> None:
        """Part of what a reply held is gone from memory."""
        run.again = tokens
        run.phase = Phase.WAITING
        self._is_changed = True

    # --- when cells run short ------------------------------------------------------------------------------------

    def _make_way(self, code: int) -> bool:
        """Free cells, or memory, after a batch found none; returns whether trying again makes sense."""
        if code not in (NO_SLOT, NO_MEMORY):
            return False
        if self._bring_home():
            self._loaded.rest()
            return True
        if self._loaded.pool.drop_idle() or (code == NO_SLOT and self._make_room_for(len(self._runs))):
            return True
        in_order = [run for run in self._in_order() if run.takes_cells]
        if len({id(run.question) if run.held is None else id(run) for run in in_order}) < 2:
            return False
        self._pause(in_order[-1])
        return True

    def _pause(self, run: Run) -> None:
        """Let a run give up its cells; it goes on when others have ended."""
        run.tell_waits(self._emit)
        question = run.question
        if run.held is None:
            self._give_up_prompt(question)
            return
        self._stop_reading(run)
        if run.again is None:
            run.again = run.everything
        run.held.sequence.clear()
        run.phase = Phase.WAITING

    def _give_up_prompt(self, question: Question) -> None:
        """Forget a prompt that is being read, or kept for samples: it is read again."""
        question.is_read = False
        self._free_prompt(question, is_whole=False)

    def _stop_reading(self, run: Run) -> None:
        if run in self._readers:
            self._readers.remove(run)
        run.reading = None

    # --- the end -------------------------------------------------------------------------------------------------

    def _finish(self, run: Run, stats: RunStats) -> None:
        # After a call the next prompt goes on from the reply as it is, with its thought.
        self._remove(run, is_whole=True, settles=stats.reason is not FinishReason.TOOL_CALLS)
        self._emit(RunFinished(run.id, stats))

    def _fail(self, run: Run, error: Exception) -> None:
        if run not in self._runs:
            return
        failure = failure_of(error, trace=traceback.format_exc(), log=self._log.text())
        (run.reply or run.stream).flush()
        self._remove(run)
        self._emit(RunFailed(run.id, report_of(failure)))

    def _fail_question(self, reader: Reader, error: Exception) -> None:
        for run in (reader,) if isinstance(reader, Run) else tuple(reader.runs):
            run.tell_beginning()
            self._fail(run, error)

    def _remove(self, run: Run, *, is_whole: bool = False, settles: bool = True) -> None:
        """Take a run out, and give back what it had; of one that `is_whole` the sequence goes on with the next turn.

        Without `settles` its turn is not over.
        """
        pool, question = self._loaded.pool, run.question
        if self._alone is run:
            self._leave_alone()
        self._stop_reading(run)
        self._runs.remove(run)
        question.runs.remove(run)
        held, run.held = run.held, None
        if held is not None:
            if question.is_for_several or not is_whole or run.again is not None:
                pool.drop(held)
            else:
                is_forgotten = held.conversation != question.request.conversation
                pool.release(held, settling=run.settling if settles and not is_forgotten else None)
        if run.sampler is not None:
            self._loaded.sampling_place.take_back(run.sampler)
            run.sampler = None
        self._let_go_of_prompt(question, is_whole=is_whole)
        self._note_change()

    def _let_go_of_prompt(self, question: Question, *, is_whole: bool = True) -> None:
        """Give a prompt's sequence back once no sample is to begin with it."""
        if all(run.held is not None for run in question.runs):
            self._free_prompt(question, is_whole=is_whole)

    def _free_prompt(self, question: Question, *, is_whole: bool) -> None:
        if question in self._readers:
            self._readers.remove(question)
        question.reading = question.logits = None
        held, question.held = question.held, None
        if held is not None:
            (self._loaded.pool.release if is_whole else self._loaded.pool.drop)(held)
        if question.sampler is not None:
            self._loaded.sampling_place.take_back(question.sampler)
            question.sampler = None
