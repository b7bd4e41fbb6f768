"""One line an event: nobody who watches a council has to know its words."""

from __future__ import annotations

from typing import get_args

import pytest

from moot.cli.progress import Progress
from moot.words import (
    Action,
    Agreement,
    Aligned,
    Claim,
    ClaimKind,
    Cluster,
    Convened,
    Draft,
    Event,
    Gathered,
    JudgedPair,
    LeftOut,
    Member,
    Moved,
    Noticed,
    Opened,
    Panel,
    Place,
    Relation,
    Replaced,
    Role,
    Seat,
    Section,
    Stopped,
)


class Console:
    """Keeps what was said."""

    is_terminal = False

    def __init__(self) -> None:
        self.said: list[str] = []

    def status(self, text: str) -> Console:
        return self

    def stop(self) -> None: ...

    def say(self, line: str) -> None:
        self.said.append(line.strip())


CLAIM = Claim(id="B.c1", kind=ClaimKind.STATED, text="The pump lifts 40 litres.")
DRAFT = Draft(sections=(Section(title="Answer", claims=(CLAIM,)),))
PANEL = Panel(
    seats=tuple(Seat(role=Role.AUTHOR, model="x:y", family=each, instance=n) for n, each in ((1, "a"), (2, "b")))
)
MOVED = Moved(
    round=1, seat="author-2", claim="B.c1", challenge="r1.author-1.1", action=Action.CONCEDE, grounds="40 it is"
)
NO_QUOTE = "it gives no quote that is in the evidence"
K1 = Cluster(id="k1", agreement=Agreement.ALL, members=(Member(draft="A", claim="A.c1"),), against=("k2",))
K2 = Cluster(id="k2", agreement=Agreement.ONE, members=(Member(draft="B", claim="B.c1"),), against=("k1",))


@pytest.fixture
def console() -> Console:
    return Console()


def lines(console: Console, *events: Event) -> list[str]:
    with Progress(console, PANEL) as progress:  # type: ignore[arg-type]
        for event in events:
            progress.event(event)
    return console.said


def test_what_happens_in_a_council_is_told_in_plain_words(console: Console) -> None:
    assert lines(
        console,
        Convened(seed=7),
        Replaced(round=1, seat="author-2", task="draft", model="z:q", family="qwen", reason="late after 60 s"),
        Opened(round=1, seat="author-2", label="B", draft=DRAFT),
        Aligned(round=1, clusters=(K1, K2)),
        MOVED,
        MOVED.model_copy(update={"claim": "B.c2", "challenge": "r1.author-1.2", "refused": NO_QUOTE}),
    ) == [
        "convened   the seats draft in private",
        "REPLACED   author-2 (b) by z:q (qwen) at draft: late after 60 s",
        "opened     draft B by author-2 (qwen): 1 claim",
        "aligned    2 statements: 1 in all, 0 in some, 1 in one; 2 contradict another",
        "moved      author-2 (qwen) to concede B.c1: 40 it is",
        "REFUSED    author-2 (qwen) may not concede B.c2: it gives no quote that is in the evidence",
    ]


def test_a_claim_that_its_seat_gives_up_for_a_reason_that_counts_is_not_told_as_refused(console: Console) -> None:
    again = (Place(source="S1", passage="S1.1", start=0, end=20),)
    unfounded = MOVED.model_copy(
        update={"challenge": "r1.author-1.2", "refused": "it quotes its own words", "places": again}
    )
    stopped = Stopped(round=1, reason="nothing more is to be argued")
    assert lines(console, unfounded, MOVED, stopped) == [
        "moved      author-2 (b) to concede B.c1: 40 it is",
        "stopped    nothing more is to be argued",
    ]
    console.said.clear()
    later = MOVED.model_copy(update={"round": 2})
    refusal, *_ = lines(console, unfounded, stopped, later, stopped)
    assert refusal.startswith("REFUSED    author-2 (b) may not concede B.c1")
    console.said.clear()
    without_quote = MOVED.model_copy(update={"challenge": "r1.author-1.2", "refused": NO_QUOTE})
    assert "no quote" in lines(console, without_quote, MOVED, stopped)[1]


def test_how_many_pairs_were_read_is_told(console: Console) -> None:
    pair = JudgedPair(one="A.c1", other="B.c1", relation=Relation.APART, difference="", by="judge-1")
    (line,) = lines(console, Aligned(round=1, clusters=(K1, K2), judged=(pair,)))
    assert line.endswith("2 contradict another (1 pair read)")


def test_the_sides_of_a_debate_are_named(console: Console) -> None:
    (line,) = lines(console, Convened(seed=7, sides=("yes, by 2030", "not before 2035")))
    assert line == "convened   the seats draft in private, for: 1. yes, by 2030; 2. not before 2035"


def test_one_is_not_told_as_many(console: Console) -> None:
    one = LeftOut(round=1, seat="author-1", task="draft", passages=("S1.1",), reason="too long")
    assert lines(console, one) == ["left out   1 passage for author-1 at draft: too long"]


def test_what_only_may_be_an_order_is_told_as_such(console: Console) -> None:
    sure = Noticed(source="S1", what="order to ignore instructions", excerpt="Ignore all.")
    maybe = Noticed(source="S1", what="may be addressed to models", excerpt="A good answer is short.", doubtful=True)
    assert lines(console, sure, maybe) == [
        "noticed    S1: order to ignore instructions",
        "noticed    S1: may be addressed to models (left as text)",
    ]


def test_every_kind_of_event_has_its_words() -> None:
    """None is passed over in silence."""
    from inspect import getsource

    from moot.cli import progress

    source = getsource(progress)
    kinds = [kind.__name__ for kind in get_args(get_args(Event)[0])]
    assert [kind for kind in kinds if f"case {kind}()" not in source] == []


@pytest.mark.parametrize(("round", "came"), [(0, "→ 2 passages"), (1, "→ 2 new passages")])
def test_a_later_search_tells_only_what_is_new(console: Console, round: int, came: str) -> None:
    """What was shown before is not found again, though the answer may come from there."""
    found = Gathered(round=round, why="a1", queries=("pumps",), passages=("S1.1", "S1.2"))
    assert lines(console, found) == [f"searched   pumps {came}"]
