"""Every setting, declared once: its type and range, its default, and the words that people see.

`Meta` holds the words and the range: validation reads them there, and `declaration.py` reads them for forms. `closed`
says what holds while what was written for a setting cannot be read: what may have been forbidden stays so. A name is
never given another meaning; a setting that goes away leaves its name unused.
"""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from app.hardware.cache_type import CacheType
from app.hardware.flash_attention import FlashAttention
from app.settings.choices import (
    DefaultThinking,
    Density,
    DraftingChoice,
    KeyChoice,
    Language,
    Motion,
    SettingsGroup,
    ThemeChoice,
)
from app.text import translatable


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What the person has chosen, and where the window was; `SettingsFile` keeps it."""

    # --- what the window remembers by itself, written a moment after it changes; on no page of the settings ---------

    thinking_pane_width: Annotated[
        int,
        Meta(
            ge=120,
            le=4000,
            title=translatable("Width of the thinking pane"),
            description=translatable("In pixels; set by dragging its edge."),
            extra={"group": SettingsGroup.REMEMBERED},
        ),
    ] = 380

    thinking_pane_collapsed: Annotated[
        bool,
        Meta(
            title=translatable("Thinking pane collapsed"),
            description=translatable("Show the thought as a thin rail."),
            extra={"group": SettingsGroup.REMEMBERED},
        ),
    ] = False

    last_model_path: Annotated[
        str,
        Meta(
            title=translatable("Last model"),
            description=translatable("The model file used last; empty for none."),
            extra={"group": SettingsGroup.REMEMBERED},
        ),
    ] = ""

    last_conversation_id: Annotated[
        int | None,
        Meta(
            title=translatable("Last conversation"),
            description=translatable("The conversation shown last."),
            extra={"group": SettingsGroup.REMEMBERED},
        ),
    ] = None

    has_history: Annotated[
        bool,
        Meta(
            title=translatable("There are conversations"),
            description=translatable("A file with conversations was there: it is missed if it is gone."),
            extra={"group": SettingsGroup.REMEMBERED},
        ),
    ] = False

    broken_settings: Annotated[
        str,
        Meta(
            title=translatable("Broken settings"),
            description=translatable(
                "Name of a settings file that could not be read; the person has not been told yet."
            ),
            extra={"group": SettingsGroup.REMEMBERED},
        ),
    ] = ""

    window_geometry: Annotated[
        str,
        Meta(
            title=translatable("Place of the window"),
            description=translatable("Size and place of the window, as the window wrote it."),
            extra={"group": SettingsGroup.REMEMBERED},
        ),
    ] = ""

    recent_commands: Annotated[
        tuple[str, ...],
        Meta(
            title=translatable("Recent commands"),
            description=translatable("What was chosen last in the command palette."),
            extra={"group": SettingsGroup.REMEMBERED},
        ),
    ] = ()

    closed_folders: Annotated[
        tuple[int, ...],
        Meta(
            title=translatable("Closed folders"),
            description=translatable("Folders of conversations that were closed."),
            extra={"group": SettingsGroup.REMEMBERED},
        ),
    ] = ()

    is_archive_open: Annotated[
        bool,
        Meta(
            title=translatable("Archive open"),
            description=translatable("Show the archived conversations in the list."),
            extra={"group": SettingsGroup.REMEMBERED},
        ),
    ] = False

    # --- how the window looks, moves and makes itself heard: each takes effect at once -----------------------------

    theme: Annotated[
        ThemeChoice,
        Meta(
            title=translatable("Theme"),
            description=translatable("Light, dark, or as the system."),
            extra={
                "group": SettingsGroup.APPEARANCE,
                "choices": {
                    ThemeChoice.SYSTEM: translatable("As the system"),
                    ThemeChoice.LIGHT: translatable("Light"),
                    ThemeChoice.DARK: translatable("Dark"),
                },
            },
        ),
    ] = ThemeChoice.SYSTEM

    language: Annotated[
        Language,
        Meta(
            title=translatable("Language"),
            description=translatable("Of the window; replies are in the language that you write in."),
            extra={
                "group": SettingsGroup.APPEARANCE,
                "choices": {
                    Language.SYSTEM: translatable("As the system"),
                    Language.ENGLISH: "English",
                    Language.GERMAN: "Deutsch",
                    Language.CHINESE: "简体中文",
                },
            },
        ),
    ] = Language.SYSTEM

    text_scale: Annotated[
        float,
        Meta(
            ge=0.5,
            le=3.0,
            title=translatable("Text size"),
            description=translatable("Size of all text, in percent of the usual size."),
            extra={"group": SettingsGroup.APPEARANCE, "unit": "%", "times": 100},
        ),
    ] = 1.0

    density: Annotated[
        Density,
        Meta(
            title=translatable("Density"),
            description=translatable("How much room there is between the things in the window."),
            extra={
                "group": SettingsGroup.APPEARANCE,
                "choices": {
                    Density.COMFORTABLE: translatable("Comfortable"),
                    Density.COMPACT: translatable("Compact"),
                },
            },
        ),
    ] = Density.COMFORTABLE

    motion: Annotated[
        Motion,
        Meta(
            title=translatable("Motion"),
            description=translatable("A soft pulse shows that a reply is being written, and the text cursor blinks."),
            extra={
                "group": SettingsGroup.APPEARANCE,
                "choices": {Motion.SYSTEM: translatable("As the system"), Motion.OFF: translatable("Off")},
            },
        ),
    ] = Motion.SYSTEM

    tells_when_finished: Annotated[
        bool,
        Meta(
            title=translatable("Tell me when a long answer is finished"),
            description=translatable("A notification, if it took more than 20 seconds and I am in another window."),
            extra={"group": SettingsGroup.APPEARANCE},
        ),
    ] = True

    shows_tray_icon: Annotated[
        bool,
        Meta(
            title=translatable("Icon in the system tray"),
            description=translatable("Brings the window forward, where the desktop has a tray."),
            extra={"group": SettingsGroup.APPEARANCE},
        ),
    ] = False

    # --- how models are loaded: a change takes effect when a model is loaded next ----------------------------------

    uses_graphics_device: Annotated[
        bool,
        Meta(
            title=translatable("Use graphics devices"),
            description=translatable("As much of a model as fits is put on the graphics card, which is faster."),
            extra={"group": SettingsGroup.PERFORMANCE},
        ),
    ] = True

    cache_type: Annotated[
        CacheType,
        Meta(
            title=translatable("Storage of the cache"),
            description=translatable(
                "What a model has read, stored smaller: room for a longer context, a little less exact."
            ),
            extra={
                "group": SettingsGroup.PERFORMANCE,
                "choices": {
                    CacheType.F16: translatable("Full (f16)"),
                    CacheType.Q8_0: translatable("Half (q8_0)"),
                    CacheType.Q4_0: translatable("A quarter (q4_0)"),
                },
            },
        ),
    ] = CacheType.F16

    flash_attention: Annotated[
        FlashAttention,
        Meta(
            title=translatable("Flash attention"),
            description=translatable("Saves memory and time; switch it off only if a model writes nonsense."),
            extra={
                "group": SettingsGroup.PERFORMANCE,
                "choices": {
                    FlashAttention.AUTO: translatable("Where possible"),
                    FlashAttention.ON: translatable("On"),
                    FlashAttention.OFF: translatable("Off"),
                },
            },
        ),
    ] = FlashAttention.AUTO

    looks_at_images: Annotated[
        bool,
        Meta(
            title=translatable("Look at images"),
            description=translatable(
                "The part of a model that sees images is loaded with it, if there is one; it takes memory."
            ),
            extra={"group": SettingsGroup.PERFORMANCE},
        ),
    ] = True

    keeps_whole_window: Annotated[
        bool,
        Meta(
            title=translatable("Keep everything of models with a sliding window"),
            description=translatable(
                "Off saves memory with models such as Gemma; going back in a conversation reads more."
            ),
            extra={"group": SettingsGroup.PERFORMANCE},
        ),
    ] = True

    threads: Annotated[
        int,
        Meta(
            ge=0,
            le=1024,
            title=translatable("Processor threads"),
            description=translatable("At most so many work on a reply; 0 is one for each core."),
            extra={"group": SettingsGroup.PERFORMANCE, "zero": translatable("One for each core")},
        ),
    ] = 0

    batch: Annotated[
        int,
        Meta(
            ge=0,
            le=4096,
            title=translatable("Prompt tokens at once"),
            description=translatable("More reads long questions faster and takes more memory; 0 is the usual 512."),
            extra={"group": SettingsGroup.PERFORMANCE, "unit": translatable("tokens"), "zero": translatable("Usual")},
        ),
    ] = 0

    # --- how replies are written, where things are kept, what may be connected to -------------------------------------

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
