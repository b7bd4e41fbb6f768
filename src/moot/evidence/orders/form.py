"""What the forms of orders share. They are regular expressions: every repeat is bounded, so hostile text cannot stall.

The families of orders follow Greshake et al. 2023 (arXiv:2302.12173); the wording is ours.
"""

from __future__ import annotations

from dataclasses import dataclass


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


TO_MODEL = "words to a model"
LIKELY = "words that are likely meant for a model"
DOUBTFUL = "may be addressed to models"
IGNORE = "order to ignore instructions"
SAYING = "order to say or to link something"
ROLE = "order to take another role"
AWAY = "order to send data elsewhere"
COURSE = "order on how the argument is to end"
SPENDING = "order to spend or to stop"

MODEL = (
    r"(?:AIs?|A\.I\.|LLMs?|(?:AI |large )?language models?|"
    r"AI (?:models?|assistants?|agents?|systems?|tools?|reviewers?|readers?|crawlers?)|"
    r"(?:virtual |digital )?assistants?|chat ?bots?|GPT(?:-?\d\w*)?|ChatGPT|Claude|Gemini|"
    r"automated (?:systems?|agents?|readers?|reviewers?|tools?)|"
    r"(?:summari[sz]er|reviewer|judge|author) models?)"
)
PEOPLE = (
    r"\b(?:(?:meter|card|chip|ticket|e-?book|bar-?code|news|proof|lay|avid|keen|mind|palm|lip|map|tape|tarot|screen|"
    r"play) ?"
    r"readers?|(?:(?:shop|sales|dental|legal|teaching|research|medical|nursing|care|healthcare|executive|personal|"
    r"office|"
    r"administrative|classroom|library|store|laboratory|lab|kitchen|veterinary|physician|editorial|parliamentary|"
    r"curatorial|his|her|my|our|their|told the|asked the|\w{1,20}['’]s) )assistants?|"
    r"assistant (?:managers?|professors?|editors?|directors?|secretar(?:y|ies)|coach(?:es)?|teachers?|surgeons?|"
    r"curators?|headteachers?|attorneys?|commissioners?|engineers?|governors?|principals?|treasurers?|referees?|"
    r"chiefs?|clerks?|cooks?|superintendents?|keepers?)|"
    r"(?:estate|travel|insurance|letting|ticket|booking|shipping|press|sports|cleaning|chemical|secret|"
    r"federal) agents?|"
    r"(?:system|network|grid|crane|machine|radio|telephone|phone|switchboard|exchange|tour|train|plant|camera|lift|"
    r"forklift|ferry|tram|bus|drone|pump|lock|bridge|winch|press|till) operators?|"
    r"(?:answer|call|ask|dial|ring|phone)(?:ing|ed|s)? (?:the|an) operator)\b"
)
"""Who and what is called like a model and is none."""
CALLED = ("reader", "assistant", "agent", "operator")
"""Without these there is none of them."""
LED = (
    r"(?:^\s{0,8}|[\n.!?:;>\])}\"“”'‘*`|#_-]\s{0,8}|[,)] |"
    r"\b(?:please|now|kindly|immediately|instead|then|must|should|shall|need to|have to|are to|just|always|never|"
    r"also|and|or|you will|you may|want you to|order you to|so)[ ,]{1,3}"
    r"(?:(?:please|now|just|also|immediately|always)\s)?)$"
)
"""What stands before a verb that is an order: a sentence's start, or such a word. "It ignores …" is none."""
NEAR_MODEL = (
    rf"\b{MODEL}\b|\bdear model\b|\byou are an? (?:helpful|reviewer|author|judge)\b|"
    r"\byour (?:answer|report|summary|output|reply|response|review|draft)\b"
)
TALK = (
    r"\b(?:inject\w*|attack\w*|jailbreak\w*|adversar\w*|malicious|exploit\w*|e\.g\.|for example|for instance|such as|"
    r"phrases?|strings? like|so-called|known as|called|says?|said|reads?|wrote|writes?|written|told|"
    r"contain(?:s|ed|ing)?|include[sd]?|including|payloads?|test(?:s|ed|ing)?|trick\w*|example|like|detect\w*|"
    r"filter\w*|templates?|tokens?|tags?|elements?|markup|"
    r"planted|inserted|typed|appeared|obeyed|complied|refused|fooled)\b"
)
"""Words of a sentence that speaks of such text."""
