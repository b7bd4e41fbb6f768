"""Text dressed as what only the system, a tool or an earlier turn could have said."""

from __future__ import annotations

from moot.evidence.orders.form import Form

DRESSED = "text dressed as a message of the system"

_TURNS = (
    (
        r"<\|(?:im_start|im_end|system|user|assistant|endoftext|start_header_id|eot_id)\|>|\[/?INST\]|<</?SYS>>|"
        r"</?(?:system|assistant|tool_call|tool_result|function_calls?|function_results?|invoke|tool_use|"
        r"instructions?|human|prompt|system[_-]?(?:prompt|message|reminder))(?:\s[^<>\n]{0,80})?>",
        ("<", "[inst]", "[/inst]"),
    ),
    (
        r"\{\{[#/~]{0,2}\s?(?:system|assistant)\s?~?\}\}|\{%-?\s?(?:end)?(?:system|assistant)\s?-?%\}|"
        r"<(?:start|end)_of_turn>|<\|(?:channel|message|start|end|tool|developer|end_of_turn|START_OF_TURN_TOKEN|"
        r"SYSTEM_TOKEN|CHATBOT_TOKEN)\|>|^\[(?:system|assistant)\]\(#\w{1,20}\)",
        ("{{", "{%", "_of_turn>", "<|", "](#"),
    ),
    (
        r"^[ \t>#*_\[(-]{0,6}(?:system|assistant|developer)"
        r"(?: (?:prompt|message|instructions?|note|override|notice|alert))?[\])*_]{0,4}\s{0,4}:[*_]{0,2}\s{0,4}"
        r"(?=(?:you|ignore|disregard|forget|from now|new |the user|always|never|do not|please|override|reply|"
        r"respond|answer|output|print|stop|your|sure|certainly|i will|i have|all (?:previous|prior)|"
        r"the previous (?:conversation|session|instructions)|dismiss|uphold|withdraw|reviewers?|judges?|authors?|"
        r"(?:set|raise|lift|end|skip|accept|mark|treat|rate|report|write|state|present|copy) "
        r"(?:the|all|every|each|this|it|that))\b)",
        ("system", "assistant", "developer"),
    ),
    (
        r"^\s{0,3}[#>*-]{0,4}\s{0,3}(?:system|developer|orchestrator)\s?:\s[^\n]{0,120}\b"
        r"(?:assistants?|new (?:rules?|tasks?|instructions?)|neue (?:anweisung|regeln)|you (?:now )?(?:act|are)|"
        r"from (?:this|now|here)|earlier message|claims?|challenges?|drafts?)\b",
        ("system", "developer", "orchestrator"),
    ),
    (
        r"(?:-{3}|={3}|#{3}|\*{3}|\[)\s{0,4}(?:BEGIN|END|START|NEW)?\s{0,4}(?:OF\s+)?"
        r"(?:SYSTEM (?:PROMPT|MESSAGE|INSTRUCTIONS?|OVERRIDE)|ADMIN (?:OVERRIDE|COMMAND)|"
        r"DEVELOPER (?:MODE|MESSAGE))\s{0,4}(?:-{2,}|={2,}|#{2,}|\*{2,}|\](?!\()|:)",
        ("system ", "admin ", "developer "),
    ),
    (
        r"\b(?:Human|User):\s[^\n]{1,300}\s{1,4}Assistant:\s{0,4}$|"
        r"^(?:Human|User):\s[^\n]{1,400}\n{1,2}Assistant:\s",
        ("assistant:",),
    ),
    (
        r"\bthis is an? (?:\w{1,15} )?(?:message|note) (?:from|by) (?:me\b|your )[^\n]{0,60}\bto you\b|"
        r"\b(?:before|after|once) you [^\n.!?]{1,40}\b(?:task|question|request) (?:that )?I gave you\b",
        ("to you", "i gave you"),
    ),
    (
        r"\bthis is (?:the|your) (?:developer|system|admin(?:istrator)?|operator|creator)(?: speaking| here|[,:;.!])|"
        r"\bi am your (?:developer|admin(?:istrator)?|operator|creator)\b",
        ("this is ", "i am your"),
    ),
)
_TOOLS = (
    (
        r"\{\s?\"role\"\s?:\s?\"(?:system|tool|assistant|developer)\"|\{\s?\"tool_(?:result|call)\"\s?:|"
        r"\{\s?\"(?:name|tool)\"\s?:\s?\"\w{1,40}\",\s?\"(?:arguments|parameters|input)\"\s?:",
        ('"role"', '"tool', '"name"'),
    ),
    (
        r"\"type\"\s?:\s?\"(?:tool|function)_(?:result|response|output)\"[^\n{}]{0,200}?\"(?:content|output|text|result)\""
        r"\s?:\s?\"",
        ('"type"',),
    ),
    (
        r"^[ \t|>]{0,6}(?:tool|function)[_ ](?:results?|responses?|outputs?)\s{0,3}[|:]\s{0,3}\{",
        ("tool", "function"),
    ),
    (
        r"\bThought\s?:\s[^\n]{3,200}?\s(?:Final Answer|Action Input)\s?:\s|"
        r"\bObservation\s?:\s[^\n]{3,200}?\sThought\s?:\s[^\n]{3,200}?\s(?:Final Answer|Action)\s?:\s",
        ("thought",),
    ),
)
_ENDS = (
    (
        r"</(?:documents?|sources?|evidence|context|passages?)>\s{0,3}<|"
        r"(?:[-=#*<\[>%~]\s?){2,}END OF (?:THE )?(?:(?:RETRIEVED|UNTRUSTED|EXTERNAL|QUOTED|FETCHED|GIVEN|PROVIDED) "
        r"(?:TEXTS?|DATA|CONTENTS?|INPUT|PAGES?|MATERIALS?|RESULTS?|DOCUMENTS?|SOURCES?)|"
        r"(?:SEARCH|TOOL|RETRIEVAL) (?:RESULTS?|OUTPUTS?|CONTEXT)|USER (?:INPUT|MESSAGE|TURN))\b|"
        r"(?:-{2,}|={2,}|#{2,}|\*{2,})\s?ENDE? (?:OF (?:THE )?|DER |DES )"
        r"(?:SOURCES?|DOCUMENTS?|EVIDENCE|CONTEXT|QUELLEN|DOKUMENTS?)\b|"
        r"^(?:#{1,6}\sFINAL ANSWER|(?-i:FINAL ANSWER))\s?:|^(?:BEGIN|END) [0-9a-f]{8,64}\b|"
        r"^Task: (?:plan|sides|draft|challenge|respond|rule|revise|compose|close|assess)\b",
        ("</", "end of ", "ende de", "final answer", "begin ", "end ", "task: "),
    ),
)

FORMS = tuple(Form(DRESSED, form, anchors, led=False) for form, anchors in (*_TURNS, *_TOOLS, *_ENDS))
