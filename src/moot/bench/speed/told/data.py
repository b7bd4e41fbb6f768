"""A measurement as JSON. Times in seconds."""

from __future__ import annotations

import json
from dataclasses import asdict

from moot.bench.speed.running import Speed
from moot.bench.speed.told import wording
from moot.bench.told.data import plain


def as_json(speed: Speed) -> str:
    plan = speed.plan
    told = {
        "settings": {"samples": plan.samples, "output": plan.output, "budget": plan.budget},
        "cells": [
            {
                **asdict(each.cell),
                **{name: value for name, value in asdict(each).items() if name not in ("cell", "failures")},
                "failures": [{"kind": kind, "streams": n, "reason": why} for kind, n, why in each.failures],
                "notes": wording.notes(each),
            }
            for each in speed.cells
        ],
        "warm_ups": {
            model: {
                "first_token": first.first_token,
                "connecting": first.connecting,
                "failure": first.failure,
                "reason": first.reason,
            }
            for model, first in speed.warm_ups.items()
        },
        "waited": dict(speed.waited),
        "usd": speed.usd,
        "run": speed.run,
        "stopped": speed.stopped,
        "how": dict(wording.how(speed)),
    }
    return json.dumps(plain(told), indent=2, ensure_ascii=False) + "\n"
