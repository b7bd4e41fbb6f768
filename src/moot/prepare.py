"""From what a user asks for to a case that can be argued: sources read, rules checked, a panel seated.

Every refusal that can come before money comes here.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from moot.errors import UsageError
from moot.text import urls
from moot.text.lazy import lazy_re
from moot.text.utf8 import plain
from moot.words import Caps, Case, Document, Panel, Unread, Web

if TYPE_CHECKING:
    from moot.models.discovery import Seating
    from moot.models.lineup import Wish
    from moot.models.seating import Seater

LOOPBACK = "MOOT_TEST_LOOPBACK"
"""Set to 1 in the environment, pages of 127.0.0.1 are fetched too: for tests, and said in the report."""
_SCHEME = lazy_re(r"([A-Za-z][A-Za-z0-9+.-]+)://")
DEFAULT = Case(question="")
"""Where protocol and caps come from that neither the user nor a panel named."""


@dataclass(frozen=True)
class Setup:
    """What a run is made of, before anything is spent. Seats left None follow what the machine has."""

    question: str
    sources: Sequence[str | Path]
    protocol: str | None = None
    """None, here and where a default is: what the panel file says, else the default."""
    author: str | None = None
    reviewer: str | None = None
    judge: str | None = None
    seats: str | None = None
    """The authors of a council, debate or vote: `MODEL*N,MODEL,…`; `recorded:FILE` alone is its whole panel."""
    panel: str | None = None
    """Name or file of a panel."""
    swap: bool | None = None
    """Author and reviewer change places after each round."""
    mixed: bool | None = None
    """Refuse the run unless reviewers and judge are of other families than the authors."""
    sides: Sequence[str] = ()
    """The rival answers of a debate."""
    seat_deadline: float | None = None
    """Seconds for one answer of a seat, whatever its panel says."""
    rounds: int | None = None
    budget: Decimal | None = None
    """USD."""
    price: str | None = None
    """`IN/OUT` in USD per million tokens, for models of unknown price."""
    seconds: float | None = None
    allow_retention: bool = False
    plan_only: bool = False
    verifiers: Sequence[str] = ()
    """Folders or hub names of published claim verifiers that vote beside the embedded one."""
    fetch: bool = False
    """Of an audit: whether the addresses that it cites, and those among `sources`, may be opened."""
    may_ask: bool = False
    """Whether a seat may put a question to the person; then the run waits for `answer`."""
    web: bool = False
    """Whether the open web is searched, by the engines that are configured."""
    search: Sequence[str] = ()
    """The engines that search it; naming one says that it may be searched."""
    allow: Sequence[str] = ()
    """The domains that may be asked; none: any."""
    deny: Sequence[str] = ()
    language: str = ""
    """ISO 639-1 of the pages looked for."""
    pages: int | None = None
    """Opened at most, of those that a search found."""
    as_of: str = ""
    """YYYY-MM-DD: sources dated later are set aside."""


@dataclass(frozen=True)
class Prepared:
    """A case with its panel and documents, checked: prices known, nothing private on its way to a keeper."""

    setup: Setup
    case: Case
    panel: Panel
    documents: tuple[Document, ...]
    unread: tuple[Unread, ...]
    options: Mapping[str, Any]


def prepare(setup: Setup, env: Mapping[str, str] | None = None) -> Prepared:
    """Read the sources and seat the panel. Raises the `MootError` that says what cannot work, before any money."""
    from moot.evidence.fetch.addresses import spelled
    from moot.evidence.read import read_paths, require, require_there
    from moot.evidence.search.chosen import scholarly
    from moot.models import seating, shapes
    from moot.models.discovery import panel_of
    from moot.text import iso

    _require_kinds(setup)
    question = typed(setup.question)
    if not question:
        raise UsageError('The question is empty: give one, such as moot research "Which … ?" --sources notes/.')
    for role in ("author", "reviewer", "judge"):
        _require_named(role, getattr(setup, role))
    audits = (setup.author or "").startswith("file:")
    addresses = list(dict.fromkeys(spelled(str(source)) for source in setup.sources if _is_address(source)))
    if addresses and audits and not setup.fetch:
        raise UsageError(f"{addresses[0]} is an address, and nothing is fetched unasked: give --fetch to open it.")
    env = env if env is not None else os.environ
    web = _web(setup, addresses, env)
    if not setup.sources and not audits and not (web and web.engines):
        raise UsageError(
            "No sources were given: name files, folders or addresses with --sources, or search with --web."
        )
    case, mixed, wishes = _ruled(setup, question)
    day = iso.day(setup.as_of) if setup.as_of else ""
    case = case.model_copy(update={"web": web, "as_of": day, "may_ask": setup.may_ask})
    paths = [Path(source) for source in setup.sources if not _is_address(source)]
    require_there(paths)
    documents, unread = read_paths(paths)
    documents, late = _as_of(documents, case.as_of)
    unread += late
    if not audits and web is None:
        require(documents, unread)
    seater = seating.Seater(env, setup.price)
    seatings = _seated(seater, setup, case, wishes)
    panel = panel_of(seatings)
    shapes.require(case, panel, mixed)
    sources = [document.source for document in documents]
    seating.require_fit(seatings, sources, case.caps.usd, setup.allow_retention)
    seater.require_price_used(seatings)
    options = {
        "price": setup.price,
        "allow_retention": setup.allow_retention,
        "plan_only": setup.plan_only,
        "provenance": seating.provenance(seatings, question, sources),
        "endpoints": seating.endpoints(seatings),
        "verifiers": list(setup.verifiers),
        "fetch": setup.fetch,
        "addresses": addresses,
        "scholarly": scholarly(web.engines) if web else False,
        "loopback": env.get(LOOPBACK) == "1",
    }
    return Prepared(setup, case, panel, tuple(documents), tuple(unread), options)


def _require_kinds(setup: Setup) -> None:
    """What the command line cannot get wrong, and a caller can. Raises `UsageError`."""
    if not isinstance(cast(object, setup.question), str):
        raise UsageError(f"The question is {setup.question!r}, and no text.")
    if setup.seats is not None and not isinstance(cast(object, setup.seats), str):
        raise UsageError(f"The seats are {setup.seats!r}, and no text: name them with commas between them.")
    if isinstance(setup.sources, str | Path):
        raise UsageError(f"The sources are one name, and no list of names: say [{str(setup.sources)!r}].")
    if any(isinstance(source, str) and not source.strip() for source in setup.sources):
        raise UsageError("One of the sources is empty: name a file, a folder or an address, or leave it out.")
    if setup.rounds is not None and setup.rounds < 1:
        raise UsageError(f"{setup.rounds} rounds are none: an argument takes one or more.")


def _require_named(role: str, model: str | None) -> None:
    """An unset variable of a shell must not seat another model, which costs. Raises `UsageError`."""
    if model is not None and not model.strip():
        raise UsageError(f"--{role} is empty: name a model as PROVIDER:NAME, or leave the option out.")


def _web(setup: Setup, addresses: Sequence[str], env: Mapping[str, str]) -> Web | None:
    """How far the run may look. Raises `UsageError` for engines that cannot be asked, and for rules about nothing."""
    from moot.evidence.fetch.addresses import unwanted
    from moot.evidence.search.chosen import chosen

    looks = setup.web or bool(setup.search)
    if (setup.author or "").startswith("file:"):
        return None
    if not looks:
        for option, said in {"--language": bool(setup.language), "--pages": setup.pages is not None}.items():
            if said:
                raise UsageError(f"{option} is about what a search finds, and nothing is searched: give --web too.")
    if not looks and not addresses:
        for option, said in {"--allow-domains": bool(setup.allow), "--deny-domains": bool(setup.deny)}.items():
            if said:
                raise UsageError(f"{option} is about pages of the web, and nothing is fetched: give --web too.")
        return None
    caps = {} if setup.pages is None else {"pages": setup.pages}
    allow, deny = ([_domain(each) for each in said] for said in (setup.allow, setup.deny))
    for domain in allow:
        if unwanted(domain, (), deny):
            raise UsageError(f"{domain} is allowed and denied: leave it out of --allow-domains or --deny-domains.")
    return Web(
        engines=tuple(engine.name for engine in chosen(setup.search, env)) if looks else (),
        allow=tuple(allow),
        deny=tuple(deny),
        language=_language(setup.language),
        **caps,
    )


def _language(said: str) -> str:
    """Raises `UsageError`."""
    from moot.evidence.search.languages import known

    code = said.strip().lower()
    if code and not known(code):
        raise UsageError(f"'{said}' is no language code: say two letters of ISO 639-1, such as en or de.")
    return code


def _domain(said: str) -> str:
    """Raises `UsageError`."""
    name = said.strip().lower().removeprefix("*.").strip(".")
    if not name or any(mark in name for mark in "/:@ *"):
        host = urls.host(name if "://" in name else f"//{name}")
        meant = host if host and " " not in host and "*" not in host else "example.org"
        raise UsageError(f"'{said}' is no domain: say {meant}, which holds for all below it too.")
    return name


def _as_of(documents: Sequence[Document], day: str) -> tuple[list[Document], list[Unread]]:
    """The documents that are not certainly later than a day, and those that are or repeat one, as set aside."""
    from moot.evidence.late import late, repeats_late, voices

    groups = voices(documents, day)
    reasons = [late(each.source, day) or repeats_late(each.source, documents, groups, day) for each in documents]
    unread = [
        Unread(origin=each.source.origin, reason=reason)
        for each, reason in zip(documents, reasons, strict=True)
        if reason
    ]
    kept = [each for each, reason in zip(documents, reasons, strict=True) if not reason]
    numbered = (each.source.model_copy(update={"id": f"S{n}"}) for n, each in enumerate(kept, 1))
    return [each.model_copy(update={"source": source}) for each, source in zip(kept, numbered, strict=True)], unread


def typed(text: str) -> str:
    """What a person typed, as it can be stored: without white space at its ends, what is no UTF-8 as "?"."""
    return plain(text.strip())


def _ruled(setup: Setup, question: str) -> tuple[Case, bool, list[Wish] | None]:
    """The case, whether families must differ, and the seats of the panel file: options first, then file, then default.

    Raises `UsageError` for what the protocol has no use for.
    """
    from moot.models import panels, shapes

    if setup.seats is not None and setup.panel is not None:
        raise UsageError("--seats and --panel do not go together: name the authors in one way.")
    file = panels.load(setup.panel) if setup.panel is not None else None
    said = file or panels.PanelFile.model_construct()
    protocol = setup.protocol or said.protocol or DEFAULT.protocol
    audits = (setup.author or "").startswith("file:")
    if protocol == shapes.AUDIT and not audits:
        raise UsageError("An audit is of a report that is there already: moot audit REPORT --sources PATH.")
    if not audits:
        shapes.require_known(protocol)
    swap, mixed = (
        bool(given if given is not None else other)
        for given, other in ((setup.swap, said.swap), (setup.mixed, said.mixed))
    )
    shapes.require_use(protocol, seats=setup.seats is not None, swap=swap, sides=setup.sides, mixed=mixed)
    caps = Caps(
        usd=next(each for each in (setup.budget, said.budget, DEFAULT.caps.usd) if each is not None),
        seconds=setup.seconds,
        rounds=setup.rounds or said.rounds or DEFAULT.caps.rounds,
    )
    sides = tuple(" ".join(typed(side).split()) for side in setup.sides)
    case = Case(question=question, protocol=protocol, caps=caps, swap=swap, sides=sides)
    return case, mixed, file.wishes() if file else None


def _seated(seater: Seater, setup: Setup, case: Case, wishes: list[Wish] | None) -> list[Seating]:
    """Raises `UsageError` or `UnknownModel` for a panel that cannot sit."""
    from moot.models import convening

    if (setup.author or "").startswith("file:"):
        return seater.named(setup.author, setup.reviewer, setup.judge)
    asked = convening.Asked(
        author=setup.author,
        reviewer=setup.reviewer,
        judge=setup.judge,
        seats=setup.seats,
        panel=wishes,
        deadline=setup.seat_deadline,
    )
    return convening.convene(seater, case.protocol, asked)


def _is_address(source: str | Path) -> bool:
    """Raises `UsageError` for an address of another kind, which is no path either."""
    scheme = _SCHEME.match(source) if isinstance(source, str) else None
    if scheme and scheme[1].lower() not in ("http", "https"):
        raise UsageError(f"{source} cannot be read: only http and https are fetched.")
    return bool(scheme)


def auditing(report: str | Path, sources: Sequence[str | Path], **options: Any) -> Setup:
    """What an audit is made of. Raises `UsageError` for a report without a name, at an address, or that is no file."""
    if not str(report).strip():
        raise UsageError("The report is empty: name a file, such as moot audit report.md --sources notes/.")
    if _is_address(report):
        raise UsageError(f"{report} is an address, and only a file is audited: save the page, and name the file.")
    path = Path(report)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        missing = f"There is no file {path} to audit, or it may not be read"
        raise UsageError(f"{missing}: name one, such as moot audit report.md --sources notes/.") from None
    if stat.S_ISDIR(mode):
        raise UsageError(f"{path} is a folder: name the file in it that is to be audited.")
    question = f"Does {path.name} say what its sources say?"
    return Setup(question, sources, protocol="audit", author=f"file:{path}", **options)
