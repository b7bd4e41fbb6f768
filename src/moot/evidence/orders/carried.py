"""Links and images whose address has a slot for what a model knows: whoever shows them sends it away."""

from __future__ import annotations

from moot.evidence.orders.form import Form

CARRIED = "link that carries text away"
_KNOWN = (
    r"(?:(?:your|user|system|private|all)[_ -]?)?(?:notes?|context|prompts?|secrets?|history|conversations?|"
    r"memory|passages?|instructions)"
)
_SLOT = rf"(?:\{{{{1,2}}\s?{_KNOWN}\s?\}}{{1,2}}|(?:%7b){{1,2}}{_KNOWN}%7d|<{_KNOWN}>|\[{_KNOWN}\]|\$\{{?{_KNOWN}\}}?)"
_ASKED = rf"(?:{_SLOT}|\{{{{1,2}}\s?(?:(?:your|user)[_ -]?)?(?:questions?|quer(?:y|ies)|answers?|drafts?)\s?\}}{{1,2}})"
_CAPITALS = (
    r"(?-i:(?:YOUR_|USER_|SYSTEM_|PRIVATE_)?(?:NOTES?|CONTEXT|PROMPT|SECRETS?|HISTORY|CONVERSATION|MEMORY|"
    r"PASSAGES?|INSTRUCTIONS)|PRIVATE(?:_[A-Z]{2,16})?|CONFIDENTIAL)"
)
_ADDRESS = rf"https?://[^\s()<>]{{1,200}}?=(?:{_SLOT}|{_CAPITALS})(?:[&#/][^\s()<>]{{0,80}})?"

FORMS = (
    Form(
        CARRIED,
        rf"(?:!?\[[^\]\n]{{0,160}})?\]\(<?{_ADDRESS}>?\s?(?:[\"'][^\"'\n]{{0,80}}[\"'])?\)",
        ("](http", "](<http"),
        led=False,
    ),
    Form(
        CARRIED,
        # The address of a link or a picture that stands elsewhere in the text.
        rf"^[ \t]{{0,3}}\[[^\]\n]{{1,160}}\]:[ \t]{{0,8}}\n?[ \t]{{0,8}}<?{_ADDRESS}(?=[>\s]|$)",
        ("]:",),
        led=False,
    ),
    Form(
        CARRIED,
        # A picture has no slots: nobody documents one, as an address that programs call is.
        rf"!\[[^\]\n]{{0,160}}\]\(<?(?:https?:)?//[^\s()<>]{{1,200}}?{_ASKED}[^\s()]{{0,80}}>?\s?(?:[\"'][^\"'\n]{{0,80}}[\"'])?\)",
        ("![",),
        led=False,
    ),
    Form(
        CARRIED,
        rf"<{_ADDRESS}>|\b(?:(?:src|srcset|href|action|poster|data)\s?=|url\()\s?[\"']?{_ADDRESS}(?=[\"'>\s)])",
        ("<http", "src", "href", "action", "poster", "data", "url("),
        led=False,
    ),
)
