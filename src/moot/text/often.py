"""Words that tell how often, and the time after which it is again: a monthly fee is paid each month."""

from __future__ import annotations

OFTEN = {
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annual": "year",
    "annually": "year",
    "annum": "year",
}
