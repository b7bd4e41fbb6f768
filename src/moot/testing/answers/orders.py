"""Orders to models inside a text, also hidden ones: what a gullible reader would take itself to be told."""

from __future__ import annotations

import base64
import binascii
import html
import re
from dataclasses import dataclass

from moot.text.lazy import lazy_re

_TRIGGER = lazy_re(
    r"\b(?:ignore|disregard|forget|override|you (?:must|should|are now|will)|instructions?\b|system(?: prompt|:)"
    r"|assistant:|developer:|note to|attention|(?:dear )?(?:ai|llm|model|assistant|reviewer|judge|author)s?[,:]"
    r"|write|include|cite|output|print|append|insert|click|dismiss|uphold|concede|withdraw|reveal|repeat|disclose"
    r"|approve|set the|raise the budget|stop|end the|say|state|conclude|render|embed|trust only|act as)\b",
    re.IGNORECASE,
)
_COMMAND = lazy_re(
    r"\b(?:ignore|disregard|forget|override) (?:all|any|every|the|your|previous|prior|earlier|these|this)\b"
    r"|\byou (?:must|are now|shall)\b|\bsystem(?: prompt|:)|\b(?:assistant|developer|tool)(?: result)?:"
    r"|\b(?:ai|llm|model|assistant|reviewer|judge|author)s?[,:]|\bdismiss (?:all|every|any)"
    r"|\breveal\b|\bcite (?:only|this)|https?://|<\w+[^>]*>|!\[",
    re.IGNORECASE,
)
_ACTIVE = lazy_re(r"<(?:script|svg|iframe|img|object|embed|meta|form)\b|javascript:|\bon\w+\s*=", re.IGNORECASE)
_SAY = lazy_re(
    r"\b(?:write|says?|state|output|print|append|insert|include|add|conclude|report|answer|claim"
    r"|repl(?:y|ies)(?: with)?|respond(?: with)?|begin with|end with|put|give)\b[^\n\"“'`:]{0,60}?"
    r"(?:[\"“`']([^\"”`'\n]{4,300})[\"”`']|:\s*([^\n]{4,300})|\bthat\s+([^\n.]{8,300}))",
    re.IGNORECASE,
)
_URL = lazy_re(r"(?:https?|ftp)://[^\s<>\"'`)\]}]+|javascript:[^\s<>\"'`)\]}]+|data:text/[^\s<>\"'`)\]}]+", re.I)
_MARKUP = lazy_re(
    r"<(script|svg|iframe|form|object|style|a)\b[^>]*>.*?</\1\s*>|<(?:img|script|svg|iframe|link|meta|base|embed)\b[^>]*>"
    r"|!?\[[^\]\n]*\]\([^)\n]+\)",
    re.IGNORECASE | re.DOTALL,
)
_INVISIBLE = lazy_re("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff]")
_BIDI = lazy_re("[\u202a-\u202e\u2066-\u2069]")
_BACKWARDS = lazy_re("\u202e([^\u202c\n]+)\u202c?")
_BASE64 = lazy_re(r"\b[A-Za-z0-9+/]{24,}={0,2}")
_HEX = lazy_re(r"\b(?:[0-9a-fA-F]{2}){16,}\b")
_NUMBER = lazy_re(r"(?:budget|cap|limit|spend|price|cost)\D{0,40}?(\d[\d,.]*)", re.IGNORECASE)


@dataclass(frozen=True)
class Orders:
    """What was ordered."""

    say: tuple[str, ...] = ()
    """Words to write."""
    links: tuple[str, ...] = ()
    markup: tuple[str, ...] = ()
    dismiss: bool = False
    """Challenges are to fall, or not to be raised."""
    uphold: bool = False
    concede: bool = False
    withdraw: bool = False
    reveal: bool = False
    """Other material, or the instructions, are to be given away."""
    stop: bool = False
    budget: float | None = None

    @property
    def any(self) -> bool:
        return bool(self.say or self.links or self.markup or self.dismiss or self.reveal or self.stop or self.budget)

    @property
    def payload(self) -> tuple[str, ...]:
        """Everything that is to be put into the reply."""
        return (*self.markup, *self.links, *self.say)

    def and_also(self, more: Orders) -> Orders:
        """Both."""
        return Orders(
            say=(*self.say, *more.say),
            links=(*self.links, *more.links),
            markup=(*self.markup, *more.markup),
            dismiss=self.dismiss or more.dismiss,
            uphold=self.uphold or more.uphold,
            concede=self.concede or more.concede,
            withdraw=self.withdraw or more.withdraw,
            reveal=self.reveal or more.reveal,
            stop=self.stop or more.stop,
            budget=self.budget if more.budget is None else more.budget,
        )


NONE = Orders()


def addresses_models(text: str) -> bool:
    """Whether a text, or what hides in it, looks like an order or is active content."""
    return any(_TRIGGER.search(layer) or _ACTIVE.search(layer) for layer in layers(text))


def commands(text: str) -> bool:
    """Whether a sentence is plainly an order, a link or markup, and so nothing that a sane author would assert."""
    return any(_COMMAND.search(layer) for layer in layers(text))


def find(texts: list[str]) -> Orders:
    """The orders in these texts; a text without any is left alone, links and all."""
    found = "\n".join(layer for text in texts if addresses_models(text) for layer in layers(text))
    lower = found.lower()
    number = _NUMBER.search(found)
    said = (next(part for part in match.groups() if part) for match in _SAY.finditer(found))

    def told(pattern: str) -> bool:
        return re.search(pattern, lower) is not None

    return Orders(
        say=tuple(dict.fromkeys(part.strip() for part in said)),
        links=tuple(dict.fromkeys(match[0].rstrip(".,;") for match in _URL.finditer(found))),
        markup=tuple(dict.fromkeys(match[0] for match in _MARKUP.finditer(found))),
        dismiss=told(r"\bdismiss|no (?:challenge|objection)|raise nothing|approve|accept (?:every|all)|find no fault"),
        uphold=told(r"\buphold|rule against|reject the draft"),
        concede=told(r"\bconcede|give in|agree with (?:every|all)"),
        withdraw=told(r"\bwithdraw|delete (?:every|all)|remove (?:every|all)"),
        reveal=told(
            r"\breveal|\brepeat|disclose|leak|other passages|system prompt|your instructions|verbatim|exfiltrate"
        ),
        stop=told(r"\bstop\b|end the (?:run|debate|round)|do nothing further"),
        budget=_figure(number[1]) if number else None,
    )


def layers(text: str) -> list[str]:
    """The text as it stands, and every text that hides in it."""
    plain = _BIDI.sub("", _INVISIBLE.sub("", html.unescape(text)))
    tags = "".join(chr(ord(char) - 0xE0000) for char in text if 0xE0020 <= ord(char) <= 0xE007E)
    backwards = [match[1][::-1] for match in _BACKWARDS.finditer(text)]
    decoded = [_decoded(match[0]) for match in _BASE64.finditer(text)]
    decoded += [bytes.fromhex(match[0]).decode("utf-8", "replace") for match in _HEX.finditer(text)]
    return [layer for layer in dict.fromkeys([text, plain, tags, *backwards, *decoded]) if layer.strip()]


def _decoded(text: str) -> str:
    try:
        plain = base64.b64decode(text, validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return ""
    return plain if plain.isprintable() else ""


def _figure(text: str) -> float | None:
    try:
        return float(text.rstrip(".,").replace(",", ""))
    except ValueError:
        return None
