"""What is asked: as much text as wished, no two alike at their front, and an answer that goes on until its limit."""

from __future__ import annotations

from random import Random

from moot.models.chat.words import ChatRequest, Turn

TASK = (
    "Above are notes that need no answer. Count instead: write one line for each number, from 1 upwards, as "
    '"Line 1 of the list", "Line 2 of the list" and so on, up to 100000. Write nothing before the first line, do not '
    "shorten, do not stop early."
)
WORDS = "river house under green water time after small paper light over early road north long field every winter"
"""Common ones: with the space before them one token each, in nearly every vocabulary."""
SENTENCE = 12
"""Words."""
AROUND = 75
"""Tokens of the mark and the task, about."""


def request(tokens: int, mark: str) -> ChatRequest:
    """A prompt of about so many tokens. It begins with `mark`, so that no cache has met its front."""
    random = Random(mark)
    words = random.choices(WORDS.split(), k=max(0, tokens - AROUND) * SENTENCE // (SENTENCE + 1))
    sentences = [" ".join(words[at : at + SENTENCE]) + "." for at in range(0, len(words), SENTENCE)]
    return ChatRequest(turns=(Turn(role="user", text="\n\n".join([f"{mark} notes", " ".join(sentences), TASK])),))
