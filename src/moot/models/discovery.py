"""What this machine has, and the panel that follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from moot.errors import UnknownModel
from moot.models.catalog import Env, ModelInfo, Settings, provider, provider_names, resolve
from moot.words import Fallback, Panel, Role, Seat

ORDER = ("anthropic", "openai", "gemini", "openrouter", "compatible", "vllm", "ollama", "llamacpp", "gguf")
"""Who is asked first for a seat; providers of other packages come after these, readers last."""
READERS = ("lexical", "semantic")


@dataclass(frozen=True)
class Seating:
    """A seat with the model that holds it."""

    seat: Seat
    info: ModelInfo
    note: str = ""
    """What the report's header should say of this choice."""
    fallbacks: tuple[ModelInfo, ...] = ()
    """Of the models of `seat.fallbacks`."""

    @property
    def infos(self) -> tuple[ModelInfo, ...]:
        """Of all who may hold the seat, the first first."""
        return (self.info, *self.fallbacks)


def panel_of(seatings: Sequence[Seating]) -> Panel:
    return Panel(seats=tuple(seating.seat for seating in seatings))


def available(env: Env) -> list[ModelInfo]:
    """All models found here, best first, and one line with the reason for each kind that is missing.

    Asks the loopback addresses of local servers (a third of a second each, at most); no other network.
    """
    names = provider_names()
    places = [*ORDER, *(name for name in names if name not in (*ORDER, "reader")), "reader"]
    return [info for name in places if name in names for info in _discovered(name, env)]


def _discovered(name: str, env: Env) -> list[ModelInfo]:
    try:
        return provider(name).discover(env)
    except UnknownModel as error:
        nothing = ModelInfo(name=f"{name}:*", provider=name, model="*", family="unknown")
        return [nothing.model_copy(update={"available": False, "why": str(error)})]


def choose_panel(
    env: Env,
    author: str | None = None,
    reviewer: str | None = None,
    judge: str | None = None,
    settings: Settings | None = None,
) -> list[Seating]:
    """The seats for one run: author, reviewer and, where language models speak, a judge.

    Families differ as far as the machine allows; models named by the user take their seats in any case. Models that
    keep prompts or whose price is not known are never chosen unasked. Raises `UnknownModel`.
    """
    named = {
        role: resolve(name, env, settings)
        for role, name in ((Role.AUTHOR, author), (Role.REVIEWER, reviewer), (Role.JUDGE, judge))
        if name
    }
    if set(named) == set(Role):
        return [_seating(role, named[role]) for role in Role]
    replayed = _replayed(named)
    if replayed is not None:
        return replayed
    speaking = [info for info in available(env) if _may_be_chosen(info)]
    readers = [resolve("reader:lexical", env), resolve("reader:semantic", env)]
    first = (
        named.get(Role.AUTHOR) or _other(speaking, _families(named.values())) or _next_best(named, speaking, readers)
    )
    second = named.get(Role.REVIEWER) or _other(speaking, {first.family})
    second = second or _next_best({Role.AUTHOR: first}, speaking, readers)
    third = named.get(Role.JUDGE) or _judge(first, second, speaking)
    seatings = [_seating(Role.AUTHOR, first), _seating(Role.REVIEWER, second, _note(second, [first]))]
    return [*seatings, _seating(Role.JUDGE, third, _note(third, [first, second]))] if third else seatings


def _may_be_chosen(info: ModelInfo) -> bool:
    return info.available and not is_reader(info) and not info.keeps_prompts and info.price is not None


def is_reader(info: ModelInfo) -> bool:
    return info.provider == "reader"


def _families(infos: Iterable[ModelInfo]) -> set[str]:
    return {info.family for info in infos}


def _other(models: Iterable[ModelInfo], families: set[str]) -> ModelInfo | None:
    """The best model of a family that has no seat yet."""
    return next((info for info in models if info.family not in families), None)


def _next_best(taken: dict[Role, ModelInfo], speaking: list[ModelInfo], readers: list[ModelInfo]) -> ModelInfo:
    """When no further family speaks: the language model again, or the reader that has no seat."""
    speakers = [*(info for info in taken.values() if not is_reader(info)), *speaking]
    return speakers[0] if speakers else _other(readers, _families(taken.values())) or readers[0]


def _judge(author: ModelInfo, reviewer: ModelInfo, speaking: list[ModelInfo]) -> ModelInfo | None:
    """Of a third family if one speaks. Else the reviewer's model: the author's would judge its own words."""
    if is_reader(author) and is_reader(reviewer):
        return None
    third = _other(speaking, {author.family, reviewer.family}) or (author if is_reader(reviewer) else reviewer)
    return third if _held_by(third, Role.JUDGE) is not False else None


def _note(info: ModelInfo, taken: list[ModelInfo]) -> str:
    for other in taken:
        if info.name == other.name:
            return f"a second instance of {other.name}: no further model is available here"
        if info.family == other.family:
            return f"of the same family as {other.name}"
    return ""


AUTHORS = 4
"""Most author seats that are filled unasked."""
VOTES = 3


def authors(env: Env) -> list[ModelInfo]:
    """Who drafts where nobody is named: two instances of each of the first families that speak, else both readers."""
    first: dict[str, ModelInfo] = {}
    for info in available(env):
        if _may_be_chosen(info):
            first.setdefault(info.family, info)
    best = list(first.values())[: AUTHORS // 2]
    return [info for info in best for _ in range(2)] or [resolve(f"reader:{name}", env) for name in READERS]


def voter(env: Env) -> ModelInfo:
    """The best model that speaks. Raises `UnknownModel` if none does: a reader says the same each time."""
    best = next((info for info in available(env) if _may_be_chosen(info)), None)
    if best is None:
        raise UnknownModel(
            "A vote asks one language model several times, and none is available here (a reader says the same each "
            "time): set a key, see `moot models`."
        )
    return best


def judge(env: Env, authors: Sequence[ModelInfo]) -> ModelInfo | None:
    """The best model that speaks, of a family that none of the authors has; None where all authors are readers."""
    if all(is_reader(info) for info in authors):
        return None
    return _other((info for info in available(env) if _may_be_chosen(info)), _families(authors))


def _held_by(info: ModelInfo, role: Role) -> Seat | bool | None:
    """Who held that seat in a recording, False if nobody did; None for what is no recording."""
    if info.provider != "recorded":
        return None
    from moot.models import recorded

    return next(iter(recorded.read(Path(info.model)).header.panel.of(role)), False)


def _seating(role: Role, info: ModelInfo, note: str = "") -> Seating:
    held = _held_by(info, role)
    if isinstance(held, Seat):
        return as_held(held, info)
    return Seating(Seat(role=role, model=info.name, family=info.family), info, note)


def as_held(held: Seat, tape: ModelInfo) -> Seating:
    """A seat of a recording, `tape`. Who spoke is replayed, fallbacks as well; readers read again themselves."""
    models = (held.model, *(each.model for each in held.fallbacks))
    infos = [resolve(name, {}) if name.startswith("reader:") else tape for name in models]
    fallbacks = tuple(
        Fallback(model=info.name, family=each.family) for info, each in zip(infos[1:], held.fallbacks, strict=True)
    )
    # Nothing is waited for, so nothing is late.
    seat = held.model_copy(update={"model": infos[0].name, "fallbacks": fallbacks, "deadline": None})
    return Seating(seat, infos[0], fallbacks=tuple(infos[1:]))


def _replayed(named: dict[Role, ModelInfo]) -> list[Seating] | None:
    """A recording takes the seats that it has answers for and nobody is named for; None if none is named."""
    tape = next((info for info in named.values() if info.provider == "recorded"), None)
    if tape is None or (Role.AUTHOR in named and Role.REVIEWER in named):
        return None
    holders = {role: named.get(role) or (tape if _held_by(tape, role) else None) for role in Role}
    if holders[Role.AUTHOR] is None or holders[Role.REVIEWER] is None:
        return None
    return [_seating(role, info) for role, info in holders.items() if info is not None]
