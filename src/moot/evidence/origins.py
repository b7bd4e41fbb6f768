"""Which sources are one voice: copies, and reports that only pass on what another source says.

Mirrors, syndicated articles, republished press releases, a preprint and its paper, one file in two formats: what they
agree in is said once. Sources that share a quotation, a template, a licence, a table or a topic speak for themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from moot.evidence.hearsay import Account, Names
from moot.evidence.overlap import Share, Texts
from moot.text import urls
from moot.text.iso import earlier
from moot.text.utf8 import sha256
from moot.words import Document, Echo, Source

ENOUGH = 0.6
"""Of the sentences of one text that stand in another one of which it is a copy, or the other a shortened one."""
RELATED = 0.3
"""The same where both bear the same title of some length, or one says that it comes from the other."""
DIGEST = 0.4
"""Of the sentences of a text that must stand in another one which it holds, or it says much else beside it."""
TITLE = 5
"""Words of a title that two texts do not bear by chance."""
SHORTEST = 5
"""Words of a text that is no copy by chance."""

_SAME = "the same text as {0}"


@dataclass(frozen=True)
class Copy:
    """A source that repeats another one."""

    source: str
    of: str
    """The source that it repeats: the origin, or another copy that stands between them."""
    how: str
    """In words, `{0}` for the other."""
    whole: bool
    """Whether it says next to nothing beside that."""

    def told(self, name: Callable[[str], str] = str) -> str:
        """The reason: "the same text as S1". `name`: how a source is called, by id."""
        return self.how.replace("{0}", name(self.of))


@dataclass(frozen=True)
class Origin:
    """Several sources that are one voice."""

    source: str
    """Where it comes from: the one that others name, else the earliest, else the longest."""
    copies: tuple[Copy, ...]
    """In the order of the documents."""

    @property
    def sources(self) -> tuple[str, ...]:
        return (self.source, *(copy.source for copy in self.copies))


@dataclass(frozen=True)
class _Tie:
    """What one document is to another with which it is one voice."""

    how: str
    """In words, `{0}` for the other."""
    whole: bool
    """Whether it says next to nothing beside what the other says."""
    names: bool = False
    """Whether it names the other as where it comes from."""


_Ties = dict[int, dict[int, _Tie]]
"""By position: what the first is to the second."""


_kept: dict[str, tuple[Origin, ...]] = {}
"""Of the last documents that were asked about, by all that they say: a run asks, and then its report."""


def origins(documents: Sequence[Document]) -> tuple[Origin, ...]:
    """The groups of two and more that are one voice, in the order of their first documents. Pure, and never raises."""
    if len(documents) < 2:
        return ()
    said = sha256("".join(f"{each.source!r}{sha256(each.text)}" for each in documents))
    found = _kept.get(said)
    if found is None:
        found = _found(documents)
        _kept.clear()
        _kept[said] = found
    return found


def _found(documents: Sequence[Document]) -> tuple[Origin, ...]:
    accounts = [Account(document) for document in documents]
    texts = Texts([document.text for document in documents])
    alike = texts.first_alike()
    near = texts.pairs([n for n, first in enumerate(alike) if first == n])
    ties: _Ties = {n: {} for n in range(len(documents))}
    for (one, its), (other, others) in (*_copies(accounts, texts, alike, near), *_hearsay(accounts)):
        if other not in ties[one]:
            ties[one][other], ties[other][one] = its, others
    for (one, its), (other, others) in _quotations(accounts, near):
        if not ties[one]:
            ties[one][other], ties[other][one] = its, others
    seen: set[int] = set()
    found: list[Origin] = []
    for n in range(len(documents)):
        if n not in seen and ties[n]:
            group = sorted(_reached(n, ties))
            seen.update(group)
            found.append(_origin(group, ties, documents))
    return tuple(found)


def echoed(documents: Sequence[Document], groups: Sequence[Origin]) -> tuple[Source, ...]:
    """The sources, with what each of them repeats."""
    sources = {document.source.id: document.source for document in documents}
    for origin in groups:
        first = sources[origin.source]
        for copy in origin.copies:
            later = copy.whole and first.date and not earlier(sources[copy.source].date, first.date)
            echo = Echo(of=first.id, reason=copy.told(), whole=copy.whole, since=first.date if later else None)
            sources[copy.source] = sources[copy.source].model_copy(update={"echo": echo})
    return tuple(sources[document.source.id] for document in documents)


_Tied = tuple[tuple[int, _Tie], tuple[int, _Tie]]


# --- copies ---------------------------------------------------------------------------------------------------------


def _copies(
    accounts: Sequence[Account], texts: Texts, alike: Sequence[int], near: Sequence[tuple[int, int]]
) -> Iterator[_Tied]:
    """`alike`: for each the first of the same words. `near`: pairs that have enough in common to be compared."""
    sources = [account.source for account in accounts]
    for n, first in enumerate(alike):
        if first != n and texts.size(n) >= SHORTEST:
            one, other = (_Tie(_SAME, True, _states(sources[a], sources[b])) for a, b in ((first, n), (n, first)))
            yield (first, one), (n, other)
    shares = {(a, b): (texts.share(a, b), texts.share(b, a)) for a, b in near}
    kept = {
        (a, b): share
        for (a, b), share in shares.items()
        if max(each.sure for each in share) >= (RELATED if _beside(accounts[a], accounts[b]) else ENOUGH)
    }
    collected = _collected(kept, sources)
    for (a, b), (of_a, of_b) in kept.items():
        if (a, b) not in collected:
            beside = _beside(accounts[a], accounts[b])
            one = _Tie(_stands(of_a, of_b) + beside, texts.adds_nothing(a, b, of_a), _states(sources[a], sources[b]))
            other = _Tie(_stands(of_b, of_a) + beside, texts.adds_nothing(b, a, of_b), _states(sources[b], sources[a]))
            yield (a, one), (b, other)


def _stands(its: Share, others: Share) -> str:
    if its.all >= others.all or its.all >= ENOUGH:
        return f"{_share(its.all)} of its sentences stand in {{0}}"
    return f"it holds {_share(others.all)} of the sentences of {{0}}"


def _collected(kept: dict[tuple[int, int], tuple[Share, Share]], sources: Sequence[Source]) -> set[tuple[int, int]]:
    """Pairs of which one holds the other beside much else, and was not there before it: a digest, a report of its own.

    Where the dates do not tell, a digest is what holds several texts that are no copies of one another.
    """
    inside: dict[int, list[int]] = {}
    for (one, other), shares in kept.items():
        for holder, held, cover in ((one, other, shares[0]), (other, one, shares[1])):
            if cover.all < DIGEST and not earlier(sources[holder].date, sources[held].date):
                inside.setdefault(holder, []).append(held)
    return {
        _pair(holder, held)
        for holder, parts in inside.items()
        for held in parts
        if (sources[holder].date and sources[held].date)
        or any(_pair(held, other) not in kept for other in parts if other != held)
    }


def _pair(one: int, other: int) -> tuple[int, int]:
    return (min(one, other), max(one, other))


def _beside(mine: Account, theirs: Account) -> str:
    """What else ties the two, in words; empty where there is nothing."""
    one, other = mine.source, theirs.source
    stated = _address(one.stated_origin)
    if _states(one, other) or _states(other, one) or (stated and stated == _address(other.stated_origin)):
        return ", and both give one address as their own"
    if mine.first_appeared_in(theirs) or theirs.first_appeared_in(mine):
        return ", and one says that it first appeared in the other"
    titles = [each.title.casefold().split() for each in (one, other)]
    return ", under the same title" if titles[0] == titles[1] and len(titles[0]) >= TITLE else ""


def _states(one: Source, other: Source) -> bool:
    """Whether the first gives the address of the second as its own."""
    stated = _address(one.stated_origin)
    return bool(stated) and stated == _address(other.origin) and stated != _address(one.origin)


def _address(text: str | None) -> str:
    """Host and path of an address that leads further than to a site as a whole."""
    host, path = urls.site(text or ""), urls.parts(text or "").path.rstrip("/")
    return f"{host}{path}" if host and path else ""


_TENTHS = ("", "", "", "a third", "four tenths", "half", "six tenths", "seven tenths", "eight tenths", "nine tenths")


def _share(share: float) -> str:
    return "all" if share > 0.99 else "nearly all" if share >= 0.95 else _TENTHS[max(3, int(10 * share + 1e-9))]


# --- hearsay --------------------------------------------------------------------------------------------------------


def _hearsay(accounts: Sequence[Account]) -> Iterator[_Tied]:
    positions = {account.source.id: n for n, account in enumerate(accounts)}
    names = Names(accounts)
    told_in: dict[str, list[int]] = {}
    """The last word of whom they name → who names it."""
    for n, account in enumerate(accounts):
        if not account.passes_on:
            continue
        for other in names.named_in(account):
            if account.in_name_of(other):
                mine = _Tie("says what {0} says, in {0}'s name", account.adds_nothing(other), names=True)
                yield (n, mine), (positions[other.source.id], _Tie("{0} says what it says, in its name", False))
        if account.voice:
            alike = told_in.setdefault(account.voice.split()[-1].casefold(), [])
            before = next((each for each in alike if account.as_told_by(accounts[each])), None)
            if before is not None:
                # Whose name that is, a source has chosen: it is not repeated.
                both = _Tie("says what {0} says, both in the name of one that was not read", False)
                yield (before, both), (n, both)
            alike.append(n)


def _quotations(accounts: Sequence[Account], near: Sequence[tuple[int, int]]) -> Iterator[_Tied]:
    """What only quotes another one, whether or not it says whom; of several that have the words the earliest."""
    quoted: dict[int, list[int]] = {}
    for one, other in (*near, *((b, a) for a, b in near)):
        mine, theirs = accounts[one], accounts[other]
        before = earlier(mine.source.date, theirs.source.date)
        if not before and mine.passes_on and mine.only_quotes(theirs):
            quoted.setdefault(one, []).append(other)
    for one, others in quoted.items():
        dated = [n for n in others if accounts[n].source.date]
        other = min(dated or others, key=lambda n: (accounts[n].source.date or "", n))
        mine = _Tie("quotes {0}, and says next to nothing else", accounts[one].adds_nothing(accounts[other]), True)
        yield (one, mine), (other, _Tie("{0} quotes it, and says next to nothing else", False))


# --- groups ---------------------------------------------------------------------------------------------------------


def _reached(start: int, ties: _Ties) -> dict[int, int]:
    """All that hang together with one, each with what it was reached from, the nearest first."""
    reached = {start: start}
    queue = [start]
    for at in queue:
        for other in sorted(ties[at]):
            if other not in reached:
                reached[other] = at
                queue.append(other)
    return reached


def _origin(group: Sequence[int], ties: _Ties, documents: Sequence[Document]) -> Origin:
    first = _first(group, ties, documents)
    above = _reached(first, ties)
    ids = [document.source.id for document in documents]
    whole = {first: True}
    for n, parent in above.items():
        whole[n] = n == first or (whole[parent] and ties[n][parent].whole)
    copies = (Copy(ids[n], ids[above[n]], ties[n][above[n]].how, whole[n]) for n in group if n != first)
    return Origin(ids[first], tuple(copies))


def _first(group: Sequence[int], ties: _Ties, documents: Sequence[Document]) -> int:
    """The one that others name and that names none of them; else the earliest by date; else the longest."""
    named = [n for n in group if any(ties[other][n].names for other in ties[n])]
    named = [n for n in named if not any(tie.names for tie in ties[n].values())] or named or list(group)
    sources = {n: documents[n].source for n in named}
    dated = [n for n in named if sources[n].date]
    earliest = [n for n in dated if not any(earlier(sources[other].date, sources[n].date) for other in dated)]
    return max(earliest or named, key=lambda n: (len("".join(documents[n].text.split())), -n))
