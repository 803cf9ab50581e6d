"""Links, pasted addresses and typed names."""

from __future__ import annotations

import pytest

from app.hub.catalogue.hub_address import HubAddress

REPO = "Qwen/Qwen3-8B-GGUF"
FILE = "Qwen3-8B-Q4_K_M.gguf"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"aside://open?repo={REPO}", HubAddress(REPO)),
        (f"aside://open?repo=Qwen%2FQwen3-8B-GGUF&file={FILE}", HubAddress(REPO, FILE)),
        (f"ASIDE://open/?repo={REPO}&quantization=Q4_K_M", HubAddress(REPO, quantization="Q4_K_M")),
        (f"https://huggingface.co/{REPO}", HubAddress(REPO)),
        (f" https://hf.co/{REPO}/tree/main?show=1#top ", HubAddress(REPO)),
        (f"https://huggingface.co/{REPO}/blob/main/{FILE}", HubAddress(REPO, FILE)),
        (f"https://huggingface.co/{REPO}/resolve/main/a/b%20c.gguf?download=true", HubAddress(REPO, "a/b c.gguf")),
        (f"huggingface.co/{REPO}", HubAddress(REPO)),
        (f"http://127.0.0.1:8080/{REPO}", HubAddress(REPO)),
        (f"hf://{REPO}", HubAddress(REPO)),
        (f"hf.co/{REPO}:Q4_K_M", HubAddress(REPO, quantization="Q4_K_M")),
        (f"https://hf.co/{REPO}:UD-Q4_K_XL", HubAddress(REPO, quantization="UD-Q4_K_XL")),
        (f"hf://{REPO}:Q8_0", HubAddress(REPO, quantization="Q8_0")),
        (f"ollama run hf.co/{REPO}:Q4_K_M", HubAddress(REPO, quantization="Q4_K_M")),
        (f"HF.CO/{REPO}:q4_k_m", HubAddress(REPO, quantization="q4_k_m")),
        (f"huggingface.co/{REPO}:latest", HubAddress(REPO)),
        (f"http://127.0.0.1:8080/{REPO}:Q4_0", HubAddress(REPO, quantization="Q4_0")),
    ],
)
def test_links_are_understood(text: str, expected: HubAddress) -> None:
    assert HubAddress.parse_link(text, endpoint="http://127.0.0.1:8080") == expected
    assert HubAddress.parse_name(text, endpoint="http://127.0.0.1:8080") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (REPO, HubAddress(REPO)),
        (f"{REPO}:Q4_K_M", HubAddress(REPO, quantization="Q4_K_M")),
        (f"{REPO}:UD-Q4_K_XL", HubAddress(REPO, quantization="UD-Q4_K_XL")),
        (f"{REPO}/sub/{FILE}", HubAddress(REPO, f"sub/{FILE}")),
        (f"{REPO}:latest", HubAddress(REPO)),
        (f"llama-server -hf {REPO}:Q4_K_M --port 8080", HubAddress(REPO, quantization="Q4_K_M")),
        (f"hf download {REPO} {FILE}", HubAddress(REPO)),
    ],
)
def test_names_are_understood(text: str, expected: HubAddress) -> None:
    assert HubAddress.parse_name(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Qwen3",
        "../../etc/passwd",
        "a/b:",
        "hf.co/a/b:",
        "hf.co/a/b:c:d",
        "hf.co/a/b:Q4/c",
        "ollama run",
        "a/../b",
        f"{REPO}/../../x.gguf",
        f"{REPO}/C:\\x.gguf",
        "aside://open",
        "aside://remove?repo=a/b",
        "aside://open?repo=a/b&file=../../x.gguf",
        "aside://open?repo=../..",
        "https://example.com/Qwen/Qwen3-8B-GGUF",
        "https://huggingface.co.evil.example/a/b",
        "https://huggingface.co/datasets",
        "https://[bad/a/b",
        "ftp://huggingface.co/a/b",
        "a/b " + "x" * 5000,
    ],
)
def test_anything_else_is_nothing(text: str) -> None:
    assert HubAddress.parse_name(text) is None
    assert HubAddress.parse_link(text) is None
