"""Who wrote a text: names of persons as against those of bodies, and a line of several parted into each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from moot.text.given_names import GIVEN_OR_FAMILY, ONLY_GIVEN
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon

_NAME = lazy_re(r"[^\W\d_][\w'’.-]*")
_PARTICLES = lexicon("al bin da de del den der di du el la le ten ter van von zu")
_JOINS = lexicon("and e i und y")
"""Within a family's name."""
_ARTICLES = lexicon("The Der Die Das El La Le Les Il")
ARTICLES = frozenset(each.lower() for each in _ARTICLES)
"""Before the name of a body, written small."""
_CAPITALS = lazy_re(r"[A-Z]{2,3}")
"""AG, SA, NV; or the initials of one whose family name stands first. Neither is a family's name."""
_FORMS = lexicon("corp corporation eg ev gmbh inc incorporated kg limited llc llp ltd oy plc sarl srl")
"""Legal forms, without their stops."""
_BODIES = lexicon("""
    academy administration agency airlines airport airways alliance archive archives army assembly association audit
    auditors authority bank board broadcasting bureau cabinet capital center centre chamber charity chronicle city
    clinic club coalition collective college commission committee community companies company confederation consortium
    courier constructions consulting council county court daily department desk digest directorate district division
    editors embassy energy factory farms federation ferries foods forum foundation fund gazette government group guild
    herald holding holdings hospital hotels industries initiative institut institute institution insurance
    international journal laboratories laboratory labs league library logistics magazine mail media mining ministry
    mission motors municipality museum network networks news newspaper observatory office orchestra observer
    organisation organization parliament partners party police post press program programme project publications
    publishers publishing radio rail railway railways register registry research review royal school schools sciences
    secretariat senate service services shipping shipyard society software solutions staff state station studio studios
    survey system systems team technologies telegraph television theatre times transport treasury tribunal tribune
    trust union universities university utilities utility ventures weekly water works yard yards
    akademie amt bibliothek bundesamt gesellschaft hochschule kommission ministerium stadtwerke stiftung universität
    verband verein verlag zeitung werke zentrum
    académie agence association bibliothèque commission institut ministère société université ville
    academia ayuntamiento biblioteca comisión instituto ministerio sociedad universidad accademia comune istituto
    ministero università
""")
"""Kinds of bodies, each a word of such names; some are names of families too."""
_ROLES = lexicon("""
    advisor analyst chief columnist contributor correspondent director editor fellow head journalist lecturer manager
    officer photographer president producer professor reporter researcher scientist secretary writer
    direktor direktorin journalistin professorin redakteur redakteurin korrespondent korrespondentin
""")
"""What somebody is, which may follow the name."""
_APART = lazy_re(r"\s*[;；\n]\s*")
_AND = lazy_re(r",?\s+(?:and|AND|&|und|et|y|e|i|och|og|en)\s+")
_COMMA = lazy_re(r"\s*[,，、]\s*")
_UNSPACED = lazy_re(r"[\u3040-\u30ff\u4e00-\u9fff]{3,8}|[\uac00-\ud7a3]{3,4}")
"""A whole name in a script that may write it in one."""
_FAMILY_FIRST = lazy_re(r"[\u3040-\u309f\u4e00-\u9fff]+|[\uac00-\ud7a3]+")
"""Chinese, Japanese or Korean: the family's name stands first; not where names from abroad are spelled in katakana."""
_PLACE = lazy_re(
    r"(?:New|São|Los|Las|Port|Fort|Cape|Buenos|Kuala|Addis|Great|United)\s[^\W\d_]\w+"
    r"|San (?:Antonio|Diego|Francisco|Jos[eé]|Juan|Marino|Salvador|Sebasti[aá]n)"
    r"|St\.? (?:Andrews|Gallen|Louis|Paul|Petersburg|Pölten)"
    r"|North (?:Carolina|Dakota|Korea|Macedonia|Yorkshire)"
    r"|South (?:Africa|Australia|Carolina|Dakota|Korea|Sudan|Yorkshire)"
    r"|East (?:Anglia|London|Lothian|Sussex|Timor|Yorkshire)"
    r"|Santa (?:Ana|Barbara|Clara|Cruz|Fe|Monica|Rosa)|Hong Kong|Tel Aviv|Abu Dhabi|Rio de Janeiro|Costa Rica"
    r"|Sri Lanka|Puerto Rico|Saudi Arabia|West (?:Bank|Virginia|Yorkshire|Sussex|Midlands)"
)
"""Of two words, as a person's name is: where somebody wrote."""
_INITIAL = lazy_re(r"[^\W\d_](?:\.-?[^\W\d_])*\.?")


@dataclass(frozen=True)
class Person:
    family: str
    given: str


def parted(line: str) -> list[str]:
    """Each of the authors that a line names: "Ines Pohl, Karl Bauer" are two, "Pohl, Ines" is one, and so is "Ministry
    of Food and Forests". Semicolons part whatever stands between them; "and" and commas only whole names of persons.
    Places behind them are left out: "Ines Pohl, New York and San Francisco" is one.
    """
    apart = [each for each in _APART.split(line.strip()) if each]
    if len(apart) != 1:
        return apart
    (said,) = apart
    joined = _AND.split(said)
    each = [one for part in joined for one in _COMMA.split(part)]
    people = each[: max((n for n, one in enumerate(each, 1) if not _PLACE.fullmatch(one)), default=0)]
    if 0 < len(people) < len(each) and _is_whole(each[0]):
        return parted(", ".join(people))
    if len(each) > 1 and all(map(_is_whole, each)) and not (len(joined) == 1 and _is_turned(each)):
        return each
    turned = all("," in part and isinstance(name(part), Person) for part in joined)
    return joined if turned else apart


def _is_turned(parts: Sequence[str]) -> bool:
    """Whether two parts are one name with the family's in front: given names alone follow on what begins with none."""
    if len(parts) != 2:
        return False
    (first, *_), given = (part.casefold().split() for part in parts)
    known = ONLY_GIVEN | GIVEN_OR_FAMILY
    return first not in known and given[-1] in ONLY_GIVEN and all(map(known.__contains__, "-".join(given).split("-")))


def _is_whole(said: str) -> bool:
    """Whether it is the whole name of a person, and neither a family's nor given names alone."""
    parts = said.split()
    if not parts or not _ROLES.isdisjoint(map(str.lower, parts)):
        return False
    if parts[0] in _PARTICLES or (len(parts) > 1 and _INITIAL.fullmatch(parts[-1])):
        return False
    return bool(_UNSPACED.fullmatch(said)) or isinstance(name(said), Person)


def name(text: str) -> Person | str:
    """`Okafor, Jane` and `Jane Okafor` are persons; what is not known to be one stays as it is."""
    if re.search(r"\d", text):
        return text
    family, comma, given = (part.strip() for part in text.partition(","))
    if comma:
        return Person(family, given) if _is_family(family) and _is_given(given) else text
    parts = text.split()
    if not 2 <= len(parts) <= 4 or not all(map(_NAME.fullmatch, parts)) or not _are_names(parts) or _tells_body(parts):
        return text
    if parts[0] in _ARTICLES or (_CAPITALS.fullmatch(parts[-1]) and not text.isupper()):
        return text
    if len(parts) == 2 and _FAMILY_FIRST.fullmatch("".join(parts)):
        return Person(*parts)
    first = next((n for n, part in enumerate(parts) if n and part in _PARTICLES), len(parts) - 1)
    return Person(" ".join(parts[first:]), " ".join(parts[:first]))


def _is_family(words: str) -> bool:
    """Before a comma: one word may be any, as in `Bank, Carla`; several of a body are one: `World Bank, Washington`."""
    parts = [part for part in words.split() if part not in _JOINS]
    return bool(parts) and _are_names(parts) and not (len(parts) > 1 and _tells_body(parts))


def _is_given(words: str) -> bool:
    parts = words.split()
    return bool(parts) and "," not in words and _are_names(parts) and not _tells_body(parts)


def _are_names(parts: Sequence[str]) -> bool:
    """Whether nothing is written small but particles, as `of` is."""
    return all(not part[0].islower() or part in _PARTICLES for part in parts)


def _tells_body(parts: Sequence[str]) -> bool:
    """Whether a word says what kind of body it is, or its legal form."""
    return any(part.replace(".", "").casefold() in _FORMS or part.casefold() in _BODIES for part in parts)
