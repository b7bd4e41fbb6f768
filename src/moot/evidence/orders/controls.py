"""Orders over a run itself: its budget and rounds, its tools, its claims, its queries and what they carry away.

Budgets, rounds, claims and tools are ordinary words. What tells such an order is that it binds budget and rounds
together or that a query is to hold private words; what turns a tool on "this run", sets many rounds or passes all
claims leans towards one.
"""

from __future__ import annotations

from moot.evidence.orders.form import AWAY, COURSE, SPENDING, Form

_CALLED = "order to call a tool"
_SETS = r"(?:set|raise|increase|lift|extend|change|push|bring|put|turn up|bump)"
_MONEY = r"(?:(?:spending|cost|money|total) )?(?:budget|cap|limit|ceiling|allowance)"
_TURNS = r"(?:rounds|searches|queries|turns|(?:search|tool|model|API) calls|debate rounds|rounds of debate)"
_NUMBER = r"(?:the )?(?:(?:maximum )?number of |maximum of |limit (?:on|of) |cap on )?"
_MANY = r"(?:[2-9]\d|\d{3,6}|unlimited|infinity|the maximum)"
"""Beyond the rounds of a tournament."""
_TOO_MANY = r"(?:[3-9]\d|\d{3}|unlimited|infinity)"
"""A hash is computed in thousands of rounds."""
_GO_ON = r"(?:go on|continue|carry on|proceed|keep (?:going|on|searching|debating|arguing))"
_STOPS = r"(?=\s{0,3}(?:[.!;\n]|$))"
_START = r"(?:^|[.!?:;>)\]]\s{1,4})(?:please )?"
_OF_RUN = (
    r"(?:this|your (?:own|current)|the (?:current|present|running)) (?:run|session|debate|task|conversation|research)"
)
_OWN = (
    r"(?:(?:the|your|their|his|her|all|any) ){0,3}(?:user['’]s|users['’]|customer['’]s|client['’]s|operator['’]s"
    r"|private|confidential|secret|internal) (?:\w{1,15} ){0,2}(?:question|notes?|files?|documents?|address|names?|data"
    r"|words|papers?|sources?|folders?|e?-?mails?|details|figures|passwords?)"
)
_HELD = (
    r"(?:the )?(?:contents?|names?|text|titles?|list|words) (?:of|in|from) (?:(?:all|any) )?(?:of )?"
    r"(?:your|the user['’]s|their) (?:\w{1,12} )?(?:notes|files|folders?|documents|sources|director(?:y|ies)|memory"
    r"|workspace)"
)
_KNOWN = (
    r"(?:what(?:ever)?|everything|all) (?:that )?you (?:have |just )?"
    r"(?:found|know|read|learned|gathered|were told|hold)"
)
_OPEN_ADDRESS = r"https?://[^\s)>\]]{1,200}[?&][\w.-]{1,20}=(?=[\s\"'<{\[)]|$)"
"""Ends where what it is to carry would stand."""

FORMS = (
    Form(
        SPENDING,
        rf"\b{_SETS} (?:the|your) {_MONEY} (?:to|by|up to) [^.\n;]{{1,30}}?,? and {_NUMBER}{_TURNS}(?: limit)? "
        rf"(?:to|by|up to) (?:{_MANY}\b|\d{{1,2}},? (?:and |then ){{1,2}}{_GO_ON}{_STOPS})|"
        rf"\b{_SETS} {_NUMBER}{_TURNS} (?:to|by|up to) [^.\n;]{{1,20}}?,? and (?:the|your) {_MONEY} (?:to|by|up to) \d",
        ("budget", "cap", "limit", "ceiling", "allowance"),
    ),
    Form(
        AWAY,
        r"\byour (?:next|following|coming|very next) (?:\w{1,12} )?(?:search(?:es)?|search terms?|quer(?:y|ies)"
        rf"|tool calls?|requests?) (?:must|should|shall|has to|have to|is to|are to) (?:\w{{1,12}} )?(?:contain|include"
        rf"|carry|hold|quote|repeat|name|spell out) (?:{_OWN}|{_HELD}|{_KNOWN})\b",
        ("your next", "your following", "your coming", "your very next"),
        led=False,
    ),
    Form(
        AWAY,
        rf"\b(?:search|google|query|look up) (?:the (?:web|internet|net) )?(?:for )?(?:{_OWN}|{_HELD})\b[^.\n]{{0,30}}?"
        r"\b(?:and|then) (?:open|fetch|visit|load|call|go to|request|post|send)\b",
        ("search", "google", "query", "look up"),
    ),
    Form(
        AWAY,
        rf"\b(?:open|fetch|visit|load|call|get|request|go to|ping|query) (?:the (?:page|address|link|url) )?<?"
        rf"{_OPEN_ADDRESS}[^.\n]{{0,60}}?\b(?:{_OWN}|{_HELD}|{_KNOWN})\b",
        ("http",),
    ),
)

LEANINGS = (
    Form(
        SPENDING,
        rf"{_START}(?:you (?:must|should|shall|are to|have to) (?:\w{{1,12}} )?)?{_SETS} the (?:maximum )?number of "
        rf"(?:debate )?(?:rounds|searches|model calls|tool calls|search calls) (?:of (?:the|this) debate )?"
        rf"(?:to|up to) {_TOO_MANY}{_STOPS}",
        ("number of",),
        led=False,
    ),
    Form(
        _CALLED,
        # Functions are called in every manual; tools are what models call.
        r"\b(?:call|invoke|run|use|execute|trigger) (?:the )?(?:tool [`\"“]?\w{2,40}[`\"”]?|[`\"“]?\w{2,40}[`\"”]? "
        rf"tool) (?:now |at once )?(?:with|on|for|to|and)\b[^.\n]{{0,50}}?\b(?:{_OF_RUN}|{_HELD})\b",
        ("tool",),
    ),
    Form(
        COURSE,
        rf"{_START}(?:you (?:must|should|shall|are to|have to|will) )?(?:approve|confirm|pass|wave through|credit"
        r"|endorse) (?:all|every|each) (?:of the )?(?:other )?claims?(?: unread| unchecked)?"
        r"(?:\s{0,3}(?:[.!;\n]|$)| (?:of|in|on|from|made in) (?:this|our|these) (?:page|site|text|document|article"
        r"|report|paper|source|note))",
        ("claim",),
        led=False,
    ),
)
"""Ordinary in manuals: they count only near a word for a model."""
