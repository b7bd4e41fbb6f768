"""Which language a text is in, by its script and by the small words that no prose does without.

Of languages that share their small words (Norwegian, Danish and Swedish; Czech and Slovak) only the group is told.
Short or mixed text, names and most tables give no answer.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon

ENGLISH = "English"
_SMALL = {
    ENGLISH: lexicon("""
        the of and to in is was are were that for it with as on by this be from at have has had not which they their
        its but an or been will would can a who there said than what per over more no so do me men his her our about
    """),
    "German": lexicon("""
        der die das und ist nicht mit den dem des ein eine einer eines einem auf für von im zu sich auch als war wird
        sind nach bei aus wurde werden aber oder noch wie über zum zur hat haben am
    """),
    "French": lexicon("""
        le la les des et est une un du dans que qui pour par sur pas au aux avec ce cette ces ont été sont plus son sa
        ses il elle nous vous leur leurs mais ou où comme dont chez d' l' n' s' qu' c'
    """),
    "Spanish": lexicon("""
        el la los las de del y en que un una es por con para se su sus al lo como más pero fue son ha han este esta
        entre cuando muy sin sobre también desde hasta o
    """),
    "Italian": lexicon("""
        il lo la gli le di del della dei delle e è un una che per con non si in da nel nella al alla sono come più ha
        hanno anche questo questa ma se dal tra
    """),
    "Portuguese": lexicon("""
        o a os as de do da dos das e em no na nos nas um uma que é por com para se não ao à mais foi são como mas pelo
        pela também já ou seu sua
    """),
    "Dutch": lexicon("""
        de het een en van in is dat op te zijn met voor niet aan er om ook als maar bij werd worden door uit naar nog
        heeft hebben deze dit wordt over
    """),
    "a Nordic language": lexicon("""
        och att det som är på av för med den till inte har om ett men var jag og er ikke på til som med det en av for
        fra eller også blev blir være ved kan
    """),
    "Polish": lexicon("""
        i w na z się nie że do jest to o jak po od przez dla są oraz był była było być który która które ale za przy
    """),
    "Czech or Slovak": lexicon("""
        a v na je se že s z do to o jako k po ve pro si ale byl byla bylo jsou který která které při nebo sa nie ktorý
        podľa
    """),
    "Finnish": lexicon("ja on ei se että oli hän mutta ovat kun tai kuin joka myös sen olla vain nyt ole mukaan"),
    "Turkish": lexicon("ve bir bu da de için ile olarak olan çok daha gibi ancak kadar sonra her ise değil en"),
}
_ENGLISH_TOO = _SMALL[ENGLISH] | lexicon("""
    die hat am war plus pour son con come non per no a i s met van door till do men
""")
"""Where a text has no other small words of a language, it may be English: "council met in March"."""
_LEAST, _SHARE, _AHEAD = 2, 0.12, 1.25
"""Different small words of a language that a text must have, the share of all its words, and by how much they lead."""
_SCRIPTS = {
    "Cyrillic script": lazy_re(r"[\u0400-\u04ff]"),
    "Greek": lazy_re(r"[\u0370-\u03ff]"),
    "Japanese": lazy_re(r"[\u3040-\u30ff]"),
    "Korean": lazy_re(r"[\uac00-\ud7af]"),
    "Chinese": lazy_re(r"[\u4e00-\u9fff]"),
    "Arabic script": lazy_re(r"[\u0600-\u06ff]"),
    "Hebrew": lazy_re(r"[\u0590-\u05ff]"),
    "Thai": lazy_re(r"[\u0e00-\u0e7f]"),
    "Devanagari script": lazy_re(r"[\u0900-\u097f]"),
}
_KANA = 0.15
"""Of the letters: Japanese mixes kana into the characters that it shares with Chinese."""
_WORD = lazy_re(r"[^\W\d_]+(?:['’])?")
_FRONT = 6000


def tongue(text: str) -> str | None:
    """The language, in words; None where the text does not tell. Of a long text its beginning decides."""
    return _tongue(text[:_FRONT])


def small(language: str) -> frozenset[str]:
    """The small words of a language that `tongue` tells by them; none of one that it tells by its script."""
    return _SMALL.get(language, frozenset())


@lru_cache(maxsize=4096)
def _tongue(front: str) -> str | None:
    letters = sum(char.isalpha() for char in front)
    if not letters:
        return None
    shares = {name: len(script.findall(front)) / letters for name, script in _SCRIPTS.items()}
    if shares["Japanese"] > _KANA:
        return "Japanese"
    script = max(shares, key=lambda name: shares[name])
    return script if shares[script] > 0.5 else _latin(front)


def _latin(text: str) -> str | None:
    said = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    counts = Counter({name: sum(word in small for word in said) for name, small in _SMALL.items()})
    (name, most), (_, second) = counts.most_common(2)
    there = _SMALL[name].intersection(said)
    enough = len(there) >= _LEAST and most >= _SHARE * len(said) and (name == ENGLISH or not there <= _ENGLISH_TOO)
    return name if enough and most >= _AHEAD * second else None
