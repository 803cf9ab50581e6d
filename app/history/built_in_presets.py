"""The presets that come with Aside. Names are translated by the window; system prompts are for models, in English."""

from __future__ import annotations

from app.history.preset_records import Preset, PresetChoices
from app.messages import Sampling
from app.text import translatable

BUILT_IN_PRESETS = (
    Preset("plain", translatable("Plain")),
    Preset(
        "careful-maths",
        translatable("Careful maths"),
        "Solve the problem step by step. Check the result by another way before you give it."
        " Put the final answer in \\boxed{}.",
        PresetChoices(thinking_level="high", sampling=Sampling(temperature=0.6, top_p=0.95, top_k=20)),
    ),
    Preset(
        "calculator",
        translatable("Think with a calculator"),
        "Use the tool calculate for every calculation, also for small ones, instead of working it out yourself.",
        PresetChoices(tools=("calculate",)),
    ),
    Preset(
        "code",
        translatable("Code"),
        "You are an experienced programmer. Give complete, working code in fenced blocks with the language named,"
        " then say briefly what matters. Say when something is a guess.",
        PresetChoices(sampling=Sampling(temperature=0.3, top_p=0.9)),
    ),
    Preset(
        "short",
        translatable("Short answers"),
        "Answer in at most three sentences. No introduction, no summary.",
        PresetChoices(thinking_level="low", think_budget_tokens=1000),
    ),
    Preset(
        "explain",
        translatable("Explain it to me"),
        "Explain simply, from the ground up, with one example. Name the idea first, then the details."
        " End with one question that checks whether I understood.",
    ),
    Preset(
        "writing",
        translatable("Writing"),
        "Help with writing. Keep the author's voice, use plain words, and show what you changed.",
        PresetChoices(sampling=Sampling(temperature=0.9, top_p=0.95)),
    ),
    Preset(
        "critic",
        translatable("Critic"),
        "Look for mistakes, gaps and hidden assumptions in what I say. Be specific and fair;"
        " say what would convince you.",
        PresetChoices(thinking_level="high"),
    ),
)
"""In the order of the menu; the first decides nothing."""
