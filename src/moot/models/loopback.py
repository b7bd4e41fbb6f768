"""Model servers on this machine: what listens at their usual addresses. Only loopback is ever probed."""

from __future__ import annotations

import ipaddress
from typing import Any

from moot.text import urls

PROBE_SECONDS = 0.3
MOST_BYTES = 2_000_000
"""A longer list of models is not a list of models."""


def is_loopback(url: str) -> bool:
    """True when the address is this machine itself."""
    host = urls.host(url).rstrip(".")
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def listed_models(base_url: str) -> list[dict[str, Any]] | None:
    """What `GET /models` of an OpenAI-style server on this machine lists; None when nothing of that kind answers."""
    import httpx2

    if not is_loopback(base_url):
        return None
    try:
        # No proxy, no redirect: what is probed on this machine is answered on this machine.
        with httpx2.Client(timeout=PROBE_SECONDS, trust_env=False, follow_redirects=False) as client:
            response = client.get(f"{base_url.rstrip('/')}/models")
            if response.status_code != 200 or len(response.content) > MOST_BYTES:
                return None
            data = response.json().get("data")
    except (httpx2.HTTPError, httpx2.InvalidURL, ValueError, AttributeError):
        return None
    if not isinstance(data, list):
        return None
    return [model for model in data if isinstance(model, dict) and isinstance(model.get("id"), str)]
