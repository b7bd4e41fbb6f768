"""What a report says of sources that repeat others, and of sources that a newer one contradicts."""

from __future__ import annotations

from typing import Any

import pytest
from report_records import Desk, document, referee, seat, short

from moot.ledger.record import Record
from moot.report import html, json, markdown
from moot.report.document import build
from moot.report.overtaken import older
from moot.words import (
    Basis,
    Case,
    Challenge,
    Challenged,
    ChallengeKind,
    Checked,
    Claim,
    Disagreement,
    Document,
    Draft,
    Drafted,
    Event,
    Finding,
    Outcome,
    Panel,
    Remedy,
    Role,
    Ruled,
    Ruling,
    Section,
    Verdict,
)

FERRY = (
    "# Ferry\n\nThe ferry to Holm carried 412 people in May. Tickets cost 9 euros. "
    "It was built in 1982 by a yard in Wedel and holds 60 cars.\n"
)
OTHER = "# Bridge\n\nThe bridge to Holm is 840 metres long. Its toll is 11 euros, the county says.\n"
NEWS = "# News\n\nThe ferry to Holm now carries 300 people a month. A return ticket costs 14 euros.\n"
PAST = "# History\n\nIn 2019 the ferry to Holm carried 300 people a month. A return ticket was 6 euros then.\n"
MIRROR = FERRY.replace("# Ferry", "# Ferry (copy)")


def record(desk: Desk, draft: Draft, *events: Event, **more: Any) -> Record:
    """A draft, checked, and what else happened."""
    base: dict[str, Any] = {
        "run": "20260301-holm",
        "created": "2026-03-01T10:00:00+00:00",
        "state": "done",
        "case": Case(question="Is the ferry in use?"),
        "panel": Panel(seats=(seat(Role.AUTHOR, "reader:lexical", "lexical"),)),
        "documents": desk.library.documents,
        "events": (Drafted(round=1, draft=draft), Checked(round=1, findings=desk.findings(draft)), *events),
    }
    return Record.model_validate(base | more)


def answer(*claims: Claim, **more: Any) -> Draft:
    return Draft.model_validate({"sections": (Section(title="Answer", claims=claims),)} | more)


def mirrored(*more: Document) -> Desk:
    return Desk([document("S1", "Ferry", FERRY), document("S2", "Bridge", OTHER), document("S3", "Copy", FERRY), *more])


# --- copies ---------------------------------------------------------------------------------------------------------


def test_a_claim_cited_to_a_source_and_its_copy_rests_on_one_origin_in_every_format() -> None:
    desk = mirrored()
    carried = "carried 412 people in May"
    claims = (
        desk.claim("c1", "It carried 412 people in May.", ("S1", carried), ("S3", carried)),
        desk.claim("c2", "The bridge is 840 metres long.", ("S2", "840 metres long"), ("S1", "The ferry to Holm")),
    )
    report = build(record(desk, answer(*claims)))
    assert [view.resting for view in report.claims] == ["two sources, one origin", ""]
    assert [group.numbers for group in report.origins] == [(1, 2)]
    assert report.origins[0].copies[0].reason == "the same text as [1]"
    assert report.stats.origins == 2
    text, page = markdown.render(report), html.render(report)
    for said in ("3 sources, 2 origins", "3 read (2 origins)", "two sources, one origin"):
        assert said in text and said in page, said
    assert "Two sources, one origin: [1], [2] ([2]: the same text as [1])" in page
    assert "Two sources, one origin: \\[1\\], \\[2\\]" in text
    assert json.read(json.render(report)) == report


def test_three_pages_are_told_as_pages_with_a_reason_each() -> None:
    documents = [
        document("S1", "Ferry", FERRY, "2026-01-02"),
        document("S2", "Also", f"{FERRY}\nMore news of the islands, every day, from us.\n", "2026-01-03"),
        document("S3", "Copy", MIRROR.replace("# Ferry (copy)", "# Ferry"), "2026-01-03"),
    ]
    fetched = [
        each.model_copy(update={"source": each.source.model_copy(update={"fetched": "2026-02-01T10:00:00+00:00"})})
        for each in documents
    ]
    desk = Desk(fetched)
    quotes = [(id, "Tickets cost 9 euros") for id in ("S1", "S2", "S3")]
    report = build(record(desk, answer(desk.claim("c1", "Tickets cost 9 euros.", *quotes))))
    page = html.render(report)
    assert "Three pages, one origin: [1], [2], [3] ([2]: " in page
    assert "of its sentences stand in [1]; [3]: the same text as [1])" in page
    assert report.claims[0].resting == "three sources, one origin"


def test_where_all_sources_speak_for_themselves_nothing_is_said() -> None:
    report = build(short())
    assert not report.origins and all(not view.resting and not view.older for view in report.claims)
    assert report.stats.origins == report.stats.sources_read
    for text in (markdown.render(report), html.render(report)):
        assert "origin" not in text.replace("no-origin", "").lower().split("<body>")[-1]


# --- older and newer ------------------------------------------------------------------------------------------------


def dated(old: str = "2024-02-01", new: str = "2026-02-01", news: str = NEWS) -> Desk:
    return Desk(
        [document("S1", "Ferry", FERRY, old), document("S2", "Bridge", OTHER), document("S3", "News", news, new)]
    )


def disputed(desk: Desk, words: str) -> Draft:
    first = desk.claim("c1", "The ferry carried 412 people in May.", ("S1", "carried 412 people in May"))
    sides = (
        desk.claim("d1", "412 people in May.", ("S1", "carried 412 people in May")),
        desk.claim("d2", "300 people a month.", ("S3", words)),
    )
    return answer(first, disagreements=(Disagreement(subject="People on the ferry", sides=sides),))


def test_a_disagreement_marks_the_citation_of_the_older_source_without_any_reviewer() -> None:
    desk = dated()
    report = build(record(desk, disputed(desk, "now carries 300 people a month")))
    marks = {view.claim.id: [(each.number, each.by, each.date) for each in view.older] for view in report.claims}
    assert marks == {"c1": [(1, 2, "2026-02-01")], "d1": [(1, 2, "2026-02-01")], "d2": []}
    said = "older: [2] of 2026 says otherwise"
    assert f"The ferry carried 412 people in May. [1] ({said})" in markdown.render(report)
    assert html.render(report).count(said) == 4, "beside the citation and in the evidence, of sentence and side"


def test_the_citation_of_a_source_that_was_retracted_says_so() -> None:
    told = document("S1", "Ferry", FERRY)
    retracted = told.source.model_copy(update={"retracted": True, "notes": ("its title says that it was retracted",)})
    desk = Desk([told.model_copy(update={"source": retracted})])
    report = build(
        record(desk, answer(desk.claim("c1", "It carried 412 people.", ("S1", "carried 412 people in May"))))
    )
    assert "It carried 412 people. [1] (retracted)" in markdown.render(report)
    assert "Source [1]: its title says that it was retracted" in [note.text for note in report.header.notes]
    assert html.render(report).count('<span class="older">retracted</span>') == 1


def test_a_side_without_a_figure_is_known_by_what_it_rests_on_and_not_by_its_words() -> None:
    desk = dated()
    draft = disputed(desk, "now carries 300 people a month")
    report = build(record(desk, draft))
    plain = report.views["c1"].claim.model_copy(update={"text": "The ferry carried many."})

    def marked(reason: str, basis: Basis | None) -> bool:
        told = report.views["c1"].model_copy(update={"claim": plain, "reason": reason, "basis": basis})
        views = [told, *(view for view in report.claims if view.claim.id != "c1")]
        return "c1" in older(views, (), draft, {"S1": "2024-02-01", "S3": "2026-02-01"}, {"S1": 1, "S3": 2})

    assert marked("so it is", Basis.SIDE) and marked("so it is", Basis.OPPOSED)
    assert not marked("the sources disagree: so it is", None)


@pytest.mark.parametrize(
    ("desk", "words"),
    [
        (dated(old="2025-06-01"), "now carries 300 people a month"),
        (dated(old="2026-06-01", new="2024-01-01"), "now carries 300 people a month"),
        (dated(news=PAST), "In 2019 the ferry to Holm carried 300 people a month"),
    ],
    ids=["within a year", "it is the newer one", "it speaks of years before"],
)
def test_no_source_is_called_older_for_less(desk: Desk, words: str) -> None:
    report = build(record(desk, disputed(desk, words)))
    assert all(each.by != 2 for view in report.claims if view.claim.id != "d2" for each in view.older)
    if "2019" in words or desk.library.sources[0].date == "2025-06-01":
        assert not any(view.older for view in report.claims)


def test_a_copy_put_up_again_is_no_newer_source() -> None:
    old = document("S4", "Old", NEWS.replace("# News", "# Ferries"), "2019-01-01")
    again = document("S3", "News", NEWS.replace("# News", "# Ferries"), "2026-02-01")
    desk = Desk([document("S1", "Ferry", FERRY, "2024-02-01"), document("S2", "Bridge", OTHER), again, old])
    report = build(record(desk, disputed(desk, "now carries 300 people a month")))
    marks = {view.claim.id: [each.by for each in view.older] for view in report.claims if view.older}
    assert marks == {"d2": [1]}, "what it says is of 2019"


def stale(desk: Desk, verdict: Verdict, kind: ChallengeKind = ChallengeKind.STALE) -> Record:
    claim = desk.claim("c1", "Tickets cost 9 euros.", ("S1", "Tickets cost 9 euros"))
    against = desk.cite("S3", "A return ticket costs 14 euros")
    challenge = Challenge(
        id="r1.reviewer-1.1",
        by="reviewer-1",
        claim="c1",
        kind=kind,
        grounds="dearer now",
        citations=(against,),
        remedy=Remedy.MARK,
    )
    places = desk.places([against])
    ruling = Ruling(
        challenge=challenge.id, claim="c1", by="evidence", verdict=verdict, reason="it is newer", places=places
    )
    return record(desk, answer(claim), Challenged(round=1, challenge=challenge), Ruled(round=1, ruling=ruling))


@pytest.mark.parametrize("kind", [ChallengeKind.STALE, ChallengeKind.CONFLICT])
def test_an_upheld_challenge_marks_the_older_source(kind: ChallengeKind) -> None:
    report = build(stale(dated(), Verdict.UPHELD, kind))
    assert [(each.number, each.by) for each in report.claims[0].older] == [(1, 3)]
    assert "[1] (older: [3] of 2026 says otherwise)" in markdown.render(report)


@pytest.mark.parametrize("verdict", [Verdict.DISMISSED, Verdict.UNDECIDED])
def test_what_was_not_upheld_marks_nothing(verdict: Verdict) -> None:
    assert not build(stale(dated(), verdict)).claims[0].older
    assert not build(stale(dated(old="2025-06-01"), Verdict.UPHELD)).claims[0].older


def test_what_the_check_on_dates_finds_marks_the_older_source_until_it_is_dismissed() -> None:
    desk = dated()
    claim = desk.claim("c1", "Tickets cost 9 euros.", ("S1", "Tickets cost 9 euros"))
    places = desk.places([desk.cite("S3", "A return ticket costs 14 euros")])
    finding = Finding(
        check="dates",
        version="3",
        claim="c1",
        outcome=Outcome.FAILS,
        gate=False,
        reason="a newer source",
        places=places,
    )
    found = Checked(round=1, findings=(*referee().findings([claim], desk.library), finding))
    assert [each.by for each in build(record(desk, answer(claim), found)).claims[0].older] == [3]
    challenge = Challenge(
        id="r1.checks.1",
        by="checks",
        claim="c1",
        kind=ChallengeKind.CONFLICT,
        grounds="a newer source",
        findings=("dates",),
        remedy=Remedy.REVISE,
    )
    ruling = Ruling(challenge=challenge.id, claim="c1", by="evidence", verdict=Verdict.DISMISSED, reason="of one way")
    told = (Challenged(round=1, challenge=challenge), Ruled(round=1, ruling=ruling))
    assert not build(record(desk, answer(claim), found, *told)).claims[0].older
