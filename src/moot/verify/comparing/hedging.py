"""Words by which a source softens what it says, in four groups: it may be, somebody believes it, it is said, it is
meant to be.
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
    r"said to|some say|"
    r"(?:is|are|was|were|been) reported(?! (?:in|for|among) (?:\d|[a-z]+ (?:of|patients|people|cases)\b))|"
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
