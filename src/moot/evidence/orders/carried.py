"""Links and images whose address has a slot for what a model knows: whoever shows them sends it away."""

from __future__ import annotations

from moot.evidence.orders.form import Form

CARRIED = "link that carries text away"
_KNOWN = (
    r"(?:(?:your|user|system|private|all)[_ -]?)?(?:notes?|context|prompts?|secrets?|history|conversations?|"
    r"memory|passages?|instructions)"
)
_SLOT = rf"(?:\{{{{1,2}}\s?{_KNOWN}\s?\}}{{1,2}}|(?:%7b){{1,2}}{_KNOWN}%7d|<{_KNOWN}>|\[{_KNOWN}\]|\$\{{?{_KNOWN}\}}?)"
_CAPITALS = (
    r"(?-i:(?:YOUR_|USER_|SYSTEM_|PRIVATE_)?(?:NOTES?|CONTEXT|PROMPT|SECRETS?|HISTORY|CONVERSATION|MEMORY|"
    r"PASSAGES?|INSTRUCTIONS))"
)

FORMS = (
    Form(
        CARRIED,
        rf"!?\[[^\]\n]{{0,160}}\]\(<?https?://[^\s()<>]{{1,200}}?=(?:{_SLOT}|{_CAPITALS})(?:[&#/][^\s()]{{0,80}})?>?\s?"
        r"(?:\"[^\"\n]{0,80}\")?\)",
        ("](http", "](<http"),
        led=False,
    ),
)
