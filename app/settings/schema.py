"""Every setting, declared once: its type and range, its default, and the words that people see.

`Meta` holds the words and the range: validation reads them there, and `declaration.py` reads them for forms. What is
on no page of the settings has no words. `closed` says what holds while what was written for a setting cannot be read:
what may have been forbidden stays so. A name is never given another meaning; a setting that goes away leaves its name
unused.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import msgspec
from msgspec import Meta

from app.hardware.context_choices import CacheType, FlashAttention
from app.messages import Sampling, ToolRule
from app.settings.choices import (
    DefaultThinking,
    Density,
    DraftingChoice,
    KeyChoice,
    Language,
    Motion,
    ReadingFont,
    ReadingWidth,
    SettingsGroup,
    ThemeChoice,
)
from app.text import translatable


def on_page(group: SettingsGroup) -> Callable[..., Meta]:
    """Return what declares a setting of a page: its title, what it does, and what `SettingDeclaration` tells forms.

    Title and description are translated without being marked: `packaging/translations` knows what this returns.
    """

    def declared(title: str, description: str, **extra: object) -> Meta:
        return Meta(title=title, description=description, extra={"group": group, **extra})

    return declared


_appearance = on_page(SettingsGroup.APPEARANCE)
_performance = on_page(SettingsGroup.PERFORMANCE)
_storage = on_page(SettingsGroup.STORAGE)
_generation = on_page(SettingsGroup.GENERATION)
_network = on_page(SettingsGroup.NETWORK)
_privacy = on_page(SettingsGroup.PRIVACY)
_shortcuts = on_page(SettingsGroup.SHORTCUTS)


class ModelSettings(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the person has chosen for one model; what is left open is as in the other settings."""

    context: Annotated[int, Meta(ge=0, le=10_000_000)] = 0
    """In tokens; 0 leaves it open."""
    gpu_layers: Annotated[int, Meta(ge=0, le=10_000)] | None = None
    system_prompt: str | None = None
    sampling: Sampling = Sampling()


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What the person has chosen, and where the window was; `SettingsFile` keeps it."""

    # --- what the window remembers by itself, written a moment after it changes; on no page of the settings ---------

    thinking_pane_width: Annotated[int, Meta(ge=120, le=4000)] | None = None
    """In pixels; set by dragging its edge. Before that it has a share of the window."""

    thinking_pane_collapsed: bool = False
    """Show the thought as a thin rail."""

    last_model_path: str = ""
    """The model file used last; empty for none."""

    last_remote_model: tuple[str, ...] = ()
    """Its server's address and its name; empty while a model of this computer is chosen."""

    last_conversation_id: int | None = None
    """The conversation shown last."""

    has_history: bool = False
    """A file with conversations was there: it is missed if it is gone."""

    offered_tools: tuple[str, ...] = ()
    """What is offered where nothing else is chosen: servers, SERVER/TOOL, tools of Aside's own."""

    tool_rules: tuple[ToolRule, ...] = ()
    """Which calls of tools may go without asking, and which never."""

    broken_settings: str = ""
    """Name of a settings file that could not be read; the person has not been told yet."""

    window_geometry: str = ""
    """Size and place of the window, as the window wrote it."""

    recent_commands: tuple[str, ...] = ()
    """What was chosen last in the command palette."""

    closed_folders: tuple[int, ...] = ()
    """Folders of conversations that were closed."""
    model_settings: dict[str, ModelSettings] = {}
    """By the file of a model, or `SERVER/MODEL`."""

    recent_models: tuple[str, ...] = ()
    """What was used last in the list of models."""

    is_archive_open: bool = False
    """Show the archived conversations in the list."""

    # --- how the window looks, moves and makes itself heard: each takes effect at once -----------------------------

    theme: Annotated[
        ThemeChoice,
        _appearance(
            "Theme",
            "Light, dark, or as the system.",
            choices={
                ThemeChoice.SYSTEM: translatable("As the system"),
                ThemeChoice.LIGHT: translatable("Light"),
                ThemeChoice.DARK: translatable("Dark"),
            },
        ),
    ] = ThemeChoice.SYSTEM

    language: Annotated[
        Language,
        _appearance(
            "Language",
            "Of the window; replies are in the language that you write in.",
            choices={
                Language.SYSTEM: translatable("As the system"),
                Language.ENGLISH: "English",
                Language.GERMAN: "Deutsch",
                Language.CHINESE: "简体中文",
            },
        ),
    ] = Language.SYSTEM

    text_scale: Annotated[
        float,
        Meta(ge=0.5, le=3.0),
        _appearance("Text size", "Size of all text, in percent of the usual size.", unit="%", times=100),
    ] = 1.0

    reading_width: Annotated[
        ReadingWidth,
        _appearance(
            translatable("Width of the text"),
            translatable("How wide questions and answers are, where the window has the room."),
            choices={
                ReadingWidth.USUAL: translatable("Usual"),
                ReadingWidth.WIDE: translatable("Wide"),
                ReadingWidth.WINDOW: translatable("As the window"),
            },
        ),
    ] = ReadingWidth.USUAL

    reading_font: Annotated[
        ReadingFont,
        _appearance(
            translatable("Font of answers"),
            translatable("The letters of answers and thoughts; code keeps its own."),
            choices={
                ReadingFont.INTER: translatable("Inter"),
                ReadingFont.SERIF: translatable("With serifs"),
                ReadingFont.SYSTEM: translatable("The system's"),
                ReadingFont.MONOSPACE: translatable("All of one width"),
            },
        ),
    ] = ReadingFont.INTER

    density: Annotated[
        Density,
        _appearance(
            "Density",
            "How much room there is between the things in the window.",
            choices={Density.COMFORTABLE: translatable("Comfortable"), Density.COMPACT: translatable("Compact")},
        ),
    ] = Density.COMFORTABLE

    motion: Annotated[
        Motion,
        _appearance(
            "Motion",
            "A soft pulse shows that a reply is being written, and the text cursor blinks.",
            choices={Motion.SYSTEM: translatable("As the system"), Motion.OFF: translatable("Off")},
        ),
    ] = Motion.SYSTEM

    tells_when_finished: Annotated[
        bool,
        _appearance(
            "Tell me when a long answer is finished",
            "A notification, if it took more than 20 seconds and I am in another window.",
        ),
    ] = True

    shows_tray_icon: Annotated[
        bool, _appearance("Icon in the system tray", "Brings the window forward, where the desktop has a tray.")
    ] = False

    # --- how models are loaded: a change takes effect when a model is loaded next ----------------------------------

    uses_graphics_device: Annotated[
        bool,
        _performance(
            "Use graphics devices", "As much of a model as fits is put on the graphics card, which is faster."
        ),
    ] = True

    cache_type: Annotated[
        CacheType,
        _performance(
            "Storage of the cache",
            "What a model has read, stored smaller: room for a longer context, a little less exact.",
            choices={
                CacheType.F16: translatable("Full (f16)"),
                CacheType.Q8_0: translatable("Half (q8_0)"),
                CacheType.Q4_0: translatable("A quarter (q4_0)"),
            },
        ),
    ] = CacheType.F16

    flash_attention: Annotated[
        FlashAttention,
        _performance(
            "Flash attention",
            "Saves memory and time; switch it off only if a model writes nonsense.",
            choices={
                FlashAttention.AUTO: translatable("Where possible"),
                FlashAttention.ON: translatable("On"),
                FlashAttention.OFF: translatable("Off"),
            },
        ),
    ] = FlashAttention.AUTO

    looks_at_images: Annotated[
        bool,
        _performance(
            "Look at images",
            "The part of a model that sees images is loaded with it, if there is one; it takes memory.",
        ),
    ] = True

    keeps_whole_window: Annotated[
        bool,
        _performance(
            "Keep everything of models with a sliding window",
            "Off saves memory with models such as Gemma; going back in a conversation reads more.",
        ),
    ] = True

    threads: Annotated[
        int,
        Meta(ge=0, le=1024),
        _performance(
            "Processor threads",
            "At most so many work on a reply; 0 is one for each core.",
            zero=translatable("One for each core"),
        ),
    ] = 0

    batch: Annotated[
        int,
        Meta(ge=0, le=4096),
        _performance(
            "Prompt tokens at once",
            "More reads long questions faster and takes more memory; 0 is the usual 512.",
            unit=translatable("tokens"),
            zero=translatable("Usual"),
        ),
    ] = 0

    # --- how replies are written, where things are kept, what may be connected to -------------------------------------

    idle_unload_minutes: Annotated[
        int,
        Meta(ge=0, le=24 * 60),
        _performance(
            "Unload an idle model after",
            "Minutes without a question until the model's memory is given back; 0 for never.",
            unit=translatable("min"),
            zero=translatable("Never"),
        ),
    ] = 30

    cache_limit_gb: Annotated[
        int,
        Meta(ge=1, le=1000),
        _storage(
            "Room for conversations' caches",
            "With its cache an old conversation goes on without being read again.",
            unit=translatable("GB"),
        ),
    ] = 4

    keep_awake: Annotated[
        bool,
        _performance(
            "Keep the computer awake during a reply", "Sleep is held off while a reply is being written, and only then."
        ),
    ] = True

    answers_one_by_one: Annotated[
        bool,
        _performance(
            "Answer one conversation at a time",
            "Other questions wait until it is their turn; each reply is as fast as can be.",
        ),
    ] = False

    context: Annotated[
        int,
        Meta(ge=0, le=16777216),
        _performance(
            "Context",
            "Tokens that the model can see at once; 0 takes 16,384, or fewer where those do not fit.",
            unit=translatable("tokens"),
            zero=translatable("As fits"),
        ),
    ] = 0

    system_prompt: Annotated[
        str,
        Meta(max_length=100000),
        _generation(
            "System prompt",
            "What every model is told before everything else, where a conversation has none of its own.",
            is_prose=True,
        ),
    ] = ""

    temperature: Annotated[
        Annotated[float, Meta(ge=0.0, le=5.0)] | None,
        _generation(
            "Temperature",
            "How freely words are chosen: low is sober, high is playful; 0 always takes the likeliest.",
            step=0.05,
        ),
    ] = None

    top_p: Annotated[
        Annotated[float, Meta(gt=0.0, le=1.0)] | None,
        _generation(
            "Top-p", "Choose among the likeliest words that together have this probability; 1 for all.", step=0.01
        ),
    ] = None

    top_k: Annotated[
        Annotated[int, Meta(ge=0, le=1000000)] | None,
        _generation("Top-k", "Choose among so many likeliest words; 0 for all.", step=1, zero=translatable("All")),
    ] = None

    min_p: Annotated[
        Annotated[float, Meta(ge=0.0, le=1.0)] | None,
        _generation("Min-p", "Leave out words less likely than this share of the likeliest; 0 for none.", step=0.01),
    ] = None

    repeat_penalty: Annotated[
        Annotated[float, Meta(ge=0.5, le=2.0)] | None,
        _generation(
            "Repeat penalty",
            "Above 1, words that were just used become less likely; it harms long thoughts and code.",
            step=0.05,
        ),
    ] = None

    thinking_level: Annotated[
        DefaultThinking,
        _generation(
            "Thinking in new conversations",
            "How much the model thinks; one that lacks the level goes by its own.",
            choices={
                DefaultThinking.AUTO: translatable("As the model sees fit"),
                DefaultThinking.OFF: translatable("Off"),
                DefaultThinking.ON: translatable("On"),
                DefaultThinking.LOW: translatable("Low"),
                DefaultThinking.MEDIUM: translatable("Medium"),
                DefaultThinking.HIGH: translatable("High"),
            },
        ),
    ] = DefaultThinking.AUTO

    think_budget_tokens: Annotated[
        int,
        Meta(ge=0, le=1000000),
        _generation(
            "Thinking limit in tokens",
            "In new conversations a thought ends after so many tokens; 0 for no limit.",
            unit=translatable("tokens"),
            zero=translatable("No limit"),
        ),
    ] = 0

    think_budget_s: Annotated[
        int,
        Meta(ge=0, le=86400),
        _generation(
            "Thinking limit in seconds",
            "In new conversations a thought ends after so many seconds; 0 for no limit.",
            unit=translatable("s"),
            zero=translatable("No limit"),
        ),
    ] = 0

    titles_by_model: Annotated[
        bool,
        _generation(
            translatable("Titles by the model"),
            translatable("The model names a new conversation in an idle moment; otherwise its question does."),
        ),
    ] = False

    ends_loops: Annotated[
        bool,
        _generation(
            "End what goes round in circles",
            "After a thought the answer begins by itself, an answer stops; otherwise that is offered.",
        ),
    ] = False

    keeps_confidence: Annotated[
        bool,
        _generation(
            "Keep how sure the model was of each word",
            "Unsure words can be marked in a finished thought then; it takes some six bytes a token.",
        ),
    ] = False

    answer_reserve_percent: Annotated[
        int,
        Meta(ge=5, le=50),
        _generation("Room kept for the answer", "Percent of the free context that no thought can use up.", unit="%"),
    ] = 25

    reads_along: Annotated[
        bool,
        _performance(
            "Read along while I type", "The model reads a long question before it is sent, so that it answers sooner."
        ),
    ] = True

    drafting: Annotated[
        DraftingChoice,
        _performance(
            "Draft ahead",
            "Guessed words are checked together: the same replies, sooner, where it pays.",
            choices={
                DraftingChoice.AUTO: translatable("From all there is"),
                DraftingChoice.NGRAM: translatable("From the conversation"),
                DraftingChoice.DRAFT: translatable("By the draft model"),
                DraftingChoice.OFF: translatable("Off"),
            },
        ),
    ] = DraftingChoice.AUTO

    draft_model: Annotated[
        str, _performance("Draft model", "Path of a smaller model of the same family that drafts; empty for none.")
    ] = ""

    models_folder: Annotated[
        str, _storage("Models folder", "Where downloaded models are kept. Moving takes the models along.")
    ] = ""

    model_folders: Annotated[
        tuple[str, ...],
        _storage("More folders with models", "Models found there are used where they lie and never changed."),
    ] = ()

    hub_endpoint: Annotated[
        str,
        _network(
            "Mirror of the Hub",
            "Address of a mirror, beginning with https://; empty for the Hub itself.",
            closed={"stay_offline": True},
        ),
    ] = ""

    proxy: Annotated[
        str,
        _network(
            "Proxy",
            "Address of a proxy, beginning with http://; empty for the system's.",
            closed={"stay_offline": True},
        ),
    ] = ""

    stay_offline: Annotated[
        bool,
        _privacy(
            "Stay offline",
            "Connect to nothing but servers on this computer, not even for searches and downloads.",
            closed={"stay_offline": True},
        ),
    ] = False

    checks_for_updates: Annotated[
        bool,
        _privacy(
            "Tell me of new versions", "Asks once a day, without saying who asks; only in copies made by the project."
        ),
    ] = False

    simultaneous_downloads: Annotated[
        int, Meta(ge=1, le=4), _network("Downloads at once", "How many models are downloaded at the same time.")
    ] = 2

    bandwidth_limit_kb_per_s: Annotated[
        int,
        Meta(ge=0, le=10000000),
        _network(
            "Download speed limit",
            "Kilobytes per second for all downloads together; 0 for no limit.",
            unit=translatable("kB/s"),
            zero=translatable("No limit"),
        ),
    ] = 0

    shortcuts: Annotated[
        tuple[KeyChoice, ...],
        _shortcuts("Keys of actions", "Press a shortcut's button, then the keys that you want for it."),
    ] = ()
