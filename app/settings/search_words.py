"""What people call a setting, beside its name: a search finds it by these, in the window's language and in English."""

from __future__ import annotations

from app.text import translatable

SEARCH_WORDS = {
    "theme": translatable("dark light night mode appearance look design colours colors high contrast accessibility"),
    "language": translatable("translation locale German Chinese English"),
    "text_scale": translatable("font fonts zoom larger bigger small letters read accessibility"),
    "reading_width": translatable("column line length"),
    "reading_font": translatable("fonts typeface serif bold dyslexia accessibility"),
    "density": translatable("compact line spacing margins"),
    "motion": translatable("animation blinking"),
    "tells_when_finished": translatable("notifications alert desktop"),
    "shows_tray_icon": translatable("background minimize taskbar"),
    "uses_graphics_device": translatable(
        "gpu graphics card vram video memory layers offload acceleration slow speed faster cuda vulkan metal"
    ),
    "cache_type": translatable("kv cache memory ram vram"),
    "flash_attention": translatable("memory speed"),
    "looks_at_images": translatable("vision pictures photos multimodal"),
    "keeps_whole_window": translatable("memory swa"),
    "threads": translatable("cpu cores slow speed faster"),
    "batch": translatable("prompt processing speed"),
    "idle_unload_minutes": translatable("memory ram vram free idle timeout"),
    "cache_limit_gb": translatable("disk space"),
    "keep_awake": translatable("sleep standby suspend battery power"),
    "answers_one_by_one": translatable("parallel queue"),
    "context": translatable("context length window size memory"),
    "system_prompt": translatable("custom instructions persona personality role character behaviour"),
    "temperature": translatable("creativity randomness sampling"),
    "top_p": translatable("nucleus sampling"),
    "top_k": translatable("sampling"),
    "min_p": translatable("sampling"),
    "repeat_penalty": translatable("repetition sampling"),
    "thinking_level": translatable("reasoning effort"),
    "think_budget_tokens": translatable("reasoning budget token limit"),
    "think_budget_s": translatable("reasoning budget time limit"),
    "titles_by_model": translatable("automatic auto title rename names summary"),
    "ends_loops": translatable("repetition reasoning"),
    "keeps_confidence": translatable("probabilities logprobs"),
    "reads_along": translatable("speed prefill"),
    "drafting": translatable("speculative decoding speed"),
    "draft_model": translatable("speculative decoding"),
    "models_folder": translatable("directory location disk move"),
    "model_folders": translatable("directory location import LM Studio Ollama Jan"),
    "hub_endpoint": translatable("huggingface server address"),
    "proxy": translatable("http connection server"),
    "stay_offline": translatable("internet connection privacy network firewall"),
    "checks_for_updates": translatable("updates upgrade release"),
    "simultaneous_downloads": translatable("parallel queue"),
    "bandwidth_limit_kb_per_s": translatable("bandwidth throttle"),
    "shortcuts": translatable("keyboard hotkeys keybindings"),
}
"""By the setting's name."""
