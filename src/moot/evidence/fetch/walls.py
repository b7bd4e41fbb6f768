"""Pages that stand where an article should: logins, paywalls, tests for robots, notes that it is gone.

A false alarm loses a source, so each sign counts only on a page with few words, or needs two that agree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from moot.evidence.fetch.fetched import Fetched
from moot.evidence.fetch.stand_ins import stand_in
from moot.evidence.media.medium import CannotRead
from moot.text import urls
from moot.text.lazy import lazy_re

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LARGEST = 2 * 1024 * 1024
"""Bytes of a page that may be one; parsing more takes seconds."""
_FEW = 150
"""Words on a page that holds no article: outside links, and without what stands around on every page of a site."""
_LITTLE = 60
"""Words that a notice leaves on a page that is nothing else."""
_SENTENCE = 20
"""Words of the shortest article beside a notice or a form."""
_TEASER = 250
"""Words of an article's beginning above a paywall, with what the paywall says."""
_ABSTRACT = 100
"""Words of a publisher's page without even an abstract."""
_LOGIN = lazy_re(
    r"^(log-?in|sign-?in|log-?on|authwall|sso|oauth2?|authorize|authenticate|auth|idp|saml2?|shibboleth|wayf|cas)"
    r"(\.\w{2,5})?$",
    re.IGNORECASE,
)
_LOGIN_HOST = lazy_re(r"^(login|signin|sso|auth|idp|accounts?|id|cas)\.", re.IGNORECASE)
_PORTAL = lazy_re(r"captive|hotspot|wi-?fi|guest-?access|network login|sign in to (the )?network", re.IGNORECASE)
_TERMS = lazy_re(
    r"\b(accept|agree to|confirm)\b[^.]{0,40}\b(terms|conditions|rules|policy)\b[^.]{0,60}"
    r"\b(network|wi-?fi|internet|online|connect(ed)?|surf|browse)\b|"
    r"\b(connect|get online|use (the|this|our) (network|wi-?fi|internet))\b[^.]{0,60}\b(accept|agree to)\b[^.]{0,40}"
    r"\b(terms|conditions|rules|policy)\b",
    re.IGNORECASE,
)
"""What a captive portal asks for."""
_ROBOTS = lazy_re(
    r"just a moment|checking your browser|are you (a )?(human|robot)|verify(ing)? (that )?you are (a )?human|"
    r"not a robot|unusual (traffic|activity)|attention required|enable javascript and cookies|captcha|"
    r"security check|pardon our interruption|request blocked|bot protection",
    re.IGNORECASE,
)
_PAY = lazy_re(
    r"subscri(be|ption)[^.]{0,40}to (continue|read|keep|get|unlock|access)\b(?![^.]{0,40}\barchives?\b)|"
    r"to continue reading|"
    r"(article|content|story) is (only )?(for|available to|reserved for|exclusive to) (paid |our )?"
    r"(subscribers|members)|"
    r"(article|content|story|page|piece|text) is (only |just )?for (our )?[\w+-]{1,20} (readers|customers|users|"
    r"members|subscribers)\b.{0,120}\b(try|get|join|start|take|become|test)\b[^.]{0,40}(free|trial|months?|weeks?|days)\b|"
    r"(sign|log) (up|in|on)( or \w+( in| up)?)?( for free)? to (continue|keep|finish) reading|"
    r"(buy|purchase|rent) (access|this article|the full)|"
    r"(get|gain) ((full|unlimited|instant) access|access to this|this article|the full (article|text|story))|"
    r"(unlock|continue reading|read the rest of) this (article|story)|free articles? (left|remaining)|"
    r"you(.ve| have) (reached|read|used) (your|all)( of your)? (last |monthly |free )*(article|stor|limit)|"
    r"(create|register)[^.]{0,40} to (keep|continue|finish) reading|"
    r"access (to this article )?through your institution|check access|"
    r"(diesen )?(artikel|text|beitrag) (jetzt )?(weiterlesen|freischalten)|weiterlesen mit|nur für abonnent|"
    r"(jetzt|hier) (abo (abschließen|testen)|abonnieren)|"
    r"réservée?s? (à nos |aux )(abonnés|adhérents)|il vous reste \d+ ?% de cet article|"
    r"abonnez-vous pour (lire|continuer|accéder)|(solo|exclusivo) para (suscriptores|abonados)|"
    r"suscríbete para (seguir|continuar|leer)|(riservato|solo per) (agli |gli )?abbonati|"
    r"(exclusivo|só) para assinantes|alleen voor abonnees|(kun|endast|bara) (for|för) "
    r"(abonnenter|prenumeranter)|dla (subskrybentów|prenumeratorów)|(только|доступно) (для )?подписчик|"
    r"有料会員限定|会員限定(記事)?です|続きを読むには|付费(阅读|内容)|(登录|订阅|開通|开通)后?(即可)?(继续)?阅读全文"
    r"|유료 ?회원|구독자 전용",
    re.IGNORECASE,
)
_MEMBER = lazy_re(
    r"already (a|an) ([\w-]+ )?(subscriber|member)|bereits (ein |eine )?[\w-]{0,20}(abo|abonnent)|déjà abonné|"
    r"ya eres suscriptor|sei già abbonato|já é assinante|al abonnee|"
    r"(create|open) an? (free )?account to "
    r"(continue|keep|finish|(read|view|unlock|access) (this|the (full|whole|rest)))\b|"
    r"((?-i:\b(Sign|Log))|\b(please|you)( \w+){0,2} (sign|log)|\b(or|and) (sign|log)) (up|in)[^.]{0,40} to "
    r"(read|see|unlock) the "
    r"((full|whole|rest of (this|the)) (article|story|text|post|piece)\b(?! of\b)|rest\s*([.!]|$))|"
    r"\b(article|content|story|text|post|piece|page|issue|episode)\b[^.]{0,40}\b(available|open|reserved) (only )?"
    r"(to|for) ([\w’'-]+ ){0,2}(members|subscribers) only",
    re.IGNORECASE,
)
"""What a paywall asks, and many a page that is free."""
_SPOKEN_TO = lazy_re(
    r"\b(you|your|please|sorry|we|our|(?-i:us|Us)|this (web)?(site|page|article|story|content)|bitte|vous|votre|vos"
    r"|usted|por favor)\b|(?-i:\b(Sie|Ihre?[nmr]?|Ihnen)\b)",
    re.IGNORECASE,
)
"""In a paragraph about the reader or the page."""
_WHOLE = lazy_re(r"[.!?…][”\"’»)]*$")
_PARAGRAPH, _ENOUGH = 8, 3
"""Words of a whole paragraph on something else, and how many of them make an article, however short."""
_REST = 3
"""Words beside the notice in a title that tells more than the notice."""
_PARTED = lazy_re(r"\s+[|·–—-]\s+")
_REGION = lazy_re(
    r"(not |un)available (in|to|for|from) (your|this) (country|region|location)|unavailable (due to|for) legal reasons|"
    r"european economic area|in deiner region nicht verfügbar|n.est pas disponible dans votre (pays|région)",
    re.IGNORECASE,
)
_LOADING = lazy_re(
    r"(loading|please wait|wird geladen|chargement|cargando|загрузка|読み込み中|加载中)[\s.…]*", re.IGNORECASE
)
_CLOSED = lazy_re(r"\"isAccessibleForFree\"\s*:\s*\"?false", re.IGNORECASE)
_GONE = lazy_re(
    r"\b404\b|(page|article|document|file|content)[^.]{0,30}(not found|cannot be found|could not be found|"
    r"does not exist|doesn.t exist|no longer (exists|available)|is not available|has been removed)|not found\s*$|"
    r"nothing (was )?found here|"
    r"(could not|couldn.t|cannot|can.t|were unable to) find (what|the page|that page|the article) (that )?you|"
    r"(sorry|oops|whoops)\b[^.]{0,20}\b(this|that|the) (page|article|story) [^.]{0,30}"
    r"(has|have|may have|is) (been )?(moved|gone|removed|deleted|taken down|retired)",
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
_CODE = lazy_re(
    r"(^|[.!?:] ?|\n)(please )?(enter|type|give|submit) (in )?(the|your) (e-?mail|phone|mobile)[^.]{0,60}"
    r"\b(send|mail|text|e-?mail) you (a|an|the|your)\b[^.]{0,30}\b(code|link|pin|passcode)\b|"
    r"\b(send|sent|mailed|texted) (you )?(a|an|the) [^.]{0,30}\bcode\b[^.]{0,30}\b(enter|type) it (here|below)",
    re.IGNORECASE,
)
"""A login without a password."""
_FRAME = ("header", "nav", "aside", "footer")
_LOGIN_WORDS = lazy_re(r"\b(log|sign)[ -]?(in|on)\b|forgot(ten)? (your )?password", re.IGNORECASE)


@dataclass(frozen=True)
class Wall:
    reason: str
    """One clause."""
    gone: bool = False
    """It says that there is no such page."""


@dataclass(frozen=True)
class _Shown:
    title: str
    text: str
    words: int
    """Of its prose."""
    told: int
    """Whole paragraphs that speak of something else than its reader and itself."""
    password: bool
    """A field for a password, in what is not the frame around a page."""
    framed: bool
    """One in its head, its foot or beside it."""
    scripted: bool
    carried: bool
    """Has its text in its data for machines, whatever it shows."""
    closed: bool
    """Says of itself that it is not free to read."""
    scholarly: bool
    """Has the marks of a publisher's page of one work: its abstract is worth reading, whatever is sold below."""
    tree: HtmlElement
    """What is left of it once `words` were counted."""

    @property
    def head(self) -> str:
        return f"{self.title}\n{self.text[:1500]}"

    @cached_property
    def rest(self) -> int:
        """Words of its prose without what is named as a notice, and what only browsers without scripts show."""
        from lxml.etree import strip_elements

        from moot.evidence.media.html import clutter
        from moot.evidence.media.html.measured import Measured

        strip_elements(self.tree, "noscript", with_tail=False)
        for element in [each for each in self.tree.iter() if isinstance(each.tag, str) and _over(each)]:
            if element.getparent() is not None:
                element.drop_tree()
        clutter.take_out(self.tree, None, discussion=True)
        return Measured(self.tree).prose(self.tree)


def wall(page: Fetched) -> Wall | None:
    """What stands there in place of the page; None when nothing does. Raises what a parser does on a hostile page."""
    if page.suffix != ".html" or len(page.body) > _LARGEST:
        return None
    try:
        shown = _shown(page)
    except CannotRead:  # its reader says why
        return None
    closed = _login(page, shown) or _robots(shown)
    if closed:
        return Wall(closed)
    if shown.words <= _FEW and _REGION.search(shown.head):
        return Wall("it is closed to readers from this region")
    if _gone(shown):
        return Wall("it says that the page was not found, with a status of success", gone=True)
    closed = stand_in(shown.title, shown.text, shown.words) or _empty(shown) or _paywall(shown)
    return Wall(closed) if closed else None


def _login(page: Fetched, shown: _Shown) -> str:
    moved = _site(page.asked) != _site(page.address)
    if page.hops and shown.words <= _TEASER and moved and _PORTAL.search(f"{page.address} {shown.title}"):
        return "the network shows its own login page (a captive portal)"
    if shown.words <= _LITTLE and _PORTAL.search(shown.title) and _TERMS.search(shown.text):
        return "the network shows its own page (a captive portal)"
    led = page.hops and _asks_login(page.address) and not _asks_login(page.asked)
    few = shown.words <= _FEW or (shown.words <= _TEASER and _LOGIN_WORDS.search(shown.title))
    if led and (shown.password or shown.words <= _TEASER):
        return "it leads to a login page"
    alone = shown.framed and (shown.words <= _SENTENCE or _LOGIN_WORDS.search(shown.title))
    asks = (few and (shown.password or alone)) or (shown.words <= _LITTLE and _CODE.search(shown.text))
    return "it shows a login page" if asks else ""


def _robots(shown: _Shown) -> str:
    asks = shown.words <= _FEW and shown.told < _ENOUGH and _ROBOTS.search(shown.head)
    return "it shows a test for robots instead of the page" if asks else ""


def _gone(shown: _Shown) -> bool:
    if shown.words > _FEW or (shown.told >= _ENOUGH and not _says_only(shown.title)):
        return False
    return bool(_GONE.search(shown.title) or (shown.words <= _FEW // 2 and _GONE.search(shown.text[:300])))


def _says_only(title: str) -> bool:
    """Whether it says that there is no such page, and no more: not "The story of a 404 page"."""
    part = next((part for part in _PARTED.split(title) if _GONE.search(part)), "")
    return bool(part) and len(re.findall(r"\w+", _GONE.sub(" ", part))) < _REST


def _empty(shown: _Shown) -> str:
    waits = shown.scripted and (not shown.text or _LOADING.fullmatch(shown.text))
    if not shown.carried and (waits or (_SCRIPTS.search(shown.head) and shown.rest <= _LITTLE)):
        return "it has no text without its scripts"
    asks = shown.words <= _FEW and _CONSENT.search(shown.head) and shown.rest <= _LITTLE
    if asks and (shown.rest <= _SENTENCE or _CONSENT.search(" ".join(shown.tree.itertext()))):
        return "it asks for consent to cookies instead of showing the page"
    return ""


def _paywall(shown: _Shown) -> str:
    stub = shown.words <= (_ABSTRACT if shown.scholarly else _TEASER)
    asks = _PAY.search(shown.text) or (shown.told < _ENOUGH and _MEMBER.search(shown.text))
    if stub and (asks or (shown.closed and shown.words <= _FEW)):
        return "it shows only the beginning: the rest is for subscribers"
    return ""


def _on_something(paragraph: HtmlElement) -> bool:
    """Whether it is whole, and speaks neither to its reader nor of the page."""
    said = " ".join(paragraph.itertext()).split()
    text = " ".join(said)
    return len(said) >= _PARAGRAPH and bool(_WHOLE.search(text)) and not _SPOKEN_TO.search(text)


def _over(element: HtmlElement) -> bool:
    """Whether it lies over the page."""
    return (
        element.tag == "dialog"
        or element.get("role") in ("dialog", "alertdialog")
        or element.get("aria-modal") == "true"
    )


def _site(address: str) -> str:
    return ".".join(urls.host(address).split(".")[-2:])


def _asks_login(address: str) -> bool:
    parts = urls.parts(address)
    named = any(_LOGIN.match(part) for part in parts.path.split("/") if part)
    return named or bool(_LOGIN_HOST.match(parts.hostname or ""))


def _shown(page: Fetched) -> _Shown:
    """What a reader sees of a page, roughly."""
    from lxml.etree import Comment, strip_elements

    from moot.evidence.fetch.characters import in_utf8
    from moot.evidence.media.decode import decode
    from moot.evidence.media.html import clutter, declared, json_ld, tree_of
    from moot.evidence.media.html.measured import Measured

    body = in_utf8(page)
    tree = tree_of(decode(body, declared(body))[0])
    title = " ".join((tree.findtext(".//title") or "").split())
    fields = tree.xpath("//input[translate(@type,'PASWORD','pasword')='password']")
    framed = [any(up.tag in _FRAME or _over(up) for up in each.iterancestors()) for each in fields]
    closed = any(_CLOSED.search(each.text or "") for each in tree.iter("script"))
    work = bool(tree.xpath("//meta[@name='citation_title']"))
    scripted = tree.find(".//script") is not None
    carried = bool(json_ld.body(json_ld.things(json_ld.scripts(tree))))
    strip_elements(tree, "script", "style", "template", "svg", "title", Comment, with_tail=False)
    text = " ".join(" ".join(tree.itertext()).split())
    clutter.take_out(tree, None, discussion=True, named=False)
    words = Measured(tree).prose(tree)
    told = sum(map(_on_something, tree.iter("p")))
    return _Shown(title, text, words, told, not all(framed), any(framed), scripted, carried, closed, work, tree)
