"""Parts in words of other languages than English: la moitié, ein Drittel, dos tercios de los.

Only of something: no second half of a match, no third party, no quarter of a town or an hour, no plan "sur cinq ans".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from moot.text.figure import Bound, Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.lexicon import sequence

_SIDE = (
    r"(?![\s\xa0](?:nord|sud|sur|norte|sul|este|leste|oeste|ouest|est[\s\xa0]d\w+|gauche|droite|izquierda|derecha|"
    r"esquerda|direita|sinistra|destra|sup[eé]r\w+|inf[eé]r\w+|anterior\w*|posterior\w*|ant[eé]ri\w+|post[eé]ri\w+|"
    r"oriental\w*|oc+ident\w+|meridional\w*|méridional\w*|se[pt]*entrional\w*)\b)"
)
"""Not before a half that lies on a side: "la mitad norte"."""
_TIMES = (
    r"(?![\s\xa0]d(?:u|el|o|ell['’]|ella|a)[\s\xa0]?(?:siglo|año|mes|camino|partido|secolo|anno|mese|partita|cammino|"
    r"século|ano|mês|caminho|jogo)\b)"
)
"""Nor before the middle of a time: "hacia la mitad del siglo"."""
_NO_WHOLE = r"(?![\s\xa0](?:finale?|seconde|secondo|segundo|confiance)\b)"
"""What no share is of: "huitième de finale", "décimo de segundo"."""
_ROOMS = r"(?![\s\xa0](?:casa|hotel|hospital|apartamento|pousada|pensão|moradia|residência|mansão|prédio|edificio)\b)"
"""What has rooms, which are called as a quarter is."""
_ENDS = r"(?=[\s\xa0]*(?:$|[.,;:!?)»\"”\n])|[\s\xa0]"
"""A number behind which nothing is counted, or else such a word as follows."""


@dataclass(frozen=True)
class _Tongue:
    half: str
    halved: str
    """The word before a half that is a share, as a pattern: before one of two halves, the second, there is another."""
    some: Mapping[str, int]
    """Numbers before a part, as patterns."""
    parts: Mapping[str, int]
    of: str
    """What stands behind a part of something."""
    one_in: str
    """How one of so many is told, with `n` for the number."""
    many: Mapping[str, int]
    """These numbers."""

    @property
    def pattern(self) -> str:
        some, parts, many = map("|".join, (self.some, self.parts, self.many))
        one_in = f"|{self.one_in.format(n=f'(?P<many>{many})')}" if many else ""
        return (
            rf"(?<![\w-])(?:(?P<half>{self.half})|(?P<by>(?<=\bum )|(?<=\bd['’]))?(?P<some>{some})[\s\xa0-]?"
            rf"(?P<part>{parts})(?(by)|(?=[\s\xa0]+{self.of})){one_in})(?!\w)"
        )


def _counted(words: str, first: int = 1) -> dict[str, int]:
    """The words in their order, `_` in them for the space of one of several words."""
    return {name.replace("_", r"[\s\xa0]"): n for n, name in enumerate(sequence(words), first)}


_GERMAN, _FRENCH, _SPANISH, _ITALIAN, _PORTUGUESE, _DUTCH, _NORDIC = (
    _Tongue(
        r"hälfte",
        r"die|der|zur|",
        _counted("(?:ein|eines|einem) zwei(?:er)? drei vier fünf sechs sieben acht neun"),
        _counted("dritteln? vierteln? fünfteln? sechsteln? siebteln? achteln? neunteln? zehnteln?", 3),
        r"(?:der|des|aller|von|davon|dieser|seiner|ihrer|unserer|mehr|weniger|(?:war|ist|sind|hat|haben)\b)",
        r"jede[rsnm]?[\s\xa0]{n}[rsn]?(?![\s\xa0](?:tage?|wochen?|monate?|jahre?|stunden?|mal)\b)",
        _counted("zweite dritte vierte fünfte sechste siebte achte neunte zehnte", 2),
    ),
    _Tongue(
        rf"moitié{_SIDE}",
        r"la|de|à|par|en|",
        _counted("(?:une?|le) deux trois quatre cinq six sept huit neuf"),
        _counted("tiers quarts? cinquièmes? sixièmes? septièmes? huitièmes? neuvièmes? dixièmes?", 3),
        rf"(?:(?:des|du|(?<!quart[\s\xa0])(?<!quarts[\s\xa0])de|de(?=[\s\xa0](?:la|l|ces|cette|ses|sa|son|leurs?|tou\w+)\b))\b"
        rf"(?![\s\xa0](?:siècle|temps|monde)){_NO_WHOLE}|d['’](?!heure)|(?:sont|ont|étaient|avaient)\b)",
        r"une?[\s\xa0](?!(?:jour|fois|heure|mois|semaine|année|an)\b)[^\W\d_]{{3,20}}[\s\xa0]sur[\s\xa0]{n}"
        rf"{_ENDS}(?!(?:ou|à|et|de|d|demi|cent|mille|[kcm]?m|k?g|ha|min)\b)[^\W\d_]*[^\W\d_sxz](?!\w))",
        _counted("deux trois quatre cinq six sept huit neuf dix", 2),
    ),
    _Tongue(
        rf"mitad{_SIDE}{_TIMES}",
        r"la",
        _counted("(?:una?|la) dos tres cuatro cinco seis siete ocho nueve"),
        _counted(
            "tercios?|tercera_parte cuartos?|cuarta_parte quintos?|quinta_parte sextos? séptimos? octavos? novenos? "
            "décimos?|décima_parte",
            3,
        ),
        rf"(?:(?:del|(?<!cuarto[\s\xa0])(?<!cuartos[\s\xa0])de|de(?=[\s\xa0](?:l[ao]s?|est[ao]s?|sus?|tod[ao]s?)\b))\b"
        rf"(?![\s\xa0](?:hora|siglo|baño|la[\s\xa0]casa)\b){_NO_WHOLE}{_ROOMS}|(?:son|han|eran)\b)",
        r"un[oa]?[\s\xa0](?:[^\W\d_]{{3,20}}[\s\xa0])?de[\s\xa0]cada[\s\xa0]{n}",
        _counted("dos tres cuatro cinco seis siete ocho nueve diez", 2),
    ),
    _Tongue(
        rf"metà{_SIDE}{_TIMES}",
        r"\w*la",
        _counted("una? due tre quattro cinque sei sette otto nove"),
        _counted("terz[oi] quart[oi] quint[oi] sest[oi] settim[oi] ottav[oi] non[oi] decim[oi]", 3),
        rf"(?:d(?:i|e[il]|egli|ell[ae])\b(?![\s\xa0](?:ora|secolo)){_NO_WHOLE}|dell['’]|(?:sono|hanno)\b)",
        r"un[oa]?[\s\xa0](?:[^\W\d_]{{3,20}}[\s\xa0])?su[\s\xa0]{n}"
        rf"{_ENDS}(?:(?:è|ha|non|si|vive|viene)\b|(?!paia|miglia|uova|cinema|\w+aia\b)[^\W\d_]+a\b))",
        _counted("due tre quattro cinque sei sette otto nove dieci", 2),
    ),
    _Tongue(
        rf"metade{_SIDE}{_TIMES}",
        r"a|à|da|pela|de|quase|apenas|só|com|por|",
        _counted("uma? dois três quatro cinco seis sete oito nove"),
        _counted("terços? quartos? quintos? sextos? sétimos? oitavos? nonos? décimos?", 3),
        rf"(?:(?:d[ao]s?|(?<!quarto[\s\xa0])(?<!quartos[\s\xa0])de)\b(?![\s\xa0](?:hora|século)){_NO_WHOLE}{_ROOMS}"
        r"|(?:são|têm)\b)",
        r"um[\s\xa0]em[\s\xa0]cada[\s\xa0]{n}",
        _counted("dois três quatro cinco seis sete oito nove dez", 2),
    ),
    _Tongue(
        r"helft",
        r"de",
        _counted("een twee drie vier vijf zes zeven acht negen"),
        _counted("derde kwart vijfde zesde zevende achtste negende tiende", 3),
        r"(?:van|(?:is|zijn|was|waren|heeft|hebben)\b)",
        r"één[\s\xa0]op[\s\xa0]de[\s\xa0]{n}",
        _counted("twee drie vier vijf zes zeven acht negen tien", 2),
    ),
    _Tongue(
        r"(?:hälften|halvdelen)",
        r"(?!(?:förs|førs|sis|sids)t[ae]$|and(?:ra|re|en|et)$|annen$|(?:ö|ø)vre$|ne[dr]+e$|en[ae]$|(?:nor|söd|öst|väst|hög|vänst)ra$"
        r"|(?:høyre|højre|venstre|båda|bägge|begge|den|denn[ae])$|\w+lig[ea]$)\w*",
        _counted("en (?:två|to) tre fyra fem sex sju åtta nio"),
        _counted("tredjedel(?:ar|er|e)? f(?:jä|je)rdedel(?:ar|er|e)? femtedel(?:ar|er|e)?", 3),
        r"(?:av|af|(?:är|er|var|har)\b)",
        "",
        {},
    ),
)
_TONGUES = (_GERMAN, _FRENCH, _SPANISH, _ITALIAN, _PORTUGUESE, _DUTCH, _NORDIC)
_PATTERNS = tuple(lazy_re(each.pattern, re.IGNORECASE) for each in _TONGUES)
_BOUNDS = (
    (
        Bound.OVER,
        r"mehr als|über|gut|plus d(?:e|['’])|más de|più d(?:i|ella)|meer dan|mais d[ea]|mer än|mere end|mer enn",
    ),
    (
        Bound.UNDER,
        r"weniger als|unter|knapp|fast|beinahe|nahezu|moins d(?:e|['’])|près d(?:e|['’])|presque|menos d[ea]|casi|"
        r"quasi|meno d(?:i|ella)|bijna|minder dan|quase|nästan|næsten|nesten",
    ),
    (
        Bound.ABOUT,
        r"etwa|rund|ungefähr|circa|ca\.|environ|alrededor de|aproximadamente|cerca de|circa|ongeveer|omkring|ungefär",
    ),
)
_BOUND = tuple(
    (bound, lazy_re(rf"(?<!\w)(?:{words})[\s\xa0]*(?:(?:die|der|la|el|de|een)[\s\xa0]+)?$", re.IGNORECASE))
    for bound, words in _BOUNDS
)
_BEFORE = 40
_WORD_BEFORE = lazy_re(r"(\w+)[\s\xa0]+\Z")
_ORDERED = lazy_re(
    r"erste[nr]?|letzte[nr]?|ober(?:e|en|er)|unter(?:e|en|er)|premi[eè]re?s?|derni[eè]re?s?|primer[ao]s|últim[ao]s|"
    r"prim[ei]|ultim[ei]|primeir[ao]s|eerste|laatste|första|sista|første|si(?:d)?ste",
    re.IGNORECASE,
)
"""Before parts that are told by their place: "die ersten zwei Drittel"."""
_MAY_BE = lazy_re(
    r"h[äe]lft|moitié|mitad|metà|metade|halvdelen|teln?\b|tiers|\bquarts?\b|ième|terc[ie]|cuart|\bquint|sext|séptim|octav|"
    r"noven|décim|terz[oi]|quart[oi]|sest[oi]|settim|ottav|\bnon[oi]\b|decim[oi]|terço|sétimo|oitavo|derde|kwart|v[ij]+fde|"
    r"zevende|zesde|achtste|negende|tiende|del(?:ar|er|e)?\b|\bjede|\bsur\b|\bsu\b|cada|\bop de\b",
    re.IGNORECASE,
)
"""One of these a text has that has such a part."""


def find(text: str) -> Iterator[Figure]:
    """The parts of a text, of whatever of these languages."""
    if not _MAY_BE.search(text):
        return
    for tongue, pattern in zip(_TONGUES, _PATTERNS, strict=True):
        for match in pattern.finditer(text):
            before = _WORD_BEFORE.search(text, max(0, match.start() - _BEFORE), match.start())
            word = before[1] if before else ""
            if (match["half"] and not re.fullmatch(tongue.halved, word, re.IGNORECASE)) or _ORDERED.fullmatch(word):
                continue
            yield _figure(text, match, _value(tongue, match))


def _value(tongue: _Tongue, match: re.Match[str]) -> Decimal:
    if match["half"]:
        return Decimal("0.5")
    if match["part"]:
        return Decimal(_of(tongue.some, match["some"])) / _of(tongue.parts, match["part"])
    return 1 / Decimal(_of(tongue.many, match["many"]))


def _of(known: Mapping[str, int], word: str) -> int:
    return next(n for pattern, n in known.items() if re.fullmatch(pattern, word, re.IGNORECASE))


def _figure(text: str, match: re.Match[str], value: Decimal) -> Figure:
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    bound = next((bound for bound, pattern in _BOUND if pattern.search(before)), Bound.NONE)
    step = Decimal("0.1") if value >= Decimal("0.5") else value / 10
    return Figure(*match.span(), match[0], FigureKind.QUANTITY, value, bound=bound, step=step, word=True)
