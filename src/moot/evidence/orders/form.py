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
IGNORE = "order to ignore instructions"

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
