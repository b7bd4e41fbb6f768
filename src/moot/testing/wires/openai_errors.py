"""Errors as both OpenAI formats send them."""

from __future__ import annotations

from moot.testing.conduct import Fault
from moot.testing.wires.base import Failure


def failure(fault: Fault, model: str, tokens: int, context: int) -> Failure:
    status, kind, code, message = {
        Fault.RATE_LIMIT: (429, "requests", "rate_limit_exceeded", f"Rate limit reached for {model}."),
        Fault.SERVER: (500, "server_error", None, "The server had an error while processing your request."),
        Fault.OVERLOADED: (503, "server_error", "overloaded", "The engine is currently overloaded."),
        Fault.DENIED: (401, "invalid_request_error", "invalid_api_key", "Incorrect API key provided."),
        Fault.FORBIDDEN: (403, "invalid_request_error", "model_not_allowed", f"No access to the model {model}."),
        Fault.NO_MODEL: (404, "invalid_request_error", "model_not_found", f"The model `{model}` does not exist."),
        Fault.NO_CREDIT: (429, "insufficient_quota", "insufficient_quota", "You exceeded your current quota."),
        Fault.OVERFLOW: (
            400,
            "invalid_request_error",
            "context_length_exceeded",
            f"This model's maximum context length is {context} tokens. However, your messages resulted in "
            f"{tokens} tokens. Please reduce the length of the messages.",
        ),
    }[fault]
    return Failure(status, {"error": {"message": message, "type": kind, "param": None, "code": code}})
