"""What a reply is written with: its limits, its steering and the orders for it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.inference.delta_stream import DeltaStream
from app.inference.engine import Emit, Interrupts
from app.inference.errors import NudgeTooLong, report_of
from app.inference.llama.loading.loaded_llama import LoadedLlama
from app.inference.llama.prompts.prompt_writer import WrittenPrompt
from app.inference.llama.replies.reply import LlamaReply, ReplyLimits, TextReading
from app.inference.llama.replies.steering import SteeringOrders, ThoughtLimits, ThoughtSteering, answer_reserve
from app.inference.llama.sampling.sampler_chain import SamplerChain
from app.inference.llama.sequences.sequence import LlamaSequence
from app.inference.protocol import GenerationRequest, LoopNoticed, NudgeRefused
from app.inference.turn_ends import TurnEnds
from app.messages import RunId, Sampling
from app.reasoning import ReasoningFormat

_UNLIMITED = 1 << 60


@dataclass(frozen=True, slots=True)
class ReplyTask:
    """A turn whose prompt has been read."""

    interrupts: Interrupts
    emit: Emit
    request: GenerationRequest
    prompt: WrittenPrompt

    def reply(
        self,
        loaded: LoadedLlama,
        *,
        sequence: LlamaSequence,
        sampler: SamplerChain,
        stream: DeltaStream,
    ) -> LlamaReply:
        """Return a reply that is to be written, at most so far that it takes the whole context with the prompt."""
        request, run, prompt_tokens = self.request, stream.run, len(self.prompt.tokens)
        context = loaded.info.context
        limit = request.sampling.max_tokens
        splitter = loaded.thinking.reply_splitter(self.prompt, request)
        return LlamaReply(
            sequence=sequence,
            sampler=sampler,
            reading=TextReading(
                loaded.model.vocabulary,
                splitter,
                loaded.thinking.call_reader(splitter, request),
                loaded.thinking.markers,
                loaded.thinking.turn_ends if not request.as_text else TurnEnds(),
            ),
            steering=ThoughtSteering(
                close=lambda: loaded.thinking.close_for(splitter),
                limits=ThoughtLimits(
                    room=context - prompt_tokens,
                    tokens=request.think_budget,
                    seconds=request.think_budget_s,
                    reserve_share=request.answer_reserve_share,
                    ends_loops=request.ends_loops,
                ),
                orders=SteeringOrders(
                    is_answer_wanted=lambda: self.interrupts.is_answer_wanted(run),
                    take_nudge=lambda: self._nudge_tokens(loaded, run, splitter.format, left=context - sequence.length),
                    on_loop=lambda: self.emit(LoopNoticed(run)),
                ),
            ),
            stream=stream,
            limits=ReplyLimits(
                max_tokens=limit if limit is not None else _UNLIMITED,
                context=context,
                is_stopped=lambda: self.interrupts.is_stopped(run),
            ),
            works_ahead=loaded.placement.backend != "cpu",
            told_candidates=request.told_candidates,
        )

    def _nudge_tokens(self, loaded: LoadedLlama, run: RunId, form: ReasoningFormat, *, left: int) -> list[int]:
        """Return the tokens of a waiting hint as a paragraph of its own; refuses one that leaves no room to go on."""
        text = self.interrupts.take_nudge(run).strip()
        if not text:
            return []
        tokens = loaded.model.vocabulary.tokenize_inner(f"\n\n{loaded.thinking.quoted(text, form)}\n\n")
        if len(tokens) + answer_reserve(left) > left:
            refusal = NudgeTooLong(nudge_tokens=len(tokens), left_tokens=left)
            self.emit(NudgeRefused(run, report_of(refusal)))
            return []
        return tokens


def of_sample(sampling: Sampling, number: int) -> Sampling:
    """Return how a sample draws: with a seed of its own, which is the same each time if one was given."""
    return sampling if sampling.seed is None else replace(sampling, seed=sampling.seed + number)
