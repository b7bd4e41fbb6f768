"""Where a report's reference lists stand: under a heading that says so, or by the look of their items."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from moot.evidence.cited_report import numbers, places, repeats
from moot.evidence.cited_report.blocks import Block
from moot.text import marks, months
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon

_CORE = lexicon("""
    reference references refs source sources bibliography bibliographic citation citations footnotes endnotes notes
    literature links works
    quelle quellen quellennachweis quellennachweise quellenverzeichnis quellenangaben literatur literaturverzeichnis
    literaturliste literaturangaben einzelnachweise nachweise belege fußnoten anmerkungen referenzen verweise
    référence références bibliographie bibliographiques note referencia referencias bibliografía bibliográficas fuente
    fuentes notas obras citas fonte fonti bibliografia bibliografici riferimenti citate bronnen bronvermelding
    bronnenlijst literatuur literatuurlijst literatuuropgave referenties referentielijst
    noten voetnoten referenser källor källa källförteckning
    litteraturförteckning litteratur litteraturlista fotnoter kilder kildeliste kildehenvisninger referanser referencer
    litteraturliste fotnoter lähteet lähdeluettelo viitteet kirjallisuus referência referências bibliográficas fontes
    sitografia sitografía webgrafía webgrafia webografia webographie ouvrages źródeł
    źródła źródło przypisy literatura piśmiennictwo zdroje prameny reference poznámky irodalom irodalomjegyzék források
    hivatkozások jegyzetek kaynaklar kaynakça referanslar dipnotlar surse bibliografie izvori viri
    источники источник литература литературы примечания ссылки библиография джерела література примітки посилання
    източници литература πηγές πηγη βιβλιογραφία παραπομπές αναφορές σημειώσεις
    参考文献 引用文献 参考资料 參考資料 參考文獻 资料来源 資料來源 来源 來源 引用 脚注 腳註 注释 註釋 出典 参照 参考
    情報源 注 引用元
    참고문헌 참고자료 출처 각주 주석 مراجع المراجع مصادر المصادر الهوامش מקורות הערות ביבליוגרפיה संदर्भ सन्दर्भ स्रोत
""")
_WITH = lexicon("""
    zitierte cités citées consultés geciteerde wykaz spis seznam
    list of and the for this section chapter part report page used cited consulted works work web online key primary
    secondary external all main selected quoted files documents to in from urls full complete und de des der
    footnote appendix annex anhang annexe anexo data further additional other index accessed retrieved our reading read
    published public official academic general et y e i och og ja ve и citées bas consultadas citadas al pie page página
    list liste lista список verwendete weitere tài liệu tham khảo
""") | frozenset(months.ENGLISH)
_CORE_BY_USE = lazy_re(
    r"(?:works?|literature|files|documents|pages|sites|papers|articles|reports|studies)\s(?:cited|used|consulted)"
)
_OF_NOTES = lazy_re(
    r"\b(?:(?:foot|end)-?notes?|notes|fußnoten|endnoten|anmerkungen|notas|noten|voetnoten|eindnoten|noter|fotnoter|"
    r"slutnoter|fodnoter|przypisy|poznámky|jegyzetek|примечания|σημειώσεις)\b|脚注|腳註|注释|註釋|각주",
    re.IGNORECASE,
)
_ELSEWHERE = lazy_re(r"^\W*(?:external links?|weblinks?|links externos|liens externes)\W*$", re.IGNORECASE)
_YEAR = lazy_re(r"(?:1[5-9]|20)\d\d[a-z]?\b|\bn\.d\.")
_ADDRESS = lazy_re(r"https?://|www\.|\bdoi\b|10\.\d{4,9}/|\]\(", re.IGNORECASE)
_FILE = lazy_re(
    r"(?:^|[\s,(/`])[\w.-]{0,80}[^\W\d][\w.-]{0,80}\."
    r"(?:md|txt|pdf|html?|docx?|xlsx?|pptx?|od[tsp]|epub|csv|tsv|eml|rtf)[`).]*$"
)
"""A file's name at the end."""
_LOOKS = lazy_re(r"[“”\"*_<]|\b(?:pp?|vol|no|ed|eds)\.\s?\d?|^[A-Z][\w'’-]+,\s[A-Z]\.|[^.]{4,}\.\s+[A-Z][^.]{6,}\.")
_ANCHOR = lazy_re(r"<\w+\s[^<>]{0,100}?\b(?:id|name)\s*=\s*[\"']?([^\"'\s>]{1,100})")
_TARGET = lazy_re(r"(?:\]\(|href=[\"']?)#([^()\s\"'>]{1,100})")
_PROSE = lazy_re(r"\b(?:is|are|was|were|we|this|these|they|has|have|had|it|our)\b", re.IGNORECASE)
_CONTINUES = lazy_re(r"[a-zà-þ(\[]|https?://|<https?|Available|Retrieved|Accessed|DOI\b|URL\b|Online")
_NUMBERED_ROW = lazy_re(r"\s{0,9}\|?\s{0,9}\[?(\d{1,3})\]?\.?\s{0,9}\|")
_MARK = lazy_re(rf"\[\^?{numbers.LEAD}({numbers.LIST}){numbers.LOCATOR}\](?!\(|:[ \t]*\S)", re.IGNORECASE)
_BRACKET = lazy_re(r"\[([^\[\]^@\n]{2,200})\](?![(:])")
_ROUND = lazy_re(rf"(?<=[\w.,;:”\"’%)]\s)\(({numbers.LIST})\)(?=[\s.,;:]|$)")
_LENS = lazy_re(r"【(\d{1,3})(?::\d{1,4})?†")
_RAISED = lazy_re(r"(?<=[\w.,;:!?)”\"’%])[¹²³⁴-⁹⁰]{1,3}(?:[,⁻–-][¹²³⁴-⁹⁰]{1,3})*")
_CITES = lazy_re(
    r"(?<=[\w.,;:!?)”\"’%])\s?(?:\\?\[\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\\?\](?![(:])|\[\^[^\]\s]{1,80}\](?!:)|\[@\w|【\d|<sup>\[?\d)"
    r"|(?<=[.,;!?)”\"’])[¹²³⁴-⁹]"
)
"""A mark behind words: what has one cites, and is no entry."""
_SAYS = lazy_re(
    r"(?:^|[.!?][\"'”’]?\s)[A-ZÀ-Þ](?:[^.]|\.(?=\d)){24,}?\s\((?:\[[^\[\]]*\]\(https?://[^()\s]+\)[,;\s]*)+\)[.!?](?=\s|$)"
)
"""A sentence whose stop stands behind its mark: "It rose ([source](https://…))."."""
_CITES_AFTER = lazy_re(r":\s*[\[(【^]*\d")
"""Of a line that says whence something is, and heads nothing: "Source: [1]"."""
_SELDOM = 4
"""Of so many entries one may have such a mark."""
_SIGNS = ("bracket", "source", "raised")


@dataclass(frozen=True)
class RefList:
    """Blocks `first` to `last`, the last not included; `head`: its heading's block, if it has one."""

    first: int
    last: int
    head: int | None


def find(text: str, blocks: Sequence[Block]) -> list[RefList]:
    """All lists, in order."""
    found: list[RefList] = []
    targets = frozenset(_TARGET.findall(text))
    heads = _heads(text, blocks)
    n = tried = 0
    while n < len(blocks):
        made = None
        if heads[n]:
            made = _headed(text, blocks, n)
        elif n >= tried:
            tried = _run_end(blocks, n)
            made = _bare(text, blocks, n, tried, targets) or _defined(text, blocks, n)
        if made is None:
            n += 1
        else:
            found.append(made)
            n = max(made.last, n + 1)
    return found


def of_notes(text: str, blocks: Sequence[Block], each: RefList) -> bool:
    """Whether a list is headed as one of notes, not of sources."""
    return each.head is not None and bool(_OF_NOTES.search(blocks[each.head].words(text)))


def is_head(text: str, block: Block) -> bool:
    """Whether a block is a heading like "References for this section:"."""
    if block.kind not in ("heading", "paragraph", "item") or len(block.spans) > 1 or block.end - block.start > 80:
        return False
    words = re.sub(r"[*_#`]|\[edit\]|\{[^{}]*\}|\([^()]*\)\s*$", "", block.words(text)).strip()
    words = re.sub(r"^(?:\w\s){3,}\w$", lambda spaced: spaced[0].replace(" ", ""), words)
    words = re.sub(r"^(Appendix|Annex|Anhang)\s[A-Z\d]{1,3}\b", r"\1", words)
    words = (
        re.sub(r"^\W*(?:(?:\d+(?:\.\d+)*|[A-Z])[.):]?|[IVXLC]{1,5}[.):])\s+(?=\w)", "", words).strip(" :.—–-").lower()
    )
    if block.kind != "heading" and not re.search(r"[A-ZÀ-Þ\u0370-\uffff]", block.words(text)[:4]):
        return False
    parts = re.findall(r"(?:[^\W_]|[\u0300-\u036f\u0900-\u0963])+", words)
    if not parts or len(parts) > 6:
        return False
    if _CITES_AFTER.search(words):
        return False
    if (parts == ["note"] and block.kind != "heading") or parts == ["part"] or parts in (["works"], ["work"]):
        return False
    core = any(part in _CORE for part in parts) or bool(_CORE_BY_USE.search(words))
    return core and all(part in _CORE or part in _WITH or part.isdecimal() for part in parts)


def _heads(text: str, blocks: Sequence[Block]) -> list[bool]:
    """Of each block whether it heads a list; the title of a report ("Notes") does not where another heading does."""
    found = [is_head(text, block) for block in blocks]
    if sum(found) > 1:  # pages on a subject are no sources where a report lists its own
        found = [heads and not _ELSEWHERE.search(block.words(text)) for heads, block in zip(found, blocks, strict=True)]
    titled = bool(blocks) and blocks[0].kind == "heading" and any(found[1:])
    return [False, *found[1:]] if titled else found


def under_heads(text: str, blocks: Sequence[Block], is_entry: Callable[[Block], bool]) -> list[bool]:
    """Of each block whether it stands under the heading of a list; `is_entry`: a heading that is itself an entry."""
    found: list[bool] = []
    level = 0
    for block, heads in zip(blocks, _heads(text, blocks), strict=True):
        if heads:
            level = block.level if block.kind == "heading" else 9
            found.append(False)
            continue
        if block.kind == "heading" and level and block.level <= level:
            level = level if block.level == level and is_entry(block) else 0
        found.append(level > 0)
    return found


def with_heads_apart(text: str, blocks: Sequence[Block]) -> list[Block]:
    """A line "References" right above its first entry becomes a block of its own."""
    found: list[Block] = []
    for block in blocks:
        line = replace(block, spans=block.spans[:1])
        if block.kind == "paragraph" and len(block.spans) > 1 and is_head(text, line):
            rest = replace(block, spans=block.spans[1:], begin=block.spans[1][0])
            if like_entry(text, rest):
                found += [line, rest]
                continue
        found.append(block)
    return found


def _headed(text: str, blocks: Sequence[Block], head: int) -> RefList | None:
    block = blocks[head]
    last = head + 1
    labelled = 0
    while last < len(blocks):
        each = blocks[last]
        if each.kind == "heading" and (block.kind != "heading" or each.level <= block.level or is_head(text, each)):
            break
        if block.kind != "heading" and is_head(text, each):
            break
        if each.kind == "heading" and labelled and each.level < 7 and last > head + 1:
            break
        if each.label is None and each.kind == "paragraph" and labelled and each.apart and not _goes_on(text, each):
            break
        labelled += each.label is not None
        last += 1
    first = _after_prose(text, blocks, head + 1, last)
    body = blocks[first:last]
    if not body:
        return RefList(first, first, head) if block.kind == "heading" and first == head + 1 else None
    like = sum(
        1
        for each in body
        if each.label is not None or each.kind in ("code", "heading") or like_entry(text, each) or _counts(text, each)
    )
    return RefList(first, last, head) if like * 2 >= len(body) else None


def _counts(text: str, block: Block) -> bool:
    """Whether its lines count: "1 Rail Board. Track." above "2 Letter of 3 May."."""
    firsts = [re.match(r"(\d{1,3})\s", text[slice(*span)]) for span in block.spans]
    return len(firsts) > 1 and [first and first[1] for first in firsts] == [str(n + 1) for n in range(len(firsts))]


def _after_prose(text: str, blocks: Sequence[Block], first: int, last: int) -> int:
    """Where entries begin behind sentences that cite something, which are prose under whatever heading."""
    loose = [n for n in range(first, last) if blocks[n].label is None and blocks[n].kind in ("paragraph", "item")]
    cites = [n for n in loose if _cites(text, blocks[n])]
    if not cites or len(cites) * _SELDOM < len(loose):
        return first
    return next((n for n in range(cites[-1] + 1, last) if blocks[n].label is not None), last)


def _cites(text: str, block: Block) -> bool:
    words = block.words(text)
    return bool(_CITES.search(words) or (block.kind == "paragraph" and _SAYS.search(words)))


def _goes_on(text: str, block: Block) -> bool:
    """Whether a paragraph belongs to the entry before it."""
    return bool(_CONTINUES.match(block.words(text))) or text[block.begin : block.begin + 2].isspace()


def like_entry(text: str, block: Block) -> bool:
    """Whether a block's words look like a source's."""
    words = block.words(text)
    if block.kind in ("row", "head"):
        return True
    if block.kind in ("note", "definition") or repeats.repeat(words):
        return True
    prose = len(_PROSE.findall(words)) > 1
    if _ADDRESS.search(words):
        return block.kind != "paragraph" or not prose
    if prose:
        return False
    return len(words) < 500 and bool(_YEAR.search(words) or _LOOKS.search(words))


def _bare(text: str, blocks: Sequence[Block], n: int, last: int, targets: frozenset[str]) -> RefList | None:
    """A list that no heading announces: [1] …, ¹ …, or 1. … whose items look like sources, at a section's end.

    What the text before cites as [1], [2] needs no more than a title.
    """
    block = blocks[n]
    if block.kind == "head":
        return _table(text, blocks, n)
    if block.sign in ("key", "foot"):
        return RefList(n, last, None)
    body = blocks[n:last]
    if sum(1 for each in body if _is_target(text, each, targets)) * 2 >= len(body):
        return RefList(n, last, None)
    if block.kind != "item" or block.label is None:
        return None
    plain = cited(text, body) and not any(_PROSE.search(each.words(text)) for each in body)
    if block.sign in _SIGNS:
        closing = last == len(blocks) and cited(text, body)
        files = [bool(closing and _FILE.search(each.words(text)[-200:])) for each in body]
        likely = sum(1 for each, named in zip(body, files, strict=True) if named or like_entry(text, each))
        alone = len(body) > 1 or bool(_ADDRESS.search(block.words(text)) or (closing and likely))
        return RefList(n, last, None) if alone and (likely * 2 > len(body) or plain) else None
    ends = _ends(text, blocks, last)
    if ends and plain and _LENS.search(text, 0, block.begin):
        return RefList(n, last, None)
    sources = sum(1 for each in body if _ends_as_source(each.words(text)))
    named = sum(1 for each in body if re.match(r"[^.:]{3,60}[:.]\s[^.]{5,150}[.,]", each.words(text)))
    several = len(body) > 1 or (last == len(blocks) and _alone(text, block))
    if ends and several and sources * 2 >= len(body) and (sources + named) >= len(body):
        return RefList(n, last, None) if _marked_before(text, blocks, n) or cited(text, body) else None
    return None


def _alone(text: str, item: Block) -> bool:
    """Whether the marks before an item have its number and no other."""
    told = numbers.each(",".join(_MARK.findall(text[: item.begin])))
    return item.label == "1" and set(told) == {"1"}


def _ends_as_source(words: str) -> bool:
    return bool(_ADDRESS.search(words) or _YEAR.search(words[-12:]) or repeats.repeat(words))


def _ends(text: str, blocks: Sequence[Block], last: int) -> bool:
    """Whether a part of the report ends before a block: at a heading, a rule, notes; or marks begin again at 1 there,
    and another list after it.
    """
    if last == len(blocks) or blocks[last].kind in ("heading", "note", "definition"):
        return True
    between = text[blocks[last - 1].end : blocks[last].begin]
    if any(marks.RULE.match(line) for line in between.split("\n")):
        return True
    first = _MARK.search(blocks[last].words(text))
    anew = first is not None and numbers.each(first[1])[:1] == ["1"]
    return anew and any(each.label == "1" for each in blocks[last + 1 :])


def _defined(text: str, blocks: Sequence[Block], n: int) -> RefList | None:
    """A line "[1]: Status note, note.md" beside a definition ("[2]: rents.md"), both cited before, as [1] and [2]."""
    if n and _defines(text, blocks[n - 1]):
        return None
    last = n
    while last < len(blocks) and _defines(text, blocks[last]):
        last += 1
    body = blocks[n:last]
    if len({each.kind for each in body}) < 2:
        return None
    before = text[: blocks[n].begin]
    cites = sum(f"[{each.label}]" in before for each in body)
    return RefList(n, last, None) if cites * 2 > len(body) else None


def _defines(text: str, block: Block) -> bool:
    listed = block.kind == "item" and block.sign == "bracket" and "]:" in text[block.begin : block.start]
    return listed or block.kind == "definition"


def unmarked(text: str, blocks: Sequence[Block], found: Sequence[RefList]) -> list[RefList]:
    """The lists, counted 1. 2. 3., that stand right before one of [1], [2]: marks such as [1] mean that one."""

    def signs(each: RefList) -> set[str]:
        return {block.sign for block in blocks[each.first : each.last] if block.label is not None}

    return [
        before
        for before, after in pairwise(found)
        if before.last == (after.first if after.head is None else after.head)
        and signs(before) == {"number"}
        and signs(after) == {"bracket"}
        and cited(text, blocks[after.first : after.last])
    ]


def _table(text: str, blocks: Sequence[Block], head: int) -> RefList | None:
    """A table of sources: its rows are numbered, and most hold an address."""
    last = head + 1
    while last < len(blocks) and blocks[last].kind == "row":
        last += 1
    rows = [block.words(text) for block in blocks[head + 1 : last]]
    numbers = [found[1] for row in rows if (found := _NUMBERED_ROW.match(row))]
    addresses = sum(1 for row in rows if _ADDRESS.search(row))
    named = re.search(r"source|reference|link|url|title|citation", blocks[head].words(text), re.IGNORECASE)
    if rows and all(block.sign == "key" for block in blocks[head + 1 : last]):
        return RefList(head, last, None)
    if rows and named and len(numbers) == len(rows) == len(set(numbers)) and addresses * 2 > len(rows):
        return RefList(head, last, None)
    return None


def _run_end(blocks: Sequence[Block], n: int) -> int:
    """Where the items end that begin at block `n` and look like the first."""
    last = n
    while last < len(blocks) and blocks[last].kind == "item" and blocks[last].sign == blocks[n].sign:
        last += 1
    return max(last, n + 1)


def _is_target(text: str, block: Block, targets: frozenset[str]) -> bool:
    """Whether a mark links to the block: then it is an entry."""
    if not targets or block.kind not in ("item", "paragraph"):
        return False
    return not targets.isdisjoint(_ANCHOR.findall(text[block.begin : block.end]))


def cited(text: str, items: Sequence[Block]) -> bool:
    """Whether the text before has marks with most labels of these items, if numbers from 1 on, and they have none."""
    before = text[: items[0].begin]
    if items[0].sign == "raised":
        found = _RAISED.findall(before)
    elif _in_round(text, items[0]):
        counts = before.rstrip().endswith(":") or not any(like_entry(text, each) for each in items)
        found = [] if counts else _ROUND.findall(before)  # "three goals: (1) …, (2) …"
    else:
        found = [*_MARK.findall(before), *_LENS.findall(before)]
    told = set(numbers.each(numbers.lowered(",".join(found))))
    labels = {each.label for each in items}
    if not any(str(label).isdecimal() for label in labels):
        told = {name for words in _BRACKET.findall(before) for name in places.named(words, labels.__contains__)}
    elif items[0].label != "1":
        return False
    held = sum(1 for each in items if _MARK.search(each.words(text)))
    return held * 3 < len(items) and sum(each.label in told for each in items) * 2 >= len(items)


def _in_round(text: str, item: Block) -> bool:
    """Whether it is numbered (1), as the marks of its report may be."""
    return text[item.begin : item.start].strip() == f"({item.label})"


def _marked_before(text: str, blocks: Sequence[Block], n: int) -> bool:
    """Whether the section before block `n` holds marks with numbers."""
    for block in reversed(blocks[:n]):
        if block.kind == "heading":
            return False
        if re.search(r"[¹²³⁴-⁹]|<sup>|\[\d{1,3}[^\]]{0,40}\]|【\d", block.words(text)):
            return True
    return False
