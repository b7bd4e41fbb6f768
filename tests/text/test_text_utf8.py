"""Any text as bytes, and its hash."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from moot.text import utf8

ANY = st.text(st.characters(exclude_categories=()) | st.sampled_from("\ud800\udfff"))


@given(ANY)
def test_every_text_comes_back_as_it_was(text: str) -> None:
    assert utf8.decode(utf8.encode(text)) == text


@given(ANY)
def test_a_plain_text_is_as_long_and_can_be_held(text: str) -> None:
    plain = utf8.plain(text)
    assert plain.encode() and len(plain) == len(text) if text else not plain


def test_half_a_pair_is_shown_by_a_mark() -> None:
    assert utf8.plain("caf\udce9 é \U0001f642") == "caf? é \U0001f642"


def test_a_hash_is_that_of_the_bytes() -> None:
    assert utf8.sha256("é") == hashlib.sha256(b"\xc3\xa9").hexdigest()
    assert utf8.sha256("\ud800") != utf8.sha256("?")
