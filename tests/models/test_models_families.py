import pytest

from moot.models.families import family_of


@pytest.mark.parametrize(
    ("model", "family"),
    [
        ("claude-sonnet-5-5", "claude"),
        ("anthropic/claude-opus-4.6", "claude"),
        ("~anthropic/claude-opus-latest", "claude"),
        ("gpt-6.1-terra", "gpt"),
        ("gpt-oss-120b", "gpt"),
        ("o1", "gpt"),
        ("o3-mini", "gpt"),
        ("o4-mini-deep-research", "gpt"),
        ("openai/o3", "gpt"),
        ("chatgpt-4o-latest", "gpt"),
        ("gemini-3.8-flash", "gemini"),
        ("google/gemma-4-31b-it", "gemma"),
        ("qwen/qwen3.6-plus:free", "qwen"),
        ("qwq-32b", "qwen"),
        ("Qwen2.5-7B-Instruct-Q4_K_M.gguf", "qwen"),
        ("meta-llama/llama-4-maverick", "llama"),
        ("llama3.2:latest", "llama"),
        ("mistralai/mixtral-8x22b-instruct", "mistral"),
        ("mistralai/devstral-2512", "mistral"),
        ("deepseek/deepseek-v4-pro", "deepseek"),
        ("deepseek/deepseek-r1-distill-llama-70b", "llama"),
        ("deepseek-r1-distill-qwen-14b", "qwen"),
        ("x-ai/grok-4.7", "grok"),
        ("moonshotai/kimi-k3", "kimi"),
        ("z-ai/glm-5.3-flash", "glm"),
        ("microsoft/phi-4", "phi"),
        ("cohere/command-r-plus", "command"),
        ("amazon/nova-pro-v1", "nova"),
        ("SmolLM2-135M-Instruct.Q4_1.gguf", "smollm"),
        ("nvidia/llama-3.3-nemotron-super-49b-v1", "llama"),
        ("acme/zebra-7b", "acme"),
        ("zebra-7b", "zebra"),
        ("o2-zebra", "o2"),
        ("photon-7b", "photon"),
        ("", "unknown"),
    ],
)
def test_lineage_by_name(model: str, family: str) -> None:
    assert family_of(model) == family
