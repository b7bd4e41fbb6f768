"""What became of it: the claim says that a patient died, the source that she recovered.

Each outcome has the words that tell it, in whatever form, and those that tell that it came otherwise. A difference is
seen where the sentence that the claim renders, or what follows it there, tells the latter, and no sentence that speaks
of the same tells the former but as what was feared or threatened.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text import sentences
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.terms import stems, words
from moot.verify.comparing.language import cover

_OUTCOMES = tuple(
    (lazy_re(rf"\b(?:{came})\b", re.IGNORECASE), lazy_re(rf"\b(?:{otherwise})\b", re.IGNORECASE))
    for came, otherwise in (
        (
            r"d(?:ied|ies|ead|eaths?|eceased|ying)|kill\w*|fatal\w*|perish\w*|mortality|drown\w*|casualt\w+|succumb\w*|"
            r"(?:lost|losing|claimed|took) (?:\w+ ){1,2}li(?:fe|ves)|murder\w*|starv\w+|put down|put to sleep|"
            r"euthani[sz]\w*|cull\w*|slaughter\w*|pass(?:es|ed) (?:away|on)|breathed \w+ last|"
            r"cost (?:\w+ ){1,4}li(?:fe|ves)",
            r"recover(?:s|ed)|(?<!who )(?<!which )surviv(?:es?|ed|ors?)(?! (?:by|him|her|it|them)\b)|"
            r"unhurt|unharmed|uninjured|unscathed|pulled through|alive|"
            r"(?:was|were) (?:saved|rescued|cured)|made a full recovery",
        ),
        (
            r"bankrupt\w*|insolven\w+|liquidat\w+|receivership|administrators?|(?:in|into) administration|wound up|"
            r"went (?:under|bust)|gone (?:under|bust)|fold(?:s|ed)|collapse[sd]?|chapter 11",
            r"(?:was|were|been) (?:saved|rescued|bailed out|refinanced)|surviv(?:es?|ed)|recovered|stay(?:s|ed) afloat|"
            r"escaped|averted|avoided",
        ),
        (
            r"convict\w*|(?<!not )guilty|sentence[sd]?|jail\w*|imprison\w*|prison|condemned",
            r"acquit\w*|cleared|not guilty|exonerat\w+|charges? (?:\w+ ){0,3}dropped|dropped (?:\w+ ){0,3}charges?|"
            r"innocent",
        ),
        (
            r"clos(?:e[sd]?|ing|ure)|shut\w*|wound up",
            r"(?:remain(?:s|ed)?|stay(?:s|ed)?|kept|still|is|are) open|reopened|open again",
        ),
        (
            r"destroy\w*|demolish\w*|(?:burn(?:t|ed)?|torn|pulled|knocked) down|raz(?:es|ed)|wreck\w*|gutted|ruin\w*|"
            r"collapse[sd]?|levelled|flattened|(?:was|were) lost|blown up|blew up|bomb(?:s|ed)|burn(?:t|ed)|"
            r"reduced to (?:\w+ ){0,2}(?:rubble|ash\w*|ruins?)",
            r"(?<!un)damaged|undamaged|repaired|intact|spared|surviv(?:es?|ed)|unscathed",
        ),
        (
            r"cancel\w*|scrap(?:s|ped)|abandon\w*|call(?:s|ed) off|axed|drop(?:s|ped)|aborted|"
            r"(?:will|did|does) not (?:happen|take place|go ahead)",
            r"postpon\w+|delayed|put off|reschedul\w+|deferred|adjourned|went ahead|resumed",
        ),
        (
            r"fired|sack(?:s|ed)|(?:lost|loses) (?:his|her|their) (?:jobs?|posts?)|"
            r"dismiss\w*|laid off|oust\w*|removed|let go|redundant|redundanc\w+|forced out",
            r"resign(?:s|ed)|step(?:s|ped) down|stood down|retire[sd]?|quits?|reinstated|left of \w+ own",
        ),
        (r"s[aiu]nk|sinks|founder(?:s|ed)|went down|wreck\w*", r"afloat|refloated|righted|reached (?:port|harbour)"),
        (
            r"still (?:being treated )?in (?:the )?hospital|(?:is|are|remain(?:s|ed)?) in (?:the )?hospital|"
            r"(?:is|are) (?:still )?being treated",
            r"discharged|(?:went|sent|allowed|gone) home|(?:left|released from) (?:the )?hospital",
        ),
        (r"crash\w*|ditched|came down", r"landed safely|emergency landing|safe landing"),
    )
)
_NOT_SO = lazy_re(
    r"(?:\b(?:not|no|never|nobody|none|neither|nor|nearly|almost|without|if|whether|unless|would|could|might|(?-i:may)|"
    r"should|fear\w*|threat\w*|risk\w*|(?:plans?|planned|propos\w+) to|prevent\w*|avoid\w*|avert\w*|escap\w+|from|"
    r"face[sd]?|facing|danger|to be|close to|near|brink|attempt\w*|tri(?:es|ed)|try)\b|n[’']t\b)(?:\W+\w+){0,4}\W*$",
    re.IGNORECASE,
)
"""Before an outcome that is only feared, or denied."""
_PRONOUNS = lexicon("he she it they him her them all both none everybody everyone")
_SAME, _SPEAKS = 0.6, 0.3
"""Share of the rest of the claim that the sentence which it renders holds, and one that speaks of the same."""
_LEAST = 2
_FOLLOWS = 300
"""Characters after a sentence in which the next one stands."""


def otherwise(claim: str, units: Sequence[str], whole: str) -> str:
    """In words what came of it instead; empty when nothing was seen. `whole`: all that the sources say."""
    for came, other in _OUTCOMES:
        said = came.search(claim)
        if said is None or other.search(claim) or _NOT_SO.search(claim, 0, said.start()):
            continue
        rest = frozenset(stems(came.sub(" ", claim)))
        rendered = max(units, key=lambda unit: cover(rest, unit), default="")
        if len(rest) < _LEAST or cover(rest, rendered) < _SAME:
            continue
        follows = _next(rendered, whole)
        spoken = [follows, *(unit for unit in units if cover(rest, unit) >= _SPEAKS)]
        if any(_told(came, text) for text in spoken):
            continue
        instead = _told(other, rendered) or (_told(other, follows) if _goes_on(follows, rest) else "")
        if instead:
            return f"the claim says “{said[0]}”, its source “{instead}”"
    return ""


def _told(outcome: re.Pattern[str], text: str) -> str:
    """The words by which a text tells it as what came."""
    found = (match for match in outcome.finditer(text) if not _NOT_SO.search(text, 0, match.start()))
    return next((match[0] for match in found), "")


def _next(unit: str, whole: str) -> str:
    at = whole.find(unit)
    after = whole[at + len(unit) : at + len(unit) + _FOLLOWS] if at >= 0 else ""
    return next((span.of(after) for span in sentences.split(after)), "")


def _goes_on(sentence: str, rest: frozenset[str]) -> bool:
    """True for a sentence that speaks of the same: by a pronoun, or by a word of the claim."""
    return bool(_PRONOUNS & set(words(sentence))) or not rest.isdisjoint(stems(sentence))
