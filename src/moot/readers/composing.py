"""What a reader says of a question as a whole: rival answers that the sources give, and nothing that it would infer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from moot.readers.candidates import quoted
from moot.readers.conflict import Conflict, akin
from moot.readers.drafting import ANSWER_TITLE
from moot.readers.matter import Matter
from moot.readers.readings import Reading
from moot.text import figures, terms
from moot.text.figures import Figure
from moot.words import Claim, Composed, Draft, Drafting, Section, Sides, SidesTask

ASKED = 0.5
"""Share of the question's words in a sentence that answers it."""


def sides(task: SidesTask, matter: Matter) -> Sides:
    """The sentences of the strongest conflict that bears on the question, at most `task.most`; none without one."""
    conflict = _strongest(matter)
    if conflict is None or task.most < 2:
        return Sides(sides=())
    others = [each for each in matter.conflicts if akin(conflict, each)]
    readings = [reading for each in (conflict, *others) for reading in (each.a, each.b)]
    by_figure: dict[tuple[str, str], Reading] = {}
    for reading in readings:
        by_figure.setdefault((str(reading.figure.value.normalize()), reading.figure.unit), reading)
    said = dict.fromkeys(_sentence(reading) for reading in by_figure.values())
    return Sides(sides=tuple(said)[: task.most])


def composed() -> Composed:
    """Nothing: an answer over settled claims is inferred, and a reader only quotes."""
    return Composed(claims=())


def for_side(drafting: Drafting, side: str, matter: Matter) -> Drafting:
    """The draft of a seat that argues `side`: what says the same leads the answer, what contradicts it is left out."""
    arguing, rival = _readings(side, matter)
    own = {reading.quote for reading in arguing}
    if not own:
        return drafting
    sections: list[Section] = []
    leading: list[Claim] = []
    for section in drafting.draft.sections:
        kept = [claim for claim in section.claims if not _speaks(claim, rival)]
        leading += [claim for claim in kept if _speaks(claim, own)]
        rest = tuple(claim for claim in kept if not _speaks(claim, own))
        if rest or section.tables:
            sections.append(section.model_copy(update={"claims": rest}))
    if not leading:
        # Nearly the words of the other side, so that a draft for nobody had room for one of them only.
        leading = _stated(arguing, drafting.draft)
    return Drafting(draft=_led(drafting.draft, sections, leading))


def argued(side: str, matter: Matter) -> set[str]:
    """The quotes that speak for a side of a debate, and those against it; none without a side."""
    if not side:
        return set()
    own, rival = _readings(side, matter)
    return {reading.quote for reading in own} | rival


def _led(draft: Draft, sections: list[Section], leading: Sequence[Claim]) -> Draft:
    """With the leading claims first in the section that answers."""
    if sections and sections[0].title == ANSWER_TITLE:
        first = sections[0].model_copy(update={"claims": (*leading, *sections[0].claims)})
        return draft.model_copy(update={"sections": (first, *sections[1:])})
    answer = (Section(title=ANSWER_TITLE, claims=tuple(leading)),) if leading else ()
    return draft.model_copy(update={"sections": (*answer, *sections)})


def _strongest(matter: Matter) -> Conflict | None:
    """They come the surest first. Two cells of tables are no answers that anybody could argue for."""
    asked = (matter.question, *(part.text for part in matter.parts))
    for conflict in matter.conflicts:
        if conflict.a.cell and conflict.b.cell:
            continue
        shown = [_sentence(conflict.a), _sentence(conflict.b)]
        bears = any(max(matter.view.relevance(each, shown)) >= matter.view.bears for each in asked)
        # Where all sources speak of the one thing asked, none of its words is rare, and so none weighs.
        if bears or any(terms.overlap(each, text) >= ASKED for each in asked for text in shown):
            return conflict
    return None


def _sentence(reading: Reading) -> str:
    """A cell says nothing by itself: then row and column with it."""
    quote = " ".join(reading.quote.split())
    return f"{reading.cell}: {reading.figure.raw}" if reading.cell else quote


def _readings(side: str, matter: Matter) -> tuple[list[Reading], set[str]]:
    """What gives the side's figure for the side's matter, and the quotes of what contradicts that."""
    said = figures.find(side)
    own: list[Reading] = []
    rival: set[str] = set()
    for conflict in matter.conflicts:
        for mine, other in ((conflict.a, conflict.b), (conflict.b, conflict.a)):
            if _gives(said, mine) and not _gives(said, other) and _alike(side, mine, matter):
                own.append(mine)
                rival.add(other.quote)
    return own, rival - {each.quote for each in own}


def _stated(readings: Sequence[Reading], draft: Draft) -> list[Claim]:
    """The first that is a sentence, under an id that the draft has not."""
    known = {claim.id for claim in draft.claims()}
    id = next(id for n in count(len(known) + 1) if (id := f"c{n}") not in known)
    return [quoted(id, each.quote, each.passage.id) for each in readings if not each.cell][:1]


def _gives(said: Sequence[Figure], reading: Reading) -> bool:
    return any(figures.agree(each, reading.figure) for each in said)


def _alike(side: str, reading: Reading, matter: Matter) -> bool:
    return matter.view.likeness(side, [_sentence(reading)])[0] >= matter.view.kin


def _speaks(claim: Claim, quotes: set[str]) -> bool:
    return any(quote in citation.quote or citation.quote in quote for citation in claim.citations for quote in quotes)
