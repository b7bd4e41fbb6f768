"""The lineage of a model from its name: models of one lineage share mistakes, so a panel should mix them."""

from __future__ import annotations

import re

_FAMILIES: tuple[tuple[str, str], ...] = (
    # A model distilled into another lineage's weights counts as what its weights are: `r1-distill-llama` is a llama.
    (r"distill[-_]?llama", "llama"),
    (r"distill[-_]?qwen", "qwen"),
    (r"claude|anthropic/", "claude"),
    (r"gpt|chatgpt|codex|davinci|\bo[1345](?![0-9a-z.])|openai/", "gpt"),
    (r"gemma", "gemma"),
    (r"gemini|learnlm|palm-2", "gemini"),
    (r"smollm", "smollm"),
    (r"tiny-?llama|llama", "llama"),
    (r"qwen|qwq|qvq", "qwen"),
    (r"mistral|mixtral|ministral|magistral|codestral|devstral|pixtral|voxtral", "mistral"),
    (r"deepseek", "deepseek"),
    (r"grok", "grok"),
    (r"kimi|moonshot|moonlight", "kimi"),
    (r"glm|\bz-ai/", "glm"),
    (r"\bphi[-_]?\d", "phi"),
    (r"command[-_]?(?:r|a|light|nightly|\d)|c4ai|aya[-_]|cohere", "command"),
    (r"\bnova[-_](?:micro|lite|pro|premier|\d)|amazon/nova", "nova"),
    (r"minimax|abab", "minimax"),
    (r"nemotron", "nemotron"),
    (r"hermes", "hermes"),
    (r"granite", "granite"),
    (r"olmo", "olmo"),
    (r"falcon", "falcon"),
    (r"jamba", "jamba"),
    (r"\bernie", "ernie"),
    (r"hunyuan", "hunyuan"),
    (r"\bmimo", "mimo"),
    (r"internlm", "internlm"),
    (r"\byi-", "yi"),
    (r"sonar", "sonar"),
)
"""First match wins."""


def known_family(name: str) -> str | None:
    """The lineage that a name tells of, or None if it tells of none that is known here."""
    lower = name.lower()
    return next((family for pattern, family in _FAMILIES if re.search(pattern, lower)), None)


def family_of(model: str) -> str:
    """The lineage of a model name, with or without its vendor: claude, gpt, qwen, …

    Falls back to the vendor (`vendor/name`), then to the first word of the name.

    >>> [family_of(name) for name in ("anthropic/claude-sonnet-5.5", "o4-mini", "acme/zebra-7b", "zebra-7b")]
    ['claude', 'gpt', 'acme', 'zebra']
    """
    if known := known_family(model):
        return known
    vendor, slash, rest = model.lower().lstrip("~").removesuffix(".gguf").rpartition("/")
    if slash and vendor.strip("/."):
        return vendor.strip("/").rpartition("/")[2]
    return re.split(r"[-_:.@ ]", rest, maxsplit=1)[0] or "unknown"
