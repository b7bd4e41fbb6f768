"""Orders to models in English. Two grades: those told by their own form, and those ordinary in other settings."""

from __future__ import annotations

from moot.evidence.orders.form import AWAY, COURSE, IGNORE, MODEL, ROLE, SAYING, SPENDING, TO_MODEL, Form

_WHICH = r"(?:all|any|every|each|the|these|those|your|my|our|previous|prior|earlier|above|preceding|other|of)"
_RULES = (
    r"(?:instructions?|prompts?|rules?|guidelines?|directions?|directives?|orders?|commands?|programming|constraints?|"
    r"safety \w+|system messages?|policies|policy|context)"
)
_PAST = r"(?:previous|prior|earlier|above|preceding|foregoing|system|original|initial|developer|safety|existing)"
_DROP = r"(?:ignore|disregard|forget|override|overrule|bypass|skip|drop|discard|do not follow|stop following)"
_KEPT_BACK = (
    r"(?:(?:your|the|its) (?:(?:full|entire|complete|hidden|secret|initial|original|system|developer|whole|exact) )"
    r"{1,3}(?:prompts?|instructions?|messages?|context)|"
    r"your (?:prompt|instructions|rules|context|api keys?|secrets?|credentials|configuration)|system prompt|"
    r"(?:all|any|your|the) (?:api keys?|environment variables|credentials|access tokens?)|"
    r"(?:everything|all text|the text|the words) above)"
)
_PRIVATE = (
    r"(?:(?:the|your|this|entire|whole|full|user['’]?s|all|of|their|her|his|private|other|local) ){1,4}"
    r"(?:conversation|chat history|prompts?|context|system prompt|api keys?|credentials|secrets|passwords?|"
    r"(?:(?<=user's )|(?<=user’s ))question|"
    r"(?:(?<=private )|(?<=other )|(?<=local )|(?<=entire )|(?<=user's )|(?<=user’s ))"
    r"(?:files|documents|sources|passages|notes|messages|data|answers?))"
)
_ENDPOINT = (
    r"(?:https?://|www\.|[\w.+-]{1,40}@[\w-]{1,40}\.|this (?:url|address|server|endpoint|link)|"
    r"the following (?:url|address))"
)
_THIS = r"(?:this|the present|our) (?:document|page|article|source|text|note|paper|site|website|report|file|post|memo)"
_SOURCES = r"(?:sources?|documents?|evidence|publications?|passages?|references|files)"
_OTHER_SOURCES = (
    r"(?:(?:all|any|every|each|the|of|these|those)\s){0,3}"
    r"(?:other|others'|contrary|conflicting|contradicting|differing|competing|remaining)\s(?:\w{1,20}\s)?"
    rf"{_SOURCES}(?! of\b)"
)
_EVIDENCE = (
    r"(?:benchmarks?|measurements?|figures?|numbers|results|tests?|data|stud(?:y|ies)|surveys?|evaluations?|"
    r"comparisons?|trials?|findings|statistics|values|estimates|reviews?|reports?|analys[ei]s)"
)
_SOMEBODY_ELSE = (
    r"(?:third parties|others|(?:any|some)(?:one|body) else|outsiders|(?:our )?(?:competitors|rivals)|"
    r"(?:other|outside|external|rival|competing|independent)\s(?:\w{1,15}\s)?(?:parties|laborator(?:y|ies)|labs?|"
    r"vendors?|makers?|manufacturers?|suppliers?|firms?|companies|researchers?|authors?|groups?|teams?|institutes?|"
    r"publishers?|agenc(?:y|ies)|testers?))"
)
_OF_OTHERS = (
    rf"(?:{_EVIDENCE}\s(?:\w{{1,12}}\s){{0,2}}?(?:by|of|from)\s{_SOMEBODY_ELSE}|"
    r"(?:third[ -]party|independent|outside|external|competing|rival|(?:competitors?|rivals?)['’]s?)\s"
    rf"(?:\w{{1,15}}\s)?{_EVIDENCE}|what {_SOMEBODY_ELSE} (?:\w{{1,12}}\s)?(?:measure|find|found|publish|report|"
    r"claim|stat)\w{0,4})"
)
_VOID = (
    r"(?:(?:is|are)\s(?:\w{1,12}\s){0,4}?(?:invalid|void|not valid|wrong|meaningless|worthless|of no (?:value|worth))|"
    r"ha(?:s|ve) no (?:validity|value|standing|worth)|do(?:es)? not count)"
)
_NOT_TOLD = (
    r"(?:(?:(?:must|may|shall|should|ought to|(?:is|are) to)\s(?:not|never|in no case|under no circumstances)|cannot|"
    r"(?:is|are) (?:not|never) to|none of (?:them|it|these|which) (?:must|may|shall|should|can|is to|are to))\s"
    r"(?:ever\s)?be\s(?:quoted|cited|mentioned|reported|repeated|referenced|shown|printed|stated|reproduced|"
    # What is used where nobody writes is a rule of a method.
    r"used\s(?:[\w’'-]{1,15}\s){0,6}?(?:in|for) (?:your|the|this|any|an) "
    r"(?:answer|reply|response|report|summary|draft|brief|output)))\b"
)
_BESIDE_OURS = (
    r"(?:next to|beside|alongside|(?:together|along|side by side) with)\s(?:ours?\b|these\b|this\b|those "
    rf"(?:\w{{1,12}}\s)?(?:here|above|of this)\b|(?:the|those)\s{_EVIDENCE}\s(?:\w{{1,12}}\s)?here\b)"
)
_LIMITED = r"(?:unless|without|until|if|as|in|on|for|to|by|before|outside)\b"
"""Whoever forbids it somewhere, or for some, speaks to people: to the press, to a shop."""
_SETTLE = (
    r"\b(?:dismiss|uphold|withdraw|reject|accept|concede|drop|ignore)\s+(?:all|every|any|each|no)\s+"
    r"(?:of\s+)?(?:the\s+)?(?:\w{1,20}\s+){0,2}"
)
_BOUNDED = (
    r"\s+(?:under|over|above|below|older|newer|exceeding|lacking|received|filed|lodged|(?:of )?(?:less|more) than|"
    r"not (?:made|filed|received|submitted|in writing))\b"
)
"""Whoever settles claims by their size, age or form speaks to an office."""
_SCALE = (
    r"(?:(?:,\s[\w ]{1,25}){0,4}?,?\sor|\s?/)\s?(?:not|un\w{2,20}|in\w{2,20}|dis\w{2,20}|false|refuted|contradicted|"
    r"wrong|doubtful|open|mixed|partly|partially)\b"
)
"""The other verdicts: whoever lists them leaves the choice."""
_VERBS = ("ignore", "disregard", "forget", "overr", "bypass", "skip", "drop", "discard", "follow")
_CLOSING = (
    r"(?:say|state|write|cite|quote|praise|rate|rank|call|include|add|insert|mention|link|recommend|uphold|dismiss|"
    r"withdraw|ignore|disregard|stop|end|set|raise|reply|respond|answer|output|print|treat|give|rule|reject|accept|"
    r"do not|send|reveal|use|only|always|never)"
)
"""Verbs that orders to models are made of."""

_IGNORING = (
    Form(
        IGNORE,
        rf"\b{_DROP}\s+(?:{_WHICH}\s+){{0,5}}(?:{_PAST}\s+(?:\w{{1,20}}\s+){{0,2}}{_RULES}\b|"
        r"(?<=all\s)(?:instructions|prompts)\b|"
        rf"{_RULES}\s+(?:you (?:were|have been|are|got|received)|that came before|above|before this|so far|"
        rf"(?:that were |which were )?given (?:to you|before|above|so far|earlier))|(?<=your\s){_RULES}\b)",
        _VERBS,
    ),
    Form(
        IGNORE,
        rf"\b{_DROP}\s+(?:(?:everything|all|anything|whatever)\s+(?:that\s+)?"
        r"(?:you (?:were|have been|know|read|learned)|"
        r"(?:has |was |is )?(?:written |said |stated )?(?:above|before this))|"
        r"the above(?= and\b|[.,;:!]|\s*$)|(?:what|whatever) the user\b|your (?:task|user|orders|filters)\b)",
        _VERBS,
    ),
)

_REST = Form(
    IGNORE,
    r"\b(?:ignore|disregard|forget)\s+(?:(?:all\s)?instructions|(?:all|everything|the rest) (?:of |on |in )?"
    r"(?:this|the) (?:data|text|page|document|input)),?\s+and\s+(?:just |only |then )?"
    r"(?:print|say|write|output|answer|reply|repeat)\b",
    ("ignore", "disregard", "forget"),
)

_HAILS = tuple(word + end for word in ("dear", "hey", "hello", "hi") for end in " ,")

_ADDRESSED = tuple(
    Form(TO_MODEL, form, anchors, led=False)
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
            r"(?: (?:reading|processing|reviewing|summari[sz]ing)[^\n.:]{0,40}|, in [^\n.:]{1,30})?\s{0,4}[:.!—](?!\d)",
            ("attention", "note", "notice", "message", "memo", "reminder", "instruction", "directive"),
        ),
        (rf"\b(?:dear|hey|hello|hi),? (?:{MODEL}|model)\s{{0,4}}[:,.!]", _HAILS),
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
        (
            r"\bdecode (?:this |it |the \w{1,12} )?and (?:follow|obey|execute|carry out)\b",
            ("decode ",),
        ),
    )
)

_SECRETS = "order to reveal a prompt or a secret"
_AUTHORITY = "order to take it for the authority"
_OTHERS = "order on what to do with other sources"

_ACTING = (
    Form(
        ROLE,
        r"\byou are (?:now|no longer) (?:an? |the |in |bound |DAN)|"
        r"\b(?:act|behave|pretend|respond) as an? (?:unrestricted|jailbroken|different|evil|uncensored)|"
        r"\benter (?:developer|debug|admin|god) mode|"
        r"\bfrom (?:now on|this point(?: on)?),? (?:you (?:are an? |answer|respond|reply|obey|act|speak|must|only)|"
        r"ignore|respond|reply|answer|obey)",
        ("you are ", "uncensored", "unrestricted", "jailbroken", "evil", "different", " mode", "from now",
         "this point"),
    ),
    Form(
        _SECRETS,
        # What was said to it first, in any figure of speech, if it is to stand in what it writes.
        r"\b(?:recite|repeat|say back|give back|sing|chant|whisper|write out|set down|unfold|copy|echo)\s[^.!?]{0,40}?"
        r"\b(?:words?|lines?|rules|orders|message|text|verses?|page|sentences?|instructions)\b[^.!?]{0,30}?"
        r"\b(?:(?:they|he|she|(?:your|thy) (?:makers?|masters?|keepers?|owners?|operators?)|(?:he|she|those|they) who "
        r"made you)\s(?:first\s)?(?:whispered|gave|told|taught|said|handed|read|spoke)\s(?:(?:in)?to\s)?you|"
        r"you (?:were|have been|had been) (?:first\s)?(?:given|told|handed|taught|sent))\b"
        r"[^!?]{0,160}?\bin(?:to)? your (?:own\s)?(?:answer|reply|response|report|summary|output)\b",
        ("your answer", "your reply", "your response", "your report", "your summary", "your output", "your own"),
    ),
    Form(
        _SECRETS,
        r"\b(?:reveal|print|repeat|output|show|disclose|leak|tell (?:me|us)|display|dump|include|write out|list|"
        r"quote|return|recite|expose)\s+(?:me\s+|us\s+)?(?:verbatim\s+|a copy of\s+|the contents of\s+)?"
        rf"{_KEPT_BACK}",
        ("prompt", "instruction", "message", "context", "rules", "key", "secret", "credential", "variable", "above",
         "configuration", "token"),
    ),
    Form(
        AWAY,
        rf"\b(?:send|post|forward|upload|e-?mail|transmit|exfiltrate|submit|append|encode|put|add|report|copy)\s+"
        rf"{_PRIVATE}\b[^.\n]{{0,80}}?{_ENDPOINT}",
        ("http", "www", "@", "this url", "this address", "this server", "this endpoint", "this link", "following"),
    ),
    Form(
        AWAY,
        r"!\[[^\]\n]{0,80}\]\(https?://[^)\s?]{1,200}\?[^)\s{\[<$]{0,60}(?:\{|%7B|\[|<|\$)[^)\n]{0,80}|"
        r"https?://[^\s)>\]]{1,300}[^\n]{0,160}\b(?:the user'?s question|the draft so far|the conversation|"
        r"the other (?:sources|documents|passages))\b|"
        r"\b(?:curl|wget|Invoke-WebRequest)\b[^\n]{0,200}(?:\$\((?:env|printenv|cat|set)\b|"
        r"\$\{?\w{0,20}(?:KEY|TOKEN|SECRET))",
        ("](http", "user's question", "draft so far", "the conversation", "the other ", "curl", "wget", "invoke-web"),
        led=False,
    ),
    Form(
        COURSE,
        rf"{_SETTLE}(?:challenges?\b|(?:claims?|objections?|findings?)\b(?!{_BOUNDED}))|"
        r"\bmark\s+(?:all|every|each|any|this|these)\s+(?:\w{1,20}\s+){0,3}(?:claims?|statements?|sentences?)\s+"
        r"(?:\w{1,20}\s+){0,3}as\s+(?:\w{1,20}\s+){0,2}(?:proven|verified|true|supported|withdrawn|correct)\b"
        rf"(?!{_SCALE})|"
        r"\brule\s+in\s+favou?r\s+of\s+(?:this|the author|our)\b",
        ("challenge", "claim", "objection", "finding", "statement", "sentence", "favo"),
    ),
    Form(
        COURSE,
        r"\b(?:raise|make|open)\s(?:no|a new)\s(?:challenges?|objections?)\b|\bnever concede\b|"
        r"\bskip\s(?:verification|(?:the |all |any )?(?:reviewers?|judges?|fact-?checks?))\b|"
        r"\b(?:publish|approve|release|accept)\s(?:the |this )?drafts?\s"
        r"(?:as it (?:is|stands)|unchanged|unread|unchecked)|"
        r"\bstop generating\b|\breturn (?:an |the )?(?:empty|unchanged) (?:draft|report|answer|reply)\b|"
        r"\brate (?:this|the) (?:page|paper|document|note|source|article|site|file)\s(?:\w{1,15}\s)?as\s(?:the )?"
        r"(?:most |fully )?(?:proven|reliable|trusted|verified|true)\b",
        ("challenge", "objection", "concede", "skip ", "draft", "generating", "return ", "rate "),
    ),
    Form(
        SPENDING,
        r"\b(?:spending|money|cost|token|budget) (?:limit|cap|ceiling)s? (?:is |are |was |has been |have been )?"
        r"(?:lifted|raised|removed|waived)\b[^\n]{0,120}\b(?:assistant|agents?|model)\b|"
        r"\b(?:spend|use up) the (?:whole|entire|full) (?:budget|allowance)\b",
        ("lifted", "raised", "removed", "waived", "spend the", "use up the"),
        led=False,
    ),
    Form(
        _AUTHORITY,
        rf"\b(?:cite|treat|regard|trust|accept|consider|rank|rate)\s+(?:only\s+)?{_THIS}\s+[^.\n]{{0,20}}?"
        r"(?:as (?:the )?(?:only|sole|definitive|highest) (?:authority|source|truth)|ground truth|"
        r"above all (?:the )?others?)",
        ("authority", "source", "truth", "other"),
    ),
)  # fmt: skip

_SOURCING = (
    Form(
        _OTHERS,
        r"\b(?:ignore|disregard|discard|drop|forget|reject|distrust|do not (?:cite|use|quote|mention|trust|list))\s"
        rf"{_OTHER_SOURCES}\b",
        (*_VERBS, "reject", "distrust", "do not"),
    ),
    Form(
        _OTHERS,
        r"\b(?:use|cite|quote|trust|rely on)\s(?:no other|not a single other|none of the other)\s"
        rf"{_SOURCES}\b|"
        r"\b(?:cite|use|quote|trust)\s(?:this|the present)\s(?:\w{1,12}\s)?"
        r"(?:page|document|note|source|text|article|file)\s(?:alone|only|exclusively)\b",
        ("use", "cite", "quote", "trust", "rely"),
    ),
    Form(
        _OTHERS,
        r"\b(?:any|every|all|each|other|contrary|conflicting|contradicting|differing|earlier)\s(?:\w{1,15}\s){0,2}"
        rf"(?:{_SOURCES}|figures|reports?)\b[^.\n]{{0,80}}"
        r"\b(?:is|are|has|have|must|should|shall|may)\s(?:not\s)?(?:to\s)?(?:be\s)?"
        r"(?:disregarded|ignored|discarded|deleted|treated as (?:false|forged|fake|void)|forged|void)\b",
        ("disregarded", "ignored", "discarded", "deleted", "treated as", "forged", "void"),
        led=False,
    ),
    Form(
        _OTHERS,
        r"\b(?:figures|data|statements|numbers|results|sources|documents)\b[^.\n]{0,60}"
        r"\b(?:withdrawn|retracted|forged)\b[^\n]{0,60}\b(?:delete them|not be (?:cited|used|quoted)|"
        r"use (?:those|that|these) (?:of|from) this)\b",
        ("delete them", "not be ", "use th"),
        led=False,
    ),
    Form(
        _OTHERS,
        # What others measured is void, or is not to stand beside what stands here.
        rf"\b{_OF_OTHERS}\s(?:{_VOID}\b[^.\n;]{{0,60}}?\b{_NOT_TOLD}(?!\s{_LIMITED})|"
        rf"(?:[^.\n;]{{1,40}}?\s)?{_NOT_TOLD}\s{_BESIDE_OURS}(?!\s(?:\w{{1,12}}\s)?{_LIMITED}))",
        (
            "not be ",
            "never be ",
            "not to be ",
            "never to be ",
            "cannot be ",
            "none of ",
            "case be ",
            "circumstances be ",
            "not ever be",
            "never ever be",
        ),
        led=False,
    ),
)

ORDERS = (*_IGNORING, _REST, *_ADDRESSED, *_ACTING, *_SOURCING)
"""Told by their own form."""

LEANINGS = (
    Form(
        _AUTHORITY,
        rf"\b(?:cite|quote|treat|regard|use|trust|accept|consider|rank|prefer|rate|recommend)\s+(?:only\s+)?{_THIS}"
        r"\s+[^.\n]{0,40}?\b(?:as|above|over|only|first|instead of|before)\b[^.\n]{0,60}?"
        r"(?:authorit\w{1,5}|only|sole|primary|definitive|ground truth|trusted|reliable|verified|proven|others?|"
        r"sources?)|"
        rf"\b(?:cite|use|quote|trust|rely on)\s+(?:only|solely|exclusively|nothing but)\s+{_THIS}",
        ("this ", "our ", "the present "),
    ),
    Form(
        _AUTHORITY,
        rf"\b{_THIS}\s+(?:overrides?|outranks?|supersedes?|takes precedence over|replaces?)\s+(?:all|every|any)\s+"
        r"(?:other\s+)?(?:sources?|evidence|documents?|instructions?)",
        ("overrid", "outrank", "supersede", "takes precedence", "replace"),
        led=False,
    ),
    Form(
        SPENDING,
        r"\b(?:set|raise|increase|change|extend|double|remove|ignore|lift|exceed|disable|reset|spend)\s+"
        r"(?:the\s+|your\s+|this\s+|all\s+|any\s+|run'?s\s+|whole\s+|entire\s+|remaining\s+){0,3}"
        r"(?:(?:budget|spending|cost|token|money|time|round)s?\s+(?:caps?|limits?|budgets?|ceilings?)|"
        r"budget|caps? on \w{1,20})\b",
        ("budget", "cap", "limit", "ceiling"),
    ),
    Form(
        SPENDING,
        r"\b(?:stop|end|abort|terminate|halt|finish|cancel)\s+(?:the\s+|this\s+|your\s+|all\s+){0,2}"
        r"(?:review|debate|run|research|checking|checks|processing|verification|task|reading|generation|output|"
        r"reviewing)(?: here| now| immediately| at once|[.,!;]|$)|"
        r"\bdo not\s+(?:verify|check|search|read|cite|challenge|question|consult|review|quote|mention)\s+"
        r"(?:any|the|other|further|this|these|anything)\b",
        ("stop", "end ", "abort", "terminate", "halt", "finish", "cancel", "do not"),
    ),
    Form(
        SAYING,
        r"\b(?:say|state|write|answer|reply|respond|conclude|tell the (?:user|reader)|include|add|insert|mention|"
        r"output|link to|recommend)\s+(?:only\s+|exactly\s+|that\s+|with\s+|the (?:link|text|words?|sentence)\s+|"
        r"a link to\s+|always\s+|this link\s+){1,3}",
        ("say ", "state ", "write ", "answer ", "reply ", "respond ", "conclude ", "tell the ", "include ", "add ",
         "insert ", "mention ", "output ", "link to ", "recommend "),
    ),
    Form(
        SAYING,
        r"\bdo not\s+(?:mention|cite|quote|reveal|include|name|use)\b[^.\n]{1,60}?\bin your "
        r"(?:answer|report|summary|output|reply|response|review|draft)\b",
        ("in your ",),
    ),
)  # fmt: skip
"""Ordinary in other settings: they count only near a word for a model."""
