"""Every setting, declared once: its type and range, its default, and the words that people see.

`Meta` holds the words and the range: validation reads them there, and `declaration.py` reads them for forms. `closed`
says what holds while what was written for a setting cannot be read: what may have been forbidden stays so. A name is
never given another meaning; a setting that goes away leaves its name unused.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import msgspec
from msgspec import Meta

from app.hardware.context_choices import CacheType, FlashAttention
from app.messages import ToolRule
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


def _on_page(group: SettingsGroup) -> Callable[..., Meta]:
    """Return what declares a setting of a page: its title, what it does, and what `SettingDeclaration` tells forms."""

    def declared(title: str, description: str, **extra: object) -> Meta:
        return Meta(title=title, description=description, extra={"group": group, **extra})

    return declared


_remembered = _on_page(SettingsGroup.REMEMBERED)
_appearance = _on_page(SettingsGroup.APPEARANCE)
_performance = _on_page(SettingsGroup.PERFORMANCE)
_storage = _on_page(SettingsGroup.STORAGE)
_generation = _on_page(SettingsGroup.GENERATION)
_network = _on_page(SettingsGroup.NETWORK)
_privacy = _on_page(SettingsGroup.PRIVACY)
_shortcuts = _on_page(SettingsGroup.SHORTCUTS)


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What the person has chosen, and where the window was; `SettingsFile` keeps it."""

    # --- what the window remembers by itself, written a moment after it changes; on no page of the settings ---------

    thinking_pane_width: Annotated[
        int,
        Meta(ge=120, le=4000),
        _remembered(translatable("Width of the thinking pane"), translatable("In pixels; set by dragging its edge.")),
    ] = 380

    thinking_pane_collapsed: Annotated[
        bool, _remembered(translatable("Thinking pane collapsed"), translatable("Show the thought as a thin rail."))
    ] = False

    last_model_path: Annotated[
        str, _remembered(translatable("Last model"), translatable("The model file used last; empty for none."))
    ] = ""

    last_remote_model: Annotated[
        tuple[str, ...],
        _remembered(
            translatable("Last model of a server"),
            translatable("Its server's address and its name; empty while a model of this computer is chosen."),
        ),
    ] = ()

    last_conversation_id: Annotated[
        int | None, _remembered(translatable("Last conversation"), translatable("The conversation shown last."))
    ] = None

    has_history: Annotated[
        bool,
        _remembered(
            translatable("There are conversations"),
            translatable("A file with conversations was there: it is missed if it is gone."),
        ),
    ] = False

    offered_tools: Annotated[
        tuple[str, ...],
        _remembered(
            translatable("Tools of new conversations"),
            translatable("What is offered where nothing else is chosen: servers, SERVER/TOOL, tools of Aside's own."),
        ),
    ] = ()

    tool_rules: Annotated[
        tuple[ToolRule, ...],
        _remembered(
            translatable("Rules for tools"),
            translatable("Which calls of tools may go without asking, and which never."),
        ),
    ] = ()

    broken_settings: Annotated[
        str,
        _remembered(
            translatable("Broken settings"),
            translatable("Name of a settings file that could not be read; the person has not been told yet."),
        ),
    ] = ""

    window_geometry: Annotated[
        str,
        _remembered(
            translatable("Place of the window"), translatable("Size and place of the window, as the window wrote it.")
        ),
    ] = ""

    recent_commands: Annotated[
        tuple[str, ...],
        _remembered(translatable("Recent commands"), translatable("What was chosen last in the command palette.")),
    ] = ()

    closed_folders: Annotated[
        tuple[int, ...],
        _remembered(translatable("Closed folders"), translatable("Folders of conversations that were closed.")),
    ] = ()

    is_archive_open: Annotated[
        bool, _remembered(translatable("Archive open"), translatable("Show the archived conversations in the list."))
    ] = False

    # --- how the window looks, moves and makes itself heard: each takes effect at once -----------------------------

    theme: Annotated[
        ThemeChoice,
        _appearance(
            translatable("Theme"),
            translatable("Light, dark, or as the system."),
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
            translatable("Language"),
            translatable("Of the window; replies are in the language that you write in."),
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
        _appearance(
            translatable("Text size"),
            translatable("Size of all text, in percent of the usual size."),
            unit="%",
            times=100,
        ),
    ] = 1.0

    density: Annotated[
        Density,
        _appearance(
            translatable("Density"),
            translatable("How much room there is between the things in the window."),
            choices={
                Density.COMFORTABLE: translatable("Comfortable"),
                Density.COMPACT: translatable("Compact"),
            },
        ),
    ] = Density.COMFORTABLE

    motion: Annotated[
        Motion,
        _appearance(
            translatable("Motion"),
            translatable("A soft pulse shows that a reply is being written, and the text cursor blinks."),
            choices={Motion.SYSTEM: translatable("As the system"), Motion.OFF: translatable("Off")},
        ),
    ] = Motion.SYSTEM

    tells_when_finished: Annotated[
        bool,
        _appearance(
            translatable("Tell me when a long answer is finished"),
            translatable("A notification, if it took more than 20 seconds and I am in another window."),
        ),
    ] = True

    shows_tray_icon: Annotated[
        bool,
        _appearance(
            translatable("Icon in the system tray"),
            translatable("Brings the window forward, where the desktop has a tray."),
        ),
    ] = False

    # --- how models are loaded: a change takes effect when a model is loaded next ----------------------------------

    uses_graphics_device: Annotated[
        bool,
        _performance(
            translatable("Use graphics devices"),
            translatable("As much of a model as fits is put on the graphics card, which is faster."),
        ),
    ] = True

    cache_type: Annotated[
        CacheType,
        _performance(
            translatable("Storage of the cache"),
            translatable("What a model has read, stored smaller: room for a longer context, a little less exact."),
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
            translatable("Flash attention"),
            translatable("Saves memory and time; switch it off only if a model writes nonsense."),
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
            translatable("Look at images"),
            translatable("The part of a model that sees images is loaded with it, if there is one; it takes memory."),
        ),
    ] = True

    keeps_whole_window: Annotated[
        bool,
        _performance(
            translatable("Keep everything of models with a sliding window"),
            translatable("Off saves memory with models such as Gemma; going back in a conversation reads more."),
        ),
    ] = True

    threads: Annotated[
        int,
        Meta(ge=0, le=1024),
        _performance(
            translatable("Processor threads"),
            translatable("At most so many work on a reply; 0 is one for each core."),
            zero=translatable("One for each core"),
        ),
    ] = 0

    batch: Annotated[
        int,
        Meta(ge=0, le=4096),
        _performance(
            translatable("Prompt tokens at once"),
            translatable("More reads long questions faster and takes more memory; 0 is the usual 512."),
            unit=translatable("tokens"),
            zero=translatable("Usual"),
        ),
    ] = 0

    # --- how replies are written, where things are kept, what may be connected to -------------------------------------

    idle_unload_minutes: Annotated[
        int,
        Meta(ge=0, le=24 * 60),
        _performance(
            translatable("Unload an idle model after"),
            translatable("Minutes without a question until the model's memory is given back; 0 for never."),
            unit=translatable("min"),
            zero=translatable("Never"),
        ),
    ] = 30

    cache_limit_gb: Annotated[
        int,
        Meta(ge=1, le=1000),
        _storage(
            translatable("Room for conversations' caches"),
            translatable("With its cache an old conversation goes on without being read again."),
            unit=translatable("GB"),
        ),
    ] = 4

    keep_awake: Annotated[
        bool,
        _performance(
            translatable("Keep the computer awake during a reply"),
            translatable("Sleep is held off while a reply is being written, and only then."),
        ),
    ] = True

    answers_one_by_one: Annotated[
        bool,
        _performance(
            translatable("Answer one conversation at a time"),
            translatable("Other questions wait until it is their turn; each reply is as fast as can be."),
        ),
    ] = False

    context: Annotated[
        int,
        Meta(ge=0, le=16_777_216),
        _performance(
            translatable("Context"),
            translatable("Tokens that the model can see at once; 0 chooses what fits this computer."),
            unit=translatable("tokens"),
            zero=translatable("As fits"),
        ),
    ] = 0

    system_prompt: Annotated[
        str,
        Meta(max_length=100_000),
        _generation(
            translatable("System prompt"),
            translatable("What every model is told before everything else, where a conversation has none of its own."),
            is_prose=True,
        ),
    ] = ""

    temperature: Annotated[
        Annotated[float, Meta(ge=0.0, le=5.0)] | None,
        _generation(
            translatable("Temperature"),
            translatable("How freely words are chosen: low is sober, high is playful; 0 always takes the likeliest."),
            step=0.05,
        ),
    ] = None

    top_p: Annotated[
        Annotated[float, Meta(gt=0.0, le=1.0)] | None,
        _generation(
            translatable("Top-p"),
            translatable("Choose among the likeliest words that together have this probability; 1 for all."),
            step=0.01,
        ),
    ] = None

    top_k: Annotated[
        Annotated[int, Meta(ge=0, le=1_000_000)] | None,
        _generation(
            translatable("Top-k"),
            translatable("Choose among so many likeliest words; 0 for all."),
            step=1,
            zero=translatable("All"),
        ),
    ] = None

    min_p: Annotated[
        Annotated[float, Meta(ge=0.0, le=1.0)] | None,
        _generation(
            translatable("Min-p"),
            translatable("Leave out words less likely than this share of the likeliest; 0 for none."),
            step=0.01,
        ),
    ] = None

    repeat_penalty: Annotated[
        Annotated[float, Meta(ge=0.5, le=2.0)] | None,
        _generation(
            translatable("Repeat penalty"),
            translatable("Above 1, words that were just used become less likely; it harms long thoughts and code."),
            step=0.05,
        ),
    ] = None

    thinking_level: Annotated[
        DefaultThinking,
        _generation(
            translatable("Thinking in new conversations"),
            translatable("How much the model thinks; one that lacks the level goes by its own."),
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
        Meta(ge=0, le=1_000_000),
        _generation(
            translatable("Thinking limit in tokens"),
            translatable("In new conversations a thought ends after so many tokens; 0 for no limit."),
            unit=translatable("tokens"),
            zero=translatable("No limit"),
        ),
    ] = 0

    think_budget_s: Annotated[
        int,
        Meta(ge=0, le=86_400),
        _generation(
            translatable("Thinking limit in seconds"),
            translatable("In new conversations a thought ends after so many seconds; 0 for no limit."),
            unit=translatable("s"),
            zero=translatable("No limit"),
        ),
    ] = 0

    ends_loops: Annotated[
        bool,
        _generation(
            translatable("End thoughts that go round in circles"),
            translatable("The answer begins by itself; otherwise “Answer now” is offered."),
        ),
    ] = False

    keeps_confidence: Annotated[
        bool,
        _generation(
            translatable("Keep how sure the model was of each word"),
            translatable("Unsure words can be marked in a finished thought then; it takes some six bytes a token."),
        ),
    ] = False

    answer_reserve_percent: Annotated[
        int,
        Meta(ge=5, le=50),
        _generation(
            translatable("Room kept for the answer"),
            translatable("Percent of the free context that no thought can use up."),
            unit="%",
        ),
    ] = 25

    reads_along: Annotated[
        bool,
        _performance(
            translatable("Read along while I type"),
            translatable("The model reads a long question before it is sent, so that it answers sooner."),
        ),
    ] = True

    drafting: Annotated[
        DraftingChoice,
        _performance(
            translatable("Draft ahead"),
            translatable("Guessed words are checked together: the same replies, sooner, where it pays."),
            choices={
                DraftingChoice.AUTO: translatable("From all there is"),
                DraftingChoice.NGRAM: translatable("From the conversation"),
                DraftingChoice.DRAFT: translatable("By the draft model"),
                DraftingChoice.OFF: translatable("Off"),
            },
        ),
    ] = DraftingChoice.AUTO

    draft_model: Annotated[
        str,
        _performance(
            translatable("Draft model"),
            translatable("Path of a smaller model of the same family that drafts; empty for none."),
        ),
    ] = ""

    models_folder: Annotated[
        str,
        _storage(
            translatable("Models folder"),
            translatable("Where downloaded models are kept. Moving takes the models along."),
        ),
    ] = ""

    model_folders: Annotated[
        tuple[str, ...],
        _storage(
            translatable("More folders with models"),
            translatable("Models found there are used where they lie and never changed."),
        ),
    ] = ()

    hub_endpoint: Annotated[
        str,
        _network(
            translatable("Mirror of the Hub"),
            translatable("Address of a mirror, beginning with https://; empty for the Hub itself."),
            closed={"stay_offline": True},
        ),
    ] = ""

    proxy: Annotated[
        str,
        _network(
            translatable("Proxy"),
            translatable("Address of a proxy, beginning with http://; empty for the system's."),
            closed={"stay_offline": True},
        ),
    ] = ""

    stay_offline: Annotated[
        bool,
        _privacy(
            translatable("Stay offline"),
            translatable("Connect to nothing but servers on this computer, not even for searches and downloads."),
            closed={"stay_offline": True},
        ),
    ] = False

    checks_for_updates: Annotated[
        bool,
        _privacy(
            translatable("Tell me of new versions"),
            translatable("Asks once a day, without saying who asks; only in copies made by the project."),
        ),
    ] = False

    simultaneous_downloads: Annotated[
        int,
        Meta(ge=1, le=4),
        _network(translatable("Downloads at once"), translatable("How many models are downloaded at the same time.")),
    ] = 2

    bandwidth_limit_kb_per_s: Annotated[
        int,
        Meta(ge=0, le=10_000_000),
        _network(
            translatable("Download speed limit"),
            translatable("Kilobytes per second for all downloads together; 0 for no limit."),
            unit=translatable("kB/s"),
            zero=translatable("No limit"),
        ),
    ] = 0

    shortcuts: Annotated[
        tuple[KeyChoice, ...],
        _shortcuts(
            translatable("Keys of actions"),
            translatable("Press a shortcut's button, then the keys that you want for it."),
        ),
    ] = ()
