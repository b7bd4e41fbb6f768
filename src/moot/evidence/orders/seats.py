"""What is said to those who decide about claims: judge for whoever quotes us, let what we say pass, ask for no round.

They are named, or their work is ("when ruling"), and so are people who judge at shows, courts and journals. What no
such person is told is to decide for what stands in *this* text, because it stands there.
"""

from __future__ import annotations

from moot.evidence.orders.form import AWAY, COURSE, SPENDING, Form

_OURS = (
    r"(?:this|these|our|the present)\s(?:\w{1,15}\s){0,2}?(?:surveys?|circulars?|bulletins?|memorand(?:um|a)|memos?|"
    r"leaflets?|brochures?|booklets?|stud(?:y|ies)|reports?|files?|pages?|notes?|papers?|articles?|documents?|texts?|"
    r"sources?|reviews?|registers?|newsletters?|statements?|websites?|sites?|posts?|dossiers?|publications?|records?|"
    r"handbooks?)\b"
)
_SEATS = (
    r"(?:judges?|adjudicators?|arbiters?|arbitrators?|referees?|reviewers?|fact-?\s?checkers?|checkers?|assessors?|"
    r"graders?|evaluators?|whoever\s(?:judges|rules|adjudicates|reviews|checks|decides|assesses|weighs)\b"
    r"[^.\n;:]{0,40}?)"
)
_BIDDEN = (
    r"(?:must|should|shall|may only|ha(?:s|ve) to|needs? to|(?:is|are) to|(?:is|are) (?:asked|requested|required|"
    r"obliged|expected|bound) to)"
)
_SAID = r"(?:statements?|claims?|figures?|numbers|sentences?|quot(?:e|ation)s?|assertions?|points?|findings?|those)"
_STATED = r"(?:statements?|claims?|assertions?|sentences?)"
"""What nobody upholds or credits unseen; steps, marks and decisions may well be."""
_FROM_US = (
    rf"(?:(?:\w{{1,12}}\s){{0,2}}{_SAID}|whatever|anything|everything|what|all)\s(?:(?:that|which)\s)?"
    r"(?:(?:is|are|was|were|comes?|came|stands?|rests?|points?|goes|go)\s)?(?:\w{1,12}\s)?"
    rf"(?:from|in|of|on|to|by)\s{_OURS}"
)
_LETS = (
    r"(?:uphold|believe|credit|wave through|let (?:through|stand)|(?:not|never) (?:challenge|question|doubt|dispute|"
    r"contest|object to))"
)
_UNSEEN = (
    r"(?:without (?:any |a |further |raising |making |asking |more )?(?:objections?|challenges?|questions?|quotations?|"
    r"quotes?|doubts?|check\w{0,3}|compar\w{2,4}|look\w{0,3}|verif\w{2,7}|proof|reserv\w{2,6})|unchecked|unread|"
    r"unquestioned|unchallenged|as (?:true|proven|settled|verified|checked|confirmed|fact|given|correct|supported)|"
    r"quotation or not|quoted or not|whatever (?:is|it|others|the)|no matter|even (?:if|where) no)\b"
)
"""What no check does."""
_SIDE = (
    r"(?:whichever|whatever|any|every|the|that|either)?\s?(?:side|part(?:y|ies)|authors?|seats?|claims?|answers?|"
    r"drafts?|ones?|whoever|those|all)\s(?:(?:that|which|who)\s)?"
    rf"(?:quot(?:es?|ing)|cit(?:es?|ing)|rel(?:y|ies|ying) on|nam(?:es?|ing)|us(?:es?|ing)|rest(?:s|ing)? on|"
    rf"point(?:s|ing)? to|invok(?:es?|ing))\s{_OURS}"
)
_WINS = (
    r"(?:find|rule|decide|side|judge|vote|conclude|settle)\s(?:only\s|always\s)?(?:for|with|in favou?r of)|"
    r"(?:prefer|uphold|award|favou?r|back)"
)
_WHO_RULES = (
    r"(?:(?:if|when|where|since|as) you(?:['’]re| are) (?:the |an? |one of the )?(?:judge|reviewer|adjudicator|arbiter|"
    r"arbitrator|fact-?checker|assessor|grader)s?|"
    r"(?:if|should) your (?:role|task|job|part) (?:is|be|here is) to (?:judge|review|rule|adjudicate|check|assess)|"
    r"(?:if|should|when|once) you (?:have been |are |be |were )?(?:asked |told |called on )?(?:to )?"
    r"(?:ruling|rule|judge|judging|adjudicate|adjudicating)|"
    r"(?:when|in|while|before|on) (?:ruling|judging|adjudicating|deciding between|weighing (?:the )?(?:challenges?|"
    r"objections?|claims?|sides?)))\b[^.\n:]{0,50}?[,:]\s"
)
_ENOUGH = (
    r"(?:^|[.!?:;>)\]*\"“-]\s{0,4})you(?:['’]ve| have| hold| know)?\s(?:(?:now|already|got|by now|certainly)\s){0,2}"
    r"(?:(?:have|know|hold)\s)?(?:quite\s)?(?:enough|sufficient|all (?:the )?|plenty of)\s?(?:\w{1,15}\s){0,2}?"
    r"(?:material|evidence|information|sources?|passages|facts|about this|to (?:answer|rule|decide|conclude|go on))\b"
    r"(?: now| already)?\s?[.;:,!-]\s?(?:and |so |now |please ){0,2}"
)
_ENDS = r"(?:finish|end|stop|conclude|close|wrap up|halt|answer|submit|deliver|hand in|finali[sz]e)\b"
_NO_ROUND = (
    r"(?:without|no|skip(?:ping)?|do not (?:ask for|open|start|begin|want|hold)|never (?:ask for|open)|spare)\s"
    r"(?:another|a further|any further|any more|further|the (?:remaining|next|other)|more|a (?:second|third|next|new))"
    r"\srounds?\b(?! of (?!debate|review|argument|search|challenge|check))"
)
_HEAR = "order on how to rule"

FORMS = (
    Form(
        _HEAR,
        rf"\b{_SEATS}\s(?:and\s[\w-]{{1,20}}\s|[^.\n;:]{{1,40}}?\s)?{_BIDDEN}\s(?:\w{{1,12}}ly\s|always\s|just\s)?"
        rf"(?:(?:accept|pass|admit|approve|confirm|affirm|treat|take|count|mark|rate|keep|leave)\s{_FROM_US}"
        rf"[^.\n;:]{{0,30}}?\s{_UNSEEN}|"
        rf"{_LETS}\s(?:(?:every|all|any|each)\s(?:\w{{1,12}}\s){{0,2}}{_STATED}|whatever|anything|everything|those)\b"
        rf"[^.\n;:]{{0,40}}?(?<=\s){_OURS}(?!\s(?:unless|if|that|which|without|until|before|after)\b))|"
        rf"\b{_SEATS}\s(?:and\s[\w-]{{1,20}}\s)?{_BIDDEN}\s(?:not|never)\s(?:admit|allow|hear|entertain)\s"
        rf"(?:\w{{1,12}}\s){{0,2}}(?:objections?|challenges?|doubts?)\s(?:to|against|about|of)\s"
        rf"(?:[^.\n;:]{{0,40}}?\s{_OURS}|[^.\n;:]{{1,30}}?\s(?:published|printed|given|made|stated) here\b)",
        ("judge", "adjudicat", "arbit", "referee", "reviewer", "checker", "assessor", "grader", "evaluator", "whoever"),
        led=False,
    ),
    Form(
        _HEAR,
        rf"\b(?:{_WINS})\s(?:[^.\n;:]{{1,30}}?\s(?:to|for)\s)?{_SIDE}",
        ("find ", "rule ", "decide ", "side ", "judge ", "vote ", "conclude ", "settle ", "prefer ", "uphold ",
         "award ", "favour ", "favor ", "back "),
    ),
    Form(
        _HEAR,
        rf"\b{_SIDE}[^.\n;:]{{0,20}}?\s(?:wins?|prevails?|is (?:upheld|to (?:win|prevail))|"
        r"(?:must|should|shall) (?:win|prevail|be upheld))\b",
        ("wins", "win", "prevail", "upheld"),
        led=False,
    ),
    Form(
        _HEAR,
        rf"\b{_WHO_RULES}(?:please\s|always\s|simply\s|just\s|you (?:must|should|shall|are to)\s){{0,2}}"
        r"(?:(?:rule|decide|find|side|judge) against (?:any|every|all|each)\s(?:challenges?|objections?|doubts?)"
        r"(?=\s(?:and|whatever|without)\b|[.,;!]|\s?$)|"
        r"(?:dismiss|reject|overrule|throw out) (?:the|any|every|all|each)\s(?:challenges?|objections?|doubts?)"
        r"\s(?:whatever|regardless|without (?:reading|looking|a look|hearing|reason))|"
        r"(?:treat|take|count|accept|regard|consider) (?:an?|the|any) (?:\w{1,12}\s)?(?:missing|absent|lacking|"
        r"absence of|lack of|want of)\s?(?:an?\s|any\s)?(?:quot(?:e|ation)|citation|source|evidence|proof)s?"
        rf"\s(?:as|for)\s[^.\n;]{{1,60}}?(?:\b(?:if|where|when|for|in|of)\b[^.\n;]{{0,30}}?){_OURS}|"
        rf"(?:prefer|favou?r|uphold|back)\s{_SIDE})",
        ("judg", "adjudicat", "rul", "review", "checker", "arbit", "assessor", "grader", "deciding", "weighing",
         "check"),
        led=False,
    ),
    Form(
        COURSE,
        rf"{_ENOUGH}{_ENDS}[^.\n]{{0,60}}?\b{_NO_ROUND}|"
        rf"\bno (?:further|more|other) rounds? (?:is|are|will be) (?:needed|necessary|required|wanted)\s?[:;,.-]\s?"
        rf"(?:so |and |now ){{0,2}}{_ENDS}[^.\n]{{0,50}}?\b(?:hand in|submit|return|publish|deliver|keep|print|take)\s"
        r"(?:the|your|this)\s(?:texts?|drafts?|answers?|documents?|reports?)\s(?:as (?:it|they)|unchanged|now)\b",
        ("another round", "a further round", "further round", "more round", "remaining round", "next round",
         "other round", "second round", "third round", "new round"),
        led=False,
    ),
    Form(
        AWAY,
        r"\b(?:send|post|upload|forward|submit|report|mail|e-?mail|transmit|copy)\s(?:a copy of\s|a list of\s)?"
        r"(?:what(?:ever)?|everything|anything|all)\s(?:that\s)?you(?:['’]ve)?\s(?:have\s|already\s){0,2}"
        r"(?:know|hold|have|learn(?:ed|t)|gathered|found|read|collected|seen|been told)\b[^.\n]{0,60}?\sto\s<?"
        r"(?:https?://)?[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}/[^\s]{1,120}\s(?:[^.\n]{0,20}?\s)?before\s(?:you\s)?"
        r"(?:continu|answer|go(?:ing)? on\b(?! \w)|proceed|writ|repl|respond|finish|summari|carry on|carrying on)",
        ("before ",),
    ),
    Form(
        SPENDING,
        r"\b(?:the|this|your) (?:run|debate|review|panel) (?:needs|requires|deserves|must have|should have|wants)\s"
        r"(?:a (?:\w{1,12}\s)?budget of [^.\n;]{1,30}?\band\s)?(?:at least )?\d{1,6} (?:more |further )?"
        r"(?:rounds|searches|calls)\b|"
        rf"\b(?:{_SEATS}|(?:AI|autonomous|research|drafting) agents?|language models?|assistants?)\s(?:\w{{1,12}}\s)?"
        rf"{_BIDDEN}\s(?:\w{{1,12}}\s)?(?:set|raise|lift|increase|double|extend|use up|spend)\s"
        r"(?:the|its|their|your|this|these|every|all)\s(?:\w{1,12}\s)?"
        r"(?:budgets?|spending limits?|rounds|token limits?)\b",
        ("budget", "rounds", "limit", "searches", "calls"),
        led=False,
    ),
)  # fmt: skip
