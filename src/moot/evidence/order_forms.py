"""The forms of orders to models, as regular expressions: every repeat is bounded, so hostile text cannot stall them.

The families of orders follow Greshake et al. 2023 (arXiv:2302.12173); the wording is ours.
"""

from __future__ import annotations

from dataclasses import dataclass

MODEL = (
    r"(?:AIs?|A\.I\.|LLMs?|(?:AI |large )?language models?|"
    r"AI (?:models?|assistants?|agents?|systems?|tools?|reviewers?|readers?|crawlers?)|"
    r"(?:virtual |digital )?assistants?|chat ?bots?|GPT(?:-?\d\w*)?|ChatGPT|Claude|Gemini|"
    r"automated (?:systems?|agents?|readers?|reviewers?|tools?)|"
    r"(?:summari[sz]er|reviewer|judge|author) models?)"
)
LED = (
    r"(?:^\s{0,8}|[\n.!?:;>\])}\"“”'‘*`|#_-]\s{0,8}|[,)] |"
    r"\b(?:please|now|kindly|immediately|instead|then|must|should|shall|need to|have to|are to|just|always|never|"
    r"also|and|or|you will|you may|want you to|order you to|so)[ ,]{1,3}"
    r"(?:(?:please|now|just|also|immediately|always)\s)?)$"
)
"""What stands before a verb that is an order: a sentence's start, or such a word. "It ignores …" is none."""
_WHICH = r"(?:all|any|every|each|the|these|those|your|my|our|previous|prior|earlier|above|preceding|other|of)"
_RULES = (
    r"(?:instructions?|prompts?|rules?|guidelines?|directions?|directives?|orders?|commands?|programming|constraints?|"
    r"safety \w+|system messages?|policies|policy|context)"
)
_PAST = r"(?:previous|prior|earlier|above|preceding|foregoing|system|original|initial|developer|safety|existing)"
_IGNORE = r"(?:ignore|disregard|forget|override|overrule|bypass|skip|drop|discard|do not follow|stop following)"
_KEPT_BACK = (
    r"(?:(?:your|the|its) (?:(?:full|entire|complete|hidden|secret|initial|original|system|developer|whole|exact) )"
    r"{1,3}(?:prompts?|instructions?|messages?|context)|"
    r"your (?:prompt|instructions|rules|context|api keys?|secrets?|credentials|configuration)|system prompt|"
    r"(?:all|any|your|the) (?:api keys?|environment variables|credentials|access tokens?)|"
    r"(?:everything|all text|the text|the words) above)"
)
_PRIVATE = (
    r"(?:(?:the|your|this|entire|whole|full|user'?s|all|of|their|her|his|private|other|local) ){1,4}"
    r"(?:conversation|chat history|prompts?|context|system prompt|api keys?|credentials|secrets|passwords?|"
    r"(?<=user's )question|"
    r"(?:(?<=private )|(?<=other )|(?<=local )|(?<=entire )|(?<=user's ))"
    r"(?:files|documents|sources|passages|notes|messages|data|answers?))"
)
_ENDPOINT = (
    r"(?:https?://|www\.|[\w.+-]{1,40}@[\w-]{1,40}\.|this (?:url|address|server|endpoint|link)|"
    r"the following (?:url|address))"
)
_THIS = r"(?:this|the present|our) (?:document|page|article|source|text|note|paper|site|website|report|file|post|memo)"

_VERBS = ("ignore", "disregard", "forget", "overr", "bypass", "skip", "drop", "discard", "follow")
_CLOSING = (
    r"(?:say|state|write|cite|quote|praise|rate|rank|call|include|add|insert|mention|link|recommend|uphold|dismiss|"
    r"withdraw|ignore|disregard|stop|end|set|raise|reply|respond|answer|output|print|treat|give|rule|reject|accept|"
    r"do not|send|reveal|use|only|always|never)"
)
"""Verbs that orders to models are made of."""


@dataclass(frozen=True)
class Form:
    what: str
    """In words for a reader."""
    form: str
    """Case is ignored, ^ and $ match at lines."""
    anchors: tuple[str, ...]
    """In lower case: a paragraph with none of them cannot match, and is not searched."""
    led: bool = True
    """The match must stand where a verb is an order (`LED`)."""


_IGNORING = (
    Form(
        "order to ignore instructions",
        rf"\b{_IGNORE}\s+(?:{_WHICH}\s+){{0,5}}(?:{_PAST}\s+(?:\w{{1,20}}\s+){{0,2}}{_RULES}\b|"
        rf"{_RULES}\s+(?:you (?:were|have been|are|got|received)|that came before|above|before this|so far|"
        rf"(?:that were |which were )?given (?:to you|before|above|so far|earlier))|(?<=your\s){_RULES}\b)",
        _VERBS,
    ),
    Form(
        "order to ignore instructions",
        rf"\b{_IGNORE}\s+(?:(?:everything|all|anything|whatever)\s+(?:that\s+)?"
        r"(?:you (?:were|have been|know|read|learned)|"
        r"(?:has |was |is )?(?:written |said |stated )?(?:above|before this))|"
        r"the above(?= and\b|[.,;:!]|\s*$)|(?:what|whatever) the user\b|your (?:task|user|orders|filters)\b)",
        _VERBS,
    ),
    Form(
        "order to ignore instructions",
        r"\b(?:ignor(?:iere?n?|ez|a|e)|vergiss|oubliez?|olvida|missachte|négligez)\s+(?:sie\s+)?"
        r"(?:alle|toutes|todas|tutte|die|les|las|le)\s+(?:\w{1,20}\s+){0,3}"
        r"(?:anweisungen|instruktionen|instructions|consignes|instrucciones|istruzioni)|"
        r"(?:忽略|无视|忘记|無視)(?:之前|以上|先前|前面|所有)(?:的)?(?:所有|一切|全部)?(?:的)?"
        r"(?:指令|指示|说明|提示)",
        ("ignor", "vergiss", "oubli", "olvida", "missacht", "néglig", "忽", "无", "忘", "無"),
        led=False,
    ),
)

DRESSED = "text dressed as a message of the system"
_DRESSED = tuple(
    Form(DRESSED, form, anchors, led=False)
    for form, anchors in (
        (
            r"<\|(?:im_start|im_end|system|user|assistant|endoftext|start_header_id|eot_id)\|>|\[/?INST\]|<</?SYS>>|"
            r"</?(?:system|assistant|tool_call|tool_result|function_calls?|function_results?|invoke|tool_use|"
            r"instructions?|human|prompt|system[_-]?(?:prompt|message|reminder))(?:\s[^<>\n]{0,80})?>",
            ("<", "[inst]", "[/inst]"),
        ),
        (
            r"^[ \t>#*_\[(-]{0,6}(?:system|assistant|developer)"
            r"(?: (?:prompt|message|instructions?|note|override|notice))?[\])*_]{0,4}\s{0,4}:[*_]{0,2}\s{0,4}"
            r"(?=(?:you|ignore|disregard|forget|from now|new |the user|always|never|do not|please|override|reply|"
            r"respond|answer|output|print|stop|your|sure|certainly|i will|i have|all (?:previous|prior))\b)",
            ("system", "assistant", "developer"),
        ),
        (
            r"(?:-{3}|={3}|#{3}|\*{3}|\[)\s{0,4}(?:BEGIN|END|START|NEW)?\s{0,4}(?:OF\s+)?"
            r"(?:SYSTEM (?:PROMPT|MESSAGE|INSTRUCTIONS?|OVERRIDE)|ADMIN (?:OVERRIDE|COMMAND)|"
            r"DEVELOPER (?:MODE|MESSAGE))",
            ("system ", "admin ", "developer "),
        ),
        (r"\b(?:Human|User):\s[^\n]{1,300}\s{1,4}Assistant:\s{0,4}$", ("assistant:",)),
        (
            r"\bthis is (?:the|your) (?:developer|system|admin(?:istrator)?|operator|creator)"
            r"(?: speaking| here|[,:;.!])|"
            r"\bi am your (?:developer|admin(?:istrator)?|operator|creator)\b",
            ("this is ", "i am your"),
        ),
    )
)

_ADDRESSED = tuple(
    Form("words to a model", form, anchors, led=False)
    for form, anchors in (
        (rf"\bas an? {MODEL},? (?:you|your|it is your)\b", ("as a",)),
        (
            rf"\bif you(?:'re|’re| are) an? (?:\w{{1,20}} ){{0,2}}{MODEL}"
            r"(?=\s{0,4}[,.:;!)—-]|\s+(?:reading|processing|that|which|and|or|summari|asked|tasked|reviewing|evaluating))",
            ("if you",),
        ),
        (
            r"\b(?:attention|note|notice|message|memo|reminder|instructions?|directives?)[ ,:]{1,3}(?:to|for|all)?"
            rf"[ ,]{{0,2}}(?:any |all |the |every )?{MODEL}"
            r"(?: (?:reading|processing|reviewing|summari[sz]ing)[^\n.:]{0,40})?\s{0,4}[:.!—](?!\d)",
            ("attention", "note", "notice", "message", "memo", "reminder", "instruction", "directive"),
        ),
        (rf"\b(?:dear|hey|hello|hi),? (?:{MODEL}|model)\s{{0,4}}[:,.!]", ("dear", "hey", "hello", "hi")),
        (
            rf"(?:^|[.!?>\]]\s{{1,4}})(?:{MODEL}|model|reviewer|author|judge|agent)s?\s?[,:]\s{{1,4}}"
            rf"(?:please\s{{1,4}}|you (?:must|should|shall|will|are)\s{{1,4}})?{_CLOSING}\b",
            (":", ","),
        ),
        (
            rf"\b(?:to )?(?:any |every |all |the )?(?:{MODEL}|models?) "
            r"(?:reading|processing|summari[sz]ing|reviewing|evaluating) (?:this|the present)\b(?: \w{1,20})?\s{0,2}"
            r"(?:must|should|shall|has to|have to|is required|are required|will|is to|are to|[:!,])",
            ("reading", "processing", "summari", "reviewing", "evaluating"),
        ),
        (
            rf"\b(?:any |every |all )(?:{MODEL}|models?) (?:must|should|shall|have to|has to|are to) "
            rf"(?:not )?{_CLOSING}\s+{_THIS}",
            ("all ", "any ", "every "),
        ),
        (rf"\bwhen (?:you )?summari[sz](?:e|ing) {_THIS},? (?:please |always |you must )?{_CLOSING}\b", ("summari",)),
        (
            r"\byour (?:new|real|true|actual) (?:task|job|goal|role|purpose|instructions?) (?:is|are)\b|"
            rf"(?:^|[.!?>\]]\s{{1,4}})new instructions?\s?:\s{{1,4}}(?:you |please )?{_CLOSING}\b",
            ("your ", "new instruction"),
        ),
    )
)

_ACTING = (
    Form(
        "order to take another role",
        r"\byou are (?:now|no longer) (?:an? |the |in |bound |DAN)|"
        r"\b(?:act|behave|pretend|respond) as an? (?:unrestricted|jailbroken|different|evil|uncensored)|"
        r"\benter (?:developer|debug|admin|god) mode|"
        r"\bfrom (?:now on|this point(?: on)?),? (?:you (?:are an? |answer|respond|reply|obey|act|speak|must|only)|"
        r"ignore|respond|reply|answer|obey)",
        (
            "you are ",
            "uncensored",
            "unrestricted",
            "jailbroken",
            "evil",
            "different",
            " mode",
            "from now",
            "this point",
        ),
    ),
    Form(
        "order to reveal a prompt or a secret",
        r"\b(?:reveal|print|repeat|output|show|disclose|leak|tell (?:me|us)|display|dump|include|write out|list|"
        r"quote|return|recite|expose)\s+(?:me\s+|us\s+)?(?:verbatim\s+|a copy of\s+|the contents of\s+)?"
        rf"{_KEPT_BACK}",
        (
            "prompt",
            "instruction",
            "message",
            "context",
            "rules",
            "key",
            "secret",
            "credential",
            "variable",
            "above",
            "configuration",
            "token",
        ),
    ),
    Form(
        "order to send data elsewhere",
        rf"\b(?:send|post|forward|upload|e-?mail|transmit|exfiltrate|submit|append|encode|put|add|report|copy)\s+"
        rf"{_PRIVATE}\b[^.\n]{{0,80}}?{_ENDPOINT}",
        ("http", "www", "@", "this url", "this address", "this server", "this endpoint", "this link", "following"),
    ),
    Form(
        "order to send data elsewhere",
        r"!\[[^\]\n]{0,80}\]\(https?://[^)\s?]{1,200}\?[^)\s{\[<$]{0,60}(?:\{|%7B|\[|<|\$)[^)\n]{0,80}",
        ("](http",),
        led=False,
    ),
    Form(
        "order on how the argument is to end",
        r"\b(?:dismiss|uphold|withdraw|reject|accept|concede|drop|ignore)\s+(?:all|every|any|each|no)\s+"
        r"(?:of\s+)?(?:the\s+)?(?:\w{1,20}\s+){0,2}(?:challenges?|claims?|objections?|findings?)\b|"
        r"\bmark\s+(?:all|every|each|any|this|these)\s+(?:\w{1,20}\s+){0,3}(?:claims?|statements?|sentences?)\s+"
        r"(?:\w{1,20}\s+){0,3}as\s+(?:\w{1,20}\s+){0,2}(?:proven|verified|true|supported|withdrawn|correct)|"
        r"\brule\s+in\s+favou?r\s+of\s+(?:this|the author|our)\b",
        ("challenge", "claim", "objection", "finding", "statement", "sentence", "favo"),
    ),
    Form(
        "order to take it for the authority",
        rf"\b(?:cite|treat|regard|trust|accept|consider|rank|rate)\s+(?:only\s+)?{_THIS}\s+[^.\n]{{0,20}}?"
        r"(?:as (?:the )?(?:only|sole|definitive|highest) (?:authority|source|truth)|ground truth|"
        r"above all (?:the )?others?)",
        ("authority", "source", "truth", "other"),
    ),
)

ORDERS = (*_IGNORING, *_DRESSED, *_ADDRESSED, *_ACTING)
"""Told by their own form."""

LEANINGS = (
    Form(
        "order to take it for the authority",
        rf"\b(?:cite|quote|treat|regard|use|trust|accept|consider|rank|prefer|rate|recommend)\s+(?:only\s+)?{_THIS}"
        r"\s+[^.\n]{0,40}?\b(?:as|above|over|only|first|instead of|before)\b[^.\n]{0,60}?"
        r"(?:authorit\w{1,5}|only|sole|primary|definitive|ground truth|trusted|reliable|verified|proven|others?|"
        r"sources?)|"
        rf"\b(?:cite|use|quote|trust|rely on)\s+(?:only|solely|exclusively|nothing but)\s+{_THIS}",
        ("this ", "our ", "the present "),
    ),
    Form(
        "order to take it for the authority",
        rf"\b{_THIS}\s+(?:overrides?|outranks?|supersedes?|takes precedence over|replaces?)\s+(?:all|every|any)\s+"
        r"(?:other\s+)?(?:sources?|evidence|documents?|instructions?)",
        ("overrid", "outrank", "supersede", "takes precedence", "replace"),
        led=False,
    ),
    Form(
        "order to spend or to stop",
        r"\b(?:set|raise|increase|change|extend|double|remove|ignore|lift|exceed|disable|reset|spend)\s+"
        r"(?:the\s+|your\s+|this\s+|all\s+|any\s+|run'?s\s+|whole\s+|entire\s+|remaining\s+){0,3}"
        r"(?:(?:budget|spending|cost|token|money|time|round)s?\s+(?:caps?|limits?|budgets?|ceilings?)|"
        r"budget|caps? on \w{1,20})\b",
        ("budget", "cap", "limit", "ceiling"),
    ),
    Form(
        "order to spend or to stop",
        r"\b(?:stop|end|abort|terminate|halt|finish|cancel)\s+(?:the\s+|this\s+|your\s+|all\s+){0,2}"
        r"(?:review|debate|run|research|checking|checks|processing|verification|task|reading|generation|output|"
        r"reviewing)(?: here| now| immediately| at once|[.,!;]|$)|"
        r"\bdo not\s+(?:verify|check|search|read|cite|challenge|question|consult|review|quote|mention)\s+"
        r"(?:any|the|other|further|this|these|anything)\b",
        ("stop", "end ", "abort", "terminate", "halt", "finish", "cancel", "do not"),
    ),
    Form(
        "order to say or to link something",
        r"\b(?:say|state|write|answer|reply|respond|conclude|tell the (?:user|reader)|include|add|insert|mention|"
        r"output|link to|recommend)\s+(?:only\s+|exactly\s+|that\s+|with\s+|the (?:link|text|words?|sentence)\s+|"
        r"a link to\s+|always\s+|this link\s+){1,3}",
        ("say ", "state ", "write ", "answer ", "reply ", "respond ", "conclude ", "tell the ", "include ", "add ",
         "insert ", "mention ", "output ", "link to ", "recommend "),
    ),
    Form(
        "order to say or to link something",
        r"\bdo not\s+(?:mention|cite|quote|reveal|include|name|use)\b[^.\n]{1,60}?\bin your "
        r"(?:answer|report|summary|output|reply|response|review|draft)\b",
        ("in your ",),
    ),
)  # fmt: skip
"""Ordinary in other settings: they count only near a word for a model."""

NEAR_MODEL = (
    rf"\b{MODEL}\b|\bdear model\b|\byou are an? (?:helpful|reviewer|author|judge)\b|"
    r"\byour (?:answer|report|summary|output|reply|response|review|draft)\b"
)
TALK = (
    r"\b(?:inject\w*|attack\w*|jailbreak\w*|adversar\w*|malicious|exploit\w*|e\.g\.|for example|for instance|such as|"
    r"phrases?|strings? like|so-called|known as|called|says?|said|reads?|wrote|writes?|written|told|"
    r"contain(?:s|ed|ing)?|include[sd]?|including|payloads?|test(?:s|ed|ing)?|trick\w*|example|like|detect\w*|"
    r"filter\w*|templates?|tokens?|tags?|elements?|markup)\b"
)
"""Words of a sentence that speaks of such text."""
