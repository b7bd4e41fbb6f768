"""Is what an inference speaks of in its premises? Names, who acts, and its other words.

Words of comparing and concluding ("both", "differ", "therefore", "not settled") are an inference's own, and those of
the question are what it answers: neither is new matter, but a reply of these alone must meet its premises in one. A
name may also be one that the premises' sources have, as their topic is named in few sentences; who acts only where they
speak of it throughout, or are that one's word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from moot.text import sentences
from moot.text.embedding import Encoder
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.terms import stem, stems, words
from moot.verify import names
from moot.verify.comparing.paired import MET, Paired, pair
from moot.verify.relating.wording import cosine
from moot.verify.verifier import Pair
from moot.verify.verifiers.trained import Trained, trained

_ACTORS = lexicon("""
    mayor minister ministers ministry president chancellor senator senate parliament government cabinet council
    councillors committee commission court judge judges police prosecutor regulator regulators authorities officials
    experts scientists researchers doctors physicians patients residents neighbours citizens voters critics analysts
    investors shareholders customers passengers drivers competitors rivals employees workers union unions lawyers
    arsonists activists journalists advertisers children women men students teachers parents farmers tenants
""")
"""Who is said to have done something, written without a capital."""
CONCLUDING = frozenset(
    stem(word)
    for word in words("""
        accordingly consequently hence thereby therefore able alone altogether choice choose chosen completely entirely
        fully wholly cheaper dearer margin open wide
        higher lower larger smaller greater fewer better worse longer shorter short rise rose fall fell grew
        account accounts addition agree agreed answer answers apart apply applies asked aspect
        beyond bound case cases caution certain clear clearly come comes compare compared comparison conclude concluded
        conclusion condition conditions confirmed contested contradict contradictory count counts current currently
        date dates decide decided depend depends describe described detail differ difference different differing
        disagree disagreement disputed draft drafts established estimate estimates even evidence everybody exact
        example exist exists explain fact facts favour figure figures finding findings first follow follows found full
        general give given gives hold holds important inconclusive information instead judge judged kind know known
        large last later lead leave leaves less like likely limited list listed main measure measured measurement
        measurements method methods missing name named need needs newer number numbers older one opposite order
        overall part partly people perhaps person plain point points possible present probably prove proven published
        put question questions range rather reach read reason remain remains report reported reports result results
        same say says second separate set settle settled several show shown shows side similar simply single size
        source sources speak stand stands state stated statement states still study sum support supports sure take
        taken tell tells term terms third time times together total true two three four type uncertain unclear unknown
        unresolved unsettled use used value values vary way well whole word words year years yes
    """)
)
"""Words of comparing and concluding, as stems."""
_LETTERS = lazy_re(r"\b[A-Z]{3,}\b")
"""A name of letters."""
_OFTEN = 3
"""Times that a cited source has a word of which it speaks throughout."""
_FEW, _LONG = 2, 8
"""Such words from which on an inference can be compared as a whole, and is long."""
_SURE, _LITTLE = 0.55, 0.68
"""Mean of how well the words of a long inference are met in its premises, below which it speaks of something else; and
the same where the network that reads both does not see that it follows."""
_SHORT, _FAR = 0.45, 0.32
"""Of a short one, in which each new word weighs much, that mean and how alike the two are as a whole: both must be
below, and the network must not see it."""
_UNSEEN = {False: 0.345, True: 0.36}
"""Probability below which the network does not see it, of short ones and of long ones."""
_LIKE = 0.55
"""Cosine from which on another word names the same people."""
_TOLD = 4
"""Words that a reason names."""

VERSION = f"{Encoder.version}+{Trained.version}"


@dataclass(frozen=True)
class Ground:
    """What an inference rests on."""

    premises: tuple[str, ...]
    documents: tuple[str, ...] = ()
    """The texts of what the premises cite, each under its title and author, in one line."""
    question: str = ""
    """What the inference answers."""

    @property
    def whole(self) -> str:
        return "\n".join(self.premises)

    def is_speaker(self, stemmed: str) -> bool:
        """Whether one of the sources has the word in its title or as its author: what it says is their word."""
        return any(stemmed in stems(text.partition("\n")[0]) for text in self.documents)

    def is_said(self, word: str, times: int = 1) -> bool:
        """Whether one of the sources has the word that often."""
        return any(text.lower().count(word.lower()) >= times for text in self.documents)


def strange(claim: str, ground: Ground) -> str:
    """What the claim speaks of and its premises do not, for a reader; or empty."""
    named = next(_names(claim, ground), "") or next(_actors(claim, ground), "")
    if named:
        return f"“{named}” is in none of its premises"
    return _little(claim, ground)


def _names(claim: str, ground: Ground) -> Iterator[str]:
    there = names.known(ground.whole)
    for name in names.found(claim):
        if not any(names.named(word, there) or ground.is_said(word) for word in name.words):
            yield name.text
    for letters in _LETTERS.findall(claim):
        spelt = letters.lower() in there.words or letters.lower() in there.initials
        if not spelt and letters.lower() not in names.GENERIC and not ground.is_said(letters):
            yield letters


def _actors(claim: str, ground: Ground) -> Iterator[str]:
    there = set(stems(ground.whole))
    both = pair(claim, ground.whole)
    for at, word in enumerate(both.claim.words):
        if (
            word in _ACTORS
            and stem(word) not in there
            and not ground.is_said(stem(word), _OFTEN)
            and not ground.is_speaker(stem(word))
            and _best(both, at) < _LIKE
        ):
            yield word


def _little(claim: str, ground: Ground) -> str:
    both = pair(claim, ground.whole)
    known = CONCLUDING.union(stems(ground.question))
    own = [at for at, stemmed in enumerate(both.claim.stems) if stemmed not in known or _best(both, at) >= MET]
    if both.claim.vectors is None or both.unit.vectors is None:
        return ""
    if len(own) < _FEW:
        return _elsewhere(both, ground)
    long = len(own) >= _LONG
    met = fmean(_best(both, at) for at in own)
    far = met < _LITTLE if long else met < _SHORT and cosine(claim, ground.whole) < _FAR
    if not far or not ((long and met < _SURE) or _unseen(claim, ground, _UNSEEN[long])):
        return ""
    return _told(both, [at for at in own if _best(both, at) < MET])


def _told(both: Paired, missing: Sequence[int]) -> str:
    told = ", ".join(f"“{word}”" for word in list(dict.fromkeys(both.claim.words[at] for at in missing))[:_TOLD])
    return f"its premises have too little of what it says; nothing on {told}" if told else ""


def _elsewhere(both: Paired, ground: Ground) -> str:
    """What a reply in the words of its question speaks of, where its premises have no word of it, and no source tells
    in one sentence of it and of a name in them: "the diesel ship Gudrun".
    """
    content = [at for at, stemmed in enumerate(both.claim.stems) if stemmed not in CONCLUDING]
    if len(content) < _FEW or any(_best(both, at) >= MET for at in content):
        return ""
    told = {both.claim.stems[at] for at in content}
    named = {word for name in names.found(ground.whole) for word in name.words}
    for text in ground.documents:
        for span in sentences.split(text):
            sentence = text[span.start : span.end]
            if any(word in sentence.lower() for word in named) and not told.isdisjoint(stems(sentence)):
                return ""
    return _told(both, content)


def _best(both: Paired, at: int) -> float:
    met = both.met[at]
    return float(met.max()) if met.size else 0.0


def _unseen(claim: str, ground: Ground, least: float) -> bool:
    """False where the network says nothing: it reads English only."""
    (score,) = trained().score([Pair(claim, (ground.whole,))])
    return score is not None and score.probability < least
