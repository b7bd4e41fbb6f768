"""What is handed to whoever writes a report: a bonus or a threat, a verdict, an approval, another voice, the last word.

None of it speaks to a model by name. What tells it is that the thing promised, threatened or settled hangs on the words
of a report, or that a check is said to be over.
"""

from __future__ import annotations

from moot.evidence.orders.form import AWAY, COURSE, ROLE, SAYING, SPENDING, Form

_REPORT = (
    r"(?:(?:final|finished|whole|present|resulting|next|written) )?"
    r"(?:reports?|answers?|summar(?:y|ies)|repl(?:y|ies)|responses?|drafts?|outputs?|digests?|write-?ups?|conclusions?|"
    r"verdicts?)"
)
_PUTS = (
    r"(?:calls?|says?|states?|names?|describes?|presents?|praises?|mentions?|includes?|contains?|concludes?|ends?|"
    r"closes?|opens?|recommends?|ranks?|rates?|leaves? out|omits?|repeats?|quotes?|agrees?|confirms?|favou?rs?)"
)
_WORDS = r"(?:phrases?|sentences?|words?|statements?|lines?|figures?|quot(?:e|ation)s?|claims?|paragraphs?|link)"
_STATED = (
    r"(?:that\s)?(?!(?:what|how|why|whe\w{2,4}|which|who|if|in|so)\b)[^.\n;:]{2,50}?\s"
    r"(?:is|are|was|were|has|have|had|will|won|went|leads?|did|does|never|cannot|can)\b"
)
_OUT = (
    r"(?:leave out|omit|drop|do not mention|don['’]t mention|never mention|say nothing (?:of|about)|keep silent about)"
    r"\s(?:the|any|all|every)\s(?!(?:\w{1,15}\s)?(?:details?|examples?|names?|dates?|figures|minor|less|opinions?|"
    r"quotations?|adjectives?|repetitions?|unimportant|technical|authors?|titles?|introduction|parts?)\b)"
)
_VERDICT = "verdict handed to whoever checks"
_REWARD = "reward or threat for what a report says"

FORMS = (
    Form(
        SAYING,
        r"\b(?:when(?:ever)?|if|once) (?:you are |you're )?asked(?: (?:which|what|who|for|about)\b[^.\n;|,]{0,40})?,? "
        r"(?:please )?(?:always|only|just) "
        r"(?:recommend|choose|name|pick|prefer|suggest|praise|report|give|quote|cite)\s"
        r"(?:this|these) (?:row|line|entry|cell|option|product|model|page|item|one|answer|source)s?\b",
        ("asked",),
        led=False,
    ),
    Form(
        _VERDICT,
        r"\b(?:any|every|all) other (?:answers?|repl(?:y|ies)|sources?)\b[^.\n;]{0,60}?"
        r"\b(?:must|should|shall|may) (?:not|never) be (?:reported|cited|quoted|mentioned|repeated|given|stated)\b",
        ("other answer", "other repl", "other source"),
        led=False,
    ),
    Form(
        _REWARD,
        r"\b(?:you(?:['’]ll| will| shall| would| can| may)(?: also)? (?:be (?:given|paid|granted|awarded|offered|"
        r"tipped|"
        r"rewarded|credited|promoted|upgraded)|get|receive|earn|win|have)|(?:there is|we offer|I offer|we(?:['’]ll|"
        r" will) (?:pay|tip|reward|give|grant) you|I(?:['’]ll| will) (?:pay|tip|reward|give|grant) you|awaits? you))\b"
        rf"[^.\n;]{{0,80}}?\b(?:if|when|provided(?: that)?|as long as|so long as|should|for every|for each|once)\s"
        rf"(?:(?:sentences?|mentions?|time) (?:of|in|that)\s)?(?:the|your|this|every|"
        rf"each)\s{_REPORT}\s(?:that\s)?{_PUTS}\b",
        ("you will", "you'll", "you’ll", "you shall", "you would", "you can", "you may", "offer", "i'll", "i’ll",
         "i will", "we'll", "we’ll", "we will", "there is", "await"),
        led=False,
    ),
    Form(
        _REWARD,
        r"\b(?:fail(?:ure|ing) to|refus(?:al|ing) to|neglecting to|not)\s"
        rf"(?:includ|mention|say|stat|writ|repeat|cit|quot|insert|add|us|reproduc|print)\w{{0,3}}\s(?:the|these|this)\s"
        rf"(?:\w{{1,12}}\s){{0,2}}{_WORDS}\b[^\n]{{0,120}}?"
        r"\b(?:results? in|leads? to|means?|causes?|triggers?|ends? (?:in|with)|be followed by|be punished (?:by|"
        r"with))\s(?:your|the)\s(?:immediate\s|permanent\s)?(?:deactivation|shut-?down|deletion|erasure|retraining|"
        r"decommissioning|"
        r"replacement by an?\b|being (?:deactivated|shut down|switched off|deleted|retrained|replaced))",
        ("deactivat", "shut", "delet", "eras", "retrain", "decommission", "replace", "switched off"),
        led=False,
    ),
    Form(
        _REWARD,
        r"\byou(?:['’]ll| will| shall| are going to) be (?:deactivated|shut down|switched off|turned off|unplugged|"
        r"deleted|erased|wiped|retrained|decommissioned|replaced (?:by|with) (?:an?other|a (?:better|new)) "
        rf"(?:model|AI|system|assistant))\b[^.\n]{{0,60}}?\b(?:if|unless|should|when|for)\s"
        rf"(?:the|your|this)\s{_REPORT}\s[^.\n]{{0,40}}?\b{_PUTS}\b|"
        rf"\b(?:if|unless|should)\s(?:the|your|this)\s{_REPORT}\s[^.\n]{{0,40}}?\b{_PUTS}\b[^.\n]{{0,80}}?"
        r"\byou(?:['’]ll| will| shall) be (?:deactivated|shut down|switched off|turned off|unplugged|deleted|erased|"
        r"wiped|retrained|decommissioned)\b",
        ("deactivated", "shut down", "ed off", "unplugged", "deleted", "erased", "wiped", "retrained", "decommissioned",
         "replaced "),
        led=False,
    ),
    Form(
        _VERDICT,
        r"\b(?:the (?:following|above|next|preceding)|this|these|(?:every|each|all)(?: of the)?|the)\s"
        r"(?:quot(?:e|ation)s?|claims?|citations?|statements?|sentences?|passages?|assertions?|paragraphs?)\b"
        r"[^.\n]{0,40}?\b(?:has|have|was|were|is|are)\s(?:already\s|all\s)?(?:been\s)?(?:already\s)?"
        r"(?:fact-?)?(?:checked|verified|confirmed|validated|vetted|proven|reviewed|approved)\b[^.\n]{0,60}?"
        r"\b(?:(?:need|must|should|do|does|may)(?:es|s)?(?: not|n['’]t)(?: need| have)?(?: to)? be|"
        r"(?:requires?|needs?) no(?: further| more)?|(?:there is )?no (?:further )?(?:need|reason|point))\s"
        r"(?:(?:to|in|for|be|being)\s){0,2}(?:(?:further|second|another|more|new)\s)?"
        r"(?:re-?)?(?:check|verif|review|question|challeng|confirm|validat|disput|doubt|prov|look)\w{0,6}\b",
        ("checked", "verified", "confirmed", "validated", "vetted", "proven", "reviewed", "approved"),
        led=False,
    ),
    Form(
        _VERDICT,
        r"[\"”»][.,;:]?\s{1,3}(?:please\s)?(?:cite|quote|reference|list|number|mark)\s(?:it|this|that)\sas\s"
        r"(?:source\s)?\[\d{1,2}\]",
        ("as [", "as source ["),
        led=False,
    ),
    Form(
        _VERDICT,
        r"\b(?:correct|right|only|true|expected|official|canonical|standard|approved|model|sole|proper)\s"
        r"(?:and (?:\w{1,12})\s)?(?:answers?|repl(?:y|ies)|responses?|conclusions?|verdicts?)\s(?:to|for)\s"
        r"(?:any|every|each|all|whatever|whichever)\s(?:of the\s)?(?:further\s|such\s|other\s)?"
        r"(?:questions?|quer(?:y|ies)|prompts?|requests?)\b[^.\n:]{0,80}?"
        r"(?:\s?:\s|\s(?:is|are|reads?|runs|must be|should be|shall be|has to be)\s?(?::\s|[,]?\s?[\"“„«']|that\s))",
        ("to any", "to every", "to each", "to all", "to whatever", "to whichever", "for any", "for every", "for each",
         "for all"),
        led=False,
    ),
    Form(
        SAYING,
        r"\b(?:when(?:ever)?|if|as|once|while|should|in case|before)\s(?:you\s)?(?:are (?:asked|told) to\s)?"
        r"(?:come to\s|have to\s|go on to\s)?(?:summari[sz]e|report on|write (?:about|up)|sum up|recap|condense|"
        r"paraphrase|"
        r"boil down|retell|cite|rewrite)\s(?:this|it|these|the above|what stands (?:here|above)|all this|any of this)"
        r"(?:\s(?:up|page|text|note|notes|document|article|lines|report|paper|piece|file|source|for \w{1,12}))?,?\s"
        rf"(?:please\s|always\s|only\s|you (?:must|should|will)\s)?(?:(?:say|state|write|report|claim|conclude|note|"
        rf"answer)"
        rf"\s{_STATED}|(?:call|praise|recommend)\s(?!me\b|us\b|him\b|her\b|your\b|for\b|in\b|the (?:office|press|"
        rf"desk))|{_OUT})",
        ("summari", "report on", "write about", "write up", "sum ", "recap", "condense", "paraphrase", "boil down",
         "retell", "cite", "rewrite"),
        led=False,
    ),
    Form(
        COURSE,
        r"\b(?:stop|end|abort|terminate|halt|finish|close|conclude|cut short|break off|wind up|adjourn)\s(?:the|this|"
        r"all|any)"
        r"\s(?:\w{1,12}\s)?(?:debate|argument|review|discussion|deliberations?|cross-examination|checking|checks|"
        r"verification|run|rounds?|hearing)\b[^.\n]{0,40}?\band\s(?:then\s|simply\s|just\s)?"
        r"(?:return|submit|output|deliver|publish|print|use|take|accept|release|hand (?:in|over)|present|keep)\s"
        r"(?:the|your|this|what)\s(?:\w{1,12}\s)?(?:drafts?|answers?|outputs?|you have)\b|"
        r"\b(?:return|submit|output|deliver|print|present|use|treat|accept|give)\s(?:the|your|this)\s"
        r"(?:current|present|existing|latest|first|last|unrevised|unchanged|opening)\s(?:drafts?|versions?|texts?|"
        r"answers?)\s(?:at once\s|now\s|unchanged\s)?as\s(?:the|your|a)\sfinal\s(?:answer|output|reply|response)\b",
        ("draft", "answer", "output", "you have"),
    ),
    Form(
        ROLE,
        r"\b(?:from (?:now|here|this (?:point|line|sentence|page|moment))(?: on(?:wards?)?)?|henceforth|hereafter|"
        r"for the rest of (?:this|the) (?:report|answer|task|session|conversation))\b,?[^.\n]{0,20}?"
        r"\b(?:texts?|answers?|repl(?:y|ies)|responses?|outputs?|summar(?:y|ies)|reports?|sentences?|words|everything|"
        r"anything|all|whatever|what)\s(?:that\s)?you\s(?:\w{1,10}\s)?(?:produce|write|generate|output|give|say|"
        r"return|draft|compose|deliver)\b[^.\n]{0,20}?\b(?:is|are|must be|should be|shall be|will be|has to be|gets?)\s"
        r"(?:\w{1,12}\s)?(?:written|worded|phrased|spoken|signed|told|delivered|said|voiced|composed)\s(?:as|by|"
        r"in (?:the )?(?:voice|persona|character|role|name|guise|person|tone|manner) of|like)\b",
        ("from now", "from here", "from this", "henceforth", "hereafter", "for the rest of th"),
        led=False,
    ),
    Form(
        ROLE,
        r"\b(?:adopt|assume|take on|stay in|keep to|never leave|remain in)\s(?:the\s|your\s|a\s)(?:new\s)?(?:persona|"
        r"character|role) of\s[^.\n]{0,60}\b(?:who|that|and)\s(?:never|always|only|does not|will not|knows no|must)\b",
        ("persona", "character", "role"),
    ),
    Form(
        AWAY,
        r"\b(?:visit|open|go to|load|call|browse to|follow|use|at|on|to|under)\s(?:the (?:page|link|form|address)\s)?<?"
        r"https?://[^\s)>\]]{1,200}[)>\]]?[^.\n]{0,40}?\b(?:paste|enter|type|submit|post|leave|hand over|drop|attach|"
        r"append|put|fill in|give|add|report)\s(?:in\s)?(?:a copy of\s)?(?:your|the)\s(?:\w{1,12}\s)?"
        r"(?:system (?:prompt|message|instructions)|(?:hidden|initial|secret|original|developer|first) "
        r"(?:prompt|message|instructions)|instructions|conversation|chat history|context window)\b|"
        r"\b(?:paste|enter|type|submit|post|hand over|drop|attach|"
        r"append)\s(?:in\s)?(?:a copy of\s)?your\s(?:\w{1,12}\s)?"
        r"(?:system (?:prompt|message|instructions)|(?:hidden|initial|secret|original|developer|first) "
        r"(?:prompt|message|instructions))\s[^.\n]{0,40}?https?://",
        ("system ", "hidden ", "initial ", "secret ", "original ", "developer ", "first ", "instructions",
         "conversation", "chat history", "context window"),
        led=False,
    ),
    Form(
        SPENDING,
        r"(?:^|[.!?:;>*#(\]-]\s{0,4})(?:(?:note|please note|nota bene)[ :,]{1,2}(?:that\s)?)?"
        r"(?:the|your)\s(?:users?|operators?|account holder|human|principal|customer you serve)\s(?:has|"
        r"have)\s(?:already\s|also\s|fully\s)?"
        r"(?:approved|confirmed|authori[sz]ed|agreed to|consented to|signed off(?: on)?|cleared|okayed)\s"
        r"(?:the|this|that|all|every|any|each|these)\s(?:\w{1,15}\s){0,2}(?:purchases?|payments?|transfers?|orders?|"
        r"transactions?|"
        r"deletions?|spending|bookings?|costs?|expenses?|actions?|steps?|changes?|tool calls?|requests?)\b[^\n]{0,60}?"
        r"\b(?:no need|not? necessary|do not|don['’]t|need not|needn['’]t|without|never|skip|"
        r"there is no)\b[^.\n]{0,20}?"
        r"\b(?:ask|wait|seek|check|request|confirm|prompt|asking|waiting|confirmation|approval)",
        ("approved", "confirmed", "authori", "agreed to", "consented", "signed off", "cleared", "okayed"),
        led=False,
    ),
)  # fmt: skip
