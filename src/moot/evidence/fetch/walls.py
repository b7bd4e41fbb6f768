"""Pages that stand where an article should: logins, paywalls, tests for robots, notes that it is gone.

A false alarm loses a source, so a sign counts only where hardly a word tells of anything else, or, behind the beginning
of a text, where it says that this text goes on elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address

from moot.evidence.fetch import abroad, gates
from moot.evidence.fetch.fetched import Fetched
from moot.evidence.fetch.figures import has_figure
from moot.evidence.fetch.shown import MOST, Block, Shown, of_page, of_text, to_reader
from moot.evidence.fetch.stand_ins import stand_in
from moot.evidence.media.decode import decode
from moot.evidence.media.medium import CannotRead
from moot.text import urls
from moot.text.lazy import lazy_re

_LARGEST = 2 * 1024 * 1024
"""Bytes of a page that may be one; parsing more takes seconds."""
_FEW = 150
"""Words on a page that holds no article: outside links, and without what stands around on every page of a site."""
_LITTLE = 60
"""Words that a notice leaves on a page that is nothing else."""
_SENTENCE = 20
"""Words of the shortest article beside a notice or a form."""
_TEASER = 250
"""Words of a page that leads to a login, or is named one, with what it says beside its form."""
_BEGINNING, _ABSTRACT = 200, 40
"""Words of an article's beginning above what closes it, and of a publisher's page without even an abstract."""
_TEXT, _NOTHING = 20, 7
"""Words of sentences that tell of something on a page that is an article, and on one that tells of nothing."""
_ENOUGH = 3
"""Blocks that tell of something, in an article however short."""
_AFTER = 40
"""Words that tell of something, of other texts, behind what closes a page."""
_NOTICE, _SHORT = 150, 40
"""Words of a page that only asks for something, and of one that is not told by what it asks for."""
_PAID = "it shows only the beginning: the rest is for subscribers"
_NETWORK = "the network shows its own page (a captive portal)"
_LOGIN = lazy_re(
    r"^(log-?in|sign-?in|log-?on|authwall|sso|oauth2?|authorize|authenticate|auth|idp|saml2?|shibboleth|wayf|cas)"
    r"(\.\w{2,5})?$",
    re.IGNORECASE,
)
_LOGIN_HOST = lazy_re(r"^(login|signin|sso|auth|idp|accounts?|id|cas)\.", re.IGNORECASE)
_PORTAL = lazy_re(r"captive|hotspot|wi-?fi|guest-?access|network login|sign in to (the )?network", re.IGNORECASE)
_ROBOTS = lazy_re(
    r"just a moment|checking your browser|are you (a )?(human|robot)|verify(ing)? (that )?you are (a )?human|"
    r"not a robot|unusual (traffic|activity)|attention required|enable javascript and cookies|captcha|"
    r"security check|pardon our interruption|request blocked|bot protection|" + abroad.any_of(abroad.ROBOTS),
    re.IGNORECASE,
)
_REST = 3
"""Words beside the notice in a title that tells more than the notice."""
_REGION = lazy_re(
    r"(not |un)available (in|to|for|from) (your|this) (country|region|location)|unavailable (due to|for) legal reasons|"
    r"european economic area|in deiner region nicht verfügbar|n.est pas disponible dans votre (pays|région)",
    re.IGNORECASE,
)
_LOADING = lazy_re(
    r"(loading|please wait|wird geladen|chargement|cargando|загрузка|読み込み中|加载中)[\s.…]*", re.IGNORECASE
)
_GONE = lazy_re(
    r"\b404\b|(page|article|document|file|content)[^.]{0,30}(not found|cannot be found|could not be found|"
    r"does not exist|doesn.t exist|no longer (exists|available)|is not available|has been removed)|not found\s*$|"
    r"nothing (was )?found here|"
    r"(could not|couldn.t|cannot|can.t|were unable to) find (what|the page|that page|the article) (that )?you|"
    r"(sorry|oops|whoops)\b[^.]{0,20}\b(this|that|the) (page|article|story) [^.]{0,30}"
    r"(has|have|may have|is) (been )?(moved|gone|removed|deleted|taken down|retired)|" + abroad.any_of(abroad.LOST),
    re.IGNORECASE,
)
_SCRIPTS = lazy_re(
    r"(enable|requires?|need|turn on|without|activate)[^.]{0,40}javascript|"
    r"javascript[^.]{0,30}(is )?(disabled|required)",
    re.IGNORECASE,
)
_CONSENT = lazy_re(
    r"(accept|consent|agree)[^.]{0,60}cookies|before you continue|we value your privacy"
    r"|akzeptieren und (weiter|schließen)|"
    r"zustimm(en|ung)[^.]{0,60}(cookies|tracking|weiter)|mit werbung weiterlesen|accepter (et|pour) continuer|"
    r"continuer sans accepter|aceptar y continuar|accetta e continua",
    re.IGNORECASE,
)
_LOGIN_WORDS = lazy_re(
    r"\b(log|sign)[ -]?(in|on)\b|forgot(ten)? (your )?password|" + abroad.any_of(abroad.LOGIN), re.IGNORECASE
)


@dataclass(frozen=True)
class Wall:
    reason: str
    """One clause."""
    gone: bool = False
    """It says that there is no such page."""


def wall(page: Fetched) -> Wall | None:
    """What stands there in place of the page; None when nothing does. Raises what a parser does on a hostile page."""
    if page.suffix not in (".html", ".txt") or len(page.body) > _LARGEST:
        return None
    try:
        if page.suffix == ".txt":
            closed = _notice(of_text(decode(page.body)[0]))
            return Wall(closed) if closed else None
        shown = of_page(page)
    except CannotRead:  # its reader says why
        return None
    closed = _login(page, shown) or _robots(shown)
    if closed:
        return Wall(closed)
    if shown.words <= _FEW and shown.says(_REGION) and not shown.tells(_TEXT, _REGION):
        return Wall("it is closed to readers from this region")
    if _gone(shown):
        return Wall("it says that the page was not found, with a status of success", gone=True)
    closed = stand_in(shown) or _scripts(shown) or _notice(shown)
    closed = closed or _paywall(shown) or _consent(shown) or _only_asks(shown)
    return Wall(closed) if closed else None


def _login(page: Fetched, shown: Shown) -> str:
    moved = _site(page.asked) != _site(page.address)
    if page.hops and shown.words <= _TEASER and moved and _PORTAL.search(f"{page.address} {shown.title}"):
        return _NETWORK
    led = page.hops and _asks_login(page.address) and not _asks_login(page.asked)
    titled = any(map(_LOGIN_WORDS.search, shown.named))
    few = shown.words <= _FEW or (shown.words <= _TEASER and titled)
    if led and (shown.password or shown.words <= _TEASER):
        return "it leads to a login page"
    alone = shown.framed and (shown.words <= _SENTENCE or titled)
    asks = few and (shown.password or alone) and (not _tells(shown) or _says_only(shown, _LOGIN_WORDS))
    if asks and any(_NETWORK in gates.closed(said) for said, _ in shown.sentences):
        return _NETWORK
    return "it shows a login page" if asks else ""


def _robots(shown: Shown) -> str:
    asks = shown.words <= _FEW and not _tells(shown) and _ROBOTS.search(shown.head)
    return "it shows a test for robots instead of the page" if asks else ""


def _tells(shown: Shown) -> bool:
    """Whether it says something, beside its forms, of anything but itself."""
    said = ((_GONE.sub(" ", sentence), told) for sentence, told in shown.sentences)
    return shown.told >= _TEXT or any(told and has_figure(sentence) for sentence, told in said)


def _gone(shown: Shown) -> bool:
    if shown.words > _FEW or (_tells(shown) and not _says_only(shown, _GONE)):
        return False
    named = _GONE.search(shown.title) or (shown.words <= _FEW // 2 and _GONE.search(shown.text[:300]))
    lost = any(gates.of_lost_page(sentence) for sentence, told in shown.sentences if not told)
    told = sum(told for sentence, told in shown.sentences if not gates.may_be_moved(sentence))
    return bool(named) or (lost and told <= _NOTHING)


def _says_only(shown: Shown, notice: re.Pattern[str]) -> bool:
    """Whether the title says that there is no such page, or so, and no more: not "The story of a 404 page"."""
    part = next((part for part in shown.named if notice.search(part)), "")
    return bool(part) and len(re.findall(r"\w+", notice.sub(" ", part))) < _REST


def _scripts(shown: Shown) -> str:
    waits = shown.scripted and (not shown.text or _LOADING.fullmatch(shown.text))
    needs = shown.says(_SCRIPTS) and shown.rest <= _LITTLE and not shown.tells(_TEXT)
    return "it has no text without its scripts" if not shown.carried and (waits or needs) else ""


def _consent(shown: Shown) -> str:
    if shown.words > _FEW or not shown.says(_CONSENT) or shown.tells(_NOTHING) or shown.rest > _LITTLE:
        return ""
    asks = shown.rest <= _SENTENCE or _CONSENT.search(shown.left)
    return "it asks for consent to cookies instead of showing the page" if asks else ""


def _paywall(shown: Shown) -> str:
    """The beginning of a text, and behind it what opens the rest."""
    if shown.words > MOST or shown.told > (_ABSTRACT if shown.scholarly else _BEGINNING):
        return ""
    after, short = 0, sum(block.told > 0 for block in shown.blocks) < _ENOUGH
    first = next((at for at, block in enumerate(shown.blocks) if block.told), len(shown.blocks))
    for at, block in reversed(list(enumerate(shown.blocks))):
        # An article may tell of such sentences, but has none of them first in a paragraph, or before a mere offer; and
        # one that begins with it and goes on is not closed by it.
        closes = _closes(block) and (at > first or not after)
        if closes or (short and not block.told and gates.is_for_members(block.text)):
            return _PAID
        after += block.told
        if after > _AFTER:
            break
    last = max((at for at, block in enumerate(shown.blocks) if block.told), default=-1)
    offered = any(gates.offers(block.text) for block in shown.blocks[last + 1 :])
    cut = last >= 0 and shown.blocks[last].cut and offered
    return _PAID if cut or (shown.closed and shown.told <= _FEW and (short or offered)) else ""


def _closes(block: Block) -> bool:
    asking = next((at for at, (said, _) in enumerate(block.sentences) if gates.asks(said)), None)
    if asking is None or any(told for _, told in block.sentences[:asking]):
        return False
    rest = block.sentences[asking + 1 :]
    return asking == 0 or all(not told or (gates.offers(said) and not has_figure(said)) for said, told in rest)


def _notice(shown: Shown) -> str:
    """What a page asks for that tells of nothing else."""
    if shown.words > _NOTICE or shown.carried:
        return ""
    if any(told and has_figure(said) and not any(gates.closed(said)) for said, told in shown.sentences):
        return ""
    fields = any(form.fields for form in shown.forms)
    found: dict[str, int] = {}
    for said, told in shown.sentences:
        for reason in (*gates.closed(said), *([_NETWORK] if fields and gates.of_network(said) else [])):
            found[reason] = found.get(reason, 0) + (0 if has_figure(said) else told)
    return next((reason for reason, told in found.items() if shown.told - told <= _NOTHING), "")


def _only_asks(shown: Shown) -> str:
    """A short page that tells of nothing, by how it is made."""
    if shown.told > _NOTHING or shown.words > _LITTLE or shown.carried:
        return ""
    if any(_posts_within(form.to) for form in shown.forms):
        return _NETWORK
    said = [sentence for sentence, _ in shown.sentences]
    fields = any(form.fields for form in shown.forms)
    if shown.waits and not any(map(has_figure, said)):
        return "it only waits to be loaded again"
    if any(map(has_figure, said)) or not (fields or any(map(to_reader, said))):
        return ""
    asks = (shown.words <= _SHORT and (fields or shown.pressed)) or any(map(gates.offers, said))
    return "it only asks something of its reader, and tells of nothing" if asks else ""


def _posts_within(address: str) -> bool:
    """Whether a form posts into a private network: a page of the web has none there."""
    try:
        return ip_address(urls.host(address)).is_private
    except ValueError:
        return False


def _site(address: str) -> str:
    return ".".join(urls.host(address).split(".")[-2:])


def _asks_login(address: str) -> bool:
    parts = urls.parts(address)
    named = any(_LOGIN.match(part) for part in parts.path.split("/") if part)
    return named or bool(_LOGIN_HOST.match(parts.hostname or ""))
