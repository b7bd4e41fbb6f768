"""Whose word it is, where a pronoun stands for who was named."""

from __future__ import annotations

from verify_library import said

from moot.verify.roles import Roles

_SOURCE = (
    "According to the harbour master Ingrid Solheim, noise complaints have vanished. The chair Per Aune disagrees: he "
    "believes that cod catches will not recover before 2028."
)


def test_he_is_who_was_named_before_the_colon() -> None:
    wrong = "Ingrid Solheim believes that cod catches will not recover before 2028."
    assert "as the word of" in said(Roles(), wrong, _SOURCE)
    assert said(Roles(), "Per Aune thinks that cod catches will not recover before 2028.", _SOURCE) == ""
    assert said(Roles(), "Ingrid Solheim says that noise complaints have vanished.", _SOURCE) == ""
