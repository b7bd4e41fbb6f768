"""Sentences that close a page: they name what opens the rest of it, or that it is not open, and speak to its reader.

`asks` is of one sentence: it names this text, or reading on, and a condition. The others are of a page that tells of
nothing beside them, where less is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from moot.evidence.fetch import abroad
from moot.evidence.fetch.figures import has_figure
from moot.text.lazy import lazy_re

_NOUN = (
    r"(?:article|story|post|essay|text|page|piece|content|document|report|chapter|paper|issue|episode|thread|letter|"
    r"item|interview|analysis|column|file|publication|review|feature|newsletter|edition)"
)
_ALL = r"(?:full|whole|entire|complete|remaining|rest|remainder)"
_THIS = (
    rf"(?:(?:this|the {_ALL})(?: of (?:this|the))?(?: (?!of\b)[\w’'-]+)?? {_NOUN}\b(?! of\b)|"
    r"the (?:rest|remainder)\b(?=\s*(?:[.!?,:;–—-]|$|of (?:it|this)\b|in (?:the|our)\b|for\b|with\b))|"
    rf"the (?:rest|remainder|whole) of (?:it|this \w+|the {_NOUN}\b(?! of\b)))"
)
_ON = (
    r"(?:(?:continue|continuing|keep(?: on)?|carry on|go on|finish|resume) reading|"
    r"read(?:ing)? on\b(?! \w+ (?:and|or)\b)|keep going|"
    rf"(?:read|see|view|opens?|unlock|access|get|finish|reach|show|download|buy|purchase|rent)(?: access to)? {_THIS})"
)
_ASK = (
    r"(?:(?:sign|log)(?:ed|ged|ging|ning)?[ -]?(?:up|in|on)|subscri(?:be|bing|ption)|regist(?:er|ering|ration)|"
    r"join(?:ing)?|"
    r"become an?|account|take out|buy|purchase|rent|pay|paid|upgrade|start|choose|pick|give us|enter|donate|support|"
    r"try|trial|activate|install|membership|(?:digital|day|annual|monthly) pass|"
    r"(?:in|open) (?:the|our) app|through your|via your|"
    r"[£$€] ?\d|\d+ ?(?:€|p\b|cents?|pounds?|euros?|dollars?|crowns?)|institution|unlock)"
)
_OPENS = (
    r"(?:(?:please|to|want|or|and|then|now|just|simply) )*(?:continue|keep|carry|go|finish|resume|read|see|view|open|"
    r"unlock|access|get|sign|log|subscribe|register|join|become|create|take|buy|purchase|rent|pay|upgrade|start|choose|"
    r"pick|give|enter|donate|support|try|activate|install|download)"
)
"""How a sentence begins that tells its reader to do something."""
_TO_READ_ON = lazy_re(
    rf"(?=.*\b{_ON})(?=.*(?:\b|(?<=\W)){_ASK})(?!.*\b(?:archives?|said|says)\b)(?:\W*{_OPENS}\b|.*\b(?:you|your)\b)|"
    rf"\W*(?:or )?(?:buy|purchase|rent|unlock|access|get) (?:access to )?{_THIS}",
    re.IGNORECASE | re.DOTALL,
)
_PAYING = r"(?:paying|paid|premium|registered|signed.in|subscrib\w+|supporters?|backers?|patrons?|donors?)"
_SOME = r"(?:members?|customers?|users|readers|staff|employees|libraries|institutions)(?! of\b)"
_RESERVED = lazy_re(
    rf"\b(?:this|access to the full|the {_ALL})\b[^.]{{0,40}}\b{_NOUN}\b(?! of\b)[^.]{{0,20}}"
    rf"\b(?:is|are|goes|available|open|made|can be (?:opened|read|seen|viewed))\b[^.]{{0,30}}\b(?:for|to|by)\b"
    rf"(?:[^.]{{0,25}}\b{_PAYING}\b|[^.]{{0,30}}\b{_SOME} only\b| our {_SOME}\b|"
    rf"(?: our)? (?-i:[A-Z][\w+-]*) (?:{_SOME})\b)|"
    rf"\b(?:this|the) {_NOUN}\b[^.]{{0,30}}\b(?:only|just|exclusively|reserved|restricted|limited)\b[^.]{{0,12}}"
    rf"\b(?:for|to) (?!the )(?:[\w’'+-]+ ){{0,2}}(?:{_PAYING}|{_SOME})\b|"
    rf"\b{_NOUN}\b[^.]{{0,40}}\b(?:available|open|reserved) (?:only )?(?:to|for) (?:[\w’'-]+ ){{0,2}}"
    r"(?:members|subscribers) only|"
    rf"\b{_NOUN} is (?:available to|reserved for|exclusive to) (?:paid |our )?(?:subscribers|members)|"
    r"^\W*only (?:[\w’'-]+ ){1,6}(?:can|may) (?:read|see|view|open)\b|"
    rf"\bthe (?:rest|remainder) of this \w+\b[^.]{{0,40}}\b(?:to|for|with|by)\b[^.]{{0,40}}\b{_PAYING}\b|"
    rf"\b(?:full text|{_NOUN})\W{{1,3}}(?:for )?(?:members|subscribers) only\b|"
    rf"\bthis is a (?:premium|paid|members?.only|subscribers?.only) {_NOUN}\b",
    re.IGNORECASE,
)
_REFUSED = lazy_re(
    r"\byou(?:r (?:account|library|subscription))? (?:currently )?(?:do(?:es)? not|don.t|doesn.t) (?:currently )?"
    rf"(?:have|include) [^.]{{0,30}}\b(?:{_THIS}|{_NOUN} in full)|"
    rf"\byou (?:need|must|have to)\b[^.]{{0,60}}\b{_ON}|"
    r"\byou(?:.ve| have)? (?:(?:now |already )?(?:reached|read|used|hit)|have (?:0|no|zero)|ha[sd]? run out)\b"
    r"[^.]{0,40}\b(?:(?:free|complimentary) (?:articles?|stor(?:y|ies)|pages?|reads?)|"
    r"(?:article|story|reading|monthly|weekly) limit)\b|"
    r"\b(?:0|no) (?:free )?(?:articles|stories) (?:left|remaining)\b",
    re.IGNORECASE,
)
_PAYWALL_ABROAD = lazy_re(abroad.any_of(abroad.PAYWALL), re.IGNORECASE)
_MEMBER = lazy_re(
    r"(?:^|[.!?|]\s*)(?:already (?:a|an) (?:[\w-]+ )?(?:subscriber|member|supporter|backer)|already (?:supporting|"
    r"subscribed)|back us already|bereits (?:ein |eine )?[\w-]{0,20}(?:abo|abonnent)|déjà abonné|ya eres suscriptor|"
    r"sei già abbonato|já é assinante|al abonnee)\b[^?]{0,20}\?(?!\W*\w+(?: \w+){0,2} (?:to|for)\b)",
    re.IGNORECASE,
)
_OFFER = lazy_re(
    r"\b(?:subscribe|upgrade to|become an?|(?:sign|log) (?:back )?in|join (?:us|now|today)|start your|trial|"
    r"choose your plan|get access|check access|day pass|a (?:week|month|year)\b|abonn|anmelden)|[£$€] ?\d|\d ?€",
    re.IGNORECASE,
)
_SEEN = r"(?:read|see|view|continue|access|open|proceed|go on|enter|download|load|show)"
_CLOSED = (
    (
        "it shows a login page",
        lazy_re(
            r"(?:please )?(?:enter|type|give|submit) (?:in )?(?:the|your) (?:e-?mail|phone|mobile)[^.]{0,60}"
            r"\b(?:send|mail|text|e-?mail) you (?:a|an|the|your)\b[^.]{0,30}\b(?:code|link|pin|passcode)\b|"
            r"\b(?:send|sent|mailed|texted) (?:you )?(?:a|an|the) [^.]{0,30}\bcode\b[^.]{0,30}\b(?:enter|type) it "
            r"(?:here|below)",
            re.IGNORECASE,
        ),
    ),
    (
        "the network shows its own page (a captive portal)",
        lazy_re(
            r"\b(?:accept|agree to|confirm)\b[^.]{0,40}\b(?:terms|conditions|rules|policy)\b[^.]{0,60}"
            r"\b(?:network|wi-?fi|internet|online|connect(?:ed)?|surf|browse)\b|"
            r"\b(?:enter|type|give)\b[^.]{0,60}\b(?:card|room|ticket|seat|voucher|pin|code)\b[^.]{0,40}"
            r"\b(?:wi-?fi|internet|online|connect|(?:start|begin) browsing)\b|"
            r"\b(?:connect|get online|use (?:the|this|our) (?:network|wi-?fi|internet))\b[^.]{0,60}"
            r"\b(?:accept|agree to)\b[^.]{0,40}\b(?:terms|conditions|rules|policy)\b|" + abroad.any_of(abroad.PORTAL),
            re.IGNORECASE,
        ),
    ),
    (
        "it is open to readers of an institution only",
        lazy_re(
            r"\b(?:choose|find|select|via|through|log in (?:with|via))\b[^.]{0,30}\b(?:your (?:\w+ )?(?:institution|"
            r"library|university|organi[sz]ation|society)|where you (?:study|work))\b|"
            r"\bdo(?:es)? not (?:have (?:access|entitlement)|subscribe to)|"
            r"\byour (?:institution|library|university) (?:has no|lacks)\b|\binstitutional (?:access|login)",
            re.IGNORECASE,
        ),
    ),
    (
        "it asks for a login instead of showing the page",
        lazy_re(
            rf"\b(?:sign|log)(?:ged|ned)?[ -]?(?:back )?(?:in|on)\b[^.]{{0,40}}\b(?:again|first|to {_SEEN}"
            r"(?: (?:this|the|it|more|all|full)\b|\s*(?:[.!]|$)))|"
            r"\b(?:need|must|have) (?:to )?be (?:logged|signed) in|(?:signed|logged) (?:you )?out\b|"
            r"\bsession\b[^.]{0,20}\b(?:has|have|is|was)\b[^.]{0,20}\b(?:expired?|ended|timed out|no longer|over|"
            r"invalid)|\b(?:access|permission|log-?in|sign-?in|registration|subscription|authentication) (?:is )?"
            r"(?:required|needed|denied)|\bsession (?:has )?(?:expired|timed out|timeout)|"
            r"\byou (?:need|lack) (?:the )?(?:permission|access)(?! to)|"
            r"\b(?:ask for|request) access\b|\brestricted (?:area|access)|"
            r"\bowner\b[^.]{0,40}\bshared\b|\bnot authori[sz]ed to|" + abroad.any_of(abroad.LOGIN),
            re.IGNORECASE,
        ),
    ),
    (
        "it asks its reader to begin again",
        lazy_re(
            r"\b(?:try|start|begin|search) (?:it |this |your search )?again\b|\bgo back to (?:the|our|your)\b|"
            r"\btimed out\b|\b(?:closed|ended|lost) your (?:connection|session)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "it shows a test for robots instead of the page",
        lazy_re(
            r"\b(?:check|verify|prove|confirm|know|(?:mak|be)\w* sure)\w*\b[^.]{0,40}"
            r"\b(?:browser|connection|human|person|robot)\b|"
            r"\b(?:browser|connection)\b[^.]{0,30}\b(?:checked|verified|secure)|\bpress and hold\b|"
            r"\byou (?:may|might|could) be a (?:robot|program|bot)\b|\bunusual (?:traffic|activity)|"
            r"\b(?:solve|complete)\b[^.]{0,20}\bpuzzle\b",
            re.IGNORECASE,
        ),
    ),
    (
        "it shows only the beginning: the rest is for subscribers",
        lazy_re(
            r"\b(?:pay|buy|subscribe|rent|purchase)\b[^.]{0,60}\b(?:read|view|access|article|chapter|pdf)\b|"
            r"\bagree and read\b|\bfill in\b[^.]{0,30}\bto (?:download|read|get)\b",
            re.IGNORECASE,
        ),
    ),
)
"""What closes a page that tells of nothing else, and by what it is told."""
_ONLINE = lazy_re(r"\binternet\b|\bonline\b|\bwi-?fi\b|\bnetwork\b|\bsurf\b|\bwlan\b|\bhotspot\b", re.IGNORECASE)
_LOST = lazy_re(
    r"\b(?:page|link|address|story|article|url|document|file|content)\b[^.]{0,60}\b(?:broken|moved|renamed|deleted|"
    r"withdrawn|removed|gone|lost|wandered|missing|not exist|cannot be found|no longer)\b|"
    r"\b(?:find|show|locate) (?:that|the|this) (?:page|article|story|document|file)\b|"
    r"\bthere(?:.s| is) no (?:such )?page\b|\bnothing (?:is )?(?:at|under) "
    r"this (?:address|link)|\bcheck the (?:spelling|address|link)\b|" + abroad.any_of(abroad.LOST),
    re.IGNORECASE,
)
_MOVED = lazy_re(
    r"\W*(?:it|they) (?:may|might|could) have (?:been )?(?:moved|renamed|deleted|withdrawn|removed)\b", re.IGNORECASE
)


def asks(sentence: str) -> bool:
    """Whether it says what opens this text, or that it is not open to its reader."""
    return bool(
        _TO_READ_ON.match(sentence)
        or _RESERVED.search(sentence)
        or _REFUSED.search(sentence)
        or (_PAYWALL_ABROAD.search(sentence) and not has_figure(_PAYWALL_ABROAD.sub(" ", sentence)))
    )


def is_for_members(block: str) -> bool:
    """Whether it asks those who pay already to come in, and for nothing else than that."""
    return bool(_MEMBER.search(block))


def offers(block: str) -> bool:
    """Whether it sells something or asks to come in: many a free page does."""
    return bool(_OFFER.search(block))


def closed(sentence: str) -> Iterator[str]:
    """What a sentence says that may close a page which says no more than this."""
    return (reason for reason, said in _CLOSED if said.search(sentence))


def of_network(sentence: str) -> bool:
    return bool(_ONLINE.search(sentence))


def of_lost_page(sentence: str) -> bool:
    return bool(_LOST.search(sentence))


def may_be_moved(sentence: str) -> bool:
    return bool(_MOVED.match(sentence))
