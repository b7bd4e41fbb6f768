"""Words by which a source softens what it says: hedges in four groups (it may be, somebody believes it, it is said, it
is meant to be), and conditions.
"""

from __future__ import annotations

import re

from moot.text.lazy import lazy_re

_WORDS = {
    # "Whether they may" asks for leave and doubts nothing; "could not" was not able to.
    "possibility": r"(?<!whether they )(?<!whether we )(?<!whether one )(?-i:may)(?! not be)|might|"
    r"could(?! not)(?=(?:\W+\w+){2})|possibly|perhaps|(?<!more )(?<!less )(?<!as )likely|probably|presumably|"
    r"potentially|appear(?:s|ed)? (?:to|\w+er)|apparently|seem(?:s|ed)?|suggest(?:s|ed|ing|ive)?|"
    r"indicat(?:es?|ed) that|(?:is|are|was|were) thought|preliminary|provisional(?:ly)?|"
    r"(?:is|was|were|are) possible|a hint|as it seems|still pending|disputed|unclear|awaited",
    "opinion": r"(?:i|we|he|she|they|who) (?:\w+ )?(?:guess|guessed|think|thinks|assume|assumes)|"
    r"suspect(?:s|ed)?|reckon(?:s|ed)?|believe[sd]?|[A-Z]\w+ (?:thinks|assumes)|in my (?:view|opinion)|"
    r"(?:is|are|was|were) assumed|hunch|(?:my|our|a|his|her) guess|conjectur\w+|hypothesi[sz]\w*|speculat\w+",
    "hearsay": r"reportedly|allegedly|alleged|purportedly|rumou?red|unconfirmed|(?:by )?(?:one|another) account|"
    r"said to|some say|(?:is|are|was|were|been) reported"
    r"(?! (?:in|for|among|by) (?:(?:about|only) )?(?:\d|[a-z]+ (?:of|patients|people|cases)\b))|"
    r"reported to|i read somewhere|i(?: am|[’']m) told",
    "intention": r"committed|commitments?|commits?|pledged?|pledges|plans? to|(?<!than )(?<!as )planned|"
    r"intend(?:s|ed)? to|intends?|aims? to|promised?|promises|proposed|proposes?|agreed to|hopes? to|"
    r"(?:is|are|was|were) expected|expects? (?:to|them|it|that)|due to (?:be|begin|start|open)|on the roadmap",
}
HEDGES: dict[str, re.Pattern[str]] = {
    name: lazy_re(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _WORDS.items()
}
"""By the name of the group."""
HEDGE = lazy_re("|".join(rf"\b(?:{words})\b" for words in _WORDS.values()), re.IGNORECASE)
"""Any of them."""
CONDITION = lazy_re(
    r"(?<!\bas )(?<!\bbut )(?<!\beven )(?<!\bwhat )(?<!\bsee )(?<!\bask )\bif\b(?! not\b)|"
    r"\b(?:unless(?! (?:otherwise )?(?:stated|noted|indicated|specified|shown|given|marked))|"
    r"provided (?:that|it|they|the)|providing (?:that|it)|assuming|subject to|depend(?:s|ing|ent)? (?:up)?on|"
    r"conditional|contingent|on condition|not before|pending (?=(?:the|an?|its|their|his|her|further|final)\b)|"
    r"once (?!an? )(?=[^,;.]{2,60}? (?:has|have|is|are)\b)|"
    r"only (?:(?:those|to \w+|for \w+) (?:who|that|with|in)|when|where|if|after|with|for|from|in|on|until|by)|"
    r"(?<!is )(?<!are )(?:as|so) long as)\b|\b\w+ only(?=[;,.)]|$)",
    re.IGNORECASE,
)
"""What is said with one of these is so on a condition, or in part."""
KEEPS_CONDITION = (
    r"if|unless|provid(?:ed|ing)|permit\w*|assuming|subject|depend\w*|condition\w*|contingent|only|as long as|"
    r"except\w*|may|might|could|would|must|need\w*|requir\w*|once|when|where|whe[nr]ever|until|who|whose|without|perhaps|likely|"
    r"expected|case|should"
)
"""As parts of a pattern: a claim with one of them did not drop a condition."""
