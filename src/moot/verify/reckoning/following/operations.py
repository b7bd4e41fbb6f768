"""Operations on figures, and the words with which a sentence states them."""

from __future__ import annotations

import re
from enum import StrEnum

from moot.text.lazy import lazy_re


class Operation(StrEnum):
    SUM = "sum"
    DIFFERENCE = "difference"
    SHARE = "share"
    GROWTH = "growth"
    MULTIPLE = "multiple"
    MEAN = "mean"
    PRODUCT = "product"
    REST = "rest"


_UP = (
    r"(?<!\bmake )(?<!\bmakes )(?<!\bmade )(?<!\bmaking )(?<!\btake )(?<!\btakes )(?<!\btook )(?<!\bgive )(?<!\bgave )"
    r"(?<!\bend )(?<!\bended )up"
)
"""Not "made up" and the like, where nothing rises."""
_DOWN = (
    r"(?<!\bburned )(?<!\bburnt )(?<!\bclosed )(?<!\bshut )(?<!\btorn )(?<!\bpulled )(?<!\bbroke )(?<!\bbroken )down"
)
"""Not "burned down" and the like, where no number falls."""
# One alternative a word or phrase; `\w*` stands for its endings.
_CUES = {
    Operation.SUM: (
        r"totals?|totall\w+|sums?|summed|together|combined|altogether|all told|in all|overall|across|adds? up|"
        r"added up|both|aggregate\w*|cumulative\w*|whole|com(?:e|es|ing) to|came to|amount\w*|between them|"
        r"[\d.,]*\d(?: [a-z-]+){1,2}s and(?: [a-z-]+){1,2}s|"
        r"swung|turn[- ]?(?:a)?round|joint\w*|plus|including|either|entire\w*|over (?:the|all) \w+ \w+s|pool\w*|"
        r"all (?:of )?(?:the )?\w+|made up|consist\w*|compris\w*|"
        r"(?:the|its|their|all|these|those) (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) "
        r"(?!(?:of|is|are|was|were|in|that|and|had|have|on|at|to)\b)\w+"
    ),
    Operation.DIFFERENCE: (
        r"more|less|fewer|higher|lower|above|below|beyond|exceed\w*|shr[aiu]nk\w*|differ\w*|gaps?|leads?|margins?|ahead|behind|majorit(?:y|ies)|"
        rf"r[io]se\w*|rising|f[ae]ll\w*|gr[eo]w\w*|growth|gain\w*|drop\w*|increas\w*|decreas\w*|declin\w*|{_UP}|"
        rf"{_DOWN}|longer|shorter|older|younger|later|earlier|sooner|(?!rather|other)\w{{3,}}er than|out(?:bid|sold)|"
        r"remain\w*|left|rest|others?|without|went|exclud\w*|"
        r"except|outside|apart|sav\w+|short|surplus|deficit|better|worse|faster|slower|heavier|lighter|larger|"
        r"smaller|bigger|taller|wider|cheaper|dearer|los(?:t|es?|ing)|shed|shav\w+|cut|climb\w*|jump\w*|"
        r"slump\w*|s[aiu]nk\w*|trim\w*|slash\w*|rais\w*|lengthen\w*|shorten\w*|reduc\w*|improv\w*|widen\w*|narrow\w*|"
        r"between|change\w*|swing|net|outs\w+|beat\w*|lag\w*|trail\w*|extra|additional|"
        r"lasted|lasts|lasting|(?:would|will|to|must|can) last|after|before|"
        r"set aside|stripp\w+|minus|deduct\w*|discount\w*|omit\w*|ignor\w*|spar(?:ed|es|ing)|over and above|"
        r"exceeded|overr[au]n\w*|under\w*cut|short of|on top|add(?:s|ed)?(?! up)|"
        r"not|took|years?|leav\w*|missing|lack\w*|outstanding|yet to|remainder|was cut|"
        r"empty|vacant|unsold|unfilled|unused|unlet|unoccupied|untaken|spare|to spare|(?:go|went|going|goes) begging"
    ),
    Operation.SHARE: (
        r"(?:[\d.,]{1,20}\s?%|per ?cent|half|(?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?|percentage) "
        r"(?:\w+ ){0,2}?(?:of|were|was|are|is|had)|shares?|proportion|percentages?|"
        r"account\w*|rates?|out of|turnout|made up|majority|one (?:[a-z]+ ){0,2}in|"
        r"(?:in|out of) (?:(?:a|one|every|each) hundred|(?:every )?100)"
    ),
    Operation.GROWTH: (
        r"more|less|fewer|higher|lower|above|below|r[io]se\w*|rising|f[ae]ll\w*|gr[eo]w\w*|growth|gain\w*|"
        rf"drop\w*|increas\w*|decreas\w*|declin\w*|{_UP}|{_DOWN}|longer|shorter|faster|slower|heavier|lighter|larger|"
        r"smaller|bigger|cheaper|dearer|los(?:t|es?|ing)|shed|cut|climb\w*|slump\w*|s[aiu]nk\w*|trim\w*|slash\w*|"
        r"rais\w*|lengthen\w*|shorten\w*|reduc\w*|improv\w*|change\w*|better|worse|expand\w*|"
        r"shr[aiu]nk\w*|jump\w*|exceed\w*|overr[au]n\w*|overshot|overshoots?|surpass\w*|undershot|short of|"
        r"under\w*cut\w*"
    ),
    Operation.MULTIPLE: (r"times|twice|thrice|doubl\w*|tripl\w*|trebl\w*|\w*fold|quadrupl\w*|half|halv\w*|as \w+|×|x"),
    Operation.MEAN: (
        r"averag\w*|mean|per|each|every|an? (?:day|week|month|year|hour|head|person|piece)|apiece|daily|"
        r"(?:(?<=\d )|(?<=pence )|(?<=pounds )|(?<=euros )|(?<=dollars )|(?<=crowns )|(?<=francs ))an? \w+|"
        r"weekly|monthly|yearly|annual\w*|hourly|ratio|rates?"
    ),
    Operation.PRODUCT: (
        r"per|each|every|apiece|times|an? (?:day|week|month|year|hour|head|person|piece)|total\w*|altogether|"
        r"in all|amount\w*|com(?:e|es|ing) to|came to|shares?|(?:%|per ?cent) of|would|tonnes|worth"
    ),
    Operation.REST: (
        r"set aside|stripp\w+|minus|deduct\w*|discount\w*|omit\w*|"
        r"not|rest|remain\w*|others?|without|outside|except|exclud\w*|left|un(?!i(?:t|on|que|vers|form|corn|lateral)|der|til|cle|less|to\b)\w+|fail\w*|balance|minority|"
        r"did\s?n.t|no"
    ),
}
_MORE_OR_LESS = (
    r"mehr|weniger|höher\w*|niedriger\w*|tiefer|länger|kürzer|teurer|billiger|günstiger|größer|kleiner|schneller|"
    r"langsamer|stieg\w*|steig\w*|gestiegen|sank|sink\w*|gesunken|fiel|fällt|gefallen|wuchs|wächst|wachsen|gewachsen|"
    r"zugenommen|abgenommen|nahm\w*|nimmt|zurück\w*|gekürzt|erhöh\w*|gesenkt|senk\w*|verlor\w*|gewann\w*|verlier\w*|"
    r"rückgang\w*|anstieg\w*|zuwachs|kürz\w*|gegenüber"
)
_GERMAN = {
    Operation.SUM: r"insgesamt|zusammen|gesamt\w*|beide\w?|sämtliche\w?|summe",
    Operation.DIFFERENCE: rf"{_MORE_OR_LESS}|unterschied\w*|differenz|abstand|früher|später|älter|jünger|zwischen",
    Operation.SHARE: r"anteil\w*|hälfte|drittel|viertel|macht|entf[aä]ll\w+|"
    r"(?:prozent|%) (?:der|des|aller|von|ihrer|seiner)",
    Operation.GROWTH: _MORE_OR_LESS,
    Operation.MULTIPLE: r"doppelt\w*|verdoppel\w*|dreifach\w*|verdreifach\w*|\w*fache\w?|mal",
    Operation.MEAN: r"durchschnitt\w*|je|jährlich|monatlich|wöchentlich|täglich|im schnitt|im mittel|"
    r"(?-i:pro [A-ZÄÖÜ]\w+)",
    Operation.PRODUCT: r"je|insgesamt|(?-i:pro [A-ZÄÖÜ]\w+)",
    Operation.REST: r"nicht|übrig\w*|restlich\w*|ohne|verbleib\w*",
}
"""The same in German: words that mean nothing else in English."""
VAGUE = lazy_re(r"\b(?:not|years?|took|after|before|between|outside|apart|no)\b", re.IGNORECASE)
"""Words that may state a difference where two figures stand side by side, and mostly do not."""
_STATES = {
    name: lazy_re(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    for name, words in ((each, f"{_CUES[each]}|{_GERMAN[each]}") for each in Operation)
}


def stated(words: str) -> set[Operation]:
    """The operations that the words may state."""
    return {name for name, cue in _STATES.items() if cue.search(words)}
