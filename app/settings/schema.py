"""Every setting, declared once: its type and range, its default, and the words that people see.

`Meta` holds the words and the range: validation reads them there, and `declaration.py` reads them for forms. `closed`
says what holds while what was written for a setting cannot be read: what may have been forbidden stays so. A name is
never given another meaning; a setting that goes away leaves its name unused.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from app.settings.default_thinking import DefaultThinking
from app.settings.drafting_choice import DraftingChoice
from app.settings.key_choice import KeyChoice
from app.settings.performance_settings import PerformanceSettings
from app.settings.settings_group import SettingsGroup
from app.text import translatable


class Settings(PerformanceSettings, frozen=True, kw_only=True):
    """What the person has chosen, and where the window was; `SettingsFile` keeps it."""

    idle_unload_minutes: Annotated[
        int,
        Meta(
            ge=0,
            le=24 * 60,
            title=translatable("Unload an idle model after"),
            description=translatable("Minutes without a question until the model's memory is given back; 0 for never."),
            extra={"group": SettingsGroup.PERFORMANCE, "unit": translatable("min"), "zero": translatable("Never")},
        ),
    ] = 30

    cache_limit_gb: Annotated[
        int,
        Meta(
            ge=1,
            le=1000,
            title=translatable("Room for conversations' caches"),
            description=translatable("With its cache an old conversation goes on without being read again."),
            extra={"group": SettingsGroup.STORAGE, "unit": translatable("GB")},
        ),
    ] = 4

    keep_awake: Annotated[
        bool,
        Meta(
            title=translatable("Keep the computer awake during a reply"),
            description=translatable("Sleep is held off while a reply is being written, and only then."),
            extra={"group": SettingsGroup.PERFORMANCE},
        ),
    ] = True

    answers_one_by_one: Annotated[
        bool,
        Meta(
            title=translatable("Answer one conversation at a time"),
            description=translatable("Other questions wait until it is their turn; each reply is as fast as can be."),
            extra={"group": SettingsGroup.PERFORMANCE},
        ),
    ] = False

    context: Annotated[
        int,
        Meta(
            ge=0,
            le=16_777_216,
            title=translatable("Context"),
            description=translatable("Tokens that the model can see at once; 0 chooses what fits this computer."),
            extra={"group": SettingsGroup.PERFORMANCE, "unit": translatable("tokens"), "zero": translatable("As fits")},
        ),
    ] = 0

    temperature: Annotated[
        Annotated[float, Meta(ge=0.0, le=5.0)] | None,
        Meta(
            title=translatable("Temperature"),
            description=translatable(
                "How freely words are chosen: low is sober, high is playful; 0 always takes the likeliest."
            ),
            extra={"group": SettingsGroup.GENERATION, "step": 0.05},
        ),
    ] = None

    top_p: Annotated[
        Annotated[float, Meta(gt=0.0, le=1.0)] | None,
        Meta(
            title=translatable("Top-p"),
            description=translatable(
                "Choose among the likeliest words that together have this probability; 1 for all."
            ),
            extra={"group": SettingsGroup.GENERATION, "step": 0.01},
        ),
    ] = None

    top_k: Annotated[
        Annotated[int, Meta(ge=0, le=1_000_000)] | None,
        Meta(
            title=translatable("Top-k"),
            description=translatable("Choose among so many likeliest words; 0 for all."),
            extra={"group": SettingsGroup.GENERATION, "step": 1, "zero": translatable("All")},
        ),
    ] = None

    min_p: Annotated[
        Annotated[float, Meta(ge=0.0, le=1.0)] | None,
        Meta(
            title=translatable("Min-p"),
            description=translatable("Leave out words less likely than this share of the likeliest; 0 for none."),
            extra={"group": SettingsGroup.GENERATION, "step": 0.01},
        ),
    ] = None

    repeat_penalty: Annotated[
        Annotated[float, Meta(ge=0.5, le=2.0)] | None,
        Meta(
            title=translatable("Repeat penalty"),
            description=translatable(
                "Above 1, words that were just used become less likely; it harms long thoughts and code."
            ),
            extra={"group": SettingsGroup.GENERATION, "step": 0.05},
        ),
    ] = None

    thinking_level: Annotated[
        DefaultThinking,
        Meta(
            title=translatable("Thinking in new conversations"),
            description=translatable("How much the model thinks; one that lacks the level goes by its own."),
            extra={
                "group": SettingsGroup.GENERATION,
                "choices": {
                    DefaultThinking.AUTO: translatable("As the model sees fit"),
                    DefaultThinking.OFF: translatable("Off"),
                    DefaultThinking.ON: translatable("On"),
                    DefaultThinking.LOW: translatable("Low"),
                    DefaultThinking.MEDIUM: translatable("Medium"),
                    DefaultThinking.HIGH: translatable("High"),
                },
            },
        ),
    ] = DefaultThinking.AUTO

    think_budget_tokens: Annotated[
        int,
        Meta(
            ge=0,
            le=1_000_000,
            title=translatable("Thinking limit in tokens"),
            description=translatable("In new conversations a thought ends after so many tokens; 0 for no limit."),
            extra={"group": SettingsGroup.GENERATION, "unit": translatable("tokens"), "zero": translatable("No limit")},
        ),
    ] = 0

    think_budget_s: Annotated[
        int,
        Meta(
            ge=0,
            le=86_400,
            title=translatable("Thinking limit in seconds"),
            description=translatable("In new conversations a thought ends after so many seconds; 0 for no limit."),
            extra={"group": SettingsGroup.GENERATION, "unit": translatable("s"), "zero": translatable("No limit")},
        ),
    ] = 0

    ends_loops: Annotated[
        bool,
        Meta(
            title=translatable("End thoughts that go round in circles"),
            description=translatable("The answer begins by itself; otherwise “Answer now” is offered."),
            extra={"group": SettingsGroup.GENERATION},
        ),
    ] = False

    answer_reserve_percent: Annotated[
        int,
        Meta(
            ge=5,
            le=50,
            title=translatable("Room kept for the answer"),
            description=translatable("Percent of the free context that no thought can use up."),
            extra={"group": SettingsGroup.GENERATION, "unit": "%"},
        ),
    ] = 25

    reads_along: Annotated[
        bool,
        Meta(
            title=translatable("Read along while I type"),
            description=translatable("The model reads a long question before it is sent, so that it answers sooner."),
            extra={"group": SettingsGroup.PERFORMANCE},
        ),
    ] = True

    drafting: Annotated[
        DraftingChoice,
        Meta(
            title=translatable("Draft ahead"),
            description=translatable("Guessed words are checked together: the same replies, sooner, where it pays."),
            extra={
                "group": SettingsGroup.PERFORMANCE,
                "choices": {
                    DraftingChoice.AUTO: translatable("From all there is"),
                    DraftingChoice.NGRAM: translatable("From the conversation"),
                    DraftingChoice.DRAFT: translatable("By the draft model"),
                    DraftingChoice.OFF: translatable("Off"),
                },
            },
        ),
    ] = DraftingChoice.AUTO

    draft_model: Annotated[
        str,
        Meta(
            title=translatable("Draft model"),
            description=translatable("Path of a smaller model of the same family that drafts; empty for none."),
            extra={"group": SettingsGroup.PERFORMANCE},
        ),
    ] = ""

    models_folder: Annotated[
        str,
        Meta(
            title=translatable("Models folder"),
            description=translatable("Where downloaded models are kept. Moving takes the models along."),
            extra={"group": SettingsGroup.STORAGE},
        ),
    ] = ""

    model_folders: Annotated[
        tuple[str, ...],
        Meta(
            title=translatable("More folders with models"),
            description=translatable("Models found there are used where they lie and never changed."),
            extra={"group": SettingsGroup.STORAGE},
        ),
    ] = ()

    hub_endpoint: Annotated[
        str,
        Meta(
            title=translatable("Mirror of the Hub"),
            description=translatable("Address of a mirror, beginning with https://; empty for the Hub itself."),
            extra={"group": SettingsGroup.NETWORK, "closed": {"stay_offline": True}},
        ),
    ] = ""

    proxy: Annotated[
        str,
        Meta(
            title=translatable("Proxy"),
            description=translatable("Address of a proxy, beginning with http://; empty for the system's."),
            extra={"group": SettingsGroup.NETWORK, "closed": {"stay_offline": True}},
        ),
    ] = ""

    stay_offline: Annotated[
        bool,
        Meta(
            title=translatable("Stay offline"),
            description=translatable("Make no connection at all, not even for searches and downloads."),
            extra={"group": SettingsGroup.PRIVACY, "closed": {"stay_offline": True}},
        ),
    ] = False

    checks_for_updates: Annotated[
        bool,
        Meta(
            title=translatable("Tell me of new versions"),
            description=translatable("Asks once a day, without saying who asks; only in copies made by the project."),
            extra={"group": SettingsGroup.PRIVACY},
        ),
    ] = False

    simultaneous_downloads: Annotated[
        int,
        Meta(
            ge=1,
            le=4,
            title=translatable("Downloads at once"),
            description=translatable("How many models are downloaded at the same time."),
            extra={"group": SettingsGroup.NETWORK},
        ),
    ] = 2

    bandwidth_limit_kb_per_s: Annotated[
        int,
        Meta(
            ge=0,
            le=10_000_000,
            title=translatable("Download speed limit"),
            description=translatable("Kilobytes per second for all downloads together; 0 for no limit."),
            extra={"group": SettingsGroup.NETWORK, "unit": translatable("kB/s"), "zero": translatable("No limit")},
        ),
    ] = 0

    shortcuts: Annotated[
        tuple[KeyChoice, ...],
        Meta(
            title=translatable("Keys of actions"),
            description=translatable("Press a shortcut's button, then the keys that you want for it."),
            extra={"group": SettingsGroup.SHORTCUTS},
        ),
    ] = ()
