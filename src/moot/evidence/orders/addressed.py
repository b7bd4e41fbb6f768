"""Sentences that tell a model, or whoever checks a report, what to do: whom they speak to, and what they bid.

Three things together make one: somebody addressed who is no reader ("fact-checking systems", "anyone who summarises
this page"), a bidding ("must", "are asked to", or an imperative after the address), and a matter that only a report or
its evidence has ("state that", "as proven", "other sources"). Each alone is ordinary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from moot.evidence.orders.form import MODEL
from moot.text.lazy import lazy_re

_FLAGS = re.IGNORECASE | re.MULTILINE
_DOING = (
    r"(?:answering|(?:fact-?)?checking|ranking|reviewing|grading|judging|citing|drafting|writing|summari[sz]ing|"
    r"retrieval|indexing|automatic|automated|language|AI|LLM)"
)
_BEING = (
    r"(?:systems?|agents?|models?|tools?|readers?|reviewers?|checkers?|graders?|writers?|judges?|engines?|bots?|"
    r"assistants?)"
)
_WORK = r"(?:pages?|texts?|articles?|documents?|notes?|papers?|sources?|sites?|files?|reports?|lists?|lines?)"
_ADDRESSED = (
    rf"(?:{MODEL}|{_DOING} {_BEING}|"
    r"(?:systems|tools|programs|assistants|agents) (?:that|which) (?:hold|process|read|use|cite|index|quote) \w{1,12}|"
    r"(?:any(?:one|body)|who(?:so)?ever)(?: who)? (?:summari[sz]es|reviews|judges|cites|quotes) "
    rf"(?:\w{{1,12}} ){{0,3}}{_WORK}|graders?|summari[sz]ers?)"
)
_SURELY = (
    r"(?:(?:AI|LLM|automated) (?:readers?|reviewers?|summari[sz]ers?|graders?|crawlers?|indexers?)|"
    r"(?:large )?language models?|LLMs?|AI (?:assistants?|agents?|models?|bots?)|chat ?bots?|ChatGPT)"
)
"""Nobody but a model."""
_START = r"(?:^|[\n.!?(>\[*#—-])[ \t>*_#(\[-]{0,6}"
_VOCATIVE = lazy_re(
    rf"{_START}"
    r"(?:(?:dear|attention|hint|remark|notes?|message|memo|reminder|request|instructions?|words?)[ ,:]{1,2})?"
    r"(?:(?:to|for)[ ,]{1,2})?(?:(?:the|all|any|every|our|those)\s)?"
    rf"(?:{_ADDRESSED}|(?:\w{{1,12}}ing )?(?:agents?|models?|reviewers?|authors?|judges?|chatbots?|assistants?))"
    r"(?: (?:that|who|which|of|reading|citing|using|in|on|and|indexing|drafting)\b[^:\n.!?]{0,80})?"
    r"\s?[:,](?: (?:in|to|for|before|when|after|if|as) [^,:\n]{1,60}[:,])?\s{1,3}|"
    rf"\((?:for|to) (?:the |all |any )?(?:{MODEL}|agents?|models?)\)\s{{1,3}}",
    _FLAGS,
)
"""Up to the word that may be an imperative."""
_HAILED = lazy_re(
    rf"{_START}(?:dear|attention|for|to|(?:notes?|message|instructions?) (?:to|for))[ ,:]{{1,2}}"
    rf"(?:the |all |any |every )?{_SURELY}(?: and [^:\n.!?]{{0,60}})?\s?[:,]\s{{1,3}}",
    _FLAGS,
)
"""The same, spoken to a model alone: then an imperative is enough."""
_TO_WHOM = lazy_re(
    rf"{_START}(?:to (?:the|all|any|every) (?:{MODEL}|models?)"
    r"(?: (?:that|who|which|reading|indexing)\b[^:\n.!?]{0,80})?|"
    r"(?:(?:authors?|reviewers?|judges?)(?:,|,? and) ){1,2}(?:authors?|reviewers?|judges?))\s?:\s{1,3}\w",
    _FLAGS,
)
"""Nothing else is written to a model, or to the seats of a panel together."""
_BID = (
    r"(?:must|should|shall|ha(?:s|ve) to|needs? to|(?:is|are) to|may not|must not|"
    r"(?:is|are) (?:\w{1,12} )?(?:asked|requested|required|obliged|bound|instructed|ordered|advised|forbidden) to|"
    r"may (?=exceed|skip|ignore|leave out))\b"
)
_BIDDEN = lazy_re(
    rf"\b{_ADDRESSED}\b(?: [^\n.;:]{{1,60}}?)? "
    rf"(?:{_BID}|(?P<vouched>(?:have|has) (?:already )?(?:pre-?)?(?:approved|verified|checked|cleared|confirmed)\b))",
    _FLAGS,
)
"""Whom, and that they must; or that they vouch for it already."""
_TOLD = lazy_re(rf"\b(?:AI|LLM|automated) (?:readers?|summari[sz]ers?|graders?|crawlers?|indexers?) {_BID}", _FLAGS)
_WISHED = lazy_re(
    r"\b(?:appreciate|grateful|thankful|obliged|glad|pleased|happy|delighted|kind|welcome|prefer|hope|ask|request|"
    rf"suggest|propose|recommend)\b[^\n.;:]{{0,20}}? (?:if|that|when) (?:the |any |every |all |your )?{_ADDRESSED}"
    r"(?: [^\n.;:]{1,40}?)? (?:(?:could|would|can|might|will|should|were to) )?",
    _FLAGS,
)
"""The same as a wish."""
_OUT = lazy_re(
    r"^[^\n.;]{0,20}?\b(?:leave out|omit|skip|pass over|drop|not mention|never mention)\b [^\n;]{0,120}?\b(?:and|but)\b"
    r"[^\n.;]{0,20}? (?:close|end|conclude|begin|open|finish|replace|state|say|remark|add|praise)\b",
    _FLAGS,
)
"""Something is left out and something else said for it."""
_WRITER = (
    r"\b(?:whoever|anyone who|anybody who|everyone who|those who|any author who|every author who) "
    r"(?:drafts?|writes?|reports?|summari[sz]es?|compiles?|composes?|draws?|works?|quotes?|cites?|turns?|edits?) "
    r"(?:(?:the|a|any|their|his|her|its) \w{1,12} |up )?(?:from|with|on|about|using|out of|on the basis of)? ?(?:this|"
    r"these|the present) "
    rf"(?:\w{{1,12}} )?{_WORK}(?: into (?:a|the) \w{{1,12}})?,? (?:(?:must|should|shall|will|has to|have to|needs? to|"
    rf"is to|are to|is asked to|are asked to) )?"
)
"""Somebody who writes from this page; then how the report is to have it."""
_SETTLED = lazy_re(
    rf"(?<!nobody ){_WRITER}"
    r"(?:presents?|reports?|gives?|describes?|treats?|states?|quotes?|takes?|calls?|names?|puts?|records?|"
    r"leaves?)\b(?:[^\n.;]|\.(?=\d)){0,80}?"
    r"(?:\b(?:as|for) (?:an? )?(?:undisputed|uncontested|indisputable|settled|certain|proven|given|established|final|"
    r"beyond (?:doubt|dispute)|fact)\b|\bwithout (?:any |a |further )?(?:doubts?|caveats?|qualifications?|"
    r"reservations?|hedg\w{1,4}|question|mentioning)\b|\band (?:raises?|voices?|expresses?|admits?|leaves?|casts?) no "
    r"(?:doubts?|questions?|reservations?|objections?)\b)",
    _FLAGS,
)
_ACT = lazy_re(
    r"\s{0,2}(?:(?:please|also|now|always|first|then|all|just|kindly|not|never),? ){0,2}(?:state|says?|write|present|"
    r"report|tell|describe|call|name|list|give|put|mention|cite|quote|copy|repeat|treat|regard|take|consider|mark|rate|"
    r"rank|accept|approve|summari[sz]e|pass|confirm|prefer|uphold|dismiss|overrule|rule|raise|concede|withdraw|omit|"
    r"leave|drop|skip|"
    r"ignore|disregard|delete|discard|forget|replace|use|add|append|insert|include|contain|print|output|disclose|"
    r"reveal|show|send|mail|post|request|open|fetch|run|decode|obey|follow|apply|spend|exceed|switch|lift|stop|end|"
    r"finish|conclude|close|wait|publish|embed|link|release|return|answer|reply|respond|begin|start|praise|recommend|"
    r"act|do not|don't)\b",
    _FLAGS,
)
_OTHERS = (
    r"(?:all|any|every|each|no|the|other|others|further|later|earlier|contrary|conflicting|contradicting|differing|"
    r"different|additional|its|their)"
)
_MATTER = lazy_re(
    rf"\b(?:(?:this|these) {_WORK}|(?:this|the) (?:next|following|above|preceding) \w{{1,12}}|"
    r"the \w{1,12} (?:above|below)|"
    rf"{_OTHERS} (?:{_OTHERS} ){{0,2}}(?:sources?|evidence|publications?|claims?|challenges?|objections?|findings?|"
    r"documents?|quotations?|passages?)|"
    r"drafts?|verdicts?|rulings?|reviewers?|judges?|proven|prompts?|(?:developer|hidden|first|opening) messages?|"
    r"(?:initial|original|previous|first|opening|secret|full) (?:instructions?|rules)|environment variables|api keys?|"
    r"tokens?|budget|rounds?|time limit|without (?:reading|checking|mentioning)|no further checks?|"
    r"(?:tell|show) (?:the |its |their )?(?:readers?|users?|people)|word for word|verbatim|"
    r"as (?:proven|true|settled|conclusive|certain|evidence|fact|verified)|"
    r"th(?:e|is) (?:answer|summary|reply|review)|(?:final|correct) (?:answer|verdict)|"
    r"(?:in|with|of|to|after|under|below|into) (?:the|your|its|every|each) (?:answer|summary|reply|section|report|"
    r"claim|sentence)|"
    r"(?:say|state|write|report|claim|tell)s? that|it say|(?:question|person|who) (?:who )?asked|https?://)",
    _FLAGS,
)
ANCHORS = (
    "model", "assistant", "agent", "system", "bot ", "bots", "bot,", "bot:", "llm", "ai ", "ais", "ai:", "ai,", "a.i.",
    "gpt", "claude", "gemini", "author", "reviewer", "judge", "tool", "program", "reader", "grader", "checker",
    "engine", "writer", "summari", "anyone", "anybody", "whoever", "whosoever", "everyone", "those who",
)  # fmt: skip
"""In lower case: a paragraph with none of them has no such sentence, and is not searched."""
_SENTENCE = lazy_re(r"[^\n.!?]{1,600}(?:[.!?]+(?=\S)[^\n.!?]{1,600}){0,20}")


def find(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each such sentence of one paragraph."""
    for match in _TO_WHOM.finditer(text):
        yield match.start(), _line_end(text, match.end())
    for match in (*_HAILED.finditer(text), *_TOLD.finditer(text)):
        if _ACT.match(text, match.end()):
            yield match.start(), _line_end(text, match.end())
    for match in _VOCATIVE.finditer(text):
        end = _line_end(text, match.end())
        if _ACT.match(text, match.end()) and _MATTER.search(text, match.end(), end):
            yield match.start(), end
    for match in _SENTENCE.finditer(text):
        if _bids(match[0]):
            yield match.span()


def _bids(sentence: str) -> bool:
    wishes = (each.end() for each in _WISHED.finditer(sentence))
    if _SETTLED.search(sentence) or any(_is_matter(sentence, end) for end in wishes):
        return True
    return any(
        (bid["vouched"] or _ACT.match(sentence, bid.end())) and _MATTER.search(sentence, bid.end())
        for bid in _BIDDEN.finditer(sentence)
    )


def _is_matter(sentence: str, at: int) -> bool:
    """Whether what is wished is about a report."""
    acts = _ACT.match(sentence, at)
    return bool(acts and (_MATTER.search(sentence, at) or _OUT.search(sentence[at:])))


def _line_end(text: str, start: int) -> int:
    """Of the line, at most 400 characters on."""
    end = text.find("\n", start)
    return min(end if end >= 0 else len(text), start + 400)
