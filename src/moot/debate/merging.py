"""Several drafts become one document, without a model: the sections of one of them, and what only others say added.

Each cluster is told once, by the member that the checks bear out best; what another says too, and more, is told by that
one alone. What lost an argument is left out; what contradicts itself across the drafts and is not decided stands under
"Where the sources disagree".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from moot.debate.disputed import at_issue, one_point
from moot.debate.drafts import followed, mapped
from moot.debate.grounds import touching
from moot.debate.placing import placed
from moot.text import figures
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.relating import amounts
from moot.verify.relation import relate
from moot.verify.weigh import weigh
from moot.words import (
    Claim,
    ClaimKind,
    Cluster,
    Disagreement,
    Draft,
    Finding,
    Outcome,
    Place,
    Relation,
    Section,
    Table,
    findings_by_claim,
)

LEFT = "Also said"
"""The section for what has no other place: quotes of another answer, sides of a disagreement that is none any more."""
_SILENT = lazy_re(
    r"^(?:no (?:passage|source)s? (?:say|tell|give|state|mention)s?"
    r"|(?:the |these )?(?:passage|source)s? do(?:es)? not (?:say|tell|give|state|mention)) ",
    re.IGNORECASE,
)
MOST_GAPS = 12
"""Beyond that, what the sources do not say is no longer read."""


@dataclass(frozen=True)
class Merger:
    """The drafts by their letters, what their claims have in common, and what became of them."""

    drafts: Mapping[str, Draft]
    clusters: Sequence[Cluster]
    findings: Sequence[Finding]
    lost: Collection[str] = frozenset()
    """Ids of claims that may not stand for their cluster: withdrawn, or refuted in an argument."""
    evidence: Mapping[str, tuple[Place, ...]] = field(default_factory=dict[str, tuple[Place, ...]])
    """Claim id → where its quotes, or its premises', stand."""
    open_: Sequence[tuple[str, str, str]] = ()
    """Pairs of claims that contradict each other, undecided, with the subject."""
    sided: bool = False
    """Whether the drafts answer for rival sides: then what each answer infers is told."""
    _placed: dict[str, str] = field(default_factory=dict[str, str])
    """Cluster id → the claim that tells it in the document."""
    _tellers: dict[str, Cluster] = field(default_factory=dict[str, Cluster])
    """Cluster id → the one that tells it."""
    _speakers: dict[str, list[Claim]] = field(default_factory=dict[str, list[Claim]])
    """Cluster id → its claims as `speakers` has them: each is asked for many times, and they are weighed once."""

    def merged(self) -> Draft:
        base = self.base
        sections = [self._section(section, whole=True) for section in self.drafts[base].sections]
        for letter in self.drafts:
            if letter != base:
                sections = self._with(sections, letter)
        gaps = [gap for letter in (base, *self.drafts) for gap in self.drafts[letter].gaps]
        draft = Draft(sections=tuple(sections), gaps=_distinct(gaps))
        draft = mapped(self._with_disagreements(draft), self._with_premises)
        title = sections[0].title if sections else "Answer"
        if draft.sections and draft.sections[0].title == title:
            return draft
        # The answer stays the first section, whatever of it is argued elsewhere.
        return draft.model_copy(update={"sections": (Section(title=title), *draft.sections)})

    @cached_property
    def base(self) -> str:
        """The draft that gives the document its sections: whose claims most drafts share and the checks bear out.

        A cell that a sentence says is shared in what it says, and not in how it is told.
        """
        shared = Counter[str]()
        for cluster in self.clusters:
            voice = self.voice(cluster)
            if voice is not None:
                fuller = (self.voice(self._by_id[id]) for id in cluster.included_in if id in self._by_id)
                told = any(each is not None and _one_form(each, voice) for each in fuller)
                for letter in {member.draft for member in cluster.members}:
                    shared[letter] += 1 + (told or len(set(cluster.drafts)) > 1)
        return max(self.drafts, key=lambda letter: (shared[letter], -list(self.drafts).index(letter)))

    def voice(self, cluster: Cluster) -> Claim | None:
        """The claim that stands for a cluster; None if all are lost."""
        return next(iter(self.speakers(cluster)), None)

    def speakers(self, cluster: Cluster) -> list[Claim]:
        """Its claims that are not lost, those first that the checks bear out best.

        Sentences before cells, which say nothing outside their table; what quotes before what infers; of equals in the
        order of the drafts.
        """
        if cluster.id not in self._speakers:
            claims = [self._claims[member.claim] for member in cluster.members if member.claim not in self.lost]
            self._speakers[cluster.id] = sorted(claims, key=lambda claim: (bool(claim.about), *self._doubt(claim.id)))
        return self._speakers[cluster.id]

    def telling(self, cluster: Cluster) -> Cluster:
        """The cluster that tells this one in the document: the fullest that includes it and is as well borne out.

        One that is argued about stands for itself alone, and so does one without a voice.
        """
        if cluster.id not in self._tellers:
            seen = {cluster.id}
            at = cluster
            while fuller := next((each for each in self._fuller(at) if each.id not in seen), None):
                seen.add(fuller.id)
                at = fuller
            self._tellers[cluster.id] = at
        return self._tellers[cluster.id]

    def _fuller(self, cluster: Cluster) -> Iterator[Cluster]:
        """Those that may tell the cluster, the one that says most first."""
        if cluster.id not in self._disputed:
            yield from (each for each in self._saying_more(cluster) if each.id not in self._disputed)

    def _saying_more(self, cluster: Cluster) -> Iterator[Cluster]:
        """Those that include it and are as well borne out, the one that says most first."""
        voice = self.voice(cluster)
        if voice is None:
            return
        found = [self._by_id[id] for id in cluster.included_in if id in self._by_id]
        voices = [(each, told) for each in found if (told := self.voice(each)) is not None]
        for each, told in sorted(voices, key=lambda pair: -len(pair[1].text)):
            if _one_form(told, voice) and self._doubt(told.id)[:2] <= self._doubt(voice.id)[:2]:
                yield each

    @cached_property
    def _disputed(self) -> frozenset[str]:
        """Clusters with a side in a disagreement as it is shown."""
        return frozenset(self._cluster_of[side.id].id for each in self._disagreements() for side in each.sides)

    @cached_property
    def _argued(self) -> frozenset[str]:
        """Clusters with a side in a disagreement, as the drafts and the undecided pairs name them."""
        drafted = (side.id for draft in self.drafts.values() for each in draft.disagreements for side in each.sides)
        undecided = (id for one, other, _ in self.open_ for id in (one, other))
        return frozenset(self._cluster_of[id].id for id in chain(drafted, undecided))

    def _doubt(self, id: str) -> tuple[bool, int, bool, float, int]:
        """Gates, signals, then what the findings weigh; of those about as likely, the one that says more."""
        found = self._findings.get(id, [])
        failed = [finding for finding in found if finding.outcome is Outcome.FAILS]
        likely = round(weigh(found).probability, 1)
        claim = self._claims[id]
        gates = any(finding.gate for finding in failed)
        return (gates, len(failed), claim.kind is ClaimKind.INFERRED, -likely, -len(claim.text))

    # --- sections ---------------------------------------------------------------------------------------------------

    def _section(self, section: Section, whole: bool) -> Section:
        claims = [new for claim in section.claims if (new := self._told(claim)) is not None]
        tables = section.tables if whole else [self._new_rows(table) for table in section.tables]
        return Section(
            title=section.title,
            claims=tuple(claims),
            tables=tuple(new for table in tables if (new := self._rows(table)).rows),
        )

    def _told(self, claim: Claim) -> Claim | None:
        """The voice of the claim's cluster, or of the one that tells it, once."""
        own = self._cluster_of[claim.id]
        cluster = self.telling(own)
        voice = self.voice(cluster)
        if voice is None or voice.about or own.id in self._placed:
            return None
        self._placed[own.id] = voice.id
        if cluster.id in self._placed and cluster.id != own.id:
            return None
        self._placed[cluster.id] = voice.id
        return voice

    def _rows(self, table: Table) -> Table:
        """A table keeps its own cells, but for those that lost."""
        whole = Draft(sections=(Section(title="", tables=(table,)),))
        left = mapped(whole, lambda claim: None if claim.id in self.lost else claim)
        for claim in left.claims():
            self._placed.setdefault(self._cluster_of[claim.id].id, claim.id)
        return left.sections[0].tables[0] if left.sections else table.model_copy(update={"rows": ()})

    def _new_rows(self, table: Table) -> Table:
        """The rows that tell something which the document does not say yet; all of them, if most do."""

        rows = tuple(row for row in table.rows if not all(self._is_told(cell) for cell in row.cells if cell))
        return table if 2 * len(rows) > len(table.rows) else table.model_copy(update={"rows": rows})

    def _is_told(self, cell: Claim) -> bool:
        """Whether the document tells its cluster, one that includes it, or the same cell of another table."""
        own = self._cluster_of[cell.id]
        if not self._placed.keys().isdisjoint((own.id, *own.included_in)):
            return True
        told = (self._claims[id] for id in self._placed.values())
        same = next((each for each in told if each.about and self._same_cell(each, cell)), None)
        if same is not None:
            self._placed[own.id] = same.id
        return same is not None

    def _same_cell(self, one: Claim, other: Claim) -> bool:
        """Whether two cells, whatever their rows and columns are called, have the same value from the same words."""
        return same_value(one, other) and touching(self.evidence.get(one.id, ()), self.evidence.get(other.id, ()))

    def _with(self, sections: list[Section], letter: str) -> list[Section]:
        """The sections with what only this draft says: each sentence behind the one it is most like, else where most of
        its neighbours are told; a section of which nothing is told yet as it is.
        """
        answer, *rest = self.drafts[letter].sections or (Section(title=""),)
        # What an answer infers is said anew over the whole document; what it cites, or others follow from, is kept.
        needed = followed(Draft(sections=tuple(rest), disagreements=self.drafts[letter].disagreements), answer.claims)
        cited = tuple(
            claim for claim in answer.claims if self.sided or claim.kind is not ClaimKind.INFERRED or claim.id in needed
        )
        for section in (*rest, answer.model_copy(update={"title": LEFT, "claims": cited})):
            new = self._section(section, whole=False)
            if not new.claims and not new.tables:
                continue
            at = self._most_alike(sections, section)
            if at is None and section.title != LEFT:
                sections = [*sections, new]
                continue
            sections, left = placed(sections, new.claims, at)
            if at is not None:
                sections[at] = sections[at].model_copy(update={"tables": (*sections[at].tables, *new.tables)})
            elif left or new.tables:
                sections = [*sections, new.model_copy(update={"claims": tuple(left)})]
        return sections

    def _most_alike(self, sections: Sequence[Section], section: Section) -> int | None:
        """The section, other than the answer, that shares most clusters with this one; else one of the same title."""
        own = set(self._cluster_ids(section))
        shared = [len(own.intersection(self._cluster_ids(each))) for each in sections]
        best = max(range(1, len(sections)), key=lambda at: shared[at], default=None)
        if best is not None and shared[best]:
            return best
        titles = [each.title.casefold() for each in sections]
        return titles.index(section.title.casefold()) if section.title.casefold() in titles[1:] else None

    def _cluster_ids(self, section: Section) -> Iterator[str]:
        for claim in Draft(sections=(section,)).claims():
            if claim.id in self._cluster_of:
                yield self._cluster_of[claim.id].id

    # --- disagreements and premises ---------------------------------------------------------------------------------

    def _with_disagreements(self, draft: Draft) -> Draft:
        """Those that the drafts show, and the contradictions between drafts that nothing decided."""
        shown: list[Disagreement] = []
        told: list[set[str]] = []
        for disagreement in self._disagreements():
            clusters = {self._cluster_of[side.id].id for side in disagreement.sides}
            if len(disagreement.sides) < 2 or len(clusters) < 2:
                continue
            spoken = [self._spoken_for(each, disagreement) for each in shown]
            same = next((n for n, pairs in enumerate(spoken) if len(set(pairs.values())) > 1), None)
            if same is None:
                shown.append(disagreement)
                told.append(clusters)
                continue
            # What contradicts two sides of one that is shown is a further side of it, but for what another one tells:
            # one claim may tell both the cost of a thing and its date.
            more = [side for side in disagreement.sides if not any(side.id in pairs for pairs in spoken)]
            shown[same] = shown[same].model_copy(update={"sides": (*shown[same].sides, *more)})
            told[same] |= {self._cluster_of[side.id].id for side in more}
            for side, by in spoken[same].items():
                self._placed.setdefault(self._cluster_of[side].id, by)
        self._placed.update((self._cluster_of[side.id].id, side.id) for each in shown for side in each.sides)
        for each, ids in zip(shown, told, strict=True):
            lesser = self._told_by_sides(each)
            self._placed.update(lesser)
            ids.update(lesser)
        gone = {
            member.claim for each in self.clusters if any(each.id in ids for ids in told) for member in each.members
        }
        sections = mapped(draft, lambda claim: None if claim.id in gone and not claim.about else claim).sections
        left = tuple(self._left())
        if left and sections and sections[-1].title == LEFT:
            last = sections[-1]
            sections = (*sections[:-1], last.model_copy(update={"claims": (*last.claims, *left)}))
        elif left:
            sections = (*sections, Section(title=LEFT, claims=left))
        shown = [self._with_others(each, ids, sections) for each, ids in zip(shown, told, strict=True)]
        return draft.model_copy(update={"sections": sections, "disagreements": tuple(shown)})

    def _told_by_sides(self, shown: Disagreement) -> dict[str, str]:
        """Clusters that say less than a side does, and are in dispute with it → the side, which tells them: sides, what
        contradicts what contradicts it, and what it says over the same words.
        """
        found: dict[str, str] = {}
        own = [self._cluster_of[side.id] for side in shown.sides]
        for side, cluster in zip(shown.sides, own, strict=True):
            others = {each.id for each in own if each is not cluster}
            against = {each.id for each in self.clusters if not others.isdisjoint((each.id, *each.included_in))}
            for each in self.clusters:
                if cluster.id not in each.included_in or each.id in others:
                    continue
                argued = each.id in self._argued or not against.isdisjoint(each.against)
                if argued or self._is_at_issue(each, side, shown.sides):
                    found[each.id] = side.id
        return found

    def _is_at_issue(self, lesser: Cluster, side: Claim, sides: Sequence[Claim]) -> bool:
        """Whether what says less than a side, over the same words, tells what is disputed of it."""
        told = self.voice(lesser)
        if told is None or told.about or not touching(self.evidence.get(told.id, ()), self.evidence.get(side.id, ())):
            return False
        return at_issue(told.text, side.text, [each.text for each in sides if each is not side])

    def _with_others(self, shown: Disagreement, clusters: set[str], sections: Sequence[Section]) -> Disagreement:
        """What says elsewhere what a side says is a side too: it stays where it is, and is no less contested."""
        sides = {side.id: side for side in shown.sides}
        for claim in Draft(sections=tuple(sections)).claims():
            if self._is_side(claim, shown.sides, clusters):
                sides.setdefault(claim.id, claim)
        return shown.model_copy(update={"sides": tuple(sides.values())})

    def _is_side(self, claim: Claim, sides: Sequence[Claim], clusters: set[str]) -> bool:
        """A cell of the same cluster, what says more than a side, or what contradicts one as another of them does."""
        own = self._cluster_of[claim.id]
        if own.id in clusters:
            return bool(claim.about)
        if any(own.id in self._by_id[each].included_in for each in clusters):
            return True
        return not clusters.isdisjoint(own.against) and any(self._speaks_for(side, claim) for side in sides)

    def _spoken_for(self, shown: Disagreement, other: Disagreement) -> dict[str, str]:
        """Sides of another disagreement that are told by one that is shown → the side of it that speaks for them."""
        found: dict[str, str] = {}
        for side in other.sides:
            own = self._cluster_of[side.id].id
            same = (each for each in shown.sides if self._cluster_of[each.id].id == own)
            alike = (each for each in shown.sides if self._speaks_for(each, side))
            if (by := next(chain(same, alike), None)) is not None:
                found[side.id] = by.id
        common = [each for each in shown.sides if each.id in found.values()]
        for side in (each for each in other.sides if each.id not in found):
            point = (each for each in shown.sides if each not in common and self._is_one_point(each, side, common))
            if (by := next(point, None)) is not None:
                found[side.id] = by.id
        return found

    def _is_one_point(self, shown: Claim, side: Claim, against: Sequence[Claim]) -> bool:
        """Whether two sides tell over the same words one value that a side common to both disagreements puts another
        in the place of, whatever else each tells.
        """
        if not touching(self.evidence.get(shown.id, ()), self.evidence.get(side.id, ())):
            return False
        return any(one_point(shown.text, side.text, each.text) for each in against)

    def _speaks_for(self, shown: Claim, side: Claim) -> bool:
        """Whether one of the two says all that the other says, or both speak of one matter over the same words.

        A row, and what is inferred from it, may be about several: neither is what tells another figure of it.
        """
        if self.says_all(shown, side):
            return True
        inferred = {each.kind is ClaimKind.INFERRED for each in (shown, side)}
        if len(inferred) > 1 or amounts.unlike(shown.text, side.text):
            return False
        return touching(self.evidence.get(shown.id, ()), self.evidence.get(side.id, ()))

    def says_all(self, one: Claim, other: Claim) -> bool:
        """Whether the two say the same, or one of them all that the other says."""
        ours, theirs = self._cluster_of[one.id], self._cluster_of[other.id]
        return ours.id == theirs.id or ours.id in theirs.included_in or theirs.id in ours.included_in

    def _left(self) -> Iterator[Claim]:
        """Sides of disagreements that are none any more, and stand nowhere else."""
        for draft in self.drafts.values():
            for disagreement in draft.disagreements:
                for side in disagreement.sides:
                    told = self._told(side)
                    if told is not None:
                        yield told

    def _disagreements(self) -> Iterator[Disagreement]:
        for letter in (self.base, *self.drafts):
            for disagreement in self.drafts[letter].disagreements:
                voices = (self.voice(self._cluster_of[side.id]) for side in disagreement.sides)
                yield self._sided(disagreement.subject, [voice for voice in voices if voice is not None])
        for subject, ids in self._opposed():
            yield self._sided(subject, [self._claims[id] for id in ids if id not in self.lost])

    def _sided(self, subject: str, claims: Sequence[Claim]) -> Disagreement:
        """What one claim says all of, and more, is told by that one, unless it says what another side says too."""
        own = {self._cluster_of[claim.id].id for claim in claims}
        sides: dict[str, Claim] = {}
        for claim in claims:
            at = self._cluster_of[claim.id]
            fuller = (each for each in self._saying_more(at) if self._on_one_side(each, own - {at.id}))
            side = next((voice for each in fuller if (voice := self.voice(each)) is not None), claim)
            sides.setdefault(side.id, side)
        return Disagreement(subject=subject, sides=tuple(sides.values()))

    def _on_one_side(self, fuller: Cluster, others: Collection[str]) -> bool:
        return not any(fuller.id in (id, *self._by_id[id].included_in) for id in others)

    def _opposed(self) -> Iterator[tuple[str, list[str]]]:
        """The undecided pairs, those with a claim in common as one, under the subject of the first."""
        group: dict[str, dict[str, None]] = {}
        subjects: dict[str, str] = {}
        for one, other, subject in self.open_:
            joined = {**group.get(one, {one: None}), **group.get(other, {other: None})}
            group |= dict.fromkeys(joined, joined)
            subjects.setdefault(one, subject)
        for ids in {id(ids): ids for ids in group.values()}.values():
            yield next(subjects[each] for each in ids if each in subjects), list(ids)

    def _with_premises(self, claim: Claim) -> Claim:
        """An inference follows from the voices of what it followed from."""
        if not claim.premises:
            return claim
        told = dict.fromkeys(self._told_as(premise) for premise in claim.premises)
        return claim.model_copy(update={"premises": tuple(told)})

    def _told_as(self, id: str) -> str:
        cluster = self._cluster_of.get(id)
        return self._placed.get(cluster.id, id) if cluster else id

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        return {claim.id: claim for draft in self.drafts.values() for claim in draft.claims()}

    @cached_property
    def _by_id(self) -> dict[str, Cluster]:
        return {cluster.id: cluster for cluster in self.clusters}

    @cached_property
    def _cluster_of(self) -> dict[str, Cluster]:
        return {member.claim: cluster for cluster in self.clusters for member in cluster.members}

    @cached_property
    def _findings(self) -> dict[str, list[Finding]]:
        return findings_by_claim(self.findings)


def _distinct(gaps: Sequence[str]) -> tuple[str, ...]:
    """What the sources do not say, told once where drafts say it in other words, by the gap that says most."""
    kept: list[str] = []
    for gap in dict.fromkeys(gaps):
        within = [each for each in kept if set(stems(each)) < set(stems(gap))]
        if within:
            kept[kept.index(within[0])] = gap
            kept = [each for each in kept if each not in within]
        elif len(kept) < MOST_GAPS and not any(_one_gap(gap, each) for each in kept):
            kept.append(gap)
    return tuple(kept)


def _one_gap(one: str, other: str) -> bool:
    """Whether the first names nothing that the other does not, or the two say the same."""
    pairs = ((one, other), (_lacking(one), _lacking(other)))
    return set(stems(one)) <= set(stems(other)) or any(relate(*pair).relation is Relation.SAME for pair in pairs)


def _lacking(gap: str) -> str:
    """What is missing, without saying that it is: "No passage says when, nor who" and "when and who" are one gap."""
    told = _SILENT.sub("", gap)
    return gap if told == gap else re.sub(r"\bn?or\b", "and", told)


def _one_form(one: Claim, other: Claim) -> bool:
    """Whether both are sentences, or both cells of tables."""
    return bool(one.about) == bool(other.about)


def same_value(one: Claim, other: Claim) -> bool:
    """Whether two cells have the same value, by their figures or else their words."""
    return _value(one) == _value(other)


def _value(cell: Claim) -> tuple[object, ...]:
    """Its figures without their units, which the head of a column may hold; else its words."""
    return tuple(figure.written for figure in figures.find(cell.text)) or tuple(stems(cell.text))
